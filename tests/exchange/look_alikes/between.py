"""Rows that are no applications: sections, headings again, sums, legends, other tables."""

from tests.exchange.look_alikes.alike import HEAD, LIST, PLAIN, ROW, Alike

# Rows that are no applications: sections, headings again, sums, legends, other tables.
SECTIONS = {
    f"a section called {words}": Alike(
        f"Company,Title,Applied\nHill,Clerk,2026-03-02\n{words},,\nAmes,Cook,2026-03-03\n",
        ["Hill/Clerk: applied 2026-03-02", f"Ames/Cook: applied 2026-03-03{read}"],
        1,
    )
    for words, read in {
        "REJECTED": ", rejected ?",
        "Rejected:": ", rejected ?",
        "--- Rejected ---": ", rejected ?",
        "Interviewing (3)": ", interview ?",
        "Offers": ", offer ?",
        "Withdrawn": ", withdrawn ?",
        "APPLIED": "",
        "--- November ---": "",
    }.items()
} | {
    "a section nobody knows": Alike(
        "Company,Title,Applied\nDream places:,,\nAmes,Cook,2026-03-03\nBo,Baker,2026-03-04\n",
        ["Ames/Cook: applied 2026-03-03", "Bo/Baker: applied 2026-03-04"],
        1,
        ("status:Dream places",),
    ),
    "a section beside a status": Alike(
        HEAD + "REJECTED,,,\nHill,Clerk,2026-03-02,Interview\n",
        ["Hill/Clerk: applied 2026-03-02, interview ?"],
        1,
        ("section:REJECTED",),
    ),
    "two sections": Alike(
        "Company,Title\nOffer,\nHill,Clerk\nRejected,\nAmes,Cook\nBo,Baker\n",
        [
            "Hill/Clerk: offer ?",
            "Ames/Cook: applied ?, rejected ?",
            "Bo/Baker: applied ?, rejected ?",
        ],
        2,
    ),
}
NO_ROWS = {
    f"a row that says {row}": Alike(HEAD + ROW + row + "\n" + ROW, PLAIN * 2, 1)
    for row in (
        HEAD.strip(), HEAD.strip().upper(), "Company,Job Title,,", "TOTAL,7,,", "Total: 3,,,",
        "Total applied: 12,,,", "Sum,,2,", "Grand total,,12,4", "Count: 2,,,",
        "* = phone interview,,,", "Green means good,,,", "Legend: red = no,,,",
        "** asked twice,,,", "Key: x = done,,,",
    )
}  # fmt: skip
TABLES = {
    f"a second table headed {head}": Alike(
        f"{LIST}\n{title}{head},,\nHill,3/10/2026,,\n{ROW}", PLAIN, 3 + bool(title), ("table",)
    )
    for title, head in (
        ("Interviews,,,\n", "Company,Date"),
        ("References,,,\n", "Name,Phone"),
        ("", "Contact,E-mail"),
        ("People I know,,,\n", "Name,Notes"),
        ("", "Firm,Interview"),
        ("Follow-ups,,,\n", "Company,Follow up"),
    )
} | {
    "a firm that is called like a sum or a stage": Alike(
        HEAD + "Total Wine,Clerk,2026-03-02,Applied\nTotal,Cook,2026-03-02,Applied\n"
        "Applied Materials,,,\nOffer Up,,,\nKey Bank,,,\nSumUp,,,\n",
        [
            "Total Wine/Clerk: applied 2026-03-02",
            "Total/Cook: applied 2026-03-02",
            "Applied Materials/: ",
            "Offer Up/: ",
            "Key Bank/: ",
            "SumUp/: ",
        ],
    ),
}
