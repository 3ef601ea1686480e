"""Lists from boards, logs and other programs, and days as other countries write them."""

from tests.exchange.meant.told import Meant

EXPORTED = {
    "a diary": Meant(
        "Date,What I did\n"
        "2/2/2026,applied at Hill for clerk\n"
        "2/13/2026,phone call with Dana from Hill\n"
        "2/20/2026,nothing today\n",
        [
            "no row",
            "no row",
            "no row",
        ],
    ),
    "a diary in one column": Meant(
        "Job search diary\n"
        "2/2 applied at Hill\n"
        "2/13 Hill called for an interview\n"
        "2/20 rejected by Ames\n",
        [
            "no row",
            "no row",
            "no row",
            "no row",
        ],
    ),
    "Indeed": Meant(
        "Job title,Company,Location,Status,Date\n"
        "Clerk,Hill,Trenton NJ,Applied,Mar 2 2026\n"
        "Cook,Ames,Remote,Interviewing,Feb 13 2026\n"
        "Baker,Bo,Camden,Not selected by employer,Feb 3 2026\n"
        "Driver,Cy,Camden,Application viewed,Feb 4 2026\n",
        [
            "Hill/Clerk: applied 2026-03-02",
            "Ames/Cook: applied 2026-02-13, interview ?",
            "Bo/Baker: applied 2026-02-03, rejected ?",
            "Cy/Driver: applied 2026-02-04",
        ],
    ),
    "LinkedIn pasted": Meant(
        "Title,Company,Applied,Status\n"
        "Clerk,Hill,Applied 2w ago,Application viewed\n"
        "Cook,Ames,Applied 3d ago,No longer accepting applications\n",
        [
            "Hill/Clerk: applied 2026-03-02",
            "Ames/Cook: applied 2026-03-13",
        ],
    ),
    "Glassdoor": Meant(
        "Job Title,Employer,Date Applied,Application Status\n"
        "Clerk,Hill,03/13/2026,Under review\n"
        "Cook,Ames,02/13/2026,No longer under consideration\n",
        [
            "Hill/Clerk: applied 2026-03-13",
            "Ames/Cook: applied 2026-02-13, rejected ?",
        ],
    ),
    "Handshake": Meant(
        "Job,Employer,Applied on,Status,Deadline\n"
        "Intern,Hill,\"February 13, 2026\",Submitted,\"March 30, 2026\"\n"
        "Fellow,Ames,\"February 3, 2026\",Declined,\n",
        [
            "Hill/Intern: applied 2026-02-13",
            "Ames/Fellow: applied 2026-02-03, rejected ?",
        ],
    ),
    "columns of a board": Meant(
        "Wishlist,Applied,Interview,Offer,Rejected\n"
        "Hill,Ames,Bo,,Cy\n"
        "Di,Ed,,,Fay\n",
        [
            "no row",
            "no row",
        ],
    ),
    "columns of a board with jobs": Meant(
        "To do,Applied,Interviewing,Done\n"
        "Hill - Clerk,Ames - Cook,Bo - Baker,Cy - Driver\n"
        ",Ed - Fitter,,\n",
        [
            "no row",
            "no row",
        ],
    ),
    "Trello": Meant(
        "Card Name,List Name,Due Date,Labels\n"
        "Hill - Clerk,Applied,,\n"
        "Ames - Cook,Interview,2026-03-20,phone\n",
        [
            "Hill/Clerk: applied ?",
            "Ames/Cook: interview ?",
        ],
    ),
    "Notion": Meant(
        "Name,Stage,Applied,Tags\n"
        "Hill,Applied,\"March 2, 2026\",remote\n"
        "Ames,Interview,\"February 13, 2026\",\n",
        [
            "Hill/: applied 2026-03-02",
            "Ames/: applied 2026-02-13, interview ?",
        ],
    ),
    "people I know": Meant(
        "Name,Company,Email,Met at,Last spoke\n"
        "Dana Reyes,Hill,dana@hill.example,job fair,2/13/2026\n"
        "Luis Ortega,Ames,luis@ames.example,church,3/2/2026\n",
        [
            "no row",
            "no row",
        ],
    ),
    "names and numbers": Meant(
        "Name,Phone,Company,Notes\n"
        "Dana Reyes,609 555 0101,Hill,recruiter\n"
        "Luis Ortega,609 555 0102,Ames,hiring mgr\n",
        [
            "no row",
            "no row",
        ],
    ),
}  # fmt: skip

FOREIGN = {
    "German, day first": Meant(
        "Firma;Stelle;Beworben am;Status\n"
        "Muster AG;Koch;3.2.2026;Absage 10.2.\n"
        "Beispiel GmbH;Bäcker;13.2.2026;Vorstellungsgespräch am 12.3.\n",
        [
            "Muster AG/Koch: applied 2026-02-03, rejected 2026-02-10",
            "Beispiel GmbH/Bäcker: applied 2026-02-13, interview 2026-03-12",
        ],
    ),
    "British, day first": Meant(
        "Company,Role,Applied,Status\n"
        "Hill,Clerk,3/2/2026,Interview 12/3\n"
        "Ames,Cook,13/2/2026,Rejected 3/3\n",
        [
            "Hill/Clerk: applied 2026-02-03, interview 2026-03-12",
            "Ames/Cook: applied 2026-02-13, rejected 2026-03-03",
        ],
    ),
    "French": Meant(
        "Entreprise;Poste;Date de candidature;Statut\n"
        "Exemple;Cuisinier;3 février 2026;Refusé\n"
        "Modèle;Rédacteur;13/02/2026;Entretien le 12/03\n",
        [
            "Exemple/Cuisinier: applied 2026-02-03, rejected ?",
            "Modèle/Rédacteur: applied 2026-02-13, interview 2026-03-12",
        ],
    ),
    "Polish": Meant(
        "Firma,Stanowisko,Data aplikacji,Status\n"
        "Przykład,Kucharz,3.02.2026,Odrzucono\n"
        "Wzór,Piekarz,13.02.2026,Rozmowa\n",
        [
            "Przykład/Kucharz: applied 2026-02-03, rejected ?",
            "Wzór/Piekarz: applied 2026-02-13, interview ?",
        ],
    ),
    "Americans with dots": Meant(
        "Company,Title,Applied,Interview\n"
        "Hill,Clerk,2.3.26,3.2.26\n"
        "Ames,Cook,2.14.26,3.5.26\n",
        [
            "Hill/Clerk: applied 2026-02-03, interview 2026-03-02",
            "Ames/Cook: applied 2026-02-14, interview 2026-03-05",
        ],
    ),
    "Americans with dashes": Meant(
        "Company,Title,Applied,Interview\n"
        "Hill,Clerk,2-3-26,3-2-26\n"
        "Ames,Cook,2-14-26,3-5-26\n",
        [
            "Hill/Clerk: applied 2026-02-03, interview 2026-03-02",
            "Ames/Cook: applied 2026-02-14, interview 2026-03-05",
        ],
    ),
    "Excel's zero": Meant(
        "Company,Title,Applied,Interview,Rejected\n"
        "Hill,Clerk,2/13/2026,1/0/1900,1/0/1900\n"
        "Ames,Cook,2/14/2026,2/20/2026,12/30/1899\n",
        [
            "Hill/Clerk: applied 2026-02-13",
            "Ames/Cook: applied 2026-02-14, interview 2026-02-20",
        ],
    ),
}  # fmt: skip
