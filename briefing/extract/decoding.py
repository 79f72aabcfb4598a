"""Bytes to characters: is it text at all, and in which encoding."""

import codecs
import re

from briefing.errors import ReadError
from briefing.evidence import decode

MAX_BYTES = 10_000_000  # a page of news has some 20 KB; beyond 10 MB it is a dump of something else

_BOMS = (  # UTF-32 before UTF-16: its little-endian mark begins with the other's
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"\x89PNG",
    b"%PDF-",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x7fELF",
    b"MZ\x90\x00",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"OggS",
    b"ID3\x03",
    b"\x00\x00\x01\x00",
    b"SQLite format 3\x00",
    b"{\\rtf1",
)
_SNIFFED = 65_536
_NUL_SHARE = 0.05  # UTF-16 without a mark has 0.5; text with stray NULs stays far below
_CONTROL_SHARE = 0.1
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b") | {127})
_WIDE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = bytes(range(0x80, 0x100))


def read(content: bytes, uri: str) -> tuple[str, str]:
    """Return the encoding of `content` and its characters, as `evidence.decode` gives them.

    Raises ReadError: too_large, empty, binary, undecodable.
    """
    if len(content) > MAX_BYTES:
        raise ReadError(uri, "too_large", f"{len(content):,} bytes, limit {MAX_BYTES:,}")
    if not content:
        raise ReadError(uri, "empty")
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), None)
    if encoding is None:
        if is_binary(content):
            raise ReadError(uri, "binary")
        encoding = _detect(content)
    if encoding is None:
        raise ReadError(uri, "undecodable")
    return encoding, decode(content, encoding)


def is_binary(content: bytes) -> bool:
    """Say whether bytes without a byte order mark are something other than text."""
    if content.startswith(_MAGIC):
        return True
    head = content[:_SNIFFED]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return head.count(0) > _NUL_SHARE * len(head) or controls > _CONTROL_SHARE * len(head)


def _detect(content: bytes) -> str | None:
    """Return the encoding of text without a byte order mark, None where none fits."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    if _mostly_utf8(content):
        return "utf-8"
    return _guess(content)


def _mostly_utf8(content: bytes) -> bool:
    """Say whether well-formed UTF-8 outweighs the bytes that are not.

    Pairs that look like UTF-8 are rare in one-byte encodings, so one for each stray byte is
    proof enough; a text whose few odd bytes spoil fewer than one character in a hundred, all of
    them invalid anywhere in UTF-8, was UTF-8 that something damaged.
    """
    wide = _WIDE.findall(content)
    stray = len(content) - len(content.translate(None, _HIGH)) - sum(map(len, wide))
    if wide:
        return len(wide) >= stray
    return _impossible(content) and stray * 100 < len(content)


def _impossible(content: bytes) -> bool:
    """Say whether high bytes stand where no legacy text has them: overlong forms, surrogates."""
    return bool(
        re.search(rb"\xc0[\x80-\xbf]|\xc1[\x80-\xbf]|\xed[\xa0-\xbf]|\xff\xfe\x80", content)
    )


def _guess(content: bytes) -> str | None:
    import chardet

    # Past the ASCII that begins most pages: what tells encodings apart is where bytes are high.
    first = len(content) - len(content.lstrip(bytes(range(0x80))))
    sample = content[max(0, first - 2_000) :][:200_000]
    name = chardet.detect(sample)["encoding"]
    for encoding in (name, "cp1252"):
        if encoding and _decodes(content, encoding):
            return codecs.lookup(encoding).name
    return "utf-8" if _WIDE.search(content) else "latin-1"


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
