"""Stage 4: rules for dates told in series, in ranges, and by their place in a month."""

import re
from dataclasses import replace
from datetime import date

from briefing.chronology import intervals, nearest
from briefing.chronology.cues import Direction
from briefing.chronology.english import (
    DAY,
    MONTH,
    MONTH_ALONE,
    MONTH_NAME,
    ORDINALS,
    WEEKDAY_NAME,
    YEAR,
    day_number,
    month_number,
    spelled_day_number,
    weekday_number,
)
from briefing.chronology.intervals import ONE_DAY, Value
from briefing.chronology.rule import Context, rule

# What may stand behind the last day of a series; "and 25 people" is a count.
_ENDS = (
    r"(?=\s*(?:[.,;:)\"”’—–]|$)|\s+(?:in|at|on|to|for|with|by|when|where|after|before|and|or|but|as|"
    r"this|next|last|during|under|near|between|against|because|while)\b)"
)
_AFTER_DAY = re.compile(r"(?<![\d,.])(?:\d\d?|\d(?:st|nd|rd|th)|1\dth)$")
_LAST_OF_SERIES = re.compile(
    rf"(?:\s*,\s*{DAY}(?!\d)){{0,6}},?\s+(?:and|or|&)\s+{DAY}(?![\w%]|[.,:]\d)"
)


@rule(
    "next_of_days",
    "month+digit",
    rf"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+)(?P<d>{DAY})(?![\w%]|[.,:]\d){_ENDS}",
    "The summit is on Sept. 24 and [25].",
    "2021-09-25",
    source="HeidelTime (Strötgen and Gertz 2013): underspecified dates by tense",
)
def next_of_days(match: re.Match[str], context: Context) -> Value | None:
    """April 24 and 25: the second day, of the month of the first."""
    text, last = context.text, context.last
    if last is None or context.last_end != match.start():
        return None
    if not _AFTER_DAY.search(text, max(0, match.start() - 6), match.start()):
        return None
    if not re.search(r"and|or|&", match[0]) and not _LAST_OF_SERIES.match(text, match.end()):
        return None
    found = nearest.safe(last.year, last.month, day_number(match["d"]))
    if found is None or found <= last:
        return None
    return replace(intervals.day(found), span=match.span("d"))


@rule(
    "first_of_days",
    "month+digit",
    rf"(?<![\w.,:$£€/-])(?P<d>{DAY})(?=(?:\s*,\s*{DAY}){{0,6}},?\s+(?:and|or|&)\s+(?P<o>{DAY})\s+"
    rf"(?P<m>{MONTH})(?!\w)(?:,?\s+(?P<y>{YEAR})\b)?)",
    "The summit is on [24] and 25 September.",
    "2021-09-24",
    source="HeidelTime (Strötgen and Gertz 2013): underspecified dates by tense",
)
def first_of_days(match: re.Match[str], context: Context) -> Value | None:
    """24 and 25 April: the first day, of the month that stands behind the last."""
    first, other, month = day_number(match["d"]), day_number(match["o"]), month_number(match["m"])
    if first >= other:
        return None
    if match["y"]:
        found = nearest.safe(int(match["y"]), month, first)
    else:
        found = nearest.month_day(context.day, month, first, context.direction)
    return intervals.day(found) if found else None


def _ends(match: re.Match[str], context: Context) -> Value | None:
    first, last = month_number(match["m"]), month_number(match["n"])
    if first == last:
        return None
    if match["y"]:
        end = nearest.safe(int(match["y"]), last, day_number(match["b"]))
    else:
        end = nearest.month_day(context.day, last, day_number(match["b"]), context.direction)
    if end is None:
        return None
    start = nearest.safe(end.year - (first > last), first, day_number(match["a"]))
    return intervals.days(start, end) if start else None


@rule(
    "days_across_months",
    "month+digit",
    rf"\b(?P<m>{MONTH})\s+(?P<a>{DAY})\s?[-–—]\s?(?P<n>{MONTH})\s+(?P<b>{DAY})(?![\w:%]|,\d{{3}})"
    rf"(?:,?\s+(?P<y>{YEAR})\b)?",
    "The fair runs from [Sept. 28 – Oct. 3].",
    "2021-09-28/2021-10-03",
    source="ISO 8601: interval of two dates",
)
def days_across_months(match: re.Match[str], context: Context) -> Value | None:
    """Sept. 28 – Oct. 3: from the first day to the last."""
    return _ends(match, context)


@rule(
    "days_across_months_before",
    "month+digit",
    rf"(?<![\w.,:$£€/-])(?P<a>{DAY})\s+(?P<m>{MONTH})\s?[-–—]\s?(?P<b>{DAY})\s+(?P<n>{MONTH})(?!\w)"
    rf"(?:,?\s+(?P<y>{YEAR})\b)?",
    "The fair runs from [28 September – 3 October].",
    "2021-09-28/2021-10-03",
    source="ISO 8601: interval of two dates",
)
def days_across_months_before(match: re.Match[str], context: Context) -> Value | None:
    """28 September – 3 October."""
    return _ends(match, context)


@rule(
    "month_range",
    "month",
    rf"(?:\bthe\s+)?(?<![\w-])(?P<a>{MONTH_NAME})"
    rf"(?:-to-|\s?[-–]\s?|\s+(?:to|through)\s+(?={MONTH_NAME}\s+(?:quarter|period)\b))(?P<b>{MONTH_NAME})\b"
    rf"(?!\s+\d{{1,2}}\b)(?:,?\s+(?P<y>{YEAR})\b)?(?:\s+(?:quarter|period)\b)?",
    "Sales rose in [the April-June quarter].",
    "2021-Q2",
    source="TimeBank: quarters and halves in accounts",
)
def month_range(match: re.Match[str], context: Context) -> Value | None:
    """January to March: a quarter where it is one, else the months from the first to the last."""
    first, last = month_number(match["a"]), month_number(match["b"])
    day = context.day if not match["y"] else date(int(match["y"]), last, 1)
    tense: Direction = context.direction if not match["y"] else "unknown"
    year = int(match["y"]) if match["y"] else nearest.month_year(day, last, tense)
    if last - first == 2 and first % 3 == 1:
        return intervals.quarter(year, (first + 2) // 3)
    start, end = intervals.month(year - (first > last), first), intervals.month(year, last)
    if start.lo is None or end.hi is None or first == last:
        return None
    return Value("DATE", f"{start.value}/{end.value}", start.lo, end.hi, "window")


@rule(
    "year_range",
    "digit",
    rf"(?<![\w$£€#.,/:-])(?P<a>{YEAR})\s?[-–/]\s?(?P<b>{YEAR}|\d\d)(?![\w/:%-]|[.,]\d)"
    r"(?!\s+(?:percent|people|shares|points)\b)",
    "They won in the [2019-20] season.",
    "2019/2020",
    source="ISO 8601: interval of two years",
)
def year_range(match: re.Match[str], context: Context) -> Value | None:
    """1992-93, 2005/06: from the first year to the last."""
    first = int(match["a"])
    last = int(match["b"]) if len(match["b"]) == 4 else first // 100 * 100 + int(match["b"])
    if not first < last <= first + 60:
        return None
    lo, hi = date(first, 1, 1), date(last, 12, 31)
    return Value("DATE", f"{first}/{last}", lo, hi, "window")


_NTH = r"(?P<n>first|second|third|fourth|last|final)"
_OF_MONTH = (
    rf"(?:of|in)\s+(?P<m>{MONTH_ALONE})(?!\w)"
    rf"(?:,?\s+(?:of\s+)?(?P<y>{YEAR}|last\s+year|next\s+year|this\s+year)\b)?"
)


def _year(match: re.Match[str], context: Context, month: int) -> int:
    printed = (match["y"] or "").lower()
    if printed.isdigit():
        return int(printed)
    if printed:
        return context.day.year + {"l": -1, "t": 0, "n": 1}[printed[0]]
    return nearest.month_year(context.day, month, context.direction)


@rule(
    "nth_weekday",
    "weekday+month",
    rf"(?:\bthe\s+)?\b{_NTH}\s+(?P<w>{WEEKDAY_NAME})\s+{_OF_MONTH}",
    "School opens on [the first Monday in September].",
    "2021-09-06",
    source="TIDES 2005: week-based values",
)
def nth_weekday(match: re.Match[str], context: Context) -> Value | None:
    """The first Monday in September."""
    month = month_number(match["m"])
    nth = 0 if match["n"].lower() in ("last", "final") else ORDINALS[match["n"].lower()]
    year = _year(match, context, month)
    return intervals.day(nearest.nth_weekday(year, month, weekday_number(match["w"]), nth))


@rule(
    "nth_week",
    "month+unit",
    rf"(?:\bthe\s+)?\b{_NTH}\s+(?P<u>week|weekend|day)\s+{_OF_MONTH}",
    "The court sits in [the second week of September].",
    "2021-W36",
    source="TIDES 2005: week-based values",
)
def nth_week(match: re.Match[str], context: Context) -> Value | None:
    """The second week of September: the ISO week of its middle day; the last day of July."""
    month = month_number(match["m"])
    whole = intervals.month(_year(match, context, month), month)
    if whole.lo is None or whole.hi is None:
        return None
    last, nth = match["n"].lower() in ("last", "final"), ORDINALS[match["n"].lower()]
    if match["u"].lower() == "day":
        return intervals.day(whole.hi if last else whole.lo + (nth - 1) * ONE_DAY)
    if match["u"].lower() == "weekend":
        saturday = nearest.nth_weekday(whole.lo.year, month, 5, 0 if last else nth)
        return intervals.weekend(saturday)
    middle = whole.hi - 3 * ONE_DAY if last else whole.lo + (7 * nth - 4) * ONE_DAY
    return intervals.week(middle)


_TENTHS = "first second third fourth fifth sixth seventh eighth ninth"
_SPELLED_DAY = (
    rf"(?:(?:twenty|thirty)[\s-](?:{'|'.join(_TENTHS.split())})|{'|'.join(_TENTHS.split())}|tenth|"
    r"eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|"
    r"twentieth|thirtieth)"
)


@rule(
    "spelled_day",
    "month",
    rf"\b(?P<m>{MONTH_NAME})\s+(?P<d>{_SPELLED_DAY})\b(?!\s+(?:quarter|week|half))(?:,?\s+(?P<y>{YEAR})\b)?"
    rf"|\bthe\s+(?P<e>{_SPELLED_DAY})\s+of\s+(?P<n>{MONTH_NAME})\b(?:,?\s+(?P<z>{YEAR})\b)?",
    "He sails on [September fifteenth].",
    "2021-09-15",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def spelled_day(match: re.Match[str], context: Context) -> Value | None:
    """March fifteenth, the fifteenth of March."""
    month = month_number(match["m"] or match["n"])
    day = spelled_day_number(match["d"] or match["e"])
    printed = match["y"] or match["z"]
    if printed:
        found = nearest.safe(int(printed), month, day)
    else:
        found = nearest.month_day(context.day, month, day, context.direction)
    return intervals.day(found) if found else None


@rule(
    "weekday_the_nth",
    "weekday+digit",
    rf"\b(?P<w>{WEEKDAY_NAME}),?\s+the\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of|[A-Z]))",
    "The bank fell on [Friday the 13th].",
    "2021-08-13",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def weekday_the_nth(match: re.Match[str], context: Context) -> Value | None:
    """Friday the 13th: the nearest such day within a year, of the past where the tense is open."""
    wanted, number, day = weekday_number(match["w"]), day_number(match["d"]), context.day
    step = 1 if context.direction == "future" else -1
    for months in range(13):
        first = intervals.add_months(day.replace(day=1), step * months)
        found = nearest.safe(first.year, first.month, number)
        if found and found.weekday() == wanted and (found - day).days * step >= 0:
            return intervals.day(found)
    return None


RULES = (
    weekday_the_nth,
    next_of_days,
    first_of_days,
    days_across_months,
    days_across_months_before,
    month_range,
    year_range,
    nth_weekday,
    nth_week,
    spelled_day,
)
