"""Web pages: the article's lines, and what the page states of itself, for readers and machines."""

import codecs
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.evidence import apply
from briefing.extract import (
    body,
    clocks,
    decoding,
    elements,
    judge,
    markup,
    patterns,
    prose,
    sections,
    titles,
)
from briefing.extract.features import Page
from briefing.extract.lines import Line
from briefing.extract.markup import Fact, Row
from briefing.extract.reading import Reading
from briefing.extract.repetition import Repetition
from briefing.types import Article, Document, PubStamp, Recipe, SetAside, Span, Stated

_MOST_LINES = 50_000
_MOST_TEXT = 1_000_000  # characters that are judged: figures in tables run long
_LEAST_WORDS = 40  # of a line that is taken back
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_CHARSET = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)
_SERVED = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_ALIKE = 0.8  # share of words that two printings of one headline have in common
_TITLE_FACTS = (
    "Subject",
    "JSON",
    "JSON-LD",
    "og:title",
    "headline",
    "twitter:title",
    "title element",
)
_ADDRESS = re.compile(r"https?:|www\.|^@|/|\.(?:com|org|net|de|fr|co)\b")
_HOST = re.compile(r"https?://(?:www\.)?(?P<host>[a-z0-9][a-z0-9.-]{2,80}[a-z0-9])(?=[/:?#]|$)")
_NOBODY = re.compile(r"^(?:admin|editor|staff|redaktion|unknown|author|by|null|none)\b", re.I)


def read(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a web page. Raises ReadError with a reason of `REASONS`."""
    encoding, source = decoded(document.content, document.uri, document.media_type)
    page = markup.read(source)
    text = apply(source, page.edits)
    return assembled(document, Recipe(encoding, page.edits), text, page, repetition)


def assembled(
    document: Document,
    recipe: Recipe,
    text: str,
    page: markup.Markup,
    repetition: Repetition | None,
    *,
    whole: bool = False,
) -> Article:
    """Return the article of a page taken apart; `text` is what `recipe` makes of its bytes.

    With `whole` all lines are taken for the body, but for what they say they are themselves.
    """
    shown = _without(text, page.facts)
    rows = looked_at(page.rows)
    lines = lines_of(rows, text)
    left, junk = patterns.parted(lines, document.profile.junk, document.uri)
    rows, lines = [rows[i] for i in left], tuple(lines[i] for i in left)
    # Cells of figures say nothing for or against the prose beside them.
    worded = [line.text for line in lines if _LETTER.search(line.text)]
    prose.refuse_without_prose("\n".join(worded), document.uri)
    view = Page(lines, junk)
    kept = (
        [True] * len(lines)
        if whole
        else judge.choose(page, rows, view, repetition, document.digest)
    )
    kept = patterns.begun(lines, kept, document.profile.dateline)
    title = _headline(lines, rows, page.facts, text, kept)
    if title is not None:
        kept[title] = False
    reading = _WebReading(document, recipe, shown, view, kept, text, page.facts, title)
    article = reading.article()
    facts = [SetAside(fact.span, "metadata") for fact in page.facts]
    aside = sorted((*article.set_aside, *facts), key=lambda part: (part.span, part.reason))
    outlet = _outlet(article.outlet, page.facts, text)
    remarks = dict.fromkeys((*article.remarks, *(("truncated",) if page.cut else ())))
    return replace(
        article, text=text, outlet=outlet, set_aside=tuple(aside), remarks=tuple(remarks)
    )


def _outlet(printed: Stated | None, facts: Sequence[Fact], text: str) -> Stated | None:
    """Return who the page says published it, unless its own words or the settings say so."""
    if printed is not None and printed.reason in ("configured", "disclaimer"):
        return printed
    for is_publisher in (False, True):  # what a site calls itself is better than who owns it
        for fact in facts:
            name = text[slice(*fact.span)]
            sure = fact.role == "site" and (fact.reason == "JSON-LD") == is_publisher
            if sure and 2 <= len(name) <= 60 and not _ADDRESS.search(name):
                return Stated(name, fact.span, fact.reason)
    return printed or _host(facts, text)


def _host(facts: Sequence[Fact], text: str) -> Stated | None:
    """Return the host of the address that the page gives as its own."""
    for fact in facts:
        match = _HOST.match(text, *fact.span) if fact.role == "address" else None
        if match:
            return Stated(match["host"], match.span("host"), "address")
    return None


def decoded(content: bytes, uri: str, media_type: str = "") -> tuple[str, str]:
    """Return encoding and characters: the server's word, then the page's, where no bytes tell.

    The server's is the `charset` of `media_type`.
    """
    encoding, source = decoding.read(content, uri)
    if encoding.startswith("utf"):
        return encoding, source
    served = _SERVED.search(media_type)
    stated = _CHARSET.search(content[:4096])
    for name in (served and served[1], stated and stated[1].decode("ascii")):
        try:
            found = codecs.lookup(name).name if name else "utf-8"
            if not found.startswith("utf"):
                return found, content.decode(found)
        except (LookupError, UnicodeDecodeError):
            continue
    return encoding, source


def _without(text: str, facts: Sequence[Fact]) -> str:
    """Return the text with the values for machines blanked out, every offset as it was."""
    parts: list[str] = []
    at = 0
    for fact in facts:
        start, end = fact.span
        parts += (text[at:start], " " * (end - start))
        at = end
    return "".join((*parts, text[at:]))


def looked_at(rows: Sequence[Row]) -> list[Row]:
    """Return the lines that are judged: those that show, up to the limit."""
    shown = [row for row in rows if row.tag != "fact"][:_MOST_LINES]
    first = shown[0].start if shown else 0
    return [row for row in shown if row.end - first <= _MOST_TEXT]


def lines_of(rows: Sequence[Row], text: str) -> tuple[Line, ...]:
    """Return the lines of a page as those of plain text are."""
    ahead = [*(row.blank_before for row in rows[1:]), *([True] if rows else [])]
    return tuple(
        Line(
            row.start,
            row.end,
            text[row.start : row.end],
            row.blank_before,
            blank_after,
            row.tag == "li",
            row.tag in elements.HEADINGS,
            "\t" in text[row.start : row.end],
        )
        for row, blank_after in zip(rows, ahead, strict=True)
    )


def _headline(
    lines: Sequence[Line],
    rows: Sequence[Row],
    facts: Sequence[Fact],
    text: str,
    kept: Sequence[bool],
) -> int | None:
    """Return the line that prints the title which the page states; None where none does."""
    stated = [_words(titles.headline(text[slice(*f.span)])) for f in facts if f.role == "title"]
    first = next((i for i, chosen in enumerate(kept) if chosen), len(lines))
    best: tuple[tuple[int, int, int], int] | None = None
    for i in range(min(len(lines), first + 30)):
        tag = rows[i].tag
        if len(lines[i].text) > titles.LONGEST or rows[i].zones & elements.NAV:
            continue
        own = _words(lines[i].text)
        agree = sum(_alike(own, other) for other in stated)
        if not agree or (kept[i] and i > first + 3):
            continue
        rank = (agree, int(tag == "h1") * 2 + int(tag in elements.HEADINGS), -abs(first - i))
        if best is None or rank > best[0]:
            best = (rank, i)
    return best[1] if best else None


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _alike(a: Counter[str], b: Counter[str]) -> bool:
    return bool(a) and 2 * (a & b).total() >= _ALIKE * (a.total() + b.total())


@dataclass(frozen=True)
class _WebReading(Reading):
    """A page with its lines judged, and what it states of itself beside them.

    `text` has blanks for the values that `whole` has and only machines read.
    """

    whole: str
    facts: tuple[Fact, ...]
    headline: int | None

    def judged(self) -> tuple[int | None, list[str]]:
        lines, facts = self.page.lines, self.page.facts
        if self.headline is None and self._stated_title() is None:
            chosen, reasons = super().judged()
        else:
            chosen, reasons = self.headline, body.reasons(lines, facts, self.kept, self.headline)
        if "" not in reasons:  # a page that says all twice: the first time counts
            long = [i for i, taken in enumerate(self.kept) if taken and reasons[i] != "title"]
            best = max(long, key=lambda i: (len(lines[i].text), -i), default=None)
            if best is not None and lines[best].text.count(" ") >= _LEAST_WORDS:
                reasons[best] = ""
        return chosen, reasons

    def title(self, chosen: int | None) -> Stated | None:
        return super().title(chosen) if chosen is not None else self._stated_title()

    def _stated_title(self) -> Stated | None:
        """Return the title that is stated for machines alone."""
        for reason in _TITLE_FACTS:
            for fact in self.facts:
                if fact.role == "title" and fact.reason == reason:
                    start, end = fact.span
                    value = titles.headline(self.whole[start:end])[: titles.LONGEST].rstrip()
                    if len(value) >= 8:
                        return Stated(value, (start, start + len(value)), reason)
        return None

    def byline(self, reasons: list[str], chosen: int | None, numbers: list[int]) -> Stated | None:
        printed = super().byline(reasons, chosen, numbers)
        if printed is not None:
            return printed
        for fact in self.facts:
            name = self.whole[slice(*fact.span)]
            if fact.role == "author" and _is_person(name):
                return self._beside(name, numbers) or Stated(name, fact.span, fact.reason)
        return None

    def section(
        self, reasons: Sequence[str], title: Stated | None, numbers: Sequence[int]
    ) -> Stated | None:
        """Return what is stated for machines, else what the page prints."""
        for fact in self.facts:
            name = self.whole[slice(*fact.span)]
            if fact.role == "section" and sections.is_name(name):
                return Stated(name, fact.span, fact.reason)
        return super().section(reasons, title, numbers)

    def _beside(self, name: str, numbers: Sequence[int]) -> Stated | None:
        """Return the name as printed near the body."""
        lines = self.page.lines
        near = (*range(max(0, numbers[0] - 12), numbers[0]), *range(numbers[-1] + 1, len(lines)))
        for i in near:
            at = lines[i].text.find(name) if len(lines[i].text) < 160 else -1
            if at >= 0:
                start = lines[i].start + at
                return Stated(name, (start, start + len(name)), "byline")
        return None

    def stamps(
        self, title: Stated | None, paragraphs: Sequence[Span], language: str
    ) -> tuple[PubStamp | None, PubStamp | None, tuple[Span, ...]]:
        visible = title if title and title.span and self.headline is not None else None
        published, updated, spans = super().stamps(visible, paragraphs, language)
        stated, changed = clocks.find(self.document, self.whole, self.facts)
        if stated is None:
            return published, updated or changed, spans
        return stated, changed or updated, spans


def _is_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 6
        and len(name) < 60
        and not _ADDRESS.search(name)
        and not _NOBODY.match(name)
    )
