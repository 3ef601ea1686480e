"""Lists as people write them, with what their authors meant: the truth, whatever is read.

One line for each row, as it stands in the file: company and position, then what happened with its
day (`?` where the author told none), then whom they write to (`contact`, `role`, `email`, `phone`),
others (`person`), and the address of the notice (`link`). "no row" is a line of the file that is no
application. Today is Monday, March 16, 2026.
"""

from typing import NamedTuple


class Meant(NamedTuple):
    """A list, and what its author meant by each of its rows."""

    file: str
    rows: list[str]


HEAD = "Company,Title,Applied,Status\n"

HEADERS = {
    "a number sign first": Meant(
        "#,Company,Title,Applied\n1,Hill & Co,Clerk,2026-03-02\n2,Ames,Cook,2026-03-03\n",
        ["Hill & Co/Clerk: applied 2026-03-02", "Ames/Cook: applied 2026-03-03"],
    ),
    "a number sign on the company": Meant(
        "#Company,Title,Status\nHill & Co,Clerk,Applied\n", ["Hill & Co/Clerk: applied ?"]
    ),
    "headings nobody knows": Meant(
        "my hunt\n\nBetrieb X,Was,Am\nHill & Co,Clerk,2026-03-02\nAmes,Cook,2026-03-03\n",
        [
            "no row",
            "no row",
            "Hill & Co/Clerk: applied 2026-03-02",
            "Ames/Cook: applied 2026-03-03",
        ],
    ),
    "months between the rows": Meant(
        HEAD + "--- November ---,,,\nHill,Clerk,2025-11-03,Applied\nDecember 2025,,,\n"
        "Ames,Cook,2025-12-01,Applied\n=== 2026 ===,,,\nBo,Baker,2026-01-02,Rejected\n",
        [
            "no row",
            "Hill/Clerk: applied 2025-11-03",
            "no row",
            "Ames/Cook: applied 2025-12-01",
            "no row",
            "Bo/Baker: applied 2026-01-02, rejected ?",
        ],
    ),
    "a wish list of companies": Meant(
        HEAD + "Hill & Co,,,\nMarchmont,,,\n", ["Hill & Co/: ", "Marchmont/: "]
    ),
}  # fmt: skip

CELLS_DECIDE = {
    "a person named Name": Meant(
        "Company,Name,Title,Applied\nHill & Co,Maya Chan,Clerk,2026-03-02\n"
        "Ames,Luis Ortega,Cook,2026-03-03\n",
        [
            "Hill & Co/Clerk: applied 2026-03-02; contact Maya Chan",
            "Ames/Cook: applied 2026-03-03; contact Luis Ortega",
        ],
    ),
    "a company called Name": Meant(
        "Name,Position,Applied\nHill & Co,Clerk,2026-03-02\n",
        ["Hill & Co/Clerk: applied 2026-03-02"],
    ),
    "the title of the contact": Meant(
        "Company,Contact,Title,Position,Applied\nHill & Co,Maya Chan,HR Manager,Clerk,2026-03-02\n",
        ["Hill & Co/Clerk: applied 2026-03-02; contact Maya Chan; role HR Manager"],
    ),
    "numbers under Phone": Meant(
        "Company,Title,Applied,Contact,Phone\nHill,Clerk,2026-03-02,Maya Chan,1763555010\n"
        "Ames,Cook,2026-03-03,Luis Ortega,6095550142\n",
        [
            "Hill/Clerk: applied 2026-03-02; contact Maya Chan; phone 1763555010",
            "Ames/Cook: applied 2026-03-03; contact Luis Ortega; phone 6095550142",
        ],
    ),
    "days under Phone": Meant(
        "Company,Title,Applied,Phone,Onsite\nHill,Clerk,1/20/2026,1/28/2026,2/4/2026\n",
        ["Hill/Clerk: applied 2026-01-20, screen 2026-01-28, interview 2026-02-04"],
    ),
    "sums under Offer": Meant(
        "Company,Title,Applied,Status,Offer\nHill,Clerk,2026-03-02,Applied,45000\n"
        "Ames,Cook,2026-03-03,Applied,$65k\n",
        ["Hill/Clerk: applied 2026-03-02", "Ames/Cook: applied 2026-03-03"],
    ),
    "days under Offer": Meant(
        "Company,Title,Applied,Offer\nHill,Clerk,2026-02-02,2026-03-10\nAmes,Cook,2026-02-03,\n",
        ["Hill/Clerk: applied 2026-02-02, offer 2026-03-10", "Ames/Cook: applied 2026-02-03"],
    ),
    "an e-mail under Contact": Meant(
        "Company,Title,Applied,Contact\nHill,Clerk,2026-03-02,maya@hill.example\n"
        "Ames,Cook,2026-03-03,Luis Ortega\n",
        [
            "Hill/Clerk: applied 2026-03-02; email maya@hill.example",
            "Ames/Cook: applied 2026-03-03; contact Luis Ortega",
        ],
    ),
    "a referral under Link": Meant(
        "Company,Title,Applied,Link\nHill,Clerk,2026-03-02,referral\n"
        "Ames,Cook,2026-03-03,https://ames.example/7\n",
        [
            "Hill/Clerk: applied 2026-03-02",
            "Ames/Cook: applied 2026-03-03; link https://ames.example/7",
        ],
    ),
    "one's own e-mail in every row": Meant(
        "Company,Title,Applied,Email,Phone\nHill,Clerk,2026-03-02,me@post.example,609 555 0142\n"
        "Ames,Cook,2026-03-03,me@post.example,609 555 0142\n",
        ["Hill/Clerk: applied 2026-03-02", "Ames/Cook: applied 2026-03-03"],
    ),
    "several people in one cell": Meant(
        "Company,Title,Applied,Contacts\nHill,Clerk,2026-03-02,"
        '"Luis Ortega <luis@hill.example>, HR / Mia Chan 609 555 0100"\n',
        [
            "Hill/Clerk: applied 2026-03-02; contact Luis Ortega; role HR; "
            "email luis@hill.example; person Mia Chan"
        ],
    ),
    "a remark for a contact": Meant(
        "Company,Title,Applied,Contact\nHill,Clerk,2026-03-02,spoke to them twice\n",
        ["Hill/Clerk: applied 2026-03-02"],
    ),
}

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

MEANT = {
    **HEADERS, **CELLS_DECIDE, **STATUSES, **DAYS, **MOVED, **OTHER_LISTS, **OFFERED
}  # fmt: skip
