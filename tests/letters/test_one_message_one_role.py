"""A message speaks of one role: nothing of another application is in it, or said to be (§3)."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_lib.advice.addressees import addressees
from followup_lib.advice.plan import plan
from followup_lib.letters.draft import draft
from followup_lib.letters.template import FILE_OF_CHANNEL
from followup_lib.records.situations import REFERENCE_SITUATIONS, Situation
from followup_lib.tone.check import check_tone
from followup_lib.tone.guards import known_facts
from tests.advice.situations import day, search

SEEKER = 'seeker.name = "Noor Hadley"\nseeker.phone = "(609) 555-0199"'
FIRMS = ("Tarnfield", "Quillmoor", "Wexholt", "Brindlecote", "Osterleigh")
ROLES = ("archivist", "welder", "dietitian", "locksmith", "glazier")
PEOPLE = ("Ms. Pennick", "Mr. Sorrell", "Dr. Abara", "Ms. Lindqvist", "Mr. Takeda")
OTHERS = ("Ms. Wren", "Mr. Osgood", "Dr. Marsh", "Ms. Fenwick", "Mr. Dray")
STEPS = (
    "interview 3-05{who} said 'the spring plan'",
    "final_interview 3-06{who}",
    "thanked 3-06",
    "they_promised 3-05 due 3-12{who}",
    "i_promised 3-05 due 3-16{who} said 'the sample report'",
    "i_promised 3-05 due 3-16 via phone",
    "heard_back 3-09 via email",
    "wrote 3-09 for their_date_passed{who}",
    "on_hold 3-09 due 3-13",
    "offer 3-13 due 3-20 via email",
    "offer 3-13 via phone",
    "rejected 3-13",
    "accepted 3-13",
)


@st.composite
def searches(choose: st.DrawFn) -> Any:
    """Return a search of several firms; some have one person in common, as an agency has."""
    shared = choose(st.booleans())
    jobs, people, facts = {}, [], {}
    for n in range(choose(st.integers(2, len(FIRMS)))):
        name = PEOPLE[0] if shared else PEOPLE[n]
        address = {"contact_email": "p@row.example"} if shared else {}
        left = {"preferred_contact": choose(st.sampled_from(["", "", "phone", "has_left"]))}
        agency = {"agency": "Palisade Row"} if shared and choose(st.booleans()) else {}
        cells = {"company": FIRMS[n], "job_title": ROLES[n], "contact_name": name}
        jobs[f"job{n}"] = cells | address | left | agency
        people.append({"application_id": f"job{n}", "name": OTHERS[n], "email": f"o{n}@x.example"})
        who = st.sampled_from(["", f" who '{name}'", f" who '{OTHERS[n]}'"])
        steps = choose(st.lists(st.sampled_from(STEPS), min_size=1, max_size=5))
        facts[f"job{n}"] = "; ".join(step.format(who=choose(who)) for step in steps)
    return search(facts, jobs, people, SEEKER), shared


@pytest.mark.parametrize("today", ["3-16"])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=searches())
def test_no_draft_names_another_role(today: str, told: Any) -> None:
    """No firm, role or person of another row is in a draft, to whomever, nor does the check say so.

    Words to a reference tell every employer that has their name, as they should.
    """
    tables, shared = told
    now = plan(tables, day(today))
    rows: Any = now.rows.itertuples()
    for found in rows:
        if found.reference_id or found.situation in REFERENCE_SITUATIONS:
            continue
        row = found
        if row.situation == Situation.REST:
            row = row._replace(situation=Situation.NO_DATE_GIVEN.value)
        own = int(row.application_id.removeprefix("job"))
        theirs = [PEOPLE[n] for n in range(5) if n != own and not shared]
        strange = [
            *theirs,
            *(words[n] for words in (FIRMS, ROLES, OTHERS) for n in range(5) if n != own),
        ]
        for one in addressees(now, tables, row):
            for channel in FILE_OF_CHANNEL:
                made = draft(now, tables, one, channel=channel)
                text = f"{made.to}\n{made.address}\n{made.subject or ''}\n{made.body or ''}"
                assert [name for name in strange if name.rpartition(". ")[2] in text] == []
            made = draft(now, tables, one, channel="email")
            remarks = check_tone(
                made.body or "", situation=str(one.situation), known=known_facts(now, tables, one)
            )
            assert not [r for r in remarks if "another" in r.why.casefold()], made.body
