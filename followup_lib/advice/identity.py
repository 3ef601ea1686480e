"""Who is one person: by the e-mail, else by name with the firm or the telephone."""

import numpy as np
import pandas as pd

from followup_lib.reading.phones import dialed


class Identity:
    """Tells people apart by what the tables know of them, over all applications.

    The same e-mail is one person. Who has none is the one of that name who has, at the same firm
    or on the same telephone; else a name and a telephone, else a name and a firm, are one person.
    Two names on one telephone are two: it may be a switchboard. `country` is where numbers without
    a country code are dialed.
    """

    def __init__(self, country: str) -> None:
        self._country = country
        self._emails: dict[tuple[str, str], str] = {}
        self._phones: dict[tuple[str, str], str] = {}

    def learn(
        self, names: np.ndarray, emails: np.ndarray, phones: np.ndarray, houses: np.ndarray
    ) -> None:
        """Note the addresses of everybody on file; the first of a name and firm counts."""
        name, email = folded(names), folded(emails)
        nowhere = name[(email == "") & (name != "")]
        # All others of one name are told apart by their e-mail.
        alike = np.flatnonzero(pd.Index(name, dtype=object).isin(nowhere))
        cells = name[alike], email[alike], folded(phones[alike]), folded(houses[alike])
        for name, email, phone, house in zip(*cells, strict=True):
            number = self._dialed(phone)
            if email:
                self._emails.setdefault((name, house), email)
                self._emails.setdefault((name, number), email)
            elif number:
                self._phones.setdefault((name, house), number)

    def keys(
        self, names: np.ndarray, emails: np.ndarray, phones: np.ndarray, houses: np.ndarray
    ) -> np.ndarray:
        """Return what tells one person from another, also when no address is known."""
        key = folded(emails)
        lost = np.flatnonzero(key == "")
        rows = zip(*(folded(cells[lost]) for cells in (names, phones, houses)), strict=True)
        key[lost] = [self._key(*row) for row in rows]
        return key

    def _key(self, name: str, phone: str, house: str) -> str:
        number = self._dialed(phone) or (self._phones.get((name, house), "") if name else "")
        email = self._emails.get((name, house)) or (number and self._emails.get((name, number)))
        if name and email:
            return email
        return f"{name} {number}".strip() if number else f"{name} at {house}"

    def _dialed(self, phone: str) -> str:
        return dialed(phone, self._country) if phone else ""


def folded(names: np.ndarray) -> np.ndarray:
    """Return names as they are compared."""
    return np.array([*map(str.casefold, map(str.strip, names.tolist()))], object)
