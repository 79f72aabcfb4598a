"""What kind of file this is: by its suffix, and by its bytes where it has none.

A table of our own: the system's (`mimetypes`) differs from machine to machine; a brief must not.
"""

import re
from pathlib import PurePath

UNKNOWN = "application/octet-stream"
PLAIN = "text/plain"
RECORD = "application/vnd.article+json"  # one article as a JSON object

_BY_SUFFIX = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".csv": "text/csv",
    ".rtf": "application/rtf",
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".epub": "application/epub+zip",
    ".eml": "message/rfc822",
    ".mbox": "application/mbox",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".warc": "application/warc",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".zip": "application/zip",
    ".gz": "application/gzip",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
}

_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # UTF-8, UTF-16 (and UTF-32, little)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))  # hardly ever in a text file


def by_suffix(path: PurePath) -> str | None:
    """Return the media type that the suffix names, `UNKNOWN` for another, None without a suffix."""
    suffix = path.suffix.lower()
    return _BY_SUFFIX.get(suffix, UNKNOWN) if suffix else None


def by_content(content: bytes) -> str:
    """Return what bytes without a name's help are: a page, a PDF, plain text, or `UNKNOWN`."""
    start = content[:65536]
    if _PAGE.match(start):
        return "text/html"
    if start.startswith(b"%PDF-"):
        return "application/pdf"
    if start.startswith(_TEXT_MARKS) or start.translate(None, delete=_CONTROLS) == start:
        return PLAIN
    return UNKNOWN
