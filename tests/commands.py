"""Run the command line as a user does: a process of its own, with a clean environment."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples" / "articles"
SEEDS = ROOT.parent / "shared" / "seeds"
EPOCH = "1773792000"  # 2026-03-18T00:00:00Z, the morning after the samples


def briefing(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    timeout: float = 180,
) -> subprocess.CompletedProcess[str]:
    """Run `briefing ARGUMENTS` in `cwd`; never raises for an exit code."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, arguments)],
        cwd=cwd,
        env=environment(cwd, env),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def environment(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment with nothing of the developer's in it."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "SOURCE_DATE_EPOCH": EPOCH,
        "LC_ALL": "C.UTF-8",
        **(extra or {}),
    }
