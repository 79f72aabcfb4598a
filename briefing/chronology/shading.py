"""Stage 4: early, late, last, next: words that shade a period, for the rules that share them."""

from dataclasses import replace
from typing import Literal

from briefing.chronology import intervals
from briefing.chronology.english import (
    PARTS_OF_DAY,
    shade,
)
from briefing.chronology.intervals import Mod, Value
from briefing.chronology.rule import Context

TENSES: tuple[Literal["past"], Literal[""], Literal["future"]] = ("past", "", "future")
MODS: dict[str, Mod] = {"START": "START", "MID": "MID", "END": "END"}


def part_of(whole: Value, printed: str | None, context: Context) -> Value:
    """Return the part of a period that "early", "late", "earlier" or "later" leaves."""
    found = shade(printed)
    if found in MODS:
        return intervals.part(whole, MODS[found])
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


PAST_WORDS = ("last", "past", "previous", "preceding", "prior", "this past")
NEXT_WORDS = ("next", "coming", "following", "upcoming", "this coming")


def sign_of(word: str) -> int:
    """Return -1 for "last" and the like, 1 for "next" and the like, else 0."""
    word = " ".join(word.lower().split()).removeprefix("the ")
    return -1 if word in PAST_WORDS else 1 if word in NEXT_WORDS else 0


def told(value: Value, sign: int) -> Value:
    """Return a value whose tense the words themselves tell; `sign` may be any number of steps."""
    return replace(value, by_words="past" if sign < 0 else "future" if sign > 0 else "")
