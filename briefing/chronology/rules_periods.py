"""Stage 4: rules for weeks, months and seasons that are told from the day of publication."""

import re
from dataclasses import replace
from datetime import date

from briefing.chronology import intervals, nearest
from briefing.chronology.english import (
    DAY,
    MONTH,
    SEASON,
    SEASONS,
    SHADE,
    day_number,
    month_number,
)
from briefing.chronology.intervals import ONE_DAY, Value
from briefing.chronology.rule import Context, rule
from briefing.chronology.shading import (
    NEXT_WORDS,
    PAST_WORDS,
    clip,
    part_of,
    sign_of,
    told,
)

_WINDOW_DAYS = {"week": 7, "month": 30, "year": 365, "decade": 3652}


_WINDOW_VALUES = {"week": "P1W", "month": "P1M", "year": "P1Y", "decade": "P10Y"}


@rule(
    "relative_period",
    "unit+relation",
    rf"(?P<mod>{SHADE})?(?P<art>\bthe\s+)?\b(?P<k>last|next|this\s+past|this\s+coming|this|past|coming|current|"
    r"previous|preceding|following|that\s+same|same|that|prior|latest|upcoming)\s+(?P<f>(?:fiscal|calendar|school|academic)\s+)?"
    r"(?P<u>weekend|week|month|quarter|year|decade|century|day)\b(?!\s+and\s+a\s+half)(?!-\w)",
    "The drill ends [next week].",
    "2021-W34",
    source="TIDES 2005: week-based values",
)
def relative_period(match: re.Match[str], context: Context) -> Value | None:
    """Next week is the week after; "the next week" is the seven days that follow."""
    word, unit = " ".join(match["k"].lower().split()), match["u"].lower()
    if match["k"][0].isupper() and match["u"][0].isupper():
        return None  # a programme's name
    sign = sign_of(word)
    told_of = word == "next" and match["art"] and context.last and context.direction == "past"
    if told_of:  # "he resigned in May; the next month the bank failed"
        word = "following"
    rolling = word in ("past", "next", "coming", "last") and match["art"] and not match["mod"]
    rolling = rolling and not match["f"]  # a fiscal year is one of the calendar
    if rolling and unit in _WINDOW_DAYS and (word != "last" or unit != "week"):
        return told(_window(context.day, _WINDOW_VALUES[unit], sign * _WINDOW_DAYS[unit]), sign)
    relative = word in ("same", "that", "that same", "following", "previous", "prior", "preceding")
    exactness = unit if unit in ("month", "quarter") else "week" if "week" in unit else "year"
    base = context.day
    if relative and context.last and unit != "day":
        base = context.previous(exactness)
    found = _period(unit, base, sign, word, context)
    if found is None:
        return None
    return part_of(told(found, sign) if not relative else found, match["mod"], context)


def _period(unit: str, base: date, sign: int, word: str, context: Context) -> Value | None:
    if unit == "day":
        named = word in ("next", "following", "previous", "preceding", "same", "that", "that same")
        if context.last is None and word != "previous" and context.direction != "future":
            # Of a day that is not named: a date all the same, but which?
            return None if word in ("same", "that") else Value("DATE", "XXXX-XX-XX")
        return intervals.day(context.previous() + sign * ONE_DAY) if named else None
    if unit == "week":
        return intervals.week(base + 7 * sign * ONE_DAY)
    if unit == "weekend":
        return _weekend(base, word, context)
    if unit == "month":
        return intervals.month(base.year, base.month + sign)
    if unit == "quarter":
        if word == "latest" or (
            word in ("this", "that", "that same", "same") and context.last_quarter
        ):
            spoken = context.last_quarter or intervals.add_months(base, -3)
            if word == "latest" and intervals.quarter_of(spoken) == intervals.quarter_of(base):
                spoken = intervals.add_months(base, -3)
            return intervals.quarter(spoken.year, intervals.quarter_of(spoken))
        return intervals.quarter(base.year, intervals.quarter_of(base) + sign)
    if unit == "year":
        return intervals.year(base.year + sign)
    if unit == "decade":
        return intervals.decade(base.year + 10 * sign)
    return Value("DATE", f"{base.year // 100 + sign:02d}")


def _weekend(day: date, word: str, context: Context) -> Value:
    if word in ("last", "past", "this past", "previous"):
        return intervals.weekend(day - 7 * ONE_DAY)
    if word == "next":
        return intervals.weekend(day + 7 * ONE_DAY)
    if word == "this" and context.direction != "future" and day.weekday() < 2:
        return intervals.weekend(day - 7 * ONE_DAY)
    if word == "following":
        return intervals.weekend(day + 7 * ONE_DAY)
    return intervals.weekend(day)


def _window(day: date, value: str, days: int) -> Value:
    if days > 0:
        return intervals.window(value, day + ONE_DAY, day + days * ONE_DAY)
    return intervals.window(value, day + days * ONE_DAY, day)


@rule(
    "the_weekend",
    "unit",
    r"\b(?:the|over\s+the)\s+weekend\b(?!\s+(?:of|before|after))",
    "Two more died over [the weekend].",
    "2021-W32-WE",
    source="TIDES 2005: week, season and holiday values",
)
def the_weekend(match: re.Match[str], context: Context) -> Value | None:
    """The weekend past, or the coming one where the verb says so."""
    day = context.day
    span = (match.end() - len("the weekend"), match.end())
    if context.direction == "future" or day.weekday() >= 5:
        return replace(intervals.weekend(day), span=span)
    return replace(intervals.weekend(day - 7 * ONE_DAY), span=span)


_CAPITAL = re.compile(r"\s+[A-Z]")


_OF_ANOTHER = re.compile(r"\s+(?:(?:in|from|to)\s|of\b)")


@rule(
    "season",
    "season",
    rf"(?P<mod>{SHADE})?\b(?P<k>last|next|this\s+past|this\s+coming|this|past|coming|previous|in\s+the|by\s+the|by|"
    rf"during\s+the|since\s+the|for\s+the|in|the)\s+(?P<s>{SEASON})\b"
    rf"(?!\s+(?:of\s+)?\d{{4}})",
    "The ferry stopped [last winter].",
    "2020-WI",
    source="TIDES 2005: week, season and holiday values",
)
def season(match: re.Match[str], context: Context) -> Value | None:
    """Last winter, this summer, in the spring."""
    word, name = " ".join(match["k"].lower().split()), match["s"].lower()
    if match["s"][0].isupper() and _CAPITAL.match(context.text, match.end()):
        return None  # the Winter Games
    named = word in (*PAST_WORDS, *NEXT_WORDS, "this")
    fall = name == "fall" and word not in ("in the", "by the", "during the")
    if not named and (fall or _OF_ANOTHER.match(context.text, match.end())):
        return None
    code, day = SEASONS[name], context.day
    start, year = intervals.SEASON_STARTS[code], day.year
    sign = sign_of(word)
    if not named:
        by = 1 if word.startswith("by") else 0
        sign = {"past": -1, "future": 1, "unknown": by}[context.direction]
    begun = day.month >= start
    if code == "WI" and day.month <= 2:
        year -= 1
    elif sign < 0:
        year -= 0 if day.month > start + 2 else 1
    elif sign > 0:
        year += 1 if (begun if named else day.month > start + 2) else 0
    found = told(intervals.season(year, code), sign if named else 0)
    if not named:
        article = match.start("s") - 4 if word.endswith("the") else match.start("s")
        return replace(found, span=(article, match.end()))
    return part_of(found, match["mod"], context)


@rule(
    "end_of_period",
    "unit",
    r"(?:\bthe\s+)?\b(?P<mod>end|beginning|start|middle|rest|remainder)\s+of\s+(?:the|this|next)\s+"
    r"(?P<u>week|month|quarter|year|decade)\b",
    "The bridge reopens at [the end of the month].",
    "2021-08",
    source="TimeML guidelines 1.2.1, 2.2.3: mod",
)
def end_of_period(match: re.Match[str], context: Context) -> Value | None:
    """The end of the month."""
    words, unit = match[0].lower(), match["u"].lower()
    found = _period(unit, context.day, 1 if " next " in words else 0, "this", context)
    if found is None:
        return None
    if match["mod"].lower() in ("rest", "remainder"):
        return clip(found, context, earlier=False)
    return part_of(found, match["mod"], context)


@rule(
    "later_in_period",
    "unit+earlier unit+edge",
    r"\b(?P<mod>earlier|later|late|early)\s+in\s+the\s+(?P<u>day|week|month|year)\b(?!\s+(?:of|before|after|to|ended|since))",
    "A vote is due [later in the week].",
    "2021-W33",
    source="TimeML guidelines 1.2.1, 2.2.3: mod",
)
def later_in_period(match: re.Match[str], context: Context) -> Value | None:
    """Later in the week."""
    unit = match["u"].lower()
    if unit == "day":
        return intervals.day(context.previous())
    found = _period(unit, context.day, 0, "this", context)
    if match["mod"].lower() == "later" and context.direction == "past":
        return found  # "later in the week he was arrested": the week spoken of
    return part_of(found, match["mod"], context) if found else None


@rule(
    "week_of",
    "month+unit",
    rf"\bthe\s+week(?P<end>end)?\s+(?:of|beginning|starting|ending)\s+"
    rf"(?:(?P<m>{MONTH})\s+(?P<d>{DAY})(?!\d)|(?P<d2>{DAY})\s+(?P<m2>{MONTH})(?!\w))",
    "Hearings begin [the week of Sept. 6].",
    "2021-W36",
    source="TIDES 2005: week-based values",
)
def week_of(match: re.Match[str], context: Context) -> Value | None:
    """The week of Sept. 6."""
    month, day = month_number(match["m"] or match["m2"]), day_number(match["d"] or match["d2"])
    found = nearest.month_day(context.day, month, day, context.direction)
    if found is None:
        return None
    return intervals.weekend(found) if match["end"] else intervals.week(found)


@rule(
    "year_end",
    "unit",
    r"\b(?:the\s+)?(?:year['’]s\s+end|year[-\s]end)\b(?:\s+(?P<y>\d{4})\b)?|\b(?:mid-?year|month-end|mid-?week|the\s+(?:full|whole|entire)\s+year)\b(?!\s+ended)",
    "The talks should close by [year-end].",
    "2021",
    source="TimeML guidelines 1.2.1, 2.2.3: mod",
)
def year_end(match: re.Match[str], context: Context) -> Value | None:
    """Year-end, midyear, midweek."""
    word, day = match[0].lower(), context.day
    if "week" in word:
        return replace(intervals.week(day), mod="MID")
    if "month" in word:
        return intervals.part(intervals.month(day.year, day.month), "END")
    if word.startswith("the") and word.endswith(" year"):
        return intervals.year(day.year)
    year = int(match["y"]) if match["y"] else day.year
    return replace(intervals.year(year), mod="MID" if "mid" in word else "END")


RULES = (
    relative_period,
    the_weekend,
    season,
    end_of_period,
    later_in_period,
    week_of,
    year_end,
)
