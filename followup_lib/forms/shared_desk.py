"""The desk at which several forms of one page work: each hears when another changed something."""

from collections.abc import Callable

from followup_lib.forms.desk import Desk


class SharedDesk(Desk):
    """A desk that tells those who asked whenever the search was read again."""

    _told: tuple[Callable[[], object], ...] = ()

    @classmethod
    def at(cls, desk: Desk) -> "SharedDesk":
        """Return a shared desk for the search of `desk`, as it was read there."""
        shared = cls.__new__(cls)
        vars(shared).update(vars(desk))
        return shared

    def tell(self, refresh: Callable[[], object]) -> None:
        """Call `refresh` after each look from now on."""
        self._told = (*self._told, refresh)

    def look(self) -> None:
        """Read the search again, plan, and tell everybody at this desk."""
        super().look()
        for refresh in self._told:
            refresh()

    @property
    def application(self) -> str:
        """Return the application the chosen row is about, "" when none is chosen or it is gone."""
        application_id = self.chosen.partition(":")[2].rpartition(":")[0]
        return application_id if application_id in self.plan.facts.applications.index else ""
