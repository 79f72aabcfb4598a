"""The fonts inside a PDF: whether each letter looks as the packaged fonts draw it."""

import io
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from briefing import resources

FONTS = (
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-Semibold.ttf",
    "SourceSerif4Display-Semibold.ttf",
    "SourceSans3-Regular.ttf",
    "SourceSans3-Semibold.ttf",
)
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_SECTION = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGE = re.compile(rb"begin(?:bf|cid)range")


def font_doubt(font: Any) -> str:
    """Return what is strange about a font of a PDF (a `pikepdf` dictionary); empty where nothing.

    Every glyph must be drawn as in a packaged font, and be said to be the letter that it is there.
    """
    name = str(font.get("/BaseFont", "?"))
    try:
        if str(font["/Subtype"]) != "/Type0" or str(font["/Encoding"]) != "/Identity-H":
            return f"font {name} of another kind"
        inner = font["/DescendantFonts"][0]
        if str(inner["/CIDToGIDMap"]) != "/Identity":
            return f"font {name}: glyphs in another order"
        data = inner["/FontDescriptor"]["/FontFile2"].read_bytes()
        letters = font["/ToUnicode"].read_bytes()
    except (KeyError, AttributeError, IndexError, TypeError, ValueError):
        return f"font {name} of another kind"
    if _RANGE.search(letters):
        return f"font {name}: letters by ranges"
    said = _said(letters)
    packaged = _origin(data, frozenset(said))
    if not packaged:
        return f"font {name} is none of ours, or some of its glyphs are not"
    wrong = next((glyph for glyph in sorted(said) if not _is(packaged, glyph, said[glyph])), None)
    if wrong is not None:
        return f"font {name}: a glyph that is not {said[wrong]!r}"
    odd = _odd_width(packaged, _widths(font))
    return f"font {name}: widths that are not its own" if odd else ""


def _said(letters: bytes) -> dict[int, str]:
    """Return what a `ToUnicode` map says of each glyph."""
    pairs = (pair for part in _SECTION.findall(letters) for pair in _PAIR.findall(part))
    return {int(a, 16): _text(b) for a, b in pairs}


def widths_of(font: Any) -> dict[int, float]:
    """Return the widths of a font's glyphs that have a letter, 1000 to the size."""
    said = _said(font["/ToUnicode"].read_bytes())
    return {glyph: width for glyph, width in _widths(font).items() if glyph in said}


def _widths(font: Any) -> dict[int, float]:
    widths: dict[int, float] = {}
    items = list(font["/DescendantFonts"][0]["/W"])
    for first, row in zip(items[::2], items[1::2], strict=True):
        for at, width in enumerate(row):
            widths[int(first) + at] = float(width)
    return widths


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")


@lru_cache(maxsize=len(FONTS))
def _packaged(file: str) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(io.BytesIO(resources.font(file)), lazy=True)


def _origin(data: bytes, glyphs: frozenset[int]) -> str:
    """Return the packaged font that draws all these glyphs as the font in hand; else nothing."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        table = font["glyf"]
        for file in FONTS:
            same = zip(_outlines(font, table, glyphs), _outlines_of(file, glyphs), strict=False)
            if all(a == b for a, b in same):
                return file
    except (TTLibError, KeyError, AssertionError, IndexError, ValueError, AttributeError):
        return ""
    return ""


def _outlines_of(file: str, glyphs: frozenset[int]) -> Iterator[object]:
    font = _packaged(file)
    return _outlines(font, font["glyf"], glyphs)


def _outlines(font: Any, table: Any, glyphs: frozenset[int]) -> Iterator[object]:
    order = font.getGlyphOrder()
    for glyph in sorted(glyphs):
        if glyph >= len(order):
            yield None if glyph >= len(order) else glyph
            continue
        points, ends, flags = table[order[glyph]].getCoordinates(table)
        yield list(points), list(ends), [flag & 1 for flag in flags]


@lru_cache(maxsize=len(FONTS))
def _named(file: str) -> tuple[Mapping[int, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Return what letters each glyph of a packaged font stands for: by number and by name."""
    font = _packaged(file)
    by_name: dict[str, set[str]] = {}
    for code, name in font.getBestCmap().items():
        by_name.setdefault(name, set()).add(chr(code))
    order = font.getGlyphOrder()
    frozen = {name: frozenset(letters) for name, letters in by_name.items()}
    return {at: frozen.get(name, frozenset()) for at, name in enumerate(order)}, frozen


def _is(file: str, glyph: int, text: str) -> bool:
    """Return whether a glyph of a packaged font stands for `text`."""
    by_number, by_name = _named(file)
    if text in by_number[glyph]:
        return True
    name = _packaged(file).getGlyphOrder()[glyph]
    parts = name.partition(".")[0].split("_")
    if len(parts) != len(text):
        return False
    return all(letter in by_name.get(part, ()) for part, letter in zip(parts, text, strict=True))


def _odd_width(file: str, widths: Mapping[int, float]) -> bool:
    font = _packaged(file)
    order, metrics, units = font.getGlyphOrder(), font["hmtx"], font["head"].unitsPerEm
    return any(
        glyph >= len(order) or abs(metrics[order[glyph]][0] * 1000 / units - width) > 2
        for glyph, width in widths.items()
    )
