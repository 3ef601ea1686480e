"""What stands in the cells of statuses, and ticks in columns of stages."""

from tests.exchange.meant.told import HEAD, Meant

STATUSES = {
    "days in the status alone, which comes first untold": Meant(
        "Company,Title,Status\nHill,Clerk,interview 3/9\nAmes,Cook,rejected 3/10 10am\n"
        "Bo,Baker,offer 3/11/2026\n",
        [
            "Hill/Clerk: interview 2026-03-09",
            "Ames/Cook: applied ?, rejected 2026-03-10",
            "Bo/Baker: offer 2026-03-11",
        ],
    ),
    "days in the status alone, one of which tells": Meant(
        "Company,Title,Status\nHill,Clerk,interview 3/9\nAmes,Cook,rejected 2/25\n",
        ["Hill/Clerk: interview 2026-03-09", "Ames/Cook: applied ?, rejected 2026-02-25"],
    ),
    "two days in one status": Meant(
        HEAD + 'Hill,Clerk,2/3/2026,"applied 2/3, interview 3/10"\n'
        "Ames,Cook,2/25/2026,interview (applied 2/25)\n",
        [
            "Hill/Clerk: applied 2026-02-03, interview 2026-03-10",
            "Ames/Cook: applied 2026-02-25, interview ?",
        ],
    ),
    "remarks and days in the status": Meant(
        HEAD + "Hill,Clerk,10/28/2025,Offer!!! 11/25\nAmes,Cook,10/20/2025,REJECTED 11/9\n"
        "Bo,Baker,10/21/2025,final interview done\nCy,Driver,10/22/2025,2nd round done!!\n"
        "Di,Editor,10/23/2025,interview sched 12/3 10am\nEd,Fitter,10/24/2025,had zoom\n"
        "Fay,Guard,10/25/2025,Phone Interview - waiting\nGo,Host,10/26/2025,Rejected 3/10\n",
        [
            "Hill/Clerk: applied 2025-10-28, offer 2025-11-25",
            "Ames/Cook: applied 2025-10-20, rejected 2025-11-09",
            "Bo/Baker: applied 2025-10-21, final_interview ?",
            "Cy/Driver: applied 2025-10-22, interview ?",
            "Di/Editor: applied 2025-10-23, interview_planned 2025-12-03",
            "Ed/Fitter: applied 2025-10-24, interview ?",
            "Fay/Guard: applied 2025-10-25, screen ?",
            "Go/Host: applied 2025-10-26, rejected 2026-03-10",
        ],
    ),
    "what is denied": Meant(
        HEAD + "Hill,Clerk,2026-02-02,Not rejected\nAmes,Cook,2026-02-03,Offer rejected\n"
        "Bo,Baker,2026-02-04,no interview yet\n",
        [
            "Hill/Clerk: applied 2026-02-02",
            "Ames/Cook: applied 2026-02-03, offer ?, declined ?",
            "Bo/Baker: applied 2026-02-04",
        ],
    ),
    "yes and no in a column of each stage": Meant(
        "Company,Title,Applied,Interview,Rejected\nHill,Clerk,Y,N,Y\nAmes,Cook,Y,Y,N\n"
        "Bo,Baker,N,N,N\n",
        [
            "Hill/Clerk: applied ?, rejected ?",
            "Ames/Cook: applied ?, interview ?",
            "Bo/Baker: saved ?",
        ],
    ),
    "ticks of other kinds": Meant(
        "Company,Title,Applied,Phone Screen,Offer\nHill,Clerk,☑,☐,☐\nAmes,Cook,x,x,\n"
        "Bo,Baker,TRUE,TRUE,FALSE\nCy,Driver,1,0,0\n",
        [
            "Hill/Clerk: applied ?",
            "Ames/Cook: applied ?, screen ?",
            "Bo/Baker: applied ?, screen ?",
            "Cy/Driver: applied ?",
        ],
    ),
    "not applied, whatever day stands beside": Meant(
        HEAD + "Hill,Clerk,2026-03-02,Waiting to apply\nAmes,Cook,2026-03-03,not complete\n"
        "Bo,Baker,2026-03-04,(did not apply)\n",
        ["Hill/Clerk: saved ?", "Ames/Cook: saved ?", "Bo/Baker: saved ?"],
    ),
    "a test is no talk": Meant(
        HEAD + "Hill,Clerk,2026-03-02,Online assessment\nAmes,Cook,2026-03-03,take-home sent\n",
        [
            "Hill/Clerk: applied 2026-03-02, heard_back ?",
            "Ames/Cook: applied 2026-03-03, heard_back ?",
        ],
    ),
    "a test has a column": Meant(
        "Company,Title,Applied,Online Assessment,Interview\nHill,Clerk,2026-03-02,2026-03-05,\n",
        ["Hill/Clerk: applied 2026-03-02, heard_back 2026-03-05"],
    ),
    "a step nobody knows in a dated history": Meant(
        "Company,Title,Status,Interview steps\n"
        "Hill,Clerk,Interview,2026-01-12|PHONE_SCREEN;2026-01-20|VIBES;2026-02-03|ONSITE\n",
        ["Hill/Clerk: screen 2026-01-12, interview 2026-02-03"],
    ),
    "an offer in a column of interviews": Meant(
        "Company,Title,Applied,Interview\nHill,Clerk,2026-01-05,Rejected 2/10/2026\n"
        "Ames,Cook,2026-01-06,1/20/2026\n",
        [
            "Hill/Clerk: applied 2026-01-05, rejected 2026-02-10",
            "Ames/Cook: applied 2026-01-06, interview 2026-01-20",
        ],
    ),
}  # fmt: skip
