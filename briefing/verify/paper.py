"""What the pages of a PDF say: tagged text in order of reading, and what stands beside it."""

import ctypes
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from briefing.verify.page import letters

DEPTH = 20  # of nested form objects; ours have none
ELEMENTS = 200_000  # of the structure of one page; ours are under 2,000
ROOM = 2048  # characters of a text object; a line has some 100
FIGURE = "Figure".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page: its tagged text, the text beside it (heads, feet, drawings), and all."""

    tagged: str
    loose: str
    whole: str


@dataclass(frozen=True, slots=True)
class Printed:
    """All pages, and the paper they are set on."""

    sheets: tuple[Sheet, ...]
    paper: str
    strange: tuple[str, ...]  # annotations that can show words of their own


def read_sheets(content: bytes) -> Printed:
    """Return what is printed on each page of a PDF.

    Raises ValueError where the file cannot be read.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(io.BytesIO(content))
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    with closing(document):
        strange: list[str] = []
        sheets = []
        for number in range(len(document)):
            with closing(document[number]) as page:
                sheets.append(_sheet(page))
                strange += [f"page {number + 1}: {kind}" for kind in _annotations(page)]
        width = document.get_page_size(0)[0] if len(document) else 0.0
    return Printed(tuple(sheets), "Letter" if round(width) == 612 else "A4", tuple(strange))


def whole_text(content: bytes) -> tuple[str, ...]:
    """Return all text of each page in the order it was painted."""
    return tuple(sheet.whole for sheet in read_sheets(content).sheets)


def _sheet(page: Any) -> Sheet:
    with closing(page.get_textpage()) as text_page:
        painted = [(mark, letters(text)) for mark, text in _painted(page, text_page)]
        whole = letters(text_page.get_text_range())
    order, figures = _structure(page)
    found: dict[int, list[str]] = {}
    for mark, text in painted:
        found.setdefault(mark, []).append(text)
    return Sheet(
        tagged="".join("".join(found.get(mark, ())) for mark in order if mark not in figures),
        loose="".join(text for mark, text in painted if mark not in order or mark in figures),
        whole=whole,
    )


def _painted(page: Any, text_page: Any) -> Iterator[tuple[int, str]]:
    """Return each text object, in the order of painting: its marked content's id (or -1), words."""
    from pypdfium2 import raw

    room = (ctypes.c_ushort * ROOM)()
    objects = [raw.FPDFPage_GetObject(page, i) for i in range(raw.FPDFPage_CountObjects(page))]
    waiting = [(item, 0) for item in reversed(objects)]
    while waiting:
        item, depth = waiting.pop()
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEPTH:
            inner = range(raw.FPDFFormObj_CountObjects(item) - 1, -1, -1)
            waiting += [(raw.FPDFFormObj_GetObject(item, i), depth + 1) for i in inner]
        if kind != raw.FPDF_PAGEOBJ_TEXT:
            continue
        size = raw.FPDFTextObj_GetText(item, text_page, room, ROOM * 2)
        words = room
        if size > ROOM * 2:
            words = (ctypes.c_ushort * (size // 2))()
            raw.FPDFTextObj_GetText(item, text_page, words, size)
        text = ctypes.string_at(words, max(0, size - 2)).decode("utf-16-le", errors="replace")
        # PDFium tells a hyphen at the end of a line apart from others.
        yield raw.FPDFPageObj_GetMarkedContentID(item), text.replace("\x02", "-")


def _structure(page: Any) -> tuple[dict[int, None], set[int]]:
    """Return the ids of marked content in order of reading, and those that are drawings."""
    from pypdfium2 import raw

    order: dict[int, None] = {}
    figures: set[int] = set()
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return order, figures
    try:
        tops = range(raw.FPDF_StructTree_CountChildren(tree) - 1, -1, -1)
        _walk([raw.FPDF_StructTree_GetChildAtIndex(tree, i) for i in tops], order, figures)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return order, figures


def _walk(waiting: list[Any], order: dict[int, None], figures: set[int]) -> None:
    """Visit elements in order of reading; `waiting` holds them, the next one last."""
    from pypdfium2 import raw

    count = raw.FPDF_StructElement_CountChildren
    mark_at = raw.FPDF_StructElement_GetChildMarkedContentID
    child_at = raw.FPDF_StructElement_GetChildAtIndex
    budget = ELEMENTS
    while waiting and budget:
        budget -= 1
        element = waiting.pop()
        if isinstance(element, int):
            order[element] = None
            continue
        following: list[Any] = []
        for index in range(count(element)):
            mark = mark_at(element, index)
            if mark < 0:
                child = child_at(element, index)
                if child:
                    following.append(child)
                continue
            following.append(mark)
            if mark not in figures and _is_figure(element):
                figures.add(mark)
        waiting += reversed(following)


def _is_figure(element: Any) -> bool:
    from pypdfium2 import raw

    room = (ctypes.c_ushort * 8)()
    size = raw.FPDF_StructElement_GetType(element, room, ctypes.sizeof(room))
    return bool(size == len(FIGURE) + 2) and ctypes.string_at(room, len(FIGURE)) == FIGURE


def _annotations(page: Any) -> Iterator[str]:
    from pypdfium2 import raw

    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind != raw.FPDF_ANNOT_LINK:
            yield f"annotation of kind {kind}"
