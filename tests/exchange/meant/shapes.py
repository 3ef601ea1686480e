"""Lists of other shapes: other tongues, two rows of headings, boards, ticks, columns of days."""

from tests.exchange.meant.told import Meant

SHAPES = {
    "in French, with days in every column": Meant(
        "Entreprise;Poste;Date de candidature;Statut;Date d’entretien;Contact;Relance"
        ";Commentaires\n"
        "Ames;Comptable;02/02/2026;Entretien passé;03/03/2026;Mme Léa Petit;;sympa\n"
        "Dorn;Vendeur;13/02/2026;Refusé;;;;\nCole;Analyste;15/02/2026;En attente;;;;\n"
        "Mairie;Agent;;À postuler;;;;\n",
        [
            "Ames/Comptable: applied 2026-02-02, interview 2026-03-03; contact Mme Léa Petit",
            "Dorn/Vendeur: applied 2026-02-13, rejected ?",
            "Cole/Analyste: applied 2026-02-15",
            "Mairie/Agent: saved ?",
        ],
    ),
    "in Spanish, with days in every column": Meant(
        "Empresa,Puesto,Fecha de postulación,Estado,Fecha de la entrevista,Fecha de rechazo,Notas\n"
        "Ames,Contador,02/02/2026,Entrevista realizada,03/03/2026,,\n"
        "Dorn,Cajero,13/02/2026,Rechazada,,20/02/2026,\n"
        "Cole,Analista,15/02/2026,Oferta recibida,,,buena gente\nOak,Ayudante,,No postulado,,,\n",
        [
            "Ames/Contador: applied 2026-02-02, interview 2026-03-03",
            "Dorn/Cajero: applied 2026-02-13, rejected 2026-02-20",
            "Cole/Analista: applied 2026-02-15, offer ?",
            "Oak/Ayudante: saved ?",
        ],
    ),
    "the word date on either side of its stage": Meant(
        "Company,Title,Applied Date,Onsite Date,Date of Offer,Rejected Date\n"
        "Hill,Clerk,2026-02-02,2026-03-03,,\nAmes,Cook,2026-02-03,,2026-03-12,\n"
        "Bo,Baker,2026-02-04,,,2026-03-02\n",
        [
            "Hill/Clerk: applied 2026-02-02, interview 2026-03-03",
            "Ames/Cook: applied 2026-02-03, offer 2026-03-12",
            "Bo/Baker: applied 2026-02-04, rejected 2026-03-02",
        ],
    ),
    "headings in two rows": Meant(
        "Job,,Dates,,,Contact,\nCompany,Title,Applied,Interview,Outcome,Name,Email\n"
        "Hill,Clerk,2026-02-02,2026-03-03,,Ana Cruz,ana@hill.example\n"
        "Ames,Cook,2026-02-03,,Rejected,,\n",
        [
            "Hill/Clerk: applied 2026-02-02, interview 2026-03-03; contact Ana Cruz; "
            "email ana@hill.example",
            "Ames/Cook: applied 2026-02-03, rejected ?",
        ],
    ),
    "what one did, in the notes": Meant(
        "Company,Title,Applied,Interview,Notes\n"
        "Hill,Clerk,2026-02-02,2026-03-10,sent thank you 3/12\n"
        "Ames,Cook,2026-02-03,2026-03-11,left vm 3/13\n"
        "Bo,Baker,2026-02-04,2026-03-11,no answer when I called 3/13\n"
        "Cole,Aide,2026-02-04,2026-03-11,need to send thank you\n",
        [
            "Hill/Clerk: applied 2026-02-02, interview 2026-03-10, thanked 2026-03-12",
            "Ames/Cook: applied 2026-02-03, interview 2026-03-11, left_voicemail 2026-03-13",
            "Bo/Baker: applied 2026-02-04, interview 2026-03-11, no_answer 2026-03-13",
            "Cole/Aide: applied 2026-02-04, interview 2026-03-11",
        ],
    ),
    "the firm or the place in the contact’s cell": Meant(
        "Contact,Company,Title,Location,Applied\nAmes Mills HR,Ames Mills,Cook,,2026-02-02\n"
        "Ames Foods HR,Dorn,Cook,,2026-02-02\n"
        '"Ana Cruz, Hill",Hill & Co,Clerk,,2026-02-03\nBoston,Bo,Baker,"Boston, MA",2026-02-04\n'
        "Ana Hill,Hill & Co,Aide,Trenton,2026-02-05\n",
        [
            "Ames Mills/Cook: applied 2026-02-02; contact ?",
            "Dorn/Cook: applied 2026-02-02",
            "Hill & Co/Clerk: applied 2026-02-03; contact ?",
            "Bo/Baker: applied 2026-02-04; contact ?",
            "Hill & Co/Aide: applied 2026-02-05; contact Ana Hill",
        ],
    ),
    "ticks in words, and a sum among them": Meant(
        "Company,Title,Applied,Thank you sent,Offer\nHill,Clerk,2026-02-02,sent,no\n"
        "Ames,Cook,2026-02-03,pending,no\nBo,Baker,2026-02-04,no,$52k\n"
        "Cole,Aide,2026-02-05,no,pending\nDorn,Teller,2026-02-05,no,2026-03-12\n",
        [
            "Hill/Clerk: applied 2026-02-02, thanked ?",
            "Ames/Cook: applied 2026-02-03",
            "Bo/Baker: applied 2026-02-04, offer ?",
            "Cole/Aide: applied 2026-02-05",
            "Dorn/Teller: applied 2026-02-05, offer 2026-03-12",
        ],
    ),
    "a weekday that is one day off": Meant(
        "Company,Title,Applied,Status\nHill,Clerk,2/2/2026,Interview Tue 3/18\n"
        "Ames,Cook,2/13/2026,Interviewed Thu 3/13\nBo,Baker,2/4/2025,Interview Tue 3/18/25\n",
        [
            "Hill/Clerk: applied 2026-02-02, interview_planned 2026-03-18",
            "Ames/Cook: applied 2026-02-13, interview 2026-03-13",
            "Bo/Baker: applied 2025-02-04, interview 2025-03-18",
        ],
    ),
    "a final date, and what is data": Meant(
        "Company,Title,Applied,Final date,Interview Data,Oferta\n"
        "Hill,Clerk,2026-02-02,2026-03-20,2026-03-13,2026-03-12\n",
        ["Hill/Clerk: applied 2026-02-02"],
    ),
    "a firm that is named after a person": Meant(
        'Contact,Company,Title,Applied\n"Kim Lee, owner",Law Office of Kim Lee,Clerk,2026-02-02\n'
        "Kim Lee 609-555-0142,Law Office of Kim Lee,Aide,2026-02-03\n"
        "Kim Lee,Law Office of Kim Lee,Typist,2026-02-03\n"
        "Ames Foods 609-555-0142,Ames Foods Inc,Cook,2026-02-03\n"
        "Cherry Hill HR,City of Cherry Hill,Aide,2026-02-03\n",
        [
            "Law Office of Kim Lee/Clerk: applied 2026-02-02; contact Kim Lee; role owner",
            "Law Office of Kim Lee/Aide: applied 2026-02-03; contact Kim Lee; phone 609-555-0142",
            "Law Office of Kim Lee/Typist: applied 2026-02-03; contact ?",
            "Ames Foods Inc/Cook: applied 2026-02-03; phone 609-555-0142",
            "City of Cherry Hill/Aide: applied 2026-02-03; contact ?",
        ],
    ),
    "a talk with its weekday, and what is filled": Meant(
        "Company,Title,Applied,Status\nHill,Clerk,2/2/2026,interview Wed 3/25 9am\n"
        'Ames,Cook,2/13/2026,"Rejected, filled"\nBo,Baker,,need to apply by 3/30\n',
        [
            "Hill/Clerk: applied 2026-02-02, interview_planned 2026-03-25",
            "Ames/Cook: applied 2026-02-13, rejected ?",
            "Bo/Baker: saved ?",
        ],
    ),
}  # fmt: skip
