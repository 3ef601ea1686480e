"""Names in a message that belong to another application: word by word, in any script.

Words are looked up, not searched for one name after another, so that a spreadsheet of hundreds
of applications is as quick as one of ten.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from followup_lib.records.dates import MONTHS, WEEKDAYS

WORD = re.compile(r"\w+")
BETWEEN = re.compile(r"['’]|\s*[&/,-]?\s*")
"""What may stand between two words of one name."""
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "capt"})
ADDRESSED = HONORIFICS | {"hello", "hi", "hey", "dear"}
"""Words after which a common word is a person's name."""
JOINED = frozenset({"at", "with", "join", "joining"})
"""Words after which a common word is a company's name."""
POST = r"(?:position|role|job|post|opening|vacancy|opportunity)"
AFTER_TITLE = re.compile(rf"\s+{POST}\b", re.IGNORECASE)
BEFORE_TITLE = re.compile(rf"\b{POST} (?:of|as)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE)
NEAR = 100
"""Letters before a name that are looked at."""
_WORDS = """
    apple target next gap visa orange shell delta square box oracle meta stripe zoom indeed
    monster slack notion signal bolt ring nest chase discover progressive amazon excel access
    best bell bill case church cook day field good grace hall hill hope house king lane law long
    mark page paul price read rose street strong summer way will winter wise wood young
"""
COMMON = frozenset(" ".join((*MONTHS, *WEEKDAYS, _WORDS)).casefold().split())
"""Names that are words too: they count only where nothing but a name can stand."""


class Named(NamedTuple):
    """One name to look for: its words, whose it is, and `company`, `title` or `person`."""

    words: tuple[str, ...]
    firm: str
    kind: str


def bare(name: str) -> str:
    """Return a person's name without Mr., Ms. or Dr.

    >>> bare("Dr. Ife Adeyemi")
    'Ife Adeyemi'
    """
    first, _, rest = name.strip().partition(" ")
    return rest.strip() if rest and first.rstrip(".").casefold() in HONORIFICS else name.strip()


def surname(name: str) -> str:
    """Return the last word of a person's name."""
    return bare(name).split()[-1] if name.strip() else ""


class Names:
    """Names of other rows, ready to be found in a text.

    `companies`, `titles` and `people` map a name to the company it belongs to. What also stands
    in `own`, the names and texts of the message's own row, is not looked for.
    """

    def __init__(
        self,
        companies: dict[str, str],
        titles: dict[str, str],
        people: dict[str, str],
        own: Iterable[str],
    ) -> None:
        texts = list(own)
        self._own = "".join(f" {' '.join(_key(text))} |" for text in texts)
        self._own_texts = "\n".join(texts)
        self._by_word: dict[str, list[Named]] = defaultdict(list)
        self._unspaced: dict[str, Named] = {}
        for kind, names in (("company", companies), ("title", titles), ("person", people)):
            for name, firm in names.items():
                self._add(name, firm, kind)

    def _add(self, name: str, firm: str, kind: str) -> None:
        spoken = [bare(name), surname(name)] if kind == "person" else [name]
        for one in dict.fromkeys(spoken):
            if _unspaced(one) and one not in self._own_texts:
                self._unspaced[one] = Named((one,), firm, kind)
            elif len(one) > 2 and (key := _key(one)) and f" {' '.join(key)} " not in self._own:
                self._by_word[key[0]].append(Named(tuple(WORD.findall(one)), firm, kind))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, company) of each name of another row in a text."""
        tokens = list(WORD.finditer(text))
        for at, token in enumerate(tokens):
            for named in self._by_word.get(token[0].casefold(), ()):
                run = tokens[at : at + len(named.words)]
                before = tokens[at - 1] if at else None
                if _same(named, run, text) and _is_meant(named, run, before, text):
                    yield run[0].start(), run[-1].end(), named.firm
        for name, named in self._unspaced.items():
            if (start := text.find(name)) >= 0:
                yield start, start + len(name), named.firm


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORD.findall(name))


def _unspaced(name: str) -> bool:
    """Tell whether a script has no capitals: there, words are not always set apart by spaces."""
    return len(name) > 1 and not name.isascii() and name.upper() == name.lower()


def _same(named: Named, run: list[re.Match[str]], text: str) -> bool:
    """Tell whether the words are those of the name; only a position may be in small letters."""
    said = tuple(token[0] for token in run)
    alike = said == named.words or (
        named.kind == "title" and _key(" ".join(said)) == _key(" ".join(named.words))
    )
    return alike and all(
        BETWEEN.fullmatch(text, first.end(), second.start()) for first, second in pairwise(run)
    )


def _is_meant(
    named: Named, run: list[re.Match[str]], before: re.Match[str] | None, text: str
) -> bool:
    """Tell whether the words are the name here, and not words that only look like it."""
    start, end = run[0].start(), run[-1].end()
    if named.kind == "title":
        near = max(start - NEAR, 0)
        return bool(AFTER_TITLE.match(text, end) or BEFORE_TITLE.search(text, near, start))
    if len(run) > 1:
        return True
    if not named.words[0][:1].isupper():
        return False
    previous = before[0].casefold() if before else ""
    if previous in (ADDRESSED if named.kind == "person" else JOINED):
        return True
    return named.words[0].casefold() not in COMMON and not _begins(text[:start])


def _begins(before: str) -> bool:
    """Tell whether a sentence or line begins here, where any word has a capital."""
    before = before.rstrip(" ")
    return not before or before[-1] in ".!?\n:"
