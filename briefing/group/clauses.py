"""Headings cut from a headline, for an event that no name with a noun tells.

What the headlines of an event have in common is what it is about: "Orla bank removes savings app".
A heading that leaves out most of that says too little; then the headline that holds most of it and
least besides stands for all, cut before "after", "as" or a comma.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

from briefing.group.background import document_share
from briefing.group.phrases import LEAD, Text, pieces
from briefing.group.words import fold
from briefing.language import stop_words

_STEM = 5  # letters: "collide" and "collision", "Korea" and "Korean", count as one
_SHARED = 0.4  # share of the headlines that hold a word
_SAMPLE = 8000  # articles that rarity is reckoned in
_ELSE = 0.35  # weight of a word that one headline alone holds, before rarity
_FIGURE = 1.0
_READ = 200  # headlines
_WORDS = (3, 10)  # of a heading
_LETTERS = 64
_LOOKED_AT = 400  # letters of a headline
_LONGEST = 80  # letters of a headline that stands for a single article
_CAPITALS = 0.8  # share of a headline's words that are no stop words, above which it says nothing
_TITLE_CASED = 0.85  # a headline in sentence case is printed as it stands
_SHORTENED = 0.97  # a whole headline before one that was cut

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*(?:['’][^\W\d_]+)?(?:-[^\W_]+)*")
_PART = re.compile(r"\s+[|\-–—·•]+\s+|:\s+|;\s+|[?!]+\s*|\.{3}|…|(?<=[^\W\d_]{4})\.\s+")
_CUT = re.compile(
    r",? (?:after|amid|as|with|while|but|because|since|when|where|who|which|despite|ahead of|"
    r"following|before|though|although|during|over) |, ",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?<!\S)['‘`]")
_CLOSES = re.compile(r"['’](?!\w)")
_QUOTES = "'‘`\"“"
_NO_BEGINNING_LIST = """
    how why what when where who which this that these those here here's is are was were do does did
    can could should would will watch video photo photos pictures live update updated breaking
    exclusive opinion analysis review reviewed report reports and but or it its his her their he she
    they we you i my your our every everything after as with in at of by first to not
    """
_NO_BEGINNING = frozenset(_NO_BEGINNING_LIST.split())
_NO_END_LIST = """
    is are was were be been being has have had will would could should may might can do does did
    says say said tells told not very more most its his her their our your my
    """
_NO_END = frozenset(_NO_END_LIST.split())


@dataclass(frozen=True, slots=True)
class Shared:
    """The stems that the headlines of a theme share, with their weights."""

    weights: dict[str, float]
    stop: frozenset[str]

    def held(self, words: str) -> float:
        """Return the share of the weight that stands in `words`, 0 to 1."""
        total = sum(self.weights.values())
        stems = sorted(set(_stems(words, self.stop)))
        return sum(self.weights.get(stem, 0.0) for stem in stems) / total if total else 0.0

    def fit(self, words: str) -> float:
        """Weigh how much of what is shared `words` hold against how much else, 0 to 1."""
        held = self.held(words)
        stems = sorted(set(_stems(words, self.stop)))
        own = sum(self.weights.get(stem) or _weight_of_other(stem) for stem in stems)
        precision = held * sum(self.weights.values()) / own if own else 0.0
        return 2 * held * precision / (held + precision) if held and precision else 0.0


def shared_words(texts: Sequence[Text]) -> Shared:
    """Return what the headlines of articles share: each distinct headline counts once."""
    stop = stop_words(texts[0].language) if texts else frozenset[str]()
    titles = list(dict.fromkeys(tuple(sorted(set(_stems(t.title, stop)))) for t in texts))[:_READ]
    counts = Counter(stem for title in titles for stem in title)
    least = max(min(2, len(titles)), _SHARED * len(titles))
    weights = {
        stem: count / len(titles) * sqrt(_rarity(stem))
        for stem, count in sorted(counts.items())
        if count >= least
    }
    return Shared(weights, stop)


def _weight_of_other(stem: str) -> float:
    """Return what a word weighs that one headline alone holds: a figure is soon out of date."""
    return (_FIGURE if stem[0].isdigit() else _ELSE) * sqrt(_rarity(stem))


def _rarity(stem: str) -> float:
    return max(0.5, log(_SAMPLE / (1 + _SAMPLE * document_share(stem))))


def _stems(text: str, stop: frozenset[str]) -> list[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return [fold(word)[:_STEM] for word in words if word not in stop and fold(word) not in stop]


def clause(texts: Sequence[Text], shared: Shared) -> str:
    """Return the headline, whole or cut, that holds most of what all share, or ""."""
    ranked = []
    for k, title in enumerate(dict.fromkeys(text.title for text in texts[:_READ])):
        capitals = _all_capitals(title, shared.stop)
        for part, whole in _spans(title, shared.stop):
            score = shared.fit(part)
            score *= (_TITLE_CASED if capitals else 1.0) * (1.0 if whole else _SHORTENED)
            ranked.append((-round(score, 9), len(part), k, part, capitals))
    if not ranked:
        return ""
    *_, part, capitals = min(ranked)
    if capitals:
        return _Printed(texts, shared.stop).sentence(part)
    return _begun(part)


def shortened(headline: str, language: str) -> str:
    """Return a headline too long for a heading by its longest part that stands alone, or cut."""
    if len(headline) <= _LONGEST:
        return headline
    parts = [part for part, _ in _spans(headline, stop_words(language))]
    if parts:
        return _begun(max(parts, key=len))
    return headline[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + " …"


def _begun(text: str) -> str:
    """Return a heading that begins with a capital, within a quotation mark too."""
    at = 1 if text[0] in _QUOTES else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def _spans(title: str, stop: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a headline that could stand alone, and whether each is uncut."""
    for raw in _PART.split(title[:_LOOKED_AT]):
        part = raw.strip(" ,.")
        ends = [len(part), *(match.start() for match in _CUT.finditer(part))]
        for end in ends:
            cut = part[:end].strip(" ,.")
            # "Ana Dorn, mayor of Ronda" lacks what she did.
            whole = end == len(part)
            if _stands(cut, stop) and (whole or ("," not in cut and not cut[-1].isdigit())):
                yield cut, whole


def _stands(part: str, stop: frozenset[str]) -> bool:
    words = _WORD.findall(part)
    if not _WORDS[0] <= len(words) <= _WORDS[1] or len(part) > _LETTERS:
        return False
    first, last = words[0].lower(), words[-1].lower()
    if first in _NO_BEGINNING or first[0].isdigit() or last in _NO_END or last in stop:
        return False
    return (
        part.count('"') % 2 == 0
        and part.count("“") == part.count("”")
        and part.count("(") == part.count(")")
        and len(_OPENS.findall(part)) == len(_CLOSES.findall(part))
    )


def _all_capitals(text: str, stop: frozenset[str]) -> bool:
    """Tell whether nearly all words are capitalised, so that capitals say nothing."""
    words = [word for word in _WORD.findall(text[:_LOOKED_AT]) if word.lower() not in stop]
    return sum(not word[0].islower() for word in words) > _CAPITALS * len(words)


class _Printed:
    """How words are printed within sentences, to give a Headline Like This its small letters."""

    def __init__(self, texts: Sequence[Text], stop: frozenset[str]) -> None:
        self._stop = stop
        self._small: Counter[str] = Counter()
        self._large: Counter[str] = Counter()
        for text in texts:
            for piece in (*pieces(text.lead[:LEAD]), *pieces(text.title)):
                if not _all_capitals(" ".join(piece), stop):
                    for word in piece[1:]:
                        (self._large if word[0].isupper() else self._small)[word.lower()] += 1

    def sentence(self, part: str) -> str:
        """Return a headline in title case with capitals only where names have them."""
        text = _WORD.sub(lambda match: self._cased(match[0]), part)
        return _begun(text)

    def _cased(self, word: str) -> str:
        lower = word.lower()
        if lower in self._stop:
            return lower
        if any(c.isdigit() for c in word) or any(c.isupper() for c in word.split("-")[0][1:]):
            return word
        forms = (lower, lower.removesuffix("'s").removesuffix("’s"))
        if any(self._large[form] > self._small[form] for form in forms):
            return word
        return lower
