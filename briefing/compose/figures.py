"""Differing figures: what the articles of a story count alike, and count differently.

Precision before recall: two figures are set side by side only where they count the same kind of
thing, where neither is a part of the other, and where the sentences around them tell of the same.
The thresholds were read off pairs judged by a reader, of one half of the stories only
(`benchmarks/figures.py`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from briefing.brief import Difference, Figure, Words
from briefing.language import content_words, stop_words
from briefing.language.quantities import Quantity, alike, apart, quantities
from briefing.language.quantity_words import KINDS, MONTHS, NUMBERS, STOPS, TIMES
from briefing.language.speakers import speaker
from briefing.types import Article

MAX_DIFFERENCES = 3  # of a story: what differs most often stands first
MAX_FIGURES = 6  # of a difference
_ARTICLES = 40  # of a story, the newest: what they count is how it stands
_LONGEST = 1000  # characters of a sentence: a longer one is no prose
_SENTENCES = 15  # of an article: what matters stands in front
SAME_EVENT = 7  # days: later, such a thing was likelier measured or counted of another event
SAME_TOLL = 30  # days in which the numbers of those killed, hurt or missing are mended
_MOST = 40  # figures of one kind in one story that are compared: more pairs than any reader wants
_CONTEXT = 60  # characters after a figure that are shown with it
_AROUND = 70  # characters on either side of a figure that tell most of what it counts
_CLAUSE = re.compile(r"[,;:.()\[\]\"“”—–]| -+ | and (?:has|have|had|is|are|was|were)\b")
_IN_ALL = re.compile(r"\b(?:toll|number of)\b", re.IGNORECASE)
_OTHER_TIME = re.compile(r"\b(?:1[89]|20)\d\d\b|\blast (?:year|month|week)\b|\bago\b")
_SCOPE = re.compile(
    r"\b(?:first|second|third|another|other|neighbou?ring|nearby|alone|elsewhere|district|village"
    r"|suburb|province|camp|checkpoint)\b"
)
_HANGING = frozenset(("more", "less", "close", "least", "nearly", "almost", "another", "some"))
_POINTS = re.compile(r"(?:He|She|It|They|His|Her|Its|Their)\b")
_NAME = re.compile(r"\b[A-Z][\w-]{2,40}")
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_AGAINST = re.compile(
    r"(?:The|That|This|Its|Their) (?:count|figure|number|toll|estimate|total|tally)\b.{0,40}?"
    r"\b(?:higher|lower|more|fewer|less|above|below|larger|smaller)\b"
)
_MONTH = re.compile(r"\b[A-Z][a-z]{2,8}\b")


@dataclass(frozen=True, slots=True)
class Limits:
    """How alike the sentences of two figures must be, and how far apart the figures may lie."""

    shared: int  # content words in common
    share: float  # ... of the shorter sentence's
    near: int  # ... close to the figure
    ratio: float


_OF_PEOPLE = (
    Limits(shared=3, share=0.3, near=2, ratio=2.0),
    Limits(shared=3, share=0.5, near=1, ratio=2.0),
)
_TOLL = Limits(shared=0, share=0, near=0, ratio=1.5)
_FEW_PEOPLE = Limits(shared=5, share=0.4, near=2, ratio=2.0)
_FEW_IN_ALL = Limits(shared=3, share=0.2, near=1, ratio=2.0)
_COUNTED = Limits(shared=3, share=0.35, near=2, ratio=1.7)
_SUMS = Limits(shared=4, share=0.5, near=3, ratio=1.7)
_MEASURED = Limits(shared=4, share=0.4, near=3, ratio=1.7)
_MANY = 100  # so many are no part of what a story tells
_LIMITS = {"count": _COUNTED, "percent": _SUMS, "money": _SUMS, "measure": _MEASURED}
_OPENING, _SOME = 3, 10  # sentences of an article, and people: what its story is about
_FEW = 5  # so few people are killed or hurt in many places at once


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in sentence `sentence` (from 0) of article `article`, and the words around it."""

    article: str
    sentence: int
    quantity: Quantity
    day: date | None
    words: frozenset[str]
    near: frozenset[str]
    times: frozenset[str]
    scopes: frozenset[str]
    weekday: str  # which it tells of, as printed
    against: bool  # the sentence sets it against what the one before counts
    in_all: bool  # worded as a toll or a number of something
    names: tuple[str, ...]  # before the figure, in order: what it is told of
    beside: tuple[Quantity, ...]  # all of the sentence


def counted(article: str, index: int, text: str, day: date | None = None) -> tuple[Counted, ...]:
    """Return the figures of an English sentence that may be compared with those of others.

    `day` is that of publication.
    """
    found = quantities(text)
    if not any(map(_comparable, found)):
        return ()
    words = frozenset(word for word in content_words(text, "en") if not word.isdigit())
    times = _times(text)
    scopes = frozenset(_SCOPE.findall(text.lower()))
    opens_known = _POINTS.match(text) is not None
    made = []
    for one in filter(_comparable, found):
        worded = text[one.start : one.end]
        own = frozenset(content_words(worded, "en") if len(worded) <= _AROUND else ())
        around = text[max(0, one.start - _AROUND) : one.end + _AROUND]
        near = (frozenset(content_words(around, "en")) & words) - own
        names = ("?",) if opens_known else _names(text[: one.start])
        made.append(
            Counted(
                article, index, one, day, words - own, near, times, scopes,
                weekday=_weekday(text, one), against=_AGAINST.match(text) is not None,
                in_all=_IN_ALL.search(worded) is not None, names=names, beside=found,
            )
        )  # fmt: skip
    return tuple(made)


def _weekday(text: str, one: Quantity) -> str:
    """Return the day of the week that a figure is told of: the next behind it, else before it."""
    behind = _DAY.search(text, one.end)
    return behind[0] if behind else next(iter(_DAY.findall(text[: one.end])[-1:]), "")


def _times(text: str) -> frozenset[str]:
    """Return the years and months of which a sentence tells."""
    months = (word for word in _MONTH.findall(text) if word.lower() in MONTHS)
    return frozenset((*_OTHER_TIME.findall(text), *months))


def _present(day: date | None) -> frozenset[str]:
    """Return the wording of a day's own year and month."""
    return frozenset((str(day.year), f"{day:%B}", f"{day:%b}", f"{day:%b}.") if day else ())


def _names(text: str) -> tuple[str, ...]:
    """Return the capitalised words of what stands before a figure, in order."""
    found = []
    for match in _NAME.finditer(text):
        word = match[0].lower()
        first = match.start() < 2
        if word in MONTHS or word in _DAYS or word in NUMBERS:
            continue
        if first and (word in stop_words("en") or word.endswith(("s", "ing", "ed", "ly", "ice"))):
            continue  # "Officials", "Taking", "Police": capitalised by their place
        found.append(word)
    return tuple(found)


def _comparable(one: Quantity) -> bool:
    if one.part or (one.kind == "percent" and one.high >= 100):
        return False
    return one.kind not in ("measure", "count") or one.noun not in TIMES - {"minute"}


def same_quantity(a: Counted, b: Counted) -> bool:
    """Return whether two figures of two articles count the same, whatever they say."""
    if _key(a.quantity) != _key(b.quantity):
        return False
    if a.article == b.article:
        return _against(a, b) or _against(b, a)
    if _at_other_times(a, b) or _lists_both(a, b) or _lists_both(b, a):
        return False
    if not (_told_of(a, b.quantity.group) and _told_of(b, a.quantity.group)):
        return False
    if a.scopes != b.scopes:
        return False
    if _of_one_day(a, b):
        return True
    return (a.quantity.kind in KINDS or _of_one_name(a, b)) and any(
        _within(limits, a, b) for limits in _limits(a, b)
    )


def _against(a: Counted, b: Counted) -> bool:
    """ "The count is higher than that of the Board, ...": what one article itself sets apart."""
    return b.against and b.sentence == a.sentence + 1 and not a.quantity.part


def _of_one_day(a: Counted, b: Counted) -> bool:
    """ "27 ships on Sunday", "the number of ships at 27 on Sunday": the same, however told."""
    told = bool(a.weekday) and a.weekday == b.weekday and a.quantity.kind == "count"
    return told and alike(a.quantity, b.quantity)


def _within(limits: Limits, a: Counted, b: Counted) -> bool:
    shared = len(a.words & b.words)
    low, high = sorted((a.quantity.low, b.quantity.low))
    return (
        shared >= limits.shared
        and shared >= limits.share * min(len(a.words), len(b.words))
        and len(a.near & b.near) >= limits.near
        and high <= limits.ratio * low
    )


def _at_other_times(a: Counted, b: Counted) -> bool:
    """ "20 were killed in October": another crash; what is counted otherwise may move on."""
    present = _present(a.day) | _present(b.day)
    times = a.times - present, b.times - present
    days = abs((a.day - b.day).days) if a.day and b.day else 0
    if a.quantity.kind in KINDS:
        return times[0] != times[1] or days > SAME_TOLL
    if a.weekday and b.weekday and a.weekday != b.weekday:
        return True  # "27 on Sunday", "22 on Friday": it moved
    if days > (SAME_TOLL if a.quantity.noun == "people" else SAME_EVENT):
        return True
    return all(times) and times[0].isdisjoint(times[1])


def _of_one_name(a: Counted, b: Counted) -> bool:
    """Return whether the figures are told of the same: the name before one stands before both."""
    if a.names and b.names:
        return a.names[-1] in b.names or b.names[-1] in a.names
    return a.names == b.names or len(a.words & b.words) > _COUNTED.shared


def _told_of(one: Counted, group: str) -> bool:
    """Return whether the nation that the other counts is named here too."""
    return not group or one.quantity.group == group or set(content_words(group)) <= one.words


def _lists_both(a: Counted, b: Counted) -> bool:
    """ "15.5 percent for cash, 8 percent for the rest": beside it stands the other's figure."""
    return any(
        _key(one) == _key(b.quantity) and one != a.quantity and not apart(one, b.quantity)
        for one in a.beside
    )


def _limits(a: Counted, b: Counted) -> tuple[Limits, ...]:
    """Return the limits of which one must be kept."""
    fewest = min(a.quantity.low, b.quantity.low)
    if a.quantity.kind in _LIMITS:
        return (_LIMITS[a.quantity.kind],)
    opens = max(a.sentence, b.sentence) < _OPENING
    if fewest < _FEW:
        in_all = opens and (a.in_all or b.in_all)
        return (_FEW_PEOPLE, _FEW_IN_ALL) if in_all else (_FEW_PEOPLE,)
    opens = opens and fewest >= _SOME
    return (*_OF_PEOPLE, _TOLL) if opens or fewest >= _MANY else _OF_PEOPLE


def _key(one: Quantity) -> tuple[str, str]:
    return one.kind, one.noun


def groups(figures: Iterable[Counted]) -> list[list[list[Counted]]]:
    """Return what a story counts alike and differently, most sources first.

    Each group is a list of rows, in order of date; a row holds the figures that say the same: one
    value, as firmly. Of each kind of thing there is one group, the largest. Figures must come in
    order of date.
    """
    by_key: dict[tuple[str, str], list[Counted]] = {}
    for one in figures:
        by_key.setdefault(_key(one.quantity), []).append(one)
    found = [group for kin in by_key.values() for group in _groups_of(kin[:_MOST])[:1]]
    return sorted(found, key=_size)


def _size(rows: Sequence[Sequence[Counted]]) -> int:
    return -sum(map(len, rows))


def _groups_of(kin: Sequence[Counted]) -> list[list[list[Counted]]]:
    """Return the figures of one kind in groups, each figure counting the same as another of it."""
    parts: list[list[int]] = []
    for at, one in enumerate(kin):
        joined = [p for p in parts if any(same_quantity(one, kin[other]) for other in p)]
        parts = [p for p in parts if p not in joined]
        parts.append(sorted([at, *(other for part in joined for other in part)]))
    rows = [_rows([kin[at] for at in part]) for part in parts]
    return sorted((found for found in rows if _differs(found)), key=_size)


def _differs(rows: Sequence[Sequence[Counted]]) -> bool:
    """Return whether two rows of two articles allow no common value."""
    pairs = combinations((row[0] for row in rows), 2)
    sources = {row[0].article for row in rows}
    return len(sources) > 1 and any(apart(a.quantity, b.quantity) for a, b in pairs)


def _rows(part: Sequence[Counted]) -> list[list[Counted]]:
    """Return figures by what they say, in order of who says it first."""
    rows: list[list[Counted]] = []
    for one in part:
        same = next((row for row in rows if alike(row[0].quantity, one.quantity)), None)
        if same is None:
            rows.append([one])
        else:
            same.append(one)
    return rows


def shown_rows(rows: Sequence[Sequence[Counted]]) -> list[Sequence[Counted]]:
    """Return the rows to print, in order: first, last, least, most, then what most say."""
    least = min(range(len(rows)), key=lambda at: rows[at][0].quantity.high)
    most = max(range(len(rows)), key=lambda at: rows[at][0].quantity.low)
    others = sorted(range(len(rows)), key=lambda at: (-len(rows[at]), -at))  # the newest first
    chosen = list(dict.fromkeys((0, len(rows) - 1, least, most, *others)))[:MAX_FIGURES]
    return [rows[at] for at in sorted(chosen)]


def differences(told: Sequence[Article], numbers: Mapping[str, int]) -> tuple[Difference, ...]:
    """Return what the articles of a story, in order of date, count alike and differently.

    `numbers` are those of the register, by article id. Only English is read.
    """
    english = [article for article in told if article.language == "en"][-_ARTICLES:]
    if len(english) < 2:
        return ()
    by_id = {article.id: article for article in english}
    found = groups(one for article in english for one in _figures(article))
    return tuple(_difference(rows, by_id, numbers) for rows in found[:MAX_DIFFERENCES])


def _figures(article: Article) -> Iterator[Counted]:
    day = article.published.day if article.published else None
    for sentence in article.sentences[:_SENTENCES]:
        if not sentence.bar and sentence.end - sentence.start <= _LONGEST:
            yield from counted(article.id, sentence.index, article.quote(sentence.index), day)


def _difference(
    rows: Sequence[Sequence[Counted]], by_id: Mapping[str, Article], numbers: Mapping[str, int]
) -> Difference:
    quantity = rows[0][0].quantity
    return Difference(
        kind=quantity.kind,
        noun=quantity.noun,
        figures=tuple(_figure(row, by_id, numbers) for row in shown_rows(rows)),
    )


def _figure(
    row: Sequence[Counted], by_id: Mapping[str, Article], numbers: Mapping[str, int]
) -> Figure:
    one = row[0]
    article = by_id[one.article]
    sentence = article.sentences[one.sentence]
    text = article.quote(one.sentence)
    said = speaker(text)
    marks = {(numbers[other.article], other.sentence + 1) for other in row[1:]}
    number = numbers[one.article]
    return Figure(
        source=number,
        sentence=one.sentence + 1,
        words=_words(text, sentence.start, one.quantity.start, shown_end(text, one.quantity)),
        speaker=_words(text, sentence.start, *said) if said else None,
        also=tuple(f"{n}:{s}" for n, s in sorted(marks) if n != number),
    )


def _words(text: str, base: int, start: int, end: int) -> Words:
    return Words(text[start:end], base + start, base + end)


def shown_end(text: str, quantity: Quantity) -> int:
    """Return where the words shown of a figure end: with its clause, if that is near."""
    limit = min(len(text), quantity.end + _CONTEXT)
    clause = _CLAUSE.search(text, quantity.end, limit)
    cut = clause.start() if clause else limit
    if not clause and limit < len(text):
        cut = max(text.rfind(" ", quantity.end, limit), quantity.end)
    words = text[quantity.end : cut].rstrip(" .!?").split(" ")
    while len(words) > 1 and (words[-1].lower() in STOPS | _HANGING or words[-1][-1:].isdigit()):
        words.pop()
    return quantity.end + len(" ".join(words))
