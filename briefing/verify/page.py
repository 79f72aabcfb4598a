"""What an HTML page says, in order of reading: each stretch of text with the place it stands in."""

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr", "circle", "line", "rect",
    )
)  # fmt: skip
HYPHEN = "\N{HYPHEN}"
SILENT = frozenset(("head", "style", "script", "template"))
# White space, and what a renderer may leave out: soft hyphens, joiners, marks of direction, BOM.
_UNSEEN = re.compile("[\\s\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e"
                     "\u2060-\u206f\ufe00-\ufe0f\ufeff]+")  # fmt: skip

Kind = Literal["text", "drawing", "contents"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text: as the page has it, and without white space.

    `anchor` is where a link of the contents leads; `item`: a list may set a dash before it.
    """

    raw: str
    text: str
    section: str
    kind: Kind = "text"
    anchor: str = ""
    item: bool = False


@dataclass(slots=True)
class Page:
    """A page's text: its stretches, where each `id` begins, and what its pages are headed with."""

    stretches: list[Stretch] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)  # id -> index of the next stretch
    heads: list[tuple[int, str]] = field(default_factory=list)  # running heads, from where on
    table_heads: list[str] = field(default_factory=list)
    head: str = ""
    foot: str = ""


def letters(text: str) -> str:
    """Return `text` without white space, ligatures and other forms of a letter taken apart."""
    if text.isascii():
        return _UNSEEN.sub("", text)
    apart = unicodedata.normalize("NFKD", _UNSEEN.sub("", text))
    return _UNSEEN.sub("", apart).replace(HYPHEN, "-")


def read_page(html: str) -> Page:
    """Return what a page says. Broken markup is read as a browser would, never refused."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[str] = []
        self._section = "masthead"
        self._heading: list[str] | None = None
        self._table_head: list[str] | None = None
        self._contents = ""
        self._in_contents = 0
        self._item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        at = len(self.page.stretches)
        if "id" in named:
            self.page.anchors[named["id"]] = at
        if tag == "body":
            self.page.head = letters(named.get("data-head", ""))
            self.page.foot = letters(named.get("data-foot", ""))
        elif tag == "h2" and "data-head" in named:
            self.page.heads.append((at, letters(named["data-head"])))
        if tag in VOID:
            return
        self._open.append(tag)
        if tag in ("h1", "h2"):
            self._heading = []
        elif tag == "thead":
            self._table_head = []
        elif tag == "li":
            self._item = True
        if "toc" in named.get("class", "").split():
            self._in_contents = len(self._open)
        if tag == "a" and self._in_contents:
            self._contents = named.get("href", "").removeprefix("#")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open and self._open.pop() != tag:
            pass
        if tag in ("h1", "h2") and self._heading is not None:
            self._section = "masthead" if tag == "h1" else " ".join("".join(self._heading).split())
            self._heading = None
        elif tag == "thead" and self._table_head is not None:
            self.page.table_heads.append("".join(self._table_head))
            self._table_head = None
        elif tag == "a":
            self._contents = ""
        if len(self._open) < self._in_contents:
            self._in_contents = 0

    def handle_data(self, data: str) -> None:
        if any(tag in SILENT for tag in self._open):
            return
        drawn = "svg" in self._open
        if drawn and "text" not in self._open:
            return
        if self._heading is not None:
            self._heading.append(data)
        text = letters(data)
        if not text:
            return
        if self._table_head is not None:
            self._table_head.append(text)
        kind: Kind = "drawing" if drawn else "contents" if self._contents else "text"
        item, self._item = self._item, False
        self.page.stretches.append(Stretch(data, text, self._section, kind, self._contents, item))


REMOTE = re.compile(r"(?i)^\s*(?:[a-z][a-z0-9+.-]*:|//)")
STYLE_REMOTE = re.compile(r"(?i)@import|url\(\s*[\"']?\s*(?!data:font/|#)[^)]")
PARTS = frozenset(
    (
        "script", "iframe", "frame", "object", "embed", "video", "audio",
        "canvas", "base", "form", "input", "button", "portal", "applet", "foreignobject",
        "animate", "set", "animatetransform", "link",
    )
)  # fmt: skip


class Active(HTMLParser):
    """Finds what runs in a page, or comes from elsewhere; `found` names it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes."""
        self._style = tag == "style"
        named = {name.lower(): value or "" for name, value in attrs}
        evidence = tag == "script" and named.get("type") == "application/json"
        if tag in PARTS and not (evidence and "src" not in named):
            self.found.append(f"<{tag}>")
        if tag == "meta" and named.get("http-equiv", "").lower() == "refresh":
            self.found.append("<meta http-equiv=refresh>")
        for name, value in named.items():
            if name.startswith("on"):
                self.found.append(f"{name}=")
            picture = value.startswith(("data:image/", "#"))
            if name in ("src", "srcset", "srcdoc", "poster", "xlink:href") and not picture:
                self.found.append(f"{name}={value[:40]}")
            if name in ("href", "action", "formaction") and REMOTE.match(value) and not picture:
                self.found.append(f"{name}={value[:40]}")
            if name == "style" and STYLE_REMOTE.search(value):
                self.found.append(f"style={value[:40]}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element without an end."""
        self.handle_starttag(tag, attrs)
        self._style = False

    def handle_endtag(self, tag: str) -> None:
        """Leave a style sheet."""
        self._style = self._style and tag != "style"

    def handle_data(self, data: str) -> None:
        """Look at a style sheet."""
        match = STYLE_REMOTE.search(data) if self._style else None
        if match:
            self.found.append(match[0][:40])
