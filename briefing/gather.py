"""Collecting, as the shell sees it: configuration -> sources and client -> the shelf -> documents.

`briefing.collect` knows neither the configuration nor the state; here they meet.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from briefing import __version__
from briefing.errors import BriefingError, ReadError, UsageError
from briefing.passwords import secret
from briefing.types import REASONS, ZONE_SPREAD, Document, Problem

if TYPE_CHECKING:
    from briefing.brief import Brief
    from briefing.collect.collector import Outcome, WebSource
    from briefing.collect.http import Client
    from briefing.config import Config
    from briefing.config import Source as Settings
    from briefing.run import Source
    from briefing.shelf import Held
    from briefing.state import State
    from briefing.state.shelf import SqliteShelf

log = logging.getLogger("briefing")

SHARE = 2 / 3  # of the deadline that collecting may take
EARLY = timedelta(days=2)  # an article may be dated so long after it was there: zones, embargoes
MOST_FAULTS = 50  # of one source that a brief's register names one by one


def client(config: "Config") -> "Client":
    """Return the client that the configuration describes."""
    from briefing.collect.http import Access, Client, Limits

    web = config.web
    contact = f"; +{web.contact}" if web.contact else ""
    return Client(
        agent=f"briefing/{__version__} (news briefing{contact})".encode(
            "ascii", "replace"
        ).decode(),
        access=Access.of(web.allow_hosts, web.ports),
        limits=Limits(seconds=web.seconds, bytes=config.limits.bytes),
        proxy=web.proxy,
        ca_file=str(web.ca_file) if web.ca_file else None,
    )


def ascii_(text: str) -> str:
    """Return text as a header can carry it."""
    return text.encode("ascii", "replace").decode("ascii")


def web_sources(config: "Config", names: Sequence[str] = ()) -> "list[WebSource]":
    """Return the sources that are collected; all but folders. Raises UsageError.

    A password that is missing is found here, before any work.
    """
    from briefing.collect.collector import WebSource
    from briefing.collect.mailboxes import Imap

    unknown = set(names) - {source.name for source in config.sources}
    if unknown:
        known = ", ".join(source.name for source in config.sources) or "none"
        raise UsageError(f"no source is called {sorted(unknown)[0]}; there are: {known}")
    found = []
    for source in config.sources:
        if source.kind == "folder" or (names and source.name not in names):
            continue
        ca_file = str(config.web.ca_file) if config.web.ca_file else None
        imap = None
        if source.mailbox and "://" in source.mailbox:
            imap = Imap.of(source.mailbox, _password(source), ca_file)
        found.append(
            WebSource(
                source.kind, source.name, source.places,  # type: ignore[arg-type]
                most=source.limits.items,
                max_bytes=source.limits.bytes or config.limits.bytes,
                article=source.article,
                robots=source.robots,
                imap=imap,
            )
        )  # fmt: skip
    return found


def _password(source: "Settings") -> str:
    found = secret(source.password_env)
    if found is None:
        raise UsageError(
            f"source {source.name} needs a password: set the environment variable "
            f"{source.password_env}, or {source.password_env}_FILE to a file that holds it"
        )
    return found


Step = Callable[["Outcome"], None]


def _no_step(_outcome: "Outcome") -> None:
    """Show nothing."""


def collect(
    config: "Config",
    shelf: "SqliteShelf",
    *,
    now: datetime,
    names: Sequence[str] = (),
    step: Step = _no_step,
    deadline: float | None = None,
) -> "list[Outcome]":
    """Ask all sources, fetch what is new; return how each fared. `deadline` is monotonic."""
    from briefing.collect.collector import Collector
    from briefing.collect.http import Turns

    sources = web_sources(config, names)
    shelf.prune(now - timedelta(days=config.keep_days))
    turns = Turns(config.web.pause_s, config.web.at_once)
    if deadline is not None:
        turns.deadline = deadline
    outcomes = Collector(client(config), shelf, turns, now, step).collect(sources)
    shelf.flush()
    if turns.left:
        log.warning("1 collect: %d requests are left for the next run: no time", turns.left)
    for one in outcomes:
        log.info(
            "1 collect: %s: %d listed, %d new, %d fetched, %d failed",
            one.name, one.listed, one.new, one.held, one.failed,
        )  # fmt: skip
    return outcomes


def problems(outcomes: "Sequence[Outcome]") -> list[Problem]:
    """Return what went wrong with whole sources, for the register and the report."""
    return [
        Problem("collect", shown(one.place) or one.name, one.reason, one.detail)
        for one in outcomes
        if one.reason
    ]


def shown(place: str) -> str:
    """Return an address without its query, which may hold a token of the user's."""
    parts = urlsplit(place) if "://" in place else None
    if parts is None:
        return place
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


# What a brief is made of


@dataclass(frozen=True, slots=True)
class Offer:
    """What the shelf holds for one brief: its sources, and the items they stand for."""

    series: str
    sources: tuple["Source", ...]
    items: tuple["Held", ...]


def offer(
    config: "Config",
    shelf: "SqliteShelf",
    state: "State",
    sources: Sequence["Source"],
    outcomes: "Sequence[Outcome]" = (),
) -> Offer:
    """Return the sources with what was collected from them and not told by an earlier brief.

    With a window of days (`since`) all that is held counts: the window decides.
    """
    from briefing.run import window

    told = config.since is not None
    settings = {one.name: one for one in config.sources if one.kind != "folder"}
    since, _ = window(config)
    after = since - EARLY if since else None
    items = shelf.fresh(config.title, list(settings), told=told, after=after)
    faults = {one.name: one for one in problems_by_source(outcomes)}
    filled: list[Source] = []
    for source in sources:
        if source.name not in settings:
            filled.append(source)
            continue
        own = [item for item in items if item.source == source.name]
        held: list[Document | Problem] = [*_documents(own, source, state), *_lost(own)]
        if source.name in faults:
            held.append(faults[source.name].problem)
        filled.append(replace(source, held=tuple(held)))
    return Offer(config.title, tuple(filled), tuple(items))


@dataclass(frozen=True, slots=True)
class _Fault:
    name: str
    problem: Problem


def problems_by_source(outcomes: "Sequence[Outcome]") -> Iterator[_Fault]:
    """Yield the problem of each source that has one."""
    for one in outcomes:
        for problem in problems((one,)):
            yield _Fault(one.name, problem)


def _documents(items: "Sequence[Held]", source: "Source", state: "State") -> Iterator[Document]:
    for item in items:
        content = state.frozen(item.digest) if item.digest else None
        if content is None:
            continue
        known_by = (item.retrieved - ZONE_SPREAD[0]).date() if item.retrieved else None
        yield Document(
            source=source.name,
            uri=item.uri,
            media_type=item.media_type,
            content=content,
            digest=item.digest,
            retrieved=item.retrieved,
            profile=source.profile,
            known_by=known_by,
        )


def _lost(items: "Sequence[Held]") -> list[Problem]:
    lost = [item for item in items if not item.digest]
    return [
        Problem("collect", shown(item.uri), item.reason, item.detail)
        for item in lost[:MOST_FAULTS]
        if item.reason in REASONS
    ]


@contextmanager
def told(shelf: "SqliteShelf", offered: Offer, name: str) -> Iterator[None]:
    """Hold that a brief is being written of what was offered: told if it is, else as before."""
    shelf.intend(offered.series, name, offered.items)
    try:
        yield
    except BaseException:
        shelf.drop(offered.series, name)
        raise
    shelf.settle(offered.series, name)


def recover(shelf: "SqliteShelf", roots: Sequence[Path]) -> list[Path]:
    """Find out what became of the briefs that a killed run was making.

    One that the state remembers is told. Of another nothing was mailed and nothing is remembered:
    its articles are told again, and its folder, which is returned, goes once that is done.
    """
    stale: list[Path] = []
    for series, name in shelf.unsettled():
        if shelf.recorded(name):
            shelf.settle(series, name)
        else:
            shelf.drop(series, name)
            stale += [root / name for root in roots if (root / name).is_dir()]
    if stale:
        log.warning("the last run was cut off: its brief is made anew")
    return stale


def clear(stale: Sequence[Path], roots: Sequence[Path]) -> None:
    """Remove the folders of briefs that were made anew; the newest stays, whatever it is."""
    from briefing.deliver.files import remove_folders

    for root in roots:
        remove_folders(root, [folder.name for folder in stale if folder.parent == root])


def note_dates(shelf: "SqliteShelf", brief: "Brief", offered: Offer) -> None:
    """Note for each source how many of its articles have no date."""
    articles, undated = Counter[str](), Counter[str]()
    for entry in brief.register:
        if entry.fate in ("used", "copy", "skipped") and entry.words:
            articles[entry.source] += 1
            undated[entry.source] += entry.published is None
    for source in offered.sources:
        if source.held and articles[source.name]:
            shelf.dated(source.name, articles[source.name], undated[source.name])
    shelf.flush()


# Telling others


def heartbeat(config: "Config", what: str) -> None:
    """Tell the configured address of a run: `what` goes behind it. Never fails the run."""
    if not config.heartbeat:
        return
    from briefing.collect.http import Limits, parsed

    base, _, query = config.heartbeat.partition("?")
    url = f"{base.rstrip('/')}/{what}" + (f"?{query}" if query else "")
    with suppress(BriefingError, ReadError):
        asking = client(config)
        host = parsed(config.heartbeat).host
        names = asking.access.names | {host}
        # The user named it, so it may be a host of their own network.
        asking = replace(asking, access=replace(asking.access, names=names))
        asking.get(url, limits=Limits(seconds=10, bytes=100_000), cut=True)
        return
    log.warning("the heartbeat address could not be reached")


# What the commands print


def health_lines(config: "Config", shelf: "SqliteShelf") -> Iterator[str]:
    """Yield a table of the sources: last success, items, undated share, last error."""
    known = {one.source: one for one in shelf.health()}
    rows = [("source", "kind", "last success", "items", "undated", "last error")]
    for source in config.sources:
        one = known.get(source.name)
        if source.kind == "folder":
            rows.append((source.name, "folder", "read anew each run", "", "", ""))
        elif one is None:
            rows.append((source.name, source.kind, "never asked", "", "", ""))
        else:
            share = f"{one.undated / one.articles:.0%}" if one.articles else "not known"
            error = f"{one.failed} {REASONS[one.reason].words}" if one.reason else "none"
            detail = f" ({one.detail})" if one.detail else ""
            past = "; since then in order" if one.succeeded > one.failed and one.reason else ""
            rows.append(
                (
                    source.name, source.kind, one.succeeded or "never", str(one.items), share,
                    error + detail + past,
                )
            )  # fmt: skip
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join((*cells, row[5])).rstrip()


def trial(config: "Config", name: str, now: datetime) -> "tuple[Outcome, list[str]]":
    """Ask one source now and keep nothing; return how it fared and what it lists."""
    import tempfile

    from briefing.collect.collector import Collector
    from briefing.collect.http import Turns
    from briefing.state.shelf import SqliteShelf

    found = web_sources(config, (name,))
    if not found:
        raise UsageError(f"{name} is a folder: `briefing build` reads it at once")
    [source] = found
    with tempfile.TemporaryDirectory() as folder, SqliteShelf(Path(folder)) as shelf:
        turns = Turns(config.web.pause_s, config.web.at_once)
        one = replace(source, most=min(source.most, 10))
        [outcome] = Collector(client(config), shelf, turns, now).collect([one])
        items = shelf.fresh("", [name], told=True)
        lines = [
            f"{item.uri}: {REASONS[item.reason].words if not item.digest else item.media_type}"
            for item in items
        ]
    return outcome, lines


def export(config: "Config", title: str) -> bytes:
    """Return the feeds of the configuration as OPML."""
    from briefing.collect import listings

    feeds: list[listings.Subscription] = []
    for source in config.sources:
        if source.kind == "feed":
            feeds += (listings.Subscription(source.name, place) for place in source.places)
        elif source.opml:
            try:
                feeds += listings.subscriptions(source.opml)
            except ReadError as error:
                raise UsageError(str(error)) from error
    if not feeds:
        raise UsageError("the configuration names no feeds: there is nothing to write as OPML")
    return listings.opml(feeds, title)


def collect_deadline(config: "Config", begun: float) -> float:
    """Return until when collecting may go on, on the monotonic clock."""
    return begun + config.deadline_s * SHARE
