"""`briefing run`: collect once, then make and send each brief, in one command that cron can trust.

    lock -> recover -> collect -> for each brief: offer -> build -> told -> deliver -> heartbeat

A kill at any point leaves the old brief or the new one; the next run goes on from there.
"""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import gather
from briefing.errors import BriefingError, NoUsableInputError, UsageError
from briefing.types import REASONS, Document

if TYPE_CHECKING:
    from briefing.brief import Brief
    from briefing.collect.collector import Outcome
    from briefing.config import Config
    from briefing.run import Source, Writing
    from briefing.state import State
    from briefing.state.shelf import SqliteShelf

log = logging.getLogger("briefing")

WORST_FIRST = (4, 70, 2, 3, 5, 1, 0)  # of several briefs

Make = Callable[["Wanted", Sequence["Source"], "State", "Writing"], "tuple[int, Brief | None]"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A brief to make: its configuration, with the window in days and instants."""

    config: "Config"
    since_last: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """How the command line is told: `make` a brief, a brief that `failed`, each `step` of
    collecting.
    """

    make: Make
    failed: Callable[[str, BriefingError], None]
    step: gather.Step


def briefs(config: "Config", names: Sequence[str], now: datetime) -> list[Wanted]:
    """Return the briefs that are wanted, all without names. Raises UsageError, ConfigError."""
    from briefing.run import slug

    known = [brief.name for brief in config.briefs]
    for name in names:
        if name not in known:
            there = ", ".join(known) or "none (see `briefs:`)"
            raise UsageError(f"no brief is called {name}; there are: {there}")
    if not config.briefs:
        return [_wanted(config, now)]
    found = []
    for brief in config.briefs:
        if names and brief.name not in names:
            continue
        one = config.brief(brief)
        if brief.output is None:
            one = one.replace({"output": str(Path(config.output) / slug(brief.name))})
        found.append(_wanted(one, now))
    return found


def _wanted(config: "Config", now: datetime) -> Wanted:
    from briefing.window import LAST_BRIEF, settled

    return Wanted(settled(config, now), config.since == LAST_BRIEF)


def run(config: "Config", names: Sequence[str], *, now: datetime, telling: Telling) -> int:
    """Collect, and make the briefs of these names, or all; return the exit code.

    Raises UsageError, ConfigError, LockedError, OutputError; where there is one brief, its error.
    """
    from briefing.state import lock, open_state
    from briefing.state.shelf import SqliteShelf

    begun = time.monotonic()
    wanted = briefs(config, names, now)
    web = gather.web_sources(config)
    with (
        deadline(config.deadline_s),
        lock(config.state, holder="briefing run"),
        open_state(config.state) as state,
        SqliteShelf(config.state) as shelf,
    ):
        gather.heartbeat(config, "start")
        code = 70
        try:
            stale = gather.recover(shelf, [Path(one.config.output) for one in wanted])
            used = {source.name for one in wanted for source in one.config.sources}
            outcomes = []
            if any(source.name in used for source in web):
                outcomes = gather.collect(
                    config, shelf, now=now, names=sorted(used & {s.name for s in web}),
                    step=telling.step, deadline=gather.collect_deadline(config, begun),
                )  # fmt: skip
            codes = [
                _brief(one, state, shelf, outcomes, telling, alone=len(wanted) == 1)
                for one in wanted
            ]
            gather.clear(stale, [Path(one.config.output) for one in wanted])
            code = next((c for c in WORST_FIRST if c in codes), max(codes, default=0))
        except BriefingError as error:
            code = error.exit_code
            raise
        finally:
            gather.heartbeat(config, str(code))
    return code


def _brief(
    wanted: Wanted,
    state: "State",
    shelf: "SqliteShelf",
    outcomes: "Sequence[Outcome]",
    telling: Telling,
    *,
    alone: bool,
) -> int:
    """Make one brief of what was collected; return its exit code."""
    from briefing.run import sources

    config = wanted.config
    try:
        own = [one for one in outcomes if one.name in {s.name for s in config.sources}]
        offered = gather.offer(config, shelf, state, sources(config), own)
        _need_a_source(own, offered)

        def writing(name: str) -> AbstractContextManager[None]:
            return gather.told(shelf, offered, name)

        code, brief = telling.make(wanted, offered.sources, state, writing)
        if brief:
            gather.note_dates(shelf, brief, offered)
        return code
    except BriefingError as error:
        if alone:
            raise
        telling.failed(config.title, error)
        return error.exit_code


def _need_a_source(outcomes: "Sequence[Outcome]", offered: gather.Offer) -> None:
    """Raise NoUsableInputError where every source failed and nothing is left from before."""
    read = any(not one.reason or one.listed or one.unchanged for one in outcomes)
    folders = any(source.paths for source in offered.sources)
    held = any(isinstance(i, Document) for source in offered.sources for i in source.held)
    if outcomes and not (read or folders or held):
        said = "; ".join(f"{one.name}: {REASONS[one.reason].words}" for one in outcomes[:10])
        raise NoUsableInputError(f"no source could be read ({said})")


class DeadlinePassed:
    """Whether the run was ended by its own deadline."""

    passed = False


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """End this process by SIGTERM after so many seconds; it unwinds as from any other.

    The alarm (SIGALRM) is taken: it limits the time of single articles.
    """

    def end() -> None:
        DeadlinePassed.passed = True
        os.kill(os.getpid(), signal.SIGTERM)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
