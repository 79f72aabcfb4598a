"""Stage 4: rules for the quarters, halves and years of a company's accounts."""

import re
from dataclasses import replace

from briefing.chronology import intervals, nearest
from briefing.chronology.english import ORDINALS, SHADE, YEAR, month_number, shade
from briefing.chronology.intervals import ONE_DAY, Value
from briefing.chronology.rule import Context, rule
from briefing.chronology.shading import MODS

_EARNINGS = re.compile(
    r"\b(?:cents|net|earn\w*|profit|loss|lost|revenue|sales|income|results|charge|orders|quarter\w*|a\s+share)\b",
    re.I,
)


_LONGER = re.compile(r"\b(?:months|fiscal\s+year|full\s+year|for\s+the\s+year)\b", re.IGNORECASE)


_QUARTER = re.compile(r"\bquarter", re.IGNORECASE)


def speaks_of_longer(context: Context) -> bool:
    """Whether the sentence speaks of some months or a whole year, and of no quarter."""
    start, end = context.sentence
    end = min(end, start + 2000)
    text = context.text
    return bool(_LONGER.search(text, start, end) and not _QUARTER.search(text, start, end))


def year_ago_quarter(context: Context, *, unit: str = "") -> Value | None:
    """Return the same quarter of last year, where the text speaks of earnings by quarter.

    A `unit` that is printed, "quarter" or "period", speaks of one even where none is named before.
    """
    start, end = context.sentence
    spoken = context.last_quarter
    if spoken is None and unit:
        spoken = intervals.add_months(context.day, -3)
    end = min(end, start + 2000)
    if spoken is None or not _EARNINGS.search(context.text, start, end):
        return None
    if unit != "quarter" and speaks_of_longer(context):
        return None
    return intervals.quarter(spoken.year - 1, intervals.quarter_of(spoken))


@rule(
    "a_year_ago",
    "unit+ago unit+earlier",
    r"\ba\s+year\s+(?:ago|earlier|before)\b(?!\s+(?:the|he|she|it|they)\b)",
    "Prices were lower [a year ago].",
    "2020",
    source="TimeBank: quarters and halves in accounts",
)
def a_year_ago(match: re.Match[str], context: Context) -> Value | None:
    """A year ago; in earnings text the same quarter of last year."""
    found = year_ago_quarter(context) or intervals.year(context.day.year - 1)
    return replace(found, by_words="past")


_ACCOUNTS = re.compile(
    r"\b(?:earn\w*|profits?|loss(?:es)?|revenues?|sales|income|results|output|orders|exports|imports|"
    r"shipments|production|dividend|turnover)\b",
    re.IGNORECASE,
)


_GAME = re.compile(r"\b(?:goals?|match|game|team|scored?|striker|minutes?)\b", re.IGNORECASE)


@rule(
    "half",
    "half",
    rf"(?P<pre>(?:\bthe\s+)?(?:\b{YEAR}(?:['’]s)?|\blast\s+year['’]s|\bthis\s+year['’]s|\bnext\s+year['’]s)\s+"
    r"|\bthe\s+|\bits\s+)?(?:\bfiscal[\s-]+)?\b(?P<h>first|second|latter)[\s-]+half\b(?!\s+of\b|-)",
    "Sales fell in [the first half].",
    "2021-H1",
    source="TimeBank: quarters and halves in accounts",
)
def half(match: re.Match[str], context: Context) -> Value | None:
    """The first half, where accounts speak of it and no game is played."""
    start, end = context.sentence
    end = min(end, start + 2000)
    pre = (match["pre"] or "").lower()
    named = re.search(r"\d{4}", pre)
    spoken = named or _ACCOUNTS.search(context.text, start, end)
    if not spoken or _GAME.search(context.text, start, end):
        return None
    number, day = 1 if match["h"].lower() == "first" else 2, context.day
    if named:
        return intervals.half(int(named[0]), number)
    if "year" in pre:
        step = {"l": -1, "t": 0, "n": 1}[pre.removeprefix("the ").strip()[0]]
        return intervals.half(day.year + step, number)
    year = day.year - (number == 2 and day.month <= 6 and context.direction == "past")
    return intervals.half(year, number)


_NTH_QUARTER = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last)"


@rule(
    "quarter",
    "quarter",
    rf"(?P<mod>{SHADE}(?=the\b|\b(?:{_NTH_QUARTER})))?"
    rf"(?P<pre>(?:\bthe\s+)?(?:\b(?:fiscal\s+)?{YEAR}(?:['’]s)?|\byear-ago|\byear-earlier|\blast\s+year['’]s|\bthis\s+year['’]s|"
    rf"\bnext\s+year['’]s)\s+|\bthe\s+|\bits\s+)?(?:\bfiscal[\s-]+)?\b(?P<q>{_NTH_QUARTER})[\s-]+(?:fiscal[\s-]+)?quarter\b"
    rf"(?:\s*,?\s*(?:of|in|for)?\s*(?:fiscal\s+)?(?P<y>{YEAR}\b|last\s+year\b|this\s+year\b|next\s+year\b|"
    r"a\s+year\s+(?:ago|earlier)\b))?",
    "Profit fell in [the second quarter].",
    "2021-Q2",
    source="TimeBank: quarters and halves in accounts",
)
def quarter(match: re.Match[str], context: Context) -> Value | None:
    """The second quarter: this year's, unless that is against the tense."""
    printed, pre = (match["y"] or "").lower(), (match["pre"] or "").lower()
    if match["q"].lower() == "last" and not printed:
        return None
    found = _quarter(match, context, pre, printed)
    if match["mod"]:
        return intervals.part(found, MODS.get(shade(match["mod"])))
    article = pre.strip() == "its" or (pre.strip() == "the" and "-" in match[0])
    return replace(found, span=(match.start("q"), match.end())) if article else found


def _quarter(match: re.Match[str], context: Context, pre: str, printed: str) -> Value:
    number = ORDINALS[match["q"].lower()]
    named = re.search(r"\d{4}", pre) or re.search(r"\d{4}", printed)
    if named:
        return intervals.quarter(int(named[0]), number)
    words = pre if "year" in pre else printed
    if words:
        step = 1 if "next" in words else 0 if "this" in words else -1
        return intervals.quarter(context.day.year + step, number)
    current, year = intervals.quarter_of(context.day), context.day.year
    if context.direction == "future":
        year += 0 if number >= current or current - number == 1 else 1
    else:
        year -= 0 if number <= current else 1
    return intervals.quarter(year, number)


@rule(
    "short_quarter",
    "digit",
    rf"\bQ([1-4])(?:\s+(?:of\s+)?({YEAR})\b)?|\b({YEAR})\s?Q([1-4])\b",
    "Orders fell in [Q2 2021].",
    "2021-Q2",
    case=True,
    source="TimeBank: quarters and halves in accounts",
)
def short_quarter(match: re.Match[str], context: Context) -> Value | None:
    """Q2 2021."""
    number = int(match[1] or match[4])
    printed = match[2] or match[3]
    return intervals.quarter(int(printed) if printed else context.day.year, number)


@rule(
    "month_quarter",
    "month+quarter",
    r"(?:\bthe\s+)?(?-i:\b(?P<m>March|June|September|December))\s+quarter\b",
    "Sales rose in [the June quarter].",
    "2021-Q2",
    source="TimeBank: quarters and halves in accounts",
)
def month_quarter(match: re.Match[str], context: Context) -> Value | None:
    """The September quarter: the one that ends with it."""
    month = month_number(match["m"])
    year = nearest.month_year(context.day, month, context.direction)
    return intervals.quarter(year, month // 3)


@rule(
    "so_far_this_year",
    "unit+relation",
    r"\bso\s+far\s+(?P<k>this\s+(?:year|month|week))\b",
    "Nine ships have sunk so far [this year].",
    "2021",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def so_far_this_year(match: re.Match[str], context: Context) -> Value | None:
    """So far this year: from its first day to publication."""
    day, words = context.day, match["k"].lower()
    whole = (
        intervals.year(day.year)
        if words.endswith("year")
        else intervals.month(day.year, day.month)
        if words.endswith("month")
        else intervals.week(day)
    )
    return replace(whole, hi=day, clipped=True, by_words="past", span=match.span("k"))


@rule(
    "year_earlier",
    "unit+ago unit+earlier unit+relation",
    r"\b(?P<k>(?:the\s+)?(?:(?:comparable|corresponding|same|like)\s+)?year[- ](?:ago|earlier))"
    r"(?:\s+(?P<u>period|quarter))?\b"
    r"|\b(?:the\s+)?(?:(?:prior|previous|preceding)[\s-]year|last\s+year)(?:['’]s)?\s+(?P<v>period|quarter)\b",
    "Sales beat the [year-earlier] figure.",
    "2020",
    source="TimeBank: quarters and halves in accounts",
)
def year_earlier(match: re.Match[str], context: Context) -> Value | None:
    """The year-earlier period; in earnings text its quarter."""
    unit = (match["u"] or match["v"] or "").lower()
    found = year_ago_quarter(context, unit=unit) or intervals.year(context.day.year - 1)
    if not unit and match[0].lower().startswith("the "):
        return replace(found, span=(match.start() + 4, match.end()))
    return found


@rule(
    "same_period",
    "unit+relation quarter",
    rf"\b(?:the\s+)?(?:same|like|comparable|corresponding|similar)\s+(?P<u>quarter|period|month),?\s+"
    rf"(?:(?:of|in)\s+)?(?:a\s+year\s+(?:ago|earlier|before)|(?:the\s+)?(?:last|previous|prior|preceding)\s+year|"
    rf"the\s+year\s+(?:before|earlier)|(?P<y>{YEAR}))\b",
    "Net was lower in [the same quarter a year earlier].",
    "2020-Q2",
    source="TimeBank: quarters and halves in accounts",
)
def same_period(match: re.Match[str], context: Context) -> Value | None:
    """The same quarter a year earlier, the same month of 2019."""
    unit, step = match["u"].lower(), 1
    if match["y"]:
        step = context.day.year - int(match["y"])
    if unit == "month":
        base = context.previous("month")
        return intervals.month(base.year - step, base.month)
    found = year_ago_quarter(context, unit=unit)
    if found is None or found.lo is None:
        return intervals.year(context.day.year - step)
    return intervals.quarter(found.lo.year + 1 - step, intervals.quarter_of(found.lo))


@rule(
    "the_quarter",
    "quarter",
    r"\bthe\s+(?:(?P<latest>latest)\s+|(?P<y>\d{4})\s+)?(?P<u>quarter|period)\b"
    r"(?!\s+(?:of|from|between|after|in|when|that)\b)(?P<ago>\s+a\s+year\s+(?:ago|earlier))?",
    "Profit rose in [the quarter].",
    "2021-Q2",
    source="TimeBank: quarters and halves in accounts",
)
def the_quarter(match: re.Match[str], context: Context) -> Value | None:
    """The quarter that is spoken of, else the one before publication."""
    if match["u"].lower() == "period" and not (match["y"] or match["latest"]):
        return None
    spoken = context.last_quarter or intervals.add_months(context.day, -3)
    if match["y"] and match["u"].lower() == "period" and speaks_of_longer(context):
        return intervals.year(int(match["y"]))
    if match["y"]:
        return intervals.quarter(int(match["y"]), intervals.quarter_of(spoken))
    year = spoken.year - (1 if match["ago"] else 0)
    return intervals.quarter(year, intervals.quarter_of(spoken))


_YEAR_ENDED = re.compile(r"\s+(?:ended|ending)\b")


@rule(
    "the_year",
    "unit",
    r"\b(?:for|of|in|during|through|throughout|since)\s+(?P<k>the\s+(?:fiscal\s+)?year)\b"
    r"(?!\s+(?:of(?!\s+\$)|ahead|past|when|that|to|ago|before|after|earlier|in|two|\d)\b|\s+\d|-|['’])",
    "Sales fell for [the year].",
    "2021",
    source="TimeBank: quarters and halves in accounts",
)
def the_year(match: re.Match[str], context: Context) -> Value | None:
    """The year, where accounts speak of it; "the year ended March 31" is a length."""
    if _YEAR_ENDED.match(context.after):
        return replace(Value("DURATION", "P1Y"), span=match.span("k"))
    return replace(intervals.year(context.day.year), span=match.span("k"))


@rule(
    "the_month",
    "unit",
    r"\b(?:for|during)\s+(?P<k>the\s+(?P<u>month|week))\b"
    r"(?!\s+(?:of|when|that|to|ago|before|after|earlier|in|ended|ending|leading|ahead|\d)\b|\s+\d|-|['’])",
    "Rents rose in July; starts fell 2% for [the month].",
    "2021-07",
    source="TimeBank: quarters and halves in accounts",
)
def the_month(match: re.Match[str], context: Context) -> Value | None:
    """For the month, during the week: the one that is spoken of."""
    base = context.previous(match["u"].lower())
    found = intervals.month(base.year, base.month)
    if match["u"].lower() == "week":
        found = intervals.week(base - (ONE_DAY if base.weekday() == 0 else 0 * ONE_DAY))
    return replace(found, span=match.span("k"))


RULES = (
    a_year_ago,
    half,
    quarter,
    short_quarter,
    month_quarter,
    so_far_this_year,
    year_earlier,
    same_period,
    the_quarter,
    the_year,
    the_month,
)
