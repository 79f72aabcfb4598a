"""PDF/UA as a reader meets it: every word is reached from a tag or is an artifact, nothing else."""

import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from briefing.brief import Brief
from briefing.render import Rendered
from briefing.render.pdf import to_pdf
from tests.render import briefs

HEADINGS = re.compile(r"/H([1-6])")
MAKERS: dict[str, Callable[[], Brief]] = {
    "sample": briefs.sample,
    "nothing": briefs.nothing,
    "many": lambda: briefs.many(12),
}


@pytest.fixture(scope="module", params=[*MAKERS, "scripts"])
def document(request: pytest.FixtureRequest, rendered: Rendered) -> Iterator[pikepdf.Pdf]:
    name = request.param
    brief = briefs.of(briefs.SCRIPTS, briefs.LONG) if name == "scripts" else MAKERS[name]()
    content = rendered.outputs["pdf"] if name == "sample" else to_pdf(brief).content
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def kids(element: Any) -> list[Any]:
    if "/K" not in element:
        return []
    return list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]


def is_element(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/S" in item


def elements(document: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Return (element, parent) for the whole tree, in order of reading."""
    root = document.Root.StructTreeRoot
    waiting = [(kid, root) for kid in reversed(kids(root))]
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting += [(kid, element) for kid in reversed(kids(element)) if is_element(kid)]


def kind(element: Any) -> str:
    return str(element.get("/S", ""))


def marked(document: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Return what the tree owns: (object number of the page, number of marked content)."""
    owned = set()
    for element, _ in elements(document):
        for kid in kids(element):
            if isinstance(kid, int):
                owned.add((element.Pg.objgen[0], kid))
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                owned.add(((kid.Pg if "/Pg" in kid else element.Pg).objgen[0], int(kid.MCID)))
    return owned


def painted(document: pikepdf.Pdf) -> Iterator[tuple[Any, int | None, str]]:
    """Return (page, number of marked content or None, tag) for each thing that shows text."""
    for page in document.pages:
        open_marks: list[tuple[str, int | None]] = []
        for instruction in pikepdf.parse_content_stream(page):
            operands: Any = instruction.operands
            match str(instruction.operator):
                case "BDC" | "BMC":
                    detail = operands[1] if len(operands) > 1 else {}
                    number = detail.get("/MCID") if isinstance(detail, pikepdf.Dictionary) else None
                    open_marks.append((str(operands[0]), None if number is None else int(number)))
                case "EMC":
                    open_marks.pop()
                case "Tj" | "TJ":
                    tags = [tag for tag, _ in open_marks]
                    numbers = [number for _, number in open_marks if number is not None]
                    tag = "/Artifact" if "/Artifact" in tags else (tags or [""])[-1]
                    yield page, numbers[-1] if numbers else None, tag
                case _:
                    pass
        assert open_marks == []


def test_all_text_is_tagged_or_an_artifact(document: pikepdf.Pdf) -> None:
    owned = marked(document)
    words = list(painted(document))
    assert len(words) > 20
    for page, number, tag in words:
        assert tag == "/Artifact" or (page.objgen[0], number) in owned, (tag, number)
        assert not (tag == "/Artifact" and (page.objgen[0], number) in owned)


def test_every_element_knows_its_parent(document: pikepdf.Pdf) -> None:
    for element, parent in elements(document):
        assert element.P.objgen == parent.objgen


def test_the_parent_tree_names_the_element_of_every_mark(document: pikepdf.Pdf) -> None:
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    reached = {element.objgen for element, _ in elements(document)}
    for page in document.pages:
        held = [getattr(owner, "objgen", None) for owner in owners[int(page.StructParents)]]
        assert set(held) <= reached | {None}


def test_one_first_heading_and_no_level_is_left_out(document: pikepdf.Pdf) -> None:
    found = [HEADINGS.fullmatch(kind(element)) for element, _ in elements(document)]
    levels = [int(match[1]) for match in found if match]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_lists_are_made_of_items_with_bodies(document: pikepdf.Pdf) -> None:
    for element, parent in elements(document):
        if kind(element) == "/L":
            assert {kind(kid) for kid in kids(element)} == {"/LI"}
        if kind(element) == "/LI":
            assert kind(parent) == "/L"
            assert {kind(kid) for kid in kids(element)} in ({"/LBody"}, {"/Lbl", "/LBody"})
        if kind(element) in ("/LBody", "/Lbl"):
            assert kind(parent) == "/LI"


def test_tables_are_made_of_rows_under_a_row_of_headers(document: pikepdf.Pdf) -> None:
    rows = [(row, parent) for row, parent in elements(document) if kind(row) == "/TR"]
    assert rows
    for row, parent in rows:
        cells = {kind(cell) for cell in kids(row)}
        assert cells == ({"/TH"} if kind(parent) == "/THead" else {"/TD"})
    for table, _ in elements(document):
        if kind(table) == "/Table":
            parts = [kind(kid) for kid in kids(table)]
            # WeasyPrint sets no head above a first row that is longer than a page.
            assert parts in (["/THead", "/TBody"], ["/TBody"])
            widths = {len(kids(row)) for part in kids(table) for row in kids(part)}
            assert len(widths) == 1


def test_drawings_are_told_in_words(document: pikepdf.Pdf) -> None:
    for element, _ in elements(document):
        if kind(element) == "/Figure":
            assert len(str(element.Alt)) > 40


def test_every_link_is_an_annotation_and_words_inside_one_element(document: pikepdf.Pdf) -> None:
    annotations = {
        link.objgen
        for page in document.pages
        for link in page.get("/Annots", [])
        if link.Subtype == "/Link"
    }
    held = set()
    for element, _ in elements(document):
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                assert kind(element) == "/Link"
                held.add(kid.Obj.objgen)
    assert annotations == held


def test_pages_tab_in_order_of_structure_and_name_their_language(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        assert "/Annots" not in page or page.get("/Tabs") == "/S"
    assert str(document.Root.Lang)
    assert str(document.docinfo.Title)


def test_words_in_another_language_say_so() -> None:
    brief = briefs.of(briefs.PRICES, briefs.SCRIPTS)
    with pikepdf.open(io.BytesIO(to_pdf(brief).content)) as document:
        told = {str(element.Lang) for element, _ in elements(document) if "/Lang" in element}
    assert "ko" in told
    with pikepdf.open(io.BytesIO(to_pdf(briefs.sample()).content)) as document:
        assert not [element for element, _ in elements(document) if "/Lang" in element]
