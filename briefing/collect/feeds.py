"""Read feeds: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed. Every one of them may be hostile.

feedparser is given bytes in `io.BytesIO` and nothing else: of a string it would open the file or
the address that it names. What it raises, on purpose or not, ends at this border.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from briefing.collect.http.urls import joined
from briefing.collect.xml import refuse_entities
from briefing.errors import ReadError

MOST_ENTRIES = 2_000  # the newest stand first; a feed of 100,000 took 42 s and 464 MB
MOST_DEPTH = 20_000  # elements in each other: a million kept the parser busy for a minute
LONGEST_FIELD = 4_096  # of an address or id
MOST_TEXT = 1_000_000  # of one entry's content
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LONG_TAG = re.compile(rb"<[^<>]{65536}")  # 300,000 attributes keep the parser busy for minutes
_ANY_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]*?(/?)>")
_END_OF_ITEM = re.compile(rb"</(?:item|entry)\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as a feed lists it. `key` tells it from the others; `content` is HTML or ""."""

    key: str
    link: str
    title: str
    published: str  # as written in the feed
    stamp: datetime | None  # the same, understood
    content: str
    author: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed, in its order; `remark` is a reason code, or empty."""

    title: str
    language: str
    entries: tuple[Entry, ...]
    remark: str = ""
    detail: str = ""


def read(content: bytes, url: str, *, most: int = MOST_ENTRIES) -> Feed:
    """Return what a feed lists; `url` is where it stands.

    Raises ReadError: empty, xml_forbidden, not_a_feed, feed_malformed.
    """
    if not content.strip():
        raise ReadError(url, "empty")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(content, url, most)
    refuse_entities(content, url)
    if _LONG_TAG.search(content):
        raise ReadError(url, "feed_malformed", "a tag of more than 64 KB")
    if content.count(b"<") > MOST_DEPTH and _depth(content) > MOST_DEPTH:
        raise ReadError(url, "feed_malformed", "nested too deeply")
    more = _beyond(content, most)
    try:
        found = _parsed(content[:more] if more else content, url)
        return _feed(found, url, most, cut=bool(more))
    except ReadError:
        raise
    # It raises UnicodeError, ValueError, AttributeError and more on odd feeds; so may its fields.
    except Exception as error:
        detail = f"the reader failed ({type(error).__name__})"
        raise ReadError(url, "feed_malformed", detail) from error


def _without_cdata(content: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while (begin := content.find(b"<![CDATA[", at)) >= 0:
        end = content.find(b"]]>", begin)
        if end < 0:
            break
        parts.append(content[at:begin])
        at = end + 3
    return b"".join([*parts, content[at:]])


def _depth(content: bytes) -> int:
    """Return how deep elements stand in each other, counting those that are never closed."""
    depth = deepest = 0
    for match in _ANY_TAG.finditer(_without_cdata(content)):
        if match[1]:
            depth -= 1
        elif not match[2]:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _beyond(content: bytes, most: int) -> int:
    """Return where the entry after the last one wanted begins; 0 where there is none."""
    for number, match in enumerate(_END_OF_ITEM.finditer(content), 1):
        if number > most:
            return match.end()
    return 0


def _parsed(content: bytes, url: str) -> Any:
    import feedparser

    def parsed(data: bytes) -> Any:
        return feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-location": url},
            sanitize_html=False,
            resolve_relative_uris=False,
        )

    try:
        return parsed(content)
    except (UnicodeError, ValueError, LookupError):
        return parsed(_plain(content))


_DECLARED = re.compile(rb"<\?xml[^>]{0,200}\?>")
_SURROGATE = re.compile(rb"&#(?:x[dD][89a-fA-F][0-9a-fA-F]{2}|5(?:529[6-9]|5[3-9]\d\d|[67]\d{3}));")


def _plain(content: bytes) -> bytes:
    """Return a feed without what is known to make the parser raise: it is no less a feed."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    data = _DECLARED.sub(b"", text.encode("utf-8", errors="replace"), count=1)
    return _SURROGATE.sub("\ufffd".encode(), data)


def _feed(found: Any, url: str, most: int, *, cut: bool) -> Feed:
    entries = found.get("entries") or []
    broken = bool(found.get("bozo")) and _is_broken(found)
    if not entries:
        if not found.get("version"):
            raise ReadError(url, "not_a_feed", "it is neither RSS nor Atom nor JSON Feed")
        if broken:
            raise ReadError(url, "feed_malformed", "it breaks off before its first entry")
    kept = tuple(_entries(entries[:most], url))
    remark, detail = "", ""
    if cut or len(entries) > most:
        remark, detail = "truncated", f"more than {most:,} entries"
    elif broken:
        remark, detail = "feed_malformed", "it is not well-formed; what could be read is used"
    elif not entries:
        remark = "no_entries"
    elif len(kept) < len(entries):
        remark = "entry_incomplete"
        detail = f"{len(entries) - len(kept)} of {len(entries)} without an address or a text"
    about = found.get("feed") or {}
    return Feed(
        _words(about.get("title")), str(about.get("language") or "")[:20], kept, remark, detail
    )


def _is_broken(found: Any) -> bool:
    """Say whether the parser met broken XML, and not just an odd encoding or media type."""
    import xml.sax

    return isinstance(found.get("bozo_exception"), xml.sax.SAXParseException)


def _said(entry: Any, name: str) -> Any:
    """Return a field as it stands: feedparser's own look-up gives one date for another."""
    return dict.get(entry, name)


def _entries(entries: Iterable[Any], url: str) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        link = _link(entry, url)
        content = _content(entry)
        if not link and not content:
            continue
        published = str(_said(entry, "published") or _said(entry, "updated") or "")[:200]
        title = _words(_said(entry, "title"))
        key = str(_said(entry, "id") or "")[:LONGEST_FIELD] or link or f"{title} {published}"
        if key in seen:
            continue
        seen.add(key)
        yield Entry(
            key=_clean(key),
            link=link,
            title=title,
            published=_clean(published),
            stamp=_stamp(_said(entry, "published_parsed") or _said(entry, "updated_parsed")),
            content=content,
            author=_words(_said(entry, "author")),
        )


def _link(entry: Any, url: str) -> str:
    """Return the entry's address; "" where it names none that is of the web."""
    said = str(_said(entry, "link") or "").strip()
    if not said:
        identity = str(_said(entry, "id") or "").strip()
        said = identity if identity.startswith(("http://", "https://")) else ""
    if not said or len(said) > LONGEST_FIELD:
        return ""
    whole = joined(url, said)
    return _clean(whole) if whole.startswith(("http://", "https://")) else ""


def _content(entry: Any) -> str:
    """Return the longest text that the entry carries, as HTML."""
    parts = [*(_said(entry, "content") or ()), _said(entry, "summary_detail") or {}]
    texts = [_markup(part) for part in parts if isinstance(part, Mapping)]
    return max(texts, key=len, default="")[:MOST_TEXT]


def _markup(part: Mapping[str, Any]) -> str:
    value = _clean(str(part.get("value") or ""))
    if str(part.get("type", "")).lower() != "text/plain":
        return value
    return value.replace("&", "&amp;").replace("<", "&lt;")


def _words(value: object) -> str:
    """Return a title's text on one line, without markup."""
    import html

    text = html.unescape(_TAG.sub(" ", str(value or "")[:20_000]))
    return " ".join(_clean(text).split())[:1_000]


def _clean(text: str) -> str:
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _stamp(parts: Any) -> datetime | None:
    """Return the instant of feedparser's nine numbers, in UTC."""
    try:
        year, month, day, hour, minute, second = parts[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (TypeError, ValueError):
        return None


def _json_feed(content: bytes, url: str, most: int) -> Feed:
    try:
        found = json.loads(content.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError) as error:
        raise ReadError(url, "not_a_feed", "JSON that cannot be read") from error
    items = found.get("items") if isinstance(found, dict) else None
    version = str(found.get("version", "")) if isinstance(found, dict) else ""
    if not isinstance(items, list) or "jsonfeed.org" not in version:
        raise ReadError(url, "not_a_feed", "JSON, but not a JSON Feed")
    whole = [item for item in items[:most] if isinstance(item, dict)]
    kept = tuple(_entries([_of_json(item) for item in whole], url))
    remark = "truncated" if len(items) > most else "" if items else "no_entries"
    if not remark and len(kept) < len(items):
        remark = "entry_incomplete"
    return Feed(_words(found.get("title")), str(found.get("language") or "")[:20], kept, remark)


def _of_json(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item of a JSON Feed with the names that feedparser gives."""
    authors = item.get("authors") or [item.get("author")]
    first = authors[0] if isinstance(authors, list) and authors else None
    published = str(item.get("date_published") or item.get("date_modified") or "")
    try:
        moment = datetime.fromisoformat(published)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        stamp = aware.astimezone(UTC).timetuple()
    except (ValueError, OverflowError):
        stamp = None
    plain = str(item.get("content_text") or item.get("summary") or "")
    return {
        "id": item.get("id"),
        "link": item.get("url") or item.get("external_url"),
        "title": item.get("title"),
        "published": published,
        "published_parsed": stamp,
        "author": first.get("name") if isinstance(first, dict) else "",
        "content": [
            {"value": item.get("content_html") or "", "type": "text/html"},
            {"value": plain, "type": "text/plain"},
        ],
    }
