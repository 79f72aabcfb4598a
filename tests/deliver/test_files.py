"""The output folder: old or new, whole, whatever happens while it is written."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.deliver import files
from briefing.errors import OutputError

BRIEF = {"brief.html": b"<p>Harbour reopens</p>", "brief.txt": b"Harbour reopens\n"}


def visible(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def content(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in sorted(folder.iterdir())}


def test_a_brief_is_written_and_latest_leads_to_it(tmp_path: Path) -> None:
    root = tmp_path / "new" / "output"
    place = files.write(BRIEF, root=root, name="2031-03-09T0600Z-harbour")
    assert place == root / "2031-03-09T0600Z-harbour"
    assert content(root / "latest") == BRIEF
    assert (root / "latest").readlink() == Path("2031-03-09T0600Z-harbour")
    assert visible(root) == ["2031-03-09T0600Z-harbour", "latest"]


def test_the_same_name_again_gets_a_number(tmp_path: Path) -> None:
    made = [files.write({"a.txt": b"%d" % i}, root=tmp_path, name="run").name for i in range(3)]
    assert made == ["run", "run-2", "run-3"]
    assert content(tmp_path / "latest") == {"a.txt": b"2"}
    assert content(tmp_path / "run") == {"a.txt": b"0"}


def test_others_may_read_what_the_umask_lets_them(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        place = files.write(BRIEF, root=tmp_path, name="run")
    finally:
        os.umask(before)
    assert place.stat().st_mode & 0o777 == 0o755
    assert (place / "brief.txt").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("name", ["../up", "a/b", "", ".", "..", ".hidden", "latest", "a\n", "-rf"])
def test_names_that_could_leave_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        files.write(BRIEF, root=tmp_path, name=name)
    with pytest.raises(ValueError, match="plain name"):
        files.write({name: b""}, root=tmp_path, name="run")
    assert visible(tmp_path) == []


def test_leftovers_of_a_killed_run_are_removed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".briefing-77-0.tmp").mkdir()
    (tmp_path / ".briefing-77-0.tmp/brief.pdf").write_bytes(b"%PDF-half")
    (tmp_path / ".briefing-77-1.tmp").symlink_to("gone")
    (tmp_path / ".briefing-notes.tmp").write_text("the user's")
    (tmp_path / ".other").mkdir()
    files.write(BRIEF, root=tmp_path, name="run")
    assert visible(tmp_path) == [".briefing-notes.tmp", ".other", "latest", "run"]


def test_a_leftover_link_is_removed_but_not_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/keep.txt").write_text("keep")
    (tmp_path / ".briefing-77-0.tmp").symlink_to(tmp_path / "mine")
    files.write(BRIEF, root=tmp_path, name="run")
    assert (tmp_path / "mine/keep.txt").read_text() == "keep"


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputError, match=r"out: a file stands where a folder should be; choose"):
        files.write(BRIEF, root=tmp_path / "out", name="run")
    with pytest.raises(OutputError, match="a file stands where a folder should be"):
        files.write(BRIEF, root=tmp_path / "out" / "below", name="run")


def test_a_folder_in_place_of_latest_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "latest").mkdir()
    with pytest.raises(OutputError, match="latest: a folder stands where the link"):
        files.write(BRIEF, root=tmp_path, name="run")
    assert visible(tmp_path) == ["latest"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_a_folder_that_cannot_be_made_is_named() -> None:
    with pytest.raises(OutputError, match="/proc/nowhere"):
        files.write(BRIEF, root=Path("/proc/nowhere"), name="run")


def _failing(patch: pytest.MonkeyPatch, where: object, name: str, error: OSError) -> None:
    def fail(*args: object, **options: object) -> None:
        raise error

    patch.setattr(where, name, fail)


@pytest.mark.parametrize(
    ("where", "name"),
    [(os, "fsync"), (Path, "rename"), (Path, "symlink_to"), (Path, "replace"), (Path, "mkdir")],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_full_disk_leaves_the_old_brief_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: object, name: str
) -> None:
    files.write(BRIEF, root=tmp_path, name="old")
    with monkeypatch.context() as patch:
        _failing(patch, where, name, OSError(28, "No space left on device"))
        with pytest.raises(OutputError, match="the disk is full; free some space"):
            files.write({"brief.html": b"new"}, root=tmp_path, name="new")
    assert visible(tmp_path) == ["latest", "old"]
    assert content(tmp_path / "latest") == BRIEF


def test_an_interrupt_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            files.write(BRIEF, root=tmp_path, name="run")
    assert visible(tmp_path) == []


def test_without_symbolic_links_latest_is_a_text_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        _failing(patch, Path, "symlink_to", PermissionError(1, "Operation not permitted"))
        files.write(BRIEF, root=tmp_path, name="one")
        files.write(BRIEF, root=tmp_path, name="two")
    assert (tmp_path / "latest").read_text() == "two\n"


def test_without_locks_it_still_writes_and_clears_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".briefing-77-0.tmp").mkdir()
    with monkeypatch.context() as patch:
        _failing(patch, fcntl, "flock", OSError(9, "Bad file descriptor"))
        files.write(BRIEF, root=tmp_path, name="run")
    assert visible(tmp_path) == [".briefing-77-0.tmp", "latest", "run"]


def test_a_folder_that_stays_locked_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LOCK_WAIT_S", 0.1)
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="another run has been writing there"):
            files.write(BRIEF, root=tmp_path, name="run")
    finally:
        os.close(handle)


def test_the_run_report_is_replaced_whole_and_escaped(tmp_path: Path) -> None:
    report: Mapping[str, object] = {"schema": 1, "inputs": [{"name": "f\u00e4hre\u202e\x1b.txt"}]}
    files.write_report(tmp_path, {"schema": 1, "inputs": ["x"] * 1000})
    path = files.write_report(tmp_path, report)
    assert path == tmp_path / "run-report.json"
    assert path.read_bytes().isascii()
    assert "\x1b" not in path.read_text()
    assert json.loads(path.read_bytes()) == report
    assert visible(tmp_path) == ["run-report.json"]


def test_a_report_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputError, match="out"):
        files.write_report(tmp_path / "out", {})


# Real processes: killed, out of space, two at once.

WRITER = textwrap.dedent(
    """
    import os, signal, sys
    from pathlib import Path
    from briefing.deliver import files

    root, size, kill_at = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    seen = 0

    def count(event, args):
        global seen
        if event in EVENTS and (event != "open" or args[2] & 3):
            seen += 1
            if seen == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    EVENTS = {"open", "os.mkdir", "os.rename", "os.symlink", "os.remove", "os.rmdir",
              "fcntl.flock", "os.listdir", "shutil.rmtree"}
    sys.addaudithook(count)
    body = (b"new" * size)[:size]
    files.write({"brief.html": body, "brief.pdf": body}, root=root, name="run")
    files.write_report(root, {"size": size})
    print(seen)
    """
)


def writer(root: Path, size: int, kill_at: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, os.fspath(root), str(size), str(kill_at)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def assert_old_or_new(root: Path, size: int) -> None:
    """Nothing visible is half, and `latest` leads to a whole brief."""
    new = {"brief.html": (b"new" * size)[:size], "brief.pdf": (b"new" * size)[:size]}
    shown = [name for name in visible(root) if not name.startswith(".")]
    for name in shown:
        if name == "run-report.json":
            assert json.loads((root / name).read_bytes())
        else:
            assert content(root / name) in (BRIEF, new), name
    assert "latest" in shown


def test_killed_at_every_step_it_is_old_or_new_and_the_next_run_tidies(tmp_path: Path) -> None:
    out, _ = writer(tmp_path / "count", 10).communicate()
    steps = int(out)
    assert steps > 10
    for step in range(1, steps + 1):
        root = tmp_path / str(step)
        files.write(BRIEF, root=root, name="old")
        process = writer(root, 10, kill_at=step)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert_old_or_new(root, 10)
        again = files.write(BRIEF, root=root, name="old")
        assert content(root / "latest") == BRIEF
        assert (root / "latest").resolve() == again
        assert not [name for name in visible(root) if name.startswith(".")]


def _grown(folder: Path) -> int:
    return sum(f.stat().st_size for f in folder.glob(".briefing-*/*"))


def test_killed_while_files_grow_it_is_old_or_new(tmp_path: Path) -> None:
    size = 15_000_000
    hits = 0
    for i in range(8):
        root = tmp_path / str(i)
        files.write(BRIEF, root=root, name="old")
        process = writer(root, size)
        while process.poll() is None:
            try:
                grown = _grown(root)
            except FileNotFoundError:  # just renamed
                break
            if grown > 2 * size * i // 8:
                process.kill()
                hits += 1
                break
        process.communicate()
        assert_old_or_new(root, size)
        files.write(BRIEF, root=root, name="old")
        assert not [name for name in visible(root) if name.startswith(".")]
    assert hits >= 1


def test_a_file_size_limit_leaves_the_old_brief(tmp_path: Path) -> None:
    files.write(BRIEF, root=tmp_path, name="old")
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
    command = [sys.executable, "-c", limited + WRITER, os.fspath(tmp_path), "100000", "0"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "OutputError" in result.stderr
    assert "larger than this system allows" in result.stderr
    assert visible(tmp_path) == ["latest", "old"]
    assert content(tmp_path / "latest") == BRIEF


def test_two_at_once_both_arrive_whole(tmp_path: Path) -> None:
    writers = [writer(tmp_path, 2_000_000) for _ in range(4)]
    started = time.monotonic()
    assert [process.wait() for process in writers] == [0, 0, 0, 0]
    assert time.monotonic() - started < 30
    for process in writers:
        process.communicate()
    assert visible(tmp_path) == ["latest", "run", "run-2", "run-3", "run-4", "run-report.json"]
    assert_old_or_new(tmp_path, 2_000_000)
