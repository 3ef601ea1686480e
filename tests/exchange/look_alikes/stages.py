"""Several columns, or several stages in one, that must be read together; and exports."""

from tests.exchange.look_alikes.alike import Alike

# Several columns, or several stages in one, that must be read together.
TOGETHER = {
    "one column per stage": Alike(
        "Company,Role,Date Applied,Date Phone Screen\nHill,Clerk,2026-01-05,2026-01-12\n",
        ["Hill/Clerk: applied 2026-01-05, screen 2026-01-12"],
    ),
    "one column per stage, the last is the state": Alike(
        "Company,Role,Applied,First Interview,Offer,Rejected,No Answer\n"
        "Hill,Clerk,2026-01-05,2026-01-12,,2026-01-20,\nAmes,Cook,2026-01-05,,,,2026-02-20\n",
        [
            "Hill/Clerk: applied 2026-01-05, interview 2026-01-12, rejected 2026-01-20",
            "Ames/Cook: applied 2026-01-05, no_response 2026-02-20",
        ],
    ),
    "stages ticked": Alike(
        "Company,Role,Status,Recruiter,Coding Challenge,Onsite\nHill,Clerk,,yes,n/a,3/20/2019\n",
        ["Hill/Clerk: screen ?, interview 2019-03-20"],
    ),
    "a recruiter who is a person": Alike(
        "Company,Role,Recruiter\nHill,Clerk,Ms. Ortiz\n", ["Hill/Clerk: applied ?i"]
    ),
    "a stage ticked": Alike(
        "Company,Role,Technical Interview\nHill,Clerk,yes\n", ["Hill/Clerk: interview ?"]
    ),
    "only interviews ticked": Alike(
        "Company,Role,Interviewed\nHill,Clerk,ok\nAmes,Cook,\n",
        ["Hill/Clerk: interview ?", "Ames/Cook: applied ?i"],
    ),
    "an interview ahead": Alike(
        "Company,Role,Interview Date,Status\nHill,Clerk,2026-03-20,Interview\n",
        ["Hill/Clerk: interview_planned 2026-03-20"],
    ),
    "talks without a time": Alike(
        "Company,Role,Date Applied,Status\n"
        'Hill,Clerk,2026-02-23,"Interview canceled, they will send a new time"\n'
        'Ames,Cook,2026-02-24,"Invited, waiting for a time"\n'
        "Fay,Guard,2026-02-25,No show\nBo,Baker,2026-02-26,I missed the interview\n",
        [
            "Hill/Clerk: applied 2026-02-23, they_canceled ?",
            "Ames/Cook: applied 2026-02-24, interview_planned ?",
            "Fay/Guard: applied 2026-02-25, they_missed ?",
            "Bo/Baker: applied 2026-02-26, i_missed ?",
        ],
    ),
    "one interview day in every row": Alike(
        "Company,Role,Interview Date,Status\n"
        + "".join(f"Hill {n},Clerk,2026-03-09,Applied\n" for n in range(3)),
        [f"Hill {n}/Clerk: applied ?" for n in range(3)],
        asked=("column:Interview Date",),
    ),
    "one interview day in some rows": Alike(
        "Company,Role,Interview Date,Status\n"
        + "".join(f"Hill {n},Clerk,2026-03-09,Interview\n" for n in range(3))
        + "Ames,Cook,,Applied\n",
        [
            *(f"Hill {n}/Clerk: interview 2026-03-09" for n in range(3)),
            "Ames/Cook: applied ?",
        ],
    ),
    "pending, with an interview": Alike(
        "Company,Role,Interview Date,Status\nHill,Clerk,2026-03-09,Pending\n",
        ["Hill/Clerk: interview 2026-03-09"],
    ),
    "stage and decision": Alike(
        "Company,Role,Stage,Decision\nHill,Clerk,Submitted,Not Selected\n"
        "Ames,Cook,Not Submitted,Pending\n",
        ["Hill/Clerk: applied ?, rejected ?", "Ames/Cook: saved ?"],
    ),
    "progress and state": Alike(
        "Company,Role,Application Progress,Status\nHill,Clerk,video interview,rejected\n",
        ["Hill/Clerk: interview ?, rejected ?"],
    ),
    "stage and a flag": Alike(
        "Company,Role,Stage,Answered,Rejected\nHill,Clerk,Interview,True,True\n"
        "Ames,Cook,Applied,False,False\n",
        ["Hill/Clerk: interview ?, rejected ?", "Ames/Cook: applied ?"],
    ),
    "status and interviewed": Alike(
        "Company,Role,Status,Interviewed\nHill,Clerk,Rejected,Yes\nAmes,Cook,No Reply,No\n",
        ["Hill/Clerk: interview ?, rejected ?", "Ames/Cook: applied ?, no_response ?"],
    ),
    "furthest stage apart": Alike(
        "Company,Role,Current Status,Stage Highest Reached\nHill,Clerk,Rejected,Final Interview\n",
        ["Hill/Clerk: final_interview ?, rejected ?"],
    ),
    "stage of the company": Alike(
        "Company,Role,Status,Stage\nHill,Clerk,Applied,Series A\nAmes,Cook,Applied,Seed\n",
        ["Hill/Clerk: applied ?", "Ames/Cook: applied ?"],
    ),
    "a history of records": Alike(
        "Company,Role,Stage,Stage History\n"
        "Hill,Clerk,Interview,\"[{'stage': 'Applied', 'date': '2026-01-05'}, "
        "{'stage': 'Interview', 'date': '2026-01-12T10:00:00Z'}]\"\n",
        ["Hill/Clerk: applied 2026-01-05, interview 2026-01-12"],
    ),
    "a history of words": Alike(
        "Company,Role,Date Applied,Status History\n"
        "Hill,Clerk,2026-01-05,Applied - Phone Screen - Interview\n",
        ["Hill/Clerk: applied 2026-01-05, screen ?, interview ?"],
    ),
    "a history of days": Alike(
        "Company,Role,Status,interview_steps\n"
        "Hill,Clerk,Interview,2026-01-12|PHONE_SCREEN;2026-01-20|ONSITE\n",
        ["Hill/Clerk: screen 2026-01-12, interview 2026-01-20"],
    ),
    "a history nobody can read": Alike(
        "Company,Role,Status,Status History\nHill,Clerk,Applied,here - there\n",
        ["Hill/Clerk: applied ?"],
        asked=("status:here - there",),
    ),
    "a day of reply": Alike(
        "Company,Role,Applied,Status,Response Date\nHill,Clerk,2026-01-05,Rejected,2026-01-20\n",
        ["Hill/Clerk: applied 2026-01-05, rejected 2026-01-20"],
    ),
}

# Lists that other programs write.
EXPORTS = {
    "LinkedIn": Alike(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,"
        "Resume Name,Question And Answers\n"
        '"1/3/26, 9:05 PM",me@mail.example,+1 609 555 0142,Hill & Co,Clerk,'
        "https://jobs.example/1,cv.pdf,Can you start? Yes\n",
        ["Hill & Co/Clerk: applied 2026-01-03"],
    ),
    "LinkedIn (saved jobs)": Alike(
        'Saved Date,Job Url,Job Title,Company Name\n"1/3/26, 9:05 PM",https://j.example,Clerk,Hill\n',
        ["Hill/Clerk: saved 2026-01-03"],
    ),
    "Simplify": Alike(
        "Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,"
        "Notes\nClerk,Hill,https://j.example,2026-01-05,REJECTED,2026-01-20,No,,\n",
        ["Hill/Clerk: applied 2026-01-05, rejected 2026-01-20"],
    ),
    "Huntr": Alike(
        "Company,Title,URL,Location,List,Created At,Moved At\n"
        "Hill,Clerk,https://j.example,Trenton,Applied,2026-01-02T08:00:00Z,2026-01-05T08:00:00Z\n"
        "Ames,Cook,,,Wishlist,2026-01-03T08:00:00Z,\n",
        ["Hill/Clerk: saved 2026-01-02, applied 2026-01-05", "Ames/Cook: saved 2026-01-03"],
    ),
    "Teal": Alike(
        "Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,"
        "Follow up,Excitement\n"
        'Clerk,Hill,"$61,000",Trenton,Interviewing,2026-01-02,,2026-01-05,2026-01-20,4\n'
        "Cook,Ames,,,Bookmarked,2026-01-03,,,,2\n",
        [
            "Hill/Clerk: saved 2026-01-02, applied 2026-01-05, interview ?",
            "Ames/Cook: saved 2026-01-03",
        ],
        0,
        ("done:Follow up",),
    ),
    "CareerOneStop": Alike(
        "Company Name,Contact,E-mail,Date Applied,Application Summary,Interview,Follow-Up,Status\n"
        "Hill,Ms. Ortiz,ortiz@hill.example,1/15/2026,letter and CV,2/20/2026,sent thanks,\n",
        ["Hill/: applied 2026-01-15, interview 2026-02-20"],
        asked=("sent",),
    ),
    "Google Sheets (answers to a form)": Alike(
        "Timestamp,Company,Position,Status\n1/15/2026 10:11:12,Hill,Clerk,Applied\n",
        ["Hill/Clerk: applied 2026-01-15i"],
    ),
}
