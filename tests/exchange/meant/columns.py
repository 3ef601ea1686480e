"""Headings, and columns whose cells decide against their name."""

from tests.exchange.meant.told import HEAD, Meant

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
    "the university one went to": Meant(
        "University,Company,Title,Applied\nRutgers,Hill & Co,Clerk,2026-03-02\n",
        ["Hill & Co/Clerk: applied 2026-03-02"],
    ),
    "the outfit beside both names in one": Meant(
        "Outfit,Company / role,Applied\nblue suit,Hill & Co - Clerk,2026-03-02\n",
        ["Hill & Co/Clerk: applied 2026-03-02"],
    ),
    "a university that hires": Meant(
        "University,College,Title,Applied\nRutgers,Nursing,Clerk,2026-03-02\n",
        ["Rutgers/Clerk: applied 2026-03-02"],
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
        "Co.,Title,Applied,Phone,Onsite\nHill,Clerk,1/20/2026,1/28/2026,2/4/2026\n",
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
