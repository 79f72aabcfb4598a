"""Stage 7: the program's own words: days, spans, stamps and counts, in one English.

Everything here is a Jinja filter of the same name. No locale and no clock is read.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from unicodedata import combining, east_asian_width

from markupsafe import Markup, escape

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PLURALS = {"story": "stories", "copy": "copies", "has": "have", "carries": "carry", "is": "are"}
NB = "\N{NO-BREAK SPACE}"
LONGEST = 100  # letters of a word before it is broken
LONG_WORD = re.compile(r"\S{101}")
DOT = re.compile(r"(?=(?<=\w)\.\w)")
SPACE = re.compile(r"(\s+)")
LISTED = 8  # names or numbers in one sentence before "and n more"

# What no output may carry: C0 and C1 controls but for newline and tab, bidi controls, lone
# surrogates, noncharacters. `extract` strips them from text; names and addresses come here raw.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def printable(text: str) -> str:
    """Return `text` without control, bidi-control and other characters no reader can see."""
    return UNPRINTABLE.sub("", text)


def parse(stamp: str) -> datetime:
    """Read an ISO 8601 day, local time or instant."""
    return datetime.fromisoformat(stamp)


def month(day: date) -> str:
    """`Aug`: the month in three letters."""
    return MONTHS[day.month - 1][:3]


def day(iso: str) -> str:
    """`2021-08-20` -> `Fri 20 Aug 2021`."""
    when = parse(iso)
    return f"{WEEKDAYS[when.weekday()]} {when.day} {month(when)} {when.year}"


def short_day(iso: str) -> str:
    """`2021-08-20` -> `20 Aug 2021`."""
    when = parse(iso)
    return f"{when.day} {month(when)} {when.year}"


def long_day(iso: str) -> str:
    """`2021-08-20T16:22` -> `20 August 2021`."""
    when = parse(iso)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def month_name(iso: str) -> str:
    """`2021-08` -> `August 2021`."""
    when = parse(f"{iso}-01")
    return f"{MONTHS[when.month - 1]} {when.year}"


def span(first: str | None, last: str | None) -> str:
    """Two days as a reader writes them: `20 – 22 Aug 2021`, `7 Jul 2020 – 22 Aug 2021`."""
    if first is None or last is None:
        return "undated"
    a, b = parse(first), parse(last)
    if a.date() == b.date():
        return short_day(first)
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day} – {short_day(last)}"
    if a.year == b.year:
        return f"{a.day} {month(a)} – {short_day(last)}"
    return f"{short_day(first)} – {short_day(last)}"


def when(lo: str, hi: str, precision: str) -> str:
    """The day or days a date mention names, no more exactly than it says.

    `Mon 23 Aug 2021`, `23 – 29 Aug 2021`, `September 2021`, `1 – 10 Sep 2021`, `2022`.
    """
    a, b = parse(lo).date(), parse(hi).date()
    if a == b:
        return day(lo)
    if precision == "month" and a.day == 1 and (b + timedelta(1)).day == 1 and a.month == b.month:
        return f"{MONTHS[a.month - 1]} {a.year}"
    if precision == "year" and (a.month, a.day, b.month, b.day) == (1, 1, 12, 31):
        return str(a.year) if a.year == b.year else f"{a.year} – {b.year}"
    return span(lo, hi)


SHADES = {"START": "early-", "MID": "mid-", "END": "late-"}


def exactness(precision: str, mod: str) -> str:
    """How exactly a date is named: `day`, `week`, `early-month`."""
    return f"{SHADES.get(mod, '')}{precision}"


def clock(local: str, zone: str | None, instant: str | None) -> str:
    """A stamp's time: `Tue 23:30 IST, 18:00 UTC`, `Sun 20:52, zone not stated`."""
    when = parse(local)
    weekday = WEEKDAYS[when.weekday()]
    if "T" not in local:
        return f"{weekday}, time not stated"
    if instant is None:
        told = f" {zone}, instant not certain" if zone else ", zone not stated"
        return f"{weekday} {when:%H:%M}{told}"
    utc = parse(instant).astimezone(UTC)
    if zone in ("UTC", "GMT", "Z", "UTC+00:00"):
        return f"{weekday} {when:%H:%M} {zone if zone == 'GMT' else 'UTC'}"
    other = "" if utc.date() == when.date() else f"{WEEKDAYS[utc.weekday()]} "
    return f"{weekday} {when:%H:%M} {zone or ''}".rstrip() + f", {other}{utc:%H:%M} UTC"


def moment(instant: str) -> str:
    """`2026-11-21T22:32:00Z` -> `21 Nov 2026, 22:32 UTC`."""
    return f"{short_day(instant)}, {parse(instant).astimezone(UTC):%H:%M} UTC"


def utc_clock(instant: str) -> str:
    """`2026-11-21T22:32:00Z` -> `22:32`."""
    return f"{parse(instant).astimezone(UTC):%H:%M}"


def count(number: int, noun: str) -> str:
    """`2, "story"` -> `2 stories`; thousands stand apart by a no-break space."""
    return f"{grouped(number)} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Return the plural of one of our own nouns."""
    return PLURALS.get(noun) or f"{noun}s"


def grouped(number: int) -> str:
    """`12034` -> `12 034`."""
    return f"{number:,}".replace(",", NB) if number >= 10_000 else str(number)


def in_words(number: int) -> str:
    """`2` -> `two`; above ten in figures."""
    return NUMBERS[number] if number < len(NUMBERS) else grouped(number)


def listed(items: Sequence[object], limit: int = LISTED) -> str:
    """`1, 2, 3` -> `1, 2 and 3`; beyond `limit`, `1, 2, … and 12 more`."""
    words = [str(item) for item in items]
    if len(words) > limit:
        return f"{', '.join(words[: limit - 1])} and {len(words) - limit + 1} more"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def shorten(text: str, limit: int) -> str:
    """Return the beginning of `text`, cut between words to `limit` characters with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    head = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return head.rstrip(" ,;:–-") + "…"


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(letter) else 1 + (east_asian_width(letter) in "WF") for letter in text
    )


def broken(text: str) -> Markup:
    """Escape `text` and let a line break inside its words of over 100 letters.

    A word of 10,000 letters costs the PDF engine seconds unless it is told where to break.
    """
    if not LONG_WORD.search(text):
        return escape(text)
    return Markup("").join(
        Markup("<wbr>").join(word[i : i + LONGEST] for i in range(0, len(word), LONGEST))
        for word in SPACE.split(text)
    )


def dotted(text: str) -> Markup:
    """Escape `text` and let a line break before the dots inside its words: names of hosts."""
    return Markup("<wbr>").join(DOT.split(text))


FILTERS = {
    "broken": broken,
    "dotted": dotted,
    "day": day,
    "short_day": short_day,
    "long_day": long_day,
    "month_name": month_name,
    "moment": moment,
    "utc_clock": utc_clock,
    "grouped": grouped,
    "in_words": in_words,
    "listed": listed,
    "shorten": shorten,
}
FUNCTIONS = {
    "span": span,
    "when": when,
    "exactness": exactness,
    "clock": clock,
    "count": count,
    "in_words": in_words,
}
