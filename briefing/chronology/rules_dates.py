"""Stage 4: rules for days, months, quarters and years that are named by number or name."""

import re
from dataclasses import replace
from typing import Literal

from briefing.chronology import intervals, nearest
from briefing.chronology.english import (
    DAY,
    MONTH,
    MONTH_ALONE,
    ORDINALS,
    PART,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    SHADE,
    SHORT_YEAR,
    TENS,
    WEEKDAY_BEFORE,
    YEAR,
    day_number,
    full_year,
    month_number,
    number_of,
    shade,
    weekday_number,
)
from briefing.chronology.intervals import Mod, Value
from briefing.chronology.rule import Context, rule

_NOT_A_COUNT = (
    r"(?!\d|,\d{3}|\.\d|:\d|\s*(?:percent|per\s+cent|%|million|billion|people|points|troops)\b|%)"
)
TENSES: tuple[Literal["past"], Literal[""], Literal["future"]] = ("past", "", "future")
_MODS: dict[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}


def part_of(whole: Value, printed: str | None, context: Context) -> Value:
    """Return the part of a period that "early", "late", "earlier" or "later" leaves."""
    found = shade(printed)
    if found in _MODS:
        return intervals.part(whole, _MODS[found])
    if found in ("earlier", "later"):
        return clip(whole, context, earlier=found == "earlier")
    return whole


def clip(whole: Value, context: Context, *, earlier: bool) -> Value:
    """Return the part of a period before or after publication, where that lies inside it."""
    lo, hi, day = whole.lo, whole.hi, context.day
    if lo is None or hi is None or not lo <= day <= hi or lo == hi:
        return whole
    if earlier:
        return replace(whole, hi=day, clipped=True, by_words="past")
    lo = day + intervals.ONE_DAY if hi > day else day
    return replace(whole, lo=lo, clipped=True, by_words="future")


def with_part(whole: Value, printed: str | None) -> Value:
    """Return the morning, evening and so on of a day."""
    return intervals.at(whole, PARTS_OF_DAY[printed.lower()]) if printed else whole


def _day(year: int, month: int, day: int) -> Value | None:
    found = nearest.safe(year, month, day)
    return intervals.day(found) if found else None


@rule(
    "iso_date",
    "digit",
    r"(?<![\w/.-])(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[T ](\d\d:\d\d)(?::\d\d)?)?(?![\w/-]|\.\d)",
    "It was filed on [2021-08-16].",
    "2021-08-16",
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
)
def numeric_date(match: re.Match[str], context: Context) -> Value | None:
    """8/16/2021; day first where the article's stamp was, or where a part is above 12."""
    first, second = int(match[1]), int(match[3])
    if len(match[4]) == 2 and match[2] != "/":  # 10-3-89 is a score as often as a date
        return None
    if first > 12 or (context.day_first and second <= 12):
        first, second = second, first
    return _day(full_year(match[4]), first, second)


@rule(
    "day_range",
    "month+digit",
    rf"\b(?P<m>{MONTH})\s+(?P<a>{DAY})\s?(?:-|–|—|to|through)\s?(?P<b>{DAY})(?![\w:%]|,\d{{3}})"
    rf"(?:,?\s+(?:in\s+)?(?P<y>{YEAR})\b)?",
    "The games will take place [July 15-24 in 2022].",
    "2022-07-15/2022-07-24",
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
)
def day_month_year(match: re.Match[str], context: Context) -> Value | None:
    """16 August 2021."""
    return month_day_year.resolve(match, context)


_YEAR_BEHIND = re.compile(
    rf"\s*(?:-|–|—|to|and|through|until)\s*(?:{MONTH}(?:\s+{DAY}(?!\d))?|{DAY}(?!\d)),?\s*"
    rf"(?:in\s+)?({YEAR})\b",
    re.IGNORECASE,
)


def _bound_year(context: Context) -> int | None:
    found = _YEAR_BEHIND.match(context.text, context.span[1])
    return int(found[1]) if found else None


@rule(
    "month_day",
    "month+digit",
    rf"{WEEKDAY_BEFORE}\b(?P<m>{MONTH})\s+(?P<d>{DAY}){_NOT_A_COUNT}(?![\w])"
    rf"(?:\s+(?P<p>{PART})\b)?(?:,?\s+(?P<rel>last|this|next)\s+year\b)?",
    "The drill began on [Aug. 16].",
    "2021-08-16",
)
def month_day(match: re.Match[str], context: Context) -> Value | None:
    """Aug. 16: the nearest year, unless that is far against the tense."""
    month, day = month_number(match["m"]), day_number(match["d"])
    if match["m"].startswith("Mar") and context.before.endswith("Long "):
        return None  # a rocket
    year = _bound_year(context)
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
    rf"(?:\s+(?P<p>{PART})\b)?(?:,?\s+(?P<rel>last|this|next)\s+year\b)?",
    "The drill began on [16 August].",
    "2021-08-16",
)
def day_month(match: re.Match[str], context: Context) -> Value | None:
    """16 August."""
    return month_day.resolve(match, context)


@rule(
    "month_year",
    "month+digit",
    rf"(?P<mod>{SHADE})?\b(?P<m>{MONTH}),?(?:\s+of)?\s+(?P<y>{YEAR}|{SHORT_YEAR})(?!\d)",
    "The treaty was signed in [early May 2019].",
    "2019-05",
)
def month_year(match: re.Match[str], context: Context) -> Value | None:
    """May 2019, early May 2019."""
    whole = intervals.month(full_year(match["y"]), month_number(match["m"]))
    return intervals.part(whole, _MODS.get(shade(match["mod"])))


@rule(
    "relative_month",
    "month+relation",
    rf"\b(?P<k>last|next|this\s+past|this\s+coming|this|past|coming)\s+(?P<m>{MONTH_ALONE})"
    rf"(?:\s+(?P<d>{DAY})(?!\d))?",
    "The bridge opened [last May].",
    "2021-05",
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
    ):
        return None
    number = month_number(name)
    if match["year"]:
        year = context.day.year + {"last": -1, "this": 0, "next": 1}[match["year"].lower()]
    else:
        year = _bound_year(context) or nearest.month_year(context.day, number, context.direction)
    return part_of(intervals.month(year, number), match["mod"], context)


@rule(
    "season_year",
    "season",
    rf"(?P<mod>{SHADE})?(?:\bthe\s+)?\b(?P<s>{SEASON})\s+(?:of\s+)?(?P<y>{YEAR})\b",
    "Work began in [the summer of 2019].",
    "2019-SU",
)
def season_year(match: re.Match[str], context: Context) -> Value | None:
    """The summer of 2019."""
    whole = intervals.season(int(match["y"]), SEASONS[match["s"].lower()])
    return intervals.part(whole, _MODS.get(shade(match["mod"])))


@rule(
    "half_year",
    "half",
    rf"(?:\bthe\s+)?\b(?P<h>first|second|latter|last)[\s-]+half\s+of\s+(?P<y>{YEAR}|this\s+year|last\s+year|"
    r"next\s+year|the\s+year)\b",
    "Output fell in [the first half of 2020].",
    "2020-H1",
)
def half_year(match: re.Match[str], context: Context) -> Value | None:
    """The first half of 2020, the second half of this year."""
    printed = match["y"].lower()
    if printed[0].isdigit():
        year = int(printed)
    else:
        year = context.day.year + (1 if "next" in printed else -1 if "last" in printed else 0)
    return intervals.half(year, 1 if match["h"].lower() == "first" else 2)


@rule(
    "fiscal_year",
    "fiscal",
    rf"\b(?:fiscal(?:\s+year)?|FY)[\s-]*(?P<y>{YEAR}|{SHORT_YEAR})\b",
    "Sales rose in [fiscal 2020].",
    "2020",
)
def fiscal_year(match: re.Match[str], context: Context) -> Value | None:
    """Fiscal 2020."""
    return intervals.year(full_year(match["y"]))


_DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950} | {
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}


@rule(
    "decade",
    "digit spelled",
    rf"(?P<mod>{SHADE})?(?:\bthe\s+)?(?P<y>\b(?:1[5-9]|20)\d0['’]?s\b|['’‘]\d0s\b|\b(?:{'|'.join(_DECADES)})\b)",
    "The mine closed in [the late 1990s].",
    "199",
)
def decade(match: re.Match[str], context: Context) -> Value | None:
    """The 1990s, the nineties."""
    printed = match["y"].lower()
    if printed in _DECADES:
        if not re.search(r"\bthe\s", match[0], re.IGNORECASE) and not match["mod"]:
            return None
        first = _DECADES[printed]
    else:
        first = full_year(printed.rstrip("s").strip("'’‘"))
    whole = intervals.decade(first)
    return intervals.part(whole, _MODS.get(shade(match["mod"])))


@rule(
    "century",
    "century",
    r"(?:\bthe\s+)?(?:\b(?:early|late|mid)[\s-]+)?\b(?P<n>\d\d?)(?:st|nd|rd|th)[\s-]centur(?:y|ies)\b",
    "The fort dates from [the 16th century].",
    "15",
)
def century(match: re.Match[str], context: Context) -> Value | None:
    """The 16th century."""
    return Value("DATE", f"{int(match['n']) - 1:02d}")


_YEAR_OF_COUNT = (
    r"(?:percent|per\s+cent|people|points?|shares|miles|feet|tons|tonnes|troops|soldiers|dollars|jobs|"
    r"workers|employees|copies|km|kilometers|kilometres|pounds|barrels|GMT|UTC|hours|meters|metres|"
    r"yards|acres|men|women|homes|cars|votes|seats|megawatts|MW)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:No|number|flight|room|route|highway|model|page|lot|article|section|channel|windows|"
    r"division|platoon|hotel|apollo|vision|agenda|orion|boeing|airbus|form|resolution)\.?\s+|[#№]\s?)$",
    re.IGNORECASE,
)
_YEAR_PREPOSITION = re.compile(
    r"\b(?:in|of|since|by|from|until|till|to|and|through|for|during|before|after|between|late|early|mid|"
    r"year|on|than|around|about|circa|back|or|the|with|as|at|versus|vs\.?|[a-z]+\s+\d{4}\s+and|spring|"
    r"summer|fall|autumn|winter|christmas)[\s(,-]*$|[(\[–-]\s*$|^\s*$|,\s*$",
    re.IGNORECASE,
)


@rule(
    "year",
    "digit",
    rf"(?:(?P<mod>{SHADE})(?:the\s+year\s+)?|(?<![\w$£€#.,/:-])(?:the\s+year\s+)?)(?P<y>{YEAR})"
    rf"(?![\d%]|[.,:/]\d|-?\w+\b(?<=-\w)|[-–][A-Za-z]|\s*{_YEAR_OF_COUNT})(?!\w)",
    "The two sides last met in [2018].",
    "2018",
)
def year(match: re.Match[str], context: Context) -> Value | None:
    """A year; not a ship's or a form's number, nor a count."""
    start = match.start("y")
    before = context.text[max(0, start - 40) : start]
    if _YEAR_BEFORE.search(before):
        return None
    number = int(match["y"])
    capital = re.search(
        r"\b(?!(?:A|An|The|That|This|These|Those|Its|His|Her|Their|Our)\s)[A-Z][\w]*\s$", before
    )
    if capital and not _YEAR_PREPOSITION.search(before):
        return None  # a ship, a film, an event named after its year
    if not match["mod"] and number < 1900 and not _YEAR_PREPOSITION.search(before):
        return None
    return intervals.part(intervals.year(number), _MODS.get(shade(match["mod"])))


@rule(
    "spelled_year",
    "spelled",
    r"\b(?:the\s+year\s+)?(?:(?P<h>nineteen|eighteen)\s+(?P<t>(?:"
    + "|".join(TENS)
    + r")(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?)\b|(?P<k>two\s+thousand)\b)",
    "He was born in [nineteen fifty-two].",
    "1952",
)
def spelled_year(match: re.Match[str], context: Context) -> Value | None:
    """Nineteen fifty-two; "two thousand" only as "the year two thousand"."""
    if match["k"]:
        return intervals.year(2000) if match[0].lower().startswith("the year") else None
    rest = number_of(match["t"])
    hundreds = 1900 if match["h"].lower() == "nineteen" else 1800
    return intervals.year(hundreds + int(rest or 0))


_QUARTER = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last)"


@rule(
    "quarter",
    "quarter",
    rf"(?P<pre>(?:\bthe\s+)?(?:\b{YEAR}(?:['’]s)?|\byear-ago|\byear-earlier|\blast\s+year['’]s|\bthis\s+year['’]s|"
    rf"\bnext\s+year['’]s)\s+|\bthe\s+|\bits\s+)?\b(?P<q>{_QUARTER})[\s-]+(?:fiscal[\s-]+)?quarter\b"
    rf"(?:\s*,?\s*(?:of|in|for)?\s*(?:fiscal\s+)?(?P<y>{YEAR}\b|last\s+year\b|this\s+year\b|next\s+year\b|"
    r"a\s+year\s+(?:ago|earlier)\b))?",
    "Profit fell in [the second quarter].",
    "2021-Q2",
)
def quarter(match: re.Match[str], context: Context) -> Value | None:
    """The second quarter: this year's, unless that is against the tense."""
    printed, pre = (match["y"] or "").lower(), (match["pre"] or "").lower()
    if match["q"].lower() == "last" and not printed:
        return None
    found = _quarter(match, context, pre, printed)
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
)
def short_quarter(match: re.Match[str], context: Context) -> Value | None:
    """Q2 2021."""
    number = int(match[1] or match[4])
    printed = match[2] or match[3]
    return intervals.quarter(int(printed) if printed else context.day.year, number)


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
    season_year,
    half_year,
    fiscal_year,
    decade,
    century,
    year,
    spelled_year,
    quarter,
    short_quarter,
)
