"""Work for many hosts at once, for each of them one request at a time with a pause between."""

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

Work = Callable[[], float]  # returns the pause its host asks for, in seconds


@dataclass(slots=True)
class Turns:
    """A queue of work by host. `pause_s` stands between two turns of one host, at least."""

    pause_s: float = 1.0
    workers: int = 16
    deadline: float = float("inf")  # on the monotonic clock; what has not begun by then is left
    left: int = 0  # that had not begun at the deadline
    _waiting: dict[str, deque[Work]] = field(default_factory=dict)
    _due: list[tuple[float, int, str]] = field(default_factory=list)
    _order: int = 0
    _busy: int = 0
    _change: threading.Condition = field(default_factory=threading.Condition)
    _failed: list[BaseException] = field(default_factory=list)

    def add(self, host: str, work: Work) -> None:
        """Queue work for a host; may be called by work that is under way."""
        with self._change:
            queue = self._waiting.get(host)
            if queue is None:
                self._waiting[host] = deque([work])
                self._push(host, 0.0)
            else:
                queue.append(work)
            self._change.notify()

    def run(self) -> None:
        """Do all the work, and what it adds; raise the first failure of any."""
        threads = [
            threading.Thread(target=self._serve, daemon=True, name=f"fetch-{number}")
            for number in range(self.workers)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():  # an endless join would not let a signal through
                thread.join(0.2)
        if self._failed:
            raise self._failed[0]

    def _push(self, host: str, at: float) -> None:
        self._order += 1
        heapq.heappush(self._due, (at, self._order, host))

    def _serve(self) -> None:
        while (turn := self._next()) is not None:
            host, work = turn
            pause = 0.0
            try:
                pause = work()
            except BaseException as error:
                with self._change:
                    self._failed.append(error)
            with self._change:
                self._busy -= 1
                # Also where nothing waits now: work added meanwhile must not come too soon.
                self._push(host, time.monotonic() + max(pause, self.pause_s))
                self._change.notify_all()

    def _next(self) -> tuple[str, Work] | None:
        with self._change:
            while True:
                if self._failed or time.monotonic() >= self.deadline:
                    self.left = sum(map(len, self._waiting.values()))
                    return None
                if not self._busy and not any(self._waiting.values()):
                    return None
                now = time.monotonic()
                if self._due and self._due[0][0] <= now:
                    _, _, host = heapq.heappop(self._due)
                    if not self._waiting[host]:
                        del self._waiting[host]
                        continue
                    self._busy += 1
                    return host, self._waiting[host].popleft()
                wait = self._due[0][0] - now if self._due else 1.0
                self._change.wait(min(wait, 1.0))
