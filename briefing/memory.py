"""What a series of briefs remembers: from the state to ids and `Since`, and from a brief back.

    state -> Memory -> stories keep their ids -> Since -> compose -> Brief -> state

A series is the briefs of one title. A story is remembered for `REMEMBERED` after the last brief
that knew it, so that one that comes back is not told as new.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from briefing.brief import Brief, PastArticle, PastDate, PastStory, Since
from briefing.errors import OutputError
from briefing.group.ids import Told, Trace, inherit, told
from briefing.language.notices import notice_of
from briefing.types import Article, Problem, Story, Theme

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from briefing.compose import Input
    from briefing.state import State

REMEMBERED = timedelta(days=45)
MOST = 100  # articles of one story, the newest
QUOTED = 20  # sentences of one article


@dataclass(frozen=True, slots=True)
class Record:
    """A story in the state: what was told of it, and what its articles are known again by."""

    story: PastStory
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier briefs of a series told; `generated` is None where there was none."""

    brief: str = ""
    generated: str | None = None
    records: tuple[Record, ...] = ()
    dates: tuple[PastDate, ...] = ()

    def named(
        self, themes: Sequence[Theme], articles: Sequence[Article]
    ) -> tuple[tuple[Theme, ...], Since | None]:
        """Return the themes with the ids their stories had before, and what matters of these."""
        if self.generated is None:
            return tuple(themes), None
        by_id = {article.id: article for article in articles}
        stories = [story for theme in themes for story in theme.stories]
        now = [told(story, [by_id[i] for i in story.articles]) for story in stories]
        kin = inherit([Told(r.story.id, r.traces) for r in self.records], now)
        ids = dict(zip((story.id for story in stories), kin.ids, strict=True))
        renamed = tuple(
            replace(theme, stories=tuple(replace(s, id=ids[s.id]) for s in theme.stories))
            for theme in themes
        )
        wanted = {*kin.ids, *(old for old, _ in (*kin.merges, *kin.splits))}
        past = (record.story for record in self.records)
        since = Since(
            brief=self.brief,
            generated=self.generated,
            stories=tuple(p for p in past if p.told == self.generated or p.id in wanted),
            dates=self.dates,
            merges=kin.merges,
            splits=kin.splits,
        )
        return renamed, since

    def only_new(
        self, themes: Sequence[Theme], inputs: Sequence["Input"]
    ) -> tuple[tuple[Theme, ...], list["Input"]]:
        """Return what no earlier brief told, as themes; the other inputs say so."""
        before = {a.sha256[:16] for record in self.records for a in record.story.articles}
        before |= _copies_of(before, themes)
        kept = (
            replace(
                theme, stories=tuple(filter(None, (_without(s, before) for s in theme.stories)))
            )
            for theme in themes
        )
        said = [
            replace(item, problem=Problem("memory", item.uri, "told_before"))
            if item.article and not item.problem and item.article.id in before
            else item
            for item in inputs
        ]
        return tuple(theme for theme in kept if theme.stories), said


def _copies_of(before: set[str], themes: Sequence[Theme]) -> set[str]:
    """Return the articles that are copies of those, or that those are copies of."""
    found: set[str] = set()
    for theme in themes:
        for story in theme.stories:
            pairs = [(c.article, c.of) for c in story.copies if c.kind == "identical"]
            reached = before & set(story.articles)
            while (
                more := {b for a, of in pairs for a, b in ((a, of), (of, a)) if a in reached}
                - reached
            ):
                reached |= more
            found |= reached
    return found


def _without(story: Story, before: set[str]) -> Story | None:
    articles = tuple(i for i in story.articles if i not in before)
    if not articles:
        return None
    groups = (
        replace(group, articles=tuple(i for i in group.articles if i not in before))
        for group in story.origins
    )
    return replace(
        story,
        lead=story.lead if story.lead in articles else articles[0],
        articles=articles,
        copies=tuple(c for c in story.copies if not {c.article, c.of} & before),
        origins=tuple(group for group in groups if group.articles),
    )


# To and from the state


def recall(state: "State", series: str, sources: Sequence[str], *, where: str) -> Memory:
    """Return what the state remembers of a series; `where` names the state in errors.

    Raises OutputError where it is damaged, or where the series is one of other sources.
    """
    edition = state.last_edition(series)
    if edition is None:
        return Memory()
    if sources and edition.sources and not set(sources) & set(edition.sources):
        raise OutputError(
            where,
            f"it remembers a brief “{series}” of other sources ({', '.join(edition.sources[:5])}): "
            "give this brief another `title`, or another `state`",
        )
    try:
        return Memory(
            brief=edition.id,
            generated=_instant(edition.generated),
            records=tuple(_records().validate_json(data) for data in state.stories(series)),
            dates=_dates().validate_json(edition.record),
        )
    except ValueError as error:
        raise OutputError(where, f"what it remembers of “{series}” cannot be read") from error


def remember(
    state: "State",
    memory: Memory,
    brief: Brief,
    articles: Sequence[Article],
    *,
    series: str,
    name: str,
    sources: Sequence[str],
) -> None:
    """Note what this brief, in the folder `name`, told, for the next one of its series."""
    from briefing.compose.rolling import next_dates
    from briefing.state import Edition

    generated = datetime.fromisoformat(brief.generated)
    by_id = {article.id: article for article in articles}
    past = {record.story.id: record for record in memory.records}
    merges = brief.changes.since.merges if brief.changes else ()
    records: dict[str, Record] = {}
    for story, number in _members(brief):
        kin = [past[i] for i in (story, *(o for o, n in merges if n == story)) if i in past]
        records[story] = _record(story, number, brief, by_id, kin)
    for change in brief.changes.stories if brief.changes else ():
        if change.status == "unchanged" and change.source is None:
            known = past[change.story]
            records[change.story] = replace(known, story=replace(known.story, told=brief.generated))
    state.remember(
        series,
        Edition(
            name, generated, tuple(sorted(set(sources))), _dates().dump_json(next_dates(brief))
        ),
        stories={i: _records().dump_json(record) for i, record in records.items()},
        gone=[old for old, new in merges if old not in records],
        forget=generated - REMEMBERED,
    )


def _members(brief: Brief) -> list[tuple[str, dict[int, tuple[str, ...]]]]:
    """Return each story with its register numbers, and what was quoted of each."""
    return [
        (
            story.id,
            dict.fromkeys(story.numbers, ())
            | {e.source: tuple(q.text for q in e.quotations) for e in story.entries},
        )
        for theme in brief.themes
        for story in theme.stories
    ]


def _record(
    story: str,
    quoted: Mapping[int, tuple[str, ...]],
    brief: Brief,
    by_id: Mapping[str, Article],
    kin: Sequence[Record],
) -> Record:
    before = [article for record in kin for article in record.story.articles]
    said = {article.sha256: article.quoted for article in before}
    now = [
        _past(by_id[brief.entry(n).sha256[:16]], quoted[n], said.get(brief.entry(n).sha256, ()))
        for n in sorted(quoted)
    ]
    lost = brief.changes.withdrawals if brief.changes else ()
    over = {a.uri for a in now} | {w.uri for w in lost}
    over |= {a.sha256 for a in now}
    kept = [a for a in before if a.uri not in over and a.sha256 not in over]
    members = [by_id[a.sha256[:16]] for a in now]
    alive = {a.sha256[:16] for a in kept}
    traces = [t for record in kin for t in record.traces if t.article in alive]
    lead = _heading(quoted, brief, by_id)
    own = told(Story(story, members[0].id, tuple(m.id for m in members), (), ()), members)
    return Record(
        PastStory(story, lead.headline, lead.language, brief.generated,
                  (*now, *kept)[:MOST]),
        (*own.traces, *traces)[:MOST],
    )  # fmt: skip


def _heading(numbers: Iterable[int], brief: Brief, by_id: Mapping[str, Article]) -> Article:
    """Return the article that names a story, as `changes` names it."""
    from briefing.compose.headings import heading

    told = {n: by_id[brief.entry(n).sha256[:16]] for n in sorted(numbers)}
    lost = frozenset(n for n, article in told.items() if notice_of(article) is not None)
    return by_id[heading(tuple(told), brief.register, lost).sha256[:16]]


def _past(article: Article, quoted: tuple[str, ...], before: tuple[str, ...]) -> PastArticle:
    from briefing.compose.pages import sentence_digest

    return PastArticle(
        uri=article.uri,
        sha256=article.digest,
        title=article.headline,
        outlet=article.outlet.value if article.outlet else "",
        published=article.published.local.isoformat() if article.published else None,
        language=article.language,
        quoted=tuple(dict.fromkeys((*quoted, *before)))[:QUOTED],
        known="".join(sentence_digest(article.quote(s.index)) for s in article.sentences),
    )


def _instant(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


@cache
def _records() -> "TypeAdapter[Record]":
    from pydantic import TypeAdapter

    return TypeAdapter(Record)


@cache
def _dates() -> "TypeAdapter[tuple[PastDate, ...]]":
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[PastDate, ...])
