"""What a sentence is to a reader: whether it stands alone, whether it says what another says."""

import re
from dataclasses import dataclass

from briefing.language import content_words
from briefing.language.prose import is_boilerplate, is_unpaired, leaning

SHORTER, LONGER = 0.6, 0.5  # shares of content words that two sentences have in common
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million"
    r"|billion|dozen|dozens|half)\b",
    re.IGNORECASE,
)

_DENIED = re.compile(
    r"\b(?:no|not|never|cannot|den(?:y|ies|ied)|denial|false|refus\w+|reject\w+|cancel\w*|postpon\w+"
    r"|call(?:ed|s|ing)? off|put off|withdr[ae]w\w*|nicht|kein\w*|nie|ne|pas|jamais)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as what it can be compared by."""

    words: frozenset[str]
    numbers: frozenset[str]
    denied: bool = False  # it says that something is not so, or is not to be


def said(text: str, language: str) -> Said:
    """Return a sentence's content words and numbers."""
    numbers = {*_NUMBER.findall(text), *(word.lower() for word in _NUMBER_WORD.findall(text))}
    denied = _DENIED.search(text) is not None
    return Said(frozenset(content_words(text, language)), frozenset(numbers), denied)


def says_the_same(a: Said, b: Said) -> bool:
    """Return whether two sentences say the same: most of their words, and no other figures.

    "12 were injured" and "15 were injured" do not say the same, nor does a short sentence that is
    only a part of a long one, nor a sentence and its denial.
    """
    if a.denied != b.denied:
        return False
    shared, lengths = len(a.words & b.words), sorted((len(a.words), len(b.words)))
    if not shared or shared < SHORTER * lengths[0] or shared < LONGER * lengths[1]:
        return False
    return a.numbers <= b.numbers or b.numbers <= a.numbers


def stands_alone(text: str, language: str) -> bool:
    """Return whether a reader understands the sentence without the one before it."""
    return not (leaning(text, language) or is_unpaired(text) or is_boilerplate(text))
