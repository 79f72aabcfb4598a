"""Stage 7: the PDF engine in a process of its own, with limits of time and memory.

The parent sends the sheets as JSON on standard input; the child answers with one line of JSON
(the scripts without a font, or the fault) and the bytes of the PDF.
"""

import base64
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from briefing.errors import PdfError
from briefing.render.engine import Printed, Sheets, print_sheets

# Measured: 0.06 s of CPU and 1.1 MB an article. The limits are far above, for slow machines, and
# far below what an endless layout would take.
CPU_S, CPU_S_ARTICLE = 30, 0.5
MEMORY_MB, MEMORY_MB_ARTICLE = 1024, 4
WALL = 6  # times the CPU limit: the machine may be busy


def print_in_child(sheets: Sheets, articles: int) -> Printed:
    """Return the PDF. Raises PdfError where the engine fails, or takes too long or too much."""
    seconds = int(CPU_S + CPU_S_ARTICLE * articles)
    megabytes = MEMORY_MB + MEMORY_MB_ARTICLE * articles
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", __name__, str(seconds), str(megabytes)],
            input=_pack(sheets),
            capture_output=True,
            env=os.environ | {"PYTHONPATH": _search_path()},
            timeout=seconds * WALL,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PdfError("brief.pdf", None, f"took longer than {seconds * WALL} s") from error
    except OSError as error:
        raise PdfError("brief.pdf", None, f"no process for the PDF engine: {error}") from error
    head, _, content = done.stdout.partition(b"\n")
    if done.returncode < 0 or not head:
        raise PdfError("brief.pdf", None, _death(done, seconds, megabytes))
    answer = json.loads(head)
    if "fault" in answer:
        raise PdfError("brief.pdf", None, answer["fault"])
    return Printed(content, tuple(answer["fonts_missing"]))


def main() -> int:
    """Be the child: limits from the arguments, sheets from standard input."""
    _limit(seconds=int(sys.argv[1]), megabytes=int(sys.argv[2]))
    try:
        printed = print_sheets(_unpack(sys.stdin.buffer.read()))
    except PdfError as error:
        sys.stdout.buffer.write(json.dumps({"fault": error.reason}).encode() + b"\n")
        return 0
    head = json.dumps({"fonts_missing": printed.fonts_missing}).encode()
    sys.stdout.buffer.write(head + b"\n" + printed.content)
    return 0


def _limit(*, seconds: int, megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # not on this platform: the parent's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _pack(sheets: Sheets) -> bytes:
    fields = asdict(sheets) | {"data": base64.b64encode(sheets.data).decode("ascii")}
    return json.dumps(fields).encode("utf-8")


def _unpack(data: bytes) -> Sheets:
    fields = json.loads(data)
    return Sheets(**fields | {"data": base64.b64decode(fields["data"])})


def _search_path() -> str:
    """Return a search path on which the child finds the package that runs here."""
    here = str(Path(__file__).parents[2])
    return os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])])


def _death(done: "subprocess.CompletedProcess[bytes]", seconds: int, megabytes: int) -> str:
    import signal

    if done.returncode == -getattr(signal, "SIGXCPU", 0):
        return f"needed more than {seconds} s of processor time"
    last = done.stderr.decode("utf-8", errors="replace").strip().rsplit("\n", 1)[-1]
    if "MemoryError" in last:
        return f"needed more than {megabytes} MB of memory"
    return f"the PDF engine died ({last or f'signal {-done.returncode}'})"


if __name__ == "__main__":
    sys.exit(main())
