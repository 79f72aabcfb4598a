"""Write a brief's files so that a reader finds the old brief or the new one, whole, never half.

Everything is written aside, in a hidden temporary entry of the same folder, flushed to the disk and
renamed into place; `latest` is switched last. A run that is killed leaves at most such a temporary
entry, which the next run removes. A kernel lock on the folder keeps two runs from meeting.
"""

import errno
import fcntl
import json
import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from briefing.errors import OutputError

LATEST = "latest"
REPORT = "run-report.json"
LOCK_WAIT_S = 30.0  # longer than another run takes to write its files

_OURS = re.compile(r"\.briefing-\d+-\d\.tmp")
_PLAIN_NAME = re.compile(r"[^\W_.][\w.+-]{0,199}")
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS)  # a file system without symbolic links
_NO_LOCKS = (errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS)  # NFS locks no folders
_WAY_OUT = {
    errno.ENOSPC: "the disk is full; free some space and run again",
    errno.EDQUOT: "the disk quota is used up; free some space and run again",
    errno.EFBIG: "a file would be larger than this system allows; raise the limit and run again",
    errno.EACCES: "no permission to write there; choose another output folder",
    errno.EPERM: "no permission to write there; choose another output folder",
    errno.EROFS: "the disk is read-only; choose another output folder",
    errno.ENOTDIR: "a file stands where a folder should be; choose another output folder",
    errno.EEXIST: "a file stands where a folder should be; choose another output folder",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter title or output folder",
    errno.ELOOP: "a link there leads to itself; choose another output folder",
}


def write(outputs: Mapping[str, bytes], *, root: Path, name: str) -> Path:
    """Write `outputs` (by plain file name) to a new folder `root/name` and return that folder.

    Where `name` is taken it becomes `name-2`, `name-3` and so on. `root/latest`, a link, is
    switched to it last. Raises OutputError, and then nothing has changed.
    """
    for plain in (name, *outputs):
        _check_name(plain)
    with _locked(root), _writing(root):
        _check_latest(root)
        aside = _aside(root)
        try:
            return _publish(aside, outputs, root, name)
        finally:
            _remove(aside)


def free_name(root: Path, name: str) -> str:
    """Return the name that `write` would give the folder now."""
    return _free(root, name).name


def check(root: Path) -> None:
    """Find out, before any work, whether a brief can be written to `root`. Raises OutputError."""
    with _locked(root), _writing(root):
        _check_latest(root)
        aside = _aside(root)
        try:
            _write_file(aside, b"")
        finally:
            _remove(aside)


def write_report(folder: Path, report: Mapping[str, object]) -> Path:
    """Write `report` to `folder/run-report.json`, all at once, and return that file.

    Only printable ASCII is written; the rest is escaped. Raises OutputError.
    """
    text = json.dumps(report, ensure_ascii=True, allow_nan=False, indent=2) + "\n"
    replace_files(folder, {REPORT: text.encode("ascii")})
    return folder / REPORT


def replace_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files (by plain file name) into `folder`, each all at once. Raises OutputError.

    A file that holds just these bytes already is left alone.
    """
    with _locked(folder), _writing(folder):
        for name, content in contents.items():
            _check_name(name)
            place = folder / name
            if place.is_file() and place.read_bytes() == content:
                continue
            aside = _aside(folder)
            try:
                _write_file(aside, content)
                aside.replace(place)
            finally:
                _remove(aside)
        _flush_folder(folder)


def remove_folders(root: Path, names: Iterable[str]) -> None:
    """Remove briefs that are past their keeping; `latest` stays. Raises OutputError.

    Each is first renamed out of sight, so that nobody meets half a brief.
    """
    with _locked(root), _writing(root):
        for name in names:
            _check_name(name)
            if name != _latest(root) and (root / name).is_dir():
                aside = _aside(root)
                (root / name).rename(aside)
                _remove(aside)


def _publish(aside: Path, outputs: Mapping[str, bytes], root: Path, name: str) -> Path:
    aside.mkdir()
    for file, content in outputs.items():
        _write_file(aside / file, content)
    _flush_folder(aside)
    place = _free(root, name)
    aside.rename(place)
    try:
        _flush_folder(root)
        _switch_latest(root, place.name)
    except BaseException:
        if _latest(root) != place.name:
            place.rename(aside)  # the old brief stays the latest: leave nothing that looks newer
        raise
    return place


def _latest(root: Path) -> str | None:
    """Return the name of the folder that `root/latest` leads to."""
    latest = root / LATEST
    if latest.is_symlink():
        return str(latest.readlink())
    return latest.read_text("utf-8").strip() if latest.is_file() else None


def _write_file(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _free(root: Path, name: str) -> Path:
    names = (name if i == 1 else f"{name}-{i}" for i in count(1))
    return next(root / free for free in names if not os.path.lexists(root / free))


def _switch_latest(root: Path, name: str) -> None:
    aside = _aside(root, 1)
    try:
        try:
            aside.symlink_to(name)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _write_file(aside, name.encode("utf-8") + b"\n")
        aside.replace(root / LATEST)
        with suppress(OSError):  # it is switched; only a loss of power could still undo it
            _flush_folder(root)
    finally:
        _remove(aside)


def _check_name(name: str) -> None:
    if not _PLAIN_NAME.fullmatch(name) or name in (LATEST, f"{LATEST}.tmp"):
        raise ValueError(f"not a plain name: {name!r}")


def _check_latest(root: Path) -> None:
    latest = root / LATEST
    if latest.is_dir() and not latest.is_symlink():
        reason = "a folder stands where the link to the latest brief belongs; rename it"
        raise OutputError(str(latest), reason)
    if latest.is_file() and not latest.is_symlink() and not _names_a_brief(root):
        reason = "a file stands where the link to the latest brief belongs; rename it"
        raise OutputError(str(latest), reason)


def _names_a_brief(root: Path) -> bool:
    """Say whether the file `latest` is ours, where links are impossible: it names a folder."""
    name = _latest(root)
    return bool(name and _PLAIN_NAME.fullmatch(name) and (root / name).is_dir())


def _aside(folder: Path, which: int = 0) -> Path:
    """Return the name of a temporary entry that no other run uses."""
    return folder / f".briefing-{os.getpid()}-{which}.tmp"


def _remove(path: Path) -> None:
    """Remove a temporary entry, whatever it is; one that stays is removed by the next run."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Make the folder if need be, hold its kernel lock, and clear away what a killed run left.

    Where the file system has no such lock nothing is cleared away: it could be another run's.
    """
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with _writing(folder):
            alone = _wait_for(handle, folder)
            for entry in sorted(folder.iterdir()) if alone else ():
                if _OURS.fullmatch(entry.name):
                    _remove(entry)
        yield
    finally:
        os.close(handle)


def _wait_for(handle: int, folder: Path) -> bool:
    """Return True once the lock is held, False where there are no locks."""
    until = time.monotonic() + LOCK_WAIT_S
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= until:
                reason = "another run has been writing there for long; wait for it, or end it"
                raise OutputError(str(folder), reason) from error
            time.sleep(0.05)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return False
            raise
        else:
            return True


def _flush_folder(folder: Path) -> None:
    """Flush the folder's entries to the disk, where the file system can."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = _WAY_OUT.get(error.errno or 0) or f"cannot write there ({error.strerror or error})"
        raise OutputError(str(folder), reason) from error
