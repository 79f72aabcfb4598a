"""What the file is, beyond its words: tags, names, links, attachment, claims, bytes."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefing.brief import Brief
from briefing.errors import PdfError
from briefing.render import Rendered, child, engine, pdf, to_json
from tests.render import briefs
from tests.render.reading import pdf_text

ROOT = Path(__file__).parents[2]
PRINT_FLAG = 4


@pytest.fixture(scope="module")
def document(rendered: Rendered) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(rendered.outputs["pdf"])) as opened:
        yield opened


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    stack = [document.Root.StructTreeRoot.K]
    while stack:
        item = stack.pop()
        if isinstance(item, pikepdf.Array):
            stack.extend(list(item))
        elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
            yield item
            if "/K" in item:
                stack.append(item.K)


def test_it_is_tagged_and_names_its_language_and_title(document: pikepdf.Pdf, brief: Brief) -> None:
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang) == "en"
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert str(document.docinfo.Title) == f"{brief.title}: {brief.subtitle} – situation brief"


def test_it_claims_accessibility_and_archive_in_one_file(document: pikepdf.Pdf) -> None:
    xmp = document.Root.Metadata.read_bytes()
    assert b'pdfuaid:part="1"' in xmp
    assert b'part="3"' in xmp
    assert b'conformance="A"' in xmp


def test_headings_nest_without_gaps(document: pikepdf.Pdf) -> None:
    levels = [int(str(element.S)[2]) for element in elements(document) if str(element.S)[1] == "H"]
    assert levels.count(1) == 1
    assert {2, 3} <= set(levels)


def test_the_drawing_has_words_for_those_who_cannot_see_it(document: pikepdf.Pdf) -> None:
    figures = [element for element in elements(document) if str(element.S) == "/Figure"]
    assert len(figures) == 1
    assert "8 May Northern Wire (Northern Wire)" in str(figures[0].Alt)
    assert "16 May A mediator will meet both sides on May 16" in str(figures[0].Alt)


def test_header_cells_say_what_they_head(document: pikepdf.Pdf) -> None:
    cells = [element for element in elements(document) if str(element.S) == "/TH"]
    assert len(cells) >= 9
    assert all(str(cell.A.Scope) == "/Column" for cell in cells)


def test_no_element_is_empty(document: pikepdf.Pdf) -> None:
    for element in elements(document):
        if str(element.S) in ("/P", "/Span", "/Div", "/NonStruct", "/Sect", "/H2", "/H3"):
            assert "/Alt" in element or len(element.K)


def test_running_heads_and_feet_are_artifacts(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        content = page.Contents.read_bytes()
        assert content.count(b"/Pagination") >= 1


def test_every_link_is_named_and_printed(document: pikepdf.Pdf) -> None:
    links = [link for page in document.pages for link in page.get("/Annots", [])]
    assert len(links) > 25
    for link in links:
        assert int(link.F) & PRINT_FLAG
        assert len(str(link.Contents)) > 3
    assert "Register entry 1: Northern Wire" in {str(link.Contents) for link in links}


def test_links_lead_somewhere(document: pikepdf.Pdf) -> None:
    names = {str(name) for name in list(document.Root.Names.Dests.Names)[::2]}
    links = [link for page in document.pages for link in page.get("/Annots", [])]
    targets = {str(link.Dest) for link in links if "/Dest" in link}
    assert {"r1", "a1", "t1", "register"} <= targets <= names


def test_the_evidence_is_attached_once_and_whole(
    document: pikepdf.Pdf, rendered: Rendered, brief: Brief
) -> None:
    assert list(document.attachments) == ["brief.json"]
    data = document.attachments["brief.json"].get_file().read_bytes()
    assert data == rendered.outputs["json"] == to_json(brief)
    assert len(document.Root.AF) == 1
    assert str(document.Root.AF[0].AFRelationship) == "/Data"


def test_bookmarks_follow_the_themes(document: pikepdf.Pdf, brief: Brief) -> None:
    with document.open_outline() as outline:
        (top,) = outline.root
        titles = [item.title for item in top.children]
    assert top.title == brief.title
    assert titles[:3] == ["Bottom line", "Timeline", "Looking ahead"]
    assert [theme.label for theme in brief.themes] == titles[4:6]


def test_contents_name_the_page(rendered: Rendered) -> None:
    text = pdf_text(rendered.outputs["pdf"])
    assert "Page 1 of" in text
    assert "Strike and talks" in text


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_paper(paper: str, size: tuple[int, int]) -> None:
    printed = pdf.to_pdf(briefs.nothing(), paper=paper)
    with pikepdf.open(io.BytesIO(printed.content)) as document:
        box = [round(float(edge)) for edge in document.pages[0].MediaBox]
    assert tuple(box[2:]) == size


def test_letters_without_a_font_are_named_by_script() -> None:
    assert engine.scripts(["한", "特", "の", "。", "ا"]) == ("Arabic", "CJK", "Hangul", "Hiragana")
    unassigned = "\U000e0fff"
    assert engine.scripts([unassigned]) == ("Unknown",)


def test_a_template_reaches_neither_files_nor_network(tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>CANARY</text></svg>')
    (tmp_path / "brief.html").write_text(
        f'<html lang="en"><title>t</title><img alt="a" src="{secret.as_uri()}">'
        f'<link rel="attachment" href="{secret.as_uri()}">'
        '<img alt="b" src="http://127.0.0.1:9/x.png"><img alt="c" src="data:image/png;base64,AA">'
        "<p>{{ brief.title }}</p></html>"
    )
    printed = pdf.to_pdf(briefs.nothing(), templates=tmp_path)
    assert "CANARY" not in pdf_text(printed.content)
    with pikepdf.open(io.BytesIO(printed.content)) as document:
        assert list(document.attachments) == ["brief.json"]


def test_the_same_bytes_under_another_seed_zone_and_without_system_fonts(
    rendered: Rendered, tmp_path: Path
) -> None:
    command = (
        "import sys, hashlib; sys.path.insert(0, '.')\n"
        "from briefing.render import render; from tests.render import briefs\n"
        f"made = render(briefs.sample(), {tuple(rendered.outputs)}).outputs\n"
        "print(*(hashlib.sha256(content).hexdigest() for content in made.values()))"
    )
    no_fonts = tmp_path / "fonts.conf"
    no_fonts.write_text("<fontconfig><cachedir>cache</cachedir></fontconfig>")
    environment = os.environ | {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Seoul",
        "LC_ALL": "C",
        "FONTCONFIG_FILE": str(no_fonts),
    }
    done = subprocess.run(
        [sys.executable, "-c", command],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    here = [hashlib.sha256(content).hexdigest() for content in rendered.outputs.values()]
    assert done.stdout.split() == here
    assert done.stderr == ""


def test_printing_here_or_in_a_child_is_the_same(rendered: Rendered, brief: Brief) -> None:
    assert pdf.to_pdf(brief).content == rendered.outputs["pdf"]


def test_the_engines_own_faults_are_pdf_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: engine.Sheets) -> bytes:
        raise RecursionError("too deep")

    monkeypatch.setattr(engine, "_write", fail)
    with pytest.raises(PdfError, match="RecursionError: too deep"):
        pdf.to_pdf(briefs.nothing())


def test_a_missing_system_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: engine.Sheets) -> bytes:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(engine, "_write", fail)
    with pytest.raises(PdfError, match="Pango"):
        pdf.to_pdf(briefs.nothing())


def test_a_layout_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "CPU_S", 1)
    monkeypatch.setattr(child, "CPU_S_ARTICLE", 0)
    with pytest.raises(PdfError, match="1 s of processor time"):
        pdf.to_pdf_in_child(briefs.many(100))


def test_letters_without_a_font_are_told_by_the_child() -> None:
    printed = pdf.to_pdf_in_child(briefs.of(replace(briefs.SCRIPTS, title="\U00012000 \U00016a40")))
    assert printed.content.startswith(b"%PDF-1.7")
    assert {"Cuneiform", "Mro"} <= set(printed.fonts_missing)


def test_a_long_address_is_one_kind_of_link() -> None:
    address = "https://long.example/" + "path/" * 60
    told = replace(briefs.PRICES, uri=address)
    with pikepdf.open(io.BytesIO(pdf.to_pdf(briefs.of(told)).content)) as document:
        for element in elements(document):
            kids = element.get("/K", [])
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            for kid in kids:
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                    assert str(element.S) == "/Link"
