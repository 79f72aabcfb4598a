"""What is said beside the result: complaints, the log, progress on a terminal."""

import argparse
import logging
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from briefing.types import Digest

if TYPE_CHECKING:
    pass


def complain(message: str) -> None:
    """Print a message to standard error, line by line, nothing in it that a terminal obeys."""
    from briefing.report import printable

    if _Lines.json:
        print(_json_line("error", message), file=sys.stderr)
        return
    for line in message.splitlines() or [""]:
        print(f"briefing: {printable(line)}", file=sys.stderr)


class _Lines(logging.Formatter):
    """Log lines for people or machines; nothing in them that a terminal could obey."""

    json = False

    def format(self, record: logging.LogRecord) -> str:
        from briefing.report import printable

        message = record.getMessage()
        if record.exc_info:
            message += "\n" + self.formatException(record.exc_info)
        if _Lines.json:
            return _json_line(record.levelname.lower(), message)
        return "\n".join(f"briefing: {printable(line)}" for line in message.splitlines())


def _json_line(level: str, message: str) -> str:
    import json

    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return json.dumps({"time": at, "level": level, "message": message})


def set_up(arguments: argparse.Namespace) -> None:
    """Plain lines on standard error; on a terminal the progress bar stands for them."""
    verbose = getattr(arguments, "verbose", 0)
    if getattr(arguments, "quiet", False):
        level = logging.ERROR
    elif verbose or not sys.stderr.isatty():
        level = logging.DEBUG if verbose > 1 else logging.INFO
    else:
        level = logging.WARNING
    _Lines.json = getattr(arguments, "log", "text") == "json"
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    logging.basicConfig(level=logging.ERROR, handlers=[handler], force=True)
    logging.getLogger("briefing").setLevel(level)


def progress(arguments: argparse.Namespace) -> Any:
    """Return what shows how a brief gets on: a bar on a terminal, nothing elsewhere."""
    from briefing.run import no_progress

    if arguments.quiet or not sys.stderr.isatty():
        return no_progress

    def bar(digests: Iterable[Digest], total: int) -> Iterable[Digest]:
        from tqdm import tqdm

        return tqdm(digests, total=total, unit="article", leave=False)

    return bar


def steps(arguments: argparse.Namespace) -> Any:
    """Return what shows how collecting goes: a bar on a terminal, nothing elsewhere."""
    if arguments.quiet or not sys.stderr.isatty():
        return lambda _outcome: None
    from tqdm import tqdm

    bar = tqdm(unit="request", leave=False)

    def step(outcome: Any) -> None:
        bar.set_description(outcome.name[:30], refresh=False)
        bar.update()

    return step
