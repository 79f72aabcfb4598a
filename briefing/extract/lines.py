"""Lines as their author meant them: wrapped lines unwrapped, fragments of links joined.

The offsets of a `Line` are into the text after these joins; the joins are recorded edits.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from briefing.types import Edit

TERMINAL = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f]"
    r"[\"'\u201d\u2019\u00bb\u203a)\]\u300d\u300f\u201c*_]{0,6}$"
)
_ENDS = frozenset(
    ".!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f\"'\u201d\u2019\u00bb\u203a)]\u300d\u300f\u201c*_"
)
CJK = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)

_BULLET = re.compile(
    r"[ \t]*(?:[\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2043*+]|-(?=\s)|\d{1,2}[.)](?=\s))\s+"
)
_HEADING = re.compile(r"[ \t]*#{1,6}\s+")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]*)+")
_WORD = re.compile(r"\w")
_CHUNK = re.compile(r"\w{1,200}-(?=\w)|\S{1,400}")
_LETTER = re.compile(r"[^\W\d_]")
_CONTINUES = re.compile(
    r"[,.;:!?%)\]\u2019\u201d\u00bb\u3001\u3002\uff0c]|['\"\u2019](?:s|t|re|ve|ll|d)\b"
)
_NO_SPACE = re.compile(r"[,.;:!?%)\]\u2019\u201d'\u3001\u3002\uff0c]")
_OPEN = re.compile(r"[,;(\[\u201c\u201e\u00ab\u2014\u2013-]$")
_LAST_WORD = re.compile(r"(?<!\w)\w{1,4}$")
_BYWORD = re.compile(  # alone on its line: the author's name follows
    r"(?:(?:kommentar|kolumne|text|written|posted|published)\s)?(?:by|von|par|por|door|av|af)[:\s]*$",
    re.I,
)
_FRAGMENT = 60  # characters of a link's text amid a sentence
_CUT_WORD = re.compile(r"[^\W\d_]-$")
_WRAPPED_WORD = re.compile(r"([^\W\d_]{2,40})-$")
_FIRST_WORD = re.compile(r"[^\W\d_]{2,40}")


class Line(NamedTuple):
    """One line: `text == page[start:end]`, without bullet, heading or quotation mark."""

    start: int
    end: int
    text: str
    blank_before: bool
    blank_after: bool
    bullet: bool
    heading: bool
    table: bool


@dataclass(slots=True)
class _Raw:
    """A printed line while joins are being decided; offsets into the text before them."""

    start: int
    end: int
    text: str
    blank_before: bool
    bullet: bool
    heading: bool
    table: bool
    width: int  # columns up to its last character
    blank_after: bool = False


def is_terminal(text: str) -> bool:
    """Say whether a text ends as a sentence does, whatever closes after its stop."""
    return text[-1:] in _ENDS and TERMINAL.search(text, max(0, len(text) - 12)) is not None


def reflow(text: str) -> tuple[tuple[Edit, ...], tuple[Line, ...]]:
    """Return the edits that join lines, and the lines of the text after those edits."""
    printed = list(_printed(text))
    groups = _unwrapped(text, printed)
    if sum(line.blank_before for line in printed[1:]) < 0.03 * max(1, text.count("\n") + 1):
        groups = _joined(groups)
    joins = tuple(_joins(text, groups))
    return joins, tuple(_moved(text, groups, joins))


def _printed(text: str) -> Iterator[_Raw]:
    """Yield the printed lines that hold something, in order."""
    at, blank, last = 0, True, None
    for row in text.split("\n"):
        start, at = at, at + len(row) + 1
        stripped = row.strip()
        if not stripped:
            blank = True
            if last is not None:
                last.blank_after = True
            continue
        line = _line(row, start, blank)
        if not _WORD.search(line.text):
            line.heading = line.bullet = False
        yield line
        last, blank = line, False


def _line(row: str, start: int, blank: bool) -> _Raw:
    bare = row.lstrip()
    begin = len(row) - len(bare)
    bullet = heading = False
    if not bare[0].isalpha():  # else it has no mark before it
        begin, bullet, heading = _marked(row, begin)
    text = row[begin:].rstrip()
    return _Raw(
        start + begin,
        start + begin + len(text),
        text,
        blank,
        bullet,
        heading,
        " | " in row or "\t" in row,
        begin + len(text),
    )


def _marked(row: str, indent: int) -> tuple[int, bool, bool]:
    """Return where a row's text begins, and whether a bullet and a heading stand before it."""
    bullet = _BULLET.match(row)
    begin = bullet.end() if bullet else 0
    heading = _HEADING.match(row, begin)
    begin = heading.end() if heading else begin
    quoted = _QUOTED.match(row, begin)
    begin = quoted.end() if quoted else begin
    rest = row[begin:].lstrip()
    begin = len(row) - len(rest) if rest else indent
    return begin, bullet is not None, heading is not None


def wrap_width(printed: Sequence[_Raw]) -> int:
    """Return the column at which a text was wrapped, 0 where it was not.

    A wrapped line is one that the next line's first word would not have fitted; prose wrapped so
    mostly goes on in lower case.
    """
    pairs = [
        (a, b)
        for a, b in pairwise(printed)
        if a.width >= 45 and not b.blank_before and " " in a.text and not b.bullet
    ]
    widths = sorted(a.width for a, _ in pairs if a.width <= 140)
    if len(widths) < 5 or len(widths) < 0.7 * len(pairs):
        return 0
    width = widths[int(0.98 * (len(widths) - 1))]
    if not 50 <= width <= 132:
        return 0
    tested = [(a, b) for a, b in pairs if 0.75 * width <= a.width <= width + 2]
    full = [b for a, b in tested if _overflows(a, b, width)]
    letters = [match.group() for b in full if (match := _LETTER.search(b.text))]
    cased = [letter for letter in letters if letter.lower() != letter.upper()]
    lower = sum(letter.islower() for letter in cased)
    share = 0.8 if len(tested) >= 8 else 0.9
    wrapped = (
        len(tested) >= 5
        and len(full) >= share * len(tested)
        and len(cased) >= 0.5 * len(full)
        and lower >= 0.4 * len(cased)
    )
    return width if wrapped else 0


def _overflows(line: _Raw, following: _Raw, width: int) -> bool:
    first = _CHUNK.match(following.text)
    return first is not None and line.width + 1 + len(first.group()) > width - 1


def _unwrapped(text: str, printed: Sequence[_Raw]) -> list[list[_Raw]]:
    """Group the printed lines that one wrapped line was."""
    width = wrap_width(printed)
    groups: list[list[_Raw]] = []
    for line in printed:
        last = groups[-1][-1] if groups else None
        if (
            width
            and last is not None
            and not (line.blank_before or line.bullet or line.heading)
            and _overflows(last, line, width)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _joined(groups: list[list[_Raw]]) -> list[list[_Raw]]:
    """Join the fragments of lines that a dump broke at links."""
    out: list[list[_Raw]] = []
    for k, group in enumerate(groups):
        line = group[0]
        if out and not line.blank_before and not line.bullet:
            following = groups[k + 1][0] if k + 1 < len(groups) else None
            if _goes_on(out[-1], group, following):
                out[-1].extend(group)
                continue
        out.append(list(group))
    return out


def _goes_on(before: list[_Raw], group: list[_Raw], following: _Raw | None) -> bool:
    text, last = group[0].text, before[-1].text
    if _BYWORD.match(text) or _BYWORD.match(last):
        return False
    continues = _CONTINUES.match(text) is not None
    if continues:
        return True
    if TERMINAL.search(last):
        return False
    length = sum(len(line.text) for line in before)
    if (text[0].islower() and length > 2) or _OPEN.search(last):
        return True
    end = group[-1].text
    ahead = following is not None and _continues(following)
    if _ends_in_short_word(last, length):
        return ahead or len(text) > _FRAGMENT or TERMINAL.search(end) is not None
    return (  # a link's text amid a sentence that goes on in lower case after it
        length >= 40
        and len(end) <= _FRAGMENT
        and not TERMINAL.search(end)
        and ahead
        and last[-1].isalpha()
    )


def _continues(line: _Raw) -> bool:
    """Say whether a line goes on with the sentence before it."""
    return not line.blank_before and (
        line.text[0].islower() or _CONTINUES.match(line.text) is not None
    )


def _ends_in_short_word(last: str, length: int) -> bool:
    word = _LAST_WORD.search(last)
    return word is not None and word.group().islower() and length >= 15


def _joins(text: str, groups: Sequence[Sequence[_Raw]]) -> Iterator[Edit]:
    words: frozenset[str] | None = None
    for group in groups:
        for a, b in pairwise(group):
            start = a.end
            cut = _WRAPPED_WORD.search(a.text)
            first = _FIRST_WORD.match(b.text)
            if cut and first and first.group().islower():
                if words is None:
                    words = frozenset(re.findall(r"[^\W\d_]{2,60}(?:-[^\W\d_]{2,60})*", text))
                whole = cut.group(1) + first.group()
                if whole in words and f"{cut.group(1)}-{first.group()}" not in words:
                    yield Edit(start - 1, b.start, "", "dehyphenate")
                    continue
            yield Edit(start, b.start, _glue(a.text, b.text), "unwrap")


def _glue(a: str, b: str) -> str:
    """Return what stands between two halves of one line: a space, or nothing."""
    if _CUT_WORD.search(a) or _NO_SPACE.match(b):
        return ""
    return "" if CJK.match(b) and CJK.match(a[-1]) else " "


def _moved(text: str, groups: Sequence[Sequence[_Raw]], joins: Sequence[Edit]) -> Iterator[Line]:
    shifts = [0]
    for edit in joins:
        shifts.append(shifts[-1] + len(edit.text) - (edit.end - edit.start))
    at = 0
    for group in groups:
        first, last = group[0], group[-1]
        begin = first.start + shifts[at]
        if first is last:
            yield Line(
                begin,
                begin + len(first.text),
                first.text,
                first.blank_before,
                first.blank_after,
                first.bullet,
                first.heading,
                first.table,
            )
            continue
        parts = [text[first.start : first.end]]
        end = first.end
        for line in group[1:]:
            edit = joins[at]
            at += 1
            parts[-1] = parts[-1][: len(parts[-1]) - (end - edit.start)]
            parts += (edit.text, text[line.start : line.end])
            end = line.end
        whole = "".join(parts)
        yield Line(
            begin,
            begin + len(whole),
            whole,
            first.blank_before,
            last.blank_after,
            first.bullet,
            first.heading,
            any(line.table for line in group),
        )
