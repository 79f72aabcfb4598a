"""Stage 1, unattended: ask every source what it lists, then fetch what is new, host by host.

What a source lists is noted before anything of it is fetched, so that a run may end at any point:
the next one goes on where it stopped.
"""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from briefing.collect import feeds, listings, mailboxes, pages, records
from briefing.collect.http import Client, Limits, Response, Robots, Turns, canonical, parsed
from briefing.collect.http.urls import joined
from briefing.errors import FetchError, ReadError
from briefing.evidence import sha256
from briefing.shelf import Known, Listed, Shelf, Wanted
from briefing.types import REASONS

log = logging.getLogger("briefing")

Kind = Literal["feed", "page", "sitemap", "list", "opml", "mailbox"]
_LASTING = frozenset({401, 402, 403, 405, 406, 410, 451})  # a 404 may pass
MOST_TRIES = 5  # runs in which an article is asked for before it is given up
FEED_BYTES = 10_000_000
_FEED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "*/*;q=0.5"
)
_PAGE = "text/html, application/xhtml+xml, */*;q=0.5"
_KINDS = {"text/html", "application/xhtml+xml", "application/pdf", "text/plain"}


@dataclass(frozen=True, slots=True)
class WebSource:
    """A source to collect from: `places` are addresses or, for list, opml and mailbox, paths."""

    kind: Kind
    name: str
    places: tuple[str, ...]
    most: int = 200  # items of one list, the newest
    max_bytes: int = 5_000_000  # of one article
    article: Literal["auto", "always", "never"] = "auto"  # whether an entry's page is fetched
    robots: bool = True
    imap: mailboxes.Imap | None = None


@dataclass(slots=True)
class Outcome:
    """How a source fared in this run; `reason` is of the first place that failed, or empty."""

    name: str
    listed: int = 0
    new: int = 0
    held: int = 0
    failed: int = 0
    unchanged: int = 0
    reason: str = ""
    detail: str = ""
    place: str = ""


Step = Callable[[Outcome], None]


@dataclass(slots=True)
class Collector:
    """Collects from sources. `now` is the run's clock; `turns` keeps hosts from being hurried."""

    client: Client
    shelf: Shelf
    turns: Turns
    now: datetime
    step: Step = lambda _outcome: None
    _robots: Robots = field(init=False)
    _outcomes: dict[str, Outcome] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        fresh = self.now - timedelta(days=1)
        self._robots = Robots(
            self.client,
            known=lambda url: self.shelf.text(url, since=fresh),
            keep=lambda url, text: self.shelf.keep_text(url, text, at=self.now),
        )

    def collect(self, sources: Sequence[WebSource]) -> list[Outcome]:
        """Ask all sources and fetch what is new; return how each fared, in order."""
        self._outcomes = {source.name: Outcome(source.name) for source in sources}
        for source in sources:
            self._begin(source)
        self.turns.run()
        for outcome in self._outcomes.values():
            self.shelf.report(
                outcome.name, at=self.now, listed=outcome.listed, new=outcome.new,
                reason=outcome.reason, detail=outcome.detail,
            )  # fmt: skip
        return list(self._outcomes.values())

    # What a source lists

    def _begin(self, source: WebSource) -> None:
        """Queue the questions to a source; what stands on this machine is read at once."""
        try:
            match source.kind:
                case "mailbox":
                    self._mailbox(source)
                case "list":
                    self._list(source)
                case "opml":
                    for place in source.places:
                        for feed in listings.subscriptions(Path(place)):
                            self._ask(source, feed.url, self._feed)
                case "feed":
                    for place in source.places:
                        self._ask(source, place, self._feed)
                case "sitemap":
                    for place in source.places:
                        self._ask(source, place, self._sitemap)
                case "page":
                    for place in source.places:
                        self._ask(source, place, self._page)
        except ReadError as error:
            self._note(source, error.uri, error)
        self._queue(source, self.shelf.wanted(source.name))

    def _ask(
        self, source: WebSource, url: str, read: Callable[[WebSource, str, Known], None]
    ) -> None:
        def work() -> float:
            try:
                known = self.shelf.known(url)
                if known.again and known.again > self.now:
                    wait = f"the server asks to be left alone until {known.again:%Y-%m-%dT%H:%MZ}"
                    raise FetchError(url, "http_status", wait)
                if source.robots:
                    self._robots.check(url)
                read(source, url, known)
            except ReadError as error:
                self._note(source, url, error)
            except Exception as error:  # the border: one source never costs another
                log.debug("the program failed on a source", exc_info=True)
                self._note(source, url, ReadError(url, "parser_error", type(error).__name__))
            self.step(self._outcomes[source.name])
            return self._robots.delay(url)

        try:
            self.turns.add(parsed(url).origin, work)
        except ReadError as error:
            self._note(source, url, error)

    def _note(self, source: WebSource, place: str, error: ReadError) -> None:
        if isinstance(error, FetchError) and error.again_s:
            self.shelf.alone(place, until=self.now + timedelta(seconds=error.again_s))
        with self._lock:
            outcome = self._outcomes[source.name]
            if not outcome.reason or REASONS[error.reason].fault:
                outcome.reason, outcome.detail, outcome.place = error.reason, error.detail, place
        log.warning("1 collect: %s: %s", source.name, REASONS[error.reason].words)

    def _feed(self, source: WebSource, url: str, known: Known) -> None:
        found = self.client.get(
            url, etag=known.etag, modified=known.modified, accept=_FEED,
            limits=Limits(self.client.limits.seconds, FEED_BYTES),
        )  # fmt: skip
        said = Known(found.etag, found.modified)
        if found.unchanged:
            self._same(source, url, said)
            return
        feed = feeds.read(found.content, found.url, most=source.most)
        self._listed(source, url, said, list(self._entries(source, feed)))
        if feed.remark:
            self._note(source, url, ReadError(url, feed.remark, feed.detail))

    def _entries(self, source: WebSource, feed: feeds.Feed) -> Iterator[Listed]:
        links = Counter(entry.link for entry in feed.entries)
        for entry in feed.entries:
            try:
                uri = canonical(entry.link) if entry.link else ""
            except ReadError:
                uri = ""  # an address that is not for us: what the feed itself says remains
            if not uri and not entry.content:
                continue
            teaser = pages.is_teaser(entry.content)
            fetch = bool(uri) and (
                source.article == "always" or (source.article == "auto" and teaser)
            )
            yield Listed(
                # One address for several entries, as of a live blog, tells none of them.
                key=uri if uri and links[entry.link] == 1 else entry.key,
                uri=uri or f"entry:{source.name}/{sha256(entry.key.encode())[:12]}",
                mark=records.mark(entry),
                content=records.document(entry, site=feed.title, language=feed.language)
                if entry.content
                else None,
                media_type=records.MEDIA_TYPE,
                fetch=fetch,
            )

    def _sitemap(self, source: WebSource, url: str, known: Known, *, deep: bool = True) -> None:
        found = self.client.get(
            url, etag=known.etag, modified=known.modified, accept="application/xml, */*;q=0.5",
            limits=Limits(self.client.limits.seconds, FEED_BYTES),
        )  # fmt: skip
        said = Known(found.etag, found.modified)
        if found.unchanged:
            self._same(source, url, said)
            return
        held = listings.sitemap(found.content, found.url, most=source.most)
        for child in held.children if deep else ():
            self._ask(source, joined(url, child), self._child)
        self._listed(
            source, url, Known() if held.children else said,
            [
                Listed(page, page, entry.published)
                for entry in held.entries
                if (page := _canonical(entry.link))
            ],
        )  # fmt: skip

    def _child(self, source: WebSource, url: str, known: Known) -> None:
        self._sitemap(source, url, known, deep=False)

    def _list(self, source: WebSource) -> None:
        for place in source.places:
            items: list[Listed] = []
            for said in listings.addresses(Path(place)):
                try:
                    uri = canonical(said)
                    self.client.access.check(parsed(uri))
                except ReadError as error:
                    self._note(source, said[:200], error)
                    continue
                items.append(Listed(uri, uri, ""))
            self._listed(source, str(place), Known(), items)

    def _page(self, source: WebSource, url: str, known: Known) -> None:
        found = self.client.get(
            url, etag=known.etag, modified=known.modified, accept=_PAGE,
            limits=Limits(self.client.limits.seconds, source.max_bytes),
        )  # fmt: skip
        said = Known(found.etag, found.modified)
        if found.unchanged:
            self._same(source, url, said)
            return
        reason, detail = pages.wall(found.content)
        if reason:
            raise FetchError(url, reason, detail)
        kind = _kind(found)
        item = Listed(
            canonical(url), canonical(url), pages.fingerprint(found.content), found.content, kind,
            fetch=False,
        )  # fmt: skip
        self._listed(source, url, said, [item])

    def _mailbox(self, source: WebSource) -> None:
        def has(key: str) -> bool:
            return self.shelf.holds(source.name, key)

        seconds = self.client.limits.seconds
        for place in source.places:
            if source.imap:
                found = mailboxes.imap(
                    source.imap, source.name, source.max_bytes, seconds, self.now, has
                )
            else:
                found = mailboxes.local(Path(place), source.name, source.max_bytes, has)
            self._listed(source, place, Known(), list(found))

    def _listed(self, source: WebSource, url: str, known: Known, items: Sequence[Listed]) -> None:
        new, wanted = self.shelf.listed(source.name, url, known, items, at=self.now)
        self._queue(source, wanted)
        with self._lock:
            outcome = self._outcomes[source.name]
            outcome.listed += len(items)
            outcome.new += new

    def _same(self, source: WebSource, url: str, known: Known) -> None:
        self.shelf.unchanged(source.name, url, known, at=self.now)
        with self._lock:
            self._outcomes[source.name].unchanged += 1

    # What is fetched

    def _queue(self, source: WebSource, wanted: Sequence[Wanted]) -> None:
        for item in wanted:
            try:
                host = parsed(item.uri).origin
            except ReadError as error:
                self.shelf.give_up(item, error.reason, error.detail, final=True)
                continue
            self.turns.add(host, lambda item=item: self._fetch(source, item))  # type: ignore[misc]

    def _fetch(self, source: WebSource, item: Wanted) -> float:
        try:
            if source.robots:
                self._robots.check(item.uri)
            found = self.client.get(
                item.uri, accept=_PAGE, limits=Limits(self.client.limits.seconds, source.max_bytes)
            )
            reason, detail = pages.wall(found.content)
            if reason:
                raise FetchError(item.uri, reason, detail)
            self.shelf.hold(item, found.content, _kind(found), at=self.now)
            self._count(source, held=1)
        except FetchError as error:
            self._failed(source, item, error)
        self.step(self._outcomes[source.name])
        return self._robots.delay(item.uri)

    def _failed(self, source: WebSource, item: Wanted, error: FetchError) -> None:
        """Give an item another run where that may help; else take what the feed says of it."""
        lasting = error.status in _LASTING
        named = error.reason in ("paywall", "consent_wall", "robots_denied", "too_large")
        blocked = error.reason in ("bad_url", "blocked_url", "redirect_blocked")
        final = lasting or named or blocked or item.tries + 1 >= MOST_TRIES
        if final and item.content:
            self.shelf.hold(item, item.content, item.media_type, at=self.now, fetched=False)
            self._count(source, held=1)
            self._note(source, item.uri, error)
        else:
            self.shelf.give_up(item, error.reason, error.detail, final=final)
            self._count(source, failed=1)

    def _count(self, source: WebSource, *, held: int = 0, failed: int = 0) -> None:
        with self._lock:
            self._outcomes[source.name].held += held
            self._outcomes[source.name].failed += failed


def _canonical(url: str) -> str:
    try:
        return canonical(url)
    except ReadError:
        return ""


def _kind(found: Response) -> str:
    """Return the kind of a page, with the server's word on its encoding; a web page where we cannot
    read what the server says it is.
    """
    kind = found.media_type if found.media_type in _KINDS else "text/html"
    text = found.charset and kind != "application/pdf"
    return f"{kind}; charset={found.charset}" if text else kind
