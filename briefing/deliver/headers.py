"""Mail headers that stay what they are, whatever a title holds.

Written by hand and not by `email`'s header classes: those read `=?utf-8?q?...?=` in plain ASCII as
an encoded word, line ends and all (CVE-2024-6923), and fold differently from version to version.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category, normalize

from briefing.errors import UsageError

MAX_SUBJECT = 150  # letters; more is cut by every mail program anyway

_WIDTH = 76  # columns of a line with encoded words (RFC 2047)
_WORD_BYTES = 39  # of UTF-8 in an encoded word, so that "Subject: " still fits before it
_JOINERS = "\u200c\u200d"  # invisible, but part of Persian words, Indic letters and emoji
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
_NAMED = re.compile(r"([^<>]*)<([^<>]*)>")


@dataclass(frozen=True, slots=True)
class Address:
    """Whom a mail goes to or comes from: `spec` is the address alone, `name` may be empty."""

    name: str
    spec: str

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.spec.rpartition("@")[2]

    def __str__(self) -> str:
        if not self.name:
            return self.spec
        if _plain(self.name):
            quoted = self.name.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{quoted}" <{self.spec}>'
        return f"{_encoded_words(self.name)} <{self.spec}>"


def address(text: str) -> Address:
    """Read `desk@example.org` or `The desk <desk@example.org>`.

    Raises UsageError where it is no address.
    """
    named = _NAMED.fullmatch(text.strip())
    name, spec = (named[1], named[2]) if named else ("", text)
    local, _, domain = spec.strip().rpartition("@")
    try:
        spec = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        spec = ""
    if not is_address(spec):
        shown = clean(text) or "(empty)"
        raise UsageError(f"{shown}: not a mail address; write desk@example.org or Name <address>")
    return Address(clean(name.strip().strip('"')), spec)


def is_address(spec: str) -> bool:
    """Tell whether `spec` can be given to a mail server as it stands."""
    return len(spec) <= 254 and "=?" not in spec and bool(_ADDRESS.fullmatch(spec))


def clean(text: str, *, limit: int = MAX_SUBJECT) -> str:
    """Return one line that can neither start a header nor turn the reading direction.

    Controls, bidi controls, other invisible signs and noncharacters go, `=?` is broken up, and what
    is longer than `limit` is cut at a space, with an ellipsis.
    """
    kept = "".join(map(_kept, normalize("NFC", text)))
    line = " ".join(kept.split()).replace("=?", "= ?")
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut).rstrip() + "…"


def _kept(letter: str) -> str:
    kind = category(letter)
    if kind == "Cc":
        return " "
    code = ord(letter)
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    hidden = kind == "Cs" or (kind == "Cf" and letter not in _JOINERS)
    return "" if hidden or noncharacter else letter


def line(name: str, text: str) -> bytes:
    """Return the header with its line end: folded, and encoded where it is not plain ASCII.

    `text` is one line, as `clean` returns it.
    """
    value = _folded(text, len(name) + 2) if _plain(text) else _encoded_words(text)
    return _written(name, value)


def addresses(name: str, members: Sequence[Address]) -> bytes:
    """Return the header with its line end, one address a line."""
    return _written(name, ",\r\n ".join(str(member) for member in members))


def tokens(name: str, members: Sequence[str]) -> bytes:
    """Return a header of plain tokens such as Message-IDs with its line end, one a line."""
    return _written(name, "\r\n ".join(members))


def _written(name: str, value: str) -> bytes:
    if re.search(r"\r(?!\n )|(?<!\r)\n|[^\x20-\x7e\r\n]", value):
        raise ValueError(f"{name}: not one header: {value!r}")
    return f"{name}: {value}\r\n".encode("ascii")


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and "=?" not in text


def _folded(text: str, used: int) -> str:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and used + 1 + len(word) <= _WIDTH:
            lines[-1] += f" {word}"
            used += 1 + len(word)
        else:
            used = len(word) + (1 if lines else used)
            lines.append(word)
    return "\r\n ".join(lines)


def _encoded_words(text: str) -> str:
    words = (b64encode(part).decode("ascii") for part in _parts(text))
    return "\r\n ".join(f"=?utf-8?b?{word}?=" for word in words)


def _parts(text: str) -> Iterator[bytes]:
    """Cut into pieces of whole letters that fit into an encoded word each."""
    part = b""
    for letter in text:
        more = letter.encode("utf-8")
        if len(part) + len(more) > _WORD_BYTES:
            yield part
            part = b""
        part += more
    yield part
