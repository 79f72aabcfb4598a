"""Stage 4: run the rules over sentences and keep, left to right, what is found first and longest.

A rule reads a sentence only where it holds the kinds of word that the rule needs, so most
sentences cost one scan.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from briefing.chronology.cues import Direction, Found
from briefing.chronology.english import kinds_of
from briefing.chronology.foreign import rules_for
from briefing.chronology.intervals import Value
from briefing.chronology.rule import Context, Rule, UndatedError
from briefing.chronology.rules_accounts import RULES as ACCOUNTS
from briefing.chronology.rules_before import RULES as BEFORE
from briefing.chronology.rules_clock import RULES as CLOCK
from briefing.chronology.rules_counted import RULES as COUNTED
from briefing.chronology.rules_days import RULES as DAYS
from briefing.chronology.rules_periods import RULES as PERIODS
from briefing.chronology.rules_relative import RULES as RELATIVE
from briefing.chronology.rules_series import RULES as SERIES
from briefing.chronology.rules_spans import RULES as SPANS
from briefing.chronology.rules_years import RULES as YEARS
from briefing.chronology.tenses import direction
from briefing.language import sentences as split
from briefing.types import Span, TimeExpr

ENGLISH_RULES: tuple[Rule, ...] = (
    *DAYS,
    *SERIES,
    *YEARS,
    *ACCOUNTS,
    *BEFORE,
    *RELATIVE,
    *PERIODS,
    *COUNTED,
    *CLOCK,
    *SPANS,
)

LONGEST_SENTENCE = 20_000  # characters; what lies beyond is not prose
MOST_IN_SENTENCE = 200  # expressions; more is a table or an attack
LOOK_BACK = 330  # days: a quarter further back is one that is compared with
QUARTER_REACH = 8  # sentences through which a quarter stays the one spoken of


@dataclass(frozen=True, slots=True)
class _Reader:
    """What stays the same through one text."""

    text: str
    published: date | None
    rules: tuple[tuple[int, Rule], ...]  # empty: English, chosen sentence by sentence
    language: str
    english: bool
    day_first: bool


@dataclass(slots=True)
class _Memory:
    """What earlier sentences said: the last day named, the quarter spoken of."""

    day: date | None = None
    day_at: int = -9
    day_end: int = -1
    precision: str = "day"
    quarter: date | None = None
    quarter_at: int = -9


def tag(
    text: str,
    published: date | None,
    *,
    sentences: Sequence[Span] | None = None,
    language: str = "en",
    day_first: bool = False,
) -> tuple[TimeExpr, ...]:
    """Return the temporal expressions of a text in order, not overlapping.

    `published` resolves the relative ones; without it only explicit dates are told. `sentences`
    are spans of `text`, found here when not given.
    """
    spans = split(text, language) if sentences is None else sentences
    english = language in ("en", "und")
    reader = _Reader(
        text=text,
        published=published,
        rules=() if english else tuple(enumerate(rules_for(language))),
        language=language,
        english=english,
        day_first=day_first or not english,
    )
    memory = _Memory()
    found: list[TimeExpr] = []
    for index, span in enumerate(spans):
        found += _sentence(reader, span, index, memory)
    return tuple(found)


def _sentence(reader: _Reader, span: Span, index: int, memory: _Memory) -> Iterator[TimeExpr]:
    text, start, end = reader.text, span[0], min(span[1], span[0] + LONGEST_SENTENCE)
    rules = reader.rules or _english(kinds_of(text[start:end]))
    matches = [
        (match.start(), -match.end(), order, match, rule)
        for order, rule in rules
        for match in rule.pattern.finditer(text, start, end)
    ]
    matches.sort(key=lambda one: one[:3])
    done, count = -1, 0
    for at, minus_end, _, match, rule in matches:
        if at < done or count >= MOST_IN_SENTENCE or minus_end == -at:
            continue
        context = Context(
            text,
            span,
            (at, -minus_end),
            reader.published,
            memory.day if memory.day_at >= index - 1 else None,
            memory.day_end,
            memory.precision,
            memory.quarter if memory.quarter_at >= index - QUARTER_REACH else None,
            reader.day_first,
            found=None
            if reader.english
            else direction(reader.language, text, span, (at, -minus_end)),
        )
        value = _resolved(rule, match, context)
        if value is None:
            continue
        others = _alternatives(value, rule, match, context)
        expression = replace(_expression(value, rule, context, index), alternatives=others)
        done, count = expression.end, count + 1
        _remember(memory, expression.end, rule, value, index, reader.published)
        yield expression


@lru_cache(maxsize=4096)
def _english(kinds: frozenset[str]) -> tuple[tuple[int, Rule], ...]:
    """Return the rules that a sentence with these kinds of words needs, with their places."""
    return tuple(
        (place, rule)
        for place, rule in enumerate(ENGLISH_RULES)
        if any(kinds.issuperset(one.split("+")) for one in rule.needs.split())
    )


def _resolved(rule: Rule, match: re.Match[str], context: Context) -> Value | None:
    """Return what a match means; impossible dates (31 February, year 0) mean nothing."""
    try:
        value = rule.resolve(match, context)
    except (UndatedError, ValueError, OverflowError):
        return None
    if value is not None and context.published is None and value.lo is None:
        return None
    return value


TENSES: tuple[Direction, ...] = ("past", "future", "unknown")


def _alternatives(
    value: Value, rule: Rule, match: re.Match[str], context: Context
) -> tuple[tuple[date, date], ...]:
    """Return the other days that a match means under another tense or order of day and month."""
    if value.lo is None or not (context.asked_tense or context.asked_order):
        return ()
    others: list[Context] = []
    if context.asked_tense:
        others += (replace(context, found=Found(tense, None)) for tense in TENSES)
    if context.asked_order:
        others.append(replace(context, day_first=not context.day_first))
    found = [_resolved(rule, match, other) for other in others]
    days = {(one.lo, one.hi) for one in found if one and one.lo and one.hi}
    return tuple(sorted(days - {(value.lo, value.hi)}))


def _remember(
    memory: _Memory, end: int, rule: Rule, value: Value, index: int, published: date | None
) -> None:
    if value.lo is None or value.kind not in ("DATE", "TIME"):
        return
    if value.granularity in ("day", "week", "month", "year"):
        memory.day, memory.day_at, memory.day_end = value.lo, index, end
        memory.precision = value.granularity
    if value.granularity != "quarter":
        return
    # The first quarter named is the one reported on; others are forecasts and comparisons.
    fresh = memory.quarter is not None and memory.quarter_at >= index - QUARTER_REACH
    named = rule.name in ("quarter", "short_quarter") and not fresh
    if named and (published is None or (published - value.lo).days < LOOK_BACK):
        memory.quarter, memory.quarter_at = value.lo, index
    elif value.lo == memory.quarter:
        memory.quarter_at = index


def _expression(value: Value, rule: Rule, context: Context, index: int) -> TimeExpr:
    start, end = _trimmed(context.text, *(value.span or context.span))
    direction, cue = _direction(value, context)
    anchor = context.anchor
    return TimeExpr(
        start=start,
        end=end,
        text=context.text[start:end],
        sentence=index,
        type=value.kind,
        value=value.value,
        lo=value.lo,
        hi=value.hi,
        granularity=value.granularity,
        mod=value.mod,
        direction=direction,
        anchor="published"
        if anchor == "published"
        else "previous"
        if anchor == "previous"
        else "none",
        cue=cue,
        rule=rule.name,
        confidence=_confidence(value, anchor, direction),
        clipped=value.clipped,
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " \n\t\r,":
        end -= 1
    while start < end and text[start] in " \n\t\r,":
        start += 1
    return start, end


def _direction(value: Value, context: Context) -> tuple[Direction, Span | None]:
    """Past and future by the calendar, by words such as "next", or by the governing verb."""
    if value.lo is None or value.hi is None:
        return "unknown", None
    if context.published is None:
        return "unknown", None
    tense = context.tense()
    if value.by_words:
        return value.by_words, tense.cue
    if value.hi < context.published:
        return "past", tense.cue
    if value.lo > context.published:
        return "future", tense.cue
    return tense.direction, tense.cue


def _confidence(value: Value, anchor: str, direction: str) -> float:
    """Explicit dates are sure, words such as "next" nearly so, a bare weekday is as its verb."""
    if anchor == "none":
        return 0.98
    if value.by_words:
        return 0.95
    return 0.75 if direction == "unknown" else 0.9
