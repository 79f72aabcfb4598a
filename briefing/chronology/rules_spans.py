"""Stage 4: rules for durations, sets and vague references."""

import re
from dataclasses import replace
from datetime import timedelta

from briefing.chronology import intervals
from briefing.chronology.english import (
    MONTH_NAME,
    NUMBER,
    PART,
    SEASON,
    UNIT,
    UNITS,
    WEEKDAY_NAME,
    WEEKDAYS,
    amount,
    number_of,
    unit_of,
)
from briefing.chronology.intervals import ONE_DAY, Value
from briefing.chronology.rule import Context, rule
from briefing.chronology.rules_counted import COUNT, count_of

_WINDOW_UNITS = {"day": 1, "night": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}
_LONGEST_WINDOW = 200_000  # days


_VERB_BEFORE = re.compile(
    r"\b(?:to|will|would|could|should|may|might|can|must|not)\s+$", re.IGNORECASE
)


@rule(
    "counted_window",
    "unit+relation",
    r"(?:\b(?P<art>the|this|these|those|his|her|its|their|a)\s+)?\b"
    r"(?P<k>last|past|next|coming|first|final|previous|preceding|following|recent|latest)\s+"
    + COUNT
    + r"(?![\w-])",
    "Forty people died in [the past three weeks].",
    "P3W",
    source="TimeML guidelines 1.2.1, 2.2.1: DURATION",
)
def counted_window(match: re.Match[str], context: Context) -> Value | None:
    """The past three weeks: P3W, and the days that it covers."""
    unit, count, word = unit_of(match["u"]), count_of(match), match["k"].lower()
    if word == "last" and not match["art"] and _VERB_BEFORE.search(context.before):
        return None
    if (match["about"] or match["a"]) and not match["art"]:  # "to last over a week": a verb
        return None
    value = Value("DURATION", amount(count, unit, halves=bool(match["half"])))
    if count is None or unit not in _WINDOW_UNITS:
        return value
    length = int(count * _WINDOW_UNITS[unit])
    if length > _LONGEST_WINDOW or length < 1:
        return value
    if word in ("last", "past", "latest"):
        found = intervals.window(value.value, context.day - timedelta(days=length), context.day)
        return replace(found, by_words="past")
    if word in ("next", "coming"):
        last = context.day + timedelta(days=length)
        found = intervals.window(value.value, context.day + ONE_DAY, last)
        return replace(found, by_words="future")
    return value


_SETS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "annually": "P1Y",
    "yearly": "P1Y",
    "annual": "P1Y",
}


@rule(
    "every",
    "every",
    rf"\b(?:each|every)\s+(?:(?P<n>other|{NUMBER})\s+)?(?P<u>{UNIT}|{WEEKDAY_NAME}|{PART}|{SEASON}|{MONTH_NAME})s?\b",
    "They meet [every two weeks].",
    "P2W",
    source="TimeML guidelines 1.2.1, 2.2.1: SET",
)
def every(match: re.Match[str], context: Context) -> Value | None:
    """Every two weeks, each Thursday."""
    name = match["u"].lower()
    if name in WEEKDAYS:
        return Value("SET", f"XXXX-WXX-{WEEKDAYS[name] + 1}")
    if unit_of(name) in UNITS:
        printed = (match["n"] or "").lower()
        count = 2.0 if printed == "other" else number_of(printed) if printed else 1.0
        return Value("SET", amount(count, unit_of(name)))
    return Value("SET", "P1D" if name in ("morning", "afternoon", "evening") else "XXXX")


@rule(
    "frequency",
    "often",
    rf"\b(?P<k>{'|'.join(_SETS)})\b(?!['’])",
    "The [annual] drill went on.",
    "P1Y",
    source="TimeML guidelines 1.2.1, 2.2.1: SET",
)
def frequency(match: re.Match[str], context: Context) -> Value | None:
    """Daily, annual; not in the name of a newspaper."""
    if match["k"][0].isupper() and context.before.strip() and context.before[-2:-1] not in '.“"':
        return None
    return Value("SET", _SETS[match["k"].lower()])


_COUNTED = re.compile(
    r"(?:\d[\d,.]*|million|billion|percent|%|times?|twice|once|cents|dollars|hours|days|a\s+share|barrels|"
    r"people|tons|tonnes|much|more|less)\s+$",
    re.IGNORECASE,
)


@rule(
    "per_unit",
    "unit",
    r"\b(?P<k>a|per)\s+(?P<u>day|week|month|year)\b(?!\s*(?:ago|earlier|later|before|after|long|old|from))",
    "The port loads 200 tons [a day].",
    "P1D",
    source="TimeML guidelines 1.2.1, 2.2.1: SET",
)
def per_unit(match: re.Match[str], context: Context) -> Value | None:
    """200 tons a day, twice a year."""
    if match["k"].lower() == "a" and not _COUNTED.search(context.before):
        return None
    return Value("SET", f"P1{UNITS[match['u'].lower()][0]}")


@rule(
    "plural_weekday",
    "weekday",
    r"\b(?P<w>(?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))s(?:\s+(?P<p>nights|mornings|evenings))?\b",
    "The court sits on [Mondays].",
    "XXXX-WXX-1",
    source="TimeML guidelines 1.2.1, 2.2.1: SET",
)
def plural_weekday(match: re.Match[str], context: Context) -> Value | None:
    """Mondays."""
    part = {"n": "TNI", "m": "TMO", "e": "TEV"}.get((match["p"] or " ")[0].lower(), "")
    return Value("SET", f"XXXX-WXX-{WEEKDAYS[match['w'].lower()] + 1}{part}")


_FOR = re.compile(
    r"\b(?:for|in|within|over|than|during|half|about|took|takes|lasted|of|nearly|almost|take)\s+$",
    re.I,
)


@rule(
    "duration",
    "unit",
    rf"(?:\b(?P<the>the|those|these)\s+)?{COUNT}(?P<and>\s+and\s+a\s+half)?(?![\w])(?!-old|-earlier|-ago|-end|\s+old|\s+of\s+age)"
    r"(?!\s+(?:ago|earlier|later|from\s+now|hence)\b)(?:-long\b)?",
    "The [nine-day] exercise began.",
    "P9D",
    source="TimeML guidelines 1.2.1, 2.2.1: DURATION",
)
def duration(match: re.Match[str], context: Context) -> Value | None:
    """Three days, a nine-day drill, half a year; no end is ever computed from it."""
    unit, raw = unit_of(match["u"]), match[0].lower()
    brief = unit in ("second", "minute", "hour", "day", "night", "quarter", "weekend")
    bare = match["a"] and not raw.startswith("one") and not match["and"] and not match["about"]
    if brief and bare and not _FOR.search(context.before):
        return None
    if unit == "quarter" and (match["a"] or match["n"]) and not raw.rstrip().endswith("s"):
        return None
    if unit == "quarter" and "-" in raw:
        return None
    if unit == "day" and (match["v"] or "").lower() in ("some", "recent") and raw.endswith("day"):
        return None  # "some day it will"
    if match["a"] and _PLURAL.search(context.before):  # "four flights a week"
        return None
    if match["u"][0].isupper() and match["u"][-1:].islower() and raw[0].isdigit():
        return None  # a programme's name
    if unit == "second" and not match["n"]:
        return None
    if (
        match["v"]
        and match["v"].lower() in ("recent", "some", "many")
        and unit in ("second", "minute")
    ):
        return None
    halves = bool(match["half"] or match["and"])
    about = (match["about"] or "").split()
    found = Value("DURATION", amount(count_of(match), unit, halves=halves))
    if about and about[0].lower() in _ABOUT_WORDS:
        found = replace(found, mod="APPROX")
    if match["the"] and "-" in raw:  # "the nine-day drill": an adjective
        found = replace(found, span=(match.end("the") + 1, match.end()))
    return found


_PLURAL = re.compile(
    r"\b\d[\d,.]*\s+$|\b(?:flights|seats|times|hours|days|trips|units|barrels|tons|people)\s+$"
)
_ABOUT_WORDS = frozenset(
    ("about", "around", "roughly", "approximately", "nearly", "almost", "some")
)


@rule(
    "bare_duration",
    "unit",
    r"\b(?<!the\s)(?<!these\s)(?:for|in|over|of|past|after|within|took|take|takes|lasted|through|many|or|and)\s+"
    r"(?:the\s+)?(?P<u>minutes|hours|days|weeks|months|years|decades|centuries)\b(?!\s+(?:old|ago|later|earlier))",
    "They had talked for [weeks].",
    "PXW",
    source="TimeML guidelines 1.2.1, 2.2.1: DURATION",
)
def bare_duration(match: re.Match[str], context: Context) -> Value | None:
    """For weeks."""
    return replace(Value("DURATION", amount(None, unit_of(match["u"]))), span=match.span("u"))


@rule(
    "long_ago",
    "unit+ago unit+earlier",
    r"\b(?:years|decades|months|weeks|days|centuries)\s+(?P<k>ago|later|earlier)\b",
    "They fell out [years ago].",
    "PAST_REF",
    source="TIDES 2005: fuzzy expressions (PAST_REF, PRESENT_REF, FUTURE_REF)",
)
def long_ago(match: re.Match[str], context: Context) -> Value | None:
    """Years ago."""
    return intervals.reference("FUTURE_REF" if match["k"].lower() == "later" else "PAST_REF")


@rule(
    "now",
    "now",
    r"\b(?:right\s+now|now|currently|at\s+the\s+moment|at\s+present|nowadays|these\s+days|at\s+this\s+(?:time|point))\b",
    "The talks are [now] at risk.",
    "PRESENT_REF",
    source="TIDES 2005: fuzzy expressions (PAST_REF, PRESENT_REF, FUTURE_REF)",
)
def now(match: re.Match[str], context: Context) -> Value | None:
    """Now, currently."""
    return intervals.reference("PRESENT_REF")


_MEASURED_PAST = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:year|month|week|day|decade|quarter|century|hour|season|summer|winter|spring|fall)s?\b"
)


@rule(
    "vague_past",
    "recent",
    r"\b(?:(?P<the>the\s+past)|(?:more\s+)?recently|lately|(?P<recent>recent\s+(?:years|months|weeks|days)))\b",
    "It has [recently] grown.",
    "PAST_REF",
    source="TIDES 2005: fuzzy expressions (PAST_REF, PRESENT_REF, FUTURE_REF)",
)
def vague_past(match: re.Match[str], context: Context) -> Value | None:
    """Recently, in the past, recent months."""
    if match["recent"]:
        return Value("DURATION", amount(None, unit_of(match["recent"].split()[1])))
    if match["the"] and _MEASURED_PAST.match(context.text, match.end()):
        return None
    return intervals.reference("PAST_REF")


@rule(
    "vague_future",
    "future",
    r"\b(?:coming\s+(?P<c>days|weeks|months|years)|the\s+(?:near\s+|foreseeable\s+|not-too-distant\s+)?future|any\s+time\s+soon|"
    r"the\s+(?P<u>days|weeks|months|years)\s+(?:ahead|to\s+come))\b",
    "No deal is likely [any time soon].",
    "FUTURE_REF",
    source="TIDES 2005: fuzzy expressions (PAST_REF, PRESENT_REF, FUTURE_REF)",
)
def vague_future(match: re.Match[str], context: Context) -> Value | None:
    """The future, any time soon, the weeks ahead."""
    unit = match["u"] or match["c"]
    if unit:
        return Value("DURATION", amount(None, unit_of(unit)))
    return intervals.reference("FUTURE_REF")


RULES = (
    counted_window,
    every,
    frequency,
    per_unit,
    plural_weekday,
    duration,
    bare_duration,
    long_ago,
    now,
    vague_past,
    vague_future,
)
