"""JSON: one article as an object with title, text and date, as archives and crawlers keep it."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefing.errors import ReadError
from briefing.evidence import apply
from briefing.extract import decoding, markup, web
from briefing.extract.repetition import Repetition
from briefing.types import Article, Document, Profile, Recipe, Span

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {  # what a key of the object says; the first that is there counts, a dot leads into an object
        "title": ("title", "headline", "name"),
        "text": ("text", "body", "articleBody", "content", "maintext", "article", "plain_text"),
        "date": (
            "date", "published", "datePublished", "date_publish", "publishedAt", "published_at",
            "publication_date", "pubDate", "timestamp", "created",
        ),
        "updated": ("updated", "dateModified", "date_modify", "modified"),
        "author": ("author", "byline", "authors", "creator", "author.name", "authors.name"),
        "url": ("url", "link", "canonical_url", "source_url"),
        "outlet": (
            "outlet", "publisher", "source", "site", "site_name", "source_domain",
            "publisher.name", "source.name",
        ),
        "section": ("section", "articleSection", "category", "section_name", "sectionName"),
    }
)  # fmt: skip
_ROLES = {"date": "published", "url": "address", "outlet": "site"}  # else as in `KEYS`
DEEPEST = 6  # objects and lists within each other that are looked into
_PIECE = re.compile(r'"(?P<text>[^"\\]*+(?:\\.[^"\\]*+)*+)"(?P<key>\s*+:)?|[{}\[\]]', re.DOTALL)


def read(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a JSON object. Raises ReadError with a reason of `REASONS`."""
    encoding, source = decoding.read(document.content, document.uri)
    strings = dict(reversed(list(_strings(source))))  # of a key that comes twice, the first
    asked = keys(document.profile)
    found = [
        (_ROLES.get(said, said), next((strings[path] for path in paths if path in strings), None))
        for said, paths in asked.items()
    ]
    values = sorted(
        ((role, span) for role, span in found if span is not None), key=lambda value: value[1]
    )
    if not any(role == "text" for role, _ in values):
        raise ReadError(document.uri, "no_prose", f"no text under {', '.join(asked['text'])}")
    page = markup.read_json(source, values)
    recipe = Recipe(encoding, page.edits)
    return web.assembled(document, recipe, apply(source, page.edits), page, repetition, whole=True)


def keys(profile: Profile) -> Mapping[str, tuple[str, ...]]:
    """Return under which keys each thing is said: those of the settings before the usual ones."""
    own = dict(profile.keys)
    return {said: (*own.get(said, ()), *usual) for said, usual in KEYS.items()}


def _strings(source: str) -> Iterator[tuple[str, Span]]:
    """Yield the path and the span of every string of an object; lists leave no trace in a path."""
    path: list[str] = []  # of each open bracket the key it stands under, "" of a list's entries
    key = ""
    for match in _PIECE.finditer(source):
        piece = match.group()
        if piece in ("{", "["):
            path.append(key)
            key = ""
        elif piece in ("}", "]"):
            if path:
                path.pop()
            key = ""
        elif match["key"] is not None:
            key = match["text"]
        else:
            if len(path) <= DEEPEST and match["text"].strip():
                yield ".".join(filter(None, (*path, key))), match.span("text")
            key = ""
