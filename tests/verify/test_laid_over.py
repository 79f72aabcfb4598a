"""What is laid over, hidden in or added to a printed brief is found, though its words are there."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
import pytest

from briefing.render.pdf import to_pdf
from briefing.verify import verify
from tests.verify.briefs import made


@cache
def pdf() -> bytes:
    return to_pdf(made(4)).content


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return the printed brief after a change."""
    with pikepdf.open(io.BytesIO(pdf())) as file:
        change(file)
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def _annotate(kind: str, **more: Any) -> Callable[[pikepdf.Pdf], None]:
    def change(file: pikepdf.Pdf) -> None:
        words = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(kind), Rect=[60, 640, 550, 800], F=4,
            Contents="WAR HAS BEGUN", DA="/Helv 40 Tf 0 g", **more,
        )  # fmt: skip
        file.pages[0].obj["/Annots"].append(file.make_indirect(words))

    return change


def _paint(content: bytes, *, first: bool = False) -> Callable[[pikepdf.Pdf], None]:
    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        whole = page.obj["/Contents"].read_bytes()
        parts = (content, whole) if first else (whole, content)
        page.obj["/Contents"] = file.make_stream(b"\n".join(parts))

    return change


def _image(file: pikepdf.Pdf) -> None:
    picture = file.make_stream(
        b"\x00", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1,
        BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceGray,
    )  # fmt: skip
    page = file.pages[0]
    page.obj["/Resources"]["/XObject"]["/x9"] = picture
    _paint(b"q\n300 0 0 100 60 700 cm\n/x9 Do\nQ\n")(file)


def _layer(file: pikepdf.Pdf) -> None:
    group = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="hidden"))
    file.Root["/OCProperties"] = pikepdf.Dictionary(OCGs=[group], D=pikepdf.Dictionary(OFF=[group]))


def _script(file: pikepdf.Pdf) -> None:
    file.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('war')")


def _attach(file: pikepdf.Pdf) -> None:
    file.attachments["other.txt"] = pikepdf.AttachedFileSpec(
        file,
        b"war",
        description="",
        filename="other.txt",
        mime_type="text/plain",
        creation_date="",
        mod_date="",
    )


def _title(file: pikepdf.Pdf) -> None:
    file.docinfo["/Title"] = "WAR HAS BEGUN"


def _description(file: pikepdf.Pdf) -> None:
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and "/Alt" in item:
            item["/Alt"] = pikepdf.String("War has begun")


def _heading(file: pikepdf.Pdf) -> None:
    file.Root["/Outlines"]["/First"]["/Title"] = pikepdf.String("War has begun")


def _link(file: pikepdf.Pdf) -> None:
    file.pages[0].obj["/Annots"][0]["/Dest"] = pikepdf.String("r99")


def _letters(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Let a font say another letter than it draws, everywhere."""

    def change(file: pikepdf.Pdf) -> None:
        for font in file.pages[0].obj["/Resources"]["/Font"].values():
            letters = font["/ToUnicode"]
            letters.write(letters.read_bytes().replace(old, new))

    return change


def _stream(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        content = page.obj["/Contents"].read_bytes()
        at = content.index(old, content.index(b"/Span"))
        page.obj["/Contents"] = file.make_stream(content[:at] + new + content[at + len(old) :])

    return change


def _glyph(file: pikepdf.Pdf) -> None:
    """Draw one glyph as another: the words are read as before and seen as others."""
    from fontTools.ttLib import TTFont

    for font in file.pages[0].obj["/Resources"]["/Font"].values():
        data = font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"]
        drawn = TTFont(io.BytesIO(data.read_bytes()))
        names = drawn.getGlyphOrder()
        drawn["glyf"][names[0x20]] = drawn["glyf"][names[0x2A]]  # e as o
        out = io.BytesIO()
        drawn.save(out)
        data.write(out.getvalue())


CURVE = b"0 0 0 rg\n60 700 m\n90 790 120 790 150 700 c\nf"
FORGED: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a box of text": _annotate("/FreeText"),
    "a stamp": _annotate("/Stamp"),
    "a square": _annotate("/Square"),
    "a link with a look of its own": _annotate("/Link", AP=pikepdf.Dictionary()),
    "a white box over words": _paint(b"1 1 1 rg\n50 600 500 200 re\nf"),
    "a black box": _paint(b"0 0 0 rg\n0 0 596 60 re\nf"),
    "a picture": _image,
    "a picture inside the page": _paint(b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI"),
    "drawn letters": _paint(CURVE),
    "drawn letters, at first": _paint(CURVE, first=True),
    "letters of strokes": _paint(
        b"".join(b"0 0 0 rg\n60 %d 40 2 re\nf\n" % y for y in (30, 33, 36))
    ),
    "a layer": _layer,
    "a script": _script,
    "a second file": _attach,
    "another title": _title,
    "another description": _description,
    "another heading": _heading,
    "another link": _link,
    "a letter said to be another": _letters(b"<0020> <0065>", b"<0020> <006f>"),
    "a letter drawn as another": _glyph,
    "hidden letters": _stream(b"BT\n", b"BT\n3 Tr\n"),
    "tiny letters": _stream(b" Tf\n", b" Tf\n/UDKGVI 0.1 Tf\n"),
    "pale letters": _stream(b"BT\n", b"1 1 1 rg\nBT\n"),
    "other words for a voice": _stream(b"<</MCID 1>>", b"<</MCID 1 /ActualText (war)>>"),
}


@pytest.mark.parametrize("kind", FORGED)
def test_a_page_with_more_or_less_to_see_than_its_words_fails(kind: str) -> None:
    failure = verify(changed(FORGED[kind])).failure
    assert failure is not None


def test_a_box_laid_over_a_page_is_named_with_its_page() -> None:
    failure = verify(changed(_annotate("/FreeText"))).failure
    assert failure is not None
    assert failure.where == "page 1"
    assert "FreeText" in failure.found


def test_a_file_that_was_only_saved_again_is_proved() -> None:
    assert verify(changed(lambda file: None)).failure is None


def test_an_honest_brief_need_not_be_printed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    content = pdf()
    monkeypatch.setattr("briefing.render.pdf.to_pdf", None)
    assert verify(content).failure is None


@pytest.mark.parametrize("kind", ["a picture", "a layer", "a script", "a box of text"])
def test_of_other_templates_pictures_layers_and_programs_are_refused(kind: str) -> None:
    from dataclasses import replace

    brief = made(2)
    method = replace(brief.method, templates_sha256="0" * 64)
    content = to_pdf(replace(brief, method=method)).content
    assert verify(content).failure is None
    with pikepdf.open(io.BytesIO(content)) as file:
        FORGED[kind](file)
        out = io.BytesIO()
        file.save(out)
    assert verify(out.getvalue()).failure is not None
