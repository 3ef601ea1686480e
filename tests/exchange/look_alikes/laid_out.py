"""Where a list begins, which of its rows can be trusted, and its language."""

from tests.exchange.look_alikes.alike import HEAD, LIST, PLAIN, ROW, Alike

# Where the list begins, and which rows can be trusted.
LAID_OUT = {
    "blank lines and rows of commas": Alike(HEAD + "\n,,,\n" + ROW + "\n", PLAIN),
    "comment lines above": Alike("# mine\n# 2026\n" + LIST, PLAIN, 2),
    "a title above": Alike("My job search\n\n" + LIST, PLAIN, 1),
    "names in capitals": Alike(HEAD.upper() + ROW, PLAIN),
    "names in camel case": Alike("companyInfo,jobTitle,applied_at,current_status\n" + ROW, PLAIN),
    "header only": Alike(HEAD, []),
    "comments and no header": Alike(
        "# mine\n# since May\nHill,Clerk,13-02-2026\nAmes,Cook,14-02-2026\n",
        [],
        4,
        ("map", "column:Column 3"),
    ),
    "a line of text and no header": Alike(
        "\nwhere I wrote to\nHill,Clerk,13-02-2026\n", [], 2, ("map", "column:Column 3")
    ),
    "an unquoted comma": Alike(
        HEAD + "Acme, Inc.,Clerk,2026-03-02,Applied\n" + ROW, PLAIN, 1, ("moved",)
    ),
    "every row with an unquoted comma": Alike(
        HEAD + "Acme, Inc.,Clerk,2026-03-02,Applied\nHill, Ltd.,Cook,2026-03-03,Applied\n",
        [],
        2,
        ("moved",),
    ),
    "a day as status": Alike(HEAD + "Acme,Inc.,Clerk,28.10.2025\n" + ROW, PLAIN, 1, ("moved",)),
    "a link as status": Alike(
        HEAD + "Acme,Inc.,Clerk,https://acme.example\n" + ROW, PLAIN, 1, ("moved",)
    ),
    "a file as status": Alike(HEAD + "Acme,Inc.,Clerk,clerk_cv.pdf\n" + ROW, PLAIN, 1, ("moved",)),
    "too few fields": Alike("Company,Job Title,Status,Notes\nHill,Clerk\n", ["Hill/Clerk: "]),
    "neither company nor position": Alike(HEAD + ",,2026-03-02,Applied\n", [], 1),
    "a company and nothing else": Alike(HEAD + "Hill,,,\n", ["Hill/: "]),
    "same company as above": Alike(
        HEAD + ROW + "↳,Cook,2026-03-03,Applied\n",
        [*PLAIN, "Hill & Co/Cook: applied 2026-03-03"],
    ),
    "real duplicates": Alike(HEAD + ROW + ROW, PLAIN * 2),
    "a narrow list": Alike("Company,Status\nHill,Applied\n", ["Hill/: applied ?"]),
    "sixty columns": Alike(
        "Company,Job Title,Status,"
        + ",".join(f"mark {n}" for n in range(60))
        + "\nHill,Clerk,Applied,"
        + ",".join(str(n) for n in range(60))
        + "\n",
        ["Hill/Clerk: applied ?"],
    ),
    "the history of a program that applies by itself": Alike(
        "Job ID,Title,Company,Work Location,HR Name,Date Posted,Date Applied,Job Link,"
        "External Job link,Questions Found\n"
        "17,Clerk,Hill,Trenton,Unknown,2026-03-01 10:11:12.123456,2026-03-02 10:11:12.123456,"
        "https://j.example,,\"{('Can you start?', 'Yes')}\"\n",
        ["Hill/Clerk: applied 2026-03-02"],
    ),
    "a script named .csv": Alike("import csv\nprint(1)\n", [], 2, ("map",)),
    "row numbers only": Alike("1\n2\n3\n", [], 3, ("map",)),
    "columns swapped halfway": Alike(
        HEAD + ROW + "Cook,Ames,2026-03-03,Applied\n",
        [*PLAIN, "Cook/Ames: applied 2026-03-03"],
    ),
}

# In other tongues.
TONGUES = {
    "Turkish": Alike(
        "Şirket / Kurum,Pozisyon / Konu,Durum / Sonuç\nÖrnek,Uzman,Olumsuz (Red)\n"
        "İğne,Şoför,Mülakat Daveti\n",
        ["Örnek/Uzman: applied ?, rejected ?", "İğne/Şoför: interview ?"],
    ),
    "French": Alike(
        "Entreprise,Poste,Statut\nExemple,Rédacteur,Entretien\n", ["Exemple/Rédacteur: interview ?"]
    ),
    "German": Alike(
        "Firma;Stelle;Bewerbung / Eingang;Stand;Absage am\n"
        "Muster AG;Köchin;28.10.2025;Absage;12.11.2025\n",
        ["Muster AG/Köchin: applied 2025-10-28, rejected 2025-11-12"],
    ),
    "Spanish": Alike(
        "Empresa,Puesto,Fecha,Estado\nEjemplo,Cocinero,15/01/2026,Rechazo\n",
        ["Ejemplo/Cocinero: applied 2026-01-15i, rejected ?"],
    ),
    "Portuguese, where data is a date": Alike(
        "empresa,titulo,data\nExemplo,Analista,2026-03-02\n",
        ["Exemplo/Analista: applied 2026-03-02i"],
    ),
    "Hebrew": Alike("חברה,תפקיד,סטטוס\nדוגמה,עורך,נשלח\n", ["דוגמה/עורך: applied ?"]),
    "Japanese": Alike(
        "企業,職種,応募日\n見本社,編集,2026-03-02\n", ["見本社/編集: applied 2026-03-02"]
    ),
    "Cyrillic names": Alike(HEAD + "Пример,Редактор,,Applied\n", ["Пример/Редактор: applied ?"]),
}
