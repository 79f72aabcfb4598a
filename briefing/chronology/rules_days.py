"""Stage 4: rules for days and months that are named by number or name."""

import re
from dataclasses import replace

from briefing.chronology import intervals, nearest
from briefing.chronology.english import (
    DAY,
    MONTH,
    MONTH_ALONE,
    PART,
    SHADE,
    SHORT_YEAR,
    WEEKDAY_BEFORE,
    YEAR,
    day_number,
    full_year,
    month_number,
    shade,
    weekday_number,
)
from briefing.chronology.intervals import Value
from briefing.chronology.rule import Context, rule
from briefing.chronology.shading import MODS, TENSES, part_of, with_part

_NOT_A_COUNT = (
    r"(?!\d|,\d{3}|\.\d|:\d|\s*(?:percent|per\s+cent|%|million|billion|people|points|troops)\b|%)"
)


def _day(year: int, month: int, day: int) -> Value | None:
    found = nearest.safe(year, month, day)
    return intervals.day(found) if found else None


@rule(
    "iso_date",
    "digit",
    r"(?<![\w/.-])(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[T ](\d\d:\d\d)(?::\d\d)?)?(?![\w/-]|\.\d)",
    "It was filed on [2021-08-16].",
    "2021-08-16",
    source="ISO 8601: calendar date",
)
def iso_date(match: re.Match[str], context: Context) -> Value | None:
    """2021-08-16, 2021/08/16."""
    found = _day(int(match[1]), int(match[3]), int(match[4]))
    return intervals.at(found, f"T{match[5]}") if found and match[5] else found


@rule(
    "numeric_date",
    "digit",
    r"(?<![\w/.:-])(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)(?![\w/:-]|\.\d)",
    "It was filed on [8/16/2021].",
    "2021-08-16",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def numeric_date(match: re.Match[str], context: Context) -> Value | None:
    """8/16/2021; day first where the article's stamp was, or where a part is above 12."""
    first, second = int(match[1]), int(match[3])
    if len(match[4]) == 2 and match[2] != "/":  # 10-3-89 is a score as often as a date
        return None
    if first > 12 or (second <= 12 and context.day_is_first):
        first, second = second, first
    return _day(full_year(match[4]), first, second)


@rule(
    "day_range",
    "month+digit",
    rf"\b(?P<m>{MONTH})\s+(?P<a>{DAY})\s?(?:-|–|—|to|through)\s?(?P<b>{DAY})(?![\w:%]|,\d{{3}})"
    rf"(?:,?\s+(?:in\s+)?(?P<y>{YEAR})\b)?",
    "The games will take place [July 15-24 in 2022].",
    "2022-07-15/2022-07-24",
    source="ISO 8601: interval of two dates",
)
def day_range(match: re.Match[str], context: Context) -> Value | None:
    """A year after a range binds both ends: July 15-24 in 2022."""
    month, first, last = month_number(match["m"]), day_number(match["a"]), day_number(match["b"])
    if last <= first:
        return None
    if match["y"]:
        year = int(match["y"])
    else:
        found = nearest.month_day(context.day, month, first, context.direction)
        if found is None:
            return None
        year = found.year
    start, end = nearest.safe(year, month, first), nearest.safe(year, month, last)
    return intervals.days(start, end) if start and end else None


@rule(
    "day_range_before_month",
    "month+digit",
    rf"\b(?P<a>{DAY})\s?(?:-|–|—|to)\s?(?P<b>{DAY})\s+(?P<m>{MONTH})(?!\w)(?:,?\s+(?P<y>{YEAR})\b)?",
    "The summit runs from [8 to 10 September].",
    "2021-09-08/2021-09-10",
    source="ISO 8601: interval of two dates",
)
def day_range_before_month(match: re.Match[str], context: Context) -> Value | None:
    """8 to 10 September."""
    return day_range.resolve(match, context)


@rule(
    "month_day_year",
    "month+digit",
    rf"{WEEKDAY_BEFORE}\b(?P<m>{MONTH})\s+(?P<d>{DAY})(?:,|\s)\s*(?P<y>{YEAR}|{SHORT_YEAR})(?!\d)"
    rf"(?:\s+(?P<p>{PART})\b)?",
    "They met on [Monday, August 16, 2021].",
    "2021-08-16",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def month_day_year(match: re.Match[str], context: Context) -> Value | None:
    """August 16, 2021."""
    found = _day(full_year(match["y"]), month_number(match["m"]), day_number(match["d"]))
    return with_part(found, match["p"]) if found else None


@rule(
    "day_month_year",
    "month+digit",
    rf"{WEEKDAY_BEFORE}(?:\bthe\s+)?\b(?P<d>{DAY})(?:\s+of)?[\s-]+(?P<m>{MONTH}),?[\s-]+"
    rf"(?P<y>{YEAR}|{SHORT_YEAR})(?!\d)(?:\s+(?P<p>{PART})\b)?",
    "They met on [16 August 2021].",
    "2021-08-16",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def day_month_year(match: re.Match[str], context: Context) -> Value | None:
    """16 August 2021."""
    return month_day_year.resolve(match, context)


_YEAR_BEHIND = re.compile(
    rf"\s*(?:-|–|—|to|and|through|until)\s*(?:(?P<m>{MONTH})(?:\s+{DAY}(?!\d))?|{DAY}(?!\d)),?\s*"
    rf"(?:in\s+)?(?P<y>{YEAR})\b",
    re.IGNORECASE,
)


def _bound_year(context: Context, month: int) -> int | None:
    """The year behind the second date of a pair: "November to May 2020" begins in 2019."""
    found = _YEAR_BEHIND.match(context.text, context.span[1])
    if found is None:
        return None
    return int(found["y"]) - (found["m"] is not None and month_number(found["m"]) < month)


@rule(
    "month_day",
    "month+digit",
    rf"{WEEKDAY_BEFORE}\b(?P<m>{MONTH})\s+(?P<d>{DAY}){_NOT_A_COUNT}(?![\w])"
    rf"(?:\s+(?P<p>{PART})\b)?(?:,?\s+(?:of\s+)?(?P<rel>last|this|next)\s+year\b)?",
    "The drill began on [Aug. 16].",
    "2021-08-16",
    source="HeidelTime (Strötgen and Gertz 2013): underspecified dates by tense",
)
def month_day(match: re.Match[str], context: Context) -> Value | None:
    """Aug. 16: the nearest year, unless that is far against the tense."""
    month, day = month_number(match["m"]), day_number(match["d"])
    if match["m"].startswith("Mar") and context.before.endswith("Long "):
        return None  # a rocket
    year = _bound_year(context, month)
    if match["rel"]:
        year = context.day.year + {"last": -1, "this": 0, "next": 1}[match["rel"].lower()]
    if year is not None:
        return _day(year, month, day)
    found = nearest.month_day(context.day, month, day, context.direction)
    if found is None:
        return None
    if match["weekday"] and found.weekday() != weekday_number(match["weekday"]):
        wanted = weekday_number(match["weekday"])
        for shift in (-1, 1):
            other = nearest.safe(found.year + shift, month, day)
            if other is not None and other.weekday() == wanted:
                found = other
                break
    return with_part(intervals.day(found), match["p"])


@rule(
    "day_month",
    "month+digit",
    rf"{WEEKDAY_BEFORE}(?:\bthe\s+)?(?<![\w.,$£€])(?P<d>{DAY})(?:\s+of)?[\s-]+(?P<m>{MONTH})(?!\w)"
    rf"(?:\s+(?P<p>{PART})\b)?(?:,?\s+(?:of\s+)?(?P<rel>last|this|next)\s+year\b)?",
    "The drill began on [16 August].",
    "2021-08-16",
    source="HeidelTime (Strötgen and Gertz 2013): underspecified dates by tense",
)
def day_month(match: re.Match[str], context: Context) -> Value | None:
    """16 August."""
    return month_day.resolve(match, context)


_DAY_BEFORE = re.compile(r"(?<![\d.,])[0-3]?\d(?:st|nd|rd|th)?(?:\s+of)?[\s-]+$")


@rule(
    "month_year",
    "month+digit",
    rf"(?P<mod>{SHADE})?\b(?P<m>{MONTH}),?(?:\s+of)?\s+(?P<y>{YEAR}|{SHORT_YEAR})(?!\d)",
    "The treaty was signed in [early May 2019].",
    "2019-05",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def month_year(match: re.Match[str], context: Context) -> Value | None:
    """May 2019, early May 2019; not the rest of 31 February 2019."""
    if _DAY_BEFORE.search(context.before):
        return None
    whole = intervals.month(full_year(match["y"]), month_number(match["m"]))
    return intervals.part(whole, MODS.get(shade(match["mod"])))


@rule(
    "relative_month",
    "month+relation",
    rf"\b(?P<k>last|next|this\s+past|this\s+coming|this|past|coming)\s+(?P<m>{MONTH_ALONE})"
    rf"(?:\s+(?P<d>{DAY})(?!\d))?",
    "The bridge opened [last May].",
    "2021-05",
    source="HeidelTime (Strötgen and Gertz 2013): underspecified dates by tense",
)
def relative_month(match: re.Match[str], context: Context) -> Value | None:
    """Last May, next March 3."""
    month, word, day = month_number(match["m"]), match["k"].lower(), context.day
    sign = 0 if word == "this" else -1 if word in ("last", "past") or "past" in word else 1
    year = day.year
    if sign and (month - day.month) * sign <= 0:
        year += sign
    if match["d"]:
        found = _day(year, month, day_number(match["d"]))
    else:
        found = intervals.month(year, month)
    return replace(found, by_words=TENSES[sign + 1]) if found else None


_MAY_FOLLOWS = re.compile(
    r"\b(?:in|of|since|until|by|during|from|through|for|and|to|between|late|early|before|after|on|last|"
    r"next|this|or|mid|with|than|till)[\s,-]*$",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Theresa|Brian|Miss|Sir|Lady|General)\.?\s+$")
_A_MARCH = re.compile(r"\b(?:the|a|an|long|protest|death|peace|mass|force|his|her|their)\s+$", re.I)
_NAME_BEHIND = re.compile(
    r"\s+(?:for\s+(?:the\s+)?[A-Z]|of\s+the\s+[A-Z]|on\s+[A-Z]|Madness|Medical|Fools?|First\b)|['’]s\s+[A-Z]"
)
_SURNAME_BEHIND = re.compile(
    r"\s+(?!North|South|East|West|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"(?:[A-Z][a-z]+)(?:\s+(?:said|says|told|was|is|has|who)\b|,\s+(?:who|a|the|\d)|['’]s\b)"
)
_FIRST_NAMES = frozenset(("april", "june", "august", "may"))


@rule(
    "month",
    "month",
    rf"(?P<mod>{SHADE})?(?<!\w)(?<!(?<!mid)(?<!early)(?<!late)-)(?P<m>{MONTH_ALONE})(?!\w)"
    rf"(?!\s+\d)(?:\s+(?:of\s+)?(?P<year>last|this|next)\s+year\b)?",
    "The council reopens in [early September].",
    "2021-09",
    source="HeidelTime (Strötgen and Gertz 2013): underspecified dates by tense",
)
def month(match: re.Match[str], context: Context) -> Value | None:
    """A bare month; May, March, April, June and August may be something else."""
    name = match["m"]
    start, end = match.span("m")
    before = context.text[max(0, start - 40) : start]
    if (
        (name.lower() == "may" and not _MAY_FOLLOWS.search(before))
        or (name.lower().startswith("mar") and _A_MARCH.search(before))
        or _PERSON_BEFORE.search(before)
        or _NAME_BEHIND.match(context.text, end)
        or (name.lower() in _FIRST_NAMES and _SURNAME_BEHIND.match(context.text, end))
        or (before.endswith("-") and not match["mod"])
        or _DAY_BEFORE.search(before)
    ):
        return None
    number = month_number(name)
    if match["year"]:
        year = context.day.year + {"last": -1, "this": 0, "next": 1}[match["year"].lower()]
    else:
        year = _bound_year(context, number) or nearest.month_year(
            context.day, number, context.direction
        )
    return part_of(intervals.month(year, number), match["mod"], context)


RULES = (
    iso_date,
    numeric_date,
    day_range,
    day_range_before_month,
    month_day_year,
    day_month_year,
    month_day,
    day_month,
    month_year,
    relative_month,
    month,
)
