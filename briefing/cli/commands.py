"""What each command does: arguments in, exit code out."""

import argparse
import os
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import (
    BriefingError,
    ConfigError,
    OutputError,
    UsageError,
)

if TYPE_CHECKING:
    from briefing.brief import Brief
    from briefing.config import Config
    from briefing.run import Source, Writing
    from briefing.state import State
    from briefing.types import QueuedMail
    from briefing.unattended import Wanted
    from briefing.verify import Proof

from briefing.cli.making import because, clock, configured, make_brief
from briefing.cli.saying import complain, steps


def do_build(arguments: argparse.Namespace) -> int:
    """Make a brief of files and folders."""
    from briefing.run import Source
    from briefing.state import lock, open_state
    from briefing.types import Profile

    config = configured(arguments)
    paths = tuple(Path(path) for path in arguments.paths)
    sources = (Source("command line", paths, Profile()),)
    if arguments.state is None:
        if arguments.since_last:
            raise UsageError("--since-last needs a memory: give --state DIR, the same each time")
        return make_brief(config, sources, arguments)
    config = config.model_copy(update={"mail": None})  # `run` mails
    with lock(config.state, holder="briefing build"), open_state(config.state) as state:
        return make_brief(config, sources, arguments, state, since_last=arguments.since_last)


def do_run(arguments: argparse.Namespace) -> int:
    """Collect, make and send the briefs of the configuration."""
    from briefing import unattended
    from briefing.run import Run

    config = configured(arguments)
    _need_sources(config)
    now = clock()
    for one in unattended.briefs(config, arguments.names, now):
        if one.config.mail:
            from briefing.posting import transport

            transport(one.config.mail)  # a missing password is found before any work

    def make(
        one: "Wanted", sources: "Sequence[Source]", state: "State", writing: "Writing"
    ) -> "tuple[int, Brief | None]":
        run = Run(started=datetime.now(UTC))
        last = arguments.since_last or one.since_last
        code = make_brief(
            one.config, sources, arguments, state, writing, run, since_last=last, archive=True
        )
        return code, run.brief

    def failed(title: str, error: BriefingError) -> None:
        complain(f"{title}: {error}")

    return unattended.run(
        config, arguments.names, now=now,
        telling=unattended.Telling(make, failed, steps(arguments)),
    )  # fmt: skip


def _need_sources(config: "Config") -> None:
    if not config.sources:
        raise UsageError(
            "the configuration names no sources: add `sources:` to config.yaml, "
            "or use `briefing build PATH`"
        )


def do_collect(arguments: argparse.Namespace) -> int:
    """Fetch what is new from the sources; make no brief."""
    from briefing import gather
    from briefing.state import lock
    from briefing.state.shelf import SqliteShelf
    from briefing.types import REASONS
    from briefing.unattended import deadline

    config = configured(arguments)
    _need_sources(config)
    with (
        deadline(config.deadline_s),
        lock(config.state, holder="briefing collect"),
        SqliteShelf(config.state) as shelf,
    ):
        outcomes = gather.collect(
            config, shelf, now=clock(), names=arguments.names, step=steps(arguments)
        )
    faults = [one for one in outcomes if one.reason and REASONS[one.reason].fault]
    if arguments.quiet and not faults:
        return 0
    for one in outcomes:
        if one.reason:
            complain(f"{one.name}: {REASONS[one.reason].words}{because(one.detail)}")
    new = sum(one.new for one in outcomes)
    held = sum(one.held for one in outcomes)
    code = 3 if outcomes and len(faults) == len(outcomes) else 1 if faults else 0
    complain(
        f"{len(outcomes)} sources asked, {new} new, {held} articles fetched, "
        f"{len(faults)} failed, exit {code}"
    )
    return code


def do_sources(arguments: argparse.Namespace) -> int:
    """Show how each source fares, or ask one now."""
    from briefing import gather
    from briefing.report import printable
    from briefing.state.shelf import SqliteShelf
    from briefing.types import REASONS

    config = configured(arguments)
    if arguments.opml:
        try:
            arguments.opml.write_bytes(gather.export(config, config.title))
        except OSError as error:
            raise OutputError(str(arguments.opml), error.strerror or str(error)) from error
        print(f"{printable(str(arguments.opml))} written")
        return 0
    _need_sources(config)
    if arguments.tried:
        outcome, lines = gather.trial(config, arguments.tried, clock())
        for line in lines:
            print(printable(line))
        said = REASONS[outcome.reason].words + because(outcome.detail) if outcome.reason else "ok"
        print(printable(f"{outcome.name}: {outcome.listed} listed, {said}"))
        return 1 if outcome.reason and REASONS[outcome.reason].fault else 0
    with SqliteShelf(config.state) as shelf:
        for line in gather.health_lines(config, shelf):
            print(printable(line))
    return 0


def do_send(arguments: argparse.Namespace) -> int:
    """Mail an existing brief."""
    from briefing import mailing, posting
    from briefing.state import lock, open_state

    config = configured(arguments)
    to = tuple(arguments.to or ())
    now = clock()
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


def do_outbox(arguments: argparse.Namespace) -> int:
    """Show the mails that have not arrived; retry or drop them."""
    from briefing import mailing, posting
    from briefing.report import printable
    from briefing.state import lock, open_state

    config = configured(arguments)
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
        posting.retry(state, chosen, at=clock())
        return _posted(posting.flush(settings, state, at=clock(), only=chosen))


def do_archive(arguments: argparse.Namespace) -> int:
    """Bring the archive of all briefs up to date."""
    from briefing import archiving

    print(archiving.update(configured(arguments), at=clock()))
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


def do_verify(arguments: argparse.Namespace) -> int:
    """Prove a brief."""
    from briefing.config import Config
    from briefing.run import frozen_sources, source_files
    from briefing.verify import verify

    try:
        config = configured(arguments)
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


def do_explain(arguments: argparse.Namespace) -> int:
    """Say why a sentence was picked, in an article or a brief."""
    from briefing import explaining, marks
    from briefing.report import printable

    if arguments.mark:
        told = marks.lines(arguments.article, arguments.mark)
    else:
        told = explaining.lines(configured(arguments), arguments.article)
    for line in told:
        print(printable(line))
    return 0


def do_dates(arguments: argparse.Namespace) -> int:
    """Show the dates of an article."""
    from briefing.dating import lines
    from briefing.report import printable
    from briefing.types import ZONE_SPREAD

    for line in lines(arguments.article, known_by=(clock() - ZONE_SPREAD[0]).date()):
        print(printable(line))
    return 0


def do_extract(arguments: argparse.Namespace) -> int:
    """Show the article of a page."""
    from briefing import extracting
    from briefing.report import printable
    from briefing.types import ZONE_SPREAD

    found = extracting.read(arguments.file, known_by=(clock() - ZONE_SPREAD[0]).date())
    if arguments.html is not None:
        try:
            arguments.html.write_text(extracting.page(found), encoding="utf-8")
        except OSError as error:
            raise OutputError(str(arguments.html), error.strerror or str(error)) from error
    for line in (extracting.explained if arguments.explain else extracting.told)(found):
        print(printable(line))
    return 0


def do_group(arguments: argparse.Namespace) -> int:
    """Show stories and themes, or why two articles are together."""
    from briefing import grouping
    from briefing.report import printable
    from briefing.run import wanted
    from briefing.types import ZONE_SPREAD

    config = configured(arguments)
    known_by = (clock() - ZONE_SPREAD[0]).date()
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


def do_themes(arguments: argparse.Namespace) -> int:
    """Show the configured themes, or what each would catch."""
    from briefing import grouping
    from briefing.report import printable
    from briefing.run import wanted
    from briefing.types import ZONE_SPREAD

    config = configured(arguments)
    themes = wanted(config)
    if not themes:
        raise UsageError("the configuration names no themes: add `themes:` to config.yaml")
    if arguments.tried is None:
        for theme in themes:
            print(printable(f"{theme.name}: {', '.join((*theme.words, *theme.phrases))}"))
        return 0
    known_by = (clock() - ZONE_SPREAD[0]).date()
    articles = grouping.articles(config, arguments.tried, known_by=known_by)
    for line in grouping.tried(articles, themes):
        print(printable(line))
    return 0


def do_init(arguments: argparse.Namespace) -> int:
    """Write a commented configuration."""
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


def do_check(arguments: argparse.Namespace) -> int:
    """Validate a configuration."""
    from briefing.collect.folder import check
    from briefing.config import load

    config = load(arguments.path)
    check([path for source in config.sources for path in source.folder or ()])
    check([path for source in config.sources for path in (source.list, source.opml) if path])
    print(f"{arguments.path}: in order")
    return 0


def do_schema(arguments: argparse.Namespace) -> int:
    """Print a JSON Schema."""
    import json

    if arguments.of == "brief":
        from briefing.render import schema
    else:
        from briefing.config import schema
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0
