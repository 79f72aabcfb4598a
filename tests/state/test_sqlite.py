"""The state: what it keeps, and what it refuses to take for a state."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import OutputError
from briefing.evidence import sha256
from briefing.state import open_state
from briefing.state.sqlite import NAME
from briefing.types import Document

NOW = datetime(2031, 3, 9, 6, tzinfo=UTC)


def document(content: bytes = b"The ferry left on time.") -> Document:
    return Document("desk", "a.txt", "text/plain", content, sha256(content))


def rows(folder: Path, select: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / NAME)) as db:
        return db.execute(select).fetchall()


def damage(folder: Path, content: bytes | None = None, statement: str = "") -> None:
    if content is not None:
        (folder / NAME).write_bytes(content)
    if statement:
        with closing(sqlite3.connect(folder / NAME)) as db:
            db.execute(statement)
            db.commit()


def assert_refused(folder: Path, words: str) -> None:
    before = (folder / NAME).read_bytes()
    with pytest.raises(OutputError, match=words) as caught:
        open_state(folder)
    assert caught.value.path == str(folder / NAME)
    assert (folder / NAME).read_bytes() == before


def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    files = [document(b""), document(b"a" * 100_000), document(bytes(range(256)))]
    with open_state(tmp_path) as state:
        assert state.freeze(files, at=NOW) == 3
        assert state.freeze(files[:2], at=NOW) == 0
    with open_state(tmp_path) as state:
        assert [state.frozen(file.digest) for file in files] == [f.content for f in files]
        assert state.frozen("0" * 64) is None
    assert (tmp_path / NAME).stat().st_size < 160_000


@settings(deadline=None)  # the disk or the machine may be busy
@given(content=st.binary(max_size=3000))
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    with open_state(tmp_path_factory.getbasetemp() / "any") as state:
        state.freeze([document(content)], at=NOW)
        assert state.frozen(sha256(content)) == content


def test_it_remembers_which_brief_told_an_article_first(tmp_path: Path) -> None:
    with open_state(tmp_path) as state:
        assert state.reported("aa") is None
        later = NOW.astimezone(timezone(timedelta(hours=9))) + timedelta(hours=1)
        state.record_brief("b2", generated=later, stories=["s1", "s2"], articles=["aa", "bb"])
        state.record_brief("b1", generated=NOW, stories=["s1"], articles=["aa"])
        assert state.reported("aa") == "b1"
        assert state.reported("bb") == "b2"
    assert rows(tmp_path, "SELECT generated FROM brief ORDER BY id") == [
        ("2031-03-09T06:00:00Z",),
        ("2031-03-09T07:00:00Z",),
    ]


def test_the_same_brief_noted_twice_is_one(tmp_path: Path) -> None:
    with open_state(tmp_path) as state:
        for _ in range(2):
            state.record_brief("b1", generated=NOW, stories=["s1"], articles=["aa", "bb"])
    assert rows(tmp_path, "SELECT count(*) FROM brief_article") == [(2,)]


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        open_state(tmp_path / "state").close()
    finally:
        os.umask(before)
    assert (tmp_path / "state" / NAME).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    assert [entry.name for entry in (tmp_path / "state").iterdir()] == [NAME]


def test_an_emptied_state_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    open_state(tmp_path).close()
    damage(tmp_path, b"")
    assert_refused(tmp_path, "it is empty, which no state ever is; restore it from a backup")


def test_a_cut_state_is_refused(tmp_path: Path) -> None:
    with open_state(tmp_path) as state:
        state.freeze([document(os.urandom(50_000))], at=NOW)
    whole = (tmp_path / NAME).read_bytes()
    for size in (1, 99, 100, 511, 512, 4095, 4096, 20_000, len(whole) - 4096, len(whole) - 1):
        damage(tmp_path, whole[:size])
        assert_refused(tmp_path, "it is damaged; restore it|not a state of briefing")


def test_a_foreign_or_newer_file_is_refused(tmp_path: Path) -> None:
    open_state(tmp_path).close()
    damage(tmp_path, statement="PRAGMA user_version = 99")
    assert_refused(tmp_path, r"written by a newer briefing \(state 99, known \d+\); update")
    damage(tmp_path, statement="PRAGMA application_id = 7")
    assert_refused(tmp_path, "not a state of briefing; choose another")
    damage(tmp_path, b"These are the user's notes.\n" * 300)
    assert_refused(tmp_path, "damaged")


def test_a_locked_state_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.state.sqlite.BUSY_S", 0.1)
    open_state(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert_refused(tmp_path, "another program keeps it locked; close that")


def test_a_state_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_state(tmp_path).close()
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda path, mode: False)  # root may write everything
        assert_refused(tmp_path, "no permission to write it; change its rights")


def test_what_is_no_file_or_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be used"):
        open_state(tmp_path / "file")
    (tmp_path / NAME).symlink_to(tmp_path / "file")
    assert_refused(tmp_path, "not a regular file|damaged")


def test_damaged_bytes_are_never_handed_out(tmp_path: Path) -> None:
    with open_state(tmp_path) as state:
        state.freeze([document()], at=NOW)
        damage(tmp_path, statement="UPDATE source SET content = X'00'")
        with pytest.raises(OutputError, match="damaged"):
            state.frozen(document().digest)
        state.freeze([document(b"other")], at=NOW)
        damage(
            tmp_path,
            statement="UPDATE source SET content = (SELECT content FROM source WHERE size = 5)",
        )
        with pytest.raises(OutputError, match="damaged"):
            state.frozen(document().digest)


def test_nothing_is_kept_of_a_batch_that_fails(tmp_path: Path) -> None:
    def batch() -> list[Document]:
        return [document(b"one"), document(b"two"), None]  # type: ignore[list-item]

    with open_state(tmp_path) as state:
        with pytest.raises(AttributeError):
            state.freeze(batch(), at=NOW)
        assert state.frozen(sha256(b"one")) is None
        assert state.freeze([document(b"one")], at=NOW) == 1


def test_read_only_it_makes_and_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is no state here"):
        open_state(tmp_path / "none", readonly=True)
    assert not (tmp_path / "none").exists()
    with open_state(tmp_path) as state:
        state.freeze([document()], at=NOW)
    with open_state(tmp_path, readonly=True) as state:
        assert state.frozen(document().digest) == document().content
        with pytest.raises(OutputError, match="no permission to write"):
            state.freeze([document(b"other")], at=NOW)


def test_the_journal_of_a_state_moved_away_does_not_harm_the_next(tmp_path: Path) -> None:
    process = worker(tmp_path, 0, 1000)
    assert process.stdout is not None
    process.stdout.readline()
    while not (journals := list(tmp_path.glob("*-journal"))):
        assert process.poll() is None
    process.kill()
    process.communicate()
    (tmp_path / NAME).rename(tmp_path / "old.sqlite3")
    for journal in journals:
        journal.write_bytes(journal.read_bytes() if journal.exists() else b"stale")
    with open_state(tmp_path) as state:
        assert state.reported("aa") is None
    assert not list(tmp_path.glob("*-journal"))
    assert rows(tmp_path, "PRAGMA integrity_check") == [("ok",)]


# Real processes: killed, out of space, two at once.

WORKER = textwrap.dedent(
    """
    import os, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from briefing.evidence import sha256
    from briefing.state import open_state
    from briefing.types import Document

    folder, first, count, kill_at = Path(sys.argv[1]), *map(int, sys.argv[2:5])
    seen = 0

    def step(event, args):
        global seen
        if event in EVENTS and (event != "open" or args[2] & 3):
            seen += 1
            if seen == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    EVENTS = {"open", "os.mkdir", "os.rename", "os.link", "os.remove", "sqlite3.connect"}
    sys.addaudithook(step)

    def document(i):
        content = bytes([i % 256]) + b"words " * 200 + i.to_bytes(4, "big") * 4000
        return Document("desk", f"{i}.txt", "text/plain", content, sha256(content))

    now = datetime(2031, 3, 9, 6, tzinfo=UTC)
    with open_state(folder) as state:
        for i in range(first, first + count):
            state.freeze([document(i)], at=now)
            name = f"b{i}"
            state.record_brief(name, generated=now, stories=[], articles=[document(i).digest])
            print(name, flush=True)
    print(seen)
    """
)


def worker(folder: Path, first: int, count: int, kill_at: int = 0) -> subprocess.Popen[str]:
    arguments = [os.fspath(folder), *map(str, (first, count, kill_at))]
    command = [sys.executable, "-c", WORKER, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_killed_at_every_step_of_making_it_the_next_run_goes_on(tmp_path: Path) -> None:
    out, _ = worker(tmp_path / "count", 0, 1).communicate()
    steps = int(out.split()[-1])
    assert steps >= 5
    for step in range(1, steps + 1):
        process = worker(tmp_path / str(step), 0, 1, kill_at=step)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        with open_state(tmp_path / str(step)) as state:
            state.record_brief("next", generated=NOW, stories=[], articles=["aa"])
            assert state.reported("aa") == "next"


def test_killed_while_it_writes_it_keeps_all_it_promised(tmp_path: Path) -> None:
    told: list[str] = []
    for i in range(4):
        process = worker(tmp_path, 1000 * i, 1000)
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(4 + 3 * i)]
        process.kill()
        rest, _ = process.communicate()
        told += [*"".join(lines).split(), *(n for n in rest.split("\n")[:-1] if n)]
    open_state(tmp_path).close()
    kept = {name for (name,) in rows(tmp_path, "SELECT id FROM brief")}
    assert len(told) >= 34
    assert set(told) <= kept
    assert rows(tmp_path, "PRAGMA integrity_check") == [("ok",)]


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    processes = [worker(tmp_path, 100 * i, 10) for i in range(3)]
    for process in processes:
        _, errors = process.communicate()
        assert (process.returncode, errors) == (0, "")
    assert rows(tmp_path, "SELECT count(*) FROM brief") == [(30,)]
    assert rows(tmp_path, "SELECT count(*) FROM source") == [(30,)]


def test_a_full_disk_is_an_output_error_and_keeps_what_was_there(tmp_path: Path) -> None:
    with open_state(tmp_path) as state:
        state.freeze([document()], at=NOW)
    size = (tmp_path / NAME).stat().st_size
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n"
    script = limit + WORKER.replace('b"words " * 200', "os.urandom(200000)")
    command = [sys.executable, "-c", script, os.fspath(tmp_path), "0", "5", "0"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "OutputError" in result.stderr
    assert "the disk is full" in result.stderr
    with open_state(tmp_path) as state:
        assert state.frozen(document().digest) == document().content
        assert rows(tmp_path, "SELECT count(*) FROM source") == [(1,)]
