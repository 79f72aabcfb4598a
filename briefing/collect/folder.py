"""Read articles from files and folders, of which every file may be hostile.

Only regular files are opened, without blocking and without following a link, and no more than the
limit is ever in memory for one of them. Whatever fails is a `Problem` with the file's name.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import category

from briefing.collect import containers, kinds
from briefing.errors import ReadError, UsageError
from briefing.evidence import sha256
from briefing.types import Document, Problem, Profile

MAX_BYTES = 5_000_000  # a page of news is under 1 MB; one of 50 MB would cost all the memory
_CHUNK = 1 << 20
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NO_PROFILE = Profile()
_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def check(paths: Sequence[Path | str]) -> None:
    """Raise UsageError, naming every path of `paths` that does not exist; touch nothing."""
    missing = [uri(Path(path)) for path in paths if not os.path.lexists(path)]
    if missing:
        what = "no such file or folder" if len(missing) == 1 else "no such files or folders"
        raise UsageError(f"{', '.join(missing)}: {what}; check the spelling and the current folder")


def read(
    paths: Sequence[Path | str],
    *,
    source: str,
    profile: Profile = _NO_PROFILE,
    max_bytes: int = MAX_BYTES,
    file_times: bool = False,
) -> Iterator[Document | Problem]:
    """Yield one Document or Problem for every file of `paths`, folders walked in sorted order.

    Hidden files and editors' backups (`x~`) inside folders are passed over. With `file_times`,
    `retrieved` is the time the file was last written. Call `check` first.
    """
    for given in paths:
        for found in _files(Path(given)):
            match found:
                case Problem():
                    yield found
                case shown, path:
                    yield from _documents(shown, path, source, profile, max_bytes, file_times)


def uri(path: Path) -> str:
    """Return the path as given, with `/`, and with what must not be printed written as `\\xff`."""
    return printable(_name(path))


def _name(path: Path) -> str:
    return os.fsencode(path.as_posix()).decode("utf-8", errors="surrogateescape")


def printable(text: str) -> str:
    """Return a name with what must not be printed written as `\\xff`."""
    return "".join(_escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    if letter == "\\":
        return "\\\\"
    code = ord(letter)
    kind = category(letter)
    if kind == "Cs":  # a byte that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if kind == "Cc":
        return f"\\x{code:02x}"
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    hidden = kind in ("Zl", "Zp") or letter in _BIDI or noncharacter
    return f"\\u{code:04x}" if hidden else letter


def _problem(path: Path, reason: str, detail: str) -> Problem:
    return Problem("collect", uri(path), reason, detail)


def _files(given: Path) -> Iterator[tuple[Path, Path] | Problem]:
    """Yield (path to show, path to open) of each file; depth first, by name.

    A given folder may be a link, for the user named it; a given file may be one only within its
    folder, for more often than not it is the shell that named it (`*.txt`).
    """
    within = given if given.is_dir() else given.parent
    root = Path(os.path.realpath(within))
    if given.is_symlink() and given.is_dir():
        yield from _walk(_listing(given), root)
    else:
        yield from _walk([given], root)


def _walk(first: Sequence[Path | Problem], root: Path) -> Iterator[tuple[Path, Path] | Problem]:
    ahead = list(first)[::-1]
    while ahead:
        path = ahead.pop()
        if isinstance(path, Problem):
            yield path
            continue
        try:
            mode = path.lstat().st_mode
        except OSError as error:
            yield _problem(path, "unreadable", _words(error))
            continue
        if stat.S_ISDIR(mode):
            ahead += _listing(path)[::-1]
        elif stat.S_ISREG(mode):
            yield path, path
        elif stat.S_ISLNK(mode):
            target = _target(path, root)
            if isinstance(target, Problem):
                yield target
            elif target is not None:
                yield path, target
        else:
            yield _problem(path, "not_regular_file", _kind(mode))


def _listing(folder: Path) -> list[Path | Problem]:
    """Return what stands in the folder and is not hidden, by name."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        return [_problem(folder, "unreadable", _words(error))]
    seen: list[Path | Problem] = [
        entry for entry in entries if entry.name[0] != "." and entry.name[-1] != "~"
    ]
    if not seen and kinds.by_suffix(folder) == kinds.PLAIN:
        return [_problem(folder, "not_regular_file", "an empty folder named like a file")]
    return seen


def _target(link: Path, root: Path) -> Path | Problem | None:
    """Return the file a link leads to; None for a folder that is walked where it stands."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return _problem(link, "not_regular_file", "a link that leads nowhere")
    if not target.is_relative_to(root):
        return _problem(link, "not_regular_file", "a link out of its folder; give what it leads to")
    return None if target.is_dir() else target


def _kind(mode: int) -> str:
    names = (
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((name for holds, name in names if holds(mode)), "neither a file nor a folder")


def _documents(
    shown: Path, path: Path, source: str, profile: Profile, max_bytes: int, file_times: bool
) -> Iterator[Document | Problem]:
    """Yield the document that a file is, or those that it holds."""
    kind = kinds.by_suffix(shown)
    limit = max_bytes * (containers.LARGER if containers.is_container(kind) else 1)
    try:
        content, written = _content(path, kind, limit)
    except ReadError as error:
        yield _problem(shown, error.reason, error.detail)
        return
    except OSError as error:
        yield _problem(shown, "unreadable", _words(error))
        return
    kind = kind or kinds.by_content(content)
    held: Iterable[containers.Member] = (containers.Member(_name(shown), kind, content),)
    if containers.is_container(kind) and content:
        held = containers.members(kind, _name(shown), content, max_bytes)
    for member in held:
        if member.reason:
            yield Problem("collect", printable(member.name), member.reason, member.detail)
            continue
        yield Document(
            source=source,
            uri=printable(member.name),
            media_type=member.media_type,
            content=member.content,
            digest=sha256(member.content),
            retrieved=written if file_times else None,
            profile=profile,
        )


def _content(path: Path, kind: str | None, max_bytes: int) -> tuple[bytes, datetime]:
    """Return the file's bytes and when it was last written."""
    handle = os.open(path, _FLAGS)
    try:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode):
            raise ReadError(str(path), "not_regular_file", _kind(before.st_mode))
        _refuse_large(path, kind, before.st_size, max_bytes)
        content = _at_most(handle, max_bytes + 1)
        _refuse_large(path, kind, len(content), max_bytes)
        after = os.fstat(handle)
    finally:
        os.close(handle)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ReadError(str(path), "unreadable", "it changed while it was read")
    return content, datetime.fromtimestamp(int(after.st_mtime), UTC)


def _refuse_large(path: Path, kind: str | None, size: int, max_bytes: int) -> None:
    if size <= max_bytes:
        return
    if kind == kinds.UNKNOWN:  # its kind is the reason that helps; nobody will read its bytes
        raise ReadError(str(path), "unknown_kind", f"{path.suffix}, {size / 1e6:.1f} MB")
    raise ReadError(
        str(path), "too_large", f"{size / 1e6:.1f} MB; the limit is {max_bytes / 1e6:g} MB"
    )


def _at_most(handle: int, limit: int) -> bytes:
    parts: list[bytes] = []
    while limit > 0 and (part := os.read(handle, min(_CHUNK, limit))):
        parts.append(part)
        limit -= len(part)
    return b"".join(parts)


def _words(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it is no longer there"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return error.strerror or type(error).__name__
