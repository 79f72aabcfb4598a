"""Stage 4: rules for days that are told from the day of publication."""

import re
from datetime import date

from briefing.chronology import intervals, nearest
from briefing.chronology.english import (
    PART,
    WEEKDAY,
    weekday_number,
)
from briefing.chronology.intervals import ONE_DAY, Value
from briefing.chronology.rule import Context, rule
from briefing.chronology.shading import (
    part_of,
    sign_of,
    told,
    with_part,
)


@rule(
    "today",
    "near",
    rf"(?P<mod>\b(?:early|late|earlier|later)\s+)?\b(?P<k>today|tonight|tomorrow|yesterday|"
    rf"(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow)\b(?:\s+(?P<p>{PART})\b)?",
    "The envoy flies home [tomorrow morning].",
    "2021-08-21TMO",
    source="TimeML guidelines 1.2.1, 2.2.1: DATE",
)
def today(match: re.Match[str], context: Context) -> Value | None:
    """Today, tonight, tomorrow, yesterday."""
    word = match["k"].lower()
    if match["k"].isupper():  # a newspaper
        return None
    step = 1 if "tomorrow" in word else -1 if "yesterday" in word else 0
    if "day before" in word or "day after" in word:
        step *= 2
    found = intervals.day(_said_on(context) + step * ONE_DAY)
    if word == "tonight":
        return intervals.at(found, "TNI")
    return with_part(told(found, step), match["p"])


_OPENED = re.compile(r"[“\"][^”\"]*$")


def _said_on(context: Context) -> date:
    """The day of a quotation's own "today": the past one that its sentence names before it."""
    last, day = context.last, context.day
    if last is None or not context.sentence[0] <= context.last_end <= context.span[0]:
        return day
    between = context.text[context.last_end : context.span[0]]
    if not _OPENED.search(between) or not 0 < (day - last).days < 7:
        return day
    return context.previous()


@rule(
    "part_of_day",
    "part",
    r"(?P<mod>\b(?:early|late|earlier|later)\s+)?\b(?P<k>this|last|overnight)\s+(?P<p>morning|afternoon|evening|night)\b",
    "Two boats sank [last night].",
    "2021-08-19TNI",
    source="TIDES 2005: parts of the day (MO, AF, EV, NI)",
)
def part_of_day(match: re.Match[str], context: Context) -> Value | None:
    """This morning, last night."""
    if context.before.lower().endswith("the "):
        return None  # "until the last evening"
    step = -1 if match["k"].lower() == "last" else 0
    return told(with_part(intervals.day(context.day + step * ONE_DAY), match["p"]), step)


@rule(
    "next_part_of_day",
    "part+relation",
    rf"\bthe\s+(?P<k>next|following|previous|preceding)\s+(?P<p>{PART})\b",
    "He flew home [the next morning].",
    "2021-08-21TMO",
    source="TimeML guidelines 1.2.1, 2.2.3: anchorTimeID",
)
def next_part_of_day(match: re.Match[str], context: Context) -> Value | None:
    """The next morning, the previous night: beside the day named before."""
    step = sign_of(match["k"])
    return with_part(intervals.day(context.previous() + step * ONE_DAY), match["p"])


_NAMED_DAY = re.compile(
    r"\b(?:Bloody|Black|Good|Ash|Palm|Easter|Cyber|Super|Holy|Shrove|Maundy|Giving|Casual|Ruby)\s+$"
)
_NAME_OF_DAY = re.compile(
    r"\s+(?:(?-i:[Ll])eague|(?-i:[Ss])chool|Night\s+(?:Live|Football|Lights)|(?:news)?papers?\b|supplement\b|(?-i:Post|Times|Mail|Mirror|"
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
    source="HeidelTime (Strötgen and Gertz 2013): underspecified dates by tense",
)
def weekday(match: re.Match[str], context: Context) -> Value | None:
    """A weekday: within six days, on the side that the verb tells; never a week off."""
    text, start = context.text, match.start("w")
    if _NAMED_DAY.search(text[max(0, start - 12) : start]):
        return None
    if _NAME_OF_DAY.match(text, match.end("w")):
        return None
    number, word = weekday_number(match["w"]), " ".join((match["k"] or "").lower().split())
    day, sign = context.day, sign_of(word) if word else 0
    if match["week"]:
        step = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
        found = day + (number - day.weekday() + 7 * step) * ONE_DAY
        sign = step
    elif word == "the following":
        base = context.previous()
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
    return told(with_part(value, match["p"]), sign)


RULES = (
    today,
    part_of_day,
    next_part_of_day,
    weekday,
)
