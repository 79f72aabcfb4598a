"""What a reader of an output sees: its text, white space evened out."""

import io
import re
from html.parser import HTMLParser

import pypdfium2


def even(text: str) -> str:
    """Return `text` with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def pdf_text(content: bytes) -> str:
    """Return the text of all pages, in the order in which it is drawn."""
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    try:
        return even(" ".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def html_text(content: bytes) -> str:
    """Return the text of a page, without scripts and styles."""
    reader = _Reader()
    reader.feed(content.decode("utf-8"))
    return even("".join(reader.parts))


def html_tags(content: bytes | str) -> list[tuple[str, dict[str, str | None]]]:
    """Return every start tag with its attributes."""
    reader = _Reader()
    reader.feed(content if isinstance(content, str) else content.decode("utf-8"))
    return reader.tags
