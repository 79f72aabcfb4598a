"""Markdown: a page of text whose links, pictures and front matter are markup."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.extract import decoding, texts
from briefing.extract.repetition import Repetition
from briefing.types import Article, Document, Edit

_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<lines>(?:(?!---)[^\n]{0,2000}\n){0,60}?)---[ \t]*\r?\n"
)
_KEY = re.compile(
    r"^(?:title|headline):[ \t]*(?P<quote>[\"']?)(?P<value>[^\n]*?)(?P=quote)[ \t]*\r?$", re.M
)
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>[^\[\]\n]{0,500})\]"
    r"(?:\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)|\[[^\[\]\n]{0,100}\])"
)
_MOST = 20_000  # links, and rules: a page of news has some hundred
_RULE = re.compile(r"^[ \t]*(?:(?:[-*_][ \t]*){3,}|=+|```[^\n]{0,40})[ \t]*\r?$", re.M)


def read(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a page in Markdown. Raises ReadError with a reason of `REASONS`."""
    encoding, source = decoding.read(document.content, document.uri)
    return texts.read(document, encoding, source, repetition, marks=marks(source))


def marks(source: str) -> Iterator[Edit]:
    """Yield the edits that take the markup away, in order."""
    start = 0
    front = _FRONT.match(source)
    if front:
        start = front.end()
        yield Edit(0, front.start("lines"), "", "markup")
        title = _KEY.search(source, front.start("lines"), front.end("lines"))
        if title:
            yield Edit(title.start(), title.start("value"), "", "markup")
            yield Edit(title.end("value"), title.end(), "\n", "markup")
        yield Edit(front.end("lines"), start, "\n", "markup")
    found = [
        *((match.span(), match) for match in islice(_LINK.finditer(source, start), _MOST)),
        *((match.span(), None) for match in islice(_RULE.finditer(source, start), _MOST)),
    ]
    at = start
    for (begin, end), link in sorted(found, key=lambda one: one[0]):
        if begin < at:
            continue
        at = end
        if link is None or link["image"]:
            yield Edit(begin, end, "", "markup")
        else:
            yield Edit(begin, link.start("words"), "", "markup")
            yield Edit(link.end("words"), end, "", "markup")
