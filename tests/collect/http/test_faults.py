"""Servers that misbehave, each in a namespace where only loopback exists."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.commands import ROOT

HOSTILE = ROOT.parent / "shared" / "hostile"
GOOD = {
    "/ok-feed", "/ok-page", "/no-type", "/image-type", "/set-cookies", "/permanent", "/early-hints",
    "/charset-lie", "/charset-unknown", "/charset-rot13", "/charset-zlib",  # the bytes are whole
}  # fmt: skip
SAMPLE = [
    "/ok-feed", "/204", "/401", "/gzip-bomb", "/gzip-truncated", "/gzip-broken", "/slow-head",
    "/slow-body", "/endless", "/endless-headers", "/chunk-cut", "/body-is-url", "/loop",
    "/to-canary", "/to-localhost", "/to-file", "/early-hints", "/length-bad", "/soft-404",
]  # fmt: skip


def fetched(*arguments: str) -> tuple[list[dict[str, Any]], list[str]]:
    command = [
        sys.executable, str(HOSTILE / "isolated.py"),
        sys.executable, "-m", "tests.collect.http.faults", *arguments,
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 125:
        pytest.skip("no namespace of its own can be made here")
    assert done.returncode == 0, done.stderr
    *rows, last = (json.loads(line) for line in done.stdout.splitlines())
    return rows, last["canary"]


def faults_of(rows: list[dict[str, Any]], seconds: float) -> list[dict[str, Any]]:
    return [
        row for row in rows
        if bool(row["reason"]) != (row["path"] not in GOOD)
        or row["reason"] == "died" or row["seconds"] > seconds + 5 or row["mb"] > 64
    ]  # fmt: skip


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile server is not here")
def test_a_hostile_server_costs_a_named_reason_and_nothing_else() -> None:
    rows, canary = fetched("--seconds", "1.5", "--bomb", str(1 << 27), str(HOSTILE), *SAMPLE)
    assert not faults_of(rows, 1.5)
    assert canary == []


@pytest.mark.soak
@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile server is not here")
def test_all_faults_of_the_hostile_server_at_full_size() -> None:
    rows, canary = fetched(str(HOSTILE))
    assert len(rows) == 61
    assert not faults_of(rows, 30)
    assert canary == []
