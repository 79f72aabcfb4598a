"""Patterns of the settings: lines that are never of an article, and how articles begin.

Text with `*` for anything: pieces that are found one after the other, so no pattern backtracks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.errors import ReadError
from briefing.extract.lines import Line
from briefing.types import Span

_ANY = "*"
_PLACE = "{place}"
_LONGEST_PLACE = 60
_LONGEST_DATELINE = 200
_LINES_ABOVE = 3  # of the first line that is kept


def parted(
    lines: Sequence[Line], junk: Sequence[str], uri: str
) -> tuple[list[int], tuple[Span, ...]]:
    """Return the numbers of the lines that no pattern of `junk` is, and the spans of the others.

    Raises ReadError where no line is left.
    """
    if not junk:
        return list(range(len(lines))), ()
    rules = _rules(tuple(junk))
    left: list[int] = []
    out: list[Span] = []
    for i, line in enumerate(lines):
        if rules.match(line.text):
            out.append((line.start, line.end))
        else:
            left.append(i)
    if not left:
        raise ReadError(uri, "no_prose", "every line is listed as junk")
    return left, tuple(out)


def dateline(text: str, pattern: str) -> tuple[Span, int] | None:
    """Return where the place stands that `text` begins with, and where the dateline ends.

    `pattern` is `{place}`, then what stands behind it, the end included. None where `text` begins
    otherwise.
    """
    pieces = pattern.removeprefix(_PLACE).split(_ANY)
    end = text.find(pieces[0], 0, _LONGEST_PLACE + len(pieces[0]))
    place = text[: max(0, end)].strip()
    if not place or not place[0].isalpha():
        return None
    begin = text.index(place)
    for piece in pieces:
        at = text.find(piece, end, _LONGEST_DATELINE)
        if at < 0:
            return None
        end = at + len(piece)
    end += len(text[end:]) - len(text[end:].lstrip())
    return ((begin, begin + len(place)), end) if end < len(text) else None


def begun(lines: Sequence[Line], kept: Sequence[bool], pattern: str) -> list[bool]:
    """Return `kept` with the line that the dateline `pattern` opens, if it lies right above."""
    out = list(kept)
    first = out.index(True) if pattern and True in out else 0
    for i in range(max(0, first - _LINES_ABOVE), first):
        if not out[i] and dateline(lines[i].text, pattern):
            out[i] = True
    return out


@dataclass(frozen=True, slots=True)
class _Rules:
    """Patterns made ready: whole lines, and those that hold `*`."""

    whole: frozenset[str]
    pieces: tuple[tuple[str, ...], ...]

    def match(self, text: str) -> bool:
        plain = _folded(text)
        return plain in self.whole or any(_is(plain, pieces) for pieces in self.pieces)


@lru_cache(maxsize=64)
def _rules(junk: tuple[str, ...]) -> _Rules:
    folded = [_folded(pattern) for pattern in junk]
    return _Rules(
        frozenset(one for one in folded if _ANY not in one),
        tuple(tuple(one.split(_ANY)) for one in folded if _ANY in one),
    )


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _is(text: str, pieces: Sequence[str]) -> bool:
    """Say whether `text` begins with the first piece, ends with the last, holds the rest between.

    The first place of each piece is as good as any other, so none is tried again.
    """
    first, *middle, last = pieces
    if len(text) < len(first) + len(last) or not (text.startswith(first) and text.endswith(last)):
        return False
    at, end = len(first), len(text) - len(last)
    for piece in middle:
        at = text.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True
