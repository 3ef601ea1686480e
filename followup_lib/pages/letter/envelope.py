"""What goes around the words of a draft: a file attached, and the message of theirs it answers."""

from dataclasses import replace

from followup_lib.outbox.email import Outgoing, Received, as_eml, read_received
from followup_lib.outbox.sent import file_received, last_received
from followup_lib.pages.kit.desk import Desk
from followup_lib.records.tables import Tables


class Envelope:
    """The envelope of a message about one application; it answers their last one on file."""

    def __init__(self, desk: Desk, application_id: str) -> None:
        self._desk, self._application_id = desk, application_id
        self._attachment: tuple[str, bytes] | None = None
        self._answers: Received | None = last_received(
            desk.plan, application_id, desk.search.folder
        )

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

    def answer(self, data: bytes) -> Received:
        """Let the draft answer a message of theirs, and file it with the row of their last word."""
        received = read_received(data)

        def filed(tables: Tables) -> tuple[Tables, dict[str, bytes]]:
            folder = self._desk.search.folder
            return file_received(self._desk.plan, tables, self._application_id, data, folder)

        _, messages = filed(self._desk.tables)
        if messages:
            self._desk.edit(
                "file a message of theirs", lambda tables: filed(tables)[0], messages=messages
            )
        self._answers = received
        return received
