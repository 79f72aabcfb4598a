"""The imperative shell: opens the edges and calls the stages in order.

    1 collect -> 2 extract, 3 summarise, 4 chronology (one digest a document) -> 5 group
      -> 6 compose -> 7 render -> 8 deliver

It decides nothing about articles; it decides what a failure costs the run (the exit code).
"""

import logging
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from briefing.errors import NoUsableInputError, PdfError
from briefing.parallel import end_with, ordered_map
from briefing.types import REASONS, ZONE_SPREAD, Article, Digest, Document, Problem, Profile, Theme

if TYPE_CHECKING:
    from briefing.brief import Brief, Since
    from briefing.compose import Input
    from briefing.config import Config
    from briefing.group import Wanted
    from briefing.memory import Memory
    from briefing.state import State

log = logging.getLogger("briefing")

SOURCE_LIMIT = 50_000_000  # bytes of one source file that verify reads
WORTH_A_POOL = 150  # documents; below, workers spend more than the time they save


@dataclass(frozen=True, slots=True)
class Source:
    """Files and folders to read under one name, with what the configuration says of them.

    `held` is what was collected before: documents, and what could not be had.
    """

    name: str
    paths: tuple[Path, ...]
    profile: Profile
    held: tuple[Document | Problem, ...] = ()


def sources(config: "Config") -> tuple[Source, ...]:
    """Return the sources of the configuration."""
    return tuple(
        Source(
            one.name,
            one.folder or (),
            Profile(
                one.outlet, one.zone, one.day_first, one.language, one.dateline, one.junk,
                tuple((said, paths) for said, paths in one.keys if paths),
            ),
        )
        for one in config.sources
    )  # fmt: skip


@dataclass(slots=True)
class Run:
    """What a run knows of itself, for the report: filled as it goes, also when it fails."""

    started: datetime
    brief: "Brief | None" = None
    outputs: Mapping[str, bytes] = field(default_factory=dict)
    folder: Path | None = None
    problems: list[Problem] = field(default_factory=list)
    fonts_missing: tuple[str, ...] = ()
    recipients: list[dict[str, Any]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """0 made; 1 made, but something was lost to a fault, or a recipient has no mail."""
        missed = any(recipient["state"] != "sent" for recipient in self.recipients)
        faults = any(REASONS[problem.reason].fault for problem in self.problems)
        failed = self.brief is not None and self.brief.counts.failed > 0
        return 1 if faults or failed or missed else 0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = time.perf_counter() - start
            self.seconds[name] = self.seconds.get(name, 0.0) + spent


Progress = Callable[[Iterable[Digest], int], Iterable[Digest]]


def no_progress(digests: Iterable[Digest], _total: int) -> Iterable[Digest]:
    """Show nothing."""
    return digests


Writing = Callable[[str], AbstractContextManager[None]]


def unnoted(_name: str) -> AbstractContextManager[None]:
    """Note nothing of a brief that is written."""
    return nullcontext()


def build(
    config: "Config",
    sources: Sequence[Source],
    run: Run,
    *,
    generated: datetime,
    state: "State | None" = None,
    since_last: bool = False,
    progress: Progress = no_progress,
    writing: Writing = unnoted,
) -> Path | None:
    """Make one brief from `sources` and write it; return its folder. `run` is filled on the way.

    With a `state`, it says what changed since the last brief of its title, and is remembered;
    `since_last` leaves out what an earlier one told. None where nothing is new and none is wanted.
    `writing` is entered with the folder's name until all of it is remembered. Raises
    NoUsableInputError where nothing read was an article, UsageError where a path does not exist,
    OutputError where the brief cannot be written.
    """
    from briefing.collect import folder
    from briefing.deliver.files import check, free_name, write

    for source in sources:
        folder.check(source.paths)
    check(Path(config.output))
    with run.stage("1 collect"):
        documents, lost = _collect(config, sources, known_by=(generated - ZONE_SPREAD[0]).date())
    log.info("1 collect: %d documents, %d not read", len(documents), len(lost))
    if state:
        state.freeze(documents, at=generated)
    past = _recall(config, state, sources)
    digests = _digests(config, documents, run, progress)
    inputs = _in_window(config, _inputs(documents, digests, lost))
    if not past.generated and not any(item.article for item in inputs):
        run.brief = _compose(config, inputs, (), digests, run, generated)
        raise NoUsableInputError(_nothing_usable(inputs))
    articles, themes = _group(config, inputs, run)
    themes, since = past.named(themes, articles)
    if since_last:
        themes, inputs = past.only_new(themes, inputs)
    run.brief = _compose(config, inputs, themes, digests, run, generated, since)
    if config.empty == "skip" and not has_news(run.brief):
        log.info("nothing is new: no brief is made")
        return None
    rendered = _render(config, run)
    with run.stage("8 deliver"):
        name = f"{generated.astimezone(UTC):%Y-%m-%dT%H%MZ}-{slug(config.title)}"
        name = free_name(Path(config.output), name)
        with writing(name):
            run.folder = write(rendered, root=Path(config.output), name=name)
            if state:
                _remember(config, state, run, generated, past, articles, _names(sources))
    log.info("8 deliver: %s", run.folder)
    return run.folder


def _recall(config: "Config", state: "State | None", sources: Sequence[Source]) -> "Memory":
    from briefing.memory import Memory, recall

    if state is None:
        return Memory()
    return recall(state, config.title, _names(sources), where=str(config.state))


def _names(sources: Sequence[Source]) -> list[str]:
    return [source.name for source in sources]


def has_news(brief: "Brief") -> bool:
    """Return whether a brief tells anything that the last one did not."""
    if brief.changes is None:
        return brief.counts.used > 0
    changed = brief.changes
    statuses = {change.status for change in changed.stories}
    # What is due today is news once a day, however often it is told.
    same_day = changed.since.generated[:10] == brief.generated[:10]
    old = ("coming", "due") if same_day else ("coming",)
    moved = any(change.what not in old for change in changed.calendar)
    return bool(
        statuses & {"new", "updated"} or changed.corrections or changed.withdrawals or moved
    )


def _remember(
    config: "Config",
    state: "State",
    run: Run,
    at: datetime,
    past: "Memory",
    articles: Sequence[Article],
    sources: Sequence[str],
) -> None:
    """Note what this brief told, for the next one, and what is to be mailed: both or neither."""
    from briefing import mailing
    from briefing.memory import remember

    assert run.brief is not None  # noqa: S101 - told just before
    assert run.folder is not None  # noqa: S101
    brief, name = run.brief, run.folder.name
    told = [entry.sha256 for entry in brief.register if entry.fate in ("used", "copy")]
    with state.together():
        state.record_brief(
            name,
            generated=datetime.fromisoformat(brief.generated),
            stories=[story.id for theme in brief.themes for story in theme.stories],
            articles=told,
        )
        remember(state, past, brief, articles, series=config.title, name=name, sources=sources)
        if config.mail:
            mailing.queue(config, brief, run.outputs, state, name=name, at=at)


def _collect(
    config: "Config", sources: Sequence[Source], *, known_by: date
) -> tuple[list[Document], list[tuple[str, Problem]]]:
    from briefing.collect import folder

    documents: list[Document] = []
    lost: list[tuple[str, Problem]] = []
    for source in sources:
        read = folder.read(
            source.paths,
            source=source.name,
            profile=source.profile,
            max_bytes=config.limits.bytes,
        )
        for item in chain(read, source.held):
            if isinstance(item, Document):
                documents.append(replace(item, known_by=item.known_by or known_by))
            else:
                lost.append((source.name, item))
    # From here on the order in which paths were given does not matter.
    documents.sort(key=lambda document: (document.uri, document.source))
    return documents, lost


def _digests(
    config: "Config", documents: Sequence[Document], run: Run, progress: Progress
) -> dict[str, Digest]:
    """Return stages 2 to 4 of every distinct document, by its digest."""
    from briefing.digest import Digester
    from briefing.extract import line_counts

    distinct = list({document.digest: document for document in reversed(documents)}.values())
    distinct.sort(key=lambda document: document.digest)
    with run.stage("2-4 digest"):
        digester = Digester(
            repetition=line_counts(distinct),
            method=config.summary.method,
            max_sentences=config.summary.sentences,
            max_words=config.summary.words,
            max_share=config.summary.share,
            spread=config.summary.spread,
            seconds=config.limits.seconds,
        )
        with _executor(config.jobs, len(distinct)) as executor:
            done = ordered_map(digester, distinct, executor)
            digests = {digest.document: digest for digest in progress(done, len(distinct))}
    articles = sum(digest.article is not None for digest in digests.values())
    log.info("2-4 extract, summarise, chronology: %d articles", articles)
    return digests


@contextmanager
def _executor(jobs: int, documents: int) -> Iterator[Executor | None]:
    workers = min(jobs or os.cpu_count() or 1, documents)
    pool = workers > 1 and (jobs > 1 or documents >= WORTH_A_POOL)
    with (
        ProcessPoolExecutor(workers, initializer=end_with, initargs=(os.getpid(),))
        if pool
        else nullcontext()
    ) as executor:
        yield executor


def _inputs(
    documents: Sequence[Document],
    digests: Mapping[str, Digest],
    lost: Sequence[tuple[str, Problem]],
) -> list["Input"]:
    from briefing.compose import Input

    inputs: list[Input] = []
    seen: set[str] = set()
    for document in documents:
        again = document.digest in seen
        seen.add(document.digest)
        digest = digests[document.digest]
        inputs.append(
            Input(
                uri=document.uri,
                source=document.source,
                size=len(document.content),
                digest=document.digest,
                retrieved=document.retrieved,
                article=None if again else digest.article,
                problem=None if again or not digest.problems else digest.problems[0],
                remark=digest.article.remarks[0]
                if digest.article and digest.article.remarks
                else "",
                same_as=document.digest if again else None,
            )
        )
    for source, problem in lost:
        inputs.append(Input(problem.subject, source, 0, "", problem=problem))
    return inputs


def _in_window(config: "Config", inputs: Sequence["Input"]) -> list["Input"]:
    """Say of every article outside the window, or beyond the limit, why it is not told."""
    since, until = window(config)
    kept: list[Input] = []
    for item in inputs:
        reason = _outside(item.article, since, until) if item.article and not item.problem else ""
        problem = Problem("window", item.uri, reason) if reason else item.problem
        kept.append(replace(item, problem=problem))
    told = [item for item in kept if item.article and not item.problem]
    told.sort(key=_recency, reverse=True)
    beyond = {item.digest for item in told[config.max_articles :]}
    return [
        replace(item, problem=Problem("window", item.uri, "over_limit"))
        if item.digest in beyond and item.article
        else item
        for item in kept
    ]


def _recency(item: "Input") -> tuple[datetime, str]:
    published = item.article.published if item.article else None
    return (published.middle if published else datetime.min.replace(tzinfo=UTC), item.digest)


def _outside(article: Article, since: datetime | None, until: datetime | None) -> str:
    if since is None and until is None:
        return ""
    if article.published is None:
        return "undated"
    moment = article.published.middle
    early = since is not None and moment < since
    late = until is not None and moment >= until
    return "outside_window" if early or late else ""


def window(config: "Config") -> tuple[datetime | None, datetime | None]:
    """Return the instants that the window begins and ends at; a day is a day in `config.zone`."""
    zone = ZoneInfo(config.zone)

    def moment(value: date | datetime | str | None, days: int) -> datetime | None:
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=zone)
        if value is None or isinstance(value, str):  # words are settled before: `window.settled`
            return None
        return datetime.combine(value + timedelta(days=days), clock.min, zone)

    return moment(config.since, 0), moment(config.until, 1)


def _group(
    config: "Config", inputs: Sequence["Input"], run: Run
) -> tuple[list[Article], tuple[Theme, ...]]:
    """Return the articles to tell, and their themes."""
    from briefing.group import group

    articles = [item.article for item in inputs if item.article and not item.problem]
    with run.stage("5 group"):
        themes = group(articles, themes=wanted(config))
    stories = sum(len(theme.stories) for theme in themes)
    log.info("5 group: stories %d, themes %d", stories, len(themes))
    return articles, themes


def _compose(
    config: "Config",
    inputs: Sequence["Input"],
    themes: Sequence[Theme],
    digests: Mapping[str, Digest],
    run: Run,
    generated: datetime,
    past: "Since | None" = None,
) -> "Brief":
    from briefing.brief import OutletNote
    from briefing.compose import Settings, compose
    from briefing.resources import templates_sha256

    since, until = window(config)
    with run.stage("6 compose"):
        done = [digest for digest in digests.values() if digest.article]
        brief = compose(
            inputs,
            themes,
            summaries={d.article.id: d.summary for d in done if d.article and d.summary},
            times={d.article.id: d.times for d in done if d.article},
            generated=generated,
            settings=Settings(
                title=config.title,
                subtitle=config.subtitle,
                language=config.language,
                since=since,
                until=until,
                evidence=config.evidence,
                summariser=config.summary.method,
                sentences=config.summary.sentences,
                bottom_line=config.bottom_line.sentences,
                body_sentences=config.body.sentences,
                events=config.body.timeline,
                dates_ahead=config.body.ahead,
                index=config.index.names,
                templates_sha256=templates_sha256(config.templates),
                day=generated.astimezone(ZoneInfo(config.zone)).date(),
                handling=config.handling,
                notes=tuple(OutletNote(one.name, one.said) for one in config.outlets if one.said),
            ),
            since=past,
        )
    log.info("6 compose: %d used, %d copies", brief.counts.used, brief.counts.copies)
    return brief


def wanted(config: "Config") -> tuple["Wanted", ...]:
    """Return the themes that the configuration asks for, those that only sources name last."""
    from briefing.group import Wanted

    taken: dict[str, list[str]] = {}
    for source in config.sources:
        if source.theme:
            taken.setdefault(source.theme, []).append(source.name)
    own = tuple(
        Wanted(
            theme.name, theme.words, theme.phrases, theme.exclude, theme.boost,
            tuple(taken.pop(theme.name, ())),
        )
        for theme in config.themes
    )  # fmt: skip
    return own + tuple(Wanted(name, sources=tuple(names)) for name, names in taken.items())


def _render(config: "Config", run: Run) -> Mapping[str, bytes]:
    from briefing.render import render

    assert run.brief is not None  # noqa: S101 - composed just before
    with run.stage("7 render"):
        if config.max_pages and "pdf" in config.formats:
            run.brief = _fitted(config, run.brief, config.max_pages)
        rendered = render(
            run.brief, config.formats,
            paper=config.paper, templates=config.templates, pdf=config.pdf,
            script=config.script,
        )  # fmt: skip
    run.outputs = {f"brief.{name}": content for name, content in rendered.outputs.items()}
    run.problems += rendered.problems
    run.fonts_missing = rendered.fonts_missing
    log.info("7 render: %s", ", ".join(sorted(run.outputs)))
    for script in run.fonts_missing:
        log.warning("no font for %s: its letters may be missing from the PDF", script)
    return run.outputs


def _fitted(config: "Config", brief: "Brief", pages: int) -> "Brief":
    """Return the brief with as much as fits on so many pages; whole where none can be printed."""
    from briefing.render.fit import fit

    try:
        fitted, length = fit(
            brief, pages,
            paper=config.paper, templates=config.templates, plain=config.pdf == "plain",
        )  # fmt: skip
    except PdfError:
        return brief  # `render` says so
    if length > pages:
        log.warning(
            "the PDF has %d pages, not %d: what must stay takes more, so all stays",
            length,
            pages,
        )
    return fitted


def _nothing_usable(inputs: Sequence["Input"]) -> str:
    if not inputs:
        return "there is nothing to read: give files or folders that hold articles"
    reasons = sorted({item.problem.reason for item in inputs if item.problem})
    named = "; ".join(REASONS[reason].words for reason in reasons)
    those = "the input is no" if len(inputs) == 1 else f"none of the {len(inputs)} inputs is a"
    return f"{those} usable article ({named})"


def source_files(folder: Path) -> tuple[dict[str, bytes], dict[str, tuple[str, ...]]]:
    """Return what `verify --sources` goes by: every file's bytes by SHA-256, the SHA-256s by name.

    Files of the same name may stand in several folders.
    """
    from briefing.collect import folder as files

    files.check((folder,))
    found = files.read((folder,), source="sources", profile=Profile(), max_bytes=SOURCE_LIMIT)
    contents: dict[str, bytes] = {}
    names: dict[str, tuple[str, ...]] = {}
    for item in found:
        if isinstance(item, Document):
            name = Path(item.uri).name
            contents[item.digest] = item.content
            names[name] = (*names.get(name, ()), item.digest)
    return contents, names


@contextmanager
def frozen_sources(config: "Config") -> Iterator[Callable[[str], bytes | None] | None]:
    """Give a look-up of the state's frozen sources by SHA-256; None where there is no state."""
    from briefing.errors import OutputError
    from briefing.state import open_state

    try:
        state = open_state(config.state, readonly=True) if config.state.is_dir() else None
    except OutputError as error:
        log.info("%s; the sources are not looked for there", error)
        state = None
    if state is None:
        yield None
        return
    with state:
        yield state.frozen


def slug(title: str) -> str:
    """Return a title as a safe part of a file name: lower-case ASCII letters, digits, hyphens."""
    import unicodedata

    ascii_ = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")[:60].strip("-") or "brief"
