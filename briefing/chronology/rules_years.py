"""Stage 4: rules for seasons, quarters, years, decades and centuries that are named."""

import re

from briefing.chronology import intervals
from briefing.chronology.english import (
    MONTH_NAME,
    SEASON,
    SEASONS,
    SHADE,
    SHORT_YEAR,
    TENS,
    YEAR,
    full_year,
    month_number,
    number_of,
    shade,
)
from briefing.chronology.intervals import Value
from briefing.chronology.rule import Context, rule
from briefing.chronology.shading import MODS


@rule(
    "season_year",
    "season",
    rf"(?P<mod>{SHADE})?(?:\bthe\s+)?\b(?P<s>{SEASON})\s+(?:of\s+)?(?P<y>{YEAR})\b",
    "Work began in [the summer of 2019].",
    "2019-SU",
    source="TIDES 2005: week, season and holiday values",
)
def season_year(match: re.Match[str], context: Context) -> Value | None:
    """The summer of 2019."""
    whole = intervals.season(int(match["y"]), SEASONS[match["s"].lower()])
    return intervals.part(whole, MODS.get(shade(match["mod"])))


@rule(
    "half_year",
    "half",
    rf"(?:\bthe\s+)?\b(?P<h>first|second|latter|last)[\s-]+half\s+of\s+(?:fiscal\s+)?(?P<y>{YEAR}|this\s+year|last\s+year|"
    r"next\s+year|the\s+year)\b",
    "Output fell in [the first half of 2020].",
    "2020-H1",
    source="TimeBank: quarters and halves in accounts",
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
    rf"\b(?:(?:fiscal|financial)(?:\s+year)?|FY)[\s-]*(?P<y>{YEAR}|{SHORT_YEAR})\b"
    rf"|(?:\bthe\s+)?\b(?P<z>{YEAR})\s+(?:fiscal|financial)\s+year\b",
    "Sales rose in [fiscal 2020].",
    "2020",
    source="TimeBank: fiscal years as years",
)
def fiscal_year(match: re.Match[str], context: Context) -> Value | None:
    """Fiscal 2020."""
    return intervals.year(full_year(match["y"] or match["z"]))


_DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950} | {
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}


@rule(
    "decade",
    "digit spelled",
    rf"(?P<mod>{SHADE})?(?:\bthe\s+)?(?P<y>\b(?:1[5-9]|20)\d0['’]?s\b|['’‘]\d0s\b|\b(?:nineteen[\s-]+)?(?:{'|'.join(_DECADES)})\b)",
    "The mine closed in [the late 1990s].",
    "199",
    source="TIDES 2005: decades as three digits",
)
def decade(match: re.Match[str], context: Context) -> Value | None:
    """The 1990s, the nineties."""
    printed = match["y"].lower()
    spoken = printed.removeprefix("nineteen").strip(" -")
    if spoken in _DECADES:
        if (
            spoken == printed
            and not re.search(r"\bthe\s", match[0], re.IGNORECASE)
            and not match["mod"]
        ):
            return None
        first = _DECADES[spoken]
    else:
        first = full_year(printed.rstrip("s").strip("'’‘"))
    whole = intervals.decade(first)
    return intervals.part(whole, MODS.get(shade(match["mod"])))


@rule(
    "century",
    "century",
    r"(?:\bthe\s+)?(?:\b(?:early|late|mid)[\s-]+)?\b(?P<n>\d\d?)(?:st|nd|rd|th)[\s-]centur(?:y|ies)\b",
    "The fort dates from [the 16th century].",
    "15",
    source="TIDES 2005: centuries as two digits",
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
# "February 31, 2021" is no date, and no year either.
_DAY_BEFORE = re.compile(rf"\b{MONTH_NAME}\s+[0-3]?\d(?:st|nd|rd|th)?,?\s+$")
_YEAR_PREPOSITION = re.compile(
    r"\b(?:in|throughout|into|over|within|towards?|beyond|under|past|up|prior\s+to|of|since|by|from|until|till|to|and|through|for|during|before|after|between|late|early|mid|"
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
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def year(match: re.Match[str], context: Context) -> Value | None:
    """A year; not a ship's or a form's number, nor a count."""
    start = match.start("y")
    before = context.text[max(0, start - 40) : start]
    if _YEAR_BEFORE.search(before) or _DAY_BEFORE.search(before):
        return None
    number = int(match["y"])
    capital = re.search(
        r"\b(?!(?:A|An|The|That|This|These|Those|Its|His|Her|Their|Our)\s)[A-Z][\w]*\s$", before
    )
    if capital and not _YEAR_PREPOSITION.search(before):
        return None  # a ship, a film, an event named after its year
    if not match["mod"] and number < 1900 and not _YEAR_PREPOSITION.search(before):
        return None
    return intervals.part(intervals.year(number), MODS.get(shade(match["mod"])))


@rule(
    "spelled_year",
    "spelled",
    rf"(?:\b(?P<m>{MONTH_NAME})\s+|(?:\bthe\s+)?\b(?P<s>{SEASON})\s+(?:of\s+)?)?"
    r"\b(?:the\s+year\s+)?(?:(?P<h>nineteen|eighteen)\s+(?P<t>(?:"
    + "|".join(TENS)
    + r")(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?)\b|(?P<k>two\s+thousand)\b)",
    "He was born in [nineteen fifty-two].",
    "1952",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def spelled_year(match: re.Match[str], context: Context) -> Value | None:
    """Nineteen fifty-two; "two thousand" only as "the year two thousand"."""
    if match["k"]:
        return intervals.year(2000) if match[0].lower().startswith("the year") else None
    rest = number_of(match["t"])
    hundreds = 1900 if match["h"].lower() == "nineteen" else 1800
    found = hundreds + int(rest or 0)
    if match["m"]:
        return intervals.month(found, month_number(match["m"]))
    return (
        intervals.season(found, SEASONS[match["s"].lower()])
        if match["s"]
        else intervals.year(found)
    )


RULES = (
    season_year,
    half_year,
    fiscal_year,
    decade,
    century,
    year,
    spelled_year,
)
