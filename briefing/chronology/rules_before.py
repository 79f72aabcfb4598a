"""Stage 4: rules for times counted from one named before: the day before, that night."""

import re
from dataclasses import replace

from briefing.chronology import intervals, nearest
from briefing.chronology.cues import Direction
from briefing.chronology.english import (
    NUMBER,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    SHADE,
    WEEKDAY,
    number_of,
    shade,
    weekday_number,
)
from briefing.chronology.intervals import ONE_DAY, Value, add_months
from briefing.chronology.rule import Context, rule
from briefing.chronology.shading import MODS, part_of, told

# What stands behind an adverb of time; "the day before the vote" is counted from the vote.
_ALONE = (
    r"(?=\s*(?:[.,;:)\"”’—–]|$)|\s+(?:in|at|on|by|to|and|but|when|as|because|while|near|outside|inside|"
    r"with|for|from)\b)"
)


@rule(
    "unit_before",
    "unit+earlier",
    rf"\bthe\s+(?P<u>day|week|month|quarter|year|night|evening|weekend)\s+(?P<k>before|after|earlier){_ALONE}"
    r"(?!\s+(?:and|in)\s+(?:after|before)\b)",
    "Prices were higher [the month before].",
    "2021-07",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def unit_before(match: re.Match[str], context: Context) -> Value | None:
    """The day before, the month after: from the one named before."""
    unit, step = match["u"].lower(), 1 if match["k"].lower() == "after" else -1
    if step > 0 and context.last is None and context.direction == "past":
        return None  # after a day that is not named
    base = context.previous(_EXACTNESS.get(unit, "day"))
    if unit == "day":
        return intervals.day(base + step * ONE_DAY)
    if unit in ("night", "evening"):
        return intervals.at(intervals.day(base + step * ONE_DAY), PARTS_OF_DAY[unit])
    if unit == "week":
        return intervals.week(base + 7 * step * ONE_DAY)
    if unit == "weekend":
        return intervals.weekend(base + 7 * step * ONE_DAY)
    if unit == "year":
        return intervals.year(base.year + step)
    on = add_months(base.replace(day=1), step * (3 if unit == "quarter" else 1))
    if unit == "quarter":
        return intervals.quarter(on.year, intervals.quarter_of(on))
    return intervals.month(on.year, on.month)


_EXACTNESS = {
    "week": "week",
    "weekend": "week",
    "month": "month",
    "quarter": "month",
    "year": "year",
}


@rule(
    "that_part_of_day",
    "part",
    r"(?P<mod>\b(?:early|late|earlier|later)\s+)?\b(?P<k>that\s+same|that|the\s+same|the\s+previous)\s+"
    rf"(?P<p>morning|afternoon|evening|night)\b{_ALONE}",
    "He was seen on Monday and flew home [that night].",
    "2021-08-16TNI",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def that_part_of_day(match: re.Match[str], context: Context) -> Value | None:
    """That night, the same evening: of the day named before."""
    step = -1 if match["k"].lower().endswith("previous") else 0
    found = intervals.day(context.previous() + step * ONE_DAY)
    return part_of(intervals.at(found, PARTS_OF_DAY[match["p"].lower()]), match["mod"], context)


@rule(
    "shaded_season",
    "season+edge season+earlier",
    rf"(?<!\w)(?P<mod>{SHADE})(?P<s>{SEASON})\b(?!\s+(?:of\s+)?(?:\d{{4}}|\w+ing\b)|-)",
    "The council moved in [late spring].",
    "2021-SP",
    source="TimeML guidelines 1.2.1, 2.2.3: mod",
)
def shaded_season(match: re.Match[str], context: Context) -> Value | None:
    """Late summer, in early spring: the nearest that the tense allows."""
    code, day = SEASONS[match["s"].lower()], context.day
    start = intervals.SEASON_STARTS[code]
    year = day.year
    if context.direction == "future":
        year += 1 if day.month > start + 2 else 0
    elif day.month < start:
        year -= 1
    return part_of(intervals.season(year, code), match["mod"], context)


@rule(
    "seasons_ago",
    "ago",
    rf"\b(?P<n>{NUMBER})\s+(?P<s>summer|winter|spring|autumn)s\s+ago\b",
    "The dam broke [two summers ago].",
    "2019-SU",
    source="TIDES 2005: week, season and holiday values",
)
def seasons_ago(match: re.Match[str], context: Context) -> Value | None:
    """Two summers ago."""
    count = number_of(match["n"])
    if count is None:
        return None
    code, day = SEASONS[match["s"].lower()], context.day
    year = day.year - int(count) - (code == "WI" and day.month <= 2)
    return told(intervals.season(year, code), -1)


@rule(
    "that_season",
    "season",
    rf"\b(?:that\s+same|that|the\s+same)\s+(?P<s>{SEASON})\b{_ALONE}",
    "He left in May 2019 and died [that summer].",
    "2019-SU",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def that_season(match: re.Match[str], context: Context) -> Value | None:
    """That summer: of the year named before."""
    if match["s"].lower() == "fall":
        return None
    return intervals.season(context.previous("year").year, SEASONS[match["s"].lower()])


@rule(
    "week_from_weekday",
    "weekday+unit unit+near",
    rf"\b(?:a|one)\s+week\s+(?P<k>from|ago)\s+(?:on\s+)?(?P<w>{WEEKDAY}|today|tomorrow)(?!\w)",
    "The vote is [a week from Monday].",
    "2021-08-30",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def week_from_weekday(match: re.Match[str], context: Context) -> Value | None:
    """A week from Monday, a week ago Tuesday."""
    word, sign = match["w"].lower(), 1 if match["k"].lower() == "from" else -1
    if word in ("today", "tomorrow"):
        base = context.day + (ONE_DAY if word == "tomorrow" else 0 * ONE_DAY)
    else:
        tense: Direction = "future" if sign > 0 else "past"
        base = nearest.weekday(context.day, weekday_number(word), tense)
    return told(intervals.day(base + 7 * sign * ONE_DAY), sign)


@rule(
    "years_and_a_half_ago",
    "unit+ago",
    r"\b(?:(?:about|around|nearly|almost|roughly|some|over|more\s+than)\s+)?(?:an?|one)\s+"
    r"(?P<u>year|month|week|decade|century)\s+and\s+a\s+half\s+ago\b"
    r"|\bhalf\s+an?\s+(?P<h>year|decade|century)\s+ago\b",
    "The dam broke [a year and a half ago].",
    "2020-02",
    source="TimeML guidelines 1.2.1, 2.2.3: mod",
)
def years_and_a_half_ago(match: re.Match[str], context: Context) -> Value | None:
    """A year and a half ago, half a century ago."""
    day, half = context.day, 0.5 if match["h"] else 1.5
    unit = (match["h"] or match["u"]).lower()
    if unit == "week":
        return told(intervals.week(day - 11 * ONE_DAY), -1)
    if unit == "month":
        return told(intervals.week(day - 45 * ONE_DAY), -1)
    months = int(12 * half * {"year": 1, "decade": 10, "century": 100}[unit])
    on = add_months(day, -months)
    found = intervals.month(on.year, on.month) if unit == "year" else intervals.year(on.year)
    return replace(told(found, -1), mod="APPROX")


@rule(
    "before_last",
    "unit+relation",
    r"\bthe\s+(?P<u>week|weekend|month|year)\s+before\s+last\b",
    "The dam broke [the week before last].",
    "2021-W31",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def before_last(match: re.Match[str], context: Context) -> Value | None:
    """The week before last, the year before last."""
    day, unit = context.day, match["u"].lower()
    match unit:
        case "week":
            found = intervals.week(day - 14 * ONE_DAY)
        case "weekend":
            found = intervals.weekend(day - 14 * ONE_DAY)
        case "month":
            found = intervals.month(day.year, day.month - 2)
        case _:
            found = intervals.year(day.year - 2)
    return told(found, -1)


@rule(
    "shaded_part_of_day",
    "part",
    r"\b(?P<mod>early|late|mid)[\s-]?(?P<p>morning|afternoon|evening)\b"
    rf"(?:\s+(?:on\s+)?(?P<w>{WEEKDAY}|yesterday|today|tomorrow)(?!\w))?",
    "The shares were lower by [late afternoon].",
    "2021-08-20TAF",
    source="TIDES 2005: parts of the day (MO, AF, EV, NI)",
)
def shaded_part_of_day(match: re.Match[str], context: Context) -> Value | None:
    """Late afternoon, mid-morning Thursday."""
    word, day = (match["w"] or "").lower(), context.day
    if not word and not _AT_SUCH_TIME.search(context.before):
        return None  # "a late evening walk"
    if word in _NEAR_DAYS:
        day += _NEAR_DAYS[word] * ONE_DAY
    elif word:
        day = nearest.weekday(day, weekday_number(word), context.direction)
    found = intervals.at(intervals.day(day), PARTS_OF_DAY[match["p"].lower()])
    return intervals.part(found, MODS.get(shade(match["mod"])))


_AT_SUCH_TIME = re.compile(r"\b(?:by|in|at|until|since|the)\s+(?:the\s+)?$", re.IGNORECASE)
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}

_GENERIC = (
    r"(?:world|youth|society|economy|standards|generation|environment|technology|technologies|consumers|"
    r"computers|kids|children|teens|teenagers|young|students|women|men|workplace|culture|climate|terms|"
    r"dollars|money|language|cars|families|farmers)\b"
)


@rule(
    "the_present_day",
    "near",
    rf"\btoday['’]s(?=\s+(?:[\w-]+\s+)?{_GENERIC})|\b(?:people|leaders|workforce|world|children|schools|"
    r"citizens|cities|cars)\s+of\s+(?P<t>tomorrow|today)\b",
    "It is hard in [today's] world.",
    "PRESENT_REF",
    source="TIDES 2005: fuzzy expressions (PAST_REF, PRESENT_REF, FUTURE_REF)",
)
def the_present_day(match: re.Match[str], context: Context) -> Value | None:
    """Today's world, the leaders of tomorrow: no day of the calendar."""
    word = (match["t"] or "today").lower()
    found = intervals.reference("FUTURE_REF" if word == "tomorrow" else "PRESENT_REF")
    return replace(found, span=match.span("t")) if match["t"] else found


RULES = (
    unit_before,
    that_part_of_day,
    shaded_season,
    seasons_ago,
    that_season,
    week_from_weekday,
    years_and_a_half_ago,
    before_last,
    shaded_part_of_day,
    the_present_day,
)
