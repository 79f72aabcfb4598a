"""Promise: same sources, configuration and clock, same bytes."""

import random
from pathlib import Path

from tests.commands import ROOT, SAMPLES, briefing
from tests.conftest import Built


def test_seed_zone_locale_workers_and_order_change_no_byte(sample: Built, tmp_path: Path) -> None:
    files = [file.relative_to(ROOT) for file in sorted(SAMPLES.iterdir())]
    random.Random(7).shuffle(files)  # noqa: S311 - order only
    done = briefing(
        "build", *files, "--since", "2026-03-01", "--title", "Sound of Merrow", "--jobs", "4",
        "--out", tmp_path, cwd=ROOT,
        env={"PYTHONHASHSEED": "12345", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for suffix in ("json", "html", "txt", "ics", "pdf"):
        again = (tmp_path / "latest" / f"brief.{suffix}").read_bytes()
        assert again == sample.bytes(suffix), suffix
