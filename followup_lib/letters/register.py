"""The two registers: plain, as the letters are written, and formal, without contractions."""

import re

_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
_SHORT = re.compile(
    r"\b(?:(can|won|\w+n)['’]t|(let)['’]s|(\w+)['’](m|re|ve|ll|d|s))\b", re.IGNORECASE
)
_WITH_IS = ("it", "that", "what", "who", "there", "here", "where", "when", "how", "he", "she")
_CASUAL = {
    "Hi": "Hello",
    "Great, thanks": "Thank you",
    "Thanks": "Thank you",
    "This is {my_name}": "My name is {my_name}",
    "No problem.": "Of course.",
    "No problem,": "Of course,",
    "No problem at all": "Of course",
    "Happy to.": "Certainly.",
    "love to": "like to",
    "you in my corner": "your support",
    "being in my corner": "your support",
    "!": ".",
}
_WORDS = re.compile(rf"\b(?:{'|'.join(map(re.escape, _CASUAL))})(?!\w)|!")


def formal(text: str) -> str:
    """Return the text of a letter in the formal register; fields and possessives stay.

    >>> formal("Thanks! I'd like to know what's next, and I can't wait for {my_name}'s call.")
    "Thank you. I would like to know what is next, and I cannot wait for {my_name}'s call."
    >>> formal("No problem. I'd love to talk.")
    'Of course. I would like to talk.'
    """
    return _WORDS.sub(lambda found: _CASUAL[found[0]], _SHORT.sub(_in_full, text))


def _in_full(short: re.Match[str]) -> str:
    negated, let, word, ending = short.groups()
    if negated:
        known = {"can": "cannot", "won": "will not"}.get(negated.lower(), f"{negated[:-1]} not")
        return negated[0] + known[1:]
    if let:
        return f"{let} us"
    if ending.lower() == "s" and word.lower() not in _WITH_IS:
        return short[0]
    return f"{word} {_ENDINGS[ending.lower()]}"
