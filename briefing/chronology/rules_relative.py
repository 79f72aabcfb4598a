"""Stage 4: rules for times that are told from the day of publication or a day named before."""

import re
from dataclasses import replace
from datetime import date, timedelta

from briefing.chronology import intervals, nearest
from briefing.chronology.english import (
    ABOUT,
    DAY,
    MONTH,
    NUMBER,
    PART,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    SHADE,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    number_of,
    unit_of,
    weekday_number,
)
from briefing.chronology.intervals import ONE_DAY, Value
from briefing.chronology.rule import Context, rule
from briefing.chronology.rules_dates import TENSES, clip, part_of, with_part

_PAST_WORDS = ("last", "past", "previous", "prior", "this past")
_NEXT_WORDS = ("next", "coming", "following", "upcoming", "this coming")


def _sign(word: str) -> int:
    word = " ".join(word.lower().split()).removeprefix("the ")
    return -1 if word in _PAST_WORDS else 1 if word in _NEXT_WORDS else 0


def _told(value: Value, sign: int) -> Value:
    return replace(value, by_words=TENSES[sign + 1])


@rule(
    "today",
    "near",
    rf"(?P<mod>\b(?:early|late|earlier|later)\s+)?\b(?P<k>today|tonight|tomorrow|yesterday|"
    rf"(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow)\b(?:\s+(?P<p>{PART})\b)?",
    "The envoy flies home [tomorrow morning].",
    "2021-08-21TMO",
)
def today(match: re.Match[str], context: Context) -> Value | None:
    """Today, tonight, tomorrow, yesterday."""
    word = match["k"].lower()
    if match["k"].isupper():  # a newspaper
        return None
    step = 1 if "tomorrow" in word else -1 if "yesterday" in word else 0
    if "day before" in word or "day after" in word:
        step *= 2
    found = intervals.day(context.day + step * ONE_DAY)
    if word == "tonight":
        return intervals.at(found, "TNI")
    told = _told(found, step)
    return with_part(told, match["p"])


@rule(
    "part_of_day",
    "part",
    r"(?P<mod>\b(?:early|late|earlier|later)\s+)?\b(?P<k>this|last|overnight)\s+(?P<p>morning|afternoon|evening|night)\b",
    "Two boats sank [last night].",
    "2021-08-19TNI",
)
def part_of_day(match: re.Match[str], context: Context) -> Value | None:
    """This morning, last night."""
    step = -1 if match["k"].lower() == "last" else 0
    return _told(with_part(intervals.day(context.day + step * ONE_DAY), match["p"]), step)


@rule(
    "next_part_of_day",
    "part+relation",
    rf"\bthe\s+(?:next|following)\s+(?P<p>{PART})\b",
    "He flew home [the next morning].",
    "2021-08-21TMO",
)
def next_part_of_day(match: re.Match[str], context: Context) -> Value | None:
    """The next morning: after the day named before."""
    return with_part(intervals.day(context.previous + ONE_DAY), match["p"])


_NAMED_DAY = re.compile(
    r"\b(?:Bloody|Black|Good|Ash|Palm|Easter|Cyber|Super|Holy|Shrove|Maundy|Giving|Casual|Ruby)\s+$"
)
_NAME_OF_DAY = re.compile(
    r"\s+(?:(?-i:[Ll])eague|(?-i:[Ss])chool|Night\s+(?:Live|Football|Lights)|(?-i:Post|Times|Mail|Mirror|"
    r"Telegraph|Express|Herald|Star|Review)\b|best\b|lunch\b)"
)


@rule(
    "weekday",
    "weekday",
    r"(?P<mod>\b(?:early|late|earlier|later)\s+(?:on\s+)?)?(?<!\w)"
    r"(?P<k>(?:\b(?:last|next|this\s+past|this\s+coming|this|past|coming|the\s+following|the\s+previous)\s+))?"
    rf"(?P<w>{WEEKDAY})(?!\w)(?:\s+(?P<p>{PART})\b)?(?:(?:\s+of)?\s+(?P<week>last|next|this)\s+week\b)?",
    "The envoy said so on [Wednesday].",
    "2021-08-18",
)
def weekday(match: re.Match[str], context: Context) -> Value | None:
    """A weekday: within six days, on the side that the verb tells; never a week off."""
    text, start = context.text, match.start("w")
    if _NAMED_DAY.search(text[max(0, start - 12) : start]):
        return None
    if _NAME_OF_DAY.match(text, match.end("w")):
        return None
    number, word = weekday_number(match["w"]), " ".join((match["k"] or "").lower().split())
    day, sign = context.day, _sign(word) if word else 0
    if match["week"]:
        step = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
        found = day + (number - day.weekday() + 7 * step) * ONE_DAY
        sign = step
    elif word == "the following":
        base = context.previous
        found = base + (((number - base.weekday()) % 7) or 7) * ONE_DAY
    elif sign < 0:
        found = day - (((day.weekday() - number) % 7) or 7) * ONE_DAY
    elif sign > 0:
        found = day + (((number - day.weekday()) % 7) or 7) * ONE_DAY
        if (
            word == "next"
            and (found - day).days < 3
            and found.isocalendar()[1] == day.isocalendar()[1]
        ):
            found += 7 * ONE_DAY  # "next Friday" on a Wednesday is the one after
    elif word == "this":
        found = day + (number - day.weekday()) * ONE_DAY
        if context.direction == "future" and found < day:
            found += 7 * ONE_DAY
    else:
        found = nearest.weekday(day, number, context.direction)
    value = part_of(intervals.day(found), match["mod"], context)
    return _told(with_part(value, match["p"]), sign)


_WINDOW_DAYS = {"week": 7, "month": 30, "year": 365, "decade": 3652}
_WINDOW_VALUES = {"week": "P1W", "month": "P1M", "year": "P1Y", "decade": "P10Y"}


@rule(
    "relative_period",
    "unit+relation",
    rf"(?P<mod>{SHADE})?(?P<art>\bthe\s+)?\b(?P<k>last|next|this\s+past|this\s+coming|this|past|coming|current|"
    r"previous|following|same|that|prior|latest|upcoming)\s+(?P<f>(?:fiscal|calendar|school|academic)\s+)?"
    r"(?P<u>weekend|week|month|quarter|year|decade|century|day)\b(?!\s+and\s+a\s+half)(?!-\w)",
    "The drill ends [next week].",
    "2021-W34",
)
def relative_period(match: re.Match[str], context: Context) -> Value | None:
    """Next week is the week after; "the next week" is the seven days that follow."""
    word, unit = " ".join(match["k"].lower().split()), match["u"].lower()
    if match["k"][0].isupper() and match["u"][0].isupper():
        return None  # a programme's name
    sign = _sign(word)
    rolling = word in ("past", "next", "coming", "last") and match["art"] and not match["mod"]
    if rolling and unit in _WINDOW_DAYS and (word != "last" or unit != "week"):
        return _told(_window(context.day, _WINDOW_VALUES[unit], sign * _WINDOW_DAYS[unit]), sign)
    relative = word in ("same", "that", "following", "previous", "prior")
    base = context.previous if relative and context.last else context.day
    found = _period(unit, base, sign, word, context)
    if found is None:
        return None
    return part_of(_told(found, sign) if not relative else found, match["mod"], context)


def _period(unit: str, base: date, sign: int, word: str, context: Context) -> Value | None:
    if unit == "day":
        named = word in ("next", "following", "previous", "same", "that")
        return intervals.day(context.previous + sign * ONE_DAY) if named else None
    if unit == "week":
        return intervals.week(base + 7 * sign * ONE_DAY)
    if unit == "weekend":
        return _weekend(base, word, context)
    if unit == "month":
        return intervals.month(base.year, base.month + sign)
    if unit == "quarter":
        if word == "latest" or (word in ("this", "that", "same") and context.last_quarter):
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
    if word == "this" and context.direction == "past" and day.weekday() < 2:
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
)
def the_weekend(match: re.Match[str], context: Context) -> Value | None:
    """The weekend past, or the coming one where the verb says so."""
    day = context.day
    span = (match.end() - len("the weekend"), match.end())
    if context.direction == "future" or day.weekday() >= 5:
        return replace(intervals.weekend(day), span=span)
    return replace(intervals.weekend(day - 7 * ONE_DAY), span=span)


_CAPITAL = re.compile(r"\s+[A-Z]")


@rule(
    "season",
    "season",
    rf"(?P<mod>{SHADE})?\b(?P<k>last|next|this\s+past|this\s+coming|this|past|coming|previous|in\s+the|by\s+the|by|"
    rf"during\s+the|since\s+the|for\s+the|in|the)\s+(?P<s>{SEASON})\b"
    rf"(?!\s+(?:of\s+)?\d{{4}}|\s+(?:in|from|to)\s|\s+of\b)",
    "The ferry stopped [last winter].",
    "2020-WI",
)
def season(match: re.Match[str], context: Context) -> Value | None:
    """Last winter, this summer, in the spring."""
    word, name = " ".join(match["k"].lower().split()), match["s"].lower()
    if match["s"][0].isupper() and _CAPITAL.match(context.text, match.end()):
        return None  # the Winter Games
    named = word in (*_PAST_WORDS, *_NEXT_WORDS, "this")
    if name == "fall" and not named:
        return None
    code, day = SEASONS[name], context.day
    start, year = intervals.SEASON_STARTS[code], day.year
    sign = _sign(word)
    if not named:
        sign = {"past": -1, "future": 1, "unknown": 0}[context.direction]
    begun = day.month >= start
    if code == "WI" and day.month <= 2:
        year -= 1
    elif sign < 0:
        year -= 0 if day.month > start + 2 else 1
    elif sign > 0:
        year += 1 if begun else 0
    found = _told(intervals.season(year, code), sign if named else 0)
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
)
def later_in_period(match: re.Match[str], context: Context) -> Value | None:
    """Later in the week."""
    unit = match["u"].lower()
    if unit == "day":
        return intervals.day(context.previous)
    found = _period(unit, context.day, 0, "this", context)
    return part_of(found, match["mod"], context) if found else None


@rule(
    "week_of",
    "month+unit",
    rf"\bthe\s+week\s+(?:of|beginning|starting|ending)\s+(?P<m>{MONTH})\s+(?P<d>{DAY})(?!\d)",
    "Hearings begin [the week of Sept. 6].",
    "2021-W36",
)
def week_of(match: re.Match[str], context: Context) -> Value | None:
    """The week of Sept. 6."""
    month, day = month_number(match["m"]), day_number(match["d"])
    found = nearest.month_day(context.day, month, day, context.direction)
    return intervals.week(found) if found else None


@rule(
    "year_end",
    "unit",
    r"\b(?:the\s+)?(?:year['’]s\s+end|year[-\s]end)\b|\b(?:mid-?year|month-end|mid-?week|the\s+full\s+year)\b(?!\s+ended)",
    "The talks should close by [year-end].",
    "2021",
)
def year_end(match: re.Match[str], context: Context) -> Value | None:
    """Year-end, midyear, midweek."""
    word, day = match[0].lower(), context.day
    if "week" in word:
        return replace(intervals.week(day), mod="MID")
    if "month" in word:
        return intervals.part(intervals.month(day.year, day.month), "END")
    if "full" in word:
        return intervals.year(day.year)
    return replace(intervals.year(day.year), mod="MID" if "mid" in word else "END")


_COUNT = (
    rf"(?P<about>\b{ABOUT})?\b(?:(?P<n>{NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<n2>{NUMBER}))?"
    rf"(?P<half>\s+1/2|\s+and\s+a\s+half)?|(?P<v>{VAGUE})|(?P<a>an?|one))"
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


_EARNINGS = re.compile(
    r"\b(?:cents|net|earn\w*|profit|loss|revenue|sales|income|results|charge|orders|quarter\w*|a\s+share)\b",
    re.I,
)


_LONGER = re.compile(r"\b(?:months|fiscal\s+year|full\s+year|for\s+the\s+year)\b", re.IGNORECASE)
_QUARTER = re.compile(r"\bquarter", re.IGNORECASE)


def year_ago_quarter(context: Context) -> Value | None:
    """Return the same quarter of last year, where the text speaks of earnings by quarter."""
    start, end = context.sentence
    spoken = context.last_quarter
    end = min(end, start + 2000)
    if spoken is None or not _EARNINGS.search(context.text, start, end):
        return None
    if _LONGER.search(context.text, start, end) and not _QUARTER.search(context.text, start, end):
        return None
    return intervals.quarter(spoken.year - 1, intervals.quarter_of(spoken))


@rule(
    "a_year_ago",
    "unit+ago unit+earlier",
    r"\ba\s+year\s+(?:ago|earlier|before)\b(?!\s+(?:the|he|she|it|they)\b)",
    "Prices were lower [a year ago].",
    "2020",
)
def a_year_ago(match: re.Match[str], context: Context) -> Value | None:
    """A year ago; in earnings text the same quarter of last year."""
    found = year_ago_quarter(context) or intervals.year(context.day.year - 1)
    return replace(found, by_words="past")


@rule(
    "ago",
    "unit+ago",
    _COUNT + r"\s+ago\b(?:\s+(?:today|yesterday|this\s+(?:week|month|year))\b)?",
    "The dam broke [three days ago].",
    "2021-08-17",
)
def ago(match: re.Match[str], context: Context) -> Value | None:
    """Three days ago."""
    found = moved(match, context.day, -1)
    return _told(found, -1) if found else None


@rule(
    "from_now",
    "unit+now unit+near",
    _COUNT + r"\s+(?:from\s+(?:now|today)|hence)\b",
    "A ruling is [two weeks from now].",
    "2021-W35",
)
def from_now(match: re.Match[str], context: Context) -> Value | None:
    """Two weeks from now."""
    found = moved(match, context.day, 1)
    return _told(found, 1) if found else None


@rule(
    "earlier",
    "unit+earlier",
    _COUNT + r"\s+(?P<k>earlier|later|previously|"
    r"(?:before|after)(?=\s*[.,;:)]|\s*$|\s+(?:and|but|when|in|on|at)\b))\b"
    r"(?!\s+(?:the|a|an|his|her|their|its|he|she|they|it|that|this|being)\b)",
    "He left [two years earlier].",
    "2019",
)
def earlier(match: re.Match[str], context: Context) -> Value | None:
    """Two years earlier: from the day named before, where there is one."""
    return moved(match, context.previous, 1 if match["k"].lower() in ("later", "after") else -1)


_AHEAD = re.compile(r"\b(?:will|would|is|are|due|expected|scheduled|set|to)\b")


@rule(
    "in_units",
    "unit",
    rf"\b(?P<pre>in|within)\s+(?P<body>{_COUNT})(?P<time>(?:['’]|s['’])?\s+time)?\b(?!\s+ago)",
    "The court will rule in [two weeks].",
    "2021-W35",
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


_FIXED_DAYS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year": (1, 1),
    "halloween": (10, 31),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "veterans day": (11, 11),
    "valentine": (2, 14),
    "patrick": (3, 17),
    "may day": (5, 1),
    "liberation day": (8, 15),
    "armistice day": (11, 11),
    "juneteenth": (6, 19),
}
_HOLIDAYS = (
    r"Christmas(?:\s+(?:Day|Eve))?|New\s+Year['’]?s?(?:\s+(?:Day|Eve))|Thanksgiving(?:\s+Day)?|"
    r"Easter(?:\s+(?:Sunday|Monday))?|Good\s+Friday|Palm\s+Sunday|Halloween|Independence\s+Day|"
    r"Fourth\s+of\s+July|Labor\s+Day|Memorial\s+Day|Veterans\s+Day|Valentine['’]s\s+Day|"
    r"St\.?\s+Patrick['’]s\s+Day|Boxing\s+Day|May\s+Day|Election\s+Day|Columbus\s+Day|Liberation\s+Day|"
    r"Armistice\s+Day|Juneteenth"
)


def _holiday(name: str, year: int) -> date:
    for words, (month, day) in _FIXED_DAYS.items():
        if words in name:
            return date(year, month, day)
    if "thanksgiving" in name:
        return nearest.nth_weekday(year, 11, 3, 4)
    if "labor" in name:
        return nearest.nth_weekday(year, 9, 0, 1)
    if "memorial" in name:
        return nearest.nth_weekday(year, 5, 0, 0)
    if "columbus" in name:
        return nearest.nth_weekday(year, 10, 0, 2)
    if "election" in name:
        return nearest.nth_weekday(year, 11, 0, 1) + ONE_DAY
    step = {"good": -2, "palm": -7, "monday": 1}
    shift = next((days for word, days in step.items() if word in name), 0)
    return nearest.easter(year) + shift * ONE_DAY


@rule(
    "holiday",
    "holiday",
    rf"\b(?:(?P<k>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<h>{_HOLIDAYS})\b(?:,?\s+(?P<y>{YEAR})\b)?",
    "The ferry last ran on [Christmas Day].",
    "2020-12-25",
    case=True,
)
def holiday(match: re.Match[str], context: Context) -> Value | None:
    """Christmas Day, Easter Monday, Labor Day."""
    name = " ".join(match["h"].lower().replace("’", "'").split())
    if match["y"]:
        return intervals.day(_holiday(name, int(match["y"])))
    day, word = context.day, (match["k"] or "").lower()
    near = [_holiday(name, day.year + k) for k in (-1, 0, 1)]
    tense = {"last": "past", "next": "future"}.get(word, context.direction)
    if word == "this":
        return intervals.day(near[1])
    best = min(near, key=lambda one: (abs((one - day).days), one))
    off = (best - day).days
    against = 0 if word else nearest.AGAINST_TENSE
    if tense == "past" and off > against:
        best = max(one for one in near if one <= day)
    elif tense == "future" and -off > against:
        best = min(one for one in near if one >= day)
    return intervals.day(best)


BESIDE = 8  # characters between a day and its clock: "Jan. 31 at 8:27 a.m."
_AT = re.compile(r"\b(?:at|until|till|by|around|about|from|before|after|since)\s+$", re.IGNORECASE)


@rule(
    "clock",
    "digit",
    r"\b(?P<h>(?:[01]?\d|2[0-3])(?=:[0-5]\d(?!:?\d))|(?:1[0-2]|0?[1-9])(?=\s?[ap]\.?m\b)|"
    r"(?:[01]\d|2[0-3])(?=[0-5]\d\s*(?:GMT|UTC|hours)\b))"
    r"(?::?(?P<m>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)?(?:\s*(?P<z>GMT|UTC|E[SD]?T|P[SD]?T|C[SD]?T|IST|KST|JST|"
    r"BST|CES?T|local\s+time)\b)?"
    rf"(?:(?:,|,?\s+on)?\s+(?P<d>{WEEKDAY}|today|yesterday|tomorrow|(?P<mon>{MONTH})\s+(?P<dd>{DAY})(?!\d)))?(?!\w)",
    "The train leaves at [10:30 a.m.].",
    "2021-08-20T10:30",
)
def clock(match: re.Match[str], context: Context) -> Value | None:
    """10:30 a.m., 5 p.m. Friday; not 3:07:35, nor a score of 3:2."""
    hour, minute, half = int(match["h"]), match["m"], (match["half"] or "").lower()
    if context.before.endswith("(") and not half:  # "10:35 a.m. (0735 GMT)": told once
        return None
    told = half or match["z"] or match["d"] or _AT.search(context.before)
    if context.before.endswith(":") or not told:  # "1:19" may be a film's length
        return None
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    near, on = context.last, context.day
    if near is not None and (
        abs((near - on).days) < 8 or 0 <= context.span[0] - context.last_end <= BESIDE
    ):
        on = near
    printed = (match["d"] or "").lower()
    if match["mon"]:
        found = nearest.month_day(
            context.day, month_number(match["mon"]), day_number(match["dd"]), context.direction
        )
        on = found or on
    elif printed in ("today", "yesterday", "tomorrow"):
        on = context.day + {"today": 0, "yesterday": -1, "tomorrow": 1}[printed] * ONE_DAY
    elif printed:
        on = nearest.weekday(context.day, weekday_number(printed), context.direction)
    return intervals.at(intervals.day(on), f"T{hour:02d}:{minute or '00'}")


_AT_NOON = re.compile(
    r"\b(?:at|by|until|till|around|about|after|before|from|to|past|since|of|toward|towards|near|was)\s+$",
    re.IGNORECASE,
)


@rule(
    "noon",
    "part",
    rf"\b(?P<p>noon|midnight|midday)\b(?:\s+(?:on\s+)?(?P<w>{WEEKDAY})(?!\w))?",
    "The truce began at [midnight].",
    "2021-08-20T24:00",
)
def noon(match: re.Match[str], context: Context) -> Value | None:
    """Noon Thursday, midnight."""
    if not match["w"] and not _AT_NOON.search(context.before):
        return None  # "midnight blue", "High Noon"
    day = context.day
    if match["w"]:
        day = nearest.weekday(day, weekday_number(match["w"]), context.direction)
    return intervals.at(intervals.day(day), PARTS_OF_DAY[match["p"].lower()])


RULES = (
    today,
    part_of_day,
    next_part_of_day,
    weekday,
    relative_period,
    the_weekend,
    season,
    end_of_period,
    later_in_period,
    week_of,
    year_end,
    a_year_ago,
    ago,
    from_now,
    earlier,
    in_units,
    holiday,
    clock,
    noon,
)
COUNT = _COUNT
