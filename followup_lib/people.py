"""Who to write to, and how: the person who gave the date, in that person's way (W2, W3)."""

import numpy as np
import pandas as pd

from followup_lib.settings import WAYS
from followup_lib.tables import Problem, Tables
from followup_lib.vocabulary import Event, Preferred

THEIR_WORD = (
    *(Event.HEARD_BACK, Event.INTERVIEW_PLANNED, Event.MOVED, Event.OFFER),
    *(Event.ON_HOLD, Event.REJECTED),
)
"""Rows whose channel shows by what way they write when nobody asked how they like to be reached."""


def directory(tables: Tables) -> pd.DataFrame:
    """Return one row per person of an application, its contact first.

    Columns: `application_id, name, email, phone, preferred, folded` (the name as compared) and
    `key`, the same for one person in several applications: the e-mail, else the phone, else
    name and company, or agency. The pace counts per key.
    """
    a = tables.applications
    contact = a[["application_id", "contact_name", "contact_email", "contact_phone"]]
    contact = contact.assign(preferred=a["preferred_contact"])
    columns = ["application_id", "name", "email", "phone", "preferred"]
    others = tables.people[["application_id", "name", "email", "phone", "preferred_contact"]]
    rows = pd.concat(
        [contact.set_axis(columns, axis=1), others.set_axis(columns, axis=1)], ignore_index=True
    )
    rows["folded"] = rows["name"].str.strip().str.casefold()
    company = rows["application_id"].map(_house(a.set_index("application_id")))
    rows["key"] = _key(rows["email"], rows["phone"], rows["folded"], company.fillna(""))
    return rows.drop_duplicates(["application_id", "folded"]).reset_index(drop=True)


def recipients(
    f: pd.DataFrame, people: pd.DataFrame, past: pd.DataFrame, cannot_use: tuple[str, ...]
) -> pd.DataFrame:
    """Add `to, email, phone, to_key, wish, way, way_why` to the facts.

    An agency is the route when there is one; else the giver of the date that counts, else the
    contact, else whom the seeker met last. `way_why` is one of asked, waits, cannot, last_used,
    default.
    """
    giver = f["their_who"].where(f["agency"] == "", "")
    met = f["met_who"].where(f["agency"] == "", "")
    name = giver.where(giver != "", f["contact_name"])
    name = name.where((name != "") | (f["contact_email"] != "") | (f["contact_phone"] != ""), met)
    name = _first(name)
    asked = pd.DataFrame({"application_id": f.index, "folded": name.str.casefold().to_numpy()})
    known = asked.merge(people, how="left", on=["application_id", "folded"])
    known = known.set_index("application_id").fillna("")
    unknown = _key(known["email"], known["phone"], name.str.casefold(), _house(f))
    f = f.assign(
        to=name,
        email=known["email"],
        phone=known["phone"],
        to_key=known["key"].where(known["key"] != "", unknown),
        wish=known["preferred"],
    )
    return f.assign(**_way(f, past, cannot_use))


def owed_to(
    owed: pd.DataFrame, f: pd.DataFrame, people: pd.DataFrame, cannot_use: tuple[str, ...]
) -> pd.DataFrame:
    """Add `to` and `way` to the seeker's open promises: to whom, by the way it was promised.

    Else in that person's way (W2), else as the application's other messages go.
    """
    main = f.reindex(owed["application_id"]).set_index(owed.index)
    name = _first(owed["who"])
    to = name.where((name != "") & (main["agency"] == ""), main["to"])
    asked = pd.MultiIndex.from_arrays([owed["application_id"], to.str.casefold()])
    wishes = people.set_index(["application_id", "folded"])["preferred"]
    wish = pd.Series(wishes.reindex(asked).to_numpy(), owed.index)
    usable = [way for way in WAYS if way not in cannot_use]
    way = wish.where(wish.isin(usable), main["way"])
    return owed.assign(to=to, way=owed["channel"].where(owed["channel"].isin(usable), way))


def strangers(f: pd.DataFrame, promises: pd.DataFrame, people: pd.DataFrame) -> list[Problem]:
    """Tell which open dates were given by somebody who stands in neither table of people."""
    theirs = promises[(promises["event"] == Event.THEY_PROMISED) & (promises["state"] == "open")]
    theirs = theirs[theirs["application_id"].isin(f.index[f["agency"] == ""])]
    name = _first(theirs["who"])
    asked = pd.MultiIndex.from_arrays([theirs["application_id"], name.str.casefold()])
    known = pd.MultiIndex.from_frame(people[["application_id", "folded"]])
    lost = theirs.assign(name=name)[(name != "") & ~asked.isin(known)]
    sentence = (
        "{name!r} stands neither in applications.csv nor in people.csv for {application_id}; "
        "add a row with how to reach them to people.csv, or mend the name."
    )
    return [
        Problem("timeline.csv", row["row"], "who", sentence.format_map(row))
        for row in lost[["row", "name", "application_id"]].to_dict("records")
    ]


def _way(f: pd.DataFrame, past: pd.DataFrame, cannot: tuple[str, ...]) -> dict[str, pd.Series]:
    usable = [way for way in ("email", "text", "linkedin", "phone") if way not in cannot]
    heard = past[past["event"].isin(list(THEIR_WORD)) & past["channel"].isin(usable)]
    heard = heard.drop_duplicates("application_id", keep="last").set_index("application_id")
    used = heard["channel"].reindex(f.index).fillna("")
    fallback = usable[0] if usable else WAYS[0]
    choices = {
        "asked": (f["wish"].isin(usable), f["wish"]),
        "waits": (f["wish"] == Preferred.WAIT_FOR_THEM, fallback),
        "cannot": (f["wish"].isin(list(cannot)), used.where(used != "", fallback)),
        "last_used": (used != "", used),
    }
    conditions = [condition for condition, _ in choices.values()]
    ways = [np.broadcast_to(np.asarray(way, object), len(f)) for _, way in choices.values()]
    return {
        "way": pd.Series(np.select(conditions, ways, fallback), f.index, dtype="str"),
        "way_why": pd.Series(np.select(conditions, list(choices), "default"), f.index, dtype="str"),
    }


def _first(who: pd.Series) -> pd.Series:
    return who.str.split(";").str[0].str.strip().astype("str")


def _house(rows: pd.DataFrame) -> pd.Series:
    return rows["agency"].where(rows["agency"] != "", rows["company"])


def _key(email: pd.Series, phone: pd.Series, folded: pd.Series, company: pd.Series) -> pd.Series:
    digits = phone.str.replace(r"\D", "", regex=True)
    by_name = folded.to_numpy() + pd.Series(" at ", email.index) + company.to_numpy()
    mail = email.str.strip().str.casefold()
    return mail.where(mail != "", digits.where(digits != "", by_name.str.casefold()))
