"""What a person is told when something goes wrong, and what the log gets."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from followup_lib.app.workspace import pages_log
from followup_lib.records.errors import FollowupError

log = logging.getLogger("followup_lib")


class FieldError(FollowupError):
    """What one field of a form lacks, or holds wrongly; `field` is the name of its trait."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


def sentence_of(error: Exception) -> str:
    """Return what the page says about an error; a mistake of ours is noted in full in the log."""
    if isinstance(error, FollowupError):
        return str(error)
    _open_log()
    log.error("An action of a page failed.", exc_info=error)
    reason = f"{type(error).__name__}: {error}"
    return f"This did not work ({reason}). Nothing you saved is lost; the log has the details."


@contextmanager
def told(say: Callable[[str, str], object]) -> Iterator[None]:
    """Tell an error to `say`: its sentence, and the field it is about or "".

    A mistake of ours is logged and raised as well, so that tests see it.
    """
    try:
        yield
    except Exception as error:
        say(sentence_of(error), getattr(error, "field", ""))
        if not isinstance(error, FollowupError):
            raise


def _open_log() -> None:
    """Let the log go into its file, if the server named one; all its pages share it."""
    path = pages_log()
    if path and not log.handlers:
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)


def refuse_no_number(phone: str) -> str:
    """Return a phone number without its edges; raises `FieldError` at `phone` without a digit."""
    if phone.strip() and not any(sign.isdecimal() for sign in phone):
        raise FieldError(
            f"“{phone.strip()}” has no digits. Type your number, or leave it empty.", "phone"
        )
    return phone.strip()


def refuse_empty(value: str, sentence: str, field: str) -> str:
    """Return a text without its edges; raises `FieldError` when nothing is left in the field."""
    if not value.strip():
        raise FieldError(sentence, field)
    return value.strip()
