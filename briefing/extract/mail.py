"""Mail and saved pages: the part that is the article, with what the headers say of it."""

import re
from dataclasses import replace

from briefing.errors import ReadError
from briefing.evidence import apply, decode
from briefing.extract import markup, texts, web
from briefing.extract.repetition import Repetition
from briefing.types import Article, Document, Recipe, SetAside, Span, Stated
from briefing.unpack import parts

_LEAST_LETTERS = 300  # a text part with fewer only says where to read the message
_LETTER = re.compile(r"[^\W\d_]")
_HEADS = (("title", "Subject"), ("site", "From"), ("published", "Date"))


def read(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a message. Raises ReadError with a reason of `REASONS`."""
    try:
        numbered = parts(document.content)
    except ValueError as error:
        raise ReadError(document.uri, "unreadable", str(error)) from error
    written = [number for number, kind in numbered if kind == "text/plain"]
    pages = [number for number, kind in numbered if kind in ("text/html", "application/xhtml+xml")]
    for number in written:
        step = f"mime/{number}"
        source = decode(document.content, step)
        if not pages or len(_LETTER.findall(source)) >= _LEAST_LETTERS:
            return _text(document, step, source, repetition)
    if not pages:
        raise ReadError(document.uri, "no_prose", "a message without a part of text")
    step = f"mime/{pages[0]}"
    source = decode(document.content, step)
    page = markup.read(source, heads(source))
    return web.assembled(
        document, Recipe(step, page.edits), apply(source, page.edits), page, repetition
    )


def heads(source: str) -> list[tuple[str, Span, str]]:
    """Return what the first three lines state, and where."""
    found: list[tuple[str, Span, str]] = []
    at = 0
    for role, name in _HEADS:
        end = source.index("\n", at)
        found.append((role, (at, end), name))
        at = end + 1
    return found


def _text(document: Document, step: str, source: str, repetition: Repetition | None) -> Article:
    """Return the article of a part that is text; the subject is its title."""
    article = texts.read(document, step, source, repetition)
    subject = " ".join(source[: source.index("\n")].split())
    start = article.text.find(subject) if subject else -1
    if start < 0 or (article.title and article.title.value == subject):
        return article
    title = Stated(subject, (start, start + len(subject)), "Subject")
    aside = article.set_aside
    if article.title and article.title.span and article.title.span[0] != start:
        aside = tuple(sorted((*aside, SetAside(article.title.span, "chrome")), key=_order))
    if any(
        start < end and title.span and begin < title.span[1] for begin, end in article.paragraphs
    ):
        return article
    return replace(article, title=title, set_aside=aside)


def _order(part: SetAside) -> tuple[Span, str]:
    return part.span, part.reason
