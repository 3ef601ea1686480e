"""The people of each application: how to reach them, who is one person, and who has left."""

import numpy as np
import pandas as pd

from followup_lib.advice.identity import Identity, folded
from followup_lib.records.tables import Tables
from followup_lib.records.timeline import at, find
from followup_lib.records.vocabulary import HAS_LEFT, WAYS

WITHOUT_ADDRESS = tuple(name for name, way in WAYS.items() if not way.column)
"""The ways that need no address."""


class Directory:
    """The people of each application, its contact first.

    `rows` has the columns `application_id, name, role, email, phone, wish, folded` (the name as
    compared) and `key`, the same for one person in several applications (see `Identity`). The pace
    counts per key. The contacts come first, in the order of the applications; `job` is the number
    of each row's application. `left` tells who is noted as gone, in whichever application (W5),
    `reached` who has an address, or a way that needs none.
    """

    def __init__(self, tables: Tables) -> None:
        a, others = tables.applications, tables.people
        columns = {
            "application_id": ("application_id", "application_id"),
            "name": ("contact_name", "name"),
            "role": ("contact_role", "role"),
            "email": ("contact_email", "email"),
            "phone": ("contact_phone", "phone"),
            "wish": ("preferred_contact", "preferred_contact"),
        }
        cells = {
            name: np.append(a[contact], others[further])
            for name, (contact, further) in columns.items()
        }
        self.house = np.where(a["agency"] != "", a["agency"], a["company"])
        self.job = find(pd.Index(a["application_id"]), cells["application_id"])
        name, email, phone = cells["name"], cells["email"], cells["phone"]
        compared = folded(name)
        code, names = pd.factorize(compared)
        self._names = pd.Index(names)
        self._identity = Identity(tables.settings.calendar.country)
        self._identity.learn(name, email, phone, at(self.house, self.job))
        number = self._number(self.job, code)
        first = (self.job >= 0) & ~pd.Index(number).duplicated()
        cells |= {"folded": compared, "key": self.key(name, email, phone, self.job)}
        self.rows = pd.DataFrame({name: column[first] for name, column in cells.items()})
        self.job, self._place = self.job[first], pd.Index(number[first])
        gone = self.rows["key"][self.rows["wish"] == HAS_LEFT]
        self.left = self.rows["key"].isin(gone).to_numpy()
        address = (self.rows["email"] != "") | (self.rows["phone"] != "")
        self.reached = (address | self.rows["wish"].isin(WITHOUT_ADDRESS)).to_numpy()

    def find(self, job: np.ndarray, names: np.ndarray) -> np.ndarray:
        """Return the place among `rows` of the person with each name in each application."""
        return find(self._place, self._number(job, find(self._names, folded(names))))

    def key(
        self, name: np.ndarray, email: np.ndarray, phone: np.ndarray, job: np.ndarray
    ) -> np.ndarray:
        """Return what tells one person from another, also when no address is known."""
        return self._identity.keys(name, email, phone, at(self.house, job))

    def _number(self, job: np.ndarray, name: np.ndarray) -> np.ndarray:
        """Return one number for each pair of application and place of a name, -1 without either."""
        return np.where((job >= 0) & (name >= 0), job * len(self._names) + name, -1)
