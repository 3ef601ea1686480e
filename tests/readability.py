"""How a letter reads, measured: words, sentences, asks, and the published reading grade."""

import re

import pyphen

SYLLABLES = pyphen.Pyphen(lang="en_US")
VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
ASK = re.compile(r"\?|\bplease (?:let me know|confirm|tell me|send)\b(?![^.]*\?)", re.IGNORECASE)
POLITE = re.compile(r"Is this a good moment\?")


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"[\w’'$.-]*\w[\w’'-]*", text)


def spoken_words(text: str) -> int:
    """Count words as spoken: each digit of a telephone number is one."""
    numbers = re.findall(r"\(\d{3}\) \d{3}-\d{4}", text)
    rest = re.sub(r"\(\d{3}\) \d{3}-\d{4}", "", text)
    return len(words(rest)) + 10 * len(numbers)


def sentences(text: str) -> list[str]:
    """Return the sentences of a body; a greeting and a sign-off are none."""
    text = re.sub(r"\b(Ms|Mr|Mrs|Dr)\.", r"\1", text)
    parts = re.split(r"(?<=[.?!:])\s+|\n\n+", text)
    return [part.strip() for part in parts if len(words(part)) > 2]


def asks(text: str) -> int:
    """Count what the reader is asked for, polite openers aside."""
    return len(ASK.findall(POLITE.sub("", text)))


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
