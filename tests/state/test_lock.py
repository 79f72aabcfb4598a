"""One run at a time, and no lock that outlives its run."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.errors import LockedError, OutputError
from briefing.state import lock

HOLDER = """
import sys, time
from pathlib import Path
from briefing.state import lock
with lock(Path(sys.argv[1]), holder="briefing run, since 06:00Z"):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(folder: Path, script: str = HOLDER) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, os.fspath(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_the_second_run_is_refused_within_a_second_and_told_who_holds_it(tmp_path: Path) -> None:
    process = holder(tmp_path)
    try:
        started = time.monotonic()
        with (
            pytest.raises(LockedError, match=rf"06:00Z, process {process.pid}.*try again later"),
            lock(tmp_path),
        ):
            pytest.fail("two hold the lock")
        assert time.monotonic() - started < 1
    finally:
        end(process)


def test_a_killed_run_leaves_no_lock(tmp_path: Path) -> None:
    end(holder(tmp_path))
    with lock(tmp_path):
        pass


def test_the_lock_is_free_again_and_the_file_stays_private(tmp_path: Path) -> None:
    for _ in range(2):
        with lock(tmp_path / "state", holder="first"):
            assert b"first" in (tmp_path / "state/lock").read_bytes()
    assert (tmp_path / "state/lock").read_bytes() == b""
    assert (tmp_path / "state/lock").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700


def test_it_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), lock(tmp_path):
        raise KeyError
    with lock(tmp_path):
        pass


def test_a_worker_that_outlives_its_run_does_not_keep_the_lock(tmp_path: Path) -> None:
    worker = """
import os, sys, time
from pathlib import Path
from briefing.state import lock
with lock(Path(sys.argv[1])):
    if os.fork() == 0:
        (Path(sys.argv[1]) / "worker").write_text(str(os.getpid()))
        time.sleep(60)
    while not (Path(sys.argv[1]) / "worker").exists():
        time.sleep(0.01)
    print("held", flush=True)
    time.sleep(60)
"""
    process = holder(tmp_path, worker)
    process.kill()
    process.wait()
    try:
        with lock(tmp_path):
            pass
    finally:
        os.kill(int((tmp_path / "worker").read_text()), 9)
        process.communicate()


def test_a_forked_child_that_leaves_the_block_does_no_harm(tmp_path: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from briefing.state import lock
folder = Path(sys.argv[1])
with lock(folder, holder="parent"):
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        assert status == 0
        assert b"parent" in (folder / "lock").read_bytes()
if not child:
    os._exit(0)
print("held", flush=True)
"""
    end(holder(tmp_path, script))


def test_a_place_that_cannot_be_locked_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OutputError, match="a file stands where the state"), lock(folder):
            pass
    (tmp_path / "lock").symlink_to(tmp_path / "file")
    with pytest.raises(OutputError, match="the lock cannot be taken"), lock(tmp_path):
        pass
    assert (tmp_path / "file").read_text() == "x"
