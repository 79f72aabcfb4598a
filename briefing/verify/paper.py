"""What the pages of a PDF say: tagged text in order of reading, and what stands beside it."""

import ctypes
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from briefing.verify.page import letters

DEPTH = 60  # of nested form objects and structure elements; ours are under 20


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
    from pypdfium2 import raw

    with closing(page.get_textpage()) as text_page:
        found: dict[int, list[str]] = {}
        painted: list[tuple[int, str]] = []
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=DEPTH):
            mark = raw.FPDFPageObj_GetMarkedContentID(item)
            text = letters(_text(item, text_page))
            painted.append((mark, text))
            found.setdefault(mark, []).append(text)
        whole = letters(text_page.get_text_range())
    order, figures = _structure(page)
    loose = {-1, *figures, *(mark for mark in found if mark not in set(order))}
    return Sheet(
        tagged="".join("".join(found.get(mark, ())) for mark in order if mark not in figures),
        loose="".join(text for mark, text in painted if mark in loose),
        whole=whole,
    )


def _text(item: Any, text_page: Any) -> str:
    from pypdfium2 import raw

    size = raw.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(
        item, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
    )
    return buffer.raw[:size].decode("utf-16-le", errors="replace").rstrip("\0")


def _structure(page: Any) -> tuple[list[int], set[int]]:
    """Return the ids of marked content in order of reading, and those that are drawings."""
    from pypdfium2 import raw

    order: list[int] = []
    figures: set[int] = set()
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return order, figures
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            top = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
            for mark, drawn in _marks(top, DEPTH):
                order.append(mark)
                if drawn:
                    figures.add(mark)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return list(dict.fromkeys(order)), figures


def _marks(element: Any, depth: int) -> Iterator[tuple[int, bool]]:
    from pypdfium2 import raw

    if not element or not depth:
        return
    drawn = _type(element) == "Figure"
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mark >= 0:
            yield mark, drawn
            continue
        for inner, inner_drawn in _marks(
            raw.FPDF_StructElement_GetChildAtIndex(element, index), depth - 1
        ):
            yield inner, drawn or inner_drawn


def _type(element: Any) -> str:
    from pypdfium2 import raw

    buffer = ctypes.create_string_buffer(64)
    size = raw.FPDF_StructElement_GetType(element, buffer, 64)
    return buffer.raw[: min(size, 64)].decode("utf-16-le", errors="replace").rstrip("\0")


def _annotations(page: Any) -> Iterator[str]:
    from pypdfium2 import raw

    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind != raw.FPDF_ANNOT_LINK:
            yield f"annotation of kind {kind}"
