"""Telephone numbers: the same number in two forms is one number."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from followup_lib.reading.understood import Understood

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

LONGEST = 100
"""Letters of a cell that may hold one telephone number, with what is said beside it."""
MOST = 1000
"""Letters of a text that is searched for numbers."""

AT_HOME_IN_AMERICA = ("US", "CA")
"""Countries whose numbers have ten digits, after +1 where they are dialed from elsewhere."""
_AMERICAN = re.compile(r"\(?([2-9]\d\d)\)?[ .-]?(\d{3})[ .-]?(\d{4})")


@dataclass(frozen=True)
class Phone:
    """A telephone number: `number` as dialed from anywhere, `shown` as a reader at home writes it.

    `number` is "+16095550142" (E.164), with ";ext=3" behind it when there is an extension.
    """

    number: str
    shown: str


@lru_cache(4096)
def read_phone(words: str, country: str) -> Understood[Phone]:
    """Read a telephone number as written in `country` (ISO 3166); words around it are left.

    Unclear: nothing that can be dialed, more than one number, a number without its area code.

    >>> read_phone("609.555.0142 x3", "US").fact
    Phone(number='+16095550142;ext=3', shown='(609) 555-0142 ext. 3')
    >>> read_phone("+1 609 555 0142", "GB").fact
    Phone(number='+16095550142', shown='+1 609-555-0142')
    """
    text = " ".join(words.split())
    found = find_phones(text, country) if len(text) <= LONGEST else []
    if len(found) != 1:
        return Understood(None, "unclear", left=text)
    start, end, phone = found[0]
    left = " ".join((text[:start] + " " + text[end:]).split())
    return Understood(phone, "exact", text[start:end], left, phone.shown)


def find_phones(text: str, country: str) -> list[tuple[int, int, Phone]]:
    """Return where each telephone number of a text begins and ends, none of one over `MOST`.

    One that nobody was given yet counts too, if its length is that of a whole number: an invented
    number, and one with a digit mistyped, are numbers of whoever wrote them.
    """
    if len(text) > MOST:
        return []
    import phonenumbers  # a tenth of a second, only where there are telephones

    matches = phonenumbers.PhoneNumberMatcher(text, country, phonenumbers.Leniency.POSSIBLE)
    whole = phonenumbers.ValidationResult.IS_POSSIBLE
    return [
        (match.start, match.end, _phone(match.number, country))
        for match in matches
        if phonenumbers.is_possible_number_with_reason(match.number) == whole
    ]


def dialed(words: str, country: str) -> str:
    """Return what tells one number from another, however it is written.

    >>> dialed("+1 609 555 0101", "US") == dialed("(609) 555-0101", "US")
    True
    >>> dialed("ext. 4410", "US")
    '4410'
    """
    if country in AT_HOME_IN_AMERICA and (plain := _AMERICAN.fullmatch(words)):
        return f"+1{''.join(plain.groups())}"  # most are, and the library is slow
    phone = read_phone(words, country).fact
    return phone.number if phone else re.sub(r"\D", "", words)


def _phone(number: "PhoneNumber", country: str) -> Phone:
    import phonenumbers
    from phonenumbers import PhoneNumberFormat

    abroad = number.country_code != phonenumbers.country_code_for_region(country)
    form = PhoneNumberFormat.INTERNATIONAL if abroad else PhoneNumberFormat.NATIONAL
    extension = f";ext={number.extension}" if number.extension else ""
    anywhere = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return Phone(anywhere + extension, phonenumbers.format_number(number, form))
