"""Lists as people really keep them, with invented people: what stands in the file, what is read.

Each has a name, the file, then what should come of it: one line for each application (company and
position, then what happened and on which day: `?` no day is known, `i` inferred, `a` about), how
many rows are set aside, and which questions are asked about the file.
"""

from typing import NamedTuple


class Alike(NamedTuple):
    """One list and what is read from it."""

    file: str | bytes
    read: list[str]
    aside: int = 0
    asked: tuple[str, ...] = ()


HEAD = "Company,Job Title,Date Applied,Status\n"
ROW = "Hill & Co,Clerk,2026-03-02,Applied\n"
LIST = HEAD + ROW
PLAIN = ["Hill & Co/Clerk: applied 2026-03-02"]
ADVERT = "We are a team.\n\nYou know payroll, tax, and people.\n\nWrite to us, today, please."

# How the file is written: letters, separators, line ends, quotes.
WRITTEN = {
    "plain": Alike(LIST, PLAIN),
    "with a byte order mark": Alike("\ufeff" + LIST, PLAIN),
    "UTF-16": Alike(LIST.encode("utf-16"), PLAIN),
    "UTF-16 without a mark": Alike(LIST.encode("utf-16-le"), PLAIN),
    "UTF-16, the other way round": Alike(b"\xfe\xff" + LIST.encode("utf-16-be"), PLAIN),
    "tabs": Alike(LIST.replace(",", "\t"), PLAIN),
    "semicolons": Alike(LIST.replace(",", ";"), PLAIN),
    "upright bars": Alike(LIST.replace(",", "|"), PLAIN),
    "upright bars as quotation marks": Alike(
        HEAD + "|Hill, Inc.|,Clerk,2026-03-02,Applied\n|Ames, Ltd.|,Editor,2026-03-03,Applied\n",
        ["Hill, Inc./Clerk: applied 2026-03-02", "Ames, Ltd./Editor: applied 2026-03-03"],
    ),
    "a space after each comma": Alike(LIST.replace(",", ", "), PLAIN),
    "a comma at the end of some rows": Alike(HEAD + ROW.strip() + ",\n" + ROW, PLAIN * 2),
    "empty columns without a name": Alike(HEAD.strip() + ",,,\n" + ROW.strip() + ",,,\n", PLAIN),
    "old Mac line ends": Alike(LIST.replace("\n", "\r"), PLAIN),
    "no newline at the end": Alike(LIST.strip(), PLAIN),
    "mixed line ends": Alike(HEAD.replace("\n", "\r\n") + ROW, PLAIN),
    "all quoted": Alike(
        '"Firma";"Stelle";"Status"\n"Müller";"Koch";"Absage"\n',
        ["Müller/Koch: applied ?, rejected ?"],
    ),
    "doubled quotes": Alike(
        HEAD + '"Hill ""& Co""",Clerk,2026-03-02,Applied\n',
        ['Hill "& Co"/Clerk: applied 2026-03-02'],
    ),
    "a stray quote in front": Alike(
        HEAD + '"""La Jolla",Clerk,2026-03-02,Applied\n', ['"La Jolla/Clerk: applied 2026-03-02']
    ),
    "a quote that never ends": Alike(
        HEAD + ROW + '"Ames,Editor,,Applied\n' + ROW, PLAIN, 1, ("quote",)
    ),
    "a line of sums at the end": Alike(HEAD + ROW + "Total,,1,\n", PLAIN, 1),
    "everyday names of columns": Alike(
        "Firm,Role,Date sent,Where it's at,Who,Mail\nHill & Co,Clerk,2026-03-02,Applied,Ms. Ortiz,"
        "ortiz@hill.example\n",
        PLAIN,
    ),
    "a newline inside a cell": Alike(
        HEAD + 'Hill & Co,"Clerk\nnights",2026-03-02,Applied\n',
        ["Hill & Co/Clerk\nnights: applied 2026-03-02"],
    ),
    "a whole advert in a cell": Alike(
        f'Company,Title,Job Description,Status\nHill,Clerk,"{ADVERT}",Applied\nBo,Cook,,Applied\n',
        ["Hill/Clerk: applied ?", "Bo/Cook: applied ?"],
    ),
    "Western letters": Alike(
        "Firma;Stelle;Status\nMüller;Köchin;Beworben\n".encode("cp1252"),
        ["Müller/Köchin: applied ?"],
    ),
    "Western letters Windows lacks": Alike(
        b"Firma;Stelle;Status\nM\xfcller\x81;K\xf6chin;Beworben\n", ["Müller\x81/Köchin: applied ?"]
    ),
    "Chinese in GBK": Alike(
        (
            "公司名称,岗位,当前状态\n虚构科技有限公司,数据分析师,已投递\n"
            "星河样例有限公司,软件工程师,一面\n"
        ).encode("gbk"),
        ["虚构科技有限公司/数据分析师: applied ?", "星河样例有限公司/软件工程师: interview ?"],
    ),
}

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

# What stands in the cells of days and statuses.
CELLS = {
    "no status column": Alike(
        "Company,Title,Applied On\nHill,Clerk,2026-03-02\n", ["Hill/Clerk: applied 2026-03-02"]
    ),
    "neither status nor day": Alike("Company,Title\nHill,Clerk\n", ["Hill/Clerk: applied ?i"]),
    "a date that does not say what of": Alike(
        "Company,Title,Date,Status\nHill,Clerk,2026-03-02,Applied\nAmes,Cook,2026-03-02,drafted\n",
        ["Hill/Clerk: applied 2026-03-02i", "Ames/Cook: saved 2026-03-02i"],
    ),
    "days that can be read two ways": Alike(
        HEAD + "Hill,Clerk,8/5/2025,Applied\n",
        ["Hill/Clerk: applied ?"],
        asked=("dates:Date Applied",),
    ),
    "days settled by another row": Alike(
        HEAD + "Hill,Clerk,8/5/2025,Applied\nAmes,Cook,9/25/2025,Applied\n",
        ["Hill/Clerk: applied 2025-08-05", "Ames/Cook: applied 2025-09-25"],
    ),
    "days that contradict each other": Alike(
        HEAD + "Hill,Clerk,25/9/2025,Applied\nAmes,Cook,9/25/2025,Applied\nTo,It,1/2/2026,\n",
        [
            "Hill/Clerk: applied 2025-09-25",
            "Ames/Cook: applied 2025-09-25",
            "To/It: ",
        ],
        asked=("dates:Date Applied",),
    ),
    "days that changed their form halfway": Alike(
        HEAD + "Hill,Clerk,2/23/2026,Applied\nAmes,Cook,2026-02-27,Applied\n",
        ["Hill/Clerk: applied 2026-02-23", "Ames/Cook: applied 2026-02-27"],
    ),
    "several dates in a cell": Alike(
        HEAD + "Hill,Clerk,8/5/2019 & 8/14/2019,Applied\n",
        ["Hill/Clerk: applied 2019-08-05, applied 2019-08-14"],
    ),
    "month only": Alike(HEAD + "Hill,Clerk,2025-08,Applied\n", ["Hill/Clerk: applied 2025-08-15a"]),
    "no year": Alike(HEAD + "Hill,Clerk,8-Jul,Applied\n", ["Hill/Clerk: applied 2025-07-08i"]),
    "some time ago": Alike(
        HEAD + "Hill,Clerk,2wk ago,Applied\n", ["Hill/Clerk: applied 2026-03-02i"]
    ),
    "days as Excel counts them": Alike(
        HEAD + "Hill,Clerk,46083,Applied\n", ["Hill/Clerk: applied 2026-03-02i"]
    ),
    "Unix seconds": Alike(
        HEAD + "Hill,Clerk,1725000000,Applied\n", ["Hill/Clerk: applied 2024-08-30i"]
    ),
    "words in place of a date": Alike(HEAD + "Hill,Clerk,N/A,Applied\n", ["Hill/Clerk: applied ?"]),
    "a day mistyped": Alike(
        HEAD + "Hill,Clerk,8/82019,Applied\n", ["Hill/Clerk: applied ?"], asked=("day:8/82019",)
    ),
    "decoration": Alike(
        HEAD + "Hill,Clerk,2026-03-02,Rejection :(\n",
        ["Hill/Clerk: applied 2026-03-02, rejected ?"],
    ),
    "saved only": Alike(HEAD + "Hill,Clerk,,To Apply\n", ["Hill/Clerk: saved ?"]),
    "an unknown word": Alike(
        HEAD + "Hill,Clerk,,Waitlisted\n", ["Hill/Clerk: "], asked=("status:Waitlisted",)
    ),
    "a word that can mean two things": Alike(
        HEAD + "Hill,Clerk,,Declined\n", ["Hill/Clerk: "], asked=("status:Declined",)
    ),
    "an unknown word in a row that is over": Alike(
        "Company,Role,Status,Rejection Stage\nHill,Clerk,Rejected,Round of snails\n",
        ["Hill/Clerk: applied ?, rejected ?"],
    ),
    "placeholders instead of values": Alike(
        "Company,Role,Contact,Status\nHill,Clerk,N/A,Not provided\n", ["Hill/Clerk: "]
    ),
    "a formula with a link": Alike(
        'Company,Role,Status\nHill,"=HYPERLINK(""https://hill.example"",""Clerk"")",Applied\n',
        ["Hill/Clerk: applied ?"],
    ),
    "a number a spreadsheet damaged": Alike(
        "Company,Role,Contact Phone,Status\nHill,Clerk,2.5477E+11,Applied\n",
        ["Hill/Clerk: applied ?"],
    ),
}

# Names of columns that are numbered, and everyday names of the position.
NUMBERED = {
    f"talks in columns called {one} and {two}": Alike(
        f"Company,Title,Applied,{one},{two}\nHill,Clerk,2/13/2026,3/2/2026,3/25/2026\n",
        ["Hill/Clerk: applied 2026-02-13, interview 2026-03-02, interview_planned 2026-03-25"],
    )
    for one, two in (
        ("Int 1", "Int 2"),
        ("Interview 1", "Interview 2"),
        ("1st Interview", "2nd Interview"),
        ("Interview #1", "Interview #2"),
        ("Round 1", "Round 2"),
        ("first round", "second round"),
        ("Interview 1 (date)", "Interview 2 (date)"),
        ("Int1", "Int2"),
    )
} | {
    f"the position is called {name}": Alike(
        f"Company,{name},Applied\nHill,Clerk,2026-03-02\n", ["Hill/Clerk: applied 2026-03-02"]
    )
    for name in ("Job", "JOB", "Job name", "Position applied for", "Vacancy", "Opening", "Job Role")
}

# Days ahead of today where nothing can lie ahead.
AHEAD = {
    f"{head} {cell}": Alike(
        f"Company,Title,{head}\nHill,Clerk,{cell}\n", [f"Hill/Clerk: {read}"], 0, (f"day:{cell}",)
    )
    for head, cell, read in (
        ("Applied", "3/15/2027", "applied ?i"),
        ("Applied", "2026-03-17", "applied ?i"),
        ("Date", "2027-03-02", "applied ?i"),
        ("Date Saved", "2027-03-02", "applied ?i"),
        ("Rejected", "2026-12-24", "applied ?i"),
        ("Heard back", "2026-04-02", "applied ?i"),
        ("Offer date", "2026-11-12", "applied ?i"),
    )
} | {
    "a weekday that is not that day's": Alike(
        "Company,Title,Applied\nHill,Clerk,3/1/2026\nAmes,Cook,Tue 3/2\nBo,Baker,3/13/2026\n",
        [
            "Hill/Clerk: applied 2026-03-01",
            "Ames/Cook: applied ?i",
            "Bo/Baker: applied 2026-03-13",
        ],
        0,
        ("day:Tue 3/2",),
    ),
}

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
    ),
    "CareerOneStop": Alike(
        "Company Name,Contact,E-mail,Date Applied,Application Summary,Interview,Follow-Up,Status\n"
        "Hill,Ms. Ortiz,ortiz@hill.example,1/15/2026,letter and CV,2/20/2026,sent thanks,\n",
        ["Hill/: applied 2026-01-15, interview 2026-02-20"],
    ),
    "Google Sheets (answers to a form)": Alike(
        "Timestamp,Company,Position,Status\n1/15/2026 10:11:12,Hill,Clerk,Applied\n",
        ["Hill/Clerk: applied 2026-01-15i"],
    ),
}

# Rows that are no applications: sections, headings again, sums, legends, other tables.
SECTIONS = {
    f"a section called {words}": Alike(
        f"Company,Title,Applied\nHill,Clerk,2026-03-02\n{words},,\nAmes,Cook,2026-03-03\n",
        ["Hill/Clerk: applied 2026-03-02", f"Ames/Cook: applied 2026-03-03{read}"],
        1,
    )
    for words, read in {
        "REJECTED": ", rejected ?",
        "Rejected:": ", rejected ?",
        "--- Rejected ---": ", rejected ?",
        "Interviewing (3)": ", interview ?",
        "Offers": ", offer ?",
        "Withdrawn": ", withdrawn ?",
        "APPLIED": "",
        "--- November ---": "",
    }.items()
} | {
    "a section nobody knows": Alike(
        "Company,Title,Applied\nDream places:,,\nAmes,Cook,2026-03-03\nBo,Baker,2026-03-04\n",
        ["Ames/Cook: applied 2026-03-03", "Bo/Baker: applied 2026-03-04"],
        1,
        ("status:Dream places",),
    ),
    "a section beside a status": Alike(
        HEAD + "REJECTED,,,\nHill,Clerk,2026-03-02,Interview\n",
        ["Hill/Clerk: applied 2026-03-02, interview ?, rejected ?"],
        1,
    ),
    "two sections": Alike(
        "Company,Title\nOffer,\nHill,Clerk\nRejected,\nAmes,Cook\nBo,Baker\n",
        [
            "Hill/Clerk: offer ?",
            "Ames/Cook: applied ?, rejected ?",
            "Bo/Baker: applied ?, rejected ?",
        ],
        2,
    ),
}
NO_ROWS = {
    f"a row that says {row}": Alike(HEAD + ROW + row + "\n" + ROW, PLAIN * 2, 1)
    for row in (
        HEAD.strip(), HEAD.strip().upper(), "Company,Job Title,,", "TOTAL,7,,", "Total: 3,,,",
        "Total applied: 12,,,", "Sum,,2,", "Grand total,,12,4", "Count: 2,,,",
        "* = phone interview,,,", "Green means good,,,", "Legend: red = no,,,",
        "** asked twice,,,", "Key: x = done,,,",
    )
}  # fmt: skip
TABLES = {
    f"a second table headed {head}": Alike(
        f"{LIST}\n{title}{head},,\nHill,3/10/2026,,\n{ROW}", PLAIN, 3 + bool(title), ("table",)
    )
    for title, head in (
        ("Interviews,,,\n", "Company,Date"),
        ("References,,,\n", "Name,Phone"),
        ("", "Contact,E-mail"),
        ("People I know,,,\n", "Name,Notes"),
        ("", "Firm,Interview"),
        ("Follow-ups,,,\n", "Company,Follow up"),
    )
} | {
    "a firm that is called like a sum or a stage": Alike(
        HEAD + "Total Wine,Clerk,2026-03-02,Applied\nTotal,Cook,2026-03-02,Applied\n"
        "Applied Materials,,,\nOffer Up,,,\nKey Bank,,,\nSumUp,,,\n",
        [
            "Total Wine/Clerk: applied 2026-03-02",
            "Total/Cook: applied 2026-03-02",
            "Applied Materials/: ",
            "Offer Up/: ",
            "Key Bank/: ",
            "SumUp/: ",
        ],
    ),
}

LOOK_ALIKES = {
    **WRITTEN, **LAID_OUT, **TONGUES, **CELLS, **TOGETHER, **EXPORTS, **NUMBERED, **AHEAD,
    **SECTIONS, **NO_ROWS, **TABLES,
}  # fmt: skip
