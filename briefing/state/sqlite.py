"""The state in one SQLite file.

`application_id` and `user_version` tell a state from an emptied, foreign or newer file: one taken
for an empty state would report everything again. The SQL is plain, so that another database can
stand behind the same Protocol.
"""

import errno
import fcntl
import os
import sqlite3
import stat
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.errors import OutputError
from briefing.evidence import sha256
from briefing.state.edition import Edition
from briefing.state.outbox import Outbox
from briefing.state.schema import APPLICATION_ID, VERSION, script, utc
from briefing.types import Document

NAME = "state.sqlite3"
BUSY_S = 5.0  # for another program that looks into the file; runs are kept apart by the lock

_NOTHING = zlib.compress(b"")
_RESTORE = "restore it from a backup, or move it away to begin anew (all will be reported again)"
_RIGHTS = "no permission to write it; change its rights, or choose another state folder"
_REASONS = {
    sqlite3.SQLITE_BUSY: "another program keeps it locked; close that and run again",
    sqlite3.SQLITE_LOCKED: "another program keeps it locked; close that and run again",
    sqlite3.SQLITE_FULL: "the disk is full; free some space and run again",
    sqlite3.SQLITE_IOERR: "the disk is full or failing; free some space and run again",
    sqlite3.SQLITE_READONLY: _RIGHTS,
    sqlite3.SQLITE_CANTOPEN: _RIGHTS,
    sqlite3.SQLITE_PERM: _RIGHTS,
    sqlite3.SQLITE_CORRUPT: f"it is damaged; {_RESTORE}",
    sqlite3.SQLITE_NOTADB: f"it is damaged; {_RESTORE}",
}


class SqliteState:
    """`briefing.state.State` in `folder/state.sqlite3`, readable by its owner alone."""

    def __init__(self, folder: Path, *, readonly: bool = False) -> None:
        self._path = folder / NAME
        if not readonly:
            _make(self._path)
        with telling(self._path):
            _check_file(self._path, readonly)
            self._db = connect(self._path, "ro" if readonly else "rw")
        try:
            with telling(self._path):
                _check(self._db, self._path, readonly=readonly)
        except OutputError:
            self._db.close()
            raise

    def freeze(self, documents: Iterable[Document], *, at: datetime) -> int:
        """Keep the documents' bytes by digest; return how many were not known yet."""
        new = 0
        with self._transaction() as db:
            for document in documents:
                known = db.execute("SELECT 1 FROM source WHERE digest = ?", (document.digest,))
                if known.fetchone() is None:
                    packed = zlib.compress(document.content)
                    row = (document.digest, len(document.content), packed, utc(at))
                    db.execute("INSERT INTO source VALUES (?, ?, ?, ?)", row)
                    new += 1
        return new

    def frozen(self, digest: str) -> bytes | None:
        """Return the bytes with this SHA-256, or None where they were never kept."""
        with telling(self._path):
            select = "SELECT size, content FROM source WHERE digest = ?"
            row = self._db.execute(select, (digest,)).fetchone()
        if row is None:
            return None
        size, packed = row
        try:
            content = zlib.decompressobj().decompress(packed, size + 1)
        except zlib.error as error:
            raise OutputError(str(self._path), f"it is damaged; {_RESTORE}") from error
        if sha256(content) != digest:
            raise OutputError(str(self._path), f"it is damaged; {_RESTORE}")
        return content

    def record_brief(
        self, id: str, *, generated: datetime, stories: Sequence[str], articles: Sequence[str]
    ) -> None:
        """Note that brief `id` told these stories (ids) and articles (digests), in order."""
        with self._transaction() as db:
            if db.execute("SELECT 1 FROM brief WHERE id = ?", (id,)).fetchone():
                return
            db.execute("INSERT INTO brief VALUES (?, ?)", (id, utc(generated)))
            rows = [(id, at, story) for at, story in enumerate(stories)]
            db.executemany("INSERT INTO brief_story VALUES (?, ?, ?)", rows)
            rows = [(id, at, digest) for at, digest in enumerate(articles)]
            db.executemany("INSERT INTO brief_article VALUES (?, ?, ?)", rows)

    def reported(self, digest: str) -> str | None:
        """Return the id of the first brief that told this article, or None."""
        select = """
            SELECT brief.id FROM brief JOIN brief_article ON brief_article.brief = brief.id
            WHERE brief_article.digest = ? ORDER BY brief.generated, brief.id LIMIT 1
        """
        with telling(self._path):
            row = self._db.execute(select, (digest,)).fetchone()
        return None if row is None else str(row[0])

    def last_edition(self, series: str) -> Edition | None:
        """Return the last brief of a series that was remembered."""
        select = """
            SELECT id, generated, sources, record FROM edition WHERE series = ?
            ORDER BY generated DESC, id DESC LIMIT 1
        """
        with self._reading() as db:
            row = db.execute(select, (series,)).fetchone()
            if row is None:
                return None
            moment = datetime.fromisoformat(row[1])
            return Edition(row[0], moment, tuple(row[2].split("\n")), zlib.decompress(row[3]))

    def stories(self, series: str) -> tuple[bytes, ...]:
        """Return the records of the stories that a series told, in order of id."""
        select = "SELECT record FROM told_story WHERE series = ? ORDER BY id"
        with self._reading() as db:
            return tuple(zlib.decompress(row[0]) for row in db.execute(select, (series,)))

    def remember(
        self,
        series: str,
        edition: Edition,
        *,
        stories: Mapping[str, bytes],
        gone: Iterable[str],
        forget: datetime,
    ) -> None:
        """Note an edition and the records of its stories by id, all or nothing."""
        told = utc(edition.generated)
        row = (series, told, edition.id, "\n".join(edition.sources), zlib.compress(edition.record))
        with self._transaction() as db:
            # Only the last edition's record is read again.
            db.execute("UPDATE edition SET record = ? WHERE series = ?", (_NOTHING, series))
            db.execute("INSERT OR REPLACE INTO edition VALUES (?, ?, ?, ?, ?)", row)
            db.executemany(
                "DELETE FROM told_story WHERE series = ? AND id = ?", [(series, i) for i in gone]
            )
            db.executemany(
                "INSERT OR REPLACE INTO told_story VALUES (?, ?, ?, ?)",
                [(series, i, told, zlib.compress(record)) for i, record in stories.items()],
            )
            stale = (series, utc(forget))
            db.execute("DELETE FROM told_story WHERE series = ? AND told < ?", stale)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def outbox(self) -> Outbox:
        """The mails that are to go out."""
        return Outbox(self._transaction)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all that is noted inside one transaction: it is kept whole or not at all."""
        with self._transaction():
            yield

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Read; what cannot be unpacked is damaged."""
        with telling(self._path):
            try:
                yield self._db
            except (zlib.error, ValueError) as error:
                raise OutputError(str(self._path), f"it is damaged; {_RESTORE}") from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self._db.in_transaction:  # part of one that is open: `together`
            yield self._db
            return
        # IMMEDIATE: a deferred transaction that reads, then writes, fails at once where another
        # writes meanwhile, whatever the timeout.
        with telling(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                with suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")


def connect(path: Path, mode: str, *, shared: bool = False) -> sqlite3.Connection:
    """Open a database; with `shared` several threads may use it, one at a time."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        timeout=BUSY_S,
        isolation_level=None,
        check_same_thread=not shared,
        uri=True,
    )


def _make(path: Path) -> None:
    """Make a new state where there is none: aside, then linked into place, so never half."""
    aside = path.with_name(f".{NAME}.tmp")
    with telling(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.path.lexists(path):
            return
        with _alone(path.parent) as folder:
            if os.path.lexists(path):  # another run was quicker
                return
            aside.unlink(missing_ok=True)
            # The journal of a state that was moved away would be rolled back into the new one.
            path.with_name(f"{NAME}-journal").unlink(missing_ok=True)
            try:
                _fill(aside)
                _put(aside, path)
                os.fsync(folder)
            finally:
                aside.unlink(missing_ok=True)


def _fill(aside: Path) -> None:
    os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    with closing(connect(aside, "rw")) as db:
        db.execute("PRAGMA journal_mode = OFF")  # it is thrown away where it is not finished
        db.executescript(script(0))


def _put(aside: Path, path: Path) -> None:
    """Move the new state into place; where another run was quicker, its state is as good."""
    try:
        os.link(aside, path)  # a rename would replace the other's
    except FileExistsError:
        return
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        aside.rename(path)  # a file system without hard links


@contextmanager
def _alone(folder: Path) -> Iterator[int]:
    """Hold the folder's own lock for the moment it takes to make a state in it."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


def _check_file(path: Path, readonly: bool) -> None:
    """Raise OutputError where this is no file that can be a state."""
    if not os.path.lexists(path):
        raise OutputError(str(path), "there is no state here; name the folder of a run's state")
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        raise OutputError(str(path), "not a regular file; choose another state folder")
    if found.st_size == 0:
        raise OutputError(str(path), f"it is empty, which no state ever is; {_RESTORE}")
    if not (readonly or os.access(path, os.W_OK)):
        raise OutputError(str(path), _RIGHTS)


def _check(db: sqlite3.Connection, path: Path, *, readonly: bool) -> None:
    """Upgrade an older state; raise OutputError where this is not one of ours, whole and free."""
    [application] = db.execute("PRAGMA application_id").fetchone()
    [version] = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise OutputError(str(path), "not a state of briefing; choose another state folder")
    if version > VERSION:
        reason = f"written by a newer briefing (state {version}, known {VERSION}); update briefing"
        raise OutputError(str(path), reason)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    db.execute(
        f"BEGIN {'DEFERRED' if readonly else 'IMMEDIATE'}"
    )  # recovers what a killed run left, and fails where locked
    [pages] = db.execute("PRAGMA page_count").fetchone()
    [page_size] = db.execute("PRAGMA page_size").fetchone()
    size = path.stat().st_size
    db.execute("ROLLBACK")
    if size < pages * page_size:  # SQLite itself overlooks a last page cut short
        raise OutputError(str(path), f"it is damaged; {_RESTORE}")
    if version < VERSION:
        if readonly:
            reason = f"written by an older briefing (state {version}); `briefing run` upgrades it"
            raise OutputError(str(path), reason)
        db.executescript(script(version))


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn errors of the database and the disk into OutputError with the way out."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        reason = _REASONS.get(code, f"the database failed ({error})")
        raise OutputError(str(path), reason) from error
    except OSError as error:
        denied = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
        reason = _RIGHTS if denied else f"cannot be used ({error.strerror or error})"
        raise OutputError(str(path), reason) from error
