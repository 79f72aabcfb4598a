"""Stage 7: the timeline as a list, for narrow screens, for mail, and for those who hear it."""

from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.brief import Brief, DateMention, RegisterEntry
from briefing.render import words
from briefing.render.chart import ARTICLE_LABELS


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the short timeline: an article (`kind` "article") or a dated sentence."""

    kind: str  # "article", "event", "ahead"
    day: str  # ISO
    when: str
    text: str
    source: int
    mark: str
    gap: bool  # more than three weeks pass before the next


def rows(brief: Brief) -> tuple[Row, ...]:
    """Return articles and dated sentences in order of day: the timeline as a list."""
    found = _article_rows(brief)
    last = max((row.day for row in found), default="")
    seen: dict[tuple[str, str, str], Row] = {}
    for item in (*brief.timeline, *brief.ahead):
        seen.setdefault((item.lo, item.hi, item.quotation.mark), _row(item, last))
    found += seen.values()
    return _with_gaps(sorted(found, key=lambda row: (row.day, row.kind == "article", row.source)))


def _article_rows(brief: Brief) -> list[Row]:
    """Return a row an article, or, of more than a drawing can name, a row a day."""
    days: dict[str, list[RegisterEntry]] = {}
    for entry in brief.register:
        if entry.fate in ("used", "copy") and entry.published:
            days.setdefault(entry.published.local[:10], []).append(entry)
    daily = sum(map(len, days.values())) > ARTICLE_LABELS
    found = []
    for day, entries in days.items():
        for group in [entries] if daily else [[entry] for entry in entries]:
            first, numbers = group[0], [entry.number for entry in group]
            text = f"Article {first.number}: {_outlet(first)}"
            if len(group) > 1:
                text = f"{len(group)} articles: {words.listed(numbers)}"
            found.append(Row("article", day, words.day(day), text, first.number, "", False))
    return found


def _row(item: DateMention, last: str) -> Row:
    return Row(
        kind="ahead" if last and item.lo > last else "event",
        day=item.lo,
        when=words.when(item.lo, item.hi, item.precision),
        text=words.shorten(item.quotation.text, 80),
        source=item.quotation.source,
        mark=item.quotation.mark,
        gap=False,
    )


def _with_gaps(found: list[Row]) -> tuple[Row, ...]:
    days = [words.parse(row.day) for row in found]
    gaps = [(b - a).days > 21 for a, b in pairwise(days)]
    return tuple(replace(row, gap=gap) for row, gap in zip(found, [*gaps, False], strict=False))


def _outlet(entry: RegisterEntry) -> str:
    outlet = entry.outlet.text if entry.outlet else "outlet not stated"
    agency = entry.origin.agency if entry.origin else None
    return f"{outlet} ({agency})" if agency and agency != outlet else outlet
