"""What of a PDF is not of our renderer's making: names, annotations, fonts, paint, hidden words."""

import html
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from briefing.verify.glyphs import font_doubt, widths_of
from briefing.verify.page import letters
from briefing.verify.paint import Shape, doubts, shapes_of

if TYPE_CHECKING:
    from briefing.render.engine import Sheets

# Every name (keys and values) that the renderer writes; no image, action, layer, form or sound.
_NAMES = """
A A1.0 AF AFRelationship Alt Annot Annots Art Ascent Author BBox BS BaseFont BleedBox BlockQuote
CA CIDFontType2 CIDSystemInfo CIDToGIDMap CMap CMapName CS CapHeight Caption Catalog CheckSum
ColSpan ColorSpace Column Columns Contents Count CreationDate Creator Data DecodeParms Desc
DescendantFonts Descent Dest DestOutputProfile Dests DisplayDocTitle Div Document EF EmbeddedFile
EmbeddedFiles Encoding ExtGState F Figure Filespec Filter First Flags FlateDecode Font FontBBox
FontDescriptor FontFamily FontFile2 FontFile3 FontName Form GTS_PDFA1 Group H1 H2 H3 H4 H5 H6
Headers I ICCBased ID Identity Identity-H Index Info ItalicAngle K Keywords Kids L LBody LI Lab
Lang Last Layout Lbl Length Length1 Limits Link List ListNumbering MarkInfo Marked MediaBox
Metadata ModDate N Names Next NonStruct None Nums O OBJR Obj ObjStm OpenType Ordered Ordering
Outlines OutputConditionIdentifier OutputIntent OutputIntents P Page Pages Params Parent
ParentTree Part Pattern Pg Predictor Prev Producer Quote Range Rect Registry Resources Root Row
RowSpan S Scope Sect Shading Size Span StemH StemV StructElem StructParent StructParents
StructTreeRoot Subject Subtype Supplement TBody TD TFoot TH THead TR Table Tabs Title ToUnicode
Transparency TrimBox Type Type0 UF Unordered ViewerPreferences W WP-Encod-0 WhitePoint XML XObject
XRef XYZ a1 a1.0 application#2fjson ca lab-d50 lab-d65 srgb
"""
NAMES = frozenset(_NAMES.split())
_NAME = re.compile(rb"/([^\s/<>\[\]()]+)")
_FONT = re.compile(r"[A-Z]{6}(?:\+[^\s/]+)?|x\d+")
_STRING = re.compile(rb"\((?:[^\\()]|\\.)*\)", re.DOTALL)
_META = re.compile(r'<meta name="(description|author)" content="([^"]*)">')
_HEADING = re.compile(r"<(h[1-6])\b[^>]*>(.*?)</\1>", re.DOTALL)

Strange = tuple[str, str]  # where, what


def strange_parts(content: bytes, sheets: "Sheets") -> tuple[Strange, ...]:
    """Return all that the renderer would not make of `sheets`, or not so, pages first."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return (*_pages(pdf, sheets), *_parts(pdf), *_said_of_it(pdf, sheets))
    except (pikepdf.PdfError, RuntimeError, ValueError, KeyError, AttributeError, TypeError) as why:
        return (("the file", f"damaged: {why}"),)


def _pages(pdf: Any, sheets: "Sheets") -> Iterator[Strange]:
    widths: dict[tuple[int, int], Mapping[int, float]] = {}
    shapes: Counter[Shape] = Counter()
    targets = frozenset(re.findall(r'href="#([^"]*)"', sheets.html))
    spoken = frozenset(sheets.labels.values())
    for number, page in enumerate(pdf.pages, 1):
        where = f"page {number}"
        for annotation in page.obj.get("/Annots", ()):
            what = _annotation(annotation, targets, spoken)
            if what:
                yield where, what
        by_name = {}
        for name, font in page.obj["/Resources"].get("/Font", {}).items():
            if font.objgen not in widths:
                doubt = font_doubt(font)
                if doubt:
                    yield where, doubt
                widths[font.objgen] = {} if doubt else widths_of(font)
            by_name[name] = widths[font.objgen]
        found, drawn = doubts(page, by_name)
        shapes += drawn
        for what in found:
            yield where, what
    if shapes != shapes_of(sheets.html):
        yield "the timeline", "lines, bars and circles that are not those of the brief"


def _annotation(annotation: Any, targets: frozenset[str], spoken: frozenset[str]) -> str:
    kind = str(annotation.get("/Subtype", "?")).lstrip("/")
    if kind != "Link" or "/AP" in annotation:
        return f"an annotation ({kind})"
    if str(annotation.get("/Dest", "")) not in targets or "/A" in annotation:
        return "a link that leads elsewhere"
    label = annotation.get("/Contents")
    return "" if label is None or str(label) in spoken else f"a link called {str(label)[:60]!r}"


# What no version and no templates of ours make: refused also where nothing can be compared.
NEVER = frozenset(
    "AA AcroForm Image JS JavaScript Launch OCG OCProperties OpenAction RichMedia Type3 XFA".split()  # noqa: SIM905
)


def active_parts(content: bytes) -> tuple[str, ...]:
    """Return the names of parts that show or do what no templates of ours can ask for."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return tuple(sorted(NEVER & {name.decode("latin-1") for name in _names(pdf)}))
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        return (f"damaged: {error}",)


def _names(pdf: Any) -> set[bytes]:
    import pikepdf

    names: set[bytes] = set()
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            written = pikepdf.Dictionary(dict(item.items())).unparse()
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Array):
            written = item.unparse(resolved=True)
        else:
            continue
        names.update(_NAME.findall(_STRING.sub(b"", written)))
    return names


def _parts(pdf: Any) -> Iterator[Strange]:
    for name in sorted(name.decode("latin-1") for name in _names(pdf)):
        if name not in NAMES and not _FONT.fullmatch(name):
            yield "the file", f"a part that the program never makes ({name[:40]})"
    attached = sorted(pdf.attachments)
    if attached != ["brief.json"]:
        yield "the file", f"attached files {', '.join(attached)[:80]}"


def _said_of_it(pdf: Any, sheets: "Sheets") -> Iterator[Strange]:
    """Look at words that are shown or spoken, but on no page: title, outline, descriptions."""
    import pikepdf

    title = re.search(r"<title>(.*?)</title>", sheets.html, re.DOTALL)
    metas = dict(_META.findall(sheets.html))
    for key, said in (
        ("/Title", title[1] if title else ""),
        ("/Subject", metas.get("description", "")),
        ("/Author", metas.get("author", "")),
    ):
        found = str(pdf.docinfo.get(key, ""))
        if letters(found) != letters(html.unescape(said)):
            yield "the file", f"another {key[1:].lower()}: {found[:80]!r}"
    described = _squeezed(re.findall(r"<title>(.*?)</title>", sheets.html, re.DOTALL))
    headings = {_squeezed([inner]) for _, inner in _HEADING.findall(sheets.html)}
    headings |= {_squeezed([label]) for label in re.findall(r'data-b="([^"]*)"', sheets.html)}
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary):
            continue
        if "/Alt" in item and letters(str(item["/Alt"])) not in described:
            yield "the file", f"a description that is not the brief's: {str(item['/Alt'])[:80]!r}"
        if "/Title" in item and "/Parent" in item and letters(str(item["/Title"])) not in headings:
            yield "the outline", f"a heading that is not the brief's: {str(item['/Title'])[:80]!r}"


def _squeezed(parts: Iterable[str]) -> str:
    return letters(html.unescape(re.sub("<[^>]*>", "", "".join(parts))))


def first_other_page(expected: bytes, found: bytes) -> int | None:
    """Return the first page (from 1) that two files draw differently; None where none."""
    a, b = _drawn(expected), _drawn(found)
    if a == b:
        return None
    pairs = zip(a, b, strict=False)
    return next((n for n, (x, y) in enumerate(pairs, 1) if x != y), min(len(a), len(b)) + 1)


def _drawn(content: bytes) -> list[tuple[bytes, ...]]:
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [
            (
                page.obj["/Contents"].read_bytes(),
                repr([float(number) for number in page.MediaBox]).encode(),
                *(note.unparse(resolved=True) for note in page.obj.get("/Annots", ())),
                *(
                    form.read_bytes()
                    for _, form in sorted(page.obj["/Resources"].get("/XObject", {}).items())
                ),
            )
            for page in pdf.pages
        ]


def makers(content: bytes) -> tuple[str, ...]:
    """Return who made a PDF: the program, the engine, and the fonts in it."""
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as pdf:
        fonts = {
            str(font["/BaseFont"]).partition("+")[2]
            for page in pdf.pages
            for font in page.obj["/Resources"].get("/Font", {}).values()
        }
        made = (str(pdf.docinfo.get(key, "")) for key in ("/Creator", "/Producer"))
        return (*made, *sorted(fonts))
