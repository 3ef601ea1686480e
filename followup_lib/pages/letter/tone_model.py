"""The tone check beside a draft: what is good, at most two remarks, one click to take or leave."""

from functools import partial
from typing import Any

import traitlets as t

from followup_lib.letters.template import ALOUD
from followup_lib.pages.letter.model import LetterModel
from followup_lib.records.dates import quoted, quoted_last
from followup_lib.tone.check import SHOWN, check_tone, praise, spoken_seconds, take, taken_out
from followup_lib.tone.guards import Known, Remark, known_facts


class ToneModel(t.HasTraits):
    """What a coach would say of the words of a `LetterModel`, anew at every change.

    `good` are sentences. `remarks`, at most two, gravest first, are dicts: `place` ("subject" or
    "body"), `weight`, `phrase`, `why`, `instead`, and `click`, the label of the button that changes
    the words ("" when only the person can). `seconds` is how long a script takes aloud, 0 for what
    is written. What the spreadsheet knows is gathered once for a row, not at every key.
    """

    good = t.List(t.Unicode())
    remarks: t.List[Any] = t.List()
    seconds = t.Int(0)

    def __init__(self, letter: LetterModel) -> None:
        super().__init__()
        self.letter = letter
        self._known = Known()
        self._left: list[str] = []
        self._found: list[tuple[str, Remark]] = []
        letter.observe(self._gather, ["turned", "attached", "new_day"])
        letter.observe(self._look, ["channel", "subject", "body"])
        self._gather()

    def _gather(self, _: object = None) -> None:
        letter = self.letter
        if not letter.key:
            return
        desk = letter.desk
        new = [letter.new_day] if letter.new_day else []
        attached = bool(letter.attached) or letter.asks_for_file
        self._known = known_facts(
            desk.plan, desk.tables, letter.row, also_days=new, attached=attached
        )
        self._left = list(desk.search.kept(f"tone {letter.key}").get("left", []))
        self._look()

    def _look(self, _: object = None) -> None:
        letter = self.letter
        if not letter.key or not letter.channel:
            self.good, self.remarks, self.seconds, self._found = [], [], 0, []
            return
        spoken = letter.channel in ALOUD
        check = partial(check_tone, situation=str(letter.row.situation), known=self._known)
        texts = {"subject": letter.subject if letter.channel == "email" else ""}
        texts["body"] = letter.body
        remarks = [
            (place, remark)
            for place, text in texts.items()
            for remark in check(text, subject=place == "subject")
        ]
        remarks = [pair for pair in remarks if _name(pair[1]) not in self._left]
        self._found = sorted(remarks, key=lambda pair: pair[1].rank)[:SHOWN]
        self.seconds = spoken_seconds(letter.body) if spoken else 0
        self.good = praise(letter.body, self._known, spoken=spoken)
        self.remarks = [self._told(place, remark) for place, remark in self._found]

    def _told(self, place: str, remark: Remark) -> dict[str, str]:
        click = "Use this wording" if remark.instead else ""
        if not click and taken_out(getattr(self.letter, place), remark) is not None:
            click = "Take it out"
        shown = {name: getattr(remark, name) for name in ("weight", "phrase", "why", "instead")}
        return shown | {"place": place, "click": click}

    def take(self, number: int) -> str:
        """Put the other wording of a remark into the words; they are kept as if typed."""
        if number >= len(self._found):
            return ""
        place, remark = self._found[number]
        setattr(self.letter, place, take(getattr(self.letter, place), remark))
        if remark.instead:
            return f"Changed: {quoted(remark.phrase)} is now {quoted_last(remark.instead)}"
        return f"Removed: {quoted_last(remark.phrase)}"

    def leave(self, number: int) -> str:
        """Leave the words as they are: this remark is not made again for this message."""
        if number >= len(self._found):
            return ""
        remark = self._found[number][1]
        self._left.append(_name(remark))
        self.letter.desk.search.keep(f"tone {self.letter.key}", {"left": self._left})
        self._look()
        return f"Left as it is: {quoted_last(remark.phrase)}"


def _name(remark: Remark) -> str:
    """Return what tells a remark again after other words have changed around it."""
    return f"{remark.id}: {' '.join(remark.phrase.casefold().split())}"
