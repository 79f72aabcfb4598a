"""Promise: after install, nothing is downloaded at run time and rendering never calls out."""

import subprocess
import sys
from pathlib import Path

from tests.commands import ROOT, SAMPLES, environment

# An audit hook cannot be taken off again, and sees every connection and look-up of the process.
CLOSED = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        raise RuntimeError(f"the network was asked for: {event} {arguments}")

sys.addaudithook(refuse)
from briefing.cli import main
sys.exit(main(sys.argv[1:]))
"""


def closed(*arguments: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CLOSED, *map(str, arguments)],
        cwd=ROOT, env=environment(home), capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip


def test_a_brief_is_built_and_verified_without_network_or_home(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    home.mkdir()
    done = closed("build", SAMPLES / "01-harbour-digest-talks.txt", "--out", out, home=home)
    assert done.returncode == 0, done.stderr
    proof = closed("verify", out / "latest" / "brief.pdf", home=home)
    assert proof.returncode == 0, proof.stdout + proof.stderr


def test_the_closed_network_would_have_been_noticed(tmp_path: Path) -> None:
    probe = CLOSED.split("from briefing")[0] + "import socket; socket.getaddrinfo('a.invalid', 80)"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=False
    )
    assert "the network was asked for" in done.stderr
