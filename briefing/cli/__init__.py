"""Arguments -> Config -> run -> exit code. The only place that prints."""

import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from briefing.cli.grammar import parser
from briefing.cli.making import INTERNAL_ERROR
from briefing.cli.saying import complain, set_up
from briefing.errors import BriefingError, LockedError


class Terminated(BaseException):
    """SIGTERM came: unwind, so that temporary folders go, then exit 143."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code. No traceback, ever."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    given = list(sys.argv[1:] if argv is None else argv)
    for word in given:
        if not _is_text(word):
            complain(f"{word!a} is not text in this system's encoding: use plain letters")
            return 2
    arguments = parser().parse_args(given)
    set_up(arguments)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code: int = arguments.command(arguments)
    except BriefingError as error:
        complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except Terminated:
        return _ended()
    except BrokenPipeError:
        # The reader of our output went away; Python would complain again while flushing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        logging.getLogger("briefing").debug("internal error", exc_info=True)
        complain(f"internal error: {type(error).__name__}: {error}; -vv shows where")
        return INTERNAL_ERROR
    return code


def _ended() -> int:
    from briefing.unattended import DeadlinePassed

    if not DeadlinePassed.passed:
        return 143
    complain("the run took longer than `deadline_s`: ended; the next one goes on from here")
    return LockedError.exit_code  # EX_TEMPFAIL of sysexits.h


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise Terminated


def _is_text(word: str) -> bool:
    """Say whether a word of the command line is text, or a path that exists all the same."""
    try:
        word.encode("utf-8")
    except UnicodeEncodeError:
        return Path(word).exists()
    return True
