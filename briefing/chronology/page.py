"""Stage 4: a text cut into lines, with what the search for its stamps needs to know of them."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from briefing.types import Span

LONGEST_LINE = 2000  # a stamp stands at the start of a line; what lies beyond is prose
WRAPPED = (55, 110)  # characters of a line that was wrapped by a program
PARAGRAPH = 180  # characters of a line that holds prose
MOST_LINES = 20_000

_WORD = re.compile(r"[a-zß-ÿ]{3}", re.IGNORECASE)
_STOP = re.compile(r"[.!?]")
_BYLINE = re.compile(r"\s*(?:by|von|par|por)\s+[A-ZÀ-Ý]", re.IGNORECASE)


class Line(NamedTuple):
    """A line of the page that is not blank, where it starts, and how much prose it stands in.

    `block` counts the characters of the paragraph that the line is or, wrapped, belongs to; 0
    where it is no prose, or a short line of its own.
    """

    text: str
    start: int
    block: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A text cut into lines, with what the scores need to know of it."""

    lines: tuple[Line, ...]
    body: int  # the first line of prose
    titles: tuple[int, ...]
    bylines: tuple[int, ...]
    paragraphs: tuple[int, ...]
    title: Span | None


def read_page(text: str, title: Span | None, body: Span | None) -> Page:
    """Cut a text into lines and find its title-like lines, by-lines and paragraphs."""
    lines = _lines(text)
    prose = [i for i, line in enumerate(lines) if line.block > PARAGRAPH]
    first = prose[0] if prose else len(lines)
    if body is not None:
        first = max(0, bisect_left([line.start for line in lines], body[0] + 1) - 1)
    if title is not None:
        titles = [i for i, line in enumerate(lines) if title[0] <= line.start <= title[1]]
    else:
        titles = [i for i, line in enumerate(lines) if _title_like(line.text)]
    return Page(
        lines=tuple(lines),
        body=first,
        titles=tuple(titles),
        bylines=tuple(i for i, line in enumerate(lines) if _BYLINE.match(line.text)),
        paragraphs=tuple(prose),
        title=title,
    )


def _lines(text: str) -> list[Line]:
    """Return the lines that are not blank; wrapped lines know the length of their paragraph."""
    lines: list[Line] = []
    block: list[tuple[str, int]] = []
    at = 0
    for line in [*text.split("\n", MOST_LINES)[:MOST_LINES], ""]:
        if line and not line.isspace():
            block.append((line, at))
        elif block:
            lines += _measured(block)
            block = []
        at += len(line) + 1
    return lines


def _measured(block: list[tuple[str, int]]) -> list[Line]:
    """Give the lines of one block, each with its start, the length of their prose."""
    wrapped = sum(WRAPPED[0] <= len(line) <= WRAPPED[1] for line, _ in block)
    if wrapped >= 3 and wrapped >= len(block) - 1:
        whole = sum(len(line) for line, _ in block)
        size = whole if any(_is_prose(line) for line, _ in block) else 0
        return [Line(line[:LONGEST_LINE], at, size) for line, at in block]
    return [
        Line(
            line[:LONGEST_LINE],
            at,
            len(line) if len(line) > PARAGRAPH and _is_prose(line) else 0,
        )
        for line, at in block
    ]


def _is_prose(line: str) -> bool:
    """Say whether a stop follows a word."""
    word = _WORD.search(line, 0, LONGEST_LINE)
    return word is not None and _STOP.search(line, word.end(), LONGEST_LINE) is not None


def _title_like(line: str) -> bool:
    return 25 < len(line) <= 160 and len(line.split()) > 4
