"""Arguments -> Config -> run -> exit code. The only place that prints."""

import argparse
import logging
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from briefing import __version__
from briefing.errors import (
    BriefingError,
    ConfigError,
    ConfigProblem,
    LockedError,
    OutputError,
    RenderError,
    UsageError,
)
from briefing.types import Digest

if TYPE_CHECKING:
    from briefing.brief import Brief
    from briefing.config import Config
    from briefing.run import Run, Source, Writing
    from briefing.state import State
    from briefing.types import QueuedMail
    from briefing.unattended import Wanted
    from briefing.verify import Proof

SUMMARISERS = (
    "news", "lexrank", "textrank", "luhn", "lsa", "kl", "sumbasic", "reduction", "edmundson",
)  # fmt: skip
INTERNAL_ERROR = 70  # EX_SOFTWARE of sysexits.h


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
            _complain(f"{word!a} is not text in this system's encoding: use plain letters")
            return 2
    arguments = parser().parse_args(given)
    _log(arguments)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code: int = arguments.command(arguments)
    except BriefingError as error:
        _complain(str(error))
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
        _complain(f"internal error: {type(error).__name__}: {error}; -vv shows where")
        return INTERNAL_ERROR
    return code


def _ended() -> int:
    from briefing.unattended import DeadlinePassed

    if not DeadlinePassed.passed:
        return 143
    _complain("the run took longer than `deadline_s`: ended; the next one goes on from here")
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


def _complain(message: str) -> None:
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


def _log(arguments: argparse.Namespace) -> None:
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


# The commands


def _build(arguments: argparse.Namespace) -> int:
    from briefing.run import Source
    from briefing.state import lock, open_state
    from briefing.types import Profile

    config = _configured(arguments)
    paths = tuple(Path(path) for path in arguments.paths)
    sources = (Source("command line", paths, Profile()),)
    if arguments.state is None:
        if arguments.since_last:
            raise UsageError("--since-last needs a memory: give --state DIR, the same each time")
        return _make(config, sources, arguments)
    config = config.model_copy(update={"mail": None})  # `run` mails
    with lock(config.state, holder="briefing build"), open_state(config.state) as state:
        return _make(config, sources, arguments, state, since_last=arguments.since_last)


def _run(arguments: argparse.Namespace) -> int:
    from briefing import unattended
    from briefing.run import Run

    config = _configured(arguments)
    _need_sources(config)
    now = _now()
    for one in unattended.briefs(config, arguments.names, now):
        if one.config.mail:
            from briefing.posting import transport

            transport(one.config.mail)  # a missing password is found before any work

    def make(
        one: "Wanted", sources: "Sequence[Source]", state: "State", writing: "Writing"
    ) -> "tuple[int, Brief | None]":
        run = Run(started=datetime.now(UTC))
        last = arguments.since_last or one.since_last
        code = _make(one.config, sources, arguments, state, writing, run, since_last=last)
        return code, run.brief

    def failed(title: str, error: BriefingError) -> None:
        _complain(f"{title}: {error}")

    return unattended.run(
        config, arguments.names, now=now,
        telling=unattended.Telling(make, failed, _steps(arguments)),
    )  # fmt: skip


def _need_sources(config: "Config") -> None:
    if not config.sources:
        raise UsageError(
            "the configuration names no sources: add `sources:` to config.yaml, "
            "or use `briefing build PATH`"
        )


def _collect(arguments: argparse.Namespace) -> int:
    from briefing import gather
    from briefing.state import lock
    from briefing.state.shelf import SqliteShelf
    from briefing.types import REASONS
    from briefing.unattended import deadline

    config = _configured(arguments)
    _need_sources(config)
    with (
        deadline(config.deadline_s),
        lock(config.state, holder="briefing collect"),
        SqliteShelf(config.state) as shelf,
    ):
        outcomes = gather.collect(
            config, shelf, now=_now(), names=arguments.names, step=_steps(arguments)
        )
    faults = [one for one in outcomes if one.reason and REASONS[one.reason].fault]
    if arguments.quiet and not faults:
        return 0
    for one in outcomes:
        if one.reason:
            _complain(f"{one.name}: {REASONS[one.reason].words}{_because(one.detail)}")
    new = sum(one.new for one in outcomes)
    held = sum(one.held for one in outcomes)
    code = 3 if outcomes and len(faults) == len(outcomes) else 1 if faults else 0
    _complain(
        f"{len(outcomes)} sources asked, {new} new, {held} articles fetched, "
        f"{len(faults)} failed, exit {code}"
    )
    return code


def _sources(arguments: argparse.Namespace) -> int:
    from briefing import gather
    from briefing.report import printable
    from briefing.state.shelf import SqliteShelf
    from briefing.types import REASONS

    config = _configured(arguments)
    if arguments.opml:
        try:
            arguments.opml.write_bytes(gather.export(config, config.title))
        except OSError as error:
            raise OutputError(str(arguments.opml), error.strerror or str(error)) from error
        print(f"{printable(str(arguments.opml))} written")
        return 0
    _need_sources(config)
    if arguments.tried:
        outcome, lines = gather.trial(config, arguments.tried, _now())
        for line in lines:
            print(printable(line))
        said = REASONS[outcome.reason].words + _because(outcome.detail) if outcome.reason else "ok"
        print(printable(f"{outcome.name}: {outcome.listed} listed, {said}"))
        return 1 if outcome.reason and REASONS[outcome.reason].fault else 0
    with SqliteShelf(config.state) as shelf:
        for line in gather.health_lines(config, shelf):
            print(printable(line))
    return 0


def _send(arguments: argparse.Namespace) -> int:
    from briefing import mailing, posting
    from briefing.state import lock, open_state

    config = _configured(arguments)
    to = tuple(arguments.to or ())
    now = _now()
    try:
        if arguments.dry_run:
            return _write_eml(mailing.eml(config, arguments.brief, to=to, at=now))
        settings = mailing.addressed(config, to)
    except ConfigError as error:  # an address given on the command line
        raise UsageError("; ".join(problem.message for problem in error.problems)) from error
    brief, files = mailing.read(arguments.brief)
    posting.transport(settings)  # what is not set up is found before anything is kept
    with lock(config.state, holder="briefing send"), open_state(config.state) as state:
        name = arguments.brief.resolve().name
        ids = mailing.queue(config, brief, files, state, name=name, to=to, at=now)
        return _posted(posting.flush(settings, state, at=now, only=ids))


def _posted(mails: "Sequence[QueuedMail]") -> int:
    """Print how mails stand with their recipients; raise DeliverError where nobody has any."""
    from briefing.deliver.attempts import undelivered
    from briefing.report import printable

    deliveries = [each for mail in mails for each in mail.deliveries]
    failure = undelivered(deliveries)
    if failure and not any(each.state == "sent" for each in deliveries):
        raise failure
    for each in deliveries:
        print(printable(f"{each.recipient}: {each.state} ({each.reply})"))
    return 1 if failure else 0


def _outbox(arguments: argparse.Namespace) -> int:
    from briefing import mailing, posting
    from briefing.report import printable
    from briefing.state import lock, open_state

    config = _configured(arguments)
    if not (arguments.retry or arguments.drop):
        with open_state(config.state, readonly=True) as state:
            for line in posting.listed(state, every=arguments.all):
                print(printable(line))
        return 0
    with lock(config.state, holder="briefing outbox"), open_state(config.state) as state:
        chosen = posting.chosen(state, arguments.mails)
        if arguments.drop:
            posting.drop(state, chosen)
            print(f"{len(chosen)} mails dropped" if len(chosen) != 1 else "1 mail dropped")
            return 0
        settings = mailing.way_out(config)
        posting.retry(state, chosen, at=_now())
        return _posted(posting.flush(settings, state, at=_now(), only=chosen))


def _archive(arguments: argparse.Namespace) -> int:
    from briefing import archiving

    print(archiving.update(_configured(arguments), at=_now()))
    return 0


def _write_eml(content: bytes) -> int:
    names = ("brief.eml", *(f"brief-{number}.eml" for number in range(2, 1000)))
    path = next((Path(name) for name in names if not os.path.lexists(name)), Path(names[0]))
    try:
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise OutputError(str(path), f"cannot be written ({error.strerror})") from error
    print(f"{path} written; nothing was sent")
    return 0


def _verify(arguments: argparse.Namespace) -> int:
    from briefing.config import Config
    from briefing.run import frozen_sources, source_files
    from briefing.verify import verify

    try:
        config = _configured(arguments)
    except ConfigError:
        if arguments.config:
            raise
        config = Config()  # a proof does not depend on a file that happens to lie here
    files = _brief_files(arguments.file)
    contents, names = source_files(arguments.sources) if arguments.sources else ({}, None)
    with nullcontext(contents) if arguments.sources else frozen_sources(config) as sources:
        codes = []
        for file in files:
            proof = verify(
                file, name=str(file), sources=sources, names=names, templates=config.templates
            )
            codes.append(_proved(file, proof, arguments.sources))
    return max(codes)


def _brief_files(path: Path) -> tuple[Path, ...]:
    """Return the file to prove, or those of a brief's folder."""
    if path.is_file():
        return (path,)
    names = ("brief.pdf", "brief.html", "brief.json")
    found = tuple(path / name for name in names if (path / name).is_file())
    if path.is_dir() and not found:
        raise UsageError(f"{path} holds no {', '.join(names)}: give the folder of a brief, or one")
    if not found:
        raise UsageError(f"{path} is not a file: give a brief (PDF, HTML or JSON), or its folder")
    return found


def _proved(file: Path, proof: "Proof", sources: Path | None) -> int:
    """Print what was proved of a file, and return the exit code for it."""
    for what, count in proof.checked:
        print(f"proved: {count} {what}")
    for what in proof.unchecked:
        print(f"not checked: {what}")
    if proof.failure:
        failure = proof.failure
        print(f"FAILED at {failure.where}: {failure.what}")
        print(f"  expected: {failure.expected}")
        print(f"  found:    {failure.found}")
        if failure.where == "sources":
            print(f"  sources:  {sources}")
        return 1
    lost = any("source" in what for what in proof.unchecked)
    but = ", but for what was not checked" if lost else ""
    print(f"{file}: proved{but}")
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    from briefing import explaining, marks
    from briefing.report import printable

    if arguments.mark:
        told = marks.lines(arguments.article, arguments.mark)
    else:
        told = explaining.lines(_configured(arguments), arguments.article)
    for line in told:
        print(printable(line))
    return 0


def _dates(arguments: argparse.Namespace) -> int:
    from briefing.dating import lines
    from briefing.report import printable
    from briefing.types import ZONE_SPREAD

    for line in lines(arguments.article, known_by=(_now() - ZONE_SPREAD[0]).date()):
        print(printable(line))
    return 0


def _extract(arguments: argparse.Namespace) -> int:
    from briefing import extracting
    from briefing.report import printable
    from briefing.types import ZONE_SPREAD

    found = extracting.read(arguments.file, known_by=(_now() - ZONE_SPREAD[0]).date())
    if arguments.html is not None:
        try:
            arguments.html.write_text(extracting.page(found), encoding="utf-8")
        except OSError as error:
            raise OutputError(str(arguments.html), error.strerror or str(error)) from error
    for line in (extracting.explained if arguments.explain else extracting.told)(found):
        print(printable(line))
    return 0


def _group(arguments: argparse.Namespace) -> int:
    from briefing import grouping
    from briefing.report import printable
    from briefing.run import wanted
    from briefing.types import ZONE_SPREAD

    config = _configured(arguments)
    known_by = (_now() - ZONE_SPREAD[0]).date()
    pair = [Path(path) for path in arguments.explain or () if Path(path).is_file()]
    paths = [*arguments.paths, *pair] if arguments.paths or len(pair) == 2 else ()
    articles = grouping.articles(config, paths, known_by=known_by)
    if arguments.explain:
        first, second = (
            grouping.chosen(articles, word, arguments.brief) for word in arguments.explain
        )
        lines = grouping.explained(articles, first, second, wanted(config))
    else:
        lines = grouping.told(articles, wanted(config))
    for line in lines:
        print(printable(line))
    return 0


def _themes(arguments: argparse.Namespace) -> int:
    from briefing import grouping
    from briefing.report import printable
    from briefing.run import wanted
    from briefing.types import ZONE_SPREAD

    config = _configured(arguments)
    themes = wanted(config)
    if not themes:
        raise UsageError("the configuration names no themes: add `themes:` to config.yaml")
    if arguments.tried is None:
        for theme in themes:
            print(printable(f"{theme.name}: {', '.join((*theme.words, *theme.phrases))}"))
        return 0
    known_by = (_now() - ZONE_SPREAD[0]).date()
    articles = grouping.articles(config, arguments.tried, known_by=known_by)
    for line in grouping.tried(articles, themes):
        print(printable(line))
    return 0


def _init(arguments: argparse.Namespace) -> int:
    from briefing.config import default_text

    path: Path = arguments.path
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(default_text())
    except FileExistsError:
        raise UsageError(f"{path} exists: remove it first, or name another file") from None
    except OSError as error:
        raise OutputError(str(path), f"cannot be written ({error.strerror})") from error
    print(f"{path} written; every key is optional. `briefing check {path}` validates it.")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from briefing.collect.folder import check
    from briefing.config import load

    config = load(arguments.path)
    check([path for source in config.sources for path in source.folder or ()])
    check([path for source in config.sources for path in (source.list, source.opml) if path])
    print(f"{arguments.path}: in order")
    return 0


def _schema(arguments: argparse.Namespace) -> int:
    import json

    if arguments.of == "brief":
        from briefing.render import schema
    else:
        from briefing.config import schema
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0


def _completion(arguments: argparse.Namespace) -> int:
    import shtab

    print(shtab.complete(parser(), arguments.shell))
    return 0


# What the commands share


def _configured(arguments: argparse.Namespace) -> "Config":
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


def _now() -> datetime:
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


def _make(
    config: "Config",
    sources: "Sequence[Source]",
    arguments: argparse.Namespace,
    state: "State | None" = None,
    writing: "Writing | None" = None,
    run: "Run | None" = None,
    *,
    since_last: bool = False,
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
            generated=_now(),
            state=state,
            since_last=since_last,
            progress=_progress(arguments),
            writing=writing or unnoted,
        )
        if arguments.command is _run:
            _archived(config, run)
        if state and config.mail:
            from briefing import posting
            from briefing.deliver.attempts import undelivered

            mails = posting.flush(config.mail, state, at=_now())
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
        archiving.update(config, at=_now())
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
                _complain(str(failure))
    if arguments.quiet and code == 0:
        return
    for recipient in report["recipients"]:
        if recipient["state"] != "sent":
            _complain(f"{recipient['recipient']}: {recipient['state']} ({recipient['reply']})")
    for entry in report["inputs"]:
        if entry["fate"] == "failed":
            _complain(f"{entry['uri']}: {entry['reason']}{_because(entry['detail'])}")
    if arguments.verbose:
        for stage, seconds in report["seconds"].items():
            _complain(f"{stage}: {seconds:.2f} s")
    if run.folder:
        print(printable(str(run.folder)))
    if run.brief:
        _complain(summary_line(report))


def _because(detail: str) -> str:
    return f" ({detail})" if detail else ""


def _progress(arguments: argparse.Namespace) -> Any:
    from briefing.run import no_progress

    if arguments.quiet or not sys.stderr.isatty():
        return no_progress

    def bar(digests: Iterable[Digest], total: int) -> Iterable[Digest]:
        from tqdm import tqdm

        return tqdm(digests, total=total, unit="article", leave=False)

    return bar


def _steps(arguments: argparse.Namespace) -> Any:
    """Return what shows how collecting goes: a bar on a terminal, nothing elsewhere."""
    if arguments.quiet or not sys.stderr.isatty():
        return lambda _outcome: None
    from tqdm import tqdm

    bar = tqdm(unit="request", leave=False)

    def step(outcome: Any) -> None:
        bar.set_description(outcome.name[:30], refresh=False)
        bar.update()

    return step


# The grammar


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, with the way out, instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        import difflib
        import re

        wrong = re.search(r"invalid choice: '([^']*)'|unrecognized arguments: (\S+)", message)
        commands = [a.choices for a in self._actions if isinstance(a.choices, dict)]
        levels = [self, *(command for choices in commands for command in choices.values())]
        known = [o for level in levels for action in level._actions for o in action.option_strings]
        known += re.findall(r"'([^']+)'", message.partition("choose from")[2])
        word = (wrong[1] or wrong[2]) if wrong else ""
        near = difflib.get_close_matches(word, known, n=1, cutoff=0.6) if word else []
        hint = f"did you mean {near[0]}?" if near else f"see `{self.prog} --help`"
        if "--format" in message and "," in word:
            hint = "give --format once for each"
        _complain(f"{message}; {hint}")
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    root = _Parser(
        prog="briefing",
        description="News articles in, a situation brief out: extractive, offline, and proved "
        "sentence by sentence.",
        epilog="example: briefing build ~/articles/*.txt --title 'Korean Peninsula'",
    )
    root.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = root.add_subparsers(metavar="COMMAND", required=True)
    for add in (
        _add_build, _add_run, _add_collect, _add_sources, _add_send, _add_outbox, _add_archive,
        _add_verify, _add_extract, _add_explain, _add_dates, _add_group, _add_themes, _add_init,
        _add_check, _add_schema, _add_completion,
    ):  # fmt: skip
        add(commands)
    return root


Commands = Any  # argparse keeps the type of `add_subparsers` private


def _command(
    commands: Commands, name: str, function: Any, words: str, example: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=words,
        description=words[0].upper() + words[1:] + ".",
        epilog=f"example: {example}",
    )
    command.set_defaults(command=function)
    return command


def _add_build(commands: Commands) -> None:
    command = _command(
        commands, "build", _build, "make a brief from files and folders",
        "briefing build articles/ --title 'Korean Peninsula' --since 2026-03-01 --paper Letter",
    )  # fmt: skip
    command.add_argument("paths", nargs="+", metavar="PATH", help="articles, or folders of them")
    _brief_options(command)


def _add_run(commands: Commands) -> None:
    command = _command(
        commands, "run", _run, "make and send the brief that config.yaml describes",
        "briefing run --config /etc/briefing/config.yaml --quiet",
    )  # fmt: skip
    command.add_argument("names", nargs="*", metavar="NAME", help="briefs of `briefs:`; default: "
                         "all")  # fmt: skip
    _brief_options(command)


def _add_collect(commands: Commands) -> None:
    command = _command(
        commands, "collect", _collect, "fetch what is new, and make no brief",
        "briefing collect --quiet",
    )  # fmt: skip
    command.add_argument("names", nargs="*", metavar="SOURCE", help="names of sources; default: "
                         "all")  # fmt: skip
    _config_option(command)
    _noise(command)


def _add_sources(commands: Commands) -> None:
    command = _command(
        commands, "sources", _sources, "show how each source fares; try one",
        "briefing sources --try herald",
    )  # fmt: skip
    command.add_argument("--try", dest="tried", metavar="NAME", help="ask this one now, and keep "
                         "nothing")  # fmt: skip
    command.add_argument("--opml", type=Path, metavar="OUT", help="write the feeds as OPML")
    _config_option(command)


def _brief_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    _config_option(command)
    add("--title", metavar="TEXT", help="the brief's title")
    add("--subtitle", metavar="TEXT", help="a line below it; by default the themes' labels")
    add(
        "--format", dest="formats", action="append",
        choices=("pdf", "html", "txt", "json", "ics", "md"),
        help="write only this format; may be given several times",
    )  # fmt: skip
    add("--since", metavar="WHEN", help="tell only what was published from this day or instant on")
    add("--until", metavar="WHEN", help="tell only what was published up to this day, or before "
        "this instant")  # fmt: skip
    _summary_options(command)
    add("--paper", choices=("A4", "Letter"), help="the paper of the PDF")
    add(
        "--pdf",
        choices=("archival", "plain"),
        help="plain: the smallest, without tags and evidence",
    )
    add("--max-pages", type=int, metavar="N", help="pages of the PDF, at most")
    add("--evidence", choices=("full", "quoted", "none"), help="how much of the sources travels "
        "with the brief")  # fmt: skip
    add("--templates", type=Path, metavar="DIR", help="templates of your own, searched first")
    add("--state", metavar="DIR", help="remember here what was told, and say what changed since")
    add("--since-last", action="store_true", help="tell only what no earlier brief told")
    add("--out", metavar="DIR", help="where briefs land (default: output)")
    add("--jobs", type=int, metavar="N", help="worker processes; 0 for one a processor")
    _noise(command)


def _noise(command: argparse.ArgumentParser) -> None:
    command.add_argument("--log", choices=("text", "json"), default="text", help="json: one "
                         "object a line on standard error")  # fmt: skip
    noise = command.add_mutually_exclusive_group()
    noise.add_argument("--quiet", action="store_true", help="say nothing when all went well")
    noise.add_argument(
        "-v", "--verbose", action="count", default=0, help="say where the time goes; twice: more"
    )


def _summary_options(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add("--sentences", type=int, metavar="N", help="sentences an article, at most")
    add("--words", type=int, metavar="N", help="words an article, at most")
    add("--method", choices=SUMMARISERS, help="the summariser")


def _config_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--config", type=Path, metavar="FILE", help="the configuration (default: ./config.yaml)"
    )


def _add_send(commands: Commands) -> None:
    command = _command(
        commands, "send", _send, "mail an existing brief",
        "briefing send output/latest --to desk@example.org --dry-run",
    )  # fmt: skip
    command.add_argument("brief", type=Path, metavar="BRIEF", help="a brief's folder or its PDF")
    command.add_argument("--to", action="append", metavar="ADDRESS", help="may be given several "
                         "times; default: `mail.to`")  # fmt: skip
    command.add_argument("--dry-run", action="store_true", help="write the mail as an .eml file")
    _config_option(command)


def _add_outbox(commands: Commands) -> None:
    command = _command(
        commands, "outbox", _outbox, "show the mails that have not arrived; retry or drop them",
        "briefing outbox --retry",
    )  # fmt: skip
    what = command.add_mutually_exclusive_group()
    what.add_argument("--retry", action="store_true", help="try mails again now")
    what.add_argument("--drop", action="store_true", help="do not try mails again")
    what.add_argument("--all", action="store_true", help="show also what has arrived")
    command.add_argument("mails", nargs="*", metavar="MAIL", help="the beginning of a mail's name, "
                         "as listed; default: all that have not arrived")  # fmt: skip
    _config_option(command)


def _add_archive(commands: Commands) -> None:
    command = _command(
        commands, "archive", _archive, "bring the archive of all briefs up to date",
        "briefing archive --out output",
    )  # fmt: skip
    command.add_argument("--out", type=Path, metavar="DIR", help="where the briefs are")
    _config_option(command)


def _add_verify(commands: Commands) -> None:
    command = _command(
        commands, "verify", _verify, "prove a brief: every quotation, mark, count and date",
        "briefing verify output/latest/brief.pdf --sources articles/",
    )  # fmt: skip
    command.add_argument("file", type=Path, metavar="FILE", help="a brief (PDF, HTML or JSON), "
                         "or the folder of one")  # fmt: skip
    command.add_argument("--sources", type=Path, metavar="DIR", help="the articles it was made of")
    command.add_argument("--templates", type=Path, metavar="DIR", help="the templates it was made "
                         "with, where they are not ours")  # fmt: skip
    _config_option(command)


def _add_extract(commands: Commands) -> None:
    command = _command(
        commands, "extract", _extract, "show the article of a page, and why each line is in or out",
        "briefing extract articles/0042.txt --explain",
    )  # fmt: skip
    command.add_argument("file", type=Path, metavar="FILE", help="a file with one article")
    command.add_argument("--explain", action="store_true", help="every line, kept or dropped, with "
                         "the reason and what weighed most")  # fmt: skip
    command.add_argument("--html", type=Path, metavar="OUT", help="write that as HTML to OUT too")


def _add_explain(commands: Commands) -> None:
    command = _command(
        commands, "explain", _explain, "show why a sentence was picked, in an article or a brief",
        "briefing explain output/latest/brief.pdf 3:7",
    )  # fmt: skip
    command.add_argument(
        "article", type=Path, metavar="FILE",
        help="a file with one article, or with MARK a brief (PDF, HTML or JSON)",
    )  # fmt: skip
    command.add_argument("mark", nargs="?", metavar="MARK", help="a mark of the brief, such as 3:7")
    _summary_options(command)
    _config_option(command)


def _add_dates(commands: Commands) -> None:
    command = _command(
        commands, "dates", _dates, "show the dates of an article: stamps, expressions, reasons",
        "briefing dates articles/ferry.txt",
    )  # fmt: skip
    command.add_argument("article", type=Path, metavar="ARTICLE", help="a file that `build` reads")


def _add_group(commands: Commands) -> None:
    command = _command(
        commands, "group", _group, "show stories and themes, or why two articles are together",
        "briefing group articles/ --explain articles/01.txt articles/07.txt",
    )  # fmt: skip
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="articles, or folders "
                         "of them; default: the sources of config.yaml")  # fmt: skip
    command.add_argument("--explain", nargs=2, metavar=("A", "B"), help="two of the articles: "
                         "files, or marks such as 3 or 3:7 of --brief")  # fmt: skip
    command.add_argument("--brief", type=Path, metavar="FILE", help="the brief that marks are of")
    _config_option(command)


def _add_themes(commands: Commands) -> None:
    command = _command(
        commands, "themes", _themes, "list your themes; show what each would catch, and why",
        "briefing themes --try articles/",
    )  # fmt: skip
    command.add_argument("--try", dest="tried", nargs="*", type=Path, metavar="PATH", help="show "
                         "what each would catch; default: the sources of config.yaml")  # fmt: skip
    _config_option(command)


def _add_init(commands: Commands) -> None:
    command = _command(
        commands, "init", _init, "write a commented config.yaml", "briefing init config.yaml"
    )
    command.add_argument("path", type=Path, nargs="?", default=Path("config.yaml"), metavar="FILE")


def _add_check(commands: Commands) -> None:
    command = _command(
        commands, "check", _check, "validate a configuration; all its problems at once",
        "briefing check config.yaml",
    )  # fmt: skip
    command.add_argument("path", type=Path, nargs="?", default=Path("config.yaml"), metavar="FILE")


def _add_schema(commands: Commands) -> None:
    command = _command(
        commands, "schema", _schema, "print the JSON Schema of the configuration, or of a brief",
        "briefing schema > config.schema.json",
    )  # fmt: skip
    command.add_argument("of", nargs="?", choices=("config", "brief"), default="config")


def _add_completion(commands: Commands) -> None:
    command = _command(
        commands, "completion", _completion, "print a completion script for a shell",
        'eval "$(briefing completion bash)"',
    )  # fmt: skip
    command.add_argument("shell", choices=("bash", "zsh", "tcsh"))
