"""Days that stand beside what they are not the day of, and rows that are steps."""

from tests.exchange.meant.told import Meant

STEPS = {
    "a row for each thing that happened": Meant(
        "Date,Company,Position,What happened\n"
        "2/2/2026,Hill,Clerk,applied\n"
        "2/13/2026,Hill,Clerk,phone interview\n"
        "2/14/2026,Ames,Cook,Rejected\n"
        "3/2/2026,Hill,Clerk,second interview\n"
        "3/3/2026,Bo,Baker,Interview scheduled\n",
        [
            "Hill/Clerk: applied 2026-02-02",
            "Hill/Clerk: screen 2026-02-13",
            "Ames/Cook: applied ?, rejected 2026-02-14",
            "Hill/Clerk: interview 2026-03-02",
            "Bo/Baker: interview_planned ?",
        ],
    ),
    "steps under a status": Meant(
        "Date,Company,Title,Status\n"
        "2/13/2026,Hill,Clerk,Applied\n"
        "3/2/2026,Hill,Clerk,Interview\n"
        "3/9/2026,Hill,Clerk,Rejected\n"
        "2/14/2026,Ames,Cook,Rejected\n",
        [
            "Hill/Clerk: applied 2026-02-13",
            "Hill/Clerk: interview 2026-03-02",
            "Hill/Clerk: applied ?, rejected 2026-03-09",
            "Ames/Cook: applied 2026-02-14, rejected ?",
        ],
    ),
    "an interview told of on a day": Meant(
        "Company,Title,Applied,Status,Status date\n"
        "Hill,Clerk,2/13/2026,Interview scheduled,3/2/2026\n",
        ["Hill/Clerk: applied 2026-02-13, interview_planned ?"],
    ),
}
BESIDE = {
    "a day of contact": Meant(
        "Company,Title,Date of contact,Status\n"
        "Hill,Clerk,2/13/2026,interview set 3/20\n"
        "Ames,Cook,2/14/2026,Applied\n"
        "Bo,Baker,2/15/2026,Phone interview\n"
        "Cy,Driver,2/16/2026,no response\n",
        [
            "Hill/Clerk: interview_planned 2026-03-20",
            "Ames/Cook: applied 2026-02-14",
            "Bo/Baker: screen ?",
            "Cy/Driver: applied 2026-02-16, no_response ?",
        ],
    ),
    "a day of contact beside the day applied": Meant(
        "Company,Title,Date of contact,Applied\nHill,Clerk,2/27/2026,2/13/2026\n",
        ["Hill/Clerk: applied 2026-02-13"],
    ),
}
PAST = {
    "a talk or an end in a note": Meant(
        "Company,Title,Applied,Status,Notes\n"
        "Hill,Clerk,2/13/2026,Applied,rejected 3/1\n"
        "Ames,Cook,2/14/2026,Applied,talked to Ana 3/4 - nice\n"
        "Bo,Baker,2/15/2026,Interview,met 3/5\n"
        "Cy,Driver,2/16/2026,Applied,Zoom w/ the team 3/20 at 2pm\n"
        "Di,Editor,2/17/2026,,they turned me down\n"
        "Ed,Fitter,11/20/2025,Applied,recruiter called 1/9\n"
        "Fay,Guard,2/18/2026,Applied,no interview yet 3/4\n",
        [
            "Hill/Clerk: applied 2026-02-13, rejected 2026-03-01",
            "Ames/Cook: applied 2026-02-14, interview 2026-03-04",
            "Bo/Baker: applied 2026-02-15, interview 2026-03-05",
            "Cy/Driver: applied 2026-02-16, interview_planned 2026-03-20",
            "Di/Editor: applied 2026-02-17, rejected ?",
            "Ed/Fitter: applied 2025-11-20, screen 2026-01-09",
            "Fay/Guard: applied 2026-02-18",
        ],
    ),
    "a day to follow up that is past": Meant(
        "Company,Title,Applied,Follow up\nHill,Clerk,2/13/2026,3/2/2026\nAmes,Cook,2/14/2026,\n",
        ["Hill/Clerk: applied 2026-02-13, wrote 2026-03-02", "Ames/Cook: applied 2026-02-14"],
    ),
    "a next step whose day is past": Meant(
        "Company,Title,Applied,Next step,Due\nHill,Clerk,2/13/2026,send my portfolio,3/2/2026\n",
        ["Hill/Clerk: applied 2026-02-13, i_promised 2026-03-02"],
    ),
}
MONTHS = {
    "days under the headings of their months": Meant(
        "Company,Title,Day,Status\n"
        "MARCH 2026,,,\n"
        "Hill,Clerk,3,Applied\n"
        "Ames,Cook,14th,Rejected\n"
        "--- February (2) ---,,,\n"
        "Bo,Baker,Mon 2,Applied\n",
        [
            "no row",
            "Hill/Clerk: applied 2026-03-03",
            "Ames/Cook: applied 2026-03-14, rejected ?",
            "no row",
            "Bo/Baker: applied 2026-02-02",
        ],
    ),
    "days under months of two years": Meant(
        "Company,Title,Date\nNov 2025,,\nHill,Clerk,30\nDecember,,\nAmes,Cook,2\n"
        "January,,\nBo,Baker,5\n",
        [
            "no row",
            "Hill/Clerk: applied 2025-11-30",
            "no row",
            "Ames/Cook: applied 2025-12-02",
            "no row",
            "Bo/Baker: applied 2026-01-05",
        ],
    ),
    "a month over the whole list": Meant(
        "February 2026,,\nDate,Company,Title\n2,Hill,Clerk\n3,Ames,Cook\n",
        ["Hill/Clerk: applied 2026-02-02", "Ames/Cook: applied 2026-02-03"],
    ),
    "a month in a column beside": Meant(
        "Month,Day,Company,Title\nFebruary,3,Hill,Clerk\n,14,Ames,Cook\nMar,2,Bo,Baker\n",
        [
            "Hill/Clerk: applied 2026-02-03",
            "Ames/Cook: applied 2026-02-14",
            "Bo/Baker: applied 2026-03-02",
        ],
    ),
    "a day of the week beside the date": Meant(
        "Day,Date,Company,Title\nFri,2/13/2026,Hill,Clerk\nTue,3/3/2026,Ames,Cook\n",
        ["Hill/Clerk: applied 2026-02-13", "Ames/Cook: applied 2026-03-03"],
    ),
}
GOES_ON = {
    "lines that go on with the row above": Meant(
        "Company,Title,Applied,Contact,Email,Notes\n"
        "Hill,Clerk,2/13/2026,Ana Cruz,ana@hill.example,nice\n"
        ",,,Bob Lee,bob@hill.example,her boss\n"
        ",,,,,parking behind the house\n"
        "Ames,Cook,2/14/2026,,,\n"
        ",,,,,rejected 3/1\n",
        [
            "Hill/Clerk: applied 2026-02-13; contact Ana Cruz; email ana@hill.example; "
            "person Bob Lee",
            "no row",
            "no row",
            "Ames/Cook: applied 2026-02-14, rejected 2026-03-01",
            "no row",
        ],
    ),
    "steps beneath a row": Meant(
        "Company,Title,Date,Status\nHill,Clerk,2/13/2026,Applied\n,,3/2/2026,Interview\n"
        ",,3/9/2026,Rejected\nAmes,Cook,2/14/2026,Applied\n",
        [
            "Hill/Clerk: applied 2026-02-13",
            "Hill/Clerk: interview 2026-03-02",
            "Hill/Clerk: rejected 2026-03-09",
            "Ames/Cook: applied 2026-02-14",
        ],
    ),
}
