"""What a sentence is to a reader: whether it stands alone, whether it says what another says."""

import re
from dataclasses import dataclass

from briefing.compose.stance import Stance, alike, apart, opposed, stance
from briefing.language import content_words
from briefing.language.prose import is_boilerplate, is_unpaired, leaning

SHORTER, LONGER = 0.6, 0.5  # shares of content words that two sentences have in common
SURE = 0.9  # of the longer one, in a language whose opposites are not known
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million"
    r"|billion|dozen|dozens|half|second|third|fourth|fifth|another)\b",
    re.IGNORECASE,
)

_SPELLED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_VALUES = {word: str(value) for value, word in enumerate(_SPELLED.split(), start=2)}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as what it can be compared by."""

    text: str
    language: str
    words: frozenset[str]
    numbers: frozenset[str]

    @property
    def stance(self) -> Stance:
        """Return what it denies, on which side it stands, and of when it is."""
        return stance(self.text, self.language)


def said(text: str, language: str) -> Said:
    """Return a sentence's content words and numbers."""
    spelled = (word.lower() for word in _NUMBER_WORD.findall(text))
    numbers = {*_NUMBER.findall(text), *(_VALUES.get(word, word) for word in spelled)}
    return Said(text, language, frozenset(content_words(text, language)), frozenset(numbers))


def says_the_same(a: Said, b: Said) -> bool:
    """Return whether two sentences say the same: what one says, a reader may ascribe to the other.

    Most words are shared, the figures and days are the same, neither denies the other, no pair of
    opposites sets them apart, and what is coming in one is not done in the other. Better no
    agreement than a false one: where no opposites are known, nearly all words are to be shared.
    """
    if a.numbers != b.numbers or not _overlap(a, b):
        return False
    if "en" not in (a.language, b.language) and a.words != b.words and _shared(a, b) < SURE:
        return False
    return alike(a.stance, b.stance)


def repeats(a: Said, b: Said) -> bool:
    """Return whether a reader of one sentence learns little from the other.

    Looser than `says_the_same`: one may have figures or days that the other leaves out.
    """
    if not (a.numbers <= b.numbers or b.numbers <= a.numbers):
        return False
    return _overlap(a, b) and not opposed(a.stance, b.stance)


def contradicts(a: Said, b: Said) -> bool:
    """Return whether two sentences seem to tell of the same thing and cannot both stand."""
    if not _overlap(a, b):
        return False
    one, other, shared = a.stance, b.stance, a.words & b.words
    denied = (one.denied | other.denied) & shared if one.denies != other.denies else frozenset()
    return bool(denied) or apart(one, other)


def _overlap(a: Said, b: Said) -> bool:
    """Not where a short sentence is only a part of a long one."""
    shared, lengths = len(a.words & b.words), sorted((len(a.words), len(b.words)))
    return shared > 0 and shared >= SHORTER * lengths[0] and shared >= LONGER * lengths[1]


def _shared(a: Said, b: Said) -> float:
    return len(a.words & b.words) / max(1, len(a.words), len(b.words))


def stands_alone(text: str, language: str) -> bool:
    """Return whether a reader understands the sentence without the one before it."""
    return not (leaning(text, language) or is_unpaired(text) or is_boilerplate(text))
