"""What a list is, when it is not one of applications: of candidates, or of openings."""

from collections.abc import Mapping

from followup_lib.exchange.layout import Listing
from followup_lib.reading.words import plain

CANDIDATES = (
    "This looks like a list of candidates: people who apply, not places to apply to. "
    "Is it your own list of applications?"
)
OPENINGS = (
    "This looks like a list of openings: nothing in it says that you applied. Bring its rows in "
    "as saved, not applied to yet?"
)
PEOPLE = (
    "This looks like a list of people you know: nothing in it says that you applied. "
    "Is it your own list of applications?"
)
_KNOWN = ("company", "contact_name", "contact_email", "contact_phone", "contact_role", "notes")
_OF_PEOPLE = {
    "candidate", "candidatename", "applicant", "applicantname", "fullname", "firstname", "lastname",
    "yearsofexperience", "experience", "skills", "resume", "cv", "noticeperiod", "currentcompany",
    "currentctc", "expectedctc", "expectedsalary", "currentsalary", "interviewer", "rating",
    "interviewscore", "education", "degree", "gender", "age",
}  # fmt: skip
_CANDIDATE = {"candidate", "candidatename", "applicant", "applicantname"}
_OF_OPENINGS = {
    "dateposted", "posted", "postedat", "postedon", "posteddate", "postingdate", "jobpostagedays",
    "jobdescription", "description", "seniority", "senioritylevel", "employmenttype", "applicants",
    "numberofapplicants", "scrapedat", "industry", "qualifications", "requirements", "benefits",
}  # fmt: skip
_TOLD = ("status", "decision", "history")


def remark(listing: Listing, meanings: Mapping[str, str]) -> str:
    """Return the sentence about a list that is none of applications, "" for one that is."""
    names = {plain(header) for header in listing.header}
    named_company = any(
        meaning == "company" and plain(header) != "name" for header, meaning in meanings.items()
    )
    people = len(names & _OF_PEOPLE)
    if names & _CANDIDATE or (people > 1 and not named_company and "name" in names | {"fullname"}):
        return CANDIDATES
    told = any(m in _TOLD or m.startswith("date.") for m in meanings.values())
    held = [meaning for meaning in meanings.values() if meaning in _KNOWN]
    people_alone = "contact_name" in held and "job_title" not in meanings.values()
    if listing.named and not told and people_alone and len(held) > 2:
        return PEOPLE
    if listing.named and not told and names & _OF_OPENINGS:
        return OPENINGS
    return ""
