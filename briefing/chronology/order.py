"""Stage 4: is 08-07-2020 the 8th of July? Decided once per document, with the reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from briefing.chronology.cues import direction
from briefing.chronology.english import WEEKDAY_NAME, weekday_number
from briefing.chronology.formats import PrintedDate
from briefing.chronology.zones import DAY_FIRST_TOKENS, MONTH_FIRST_TOKENS
from briefing.language import sentences as split

OPENING = 600  # characters of the body; the weekdays that they name are those of the news
NEWS_DAYS = 1  # the news is of the day of publication or of the day before


@dataclass(frozen=True, slots=True)
class Dated:
    """A printed date, the clock beside it, and the zone token, as far as the order needs them."""

    printed: PrintedDate
    clock: timedelta
    zone: str


@dataclass(frozen=True, slots=True)
class Order:
    """Whether the day stands first, why, and whether that is only a guess."""

    day_first: bool
    reason: str
    ambiguous: bool = False


_DAY_FIRST_WORDS = re.compile(
    r"\b(?:UK|MPs?|Brit\w+|London|India\w*|Austral\w+|Ireland|Irish|crores?|lakhs?|colour\w*|"
    r"centres?|\w+isation|labour|defence|programme|Europe\w*)\b|£"
)
_MONTH_FIRST_WORDS = re.compile(
    r"\b(?:U\.S|Washington|Congress|Senate|GOP|colors?|centers?|defense|\w+ization|labor|program)\b"
)


def decide(
    found: Sequence[Dated],
    text: str,
    day_first: bool | None,
    latest: date | None,
    body: int | None = None,
) -> Order:
    """Return the order of the numeric dates of one document: the first rule that fires.

    `body` is where its first paragraph starts in `text`.
    """
    numeric = [one for one in found if one.printed.kind == "numeric"]
    if not numeric:
        return Order(day_first=True, reason="no order to decide")
    for one in numeric:
        if one.printed.other is None:
            return Order(day_first=True, reason="day first: a first part above 12")
        if one.printed.day is None:
            return Order(day_first=False, reason="month first: a second part above 12")
    spelled = [one.printed.day for one in found if one.printed.kind != "numeric"]
    days = [day for day in spelled if day is not None]
    for rule in (_near_spelled, _least_gap, _not_later, _weekday_agrees):
        order = rule(numeric, days, latest)
        if order is not None:
            return order
    if day_first is not None:  # what the user knows of a source beats habits of print
        words = "day first" if day_first else "month first"
        return Order(day_first, f"{words}: the source's setting", ambiguous=True)
    opening = text[body : body + OPENING] if body is not None else ""
    return (
        _told_weekdays(numeric, opening)
        or _separator(numeric)
        or _by_zone(numeric)
        or _by_words(text)
    )


def _readings(one: Dated) -> tuple[date, date]:
    first, other = one.printed.day, one.printed.other
    if first is None or other is None:  # the caller has sorted these out
        raise ValueError("not an open date")
    return first, other


def _near_spelled(
    numeric: Sequence[Dated], spelled: Sequence[date], latest: date | None
) -> Order | None:
    """Two days or less from a date whose month is spelled out."""
    if not spelled:
        return None
    pairs = [_readings(one) for one in numeric]
    first = min(abs((a - day).days) for a, _ in pairs for day in spelled)
    other = min(abs((b - day).days) for _, b in pairs for day in spelled)
    if first == other or min(first, other) > 2:
        return None
    words = "day first" if first < other else "month first"
    return Order(first < other, f"{words}: agrees with a date spelled out")


def _least_gap(
    numeric: Sequence[Dated], spelled: Sequence[date], latest: date | None
) -> Order | None:
    """The stamps of one page lie close together: the order with the smaller gap, up to a week."""
    if len(numeric) < 2:
        return None
    first, other = (
        [datetime.combine(_readings(one)[k], datetime.min.time()) + one.clock for one in numeric]
        for k in (0, 1)
    )
    gaps = (max(first) - min(first), max(other) - min(other))
    if gaps[0] == gaps[1] or min(gaps) > timedelta(days=7):
        return None
    wins = gaps[0] < gaps[1]
    words = "day first" if wins else "month first"
    near, far = (_words(gap) for gap in sorted(gaps))
    return Order(wins, f"{words}: the stamps are then {near} apart, not {far}")


def _not_later(
    numeric: Sequence[Dated], spelled: Sequence[date], latest: date | None
) -> Order | None:
    if latest is None:
        return None
    first, other = (all(_readings(one)[k] <= latest for one in numeric) for k in (0, 1))
    if first == other:
        return None
    words = "day first" if first else "month first"
    return Order(first, f"{words}: else later than its retrieval")


def _weekday_agrees(
    numeric: Sequence[Dated], spelled: Sequence[date], latest: date | None
) -> Order | None:
    for one in numeric:
        weekday = one.printed.weekday
        first, other = _readings(one)
        if weekday is not None and (first.weekday() == weekday) != (other.weekday() == weekday):
            wins = first.weekday() == weekday
            words = "day first" if wins else "month first"
            return Order(wins, f"{words}: the printed weekday agrees")
    return None


_TOLD = re.compile(rf"\b{WEEKDAY_NAME}\b(?!['’]?s\b)")


def _told_weekdays(numeric: Sequence[Dated], opening: str) -> Order | None:
    """The opening says what happened on a weekday: that of publication or of the day before.

    On 47 pages with such a weekday it told the order of 33, 32 of them rightly.
    """
    told = [
        (weekday_number(match[0]), match[0].title())
        for start, end in split(opening, "en")
        for match in _TOLD.finditer(opening, start, end)
        if direction(opening[start:end], match.start() - start, match.end() - start).direction
        != "future"
    ]
    for one in numeric:
        near = [
            [name for number, name in told if (day.weekday() - number) % 7 <= NEWS_DAYS]
            for day in _readings(one)
        ]
        if bool(near[0]) != bool(near[1]):
            words = "day first" if near[0] else "month first"
            return Order(bool(near[0]), f"{words}: the opening tells of {(near[0] or near[1])[0]}")
    return None


def _separator(numeric: Sequence[Dated]) -> Order | None:
    if numeric[0].printed.separator in ".-":
        return Order(day_first=True, reason="day first: parted by . or -")
    return None


def _by_zone(numeric: Sequence[Dated]) -> Order | None:
    for one in numeric:
        if one.zone in DAY_FIRST_TOKENS:
            return Order(day_first=True, reason=f"day first: as where {one.zone} is used")
        if one.zone in MONTH_FIRST_TOKENS:
            return Order(day_first=False, reason=f"month first: as where {one.zone} is used")
    return None


def _by_words(text: str) -> Order:
    first = len(_DAY_FIRST_WORDS.findall(text))
    other = len(_MONTH_FIRST_WORDS.findall(text))
    wins = first > other
    words = "day first" if wins else "month first"
    return Order(wins, f"{words}: by spelling and place words", ambiguous=True)


def _words(gap: timedelta) -> str:
    minutes = round(gap.total_seconds() / 60)
    if minutes < 120:
        return f"{minutes} minutes"
    return f"{minutes // 60} hours" if minutes < 2880 else f"{minutes // 1440} days"
