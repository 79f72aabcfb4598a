"""PDF and Word: their text as a library reads it, then as any page of text."""

from briefing.errors import ReadError
from briefing.evidence import decode
from briefing.extract import texts
from briefing.extract.repetition import Repetition
from briefing.types import Article, Document


def read_pdf(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a PDF. Raises ReadError with a reason of `REASONS`."""
    return _read(document, "pdf", repetition)


def read_docx(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a Word document. Raises ReadError with a reason of `REASONS`."""
    return _read(document, "docx", repetition)


def _read(document: Document, step: str, repetition: Repetition | None) -> Article:
    try:
        source = decode(document.content, step)
    except ValueError as error:
        raise ReadError(document.uri, "unreadable", str(error)) from error
    if not source.strip():
        raise ReadError(document.uri, "no_prose", "no text in it; perhaps pictures of pages")
    # A page of a PDF has headers and numbers; a Word document is the article and nothing else.
    return texts.read(document, step, source, repetition, whole=step == "docx")
