"""The register: every input, numbered, with its fate. The counts add up to what came in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.brief import Fate, OriginRecord, RegisterEntry
from briefing.compose.records import origin_record, stamp, stated
from briefing.types import REASONS, Article, Problem, Theme


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that came in, and what stages 1 to 4 made of it.

    It is an article, told unless `problem` says why not, with a `remark` (a reason code) where only
    a part of it is in order; or it is none, and `problem` says why; or its bytes came in before
    (`same_as`, their digest).
    """

    uri: str
    source: str
    size: int
    digest: str
    retrieved: datetime | None = None
    article: Article | None = None
    problem: Problem | None = None
    remark: str = ""
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """The entries in order of number, and the number of each article that is told or copied."""

    entries: tuple[RegisterEntry, ...]
    articles: tuple[Article | None, ...]  # of each entry, in the same order
    numbers: Mapping[str, int]  # article id -> number
    copies: Mapping[int, tuple[int, ...]]  # number -> numbers of its copies, in order


LAST = datetime.max.replace(tzinfo=UTC)  # undated articles stand after all dated ones


def by_date(article: Article) -> tuple[datetime, str]:
    """Return the key that orders articles: the instant of publication, then the id."""
    return (article.published.middle if article.published else LAST, article.id)


def register(inputs: Sequence[Input], themes: Sequence[Theme]) -> Register:
    """Number every input: used articles by date, then copies, then skipped, then failed ones."""
    told_by = _told_by(themes)
    firsts = {i.digest: i for i in inputs if not i.same_as}
    ordered = sorted(inputs, key=lambda i: _rank(i, told_by, firsts))
    numbers: dict[str, int] = {}
    for number, item in enumerate(ordered, 1):
        if item.article and not item.same_as:
            numbers[item.article.id] = number
    by_number = {number: item.article for number, item in enumerate(ordered, 1) if item.article}
    entries = tuple(
        _entry(number, item, told_by, firsts, numbers, by_number)
        for number, item in enumerate(ordered, 1)
    )
    copies: dict[int, tuple[int, ...]] = {}
    for entry in entries:
        if entry.fate == "copy" and entry.copy_of is not None:
            copies[entry.copy_of] = (*copies.get(entry.copy_of, ()), entry.number)
    return Register(entries, tuple(i.article for i in ordered), numbers, copies)


def _told_by(themes: Sequence[Theme]) -> dict[str, str]:
    """Return, for each near-identical copy, the id of the article that is told instead."""
    of = {
        copy.article: copy.of
        for theme in themes
        for story in theme.stories
        for copy in story.copies
        if copy.kind == "identical"
    }
    told: dict[str, str] = {}
    for article in of:
        target = of[article]
        while target in of:
            target = of[target]
        told[article] = target
    return told


def fate(item: Input, told_by: Mapping[str, str], firsts: Mapping[str, Input]) -> tuple[Fate, str]:
    """Return the fate of an input, and the reason code."""
    if item.same_as:
        first = fate(firsts[item.same_as], told_by, firsts)
        return ("skipped", "same_bytes") if first[0] in ("used", "copy") else first
    if item.problem:
        reason = item.problem.reason
        return ("failed" if REASONS[reason].fault else "skipped", reason)
    if item.article and item.article.id in told_by:
        return ("copy", "copy")
    return ("used", item.remark)


_FATES: tuple[Fate, ...] = ("used", "copy", "skipped", "failed")


def _rank(
    item: Input, told_by: Mapping[str, str], firsts: Mapping[str, Input]
) -> tuple[int, datetime, str, bool, str]:
    when, key = by_date(item.article) if item.article else (LAST, item.digest)
    place = _FATES.index(fate(item, told_by, firsts)[0])
    return (place, when, key, bool(item.same_as), item.uri)


def _entry(
    number: int,
    item: Input,
    told_by: Mapping[str, str],
    firsts: Mapping[str, Input],
    numbers: Mapping[str, int],
    by_number: Mapping[int, Article],
) -> RegisterEntry:
    what, reason = fate(item, told_by, firsts)
    article = firsts[item.same_as].article if item.same_as else item.article
    copy_of = None
    if reason in ("copy", "same_bytes") and article:
        copy_of = numbers[told_by.get(article.id, article.id)]
    return RegisterEntry(
        number=number,
        uri=item.uri,
        source=item.source,
        fate=what,
        reason=reason,
        detail=item.problem.detail if item.problem else "",
        copy_of=copy_of,
        title=stated(article.title) if article else None,
        byline=stated(article.byline) if article else None,
        outlet=stated(article.outlet) if article else None,
        section=stated(article.section) if article else None,
        origin=_origin(article, copy_of, by_number) if article else None,
        language=article.language if article else "",
        published=stamp(article.published) if article else None,
        updated=stamp(article.updated) if article else None,
        words=count_words(article) if article else 0,
        size=item.size,
        sha256=item.digest,
        retrieved=item.retrieved.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if item.retrieved
        else None,
    )


def _origin(
    article: Article, copy_of: int | None, by_number: Mapping[int, Article]
) -> OriginRecord:
    """Return who first wrote an article; a copy that does not say is its original's."""
    if copy_of is None or article.origin.kind != "unknown":
        return origin_record(article.origin)
    first = by_number[copy_of].origin
    if first.kind != "wire":
        return origin_record(article.origin)
    return OriginRecord("wire", first.agency, (), f"a copy of no. {copy_of}, which says so")


def count_words(article: Article) -> int:
    """Return the number of words of the body: runs between white space."""
    return sum(len(article.text[a:b].split()) for a, b in article.paragraphs)
