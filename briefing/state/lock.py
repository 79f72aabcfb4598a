"""The kernel lock that lets one run at a time use a state folder.

The kernel drops it when the run ends, however it ends: there is no file to clear away by hand.
"""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.errors import LockedError, OutputError

NAME = "lock"
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC

_held: list[int] = []


def _let_go() -> None:
    """Close the lock in a forked child: a worker that outlives its run must not keep it locked."""
    while _held:
        os.close(_held.pop())


os.register_at_fork(after_in_child=_let_go)


@contextmanager
def lock(folder: Path, *, holder: str = "") -> Iterator[None]:
    """Hold the lock of a state folder, which is made where it is missing.

    `holder` is what the other run is told ("briefing run, since 06:00Z"), with the process number.
    Raises LockedError at once when another run holds it, OutputError where it cannot be made.
    """
    handle = _open(folder)
    _held.append(handle)
    try:
        _take(handle, folder)
        _sign(handle, ", ".join(filter(None, (holder, f"process {os.getpid()}"))))
        try:
            yield
        finally:
            if handle in _held:
                _sign(handle, "")
    finally:
        if handle in _held:  # else this is a forked child, where it is closed already
            _held.remove(handle)
            os.close(handle)


def _open(folder: Path) -> int:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(folder / NAME, _FLAGS, 0o600)
    except OSError as error:
        raise OutputError(str(folder), _reason(error)) from error


def _take(handle: int, folder: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        who = os.pread(handle, 200, 0).decode("ascii", errors="replace").strip()
        by = f" ({who})" if who.isprintable() and who else ""
        raise LockedError(f"{folder}: another run holds the lock{by}; try again later") from error
    except OSError as error:
        raise OutputError(str(folder), _reason(error)) from error


def _sign(handle: int, who: str) -> None:
    """Write who holds the lock; the lock itself does not depend on it."""
    with suppress(OSError):  # a full disk
        os.ftruncate(handle, 0)
        os.pwrite(handle, who.encode("ascii", errors="replace")[:200], 0)


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return "a file stands where the state folder should be; choose another folder"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "no permission to write there; change its rights, or choose another state folder"
    return f"the lock cannot be taken there ({error.strerror or error})"
