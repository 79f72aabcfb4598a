"""Stage 4: days, weeks, months and the like as TIMEX3 values with their first and last day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from briefing.types import Granularity

ONE_DAY = timedelta(days=1)

Mod = Literal["START", "MID", "END", "APPROX"]
Kind = Literal["DATE", "TIME", "DURATION", "SET", "REF"]

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means. `span` overrides what the rule matched, where it is narrower."""

    kind: Kind
    value: str
    lo: date | None = None
    hi: date | None = None
    granularity: Granularity | None = None
    mod: Mod | None = None
    clipped: bool = False
    span: tuple[int, int] | None = None
    by_words: Literal["", "past", "future"] = ""  # "last", "next": no tense is needed


def day(on: date) -> Value:
    """Return one day."""
    return Value("DATE", on.isoformat(), on, on, "day")


def days(first: date, last: date) -> Value:
    """Return a range of days, such as 15-24 July."""
    if last < first:
        raise ValueError("a range that ends before it begins")
    return Value("DATE", f"{first.isoformat()}/{last.isoformat()}", first, last, "window")


def week(on: date) -> Value:
    """Return the ISO week of a day."""
    monday = on - on.weekday() * ONE_DAY
    year, number, _ = on.isocalendar()
    return Value("DATE", f"{year:04d}-W{number:02d}", monday, monday + 6 * ONE_DAY, "week")


def weekend(on: date) -> Value:
    """Return the weekend of the ISO week of a day."""
    saturday = on + (5 - on.weekday()) * ONE_DAY
    year, number, _ = on.isocalendar()
    value = f"{year:04d}-W{number:02d}-WE"
    return Value("DATE", value, saturday, saturday + ONE_DAY, "weekend")


def month(year: int, number: int) -> Value:
    """Return a month; `number` may lie outside 1 to 12 and then counts into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    first = date(year, number, 1)
    return Value("DATE", f"{year:04d}-{number:02d}", first, _last_day(first), "month")


def quarter(year: int, number: int) -> Value:
    """Return a quarter; `number` may lie outside 1 to 4 and then counts into other years."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    last = _last_day(date(year, 3 * number, 1))
    return Value("DATE", f"{year:04d}-Q{number}", date(year, 3 * number - 2, 1), last, "quarter")


def half(year: int, number: int) -> Value:
    """Return the first or second half of a year."""
    first = date(year, 1 if number == 1 else 7, 1)
    last = date(year, 6, 30) if number == 1 else date(year, 12, 31)
    return Value("DATE", f"{year:04d}-H{number}", first, last, "half")


def season(year: int, code: str) -> Value:
    """Return a season by its TIMEX3 code; winter is named after the year it begins in."""
    start = SEASON_STARTS[code]
    last = month(year, start + 2).hi
    return Value("DATE", f"{year:04d}-{code}", date(year, start, 1), last, "season")


def year(number: int) -> Value:
    """Return a year."""
    return Value("DATE", f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Value:
    """Return the decade of a year."""
    first = first // 10 * 10
    return Value("DATE", f"{first // 10:03d}", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def window(value: str, first: date, last: date) -> Value:
    """Return a rolling window, such as the next week: P+1 to P+7."""
    return Value("DURATION", value, first, last, "window")


def reference(value: str) -> Value:
    """Return PAST_REF, PRESENT_REF or FUTURE_REF."""
    return Value("REF", value)


def at(on: Value, suffix: str) -> Value:
    """Return a time of a day, such as TMO for its morning or T16:30."""
    return replace(on, kind="TIME", value=f"{on.value}{suffix}")


def part(whole: Value, mod: Mod | None) -> Value:
    """Return the early, middle or late part: days 1-10, 11-20, 21-end of a month."""
    if mod is None:
        return whole
    if whole.granularity != "month" or whole.lo is None or whole.hi is None:
        return replace(whole, mod=mod)
    first = whole.lo
    bounds = {
        "START": (first, first + 9 * ONE_DAY),
        "MID": (first + 10 * ONE_DAY, first + 19 * ONE_DAY),
        "END": (first + 20 * ONE_DAY, whole.hi),
    }
    lo, hi = bounds.get(mod, (whole.lo, whole.hi))
    return replace(whole, mod=mod, lo=lo, hi=hi)


def add_months(on: date, months: int) -> date:
    """Return the same day some months on, or the month's last."""
    first = month(on.year, on.month + months)
    if first.lo is None or first.hi is None:
        raise ValueError("a month without days")
    return min(first.lo + (on.day - 1) * ONE_DAY, first.hi)


def quarter_of(on: date) -> int:
    """Return the quarter of a day, 1 to 4."""
    return (on.month - 1) // 3 + 1


def _last_day(first: date) -> date:
    year, number = first.year + first.month // 12, first.month % 12 + 1
    return date(year, number, 1) - ONE_DAY if year <= date.max.year else date.max
