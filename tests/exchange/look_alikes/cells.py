"""What stands in the cells of days and statuses, and how their columns are called."""

from tests.exchange.look_alikes.alike import HEAD, Alike

# What stands in the cells of days and statuses.
CELLS = {
    "no status column": Alike(
        "Company,Title,Applied On\nHill,Clerk,2026-03-02\n", ["Hill/Clerk: applied 2026-03-02"]
    ),
    "neither status nor day": Alike("Company,Title\nHill,Clerk\n", ["Hill/Clerk: applied ?i"]),
    "a date that does not say what of": Alike(
        "Company,Title,Date,Status\nHill,Clerk,2026-03-02,Applied\nAmes,Cook,2026-03-02,drafted\n",
        ["Hill/Clerk: applied 2026-03-02i", "Ames/Cook: saved 2026-03-02i"],
    ),
    "days that can be read two ways": Alike(
        HEAD + "Hill,Clerk,8/5/2025,Applied\n",
        ["Hill/Clerk: applied ?"],
        asked=("dates:Date Applied",),
    ),
    "days settled by another row": Alike(
        HEAD + "Hill,Clerk,8/5/2025,Applied\nAmes,Cook,9/25/2025,Applied\n",
        ["Hill/Clerk: applied 2025-08-05", "Ames/Cook: applied 2025-09-25"],
    ),
    "days that contradict each other": Alike(
        HEAD + "Hill,Clerk,25/9/2025,Applied\nAmes,Cook,9/25/2025,Applied\nTo,It,1/2/2026,\n",
        [
            "Hill/Clerk: applied 2025-09-25",
            "Ames/Cook: applied 2025-09-25",
            "To/It: ",
        ],
        asked=("dates:Date Applied",),
    ),
    "days that changed their form halfway": Alike(
        HEAD + "Hill,Clerk,2/23/2026,Applied\nAmes,Cook,2026-02-27,Applied\n",
        ["Hill/Clerk: applied 2026-02-23", "Ames/Cook: applied 2026-02-27"],
    ),
    "several dates in a cell": Alike(
        HEAD + "Hill,Clerk,8/5/2019 & 8/14/2019,Applied\n",
        ["Hill/Clerk: applied 2019-08-05, applied 2019-08-14"],
    ),
    "month only": Alike(HEAD + "Hill,Clerk,2025-08,Applied\n", ["Hill/Clerk: applied 2025-08-15a"]),
    "no year": Alike(HEAD + "Hill,Clerk,8-Jul,Applied\n", ["Hill/Clerk: applied 2025-07-08i"]),
    "some time ago": Alike(
        HEAD + "Hill,Clerk,2wk ago,Applied\n", ["Hill/Clerk: applied 2026-03-02i"]
    ),
    "days as Excel counts them": Alike(
        HEAD + "Hill,Clerk,46083,Applied\n", ["Hill/Clerk: applied 2026-03-02i"]
    ),
    "Unix seconds": Alike(
        HEAD + "Hill,Clerk,1725000000,Applied\n", ["Hill/Clerk: applied 2024-08-30i"]
    ),
    "words in place of a date": Alike(HEAD + "Hill,Clerk,N/A,Applied\n", ["Hill/Clerk: applied ?"]),
    "a day mistyped": Alike(
        HEAD + "Hill,Clerk,8/82019,Applied\n", ["Hill/Clerk: applied ?"], asked=("day:8/82019",)
    ),
    "decoration": Alike(
        HEAD + "Hill,Clerk,2026-03-02,Rejection :(\n",
        ["Hill/Clerk: applied 2026-03-02, rejected ?"],
    ),
    "saved only": Alike(HEAD + "Hill,Clerk,,To Apply\n", ["Hill/Clerk: saved ?"]),
    "an unknown word": Alike(
        HEAD + "Hill,Clerk,,Waitlisted\n", ["Hill/Clerk: "], asked=("status:Waitlisted",)
    ),
    "a word that can mean two things": Alike(
        HEAD + "Hill,Clerk,,Declined\n", ["Hill/Clerk: "], asked=("status:Declined",)
    ),
    "an unknown word in a row that is over": Alike(
        "Company,Role,Status,Rejection Stage\nHill,Clerk,Rejected,Round of snails\n",
        ["Hill/Clerk: applied ?, rejected ?"],
    ),
    "placeholders instead of values": Alike(
        "Company,Role,Contact,Status\nHill,Clerk,N/A,Not provided\n", ["Hill/Clerk: "]
    ),
    "a formula with a link": Alike(
        'Company,Role,Status\nHill,"=HYPERLINK(""https://hill.example"",""Clerk"")",Applied\n',
        ["Hill/Clerk: applied ?"],
    ),
    "a number a spreadsheet damaged": Alike(
        "Company,Role,Contact Phone,Status\nHill,Clerk,2.5477E+11,Applied\n",
        ["Hill/Clerk: applied ?"],
    ),
}

# Names of columns that are numbered, and everyday names of the position.
NUMBERED = {
    f"talks in columns called {one} and {two}": Alike(
        f"Company,Title,Applied,{one},{two}\nHill,Clerk,2/13/2026,3/2/2026,3/25/2026\n",
        ["Hill/Clerk: applied 2026-02-13, interview 2026-03-02, interview_planned 2026-03-25"],
    )
    for one, two in (
        ("Int 1", "Int 2"),
        ("Interview 1", "Interview 2"),
        ("1st Interview", "2nd Interview"),
        ("Interview #1", "Interview #2"),
        ("Round 1", "Round 2"),
        ("first round", "second round"),
        ("Interview 1 (date)", "Interview 2 (date)"),
        ("Int1", "Int2"),
    )
} | {
    f"the position is called {name}": Alike(
        f"Company,{name},Applied\nHill,Clerk,2026-03-02\n", ["Hill/Clerk: applied 2026-03-02"]
    )
    for name in ("Job", "JOB", "Job name", "Position applied for", "Vacancy", "Opening", "Job Role")
}

# Days ahead of today where nothing can lie ahead.
AHEAD = {
    f"{head} {cell}": Alike(
        f"Company,Title,{head}\nHill,Clerk,{cell}\n", [f"Hill/Clerk: {read}"], 0, (f"day:{cell}",)
    )
    for head, cell, read in (
        ("Applied", "3/15/2027", "applied ?i"),
        ("Applied", "2026-03-17", "applied ?i"),
        ("Date", "2027-03-02", "applied ?i"),
        ("Date Saved", "2027-03-02", "applied ?i"),
        ("Rejected", "2026-12-24", "applied ?i"),
        ("Heard back", "2026-04-02", "applied ?i"),
        ("Offer date", "2026-11-12", "applied ?i"),
    )
} | {
    "a weekday that is not that day's": Alike(
        "Company,Title,Applied\nHill,Clerk,3/1/2026\nAmes,Cook,Tue 3/2\nBo,Baker,3/13/2026\n",
        [
            "Hill/Clerk: applied 2026-03-01",
            "Ames/Cook: applied ?i",
            "Bo/Baker: applied 2026-03-13",
        ],
        0,
        ("day:Tue 3/2",),
    ),
}
