"""The ordered map: order kept, bounded, limited in time, and no worker outlives its run."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.parallel import OutOfTimeError, ordered_map, within
from tests.commands import environment


def square(number: int) -> int:
    return number * number


def test_order_is_kept_with_and_without_an_executor() -> None:
    expected = [square(n) for n in range(100)]
    assert list(ordered_map(square, range(100), None)) == expected
    with ThreadPoolExecutor(4) as pool:
        assert list(ordered_map(square, range(100), pool, window=7)) == expected


def test_no_more_than_the_window_is_drawn() -> None:
    drawn = []

    def items() -> Iterator[int]:
        for number in range(50):
            drawn.append(number)
            yield number

    with ThreadPoolExecutor(2) as pool:
        results = ordered_map(square, items(), pool, window=8)
        next(results)
        next(results)
        assert len(drawn) == 9


def test_work_over_its_limit_is_stopped() -> None:
    started = time.monotonic()
    with pytest.raises(OutOfTimeError):
        within(0.05, time.sleep, 5.0)
    assert time.monotonic() - started < 2
    assert within(5, square, 3) == 9


def test_workers_end_when_their_run_is_killed(tmp_path: Path) -> None:
    run = (
        "import os, time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from briefing.parallel import end_with\n"
        "with ProcessPoolExecutor(1, initializer=end_with, initargs=(os.getpid(),)) as pool:\n"
        "    print(pool.submit(os.getpid).result(), flush=True)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", run], env=environment(tmp_path), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and _alive(worker):
        time.sleep(0.1)
    assert not _alive(worker)


def _alive(process: int) -> bool:
    """Say whether a process runs; one that only waits to be reaped does not."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"
