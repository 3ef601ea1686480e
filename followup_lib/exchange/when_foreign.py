"""What people jot in other languages about when somebody will be heard of: "llaman el lunes"."""

from followup_lib.reading.calendar_names import month_number, weekday_number
from followup_lib.reading.words import pattern

_FOREIGN = pattern(
    r"(?:(?:que|ellos|ella|me|nos|te|il|elle|ils|on|sie|er|die|man|wir|dass|disent|dicen|dijeron"
    r"|dijo|dit|va|vont|van|a|wird|werden) )*(?:r?appell(?:e|ent|era|eront|er)|contact(?:ent|er(?:a"
    r"|ont))|r[ée]pon(?:se|dent|dr(?:a|ont))|d[ée]cision|llam(?:an?|ar[aá]n?|arme)|avis(?:an?|ar"
    r"[aá]n?|arme)|contest(?:an|ar[aá]n?)|respond(?:en?|er[aá]n?)|respuesta|decid(?:en|ir[aá]n?)"
    r"|decisi[oó]n|rufen|meld(?:en|et)|antwort(?:en|et)?|bescheid|entscheid(?:en|et|ung))\b"
    r"(?P<rest>.*)"
)
"""An answer or a call of theirs in Spanish, French, Italian or German; a day stands behind it."""
_FOREIGN_DAY = pattern(
    r"\b(?:semanas?|mes(?:es)?|d[ií]as?|mañana|semaines?|mois|jours?|demain|wochen?|monate?n?|tage?n?"
    r"|morgen|settiman[ae]|mes[ei]|giorni|domani)\b|\d{1,2}[/.]\d{1,2}"
)


def in_another_language(piece: str) -> bool:
    """Tell whether a piece is a jotted word of theirs on when, in another language."""
    found = _FOREIGN.match(piece)
    if not found:
        return False
    words = [word.strip(".,;:!?") for word in found["rest"].split()[:3]]
    named = any(weekday_number(word) is not None or month_number(word) for word in words)
    return named or _FOREIGN_DAY.search(" ".join(words)) is not None
