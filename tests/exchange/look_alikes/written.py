"""How a file is written: letters, separators, line ends, quotes."""

from tests.exchange.look_alikes.alike import HEAD, LIST, PLAIN, ROW, Alike

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
