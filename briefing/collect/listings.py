"""What other lists of addresses hold: news sitemaps, plain lists, OPML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

from briefing.collect.feeds import Entry
from briefing.collect.http.urls import canonical
from briefing.collect.xml import refuse_entities
from briefing.errors import ReadError

MOST_CHILDREN = 20  # sitemaps of an index that are read: the newest
MOST_FEEDS = 2_000  # of an OPML file
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The pages of a sitemap, the newest first, or the sitemaps of an index."""

    entries: tuple[Entry, ...]
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed as an OPML file names it."""

    title: str
    url: str


def sitemap(content: bytes, url: str, *, most: int) -> Sitemap:
    """Return what a sitemap holds (sitemaps.org, and Google's news extension).

    Raises ReadError: xml_forbidden, not_a_feed, feed_malformed.
    """
    root = _tree(content, url)
    kind = _local(root.tag)
    if kind == "sitemapindex":
        found = ((_text(child, "lastmod"), _text(child, "loc")) for child in root)
        newest = sorted(found, key=lambda pair: pair[0], reverse=True)
        return Sitemap((), tuple(loc for _, loc in newest if loc)[:MOST_CHILDREN])
    if kind != "urlset":
        raise ReadError(url, "not_a_feed", "it is not a sitemap")
    entries = sorted(_pages(root), key=lambda entry: entry.published, reverse=True)
    return Sitemap(tuple(entries[:most]), ())


def _pages(root: ElementTree.Element) -> Iterator[Entry]:
    seen: set[str] = set()
    for page in root:
        link = _text(page, "loc")
        if not link.startswith(("http://", "https://")) or link in seen:
            continue
        seen.add(link)
        said = _text(page, "publication_date") or _text(page, "lastmod")
        yield Entry(link, link, _text(page, "title"), said, _moment(said), "", "")


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def addresses(path: Path) -> tuple[str, ...]:
    """Return the addresses of a file, one a line, each once; `#` begins a remark.

    Raises ReadError where the file cannot be read.
    """
    lines = _bytes(path).decode("utf-8-sig", errors="replace").splitlines()
    found: dict[str, str] = {}
    for line in lines:
        said = line.strip()
        if said and not said.startswith("#"):
            found.setdefault(_same(said), said)
    return tuple(found.values())


def _same(address: str) -> str:
    try:
        return canonical(address)
    except ReadError:
        return address


def subscriptions(path: Path) -> tuple[Subscription, ...]:
    """Return the feeds of an OPML file, each once. Raises ReadError."""
    root = _tree(_bytes(path), str(path))
    if _local(root.tag) != "opml":
        raise ReadError(str(path), "not_a_feed", "it is not OPML")
    found: dict[str, Subscription] = {}
    for outline in root.iter():
        url = (outline.get("xmlUrl") or outline.get("xmlurl") or "").strip()
        if url:
            title = outline.get("title") or outline.get("text") or ""
            found.setdefault(url, Subscription(" ".join(title.split())[:300], url))
    return tuple(found.values())[:MOST_FEEDS]


def opml(feeds: Sequence[Subscription], title: str) -> bytes:
    """Return an OPML 2.0 file of feeds."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = title
    body = ElementTree.SubElement(root, "body")
    for feed in feeds:
        ElementTree.SubElement(
            body, "outline", type="rss", text=feed.title, title=feed.title, xmlUrl=feed.url
        )
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise ReadError(str(path), "unreadable", error.strerror or "") from error
    if len(content) > _LARGEST:
        raise ReadError(str(path), "too_large", f"more than {_LARGEST / 1e6:g} MB")
    return content


def _tree(content: bytes, url: str) -> ElementTree.Element:
    """Return parsed XML; without declarations of its own it can neither expand nor reach out."""
    if not content.strip():
        raise ReadError(url, "empty")
    refuse_entities(content, url)
    try:
        return ElementTree.fromstring(content)  # noqa: S314 - entities are refused above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        reason = (
            "feed_malformed" if re.match(rb"\s*(?:\xef\xbb\xbf)?<\?xml", content) else "not_a_feed"
        )
        raise ReadError(url, reason, "it is not well-formed XML") from error


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()


def _text(element: ElementTree.Element, name: str) -> str:
    """Return the text of the first element of that name inside, whatever its namespace."""
    for inner in element.iter():
        if _local(inner.tag) == name:
            return " ".join((inner.text or "").split())[:4_096]
    return ""
