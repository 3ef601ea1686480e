"""Lists as strangers keep them: what they mean was written before any rule."""

from tests.exchange.meant.told import Meant

STRANGERS = {
    "a teacher's list": Meant(
        "School,Position,Date sent,Heard?,Interview,Outcome,Notes\n"
        "Lincoln Elementary,3rd grade,2/2,y,2/12,no,went with internal candidate\n"
        "Adams Middle,ELA 6-8,2/2,n,,,\n"
        "Polk HS,English 9,2/5,Y,2/20 3:30pm,waiting,"
        "principal Ms. Hart said they'd know by spring break\n"
        "Grant K-8,Reading spec.,2/9,yes,phone 2/17,2nd int 3/18,\n"
        "Hayes Charter,4th,2/11,no,,,filled already\n"
        "Tyler Day School,Aide,2/11,,,,sent transcripts 2/13\n"
        "Monroe,Long term sub,2/18,y,2/25,OFFER,start 3/30?? need to answer by 3/20\n"
        "Pierce Academy,5th,2/23,,,,\n"
        "Fillmore,Title I,2/27,Y,3/19,,demo lesson fractions\n"
        "Garfield,2nd,3/2,x,,,\n",
        [
            (
                "Lincoln Elementary/3rd grade: applied 2026-02-02, heard_back ?, "
                "interview 2026-02-12, rejected ?"
            ),
            "Adams Middle/ELA 6-8: applied 2026-02-02",
            (
                "Polk HS/English 9: applied 2026-02-05, heard_back ?, interview 2026-02-20, "
                "they_promised ?"
            ),
            (
                "Grant K-8/Reading spec.: applied 2026-02-09, heard_back ?, screen 2026-02-17, "
                "interview_planned 2026-03-18"
            ),
            "Hayes Charter/4th: applied 2026-02-11, rejected ?",
            "Tyler Day School/Aide: applied 2026-02-11",
            (
                "Monroe/Long term sub: applied 2026-02-18, heard_back ?, interview 2026-02-25, "
                "offer 2026-03-20"
            ),
            "Pierce Academy/5th: applied 2026-02-23",
            ("Fillmore/Title I: applied 2026-02-27, heard_back ?, interview_planned 2026-03-19"),
            "Garfield/2nd: applied 2026-03-02, heard_back ?",
        ],
    ),
    "a trucker's calls": Meant(
        "outfit\tlane\tcalled\ttalked to\tph\twhat they said\n"
        "Hill Freight\tregional\t2/17\tDale\t609 555 0101\tapp in, drug test 2/20\n"
        "Ames Lines\tOTR\t2/18\tdispatch\t609 555 0102\tno\n"
        "Bo Haulers\tlocal\t2/18\tRick M.\t609-555-0103\tcall back in 2 wks\n"
        "Cy Transport\tdedicated\t2/24\t-\t\tleft msg\n"
        "Di Tank\thazmat\t2/25\tPam (recruiter)\t6095550105\troad test 3/4 - passed, "
        "orientation 3/23\n"
        "Ed Reefer\tregional\t3/2\tPam's boss\t\tgot the job, turned it down - bad pay\n"
        "Fay Flatbed\tOTR\t3/3\t\t609 555 0107\tnot hiring til may\n"
        "Gus Drayage\tport\t3/9\tLou\t\tinterview thurs 3/19 9am\n",
        [
            "Hill Freight/: applied ?; contact Dale; phone 609 555 0101",
            "Ames Lines/: applied ?, rejected ?; phone 609 555 0102",
            "Bo Haulers/: applied ?, they_promised ?; contact Rick M.; phone 609-555-0103",
            "Cy Transport/: applied ?",
            "Di Tank/: applied ?; contact Pam; role recruiter; phone 6095550105",
            "Ed Reefer/: applied ?, offer ?, declined ?",
            "Fay Flatbed/: applied ?, rejected ?; phone 609 555 0107",
            "Gus Drayage/: applied ?, interview_planned 2026-03-19; contact Lou",
        ],
    ),
    "all in one column": Meant(
        "Where (unit),Applied On,Status / notes\n"
        "St. Hill - ICU,1/28/26,applied online. waiting\n"
        "Ames Regional - Med/Surg,1/28/26,"
        "phone int 2/4 w/ Beth. 2nd int 2/11. rejected 2/20\n"
        "Bo Clinic - PACU,2/3/26,recruiter Carla called 2/10. shadow shift 2/18. "
        "waiting on offer\n"
        "Cy Hospice - RN nights,2/3/26,withdrew - too far\n"
        "Di Surgical - OR,2/9/26,interview set for 3/18 at 10\n"
        'Ed VA - Tele,2/10/26,"application ""under review"" on USAJobs"\n'
        "Fay Rehab - Charge,2/16/26,offer 3/9!! deciding by 3/20\n"
        "Gil Peds - RN,2/20/26,no response. emailed manager 3/6\n"
        "Hal Onc - RN,3/2/26,\n",
        [
            "St. Hill - ICU/: applied 2026-01-28",
            (
                "Ames Regional - Med/Surg/: applied 2026-01-28, screen 2026-02-04, "
                "interview 2026-02-11, rejected 2026-02-20"
            ),
            "Bo Clinic - PACU/: applied 2026-02-03, screen 2026-02-10, interview 2026-02-18",
            "Cy Hospice - RN nights/: applied 2026-02-03, withdrawn ?",
            "Di Surgical - OR/: applied 2026-02-09, interview_planned 2026-03-18",
            "Ed VA - Tele/: applied 2026-02-10",
            "Fay Rehab - Charge/: applied 2026-02-16, offer 2026-03-09",
            "Gil Peds - RN/: applied 2026-02-20, wrote 2026-03-06",
            "Hal Onc - RN/: applied 2026-03-02",
        ],
    ),
    "a page for each job": Meant(
        "Name,Company,Stage,Applied date,Follow-up,Next step,Contact,Priority\n"
        'Product Designer,Hill Labs,1st Interview,"March 2, 2026","March 10, '
        '2026",send portfolio link,Ana Cruz (she/her),High\n'
        'UX Researcher,Ames,Applied,"March 4, 2026","March 18, 2026",,,Low\n'
        'Design Lead,Bo Health,Take home,"February 20, '
        '2026",,finish take home by Sunday,ben@bo.example,High\n'
        'UI Designer,Cy Games,Rejected 🙁,"February 3, 2026","February 10, 2026",,,\n'
        'Visual Designer,Di Media,Final round,"January 30, 2026","March 13, '
        '2026",call Kim about start date,Kim Lee 609 555 0111,High\n'
        'Brand Designer,Ed & Co,Ghosted 👻,"January 12, 2026",,,,\n'
        'Design Intern,Fay,To apply,,"March 20, 2026",ask Jo for intro,,Med\n'
        'Motion Designer,Gus TV,Offer 🎉,"January 5, 2026",,answer by 3/20,HR,High\n',
        [
            (
                "Hill Labs/Product Designer: applied 2026-03-02, interview ?, "
                "wrote 2026-03-10, i_promised ?; contact Ana Cruz"
            ),
            "Ames/UX Researcher: applied 2026-03-04, snoozed 2026-03-18",
            "Bo Health/Design Lead: applied 2026-02-20, heard_back ?; email ben@bo.example",
            "Cy Games/UI Designer: applied 2026-02-03, rejected ?",
            (
                "Di Media/Visual Designer: applied 2026-01-30, final_interview ?, "
                "wrote 2026-03-13, i_promised ?; contact Kim Lee; phone 609 555 0111"
            ),
            "Ed & Co/Brand Designer: applied 2026-01-12, no_response ?",
            "Fay/Design Intern: saved ?, snoozed 2026-03-20",
            "Gus TV/Motion Designer: applied 2026-01-05, offer 2026-03-20",
        ],
    ),
    "months, totals and what now": Meant(
        "JOB SEARCH 2026 - Rosa,,,,\n"
        ",,,,\n"
        "Yellow = interview,,,,\n"
        "COMPANY,JOB,DATE,HOW,WHAT NOW\n"
        "JANUARY (3),,,,\n"
        "Hill Diner,Line cook,12,walked in,no call\n"
        "Ames Grill,Prep,15,Indeed,INTERVIEW 1/22 - hired someone else\n"
        "Bo Cafe,Barista,29,friend,trial shift 2/2 went great!\n"
        ",,,,they want me thursdays only\n"
        "FEBRUARY (2),,,,\n"
        "Cy Hotel,Banquet,3,website,waiting\n"
        "Total,5,,,\n"
        "MARCH,,,,\n"
        "Ed Bistro,Sous chef,4,walked in,Chef Tony said come back mon 3/23\n"
        "Fay School,Lunch lady,10,district site,fingerprints 3/17\n",
        [
            "no row",
            "Hill Diner/Line cook: applied 2026-01-12, no_response ?",
            "Ames Grill/Prep: applied 2026-01-15, interview 2026-01-22, rejected ?",
            "Bo Cafe/Barista: applied 2026-01-29, interview 2026-02-02",
            "no row",
            "no row",
            "Cy Hotel/Banquet: applied 2026-02-03",
            "no row",
            "no row",
            "Ed Bistro/Sous chef: applied 2026-03-04, they_promised 2026-03-23",
            "Fay School/Lunch lady: applied 2026-03-10",
        ],
    ),
    "a log of actions": Meant(
        "Date,Employer,Position,Contact,Action,Result\n"
        "2/2/2026,Hill Bank,Teller,online,Submitted application,auto reply\n"
        "2/9/2026,Hill Bank,Teller,Ms. Ortiz,Phone screen,went well\n"
        "2/13/2026,Ames Credit,Loan clerk,online,Submitted application,\n"
        "2/17/2026,Hill Bank,Teller,Mr. Reed,Interview,2nd round next week\n"
        "2/24/2026,Hill Bank,Teller,Mr. Reed & Ms. Ortiz,Second interview,waiting\n"
        "3/2/2026,Ames Credit,Loan clerk,HR,Rejection email,\n"
        "3/9/2026,Hill Bank,Teller,Ms. Ortiz,Sent follow up email,\n"
        "3/10/2026,Bo Mutual,Analyst,Jo Lind,Coffee chat,will refer me\n",
        [
            "Hill Bank/Teller: applied 2026-02-02",
            "Hill Bank/Teller: screen 2026-02-09; contact Ms. Ortiz",
            "Ames Credit/Loan clerk: applied 2026-02-13",
            "Hill Bank/Teller: interview 2026-02-17; contact Mr. Reed",
            "Hill Bank/Teller: interview 2026-02-24; contact Mr. Reed; person Ms. Ortiz",
            "Ames Credit/Loan clerk: applied ?, rejected 2026-03-02",
            "Hill Bank/Teller: wrote 2026-03-09; contact Ms. Ortiz",
            "Bo Mutual/Analyst: interview 2026-03-10; contact Jo Lind",
        ],
    ),
    "a log for the unemployment office": Meant(
        "Week ending,Date of contact,Employer Name,Address / website,Phone,"
        "Person contacted,Method,Type of work,Result of contact\n"
        "2/7/2026,2/3/2026,Hill Mfg,12 Main St,(609) 555-0142,Sue Park,in person,"
        "assembly,filled out application\n"
        "2/7/2026,2/5/2026,Ames Warehouse,ames.example,,n/a,online,picker,applied\n"
        "2/14/2026,2/10/2026,Bo Plastics,bo.example/jobs,,n/a,online,operator,"
        "not hiring\n"
        "2/14/2026,2/13/2026,Cy Foods,4 Oak Ave,609.555.0188,Manager,in person,packer,"
        "interview 2/18\n"
        "2/21/2026,2/17/2026,Di Paint,di.example,,,online,painter,\n"
        "2/21/2026,2/19/2026,Hill Mfg,12 Main St,(609) 555-0142,Sue Park,phone,"
        "assembly,said to call back 3/2\n"
        "2/28/2026,2/25/2026,Ed Glass,ed.example,,Lou Hart,email,cutter,"
        "hired someone else\n"
        "3/14/2026,3/12/2026,Fay Steel,9 Elm,,Foreman,in person,welder,weld test 3/18\n",
        [
            "Hill Mfg/assembly: applied 2026-02-03; contact Sue Park; phone (609) 555-0142",
            "Ames Warehouse/picker: applied 2026-02-05",
            "Bo Plastics/operator: applied 2026-02-10, rejected ?",
            "Cy Foods/packer: interview 2026-02-18; phone 609.555.0188",
            "Di Paint/painter: applied 2026-02-17",
            "Hill Mfg/assembly: they_promised ?; contact Sue Park; phone (609) 555-0142",
            "Ed Glass/cutter: applied 2026-02-25, rejected ?; contact Lou Hart",
            "Fay Steel/welder: applied 2026-03-12",
        ],
    ),
    "kept with a coach": Meant(
        "Client list - week of 3/16,,,,,,,\n"
        "Org,Role,Applied?,Last contact,Next contact,Where are we?,Coach notes,"
        "Client notes\n"
        "Hill Museum,Registrar,yes 2/4,3/3,3/17,panel done 3/3,remind re thank you,"
        "felt good\n"
        "Ames Archive,Assistant,Yes,2/20,,emailed resume,,they never wrote back\n"
        "Bo Gallery,Manager,NO - deadline 3/31,,3/20,drafting cover letter,,\n"
        "Cy Theater,House mgr,2/12,2/26,3/12,phone w/ Jess 2/26; "
        "said 2 weeks,call Jess if nothing by 3/12,\n"
        "Di Zoo,Educator,2/15,3/10,,Declined 3/10,ask for feedback?,bummed\n"
        "Ed Library,Page,2/20,,3/19,,,saw it's reposted\n"
        "Fay Orchestra,Ops asst,2/24,3/13,,verbal offer 3/13 waiting on letter,"
        "negotiate PTO,$52k\n",
        [
            ("Hill Museum/Registrar: applied 2026-02-04, interview 2026-03-03, snoozed 2026-03-17"),
            "Ames Archive/Assistant: applied ?, no_response ?",
            "Bo Gallery/Manager: saved ?, snoozed 2026-03-20",
            "Cy Theater/House mgr: applied 2026-02-12, screen 2026-02-26, they_promised ?",
            "Di Zoo/Educator: applied 2026-02-15, rejected 2026-03-10",
            "Ed Library/Page: applied 2026-02-20, snoozed 2026-03-19",
            "Fay Orchestra/Ops asst: applied 2026-02-24, offer 2026-03-13",
        ],
    ),
    "a header nobody would write": Meant(
        "  COMPANY (job)  ;applied ; r u thru? ; who ;; link \n"
        "hill & co (clerk);02.03.2026;yes - 1st rd "
        "02.17.2026;ana@hill.example;;hill.example/jobs/1\n"
        "bo (baker / cashier);02.09.2026;;;;\n"
        "cy co (driver);02.20.2026;maybe??;Bob;;\n",
        [
            (
                "hill & co (clerk)/: applied 2026-02-03, interview 2026-02-17; "
                "email ana@hill.example; link hill.example/jobs/1"
            ),
            "bo (baker / cashier)/: applied 2026-02-09",
            "cy co (driver)/: applied 2026-02-20; contact Bob",
        ],
    ),
    "one column per round": Meant(
        "Company,Role,Link,Date Applied,OA,Interview 1,Interview 2,Final,Result,"
        "Referral?\n"
        "Hill,SWE NG,https://hill.example/1,9/3/2025,9/10/2025,9/24/2025,10/1/2025,"
        "10/15/2025,Rejected 10/20,N\n"
        "Ames,SWE I,https://ames.example/2,9/5/2025,done,-,-,-,ghost,N\n"
        "Bo,Backend,https://bo.example/3,10/1/2025,N/A,10/20/2025,X,,rejected,Y - Sam\n"
        "Cy,Data Eng,https://cy.example/4,1/12/2026,1/15/2026,2/2/2026,2/20/2026,"
        "3/20/2026,,Y\n"
        "Di,SRE,https://di.example/5,1/20/2026,failed,,,,,N\n"
        "Ed,Frontend,https://ed.example/6,2/2/2026,skipped,2/10/2026,canceled,,"
        "hiring freeze,N\n"
        "Fay,QA,https://fay.example/7,2/14/2026,,2/27/2026 (moved to 3/3),,,pending,\n"
        "Gus,ML,https://gus.example/8,not yet,,,,,,\n",
        [
            (
                "Hill/SWE NG: applied 2025-09-03, heard_back 2025-09-10, interview 2025-09-24, "
                "interview 2025-10-01, final_interview 2025-10-15, rejected 2025-10-20; "
                "link https://hill.example/1"
            ),
            (
                "Ames/SWE I: applied 2025-09-05, heard_back ?, no_response ?; "
                "link https://ames.example/2"
            ),
            (
                "Bo/Backend: applied 2025-10-01, interview 2025-10-20, rejected ?; "
                "link https://bo.example/3"
            ),
            (
                "Cy/Data Eng: applied 2026-01-12, heard_back 2026-01-15, interview 2026-02-02, "
                "interview 2026-02-20, interview_planned 2026-03-20; link https://cy.example/4"
            ),
            "Di/SRE: applied 2026-01-20, rejected ?; link https://di.example/5",
            (
                "Ed/Frontend: applied 2026-02-02, interview 2026-02-10, they_canceled ?, "
                "on_hold ?; link https://ed.example/6"
            ),
            "Fay/QA: applied 2026-02-14, interview 2026-03-03; link https://fay.example/7",
            "Gus/ML: saved ?; link https://gus.example/8",
        ],
    ),
}
