"""Stage 4: rules for times so many days, weeks or years from a day."""

import re
from dataclasses import replace
from datetime import date, timedelta

from briefing.chronology import intervals
from briefing.chronology.english import (
    ABOUT,
    NUMBER,
    UNIT,
    VAGUE,
    amount,
    number_of,
    unit_of,
)
from briefing.chronology.intervals import Value
from briefing.chronology.rule import Context, rule
from briefing.chronology.shading import told

COUNT = (
    rf"(?P<about>\b{ABOUT})?\b(?:(?P<n>{NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<n2>{NUMBER}))?"
    rf"(?P<half>\s+1/2|[\s-]+and[\s-]+a[\s-]+half)?|(?P<v>{VAGUE})|(?P<a>an?|one))"
    rf"(?:\s+|-)(?:full\s+|straight\s+|consecutive\s+|more\s+|additional\s+)?(?P<u>{UNIT})s?"
)


def count_of(match: re.Match[str]) -> float | None:
    """Return the number before a unit; None where it is vague."""
    if match["n2"]:
        return number_of(match["n2"])
    if match["n"]:
        return number_of(match["n"])
    if match["v"]:
        return (
            2 if "couple" in match["v"].lower() else 12 if "dozen" in match["v"].lower() else None
        )
    return 1


def moved(match: re.Match[str], base: date, sign: int) -> Value | None:
    """Return the day, week, month or year some units before or after a day."""
    unit, count = unit_of(match["u"]), count_of(match)
    if count is None:
        return intervals.reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    count += 0.5 if match["half"] else 0
    whole = int(count)
    match unit:
        case "day" | "night":
            found = intervals.day(base + timedelta(days=sign * whole))
        case "week" | "fortnight":
            days = int(7 * count) * (2 if unit == "fortnight" else 1)
            found = intervals.week(base + timedelta(days=sign * days))
        case "month":
            on = intervals.add_months(base, sign * whole)
            found = intervals.month(on.year, on.month)
        case "quarter":
            on = intervals.add_months(base, 3 * sign * whole)
            found = intervals.quarter(on.year, intervals.quarter_of(on))
        case "year" if count != whole:
            on = intervals.add_months(base, int(sign * count * 12))
            found = intervals.month(on.year, on.month)
        case "year":
            found = intervals.year(base.year + sign * whole)
        case "decade":
            found = intervals.decade(base.year + 10 * sign * whole)
        case "hour" | "minute" | "second" if count < 12:
            reference = intervals.reference("PAST_REF" if sign < 0 else "FUTURE_REF")
            found = replace(reference, lo=base, hi=base, granularity="day")
        case _:
            return intervals.reference("PAST_REF" if sign < 0 else "FUTURE_REF")
    if match["about"] and unit not in ("day", "night"):
        return replace(found, mod="APPROX")
    return found


def _exactly_ago(match: re.Match[str], context: Context) -> Value | None:
    count, unit = count_of(match), unit_of(match["u"])
    printed = " ".join((match["on"] or "").lower().split())
    if not printed or count is None or count != int(count) or unit not in ("year", "month", "week"):
        return None
    if unit == "week":
        base = context.day - timedelta(weeks=int(count))
    else:
        base = intervals.add_months(context.day, -int(count) * (12 if unit == "year" else 1))
    match printed:
        case "today":
            return intervals.day(base)
        case "yesterday":
            return intervals.day(base - timedelta(days=1))
        case "this week":
            return intervals.week(base)
        case "this month":
            return intervals.month(base.year, base.month)
        case _:
            return None


@rule(
    "ago",
    "unit+ago",
    COUNT + r"\s+ago\b(?:\s+(?P<on>today|yesterday|this\s+(?:week|month|year))\b)?",
    "The dam broke [three days ago].",
    "2021-08-17",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def ago(match: re.Match[str], context: Context) -> Value | None:
    """Three days ago; "ten years ago today" is a day."""
    found = _exactly_ago(match, context) or moved(match, context.day, -1)
    return told(found, -1) if found else None


@rule(
    "from_now",
    "unit+now unit+near",
    COUNT + r"\s+(?:from\s+(?:now|today)|hence)\b",
    "A ruling is [two weeks from now].",
    "2021-W35",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def from_now(match: re.Match[str], context: Context) -> Value | None:
    """Two weeks from now."""
    found = moved(match, context.day, 1)
    return told(found, 1) if found else None


@rule(
    "earlier",
    "unit+earlier",
    COUNT + r"\s+(?P<k>earlier|later|previously|"
    r"(?:before|after)(?=\s*[.,;:)]|\s*$|\s+(?:and|but|when|in|on|at)\b))\b",
    "He left [two years earlier].",
    "2019",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def earlier(match: re.Match[str], context: Context) -> Value | None:
    """Two years earlier: from the day named before, where there is one."""
    sign = 1 if match["k"].lower() in ("later", "after") else -1
    if sign > 0 and context.last is None and context.direction != "future":
        halves = bool(match["half"])  # later than a day that is not named: a length
        return Value("DURATION", amount(count_of(match), unit_of(match["u"]), halves=halves))
    unit = unit_of(match["u"])
    needed = unit if unit in ("week", "month", "quarter") else "day"
    if unit in ("year", "decade", "century"):
        needed = "year"
    return moved(match, context.previous(needed), sign)


_AHEAD = re.compile(r"\b(?:will|would|is|are|due|expected|scheduled|set|to)\b")


@rule(
    "in_units",
    "unit",
    rf"\b(?P<pre>in|within)\s+(?P<body>{COUNT})(?P<time>(?:['’]|s['’])?\s+time)?\b(?!\s+(?:ago|an?|per)\b)",
    "The court will rule in [two weeks].",
    "2021-W35",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def in_units(match: re.Match[str], context: Context) -> Value | None:
    """In two weeks: a point where the verb is future, else a duration."""
    start, end = context.sentence
    if match["v"] or context.direction != "future" or match["pre"].lower() == "within":
        return None
    if match["a"] and not match["time"]:
        return None
    if not _AHEAD.search(context.text, start, min(end, start + 2000)):
        return None
    found = moved(match, context.day, 1)
    return replace(found, span=match.span("body")) if found else None


RULES = (
    ago,
    from_now,
    earlier,
    in_units,
)
