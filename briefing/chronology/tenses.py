"""Stage 4: past from future, and what is coming, in German, French and Spanish.

No tagger: the cue nearest to the expression, in its own clause first, then in its sentence.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from briefing.chronology.cues import Direction, Found
from briefing.chronology.tongues import TONGUES
from briefing.types import Span, TimeExpr

RIGHT = 1.3  # times the distance: a verb is rather left of its day than right of it
WIDEST = 600  # characters around an expression in which its verb is looked for
LONGEST_AHEAD = 45  # days of a window that is a calendar entry

_STOP = re.compile(r"[,;:–—]\s|\s[–—]")
_ENDS = re.compile(r"[.!?…][\"”’»“)\]]*\s*$")
_FINE = ("minute", "day", "weekend", "week", "month", "window")


@dataclass(frozen=True, slots=True)
class _Patterns:
    future: re.Pattern[str]
    past: re.Pattern[str]
    possible: re.Pattern[str]
    cancelled: re.Pattern[str]
    scheduled: re.Pattern[str]
    since: re.Pattern[str]
    told: re.Pattern[str]


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    tongue = TONGUES[language]
    shapes = (
        tongue.future,
        tongue.past,
        tongue.possible,
        tongue.cancelled,
        tongue.scheduled,
        tongue.since,
        tongue.told,
    )
    return _Patterns(*(re.compile(shape, re.IGNORECASE) for shape in shapes))


def direction(language: str, text: str, sentence: Span, span: Span) -> Found:
    """Return where in time an expression lies, by the nearest cue, with its place in the text."""
    if language not in TONGUES:
        return Found("unknown", None)
    patterns = _patterns(language)
    first, last = max(sentence[0], span[0] - WIDEST), min(sentence[1], span[1] + WIDEST)
    for bounds in (clause(text, (first, last), span), (first, last)):
        found = _nearest(patterns, text, bounds, span)
        if found.cue:
            return found
    return Found("unknown", None)


def clause(text: str, bounds: Span, span: Span) -> Span:
    """Return the clause around an expression: what stands between two stops."""
    stops = [stop.end() for stop in _STOP.finditer(text, bounds[0], span[0])]
    ahead = _STOP.search(text, span[1], bounds[1])
    return (stops[-1] if stops else bounds[0], ahead.start() if ahead else bounds[1])


def _nearest(patterns: _Patterns, text: str, bounds: Span, span: Span) -> Found:
    cues: list[tuple[float, int, Direction, Span]] = []
    taken: list[Span] = []
    for tense, pattern in (("future", patterns.future), ("past", patterns.past)):
        for match in pattern.finditer(text, *bounds):
            start, end = match.span()
            within = any(start < b and a < end for a, b in taken)
            if within or (start < span[1] and span[0] < end):
                continue  # "ist geplant" is read once, as what it tells first
            far = span[0] - end if end <= span[0] else RIGHT * (start - span[1])
            cues.append(
                (round(far, 1), start, "future" if tense == "future" else "past", (start, end))
            )
            taken.append((start, end))
    if not cues:
        return Found("unknown", None)
    _, _, tense_found, cue = min(cues, key=lambda one: one[:2])
    return Found(tense_found, cue)


Status = Literal["", "stated", "scheduled", "possible", "cancelled"]


def told(
    one: TimeExpr, text: str, sentence: Span, published: date, language: str
) -> tuple[Status, bool]:
    """Return what an expression is among what is coming, and whether the timeline takes it."""
    quoted = text[slice(*sentence)]
    if one.lo is None or one.hi is None or one.granularity not in _FINE:
        return "", False
    if not _ENDS.search(quoted) or len(quoted.split()) < 5 or len(quoted) > 1200:
        return "", False
    patterns = _patterns(language)
    part = text[slice(*clause(text, sentence, (one.start, one.end)))]
    if one.lo > published:
        return _coming(one, patterns, part), False
    happened = (
        one.hi <= published
        and one.direction == "past"
        and one.type in ("DATE", "TIME")
        and not (one.rule.endswith("near_day") and one.lo == published)  # "heute": nowadays too
        and one.cue is not None
        and patterns.past.match(text, *one.cue) is not None
        and not patterns.told.match(text, one.cue[0])
        and not patterns.since.search(text, sentence[0], one.start)
        and not patterns.possible.search(part)
    )
    return "", happened


def _coming(one: TimeExpr, patterns: _Patterns, part: str) -> Status:
    if one.direction != "future" or one.type in ("SET", "REF"):
        return ""
    if one.hi and one.lo and (one.hi - one.lo).days > LONGEST_AHEAD:
        return ""
    if patterns.cancelled.search(part):
        return "cancelled"
    if not patterns.future.search(part):
        return ""
    if patterns.possible.search(part):
        return "possible"
    return "scheduled" if patterns.scheduled.search(part) else "stated"
