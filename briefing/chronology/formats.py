"""Stage 4: absolute dates and clock times as pages print them, one line at a time.

A numeric date whose order is open carries both readings; `stamps` decides once per document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Literal

from briefing.chronology.names import names_for, numbered
from briefing.chronology.zones import AMBIGUOUS, PLACES, TOKENS
from briefing.types import Span

Kind = Literal["iso", "spelled", "numeric", "compact"]

YEAR = r"(?:19[89]\d|20[0-4]\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = re.compile(YEAR)
_NUMBERS = re.compile(r"\d\\?[-/.]\s?\d")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a line. For a numeric one: `day` read day first, `other` read month first."""

    span: Span
    kind: Kind
    day: date | None
    other: date | None
    separator: str
    weekday: int | None  # 0 is Monday; None where none is printed


@dataclass(frozen=True, slots=True)
class PrintedClock:
    """A clock time in a line, with the zone token that follows it ("" for none)."""

    span: Span
    time: time
    zone: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    dates: tuple[tuple[str, re.Pattern[str]], ...]
    months: dict[str, int]
    weekdays: dict[str, int]


def dates(line: str, language: str) -> list[PrintedDate]:
    """Return the absolute dates with a year in one line, in order, not overlapping."""
    year = _YEAR.search(line)
    if year is None and not _NUMBERS.search(line):
        return []
    patterns = _patterns(language)
    found: list[PrintedDate] = []
    taken: list[Span] = []
    for kind, pattern in patterns.dates:
        if year is None and kind != "numeric":  # the only kind that may write '24
            continue
        for match in pattern.finditer(line):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            printed = _read(kind, match, patterns)
            if printed is not None:
                found.append(printed)
                taken.append(printed.span)
    return sorted(found, key=lambda printed: printed.span)


def clocks(line: str, printed: list[PrintedDate]) -> list[PrintedClock]:
    """Return the clock times in one line, in order; `printed` are its dates, never read twice."""
    masked = line
    for one in printed:
        start, end = one.span
        masked = masked[:start] + "\x00" * (end - start) + masked[end:]
    return list(_clocks(masked))


def _clocks(line: str) -> Iterator[PrintedClock]:
    for match in _CLOCK.finditer(line):
        at = _time_of(match)
        if at is None:
            continue
        zone = _ZONE.match(line, match.end())
        token = _token(zone) if zone else ""
        end = zone.end() if zone and token else match.end()
        yield PrintedClock((match.start(), end), at, token)


def zone_after(line: str, at: int) -> str:
    """Return the zone token that stands right at `at`, or ""."""
    zone = _ZONE.match(line, at)
    return _token(zone) if zone else ""


_CLOCK = re.compile(
    r"(?<![\d:.,/$£€-])(?:"
    r"(?P<h>[01]?\d|2[0-3])[:.h](?P<m>[0-5]\d)(?:[:.](?P<s>[0-5]\d)(?:\.\d{1,9})?)?(?![\d%])"
    r"(?:\s?(?P<ap>[ap]\.?\s?m\b\.?))?"
    r"|(?P<h12>1[0-2]|0?[1-9])\s?(?P<ap12>[ap]\.?m\b\.?)"
    r"|(?P<h24>[01]\d|2[0-3])(?P<m24>[0-5]\d)(?=\s*(?:GMT|UTC|HKT|hrs|hours|h\b))"
    r")",
    re.IGNORECASE,
)
_NAMED = "|".join(sorted((*TOKENS, *AMBIGUOUS), key=lambda token: (-len(token), token)))
_CITIES = "|".join(sorted((re.escape(place.title()) for place in PLACES), key=len, reverse=True))
_ZONE = re.compile(
    r"[\s,]*\(?(?:Uhr\s|hrs\s|hours\s)?"
    r"(?P<offset>(?:GMT|UTC)\s?[+\-−]\s?\d{1,2}(?::?\d\d)?|[+\-−]\d\d:?\d\d)(?!\d)"
    rf"|[\s,]*(?:(?:Uhr|hrs|hours)\b)?[\s,]*\(?(?P<token>{_NAMED})(?![\w/])"
    r"|[\s,]*\(?(?P<us>Eastern|Central|Mountain|Pacific)(?:\s(?:Standard|Daylight))?\s[Tt]ime"
    rf"|\s*\((?P<city>{_CITIES})(?:\s[Tt]ime)?\)"
)


def _token(zone: re.Match[str]) -> str:
    if zone["offset"]:
        return re.sub(r"\s", "", zone["offset"])
    if zone["us"]:
        return zone["us"].upper()
    return zone["token"] or zone["city"] or ""


def _time_of(match: re.Match[str]) -> time | None:
    hour = int(match["h"] or match["h12"] or match["h24"])
    minute = int(match["m"] or match["m24"] or 0)
    half = (match["ap"] or match["ap12"] or "").lower()
    if half and hour <= 12:  # "20:26 PM" is printed too: it means 20:26
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour, minute, int(match["s"] or 0))


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    ofs: list[str] = []
    for names in reversed(names_for(language)):
        months |= numbered(names.months, 1)
        weekdays |= numbered(names.weekdays, 0)
        ofs += [names.of] if names.of else []
    month = rf"(?P<month>{_any(months)})\.?"
    of = rf"(?:\s+(?:{'|'.join(ofs)}))?"
    weekday = rf"(?:\b(?P<weekday>{_any(weekdays)})\b\.?,?\s{{1,3}})?"
    year, day = f"(?P<year>{YEAR})", f"(?P<day>{DAY})"
    glue = r"(?:\b|(?<=[a-z])(?=(?-i:[A-Z])))"  # "By A. HandMar 5, 2025"
    suffix = r"(?:st|nd|rd|th|er|º|\\?\.)?"
    shapes = (
        ("iso", rf"(?<![\d/.-]){year}[-/.](?P<number>0?[1-9]|1[0-2])[-/.]{day}(?!\d|[-/.]\d)"),
        ("iso", rf"{year}\s?[年년]\s?(?P<number>1[0-2]|0?[1-9])\s?[月월]\s?{day}\s?[日일]"),
        ("spelled", rf"{weekday}{glue}{month}\s{{0,3}}{day}{suffix}(?:,|\s|\.){{0,4}}{year}"),
        (
            "spelled",
            rf"{weekday}(?:the\s)?(?<![\d:.]){day}{suffix}{of}[\s-]{{0,3}}{month}{of}[,\s-]{{0,3}}{year}",
        ),
        (
            "numeric",
            rf"{weekday}(?<![\d/.:])(?<!\d-)(?P<day>{DAY})\\?(?P<sep>[-/.])(?:(?<=\.)\s)?"
            rf"(?P<number>{DAY})(?P=sep)(?:(?<=\.)\s)?"
            rf"(?P<year>{YEAR}|\d\d)(?!\d|[-/.]\d)",
        ),
        (
            "compact",
            r"(?<!\d)(?P<year>20[0-4]\d)(?P<number>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?!\d)",
        ),
    )
    compiled = tuple((kind, re.compile(shape, re.IGNORECASE)) for kind, shape in shapes)
    return _Patterns(compiled, months, weekdays)


def _any(words: dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _read(kind: str, match: re.Match[str], patterns: _Patterns) -> PrintedDate | None:
    groups = match.groupdict()
    day, year = int(match["day"]), int(match["year"])
    weekday = patterns.weekdays.get((groups.get("weekday") or "").lower())
    span = match.span()
    if kind == "spelled":
        found = _date(year, patterns.months[match["month"].lower()], day)
        return PrintedDate(span, "spelled", found, None, "", weekday) if found else None
    number = int(match["number"])
    if kind == "numeric":
        year += 2000 if year < 100 else 0
        first, other = _date(year, number, day), _date(year, day, number)
        if first is None and other is None:
            return None
        return PrintedDate(span, "numeric", first, other, match["sep"], weekday)
    found = _date(year, number, day)
    shape: Kind = "compact" if kind == "compact" else "iso"
    return PrintedDate(span, shape, found, None, "", weekday) if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
