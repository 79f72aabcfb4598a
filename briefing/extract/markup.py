"""HTML to text by recorded operations: tags away, entities read, white space as on the screen.

Every block is a line. What a page states for machines (JSON-LD, `meta`, `<time datetime>`) stays
in the text, each value on a line of its own, so that what is taken from it can be proved.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from briefing.extract import elements, jsonld
from briefing.extract.characters import ANY_HIDDEN, BREAKS, ESCAPE, HIDDEN, SPACES
from briefing.extract.tags import LONGEST_ATTRIBUTES, Attribute, Token, attributes, tokens
from briefing.types import Edit, Operation, Span

DEEPEST = 400  # open elements that are told apart
MOST_OPEN = 50_000  # elements left open: what follows is not read
MOST_PIECES = 450_000  # tags and texts: a page of news has some 5,000
MOST_ASKED = 100_000  # tags and texts of a page that trafilatura is asked about
_LOOK_BACK = 60  # open elements in which an end tag seeks its own
_MOST_FACTS = 24
_LONGEST_FACT = 1_000
_REMEMBERED = 300  # characters of attributes that may come again
_TOLD = ("class", "id", "role", "itemprop", "href", "rel")

_GAP = f"{SPACES}{BREAKS}"
_SPECIAL = re.compile(
    rf"(?P<space>[{_GAP}]{{2,}}|(?! )[{_GAP}])"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?)"
    rf"|(?P<hidden>(?:{ESCAPE}|{HIDDEN})+)"
)
_JSON_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|.)", re.DOTALL)
_JSON_LETTERS = {"n": " ", "t": " ", "r": " ", "b": "", "f": " "}
_CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FACTS = {
    "og:title": "title", "twitter:title": "title", "headline": "title", "dc.title": "title",
    "parsely-title": "title", "sailthru.title": "title", "title": "title",
    "author": "author", "article:author": "author", "dc.creator": "author", "byl": "author",
    "parsely-author": "author", "sailthru.author": "author", "twitter:creator": "",
    "og:url": "address", "og:site_name": "site", "application-name": "site", "parsely-site": "site",
    "article:section": "section", "parsely-section": "section", "og:section": "section",
    "sailthru.section": "section", "article.section": "section", "section": "section",
    "cxenseparse:recs:category": "section",
    "article:published_time": "published", "datepublished": "published", "date": "published",
    "pubdate": "published", "publishdate": "published", "publish-date": "published",
    "publish_date": "published", "dc.date": "published", "dc.date.issued": "published",
    "dcterms.created": "published", "dcterms.date": "published", "parsely-pub-date": "published",
    "sailthru.date": "published", "og:published_time": "published", "article.published":
    "published", "article:published": "published", "published_time": "published",
    "cxenseparse:recs:publishtime": "published", "datecreated": "published",
    "article:modified_time": "updated", "og:updated_time": "updated", "datemodified": "updated",
    "last-modified": "updated", "lastmod": "updated", "article.updated": "updated",
    "dcterms.modified": "updated",
}  # fmt: skip


@dataclass(slots=True)
class Row:
    """A line of the page's text and where in the page it stood."""

    start: int
    end: int = 0
    tag: str = ""
    zones: int = 0
    box: int = 0  # number of the element whose parts are the lines beside it
    linked: int = 0  # characters that are links
    blank_before: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that the page states for machines: what of, where in the text, and by which mark."""

    role: str  # title, author, site, section, published, updated, time, address
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Markup:
    """A page taken apart. `plain` is its markup again, without what is costly or not shown."""

    edits: tuple[Edit, ...]
    rows: tuple[Row, ...]
    facts: tuple[Fact, ...]
    plain: str
    deep: bool  # nested deeper, or with more tags, than a second opinion is asked for
    cut: bool  # read only in part


class _Open(NamedTuple):
    """An element that is open; `zones` and `hidden` hold for all it contains."""

    name: str
    zones: int
    hidden: bool
    block: bool
    box: int
    pre: bool  # its line ends are kept


_TOP = _Open("", 0, hidden=False, block=True, box=0, pre=False)


@dataclass(slots=True)
class _Writer:
    """Writes the text: what shows is kept, what lies between becomes one edit."""

    source: str
    edits: list[Edit] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    last: int = 0  # source up to here is written
    size: int = 0  # characters of text so far
    breaks: int = 0  # line ends to write before the next character
    space: bool = False
    cell: bool = False  # the next character begins a cell of a table
    tagged: bool = False  # markup lies between `last` and here
    entity: bool = False  # an entity that is white space, or shows nothing, does
    tag: str = ""
    zones: int = 0
    box: int = 0

    def newline(self, count: int) -> None:
        """End the line; with `count` 2 a blank line follows."""
        self.breaks = max(self.breaks, count)

    @property
    def begun(self) -> bool:
        """Whether the line holds something already."""
        return bool(self.rows) and not self.breaks

    def text(self, start: int, end: int, *, lines: bool = False) -> None:
        """Write `source[start:end]`; with `lines` its line ends are kept."""
        at = start
        for match in _SPECIAL.finditer(self.source, start, end):
            begin, stop = match.span()
            self._letters(at, begin)
            at = stop
            if match.lastgroup == "space":
                self._gap(match.group(), lines=lines)
            elif match.lastgroup == "entity":
                self._read(begin, stop, html.unescape(match.group()))
        self._letters(at, end)

    def json(self, start: int, end: int, *, lines: bool = False) -> None:
        """Write the content of a JSON string; with `lines` its line ends are kept."""
        at = start
        for match in _JSON_ESCAPE.finditer(self.source, start, end):
            self.text(at, match.start())
            if lines and match.group() == "\\n":
                self.newline(2 if self.breaks else 1)
            else:
                self._read(*match.span(), _json_letter(match.group()))
            at = match.end()
        self.text(at, end)

    def close(self) -> None:
        """Write the end of the source away."""
        if self.rows and not self.rows[-1].end:
            self.rows[-1].end = self.size
        if self.last < len(self.source):
            self._edit(len(self.source), "")

    def _gap(self, blank: str, *, lines: bool) -> None:
        if lines and "\n" in blank:
            self.newline(2 if blank.count("\n") > 1 else 1)
        else:
            self.space = True

    def _read(self, start: int, end: int, text: str) -> None:
        """Write what `source[start:end]` stands for."""
        if text == self.source[start:end]:
            self._letters(start, end)
            return
        text = " ".join(ANY_HIDDEN.sub("", text).split()) if text.strip() else " "
        if text in ("", " "):
            self.entity = True
            self.space = self.space or bool(text)
        else:
            self._before(start)
            self._put(text)
            self.edits.append(Edit(start, end, text, "unescape"))
            self.last = end

    def _letters(self, start: int, end: int) -> None:
        while start < end and self.source[start] == " ":
            start += 1
            self.space = True
        stop = end
        while stop > start and self.source[stop - 1] == " ":
            stop -= 1
        if start < stop:
            self._before(start)
            self._put(self.source[start:stop])
            self.last = stop
            self.space = stop < end

    def _before(self, start: int) -> None:
        """Write what stands between the last character and the one at `start`."""
        if self.breaks or not self.rows:
            glue = "\n" * self.breaks if self.rows else ""
            if self.rows:
                self.rows[-1].end = self.size
            row = Row(self.size + len(glue), 0, self.tag, self.zones, self.box)
            row.blank_before = self.breaks > 1 or not self.rows
            self.rows.append(row)
        else:
            glue = "\t" if self.cell else " " if self.space else ""
        if self.source[self.last : start] != glue:
            self._edit(start, glue)
        self.size += len(glue)
        self.breaks, self.space, self.cell, self.tagged = 0, False, False, False
        self.entity = False

    def _edit(self, end: int, text: str) -> None:
        between: Operation = "unescape" if self.entity else "whitespace"
        operation: Operation = "markup" if self.tagged else between
        self.edits.append(Edit(self.last, end, text, operation))

    def _put(self, text: str) -> None:
        self.size += len(text)
        if self.zones & elements.LINK:
            self.rows[-1].linked += len(text)


def _json_letter(escape: str) -> str:
    if escape[1] != "u":
        return _JSON_LETTERS.get(escape[1], escape[1])
    units = [int(part, 16) for part in escape.replace("\\", "").split("u")[1:]]
    return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")


def read(source: str, heads: Sequence[tuple[str, Span, str]] = ()) -> Markup:
    """Take a decoded page apart.

    `heads` are lines before its markup that state something: role, span and reason of each.
    """
    return _Page(source).read(heads)


def read_json(source: str, values: Sequence[tuple[str, Span]]) -> Markup:
    """Take JSON apart: the strings that say something of the article, and those that are it."""
    page = _Page(source)
    for role, span in values:
        page.writer.tagged = True
        if role == "text":
            page.writer.newline(2)
            page.writer.json(*span, lines=True)
            page.writer.newline(2)
        else:
            page.fact(role, *span, "JSON")
    return page.made()


class _Page:
    """The walk through a page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.writer = _Writer(source)
        self.stack: list[_Open] = []
        self.hidden = False  # where the page is just now
        self.boxes = 0
        self.beyond = 0  # open elements deeper than `DEEPEST`
        self.deep = False
        self.cut = False
        self.facts: list[Fact] = []
        self.told: set[tuple[str, str]] = set()
        self.plain: list[str] = []

    def read(self, heads: Sequence[tuple[str, Span, str]]) -> Markup:
        """Walk through the page, after the lines in `heads`."""
        for role, span, reason in heads:
            self.fact(role, *span, reason)
        start = heads[-1][1][1] if heads else 0
        for count, token in enumerate(tokens(self.source, start)):
            if self.beyond > MOST_OPEN or count == MOST_PIECES:
                self.cut = True
                break
            match token.kind:
                case "text":
                    self._text(token)
                case "open":
                    self._open(token)
                case "close":
                    self._close(token)
                case "raw":
                    self._raw(token)
                case _:
                    self.writer.tagged = True
        return self.made()

    def made(self) -> Markup:
        """Return what was written so far, and write the rest away."""
        self.writer.tagged = True
        self.writer.close()
        return Markup(
            tuple(self.writer.edits),
            tuple(self.writer.rows),
            tuple(self.facts),
            "".join(self.plain),
            self.deep or len(self.plain) > MOST_ASKED,
            self.cut,
        )

    def _text(self, token: Token) -> None:
        if self.hidden:
            self.writer.tagged = True
            return
        pre = bool(self.stack) and self.stack[-1].pre
        piece = self.source[token.start : token.end]
        if piece.isspace() and not pre:
            self.writer.space = True
            self.plain.append("\n")
            return
        self.writer.text(token.start, token.end, lines=pre)
        self.plain.append(piece)

    def _open(self, token: Token) -> None:
        name, writer = token.name, self.writer
        writer.tagged = True
        void = name in elements.VOID
        if void and (self.hidden or name not in ("meta", "br", "hr")):
            return
        said = _NOTHING if self.hidden else self._said(name, token.inner)
        if name in elements.CLOSES_P:
            self._pop("p", 3)
        if name in elements.SIBLINGS:
            self._end_siblings(elements.SIBLINGS[name])
        if not self.hidden:
            self._break(name)
            if name in ("meta", "time", "data"):
                self._meta(name, attributes(self.source, token.inner))
            if name not in elements.HIDDEN:
                self.plain.append(f"<{name}{said.again}>")
        if void or self.source.startswith("/", token.end - 2):
            return
        if len(self.stack) >= DEEPEST:
            self.beyond += 1
            self.deep = True
            return
        self._push(name, said)

    def _said(self, name: str, span: Span) -> "_Said":
        """Return what a tag's attributes say; short ones come again, so they are remembered."""
        start, end = span
        if end - start < 2:
            return _NOTHING
        words = self.source[start : min(end, start + LONGEST_ATTRIBUTES)]
        return _remembered(name, words) if len(words) <= _REMEMBERED else _say(name, words)

    def _push(self, name: str, said: "_Said") -> None:
        above = self.stack[-1] if self.stack else _TOP
        zones = above.zones | elements.ZONES.get(name, 0) | said.zones
        hidden = above.hidden or said.hidden or name in elements.HIDDEN
        block = name not in elements.INLINE
        box = above.box
        if block and name not in elements.PARTS:
            self.boxes += 1
            box = self.boxes
        self.stack.append(_Open(name, zones, hidden, block, box, above.pre or name == "pre"))
        self._stand()

    def _stand(self) -> None:
        """Tell the writer where in the page it is."""
        top = self.stack[-1] if self.stack else None
        self.writer.zones = top.zones if top else 0
        self.writer.box = top.box if top else 0
        self.hidden = top.hidden if top else False
        if top and top.block:
            self.writer.tag = top.name

    def _close(self, token: Token) -> None:
        name = token.name
        self.writer.tagged = True
        if self.beyond:
            self.beyond -= 1
        else:
            self._pop(name, _LOOK_BACK)
        if not self.hidden:
            self._break(name)
            if name not in elements.HIDDEN:
                self.plain.append(f"</{name}>")

    def _pop(self, name: str, reach: int) -> None:
        """Close the nearest open element of that name; an inline one only within its block."""
        stack = self.stack
        if stack and stack[-1].name == name:
            stack.pop()
            self._stand()
            return
        inline = name in elements.INLINE
        for back in range(1, min(reach, len(stack)) + 1):
            one = stack[-back]
            if one.name == name:
                del stack[-back:]
                self._stand()
                return
            if inline and one.block:
                return

    def _end_siblings(self, names: frozenset[str]) -> None:
        """Close what was left open: all of `names` up to the list or table that holds them."""
        found = 0
        for back in range(1, min(8, len(self.stack)) + 1):
            name = self.stack[-back].name
            if name in names:
                found = back
            elif name in elements.HOLDERS:
                break
        if found:
            del self.stack[-found:]
            self._stand()

    def _break(self, name: str) -> None:
        if name in elements.APART:
            self.writer.newline(2)
        elif name in ("td", "th"):
            self.writer.cell = True
        elif name == "br" or name not in elements.INLINE:
            self.writer.newline(1)

    def _raw(self, token: Token) -> None:
        self.writer.tagged = True
        if self.hidden:
            return
        start, end = token.inner
        if token.name == "title" and not any(one.name == "body" for one in self.stack):
            self.fact("title", start, end, "title element")
        elif token.name == "script" and "ld+json" in self.source[max(0, start - 200) : start]:
            for role, span in jsonld.values(self.source, start, end):
                self.fact(role, *span, "JSON-LD")
        elif token.name == "xmp":
            self.writer.newline(1)
            self.writer.text(start, end)

    def _meta(self, name: str, found: dict[str, Attribute]) -> None:
        """Keep what a `meta` or `time` element states for machines."""
        if name == "time":
            value = found.get("datetime")
            prop = found["itemprop"].value.lower() if "itemprop" in found else ""
            role = "updated" if "modif" in prop else "published" if "publ" in prop else "time"
            if value:
                self.fact(role, value.start, value.end, f"time element {prop}".rstrip())
            return
        key = next((found[k].value for k in ("property", "name", "itemprop") if k in found), "")
        role = _FACTS.get(key.lower().strip(), "")
        if role and "content" in found:
            self.fact(role, found["content"].start, found["content"].end, key)

    def fact(self, role: str, start: int, end: int, reason: str) -> None:
        """Write a value on a line of its own, where that breaks no line of the page."""
        writer = self.writer
        value = self.source[start:end]
        if (
            (writer.begun and not self._in_head)
            or not value.strip()
            or (role, value) in self.told
            or len(self.facts) >= _MOST_FACTS
            or len(value) > _LONGEST_FACT
            or writer.last > start
        ):
            return
        self.told.add((role, value))
        writer.newline(1)
        zones, writer.zones = writer.zones, 0
        rows = len(writer.rows)
        (writer.json if reason in ("JSON-LD", "JSON") else writer.text)(start, end)
        writer.zones = zones
        writer.newline(1)
        writer.tagged = True
        if len(writer.rows) > rows:
            row = writer.rows.pop()
            writer.rows.append(row)
            row.end, row.tag = writer.size, "fact"
            self.facts.append(Fact(role, (row.start, row.end), reason))

    @property
    def _in_head(self) -> bool:
        return any(one.name == "head" for one in self.stack[-3:])


class _Said(NamedTuple):
    """What a tag's attributes say; `again` are those that the second opinion is told."""

    zones: int
    hidden: bool
    again: str


_NOTHING = _Said(0, hidden=False, again="")


def _say(name: str, words: str) -> _Said:
    found = attributes(words, (0, len(words)))
    if not found:
        return _NOTHING
    zones = 0
    named = " ".join(found[key].value for key in ("class", "id") if key in found)
    if named and name not in ("html", "body"):
        zones |= elements.zones_of(named)
    if "role" in found:
        zones |= elements.ROLES.get(found["role"].value.lower(), 0)
    if "itemprop" in found and found["itemprop"].value == "articleBody":
        zones |= elements.BODY | elements.ARTICLE
    again = [
        f' {key}="{found[key].value[:300].replace(chr(34), "")}"' for key in _TOLD if key in found
    ]
    return _Said(zones, _is_concealed(name, found), "".join(again))


_remembered = lru_cache(maxsize=4096)(_say)


def _is_concealed(name: str, found: dict[str, Attribute]) -> bool:
    """Say whether an element says that it is not shown."""
    if "hidden" in found and found["hidden"].value.lower() != "until-found":
        # React sends the parts of a page so, and a script puts them in their places.
        return not ("id" in found and found["id"].value.startswith("S:"))
    if "aria-hidden" in found and found["aria-hidden"].value.lower() == "true":
        return name not in ("html", "body", "main", "article")
    return "style" in found and _CONCEALED.search(found["style"].value) is not None
