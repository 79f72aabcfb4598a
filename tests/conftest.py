"""What the tests of the promises share: the sample brief, built once a process."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from briefing.brief import Brief
from tests.commands import ROOT, SAMPLES, briefing

# A busy machine is no fault of the code; `make fuzz` searches for longer.
settings.register_profile("steady", deadline=None)
settings.register_profile("fuzz", deadline=None, max_examples=5_000)
settings.load_profile("ci" if os.environ.get("CI") else "steady")


@dataclass(frozen=True)
class Built:
    """A brief as the command line made it."""

    folder: Path
    brief: Brief

    def bytes(self, suffix: str) -> bytes:
        """Return the bytes of `brief.SUFFIX`."""
        return (self.folder / f"brief.{suffix}").read_bytes()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample brief, in all formats, from the samples of the checkout."""
    from briefing.render import from_json

    out = tmp_path_factory.mktemp("sample")
    done = briefing(
        "build", SAMPLES.relative_to(ROOT), "--since", "2026-03-01", "--title", "Sound of Merrow",
        "--out", out, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    folder = (out / "latest").resolve()
    return Built(folder, from_json((folder / "brief.json").read_bytes()))
