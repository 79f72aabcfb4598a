"""The printed words: what the file in hand shows, against what its evidence says it should."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path
from typing import Literal

from briefing import __version__
from briefing.brief import Brief
from briefing.errors import PdfError
from briefing.evidence import sha256
from briefing.verify.page import Active, Page, Stretch, letters, read_page
from briefing.verify.paper import read_sheets, whole_text
from briefing.verify.proof import Claim
from briefing.verify.quotes import quotations
from briefing.verify.sheets import CONTEXT, PRINTED, sheet_claims, spaced
from briefing.verify.strange import Strange, active_parts, first_other_page, makers, strange_parts

Form = Literal["pdf", "html", "json"]
WHOLE = "printed pages"
PAINTED = "pages with nothing laid over them"
FOUND = "quotations found in print"
_SEAL = re.compile(r"SHA-256([0-9a-f]{64})")  # 12 digits are printed of a source's digest


def same_templates(brief: Brief, templates: Path | None) -> bool:
    """Return whether the templates at hand are those the brief was printed with."""
    from briefing.resources import templates_sha256

    return brief.method.templates_sha256 == templates_sha256(templates)


def printed_claims(
    brief: Brief, form: Form, content: bytes, templates: Path | None, unchecked: list[str]
) -> Iterator[Claim]:
    """Compare all that is printed with what the shipped templates print of this evidence."""
    match form:
        case "pdf":
            yield from _pdf_claims(brief, content, templates, unchecked)
        case "html":
            yield from _html_claims(brief, content, templates, unchecked)
        case "json":
            return


def _pdf_claims(
    brief: Brief, content: bytes, templates: Path | None, unchecked: list[str]
) -> Iterator[Claim]:
    from briefing.render.pdf import sheets

    wanted = sheets(brief, templates=templates)
    strange = strange_parts(content, wanted)
    held: list[Claim] = []
    doubt: Claim | None = None
    printed = read_sheets(content)
    for claim in sheet_claims(read_page(wanted.html), printed):
        if claim.expected != claim.found:
            doubt = claim
            break
        held.append(claim)
    if doubt or strange:
        # What can be followed only roughly (letters without a font of ours, scripts that are
        # shaped, soft hyphens, lines that run over) is decided by printing the whole brief again:
        # slower, and exact.
        yield from _printed_again(brief, content, templates, unchecked, doubt, strange)
        return
    yield from held
    for number in range(1, len(printed.sheets) + 1):
        yield Claim(PAINTED, f"page {number}", "nothing but the brief", True, True)


def _printed_again(
    brief: Brief,
    content: bytes,
    templates: Path | None,
    unchecked: list[str],
    doubt: Claim | None,
    strange: Sequence[Strange],
) -> Iterator[Claim]:
    from briefing.render.pdf import sheets, to_pdf

    paper = read_sheets(content).paper
    try:
        again = to_pdf(brief, paper=paper, templates=templates).content
    except PdfError:
        yield doubt or _strange_claim(strange[0])
        return
    expected, found = whole_text(again), whole_text(content)
    if again != content:
        ours = strange_parts(again, sheets(brief, templates=templates))
        others = [part for part in strange if part not in ours]
        differs = next((n for n, (a, b) in enumerate(_pairs(expected, found), 1) if a != b), None)
        if differs and doubt and f"page {differs}," in f"{doubt.where},":
            yield doubt
        elif others:
            yield _strange_claim(others[0])
        elif differs and differs <= min(len(expected), len(found)):
            yield _page_claim(differs, expected[differs - 1], found[differs - 1])
        yield Claim(WHOLE, "pages", "number of pages", len(expected), len(found))
        yield from _drawing_claims(brief, again, content, unchecked)
    for number in range(1, len(found) + 1):
        yield Claim(WHOLE, f"page {number}", "the printed page", True, True)


def _pairs(expected: Sequence[str], found: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip_longest(expected, found, fillvalue="")


def _strange_claim(strange: Strange) -> Claim:
    where, what = strange
    return Claim(PAINTED, where, "nothing but the brief", "", what)


def _drawing_claims(
    brief: Brief, again: bytes, content: bytes, unchecked: list[str]
) -> Iterator[Claim]:
    """Compare how pages with the same words are drawn, where the same hand drew them."""
    other = first_other_page(again, content)
    if other is None:
        return
    if brief.method.version == __version__ and makers(again) == makers(content):
        yield Claim(PAINTED, f"page {other}", "drawn as it is when printed again", True, False)
    unchecked.append(
        "how the pages are drawn: printed by another version of the program, of WeasyPrint or "
        "with other fonts; their words are proved"
    )


def _page_claim(number: int, expected: str, found: str) -> Claim:
    pairs = zip(expected, found, strict=False)
    shorter = min(len(expected), len(found))
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), shorter)
    low, high = max(0, at - CONTEXT), at + CONTEXT
    return Claim(WHOLE, f"page {number}", "the printed words", expected[low:high], found[low:high])


def _html_claims(
    brief: Brief, content: bytes, templates: Path | None, unchecked: list[str]
) -> Iterator[Claim]:
    from briefing.render.html import PAGES as PAPERS
    from briefing.render.html import page_rule, to_html

    expected = to_html(brief, paper="A4", templates=templates)
    helped = to_html(brief, paper="A4", templates=templates, script=True)
    rule = page_rule("A4").encode()
    variants = [
        page.replace(rule, page_rule(paper).encode())
        for page in (expected, helped)
        for paper in PAPERS
    ]
    if content in variants:
        yield Claim(WHOLE, "the page", "byte for byte what the templates give", True, True)
        return
    yield from _stretch_claims(
        read_page(expected.decode("utf-8")), read_page(content.decode("utf-8", errors="replace"))
    )
    if brief.method.version == __version__:
        yield _markup_claim(max(variants, key=lambda page: _same(page, content)), content)
        return
    unchecked.append(
        "markup and styles of the page: not byte for byte what the templates give; made by "
        f"version {brief.method.version}, this is {__version__}"
    )
    yield active_claim(content)


def _same(a: bytes, b: bytes) -> int:
    """Return how many bytes are the same from the beginning."""
    if a == b:
        return len(a)
    low, high = 0, min(len(a), len(b))
    while low < high:  # halving is faster than one by one
        middle = (low + high + 1) // 2
        low, high = (middle, high) if a[:middle] == b[:middle] else (low, middle - 1)
    return low


def _markup_claim(expected: bytes, found: bytes) -> Claim:
    at = _same(expected, found)
    low, high = max(0, at - CONTEXT // 2), at + CONTEXT
    line = expected.count(b"\n", 0, at) + 1
    parts = (page[low:high].decode("utf-8", errors="replace") for page in (expected, found))
    return Claim(WHOLE, f"the page, line {line}", "the markup", *parts)


def active_claim(content: bytes) -> Claim:
    """Refuse what could show other words than the page holds: programs, and parts from elsewhere.

    Of styles nothing is known: what they hide or add is said not to be checked.
    """
    active = Active()
    active.feed(content.decode("utf-8", errors="replace"))
    active.close()
    found = active.found[0] if active.found else ""
    return Claim(WHOLE, "the page", "no script, and nothing from elsewhere", "", found)


def _stretch_claims(expected: Page, found: Page) -> Iterator[Claim]:
    """Compare the words of two pages, however markup cuts them into stretches."""
    text = "".join(stretch.text for stretch in found.stretches)
    at = 0
    for stretch in expected.stretches:
        part = text[at : at + len(stretch.text)]
        if part != stretch.text:
            raw = _raw(found, at, at + len(stretch.text))
            yield _difference(stretch, part, raw)
            return
        yield Claim(PRINTED, stretch.section, "words", True, True)
        at += len(stretch.text)
    rest = text[at : at + 2 * CONTEXT]
    yield Claim(PRINTED, "end of the page", "nothing more than the brief", "", rest)


def _raw(page: Page, start: int, end: int) -> str:
    """Return the stretches, as the page has them, that hold letters `start:end` of it."""
    at, parts = 0, []
    for stretch in page.stretches:
        if at < end and at + len(stretch.text) > start:
            parts.append(stretch.raw)
        at += len(stretch.text)
    return " ".join(parts)


def _difference(stretch: Stretch, found: str, raw: str) -> Claim:
    pairs = zip(stretch.text, found, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), len(found))
    low, high = max(0, at - CONTEXT), at + CONTEXT
    return Claim(
        PRINTED,
        stretch.section,
        "the printed words",
        spaced(stretch.text[low:high], stretch.raw),
        spaced(found[low:high], raw),
    )


def found_claims(brief: Brief, form: Form, content: bytes) -> Iterator[Claim]:
    """Find each quotation with its mark, each headline and the seal in print by other templates.

    A quotation is printed as often as the evidence has it, but for the timeline, which templates
    often shorten.
    """
    from briefing.render.record import to_json

    if form == "html":
        yield active_claim(content)
    else:
        yield Claim(PAINTED, "pages", "nothing laid over them", (), read_sheets(content).strange)
        yield Claim(
            PAINTED, "the file", "no pictures, layers or programs", (), active_parts(content)
        )
    text = "".join(_whole(form, content))
    for seal in _SEAL.findall(text):
        yield Claim(
            FOUND, "method", "printed SHA-256 of the evidence", sha256(to_json(brief)), seal
        )
    wanted: Counter[str] = Counter()
    for placed in quotations(brief):
        said = letters(placed.quotation.text + placed.quotation.mark)
        if placed.section == "timeline":
            continue
        wanted[said] += 1
        found = text.count(said) >= wanted[said]
        yield Claim(FOUND, placed.where, "printed with its mark", True, found)
    told = chain.from_iterable(s.entries for theme in brief.themes for s in theme.stories)
    for entry in told:
        title = brief.entry(entry.source).title
        if title:
            where = f"source {entry.source}"
            yield Claim(FOUND, where, "printed headline", True, letters(title.text) in text)


def _whole(form: Form, content: bytes) -> Sequence[str]:
    if form == "pdf":
        return [sheet.tagged or sheet.whole for sheet in read_sheets(content).sheets]
    page = read_page(content.decode("utf-8", errors="replace"))
    return [stretch.text for stretch in page.stretches]
