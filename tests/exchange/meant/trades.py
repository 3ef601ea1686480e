"""Lists of people of many trades: one row each, or rows parted by sections and months."""

from tests.exchange.meant.told import Meant

TRACKERS = {
    "a nurse's tracker": Meant(
        "Hospital,Unit,Applied,Where it stands,Who\n"
        "St. Hill,ICU nights,2/3/2026,interview 2/18 - shadow shift after,Beth Ruiz\n"
        "Ames Regional,Med-surg,2/13/2026,not selected,\n"
        "Bo Clinic,PACU,2/20/2026,Interview offered,Carla Voss\n",
        [
            "St. Hill/ICU nights: applied 2026-02-03, interview 2026-02-18; contact Beth Ruiz",
            "Ames Regional/Med-surg: applied 2026-02-13, rejected ?",
            "Bo Clinic/PACU: applied 2026-02-20, interview_planned ?; contact Carla Voss",
        ],
    ),
    "a welder's list": Meant(
        "Shop,Job,When,Result\n"
        "Hill Fab,MIG welder,2/3/26,weld test 2/10 passed\n"
        "Ames Pipe,Pipefitter,2/13/26,didnt call back\n"
        "Bo Iron,Helper,2/20/26,\"start monday, $24\"\n",
        [
            "Hill Fab/MIG welder: applied 2026-02-03, heard_back 2026-02-10",
            "Ames Pipe/Pipefitter: applied 2026-02-13, no_response ?",
            "Bo Iron/Helper: applied 2026-02-20, accepted ?",
        ],
    ),
    "talks in one cell": Meant(
        "Company,Title,Applied,Status\n"
        "Hill,Clerk,2/13/2026,phone screen 3/2; final round 3/12\n"
        "Ames,Cook,2/14/2026,\"phone 3/2, onsite 3/10\"\n"
        "Bo,Baker,2/15/2026,interviewed 3/3 and 3/10\n"
        "Cy,Driver,2/16/2026,\"interviewed 3/3, rejected 3/10\"\n"
        "Di,Editor,2/1/2026,applied 2/1 phone 2/10 onsite 2/20 offer 3/1\n",
        [
            "Hill/Clerk: applied 2026-02-13, screen 2026-03-02, final_interview 2026-03-12",
            "Ames/Cook: applied 2026-02-14, screen 2026-03-02, interview 2026-03-10",
            "Bo/Baker: applied 2026-02-15, interview 2026-03-03, interview 2026-03-10",
            "Cy/Driver: applied 2026-02-16, interview 2026-03-03, rejected 2026-03-10",
            "Di/Editor: applied 2026-02-01, screen 2026-02-10, interview 2026-02-20, "
            "offer 2026-03-01",
        ],
    ),
    "steps with arrows": Meant(
        "Company,Title,Status\n"
        "Hill,Clerk,Applied 2/13/2026 -> Phone 2/20/2026 -> Onsite 3/2/2026\n"
        "Ames,Cook,Applied 2/14/2026 -> Rejected 2/28/2026\n",
        [
            "Hill/Clerk: applied 2026-02-13, screen 2026-02-20, interview 2026-03-02",
            "Ames/Cook: applied 2026-02-14, rejected 2026-02-28",
        ],
    ),
    "next actions": Meant(
        "Company,Position,Date Applied,Status,Next action,Due\n"
        "Hill,Clerk,2026-02-13,Interviewed,call Dana,2026-03-20\n"
        "Ames,Cook,2026-02-14,Applied,,\n",
        [
            "Hill/Clerk: applied 2026-02-13, interview ?, i_promised 2026-03-20",
            "Ames/Cook: applied 2026-02-14",
        ],
    ),
    "name first, then where": Meant(
        "Position @ Company,Applied,Status\n"
        "Clerk @ Hill & Co,2/13/2026,Applied\n"
        "Cook at Ames,2/14/2026,Rejected\n",
        [
            "Hill & Co/Clerk: applied 2026-02-13",
            "Ames/Cook: applied 2026-02-14, rejected ?",
        ],
    ),
    "work search record": Meant(
        "Week ending,Employer,Job,Date,How,Outcome\n"
        "2/7/2026,Hill,Clerk,2/2/2026,website,no response\n"
        "2/14/2026,Ames,Cook,2/13/2026,email,interviewed 2/20\n",
        [
            "Hill/Clerk: applied 2026-02-02, no_response ?",
            "Ames/Cook: applied 2026-02-13, interview 2026-02-20",
        ],
    ),
    "a graduate's list": Meant(
        "company,role,applied,oa,phone,onsite,result\n"
        "Hill,SWE,1/13,1/20,1/27,2/10,rejected\n"
        "Ames,SWE,1/14,1/21,,,ghosted\n"
        "Bo,PM,1/15,x,2/3,,waiting\n",
        [
            "Hill/SWE: applied 2026-01-13, heard_back 2026-01-20, screen 2026-01-27, "
            "interview 2026-02-10, rejected ?",
            "Ames/SWE: applied 2026-01-14, heard_back 2026-01-21, no_response ?",
            "Bo/PM: applied 2026-01-15, heard_back ?, screen 2026-02-03",
        ],
    ),
    "interview with a time": Meant(
        "Company,Title,Applied,Interview Date,Interview Time,Interviewer\n"
        "Hill,Clerk,2/13/2026,3/20/2026,2pm,Dana Reyes\n"
        "Ames,Cook,2/14/2026,3/2/2026,10:30,Luis Ortega\n",
        [
            "Hill/Clerk: applied 2026-02-13, interview_planned 2026-03-20; contact Dana Reyes",
            "Ames/Cook: applied 2026-02-14, interview 2026-03-02; contact Luis Ortega",
        ],
    ),
    "offers with answers": Meant(
        "Company,Title,Applied,Status,Notes\n"
        "Hill,Clerk,2/13/2026,Offer 3/12,need to tell them by 3/20\n"
        "Ames,Cook,2/14/2026,Offer declined,pay\n"
        "Bo,Baker,2/15/2026,Interview 3/5,no offer yet\n",
        [
            "Hill/Clerk: applied 2026-02-13, offer 2026-03-12",
            "Ames/Cook: applied 2026-02-14, offer ?, declined ?",
            "Bo/Baker: applied 2026-02-15, interview 2026-03-05",
        ],
    ),
}  # fmt: skip

SECTIONED = {
    "sections beside own words": Meant(
        "Company,Title,Applied,Status\n"
        "REJECTED,,,\n"
        "Hill,Clerk,2026-03-02,Interview\n"
        "Ames,Cook,2026-03-03,\n"
        "INTERVIEWING,,,\n"
        "Bo,Baker,2026-03-02,Applied\n"
        "Cy,Driver,2026-03-03,Rejected\n"
        "Di,Editor,2026-03-04,Phone interview done\n",
        [
            "no row",
            "Hill/Clerk: applied 2026-03-02, interview ?",
            "Ames/Cook: applied 2026-03-03, rejected ?",
            "no row",
            "Bo/Baker: applied 2026-03-02, interview ?",
            "Cy/Driver: applied 2026-03-03, rejected ?",
            "Di/Editor: applied 2026-03-04, screen ?",
        ],
    ),
    "sections with counts": Meant(
        "Company,Role,Date\n"
        "ACTIVE (2),,\n"
        "Hill,Clerk,2026-03-02\n"
        "Ames,Cook,2026-03-03\n"
        "DEAD (1),,\n"
        "Bo,Baker,2026-02-03\n",
        [
            "no row",
            "Hill/Clerk: applied 2026-03-02",
            "Ames/Cook: applied 2026-03-03",
            "no row",
            "Bo/Baker: applied 2026-02-03, rejected ?",
        ],
    ),
    "sections a dash apart": Meant(
        "Company,Role,Applied\n"
        "Hill,Clerk,2026-03-02\n"
        "-- interviews --,,\n"
        "Ames,Cook,2026-03-03\n"
        "-- no thanks --,,\n"
        "Bo,Baker,2026-02-03\n",
        [
            "Hill/Clerk: applied 2026-03-02",
            "no row",
            "Ames/Cook: applied 2026-03-03, interview ?",
            "no row",
            "Bo/Baker: applied 2026-02-03, rejected ?",
        ],
    ),
    "a section to apply to": Meant(
        "Company,Role,Applied\n"
        "TO APPLY,,\n"
        "Hill,Clerk,\n"
        "Ames,Cook,\n"
        "APPLIED,,\n"
        "Bo,Baker,2026-02-03\n",
        [
            "no row",
            "Hill/Clerk: saved ?",
            "Ames/Cook: saved ?",
            "no row",
            "Bo/Baker: applied 2026-02-03",
        ],
    ),
    "a second line with a note": Meant(
        "Company,Title,Applied,Status,Notes\n"
        "Hill,Clerk,2/13/2026,Interview,met Dana\n"
        ",,,,said by Friday\n"
        "Ames,Cook,2/14/2026,Rejected,\n",
        [
            "Hill/Clerk: applied 2026-02-13, interview ?, they_promised ?",
            "no row",
            "Ames/Cook: applied 2026-02-14, rejected ?",
        ],
    ),
    "ditto marks": Meant(
        "Company,Title,Applied\n"
        "Hill,Clerk,2/13/2026\n"
        "\"\"\"\",Cook,2/14/2026\n"
        "ditto,Baker,2/15/2026\n"
        "same,Driver,2/16/2026\n",
        [
            "Hill/Clerk: applied 2026-02-13",
            "Hill/Cook: applied 2026-02-14",
            "Hill/Baker: applied 2026-02-15",
            "Hill/Driver: applied 2026-02-16",
        ],
    ),
    "months and days without a year": Meant(
        "Company,Title,Applied\n"
        "Jan 2026,,\n"
        "Hill,Clerk,1/13\n"
        "Ames,Cook,1/20\n"
        "February,,\n"
        "Bo,Baker,2/3\n",
        [
            "no row",
            "Hill/Clerk: applied 2026-01-13",
            "Ames/Cook: applied 2026-01-20",
            "no row",
            "Bo/Baker: applied 2026-02-03",
        ],
    ),
    "weeks between the rows": Meant(
        "Company,Title,Applied\n"
        "Week 1,,\n"
        "Hill,Clerk,2026-01-13\n"
        "Week of 1/19,,\n"
        "Ames,Cook,2026-01-20\n"
        "wk 3,,\n"
        "Bo,Baker,2026-02-03\n",
        [
            "no row",
            "Hill/Clerk: applied 2026-01-13",
            "no row",
            "Ames/Cook: applied 2026-01-20",
            "no row",
            "Bo/Baker: applied 2026-02-03",
        ],
    ),
}  # fmt: skip
