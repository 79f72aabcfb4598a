"""Plain-text dumps of pages: every line judged, the body kept, the rest set aside with a reason."""

from briefing.extract import decoding, texts
from briefing.extract.features import Page
from briefing.extract.repetition import Repetition
from briefing.types import Article, Document, Recipe


def read(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a plain-text page. Raises ReadError with a reason of `REASONS`."""
    encoding, source = decoding.read(document.content, document.uri)
    return texts.read(document, encoding, source, repetition)


def paged(document: Document) -> tuple[Recipe, str, Page]:
    """Return how a page's bytes become text, that text, and its lines. Raises ReadError."""
    encoding, source = decoding.read(document.content, document.uri)
    return texts.paged(document, encoding, source)
