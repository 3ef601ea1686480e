"""Lists whose headings are questions, or are of a trade of their own."""

from tests.exchange.meant.told import Meant

TRADES_OWN = {
    "answers of a form": Meant(
        "Timestamp,What company?,What position?,How did you apply?,Did they respond?,"
        '"If you interviewed, when?",Anything else?\n'
        "2/3/2026 14:05:22,Hill,Clerk,Online,Yes,2/13/2026,nice lady\n"
        "2/10/2026 9:12:01,Ames,Cook,In person,No,,\n"
        "2/17/2026 18:44:10,Bo,Baker,Referral,Yes - rejected,,\n"
        "2/24/2026 20:01:59,Cy,Driver,Online,Not yet,,they said 2 weeks\n"
        "3/9/2026 8:30:00,Di,Editor,Email,Yes,3/18/2026,panel of 3\n",
        [
            "Hill/Clerk: applied 2026-02-03, heard_back ?, interview 2026-02-13",
            "Ames/Cook: applied 2026-02-10",
            "Bo/Baker: applied 2026-02-17, rejected ?",
            "Cy/Driver: applied 2026-02-24, they_promised ?",
            "Di/Editor: applied 2026-03-09, heard_back ?, interview_planned 2026-03-18",
        ],
    ),
    "federal jobs": Meant(
        "Agency,Announcement #,Position,Grade,Closes,Applied,Status on USAJOBS,"
        "Referred?,Interview,Selected?\n"
        "VA,ST-1234-26,Program Support Asst,GS-6,2/13/2026,2/10/2026,"
        "Reviewed - Referred,Y,3/4/2026,\n"
        "SSA,SV-88,Claims Rep,GS-7,2/20/2026,2/19/2026,Reviewed - Not referred,N,,\n"
        "USPS,NC-7,Clerk,,2/27/2026,2/27/2026,Received,,,\n"
        "NPS,NP-99,Park Guide,GS-4,3/6/2026,3/1/2026,Job canceled,,,\n"
        "IRS,IR-5,Contact Rep,GS-5,3/31/2026,,Draft saved,,,\n"
        "DOL,DL-3,Analyst,GS-9,1/16/2026,1/15/2026,Selected!,Y,2/3/2026,Y\n",
        [
            "VA/Program Support Asst: applied 2026-02-10, interview 2026-03-04",
            "SSA/Claims Rep: applied 2026-02-19, rejected ?",
            "USPS/Clerk: applied 2026-02-27",
            "NPS/Park Guide: applied 2026-03-01, rejected ?",
            "IRS/Contact Rep: saved ?",
            "DOL/Analyst: applied 2026-01-15, interview 2026-02-03, offer ?",
        ],
    ),
    "who, where, when and what": Meant(
        "Who,Where,When,What\n"
        "Ana Cruz & Bob Lee,Hill,3/4 10am,interview\n"
        "Luis (recruiter),Ames,3/10,phone call\n"
        "HR,Bo,3/12,applied\n"
        "-,Di,2/20,rejected\n",
        [
            "Hill/: interview 2026-03-04; contact Ana Cruz; person Bob Lee",
            "Ames/: screen 2026-03-10; contact Luis; role recruiter",
            "Bo/: applied 2026-03-12",
            "Di/: applied ?, rejected 2026-02-20",
        ],
    ),
    "an academic's list": Meant(
        "University,Dept,Deadline,Submitted,Letters in?,First round,Campus visit,"
        "Status,Notes\n"
        "Hill College,History,10/15/2025,10/12/2025,3/3,11/18/2025 (zoom),1/22/2026,"
        "waiting,chair said decision mid Feb\n"
        "Ames State,American Studies,11/1/2025,10/30/2025,3/3,12/5/2025,,"
        "no campus visit,\n"
        "Bo Univ,History,11/15/2025,11/14/2025,2/3,,,wiki says they made an offer,\n"
        "Cy Tech,Humanities,1/15/2026,1/14/2026,3/3,2/12/2026,3/19/2026,,flight booked\n"
        "Di College,Writing,4/1/2026,,1/3,,,not submitted yet,\n"
        "Ed Univ,Postdoc,12/1/2025,11/28/2025,3/3,,,rejected by form letter 2/2,\n",
        [
            (
                "Hill College/: applied 2025-10-12, interview 2025-11-18, "
                "interview 2026-01-22, they_promised ?"
            ),
            "Ames State/: applied 2025-10-30, interview 2025-12-05, rejected ?",
            "Bo Univ/: applied 2025-11-14",
            ("Cy Tech/: applied 2026-01-14, interview 2026-02-12, interview_planned 2026-03-19"),
            "Di College/: saved ?",
            "Ed Univ/: applied 2025-11-28, rejected 2026-02-02",
        ],
    ),
    "in Spanish, by an American": Meant(
        "Empresa,Puesto,Fecha,Estatus,Contacto,Notas\n"
        "Hill Foods,Cocinero,2/3/2026,Aplicado,,por internet\n"
        "Bo Car Wash,Detailer,2/17/2026,no me llamaron,,\n"
        "Di Bakery,Panadera,3/2/2026,Rechazado,,\n"
        "Ed Landscaping,Helper,3/9/2026,,Beto 609 555 0101,llamar lunes\n",
        [
            "Hill Foods/Cocinero: applied 2026-02-03",
            "Bo Car Wash/Detailer: applied 2026-02-17, no_response ?",
            "Di Bakery/Panadera: applied 2026-03-02, rejected ?",
            "Ed Landscaping/Helper: applied 2026-03-09; contact Beto; phone 609 555 0101",
        ],
    ),
}
