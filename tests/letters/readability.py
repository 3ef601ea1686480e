"""How a letter reads, measured: words, sentences, asks, and the published reading grade."""

import re

import pyphen

SYLLABLES = pyphen.Pyphen(lang="en_US")
VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
POLITE = re.compile(r"\bIs (?:this|it|now) a (?:good|bad) (?:moment|time)[^.?!]*\?", re.IGNORECASE)
QUESTION_WORD = (
    r"(?:is|are|am|was|do|does|did|has|have|can|could|would|will|may|should|"
    r"what|when|who|which|how|where|why|whether)"
)
SECOND_HALF = re.compile(rf"(?<=[\w,;] )(?:and|or) (?:if so, )?{QUESTION_WORD}\b", re.IGNORECASE)
REQUEST = re.compile(
    r"\bplease\b(?! find| do not| don.t)|\blet me know\b|(?<!you )(?<!could )\btell me\b|"
    r"\bI(?: would|.d) (?:like|love) to (?:know|ask|hear|learn) "
    r"(?:if|by|about|from whom|what|when|who|which|how|where|why|whether)\b|"
    r"\bI(?: would|.d)? be grateful (?:for|if)\b|\bI (?:only |just )?(?:wonder|want(?:ed)? to ask)|"
    r"\bI(?: a|.)m (?:writing|calling) to ask\b|\b(?:could|would|can) you\b",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"[\w’'$.-]*\w[\w’'-]*", text)


def spoken_words(text: str) -> int:
    """Count words as spoken: each digit of a telephone number is one."""
    numbers = re.findall(r"\(\d{3}\) \d{3}-\d{4}", text)
    rest = re.sub(r"\(\d{3}\) \d{3}-\d{4}", "", text)
    return len(words(rest)) + 10 * len(numbers)


def path_of_a_call(script: str, openings: tuple[str, ...]) -> str:
    """Return what one says on one path of a script: the parts whose label begins with `openings`.

    The other branches are for other calls, and count for nothing.
    """
    parts = (part.partition("\n") for part in script.split("\n\n"))
    return "\n\n".join(said for label, _, said in parts if label.startswith(openings))


def contractions(text: str) -> list[str]:
    """Return the words a person runs together: "I'm", "don't", "that's", no possessives."""
    found = re.findall(r"\b\w+['’](?:m|re|ve|ll|d|t|s)\b", text, re.IGNORECASE)
    with_is = re.compile(r"(?:it|that|what|who|there|here|where|when|how|let)['’]s", re.IGNORECASE)
    return [one for one in found if one[-2:].lower() not in ("'s", "’s") or with_is.match(one)]


def sentences(text: str) -> list[str]:
    """Return the sentences of a body; a greeting and a sign-off are none."""
    text = re.sub(r"\b(Ms|Mr|Mrs|Dr)\.", r"\1", text)
    parts = re.split(r"(?<=[.?!:])\s+|\n\n+", text)
    return [part.strip() for part in parts if len(words(part)) > 2]


def asks(text: str) -> int:
    """Count what the reader is asked for: requests, with or without a question mark.

    A sentence with two questions in it counts twice; "is this a good moment?" not at all.
    """
    text = re.sub(r"\b(Ms|Mr|Mrs|Dr)\.", r"\1", POLITE.sub("", text))
    parts = re.split(r"(?<=[.?!:;])\s+|\n\n+", text)
    questions = [part for part in parts if "?" in part]
    requests = [part for part in parts if "?" not in part and REQUEST.search(part)]
    return len(requests) + sum(1 + len(SECOND_HALF.findall(part)) for part in questions)


def syllables(word: str) -> int:
    """Count syllables: by hyphenation or by groups of vowels, whichever finds more."""
    by_vowels = len(VOWELS.findall(re.sub(r"e$", "", word.lower()))) or 1
    return max(len(SYLLABLES.inserted(word).split("-")), by_vowels)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade (Kincaid and others, 1975)."""
    found = sentences(text)
    all_words = [word for sentence in found for word in words(sentence)]
    per_sentence = len(all_words) / len(found)
    per_word = sum(map(syllables, all_words)) / len(all_words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59
