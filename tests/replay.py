"""Ten days of invented news, two runs a day, as `briefing run` would make them."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefing.brief import Brief
from briefing.config import Config
from briefing.run import Run, Source, build
from briefing.state import open_state
from briefing.types import Profile

REPLAY = Path(__file__).parents[1] / "samples" / "replay"
FIRST = datetime(2026, 4, 6, 6, 0, tzinfo=UTC)
HALVES = ("1-morning", "2-evening")


def runs(folder: Path, *, formats: tuple[str, ...] = ("json",), since_last: bool = False,
         days: int = 10) -> Iterator[Brief]:  # fmt: skip
    """Yield the briefs of the replay in turn; pages arrive in `folder/pages`, and change there."""
    pages = folder / "pages"
    pages.mkdir()
    config = Config().replace(
        {"title": "Replay", "output": folder / "output", "state": folder / "state",
         "formats": formats, "jobs": 1}
    )  # fmt: skip
    for i in range(2 * days):
        at = FIRST + timedelta(hours=12 * i)
        new = REPLAY / f"{at:%Y-%m-%d}-{HALVES[i % 2]}"
        if new.is_dir():
            shutil.copytree(new, pages, dirs_exist_ok=True)
        run = Run(started=at)
        with open_state(config.state) as state:
            build(
                config,
                (Source("pages", (pages,), Profile()),),
                run,
                generated=at,
                state=state,
                since_last=since_last,
            )
        assert run.brief is not None
        yield run.brief
