"""Stage 4: rules for holidays and for the time of day."""

import re
from datetime import date

from briefing.chronology import intervals, nearest
from briefing.chronology.english import (
    DAY,
    MONTH,
    PARTS_OF_DAY,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)
from briefing.chronology.intervals import ONE_DAY, Value
from briefing.chronology.rule import Context, rule

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


_FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)
_ON = re.compile(r"\bon\s+$", re.IGNORECASE)


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
    source="TIDES 2005: week, season and holiday values",
)
def holiday(match: re.Match[str], context: Context) -> Value | None:
    """Christmas Day, Easter Monday, Labor Day."""
    name = " ".join(match["h"].lower().replace("’", "'").split())
    if match["y"]:
        return intervals.day(_holiday(name, int(match["y"])))
    day, word = context.day, (match["k"] or "").lower()
    near = [_holiday(name, day.year + k) for k in (-1, 0, 1)]
    tense = {"last": "past", "next": "future"}.get(word, context.direction)
    if _FOR.search(context.before):
        tense = "unknown"  # "they stepped up patrols for New Year's Eve"
    if word == "this":
        return intervals.day(near[1])
    best = min(near, key=lambda one: (abs((one - day).days), one))
    off = (best - day).days
    against = 0 if word or _ON.search(context.before) else nearest.AGAINST_TENSE
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
    rf"(?:\s*\(\d{{4}}\s+(?:GMT|UTC)\))?(?:(?:,|,?\s+on)?\s+(?P<d>{WEEKDAY}|today|yesterday|tomorrow|(?P<mon>{MONTH})\s+(?P<dd>{DAY})(?!\d)))?(?!\w)",
    "The train leaves at [10:30 a.m.].",
    "2021-08-20T10:30",
    source="TimeML guidelines 1.2.1, 2.2.1: TIME",
)
def clock(match: re.Match[str], context: Context) -> Value | None:
    """10:30 a.m., 5 p.m. Friday; not 3:07:35, nor a score of 3:2."""
    hour, minute, half = int(match["h"]), match["m"], (match["half"] or "").lower()
    if context.before.endswith("(") and not half:  # "10:35 a.m. (0735 GMT)": told once
        return None
    printed_as_time = half or match["z"] or match["d"] or _AT.search(context.before)
    if context.before.endswith(":") or not printed_as_time:  # "1:19" may be a film's length
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
    source="TIDES 2005: parts of the day (MO, AF, EV, NI)",
)
def noon(match: re.Match[str], context: Context) -> Value | None:
    """Noon Thursday, midnight."""
    if not match["w"] and not _AT_NOON.search(context.before):
        return None  # "midnight blue", "High Noon"
    day = context.day
    if match["w"]:
        day = nearest.weekday(day, weekday_number(match["w"]), context.direction)
    return intervals.at(intervals.day(day), PARTS_OF_DAY[match["p"].lower()])


_HOURS = "one two three four five six seven eight nine ten eleven twelve"


@rule(
    "spoken_hour",
    "part clock",
    rf"\b(?P<h>1[0-2]|0?[1-9]|{_HOURS.replace(' ', '|')})"
    r"(?:(?P<clock>\s+o['’]clock)|:(?P<m>[0-5]\d))?"
    r"(?:\s+in\s+the\s+(?P<p>morning|afternoon|evening)|\s+at\s+(?P<night>night))?(?!\w)",
    "The train leaves at [4 in the morning].",
    "2021-08-20T04:00",
    source="TimeML guidelines 1.2.1, 2.2.1: TIME",
)
def spoken_hour(match: re.Match[str], context: Context) -> Value | None:
    """Four o'clock, 4 in the morning, eight at night."""
    part = (match["p"] or match["night"] or "").lower()
    if not part and not match["clock"]:
        return None
    if not match["clock"] and not match["m"] and not _AT.search(context.before):
        return None  # "nine in the morning session"
    printed = match["h"].lower()
    hour = int(printed) if printed.isdigit() else _HOURS.split().index(printed) + 1
    if part:
        late = part != "morning" and not (part == "night" and hour == 12)
        hour = hour % 12 + (12 if late else 0)
    near, on = context.last, context.day
    if near is not None and abs((near - on).days) < 8:
        on = near
    return intervals.at(intervals.day(on), f"T{hour:02d}:{match['m'] or '00'}")


RULES = (
    holiday,
    clock,
    spoken_hour,
    noon,
)
