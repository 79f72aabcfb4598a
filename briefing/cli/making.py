"""One brief made, delivered and reported, whatever becomes of it."""

import argparse
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import (
    BriefingError,
    ConfigError,
    ConfigProblem,
    OutputError,
    RenderError,
    UsageError,
)

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.run import Run, Source, Writing
    from briefing.state import State

from briefing.cli.saying import complain, progress

INTERNAL_ERROR = 70  # EX_SOFTWARE of sysexits.h


def configured(arguments: argparse.Namespace) -> "Config":
    """Return the configuration, with what the command line says on top."""
    from briefing.config import load

    config = load(arguments.config)
    given = {
        "title": "title", "subtitle": "subtitle", "formats": "formats", "since": "since",
        "until": "until", "paper": "paper", "pdf": "pdf",
        "max_pages": "max_pages", "output": "out", "jobs": "jobs",
        "evidence": "evidence", "templates": "templates", "state": "state",
    }  # fmt: skip
    changes: dict[str, Any] = {
        key: value
        for key, name in given.items()
        if (value := getattr(arguments, name, None)) is not None
    }
    summary = {
        key: value
        for key, name in {"sentences": "sentences", "words": "words", "method": "method"}.items()
        if (value := getattr(arguments, name, None)) is not None
    }
    if summary:
        changes["summary"] = summary
    try:
        return config.replace(changes)
    except ConfigError as error:
        raise UsageError("; ".join(_on_the_line(p, changes) for p in error.problems)) from error


def _on_the_line(problem: ConfigProblem, changes: dict[str, Any]) -> str:
    """Say of an option's value what is wrong with it."""
    keys = problem.path.replace("[", ".").split(".")
    value: Any = changes
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else value
    shown = "" if str(value) in problem.message else f" {value!r}"
    return f"{keys[-1]}{shown}: {problem.message}"


def clock() -> datetime:
    """Read the clock, once a run; SOURCE_DATE_EPOCH stands for it where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {epoch!r}: give seconds since 1970, or unset it"
        ) from error


def make_brief(
    config: "Config",
    sources: "Sequence[Source]",
    arguments: argparse.Namespace,
    state: "State | None" = None,
    writing: "Writing | None" = None,
    run: "Run | None" = None,
    *,
    since_last: bool = False,
    archive: bool = False,
) -> int:
    """Build, deliver, report; the report is written also when the run fails."""
    from briefing.run import Run, build, unnoted

    run = run or Run(started=datetime.now(UTC))
    code, error = INTERNAL_ERROR, "interrupted"
    try:
        build(
            config,
            sources,
            run,
            generated=clock(),
            state=state,
            since_last=since_last,
            progress=progress(arguments),
            writing=writing or unnoted,
        )
        if archive:
            _archived(config, run)
        if state and config.mail:
            from briefing import posting
            from briefing.deliver.attempts import undelivered

            mails = posting.flush(config.mail, state, at=clock())
            run.recipients = posting.report(mails)
            deliveries = [each for mail in mails for each in mail.deliveries]
            failure = undelivered(deliveries)
            if failure and not any(each.state == "sent" for each in deliveries):
                raise failure
        code, error = run.exit_code, ""
    except BriefingError as failure:
        code, error = failure.exit_code, str(failure)
        raise
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
        raise
    finally:
        _report(config, run, code, error, arguments)
    return code


def _archived(config: "Config", run: "Run") -> None:
    """Bring the archive up to date; where that fails the brief is there all the same."""
    from briefing import archiving
    from briefing.types import Problem

    try:
        archiving.update(config, at=clock())
    except (OutputError, RenderError) as error:
        run.problems.append(Problem("deliver", "archive", "archive_failed", str(error)))


def _report(
    config: "Config", run: "Run", code: int, error: str, arguments: argparse.Namespace
) -> None:
    from briefing.deliver.files import write_report
    from briefing.report import printable, run_report, summary_line

    report = run_report(
        started=run.started,
        ended=datetime.now(UTC),
        exit_code=code,
        brief=run.brief,
        folder=str(run.folder) if run.folder else None,
        outputs=run.outputs,
        problems=run.problems,
        error=error or None,
        fonts_missing=run.fonts_missing,
        seconds=run.seconds,
        limits={
            "bytes": config.limits.bytes,
            "seconds": config.limits.seconds,
            "articles": config.max_articles,
        },
        recipients=run.recipients,
    )
    if code != 2:  # a usage error did nothing, and leaves nothing
        try:
            for folder in (run.folder, Path(config.output)):
                if folder:
                    write_report(folder, report)
        except OutputError as failure:
            if code != OutputError.exit_code:  # else it has been said
                complain(str(failure))
    if arguments.quiet and code == 0:
        return
    for recipient in report["recipients"]:
        if recipient["state"] != "sent":
            complain(f"{recipient['recipient']}: {recipient['state']} ({recipient['reply']})")
    for entry in report["inputs"]:
        if entry["fate"] == "failed":
            complain(f"{entry['uri']}: {entry['reason']}{because(entry['detail'])}")
    if arguments.verbose:
        for stage, seconds in report["seconds"].items():
            complain(f"{stage}: {seconds:.2f} s")
    if run.folder:
        print(printable(str(run.folder)))
    if run.brief:
        complain(summary_line(report))


def because(detail: str) -> str:
    """Return a detail in brackets, nothing for none."""
    return f" ({detail})" if detail else ""
