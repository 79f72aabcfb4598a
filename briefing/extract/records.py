"""JSON: one article as an object with title, text and date, as archives and crawlers keep it."""

import re
from collections.abc import Iterator

from briefing.errors import ReadError
from briefing.evidence import apply
from briefing.extract import decoding, markup, web
from briefing.extract.repetition import Repetition
from briefing.types import Article, Document, Recipe, Span

KEYS = {  # what a key at the top of the object says; the first that is there counts
    "title": ("title", "headline", "name"),
    "text": ("text", "body", "articleBody", "content", "maintext", "article", "plain_text"),
    "published": (
        "date", "published", "datePublished", "date_publish", "publishedAt", "published_at",
        "publication_date", "pubDate", "timestamp", "created",
    ),
    "updated": ("updated", "dateModified", "date_modify", "modified"),
    "author": ("author", "byline", "authors", "creator"),
    "address": ("url", "link", "canonical_url", "source_url"),
    "site": ("outlet", "publisher", "source", "site", "site_name", "source_domain"),
}  # fmt: skip
_PIECE = re.compile(r'"(?P<text>[^"\\]*+(?:\\.[^"\\]*+)*+)"(?P<key>\s*+:)?|[{}\[\]]', re.DOTALL)


def read(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a JSON object. Raises ReadError with a reason of `REASONS`."""
    encoding, source = decoding.read(document.content, document.uri)
    strings = dict(reversed(list(_strings(source))))  # of a key that comes twice, the first
    found = [
        (role, next((strings[key] for key in keys if key in strings), None))
        for role, keys in KEYS.items()
    ]
    values = sorted(
        ((role, span) for role, span in found if span is not None), key=lambda value: value[1]
    )
    if not any(role == "text" for role, _ in values):
        raise ReadError(document.uri, "no_prose", f"no text under {', '.join(KEYS['text'])}")
    page = markup.read_json(source, values)
    recipe = Recipe(encoding, page.edits)
    return web.assembled(document, recipe, apply(source, page.edits), page, repetition, whole=True)


def _strings(source: str) -> Iterator[tuple[str, Span]]:
    """Yield the keys at the top of an object whose values are strings, with the strings' spans."""
    depth, key = 0, ""
    for match in _PIECE.finditer(source):
        piece = match.group()
        if piece in ("{", "["):
            depth += 1
        elif piece in ("}", "]"):
            depth -= 1
            key = "" if depth <= 1 else key
        elif match["key"] is not None:
            key = match["text"] if depth == 1 else key
        elif key and match["text"].strip() and (depth == 1 or (depth == 2 and key == "authors")):
            yield key, match.span("text")
            key = ""
