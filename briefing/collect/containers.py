"""Files that hold several documents: archives, mailboxes, crawls, lists of records.

Each member is a document of its own, with its own bytes and digest, named `archive.zip/name`; so
the register accounts for every one, and `verify --sources` finds them in the same container.
Nothing is written to disk, and no more is unpacked than the limits allow.
"""

import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from briefing.collect import kinds

MOST_MEMBERS = 10_000
MOST_BYTES = 200_000_000  # unpacked, of one container
DEEPEST = 3  # containers within containers
LARGER = 20  # a container may be this much larger than a document


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a container; where `reason` is set it could not be had."""

    name: str
    media_type: str
    content: bytes
    reason: str = ""
    detail: str = ""


def is_container(media_type: str | None) -> bool:
    """Say whether files of a kind hold documents."""
    return media_type in _READERS


def members(media_type: str, name: str, content: bytes, max_bytes: int) -> Iterator[Member]:
    """Yield the documents of a container, in order; `max_bytes` is the limit for one of them."""
    budget = [MOST_BYTES, MOST_MEMBERS]
    yield from _members(media_type, name, content, max_bytes, budget, 1)


def _members(
    media_type: str, name: str, content: bytes, max_bytes: int, budget: list[int], depth: int
) -> Iterator[Member]:
    held = False
    try:
        for member in _READERS[media_type](name, content, max_bytes):
            held = True
            budget[0] -= len(member.content)
            budget[1] -= 1
            if budget[0] < 0 or budget[1] < 0:
                yield Member(name, media_type, b"", "too_large", "more in it than is unpacked")
                return
            if member.reason or not is_container(member.media_type):
                yield member
            elif depth >= DEEPEST:
                yield Member(
                    member.name, member.media_type, b"", "unknown_kind", "too deep in containers"
                )
            else:
                yield from _members(
                    member.media_type, member.name, member.content, max_bytes, budget, depth + 1
                )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RecursionError) as error:
        yield Member(name, media_type, b"", "unreadable", f"damaged: {type(error).__name__}")
        return
    if not held:
        yield Member(name, media_type, b"", "empty", "nothing in it")


def _kind(name: str, content: bytes) -> str:
    return kinds.by_suffix(PurePosixPath(name)) or kinds.by_content(content)


def _gzip(name: str, content: bytes, max_bytes: int) -> Iterator[Member]:
    inner = re.sub(r"\.gz$", "", name, flags=re.IGNORECASE)
    kind = kinds.by_suffix(PurePosixPath(inner))
    limit = max_bytes * (LARGER if is_container(kind) else 1)
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        yield Member(name, kind or kinds.UNKNOWN, b"", "too_large", "when unpacked")
    else:
        yield Member(name, kind or kinds.by_content(data), data)


def _zip(name: str, content: bytes, max_bytes: int) -> Iterator[Member]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            plain = PurePosixPath(info.filename)
            if info.is_dir() or any(_is_hidden(part) for part in plain.parts):
                continue
            shown = f"{name}/{info.filename}"
            kind = kinds.by_suffix(plain)
            limit = max_bytes * (LARGER if is_container(kind) else 1)
            if info.flag_bits & 1:
                yield Member(shown, kind or kinds.UNKNOWN, b"", "unreadable", "it is encrypted")
                continue
            try:
                with archive.open(info) as file:
                    data = file.read(limit + 1)
            except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError) as error:
                detail = f"damaged: {type(error).__name__}"
                yield Member(shown, kind or kinds.UNKNOWN, b"", "unreadable", detail)
                continue
            if len(data) > limit:
                yield Member(shown, kind or kinds.UNKNOWN, b"", "too_large", "when unpacked")
            else:
                yield Member(shown, _kind(info.filename, data), data)


def _is_hidden(part: str) -> bool:
    return part.startswith((".", "__MACOSX")) and part not in (".", "..")


_MBOX_FROM = re.compile(rb"^From [^\n]*\n", re.MULTILINE)


def _mbox(name: str, content: bytes, _max_bytes: int) -> Iterator[Member]:
    """Yield the messages between lines that begin with "From " behind a blank line."""
    found = _mbox_starts(content)
    ends = [match.start() for match in found[1:]] + [len(content)]
    for number, (match, end) in enumerate(zip(found, ends, strict=True), 1):
        message = re.sub(rb"(?m)^>(>*From )", rb"\1", content[match.end() : end])
        yield Member(f"{name}/{number}", "message/rfc822", message)


def _mbox_starts(content: bytes) -> list[re.Match[bytes]]:
    return [
        match
        for match in _MBOX_FROM.finditer(content)
        if match.start() == 0
        or content[max(0, match.start() - 4) : match.start()].endswith((b"\n\n", b"\n\r\n"))
    ]


def _json(name: str, content: bytes, _max_bytes: int) -> Iterator[Member]:
    """Yield the objects of a list, or the one object that the file is."""
    text = content.decode("utf-8-sig")
    at = len(text) - len(text.lstrip())
    if text[at : at + 1] != "[":
        yield Member(name, kinds.RECORD, content)
        return
    decoder = json.JSONDecoder()
    number, at = 0, at + 1
    separator = re.compile(r"[\s,]*")
    while True:
        match = separator.match(text, at)
        at = match.end() if match else at
        if text[at : at + 1] in ("]", ""):
            return
        _, end = decoder.raw_decode(text, at)
        if text[at] == "{":
            number += 1
            yield Member(f"{name}/{number}", kinds.RECORD, text[at:end].encode())
        at = end


def _lines(name: str, content: bytes, _max_bytes: int) -> Iterator[Member]:
    number = 0
    for line in content.splitlines():
        if line.strip():
            number += 1
            yield Member(f"{name}/{number}", kinds.RECORD, line.strip())


_WARC = re.compile(rb"\s*WARC/1\.[01]\r?\n")
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_CHARSET = re.compile(r"charset=\"?[a-z0-9_:.-]{2,40}\"?")
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]*\r\n")
_HEADER = re.compile(rb"(?im)^(?P<key>[A-Za-z-]+):[ \t]*(?P<value>[^\r\n]*)")


def _warc(name: str, content: bytes, max_bytes: int) -> Iterator[Member]:
    """Yield the pages of a crawl: the bodies of its responses, named by their addresses."""
    at, number = 0, 0
    while match := _WARC.match(content, at):
        headers, begin = _headers(content, match.end())
        size = int(headers.get("content-length", "0"))
        at = begin + size
        number += 1
        if headers.get("warc-type") not in ("response", "resource"):
            continue
        shown = headers.get("warc-target-uri", "").strip("<>") or f"{name}/{number}"
        payload = content[begin:at]
        kind = headers.get("content-type", "")
        if kind.startswith("application/http"):
            status = payload[:12].split()[1:2]
            inner, start = _headers(payload, payload.find(b"\n") + 1)
            payload = _unchunked(payload[start:], inner)
            kind = inner.get("content-type", "")
            if status and status[0] != b"200":
                continue
        kind, _, detail = (part.strip().lower() for part in kind.partition(";"))
        if kind not in _PAGES:
            continue  # pictures and scripts of a page are no inputs
        if _CHARSET.fullmatch(detail):
            kind = f"{kind}; {detail}"  # the server's word on the encoding
        if len(payload) > max_bytes:
            yield Member(shown, kinds.UNKNOWN, b"", "too_large", f"{len(payload) / 1e6:.1f} MB")
            continue
        yield Member(shown, kind, payload)


def _headers(data: bytes, at: int) -> tuple[dict[str, str], int]:
    """Return header lines by name in lower case, and where what follows them begins."""
    ends = [place for mark in (b"\r\n\r\n", b"\n\n") if (place := data.find(mark, at)) >= 0]
    end = min(ends, default=len(data))
    found = {
        match["key"].decode("ascii").lower(): match["value"].decode("latin-1")
        for match in _HEADER.finditer(data, at, min(end, at + 65_536))
    }
    return found, end + (4 if data.startswith(b"\r\n\r\n", end) else 2)


def _unchunked(body: bytes, headers: Mapping[str, str]) -> bytes:
    if "chunked" in headers.get("transfer-encoding", "").lower():
        pieces: list[bytes] = []
        at = 0
        while match := _CHUNK.match(body, at):
            size = int(match[1], 16)
            pieces.append(body[match.end() : match.end() + size])
            at = match.end() + size + 2
        body = b"".join(pieces) or body
    if "gzip" in headers.get("content-encoding", "").lower():
        body = zlib.decompressobj(31).decompress(body, MOST_BYTES)
    return body


_READERS: Mapping[str, Callable[[str, bytes, int], Iterator[Member]]] = MappingProxyType(
    {
        "application/gzip": _gzip,
        "application/zip": _zip,
        "application/mbox": _mbox,
        "application/json": _json,
        "application/x-ndjson": _lines,
        "application/warc": _warc,
    }
)
