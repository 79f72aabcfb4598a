"""Stage 4: what a rule is, and what it may know of the sentence it reads.

A rule is a row of a table: a name, a pattern, what a match means, and an example that is its
test. Another rule is another row; another language another table.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from briefing.chronology.cues import Direction, Found, direction
from briefing.chronology.intervals import Value

WIDEST = 600  # characters around an expression in which its governing verb is looked for


# How exactly a time is named, the finest first.
PRECISIONS = ("minute", "hour", "day", "week", "month", "quarter", "year")


class UndatedError(Exception):
    """A relative expression in an article without a date: nothing can be said."""


class VagueError(UndatedError):
    """Counted from a time that is named less exactly: "that evening" of "in 2019"."""


@dataclass(slots=True)
class Context:
    """One match's surroundings. Asking for `day` or `previous()` is recorded as the anchor."""

    text: str
    sentence: tuple[int, int]
    span: tuple[int, int]
    published: date | None
    last: date | None = None  # the last day named in this sentence or the one before
    last_end: int = -1  # where it stood
    last_precision: str = "day"  # how exactly it was named
    last_quarter: date | None = None  # the first day of the quarter spoken of
    day_first: bool = False
    anchor: str = "none"
    found: Found | None = field(default=None)
    asked_tense: bool = False  # whether the meaning hangs on it
    asked_order: bool = False

    @property
    def day_is_first(self) -> bool:
        """Whether 8/7 is the 8th of July. Asking is recorded."""
        self.asked_order = True
        return self.day_first

    @property
    def day(self) -> date:
        """The publication day. Raises UndatedError where there is none."""
        if self.published is None:
            raise UndatedError
        if self.anchor == "none":
            self.anchor = "published"
        return self.published

    def previous(self, precision: str = "day") -> date:
        """Return the first day of the time named before, or else the publication day.

        Raises VagueError where that time is named less exactly than `precision`.
        """
        if self.last is None:
            return self.day
        if PRECISIONS.index(self.last_precision) > PRECISIONS.index(precision):
            raise VagueError
        self.anchor = "previous"
        return self.last

    @property
    def direction(self) -> Direction:
        """Past, future or unknown, by the governing verb. Asking is recorded."""
        self.asked_tense = True
        return self.tense().direction

    def tense(self) -> Found:
        """The direction with its cue, in offsets of the text."""
        if self.found is None:
            start = max(self.sentence[0], self.span[0] - WIDEST)
            end = min(self.sentence[1], self.span[1] + WIDEST)
            part = self.text[start:end]
            found = direction(part, self.span[0] - start, self.span[1] - start)
            cue = (found.cue[0] + start, found.cue[1] + start) if found.cue else None
            self.found = Found(found.direction, cue)
        return self.found

    @property
    def before(self) -> str:
        """Up to 40 characters left of the expression."""
        return self.text[max(0, self.span[0] - 40) : self.span[0]]

    @property
    def after(self) -> str:
        """Up to 40 characters right of the expression."""
        return self.text[self.span[1] : self.span[1] + 40]


Resolve = Callable[[re.Match[str], Context], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to name a time.

    `needs` says which kinds of word (`english.KINDS`) a sentence must hold before the pattern is
    tried: alternatives parted by spaces, each a kind or several joined by "+".
    `source` is where its meaning is laid down: a guideline, a paper, or a corpus's own habit.
    `example` holds the expression in brackets, read on Friday 20 August 2021; `value` is its
    TIMEX3 value.
    """

    name: str
    needs: str
    pattern: re.Pattern[str]
    resolve: Resolve
    example: str
    value: str
    source: str


def rule(
    name: str,
    needs: str,
    pattern: str,
    example: str,
    value: str,
    *,
    source: str,
    case: bool = False,
) -> Callable[[Resolve], Rule]:
    """Make a rule of the function below it; `case` when capitals matter throughout."""
    compiled = re.compile(pattern, 0 if case else re.IGNORECASE)
    return lambda resolve: Rule(name, needs, compiled, resolve, example, value, source)
