"""Stage 2: the article, and nothing but the article, out of a document.

    Document -> Article

Bytes are decoded, lines put together, each line judged by a linear model and by what it says of
itself; the run of lines that is the body is kept, all else is set aside with the reason.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefing.errors import ReadError
from briefing.extract import mail, markdown, office, plain, records, web
from briefing.extract.repetition import Repetition, line_counts
from briefing.types import Article, Document

__all__ = ["READERS", "Reader", "Repetition", "extract", "line_counts"]

Reader = Callable[[Document, Repetition | None], Article]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "text/plain": plain.read,
        "text/html": web.read,
        "application/xhtml+xml": web.read,
        "text/markdown": markdown.read,
        "message/rfc822": mail.read,
        "multipart/related": mail.read,
        "application/json": records.read,
        "application/vnd.article+json": records.read,
        "application/pdf": office.read_pdf,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": office.read_docx,
    }
)
"""From a media type to the function that reads it."""


def extract(document: Document, repetition: Repetition | None = None) -> Article:
    """Return the article of a document; `repetition` is what `line_counts` saw in the batch.

    Raises ReadError; its `reason` is a key of `types.REASONS`.
    """
    kind = document.media_type.partition(";")[0].strip().lower()
    reader = READERS.get(kind)
    if reader is None:
        raise ReadError(document.uri, "unknown_kind", kind)
    return reader(document, repetition)
