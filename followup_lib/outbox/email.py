"""Handing a message over: an unsent draft for any mail program, or a link. Nothing is ever sent."""

import hashlib
import mimetypes
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from urllib.parse import quote

from followup_lib.records.errors import FollowupError

LONGEST_LINK = 2000
"""Characters of a mailto link that every mail program opens."""
LONGEST_HEAD = 998
"""Letters of a header that are read: no line of a message may be longer."""
LARGEST_FILE = 20_000_000
"""Bytes of a file that mail servers usually carry."""


@dataclass(frozen=True)
class Received:
    """What an answer needs of the message it answers: its id and its subject."""

    message_id: str
    subject: str


@dataclass(frozen=True)
class Outgoing:
    """A message as the person has it: to whom, from whom, the words, a file, what it answers."""

    to: str
    address: str
    subject: str
    body: str
    sender: str = ""
    sender_address: str = ""
    attachment: tuple[str, bytes] | None = None
    answers: Received | None = None

    @property
    def thread_subject(self) -> str:
        """Return the subject: in a running thread it is theirs."""
        if self.answers is None or not self.answers.subject:
            return _one_line(self.subject)
        theirs = _one_line(self.answers.subject)
        return theirs if theirs.casefold().startswith("re:") else f"Re: {theirs}"


def as_eml(out: Outgoing, *, unsent: bool = True) -> bytes:
    """Return an .eml (RFC 5322, UTF-8, CRLF) that opens as a draft not yet sent.

    An address that is none is left out, for the person to fill in. No date and no id are in it:
    the mail program adds them when it sends. Raises `FollowupError` for a file above
    `LARGEST_FILE`.
    """
    message = EmailMessage(policy=policy.SMTP)
    if unsent:
        message["X-Unsent"] = "1"
    for header, name, address in (
        ("From", out.sender, out.sender_address),
        ("To", out.to, out.address),
    ):
        known = _address(name, address)
        if known:
            message[header] = known
    message["Subject"] = out.thread_subject
    if out.answers and out.answers.message_id:
        message["In-Reply-To"] = message["References"] = _one_line(out.answers.message_id)
    message.set_content(out.body, charset="utf-8", cte="quoted-printable")
    if out.attachment:
        _attach(message, *out.attachment)
    return message.as_bytes()


def mailto(out: Outgoing) -> str:
    """Return a link that opens the message in the mail program (RFC 6068).

    Raises `FollowupError` when it would be longer than `LONGEST_LINK` characters.
    """
    body = out.body.replace("\r\n", "\n").replace("\n", "\r\n")
    link = f"mailto:{quote(out.address.strip(), safe='@')}"
    link += f"?subject={quote(out.thread_subject, safe='')}&body={quote(body, safe='')}"
    if len(link) > LONGEST_LINK:
        raise FollowupError(
            f"This message is too long for a link ({len(link):,} characters, {LONGEST_LINK:,} are "
            "allowed): copy it, or use the draft file."
        )
    return link


def read_received(data: bytes) -> Received:
    """Return what an answer to this .eml needs; raises `FollowupError` when it is no message."""
    try:
        message = BytesHeaderParser(policy=policy.default).parsebytes(data)
        heads = {name.casefold(): value for name, value in [*message.raw_items()][::-1]}
        identity, subject = (_head(heads.get(name, "")) for name in ("message-id", "subject"))
        found = Received(identity, subject)
    except (MessageError, ValueError, IndexError) as error:
        raise FollowupError(
            "This isn’t an e-mail file; save their message as .eml first."
        ) from error
    if not (found.message_id or found.subject):
        raise FollowupError("This isn’t an e-mail file; save their message as .eml first.")
    return found


def _head(raw: str) -> str:
    """Return the words of a header as a subject has them: nothing a stranger nested is followed."""
    return str(policy.default.header_fetch_parse("Subject", raw[:LONGEST_HEAD])).strip()


def refuse_large(name: str, size: int) -> None:
    """Raise `FollowupError` for a file of more bytes than `LARGEST_FILE`."""
    if size > LARGEST_FILE:
        raise FollowupError(
            f"{name} has {size // 1_000_000} MB; most mail servers take "
            f"{LARGEST_FILE // 1_000_000}. Send a link to it, or make it smaller."
        )


def _attach(message: EmailMessage, name: str, data: bytes) -> None:
    refuse_large(name, len(data))
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    main, _, sub = kind.partition("/")
    message.add_attachment(data, maintype=main, subtype=sub, filename=_one_line(name))
    message.set_boundary(f"=_{hashlib.sha256(data).hexdigest()[:32]}")


def _address(name: str, address: str) -> Address | None:
    """Return an address for a header, None when it is no address."""
    try:
        return Address(_one_line(name), addr_spec=_one_line(address)) if "@" in address else None
    except (MessageError, ValueError, IndexError):
        return None


def _one_line(text: str) -> str:
    """Return a text without line breaks: nothing typed can begin a header of its own."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
