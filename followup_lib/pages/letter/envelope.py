"""What goes around the words of a draft: a file attached, and the message of theirs it answers."""

from dataclasses import replace

from followup_lib.outbox.email import Outgoing, Received, as_eml, read_received
from followup_lib.outbox.sent import file_received, last_received
from followup_lib.pages.kit.desk import Desk
from followup_lib.records.rows import PlanRow, key_of
from followup_lib.records.tables import Tables


class Envelope:
    """The envelope of the message for a row of the plan; it answers that person's last on file.

    What a person put in stays while the row is the same.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._key = ""
        self.empty()

    def empty(self) -> None:
        """Take out what a person put in."""
        self._attachment: tuple[str, bytes] | None = None
        self._unfiled: Received | None = None

    def turn(self, row: PlanRow) -> None:
        """Go around the message for this row, as things stand now."""
        if key_of(row) != self._key:
            self.empty()
        self._key = key_of(row)
        on_file = last_received(self._desk.plan, row, self._desk.search.folder)
        self._answers = on_file or self._unfiled

    @property
    def attached(self) -> str:
        """Return the name of the file attached, "" for none."""
        return self._attachment[0] if self._attachment else ""

    def around(self, to: str, address: str, subject: str, body: str) -> Outgoing:
        """Return the message with these words, signed by the seeker."""
        seeker = self._desk.tables.settings.seeker
        return Outgoing(
            to=to,
            address=address,
            subject=subject,
            body=body,
            sender=seeker.name,
            sender_address=seeker.email,
            attachment=self._attachment,
            answers=self._answers,
        )

    def attach(self, name: str, data: bytes, draft: Outgoing) -> None:
        """Attach a file to a draft; raises `FollowupError` when no mail server carries it."""
        as_eml(replace(draft, attachment=(name, data)))
        self._attachment = (name, data)

    def take_off(self) -> None:
        """Attach no file any more."""
        self._attachment = None

    def answer(self, row: PlanRow, data: bytes) -> Received:
        """Let the draft answer a message of theirs, and file it with the row of their last word."""
        received = read_received(data)

        def filed(tables: Tables) -> tuple[Tables, dict[str, bytes]]:
            folder = self._desk.search.folder
            return file_received(self._desk.plan, tables, row, data, folder)

        _, messages = filed(self._desk.tables)
        if messages:
            self._desk.edit(
                "file a message of theirs", lambda tables: filed(tables)[0], messages=messages
            )
        else:
            self._unfiled = received
        return received
