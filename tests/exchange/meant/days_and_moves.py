"""Days in cells, cells that a comma moved, other lists, and what is only offered."""

from tests.exchange.meant.told import HEAD, Meant

DAYS = {
    "no years, across New Year": Meant(
        HEAD + "Hill,Clerk,10/28/2025,Rejected\nAmes,Cook,11/4,Applied\nBo,Baker,12/20,Applied\n"
        "Cy,Driver,1/7,Applied\nDi,Editor,1/20/2026,Applied\n",
        [
            "Hill/Clerk: applied 2025-10-28, rejected ?",
            "Ames/Cook: applied 2025-11-04",
            "Bo/Baker: applied 2025-12-20",
            "Cy/Driver: applied 2026-01-07",
            "Di/Editor: applied 2026-01-20",
        ],
    ),
    "talks without a year, one to come": Meant(
        "Company,Title,Interview\nHill,Clerk,12/11\nAmes,Cook,3/3\nBo,Baker,3/20\n",
        [
            "Hill/Clerk: interview 2025-12-11",
            "Ames/Cook: interview 2026-03-03",
            "Bo/Baker: interview_planned 2026-03-20",
        ],
    ),
    "a list of 2019": Meant(
        HEAD + "Hill,Clerk,8/15/2019,Rejected\nAmes,Cook,9/3,Rejected\n",
        ["Hill/Clerk: applied 2019-08-15, rejected ?", "Ames/Cook: applied 2019-09-03, rejected ?"],
    ),
    "many forms": Meant(
        "Company,Title,Applied\nHill,Clerk,\"Mon, 02 Mar 2026 10:18:54 +0000\"\n"
        "Ames,Cook,\"Monday, March 2, 2026\"\nBo,Baker,2-Mar-26\nCy,Driver,3. März 2026\n"
        "Di,Editor,12 mars 2026\nEd,Fitter,2026年3月2日\nFay,Guard,20260302\n",
        [
            "Hill/Clerk: applied 2026-03-02",
            "Ames/Cook: applied 2026-03-02",
            "Bo/Baker: applied 2026-03-02",
            "Cy/Driver: applied 2026-03-03",
            "Di/Editor: applied 2026-03-12",
            "Ed/Fitter: applied 2026-03-02",
            "Fay/Guard: applied 2026-03-02",
        ],
    ),
    "a month only": Meant(
        "Company,Title,Applied\nHill,Clerk,February 2026\n", ["Hill/Clerk: applied 2026-02-15"]
    ),
    "the order told by another column": Meant(
        "Company,Title,Applied,Interview\nHill,Clerk,7/20/2025,10/3/2025\n",
        ["Hill/Clerk: applied 2025-07-20, interview 2025-10-03"],
    ),
    "a day not understood in a row that is over": Meant(
        HEAD + "Hill,Clerk,8/82025,Rejected\nAmes,Cook,soon after Easter,Applied\n",
        ["Hill/Clerk: applied 2025-08-08, rejected ?", "Ames/Cook: applied ?"],
    ),
    "a note beside a day": Meant(
        "Company,Title,Applied,Interview\nHill,Clerk,2026-01-05,had zoom 1/20/2026\n",
        ["Hill/Clerk: applied 2026-01-05, interview 2026-01-20"],
    ),
    "Excel's months": Meant(
        "Company,Title,Applied\nHill,Clerk,Apr-25\nAmes,Cook,May-25\nBo,Baker,Jun-25\n",
        [
            "Hill/Clerk: applied 2025-04-15",
            "Ames/Cook: applied 2025-05-15",
            "Bo/Baker: applied 2025-06-15",
        ],
    ),
}  # fmt: skip

MOVED = {
    "a comma with an empty field at the end": Meant(
        "Company,Title,Location,Applied,Status,Notes\nHill,Clerk,Trenton,2026-03-02,Applied,nice\n"
        "Ames,Cook,Sydney, NSW,2026-03-03,Applied,\nBo,Baker,Remote,2026-03-04,Rejected,ok\n",
        [
            "Hill/Clerk: applied 2026-03-02",
            "Ames/Cook: applied 2026-03-03",
            "Bo/Baker: applied 2026-03-04, rejected ?",
        ],
    ),
    "a comma and one field too many": Meant(
        "Company,Title,Location,Applied,Status\nHill,Clerk,Trenton,2026-03-02,Applied\n"
        "Ames, Inc.,Cook,Remote,2026-03-03,Rejected\n",
        ["Hill/Clerk: applied 2026-03-02", "Ames, Inc./Cook: applied 2026-03-03, rejected ?"],
    ),
    "two commas in one row": Meant(
        "Company,Title,Location,Applied,Status\nHill,Clerk,Trenton,2026-03-02,Applied\n"
        "Ames, Inc.,Cook,Trenton, NJ,2026-03-03,Rejected\n",
        ["Hill/Clerk: applied 2026-03-02", "Ames, Inc./Cook: applied 2026-03-03, rejected ?"],
    ),
    "a sum with commas": Meant(
        "Company,Title,Salary,Applied,Status\nHill,Clerk,50000,2026-03-02,Applied\n"
        "Ames,Cook,$61,000,2026-03-03,Applied\n",
        ["Hill/Clerk: applied 2026-03-02", "Ames/Cook: applied 2026-03-03"],
    ),
    "a comma in a position": Meant(
        HEAD + "Hill,Clerk, payroll,2026-03-02,Applied\nAmes,Cook,2026-03-03,Applied\n",
        ["Hill/Clerk, payroll: applied 2026-03-02", "Ames/Cook: applied 2026-03-03"],
    ),
}

OTHER_LISTS = {
    "candidates": Meant(
        "Candidate Name,Position,Email,Phone,Skills\n"
        "Maya Chan,Clerk,maya@post.example,609 555 0142,payroll\n",
        ["no row"],
    ),
    "openings": Meant(
        "Title,Company,Location,Date Posted,Job Description,Job URL\n"
        "Clerk,Hill,Trenton,2026-03-01,Do payroll.,https://hill.example/1\n",
        ["Hill/Clerk: saved ?; link https://hill.example/1"],
    ),
}

OFFERED = {
    "a day to follow up": Meant(
        "Company,Title,Applied,Follow-up Date\nHill,Clerk,2026-03-02,2026-03-27\n",
        ["Hill/Clerk: applied 2026-03-02, snoozed 2026-03-27"],
    ),
    "a next step with its day": Meant(
        "Company,Title,Applied,Next Step,Next Step Due\n"
        "Hill,Clerk,2026-03-02,send my references,2026-03-20\n",
        ["Hill/Clerk: applied 2026-03-02, i_promised 2026-03-20"],
    ),
    "an offer’s last day": Meant(
        "Company,Title,Applied,Status,Deadline\nHill,Clerk,2026-02-02,Offer,2026-03-20\n",
        ["Hill/Clerk: applied 2026-02-02, offer 2026-03-20"],
    ),
    "their day, in the notes": Meant(
        "Company,Title,Applied,Interview Date,Notes\n"
        "Hill,Clerk,2026-02-02,2026-03-11,said they'd get back by Friday\n",
        ["Hill/Clerk: applied 2026-02-02, interview 2026-03-11, they_promised 2026-03-13"],
    ),
    "an offer without a day": Meant(
        HEAD + "Hill,Clerk,2026-02-02,Offer\n", ["Hill/Clerk: applied 2026-02-02, offer ?"]
    ),
}
