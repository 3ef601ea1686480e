"""Names, titles and firms as people type them: nothing of their notation gets into a letter."""

import re
from itertools import product

import pytest

from tests.advice.situations import search
from tests.letters.test_expected_letters import DATED, SEEKER, made_for

WHO = {
    "🎉 Jennifer Ortiz 🎉": "Jennifer",
    "JENNIFER ORTIZ": "Jennifer",
    "J": "J",
    f"Jennifer {'O' * 80}": "Jennifer",
    "Jennifer “Jen” Ortiz": "Jen",
    "Jennifer (HR) Ortiz": "Jennifer",
    "Jennifer [Ortiz]": "Jennifer",
    'O’Brien, "Pat"': "Pat",
    "🙂": "",
}
TITLE = {
    "The the Clerk": "Clerk",
    "Clerk (Remote (EST)) [Night]": "Clerk",
    "Clerk 🎉": "Clerk",
    "Clerk (Payroll": "Clerk Payroll",
    "CLERK": "Clerk",
    '"Lead" Clerk': '"Lead" Clerk',
}
FIRM = {
    "The City of Alder": "the City of Alder",
    "🎉 Northgate 🎉": "Northgate",
    "Northgate (East (Main))": "Northgate",
    "Northgate) LLC": "Northgate",
    '"Northgate" [East], Inc.': '"Northgate"',
}
TRACE = re.compile(r"\bthe the\b|\([^()]*\(|\)\)|[\[\]]|  | ,|\(\)|[\U0001f000-\U0001faff]", re.I)


@pytest.mark.parametrize("way", ["email", "phone", "voicemail", "text"])
def test_no_notation_gets_into_a_letter(way: str) -> None:
    """Emoji, capitals, one letter, eighty, brackets and quotes: the letter reads as one says it."""
    facts = DATED.replace(" who 'Ms. Ortiz'", "")
    for who, title, firm in [
        *product(WHO, ["Clerk"], ["Northgate"]),
        *product(["Kim"], TITLE, ["Northgate"]),
        *product(["Kim"], ["Clerk"], FIRM),
    ]:
        job = {"contact_name": who, "job_title": title, "company": firm}
        made = made_for(
            search({"northgate": facts}, {"northgate": job}, settings=SEEKER), "3-16", way, {}
        )
        text = f"{made.subject or ''}\n{made.body}"
        assert not TRACE.search(text), (job, text)
        name = WHO.get(who, who)
        assert (f"Hi {name}," if name else "Hello,") in text
        assert f"the {TITLE.get(title, title)} position" in text
        assert way == "text" or f"at {FIRM.get(firm, firm)} on" in text
