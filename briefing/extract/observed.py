"""What can be seen of one line by itself, however it is placed.

Short lines are mostly furniture and come again on every page of an outlet: they are remembered.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from briefing.extract import labels
from briefing.extract.lines import CJK, Line, is_terminal

Numbers = npt.NDArray[np.float64]

REACH = 4_000  # characters of a line that are looked at
_REMEMBERED = 80  # characters of a line that may come again
_MOST_REMEMBERED = 4_096  # lines: some 4 MB

_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_INNER = re.compile(
    r"[.!?\u0964][\"'\u201d\u2019\u00bb)]{0,3}\s+(?=\W{0,3}[^\W\d_])|[\u3002\uff01\uff1f](?=.)"
)
_URL = re.compile(r"https?://|www\.|\w@\w|^@\w|#\w")
_PIPE = re.compile(r"[|\u203a\u2192]|\u00bb$|/ ")
_QUOTE = frozenset("\"'\u201c\u2018\u00ab\u201e\u300c")
_CLOCK = re.compile(r"\b(?:\d{1,2}[:.]\d{2}|ago|am|pm|uhr|votes?|likes?|replies|views?)\b", re.I)
_DIGIT = re.compile(r"\d")
_GLUED = re.compile(r"[a-zß-ÿ)][.?!\"”’]?[A-ZÀ-Þ][a-zß-ÿ]")  # "a title.Its teaser"
_GLUED_REACH = 400
_CODE = re.compile(r"\{\{|\}\}|=>|\bfunction\s?\(|</|;\s?\}|\bvar \w{1,40} ?=")
_QUOTES = '"\u201c\u201d\u00ab\u00bb\u201e'
_DATE = labels.mask("date")

OWN = (
    "ending",
    "inner",
    "commas",
    "case",
    "capitals",
    "first",
    "function",
    "digits",
    "question",
    "ellipsis",
    "pipe",
    "address",
    "glued",
    "code",
    "quotes",
    "reported",
    "first_person",
    "second_person",
    "word_length",
    "open_end",
    "mark",
    "table",
)
"""The features that depend on nothing but the line, in the order of `Seen.codes`."""


class Seen(NamedTuple):
    """What one line's text shows."""

    low: str
    words: tuple[str, ...]  # in lower case
    wide: int  # characters of scripts without spaces
    labels: int
    stems: frozenset[str]
    stamp: bool
    terminal: bool
    codes: tuple[int, ...]  # of OWN, without mark and table


@dataclass(slots=True)
class Facts:
    """What was counted on the lines of a page, one entry a line."""

    weight: Numbers  # characters, those of scripts without spaces 2.5-fold
    tokens: Numbers  # words, or characters of scripts without spaces
    terminal: npt.NDArray[np.bool_]
    labels: list[int]
    stems: list[frozenset[str]]
    words: list[tuple[str, ...]]  # in lower case
    stamp: npt.NDArray[np.bool_]
    codes: npt.NDArray[np.int16]  # one row a feature of OWN
    counts: Counter[str]
    lowered: list[str]
    sizes: list[float]  # the weights again: single numbers of a list are read faster
    ends: list[bool]  # and whether each line is terminal


def observe(lines: Sequence[Line]) -> Facts:
    """Count what each line holds, by itself."""
    seen = [
        _remembered(line.text) if len(line.text) <= _REMEMBERED else _see(line.text)
        for line in lines
    ]
    marks = [_mark(line) for line in lines]
    lowered = [one.low for one in seen]
    sizes = [len(line.text) + 1.5 * one.wide for line, one in zip(lines, seen, strict=True)]
    ends = [one.terminal for one in seen]
    return Facts(
        weight=np.array(sizes, dtype=float),
        tokens=np.array([max(1, len(one.words) + one.wide) for one in seen], dtype=float),
        terminal=np.array(ends, dtype=bool),
        labels=[one.labels for one in seen],
        stems=[one.stems for one in seen],
        words=[one.words for one in seen],
        stamp=np.array([one.stamp for one in seen], dtype=bool),
        codes=np.array(
            [(*one.codes, *mark) for one, mark in zip(seen, marks, strict=True)], dtype=np.int16
        ).T,
        counts=Counter(lowered),
        lowered=lowered,
        sizes=sizes,
        ends=ends,
    )


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, as they are counted."""
    return _WORDS.findall(text.lower())


def _see(line: str) -> Seen:
    """Return what a line shows; of a very long one, what its beginning shows."""
    text = line[:REACH]
    low = text.lower()
    cased = _WORDS.findall(text)
    if len(low) == len(text):
        words = tuple("\n".join(cased).lower().split("\n")) if cased else ()
    else:  # a letter such as İ grows in lower case
        words = tuple(_WORDS.findall(low))
    wide = 0 if text.isascii() else len(CJK.findall(text))
    weight = len(line) + 1.5 * wide
    terminal = is_terminal(line)
    found = labels.bits(text, words)
    digits = len(_DIGIT.findall(text))
    stamp = False
    if digits:
        found |= labels.stamps(text)
        stamp = weight < 45 and (found & _DATE != 0 or _CLOCK.search(text) is not None)
    return Seen(
        low=low,
        words=words,
        wide=wide,
        labels=found,
        stems=_stems(low, words, wide),
        stamp=stamp,
        terminal=terminal,
        codes=_own(text, cased, words, terminal=terminal, digits=digits, weight=weight),
    )


_remembered = lru_cache(maxsize=_MOST_REMEMBERED)(_see)


def _mark(line: Line) -> tuple[int, int]:
    if line.bullet:
        return (1 if len(line.text) <= 60 else 2), line.table
    return (3 if line.heading else 0), line.table


def _own(
    text: str,
    cased: Sequence[str],
    words: Sequence[str],
    *,
    terminal: bool,
    digits: int,
    weight: float,
) -> tuple[int, ...]:
    """Return the codes of a line's text, in the order of OWN."""
    n = len(words)
    last = text[-1]
    ending = 1 if terminal else 2 if last in ":\uff1a" else 3 if last == "," else 0
    inner = 0 if len(text) < 20 else len(list(islice(_INNER.finditer(text), 2)))
    commas = "," in text or "\u3001" in text or "\uff0c" in text
    case, capitals = _case(text, cased, n)
    head = text.lstrip("\"'\u201c\u2018\u00ab\u201e(")[:1]
    return (
        ending,
        inner,
        (2 if n >= 8 else 1) if commas else 0,
        case,
        capitals,
        1 if head.islower() else 2 if text[0].isdigit() else 3 if text[0] in _QUOTE
        else 4 if text[0] == "(" else 5 if not head.isalnum() else 0,
        _function(words),
        1 + (digits > 0.1 * len(text)) if digits else 0,
        "?" in text[-3:],
        text.endswith(("...", "\u2026")),
        ("|" in text or "/ " in text or not text.isascii()) and _PIPE.search(text) is not None,
        _address(text, n),
        *_voice(text, words, terminal=terminal, size=bisect_right((60, 140), weight)),
    )  # fmt: skip


def _voice(
    text: str, words: Sequence[str], *, terminal: bool, size: int
) -> tuple[int, int, int, int, int, int, int, int]:
    """Return the codes of how a line speaks: whether it reports, addresses, or is run together."""
    n = len(words)
    glued = len(_GLUED.findall(text, 0, _GLUED_REACH))
    quotes = sum(map(text.count, _QUOTES))
    likely = "}" in text or "{{" in text or "=>" in text or "</" in text or "var " in text
    likely = likely or "function" in text
    length = sum(map(len, words)) / n if n else 0.0
    return (
        bisect_right((1, 2, 4), glued) * 2 + (size > 0) if glued else 0,
        1 + (text.count("{") > 1) if likely and _CODE.search(text) else 0,
        bisect_right((1, 2, 3), quotes) * 3 + size if quotes else 0,
        _said_by(words, labels.REPORTED, (1, 2), size),
        _said_by(words, labels.FIRST_PERSON, (1, 0.05 * n), size),
        _said_by(words, labels.SECOND_PERSON, (1, 0.05 * n), size),
        bisect_right((3, 4, 4.6, 5.2, 6, 8), length) + 7 * (size > 0),
        1 + (size > 0) if n and not terminal and words[-1] in labels.STOP else 0,
    )


def _said_by(
    words: Sequence[str], listed: frozenset[str], cuts: tuple[float, float], size: int
) -> int:
    """Return how many words are `listed`: 0 for none, else by `cuts` and the line's size."""
    if listed.isdisjoint(words):
        return 0
    found = sum(map(listed.__contains__, words))
    return (1 + (found >= max(cuts))) * 3 + size


def _case(text: str, cased: Sequence[str], n: int) -> tuple[int, int]:
    """Return how many words begin with a capital, and whether all is in capitals."""
    if not n:
        return 0, 0
    heads = [word[0] for word in cased]
    upper = sum(map(str.isupper, heads))
    lower = sum(map(str.islower, heads))
    if upper + lower <= 0.5 * n:
        return 13, 0
    case = 1 + bisect_right((0.15, 0.3, 0.5, 0.75, 0.99), upper / n) + 6 * (n >= 6)
    return case, (1 if n < 5 else 2) if n > 1 and upper and text.isupper() else 0


def _function(words: Sequence[str]) -> int:
    n = len(words)
    if not n:
        return 0
    share = sum(map(labels.STOP.__contains__, words)) / n
    return 1 + bisect_right((0.001, 0.15, 0.25, 0.35), share) + 5 * (n >= 6)


def _address(text: str, n: int) -> int:
    likely = "@" in text or "#" in text or "://" in text or "www." in text
    if likely and _URL.search(text):
        return 1 if n < 12 else 2
    return 0


def _stems(low: str, words: Sequence[str], wide: int) -> frozenset[str]:
    """Return the beginnings of content words; pairs of characters where words are not spaced."""
    if wide > 0.2 * len(low):
        letters = "".join(words)
        return frozenset([letters[k : k + 2] for k in range(len(letters) - 1)])
    return frozenset([word[:6] for word in words if len(word) >= 4 and word not in labels.STOP])
