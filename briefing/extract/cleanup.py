"""Edits that hold for any text: controls and invisible marks out, entities, white space.

They know nothing of lines as prose; `lines` decides which line breaks go. All are recorded, so
that `evidence.replay` repeats them.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.evidence import SourceMap
from briefing.extract.characters import (
    ANY_HIDDEN,
    BREAKS,
    ESCAPE,
    FAR_ODD,
    HIDDEN,
    ODD,
    SPACES,
    has_far,
)
from briefing.types import Edit

_ENTITY = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_PIECE = re.compile(
    rf"(?P<hidden>(?:{ESCAPE}|{HIDDEN})+)|(?P<entity>{_ENTITY})"
    rf"|(?P<break>\r\n|[\r\x0b\x0c\x85\u2028\u2029])"
    rf"|(?P<space>[{SPACES}]{{2,}}|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
)
_RUN = re.compile("  +")
_ODD_SPACE = re.compile(f"[{SPACES}{BREAKS}]+")

_LINE_ENDS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_WIDE = frozenset(" \t\u00a0\u1680\u202f\u205f\u3000") | {chr(c) for c in range(0x2000, 0x200B)}

_MARKDOWN = re.compile(r"^[ \t]{0,8}#{1,6} \S|\\[-*_+.#!()\[\]>|`\\]", re.M)
_MARKUP = re.compile(
    r"\\(?=[-*_+.#!()\[\]>|`\\])|(?<!\w)(?<!\\)[*_]{1,3}(?=[^\s*_])|(?<=[^\s*_\\])[*_]{1,3}(?!\w)"
)


def edits(source: str) -> tuple[Edit, ...]:
    """Return the edits that make `source` printable text with plain spaces and line ends."""
    found = list(_printable(source))
    if ("#" in source or "\\" in source) and _MARKDOWN.search(source):
        found = merged(found, _markup(source))
    return tuple(found)


def _printable(source: str) -> Iterator[Edit]:
    spaced = False  # the text so far ends in a space
    at = 0
    kinds = (ODD, FAR_ODD) if has_far(source) else (ODD,)
    runs = (match.start() for match in _RUN.finditer(source))
    places = sorted(
        [match.start() for odd in kinds for match in odd.finditer(source)]
        + [place for place in runs if place and source[place - 1] != "\n"]  # not plain indents
    )
    for place in places:
        match = _PIECE.match(source, place) if place >= at else None
        if match is None:
            continue
        start, end = match.span()
        if start > at:
            spaced = source[start - 1] == " "
        at = end
        match match.lastgroup:
            case "hidden":
                yield Edit(start, end, "", "control")
                if (
                    spaced
                    and source[end : end + 1] == " "
                    and source[end + 1 : end + 2] not in _WIDE
                ):
                    yield Edit(end, end + 1, "", "whitespace")
                    at = end + 1
            case "entity":
                text = html.unescape(match.group())
                if text != match.group():
                    text = _ODD_SPACE.sub(" ", ANY_HIDDEN.sub("", text))
                    yield Edit(start, end, text, "unescape")
                spaced = text.endswith(" ")
            case "break":
                yield Edit(start, end, "\n", "whitespace")
                spaced = True
            case _:
                indent = start == 0 or source[start - 1] in _LINE_ENDS
                if not indent or match.group().strip(" "):  # plain indents stay as they are
                    yield Edit(start, end, "" if spaced else " ", "whitespace")
                spaced = True


def _markup(source: str) -> list[Edit]:
    return [Edit(*match.span(), "", "markup") for match in _MARKUP.finditer(source)]


def merged(first: Iterable[Edit], second: Iterable[Edit]) -> list[Edit]:
    """Return both in order; where two overlap, the one of `first`."""
    both: list[Edit] = []
    pending = iter(second)
    other = next(pending, None)
    for edit in first:
        while other is not None and other.end <= edit.start:
            both.append(other)
            other = next(pending, None)
        while other is not None and other.start < edit.end:
            other = next(pending, None)
        both.append(edit)
    if other is not None:
        both += (other, *pending)
    return both


def compose(first: tuple[Edit, ...], second: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the one list of edits that does what `first`, then `second` on its result, does.

    No edit of `second` may begin or end inside text that `first` wrote.
    """
    back = SourceMap(first)
    moved = [
        Edit(back.source(edit.start), back.source(edit.end), edit.text, edit.operation)
        for edit in second
    ]
    return tuple(_absorbed(first, moved))


def _absorbed(first: tuple[Edit, ...], moved: list[Edit]) -> Iterator[Edit]:
    """Yield both lists in order, without the edits of `first` that lie within one of `moved`."""
    at = 0
    for edit in moved:
        while at < len(first) and first[at].end <= edit.start:
            yield first[at]
            at += 1
        begin = at
        while at < len(first) and first[at].end <= edit.end:
            at += 1
        marked = any(one.operation == "markup" for one in first[begin:at])
        yield replace(edit, operation="markup") if marked else edit  # it says what it took away
    yield from first[at:]
