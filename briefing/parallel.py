"""An ordered map over an Executor, bounded in flight: the one seam for more processors."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from types import FrameType
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def ordered_map(
    function: Callable[[T], R], items: Iterable[T], executor: Executor | None, *, window: int = 64
) -> Iterator[R]:
    """Yield `function(item)` for each item, in order; at most `window` items are under way.

    Without an executor the work is done here, one item after the other. `Executor.map` is not
    used because it draws the whole iterable at once.
    """
    if executor is None:
        yield from map(function, items)
        return
    under_way: deque[Future[R]] = deque()
    for item in items:
        under_way.append(executor.submit(function, item))
        if len(under_way) >= window:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


class OutOfTimeError(Exception):
    """The work took longer than its limit."""


def within(seconds: float, function: Callable[[T], R], item: T) -> R:
    """Return `function(item)`, or raise OutOfTimeError after `seconds` of wall time.

    The limit needs the alarm of a main thread (a worker process has one); elsewhere there is none.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        return function(item)

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return function(item)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def end_with(parent: int) -> None:
    """End this worker process when `parent` is gone, however it ended.

    A killed parent cannot tell its workers; they would wait for work for ever, and hold its
    standard error open.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1.0)
        os._exit(1)

    threading.Thread(target=watch, name="parent watch", daemon=True).start()
