"""An entry of a feed as a document of its own: its bytes are what is frozen and quoted."""

import html
from hashlib import sha256

from briefing.collect.feeds import Entry

MEDIA_TYPE = "text/html"


def document(entry: Entry, *, site: str, language: str) -> bytes:
    """Return a page that says what the entry says: the same entry, the same bytes."""
    stamp = f"{entry.stamp:%Y-%m-%dT%H:%M:%SZ}" if entry.stamp else entry.published
    said = {
        "og:title": entry.title,
        "og:site_name": site,
        "article:published_time": stamp,
        "author": entry.author,
    }
    metas = "\n".join(
        f'<meta {"name" if name == "author" else "property"}="{name}" content="{_quoted(value)}">'
        for name, value in said.items()
        if value
    )
    lang = f' lang="{_quoted(language)}"' if language else ""
    link = f'<link rel="canonical" href="{_quoted(entry.link)}">\n' if entry.link else ""
    return (
        f'<!doctype html>\n<html{lang}>\n<head>\n<meta charset="utf-8">\n'
        f"<title>{_quoted(entry.title)}</title>\n{link}{metas}\n</head>\n<body>\n<article>\n"
        f"<h1>{_quoted(entry.title)}</h1>\n{entry.content}\n</article>\n</body>\n</html>\n"
    ).encode("utf-8", errors="replace")


def mark(entry: Entry) -> str:
    """Return what changes where the entry says something else: 16 hex digits."""
    said = "\0".join((entry.title, entry.link, entry.content))
    return sha256(said.encode("utf-8", errors="replace")).hexdigest()[:16]


def _quoted(text: str) -> str:
    return html.escape(text, quote=True)
