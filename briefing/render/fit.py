"""Stage 7: leave the least important out of a brief until its PDF has no more than so many pages.

    Brief -> printed -> too long? -> the same with fewer quotations -> printed -> ... -> Brief

What is left out is the last of what `leaving_order` lists: of each article its weakest quotation
before any article loses its second, then dates far from the last article. Headlines, the bottom
line, what is coming and the register always stay. Each article's note or register entry says what
is missing, so every format tells the same, and `verify` proves it.
"""

import io
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.brief import Brief, DateMention, Entry, RegisterEntry
from briefing.render import words
from briefing.render.ledger import new_marks
from briefing.render.pdf import to_pdf_in_child

LEVELS = 32  # so many briefs between whole and barest are told apart: five or six are printed
Item = tuple[str, str]  # "entry" and a mark, or "date" and its place in the timeline


def fit(
    brief: Brief,
    pages: int,
    *,
    paper: str = "A4",
    templates: Path | None = None,
    plain: bool = False,
) -> tuple[Brief, int]:
    """Return the brief that fits on `pages`, or the barest, and how many pages it has.

    Raises PdfError where the engine fails, RenderError where a template does.
    """

    def printed(one: Brief) -> int:
        made = to_pdf_in_child(one, paper=paper, templates=templates, plain=plain)
        return count_pages(made.content)

    return shortest_cut(brief, pages, printed)


def shortest_cut(brief: Brief, pages: int, printed: Callable[[Brief], int]) -> tuple[Brief, int]:
    """Return the brief that lacks the least and fits, `printed` being how its pages are counted."""
    best, length = brief, printed(brief)
    order = leaving_order(brief)
    if length <= pages or not order:
        return best, length
    low, high = 0, min(LEVELS, len(order))
    best = without(brief, order, pages)
    length = printed(best)
    while high - low > 1 and length <= pages:
        level = (low + high) // 2
        tried = without(brief, order[: len(order) * level // min(LEVELS, len(order))], pages)
        found = printed(tried)
        if found <= pages:
            best, length, high = tried, found, level
        else:
            low = level
    return best, length


def leaving_order(brief: Brief) -> tuple[Item, ...]:
    """Return what can be left out, what goes first in front."""
    ranked: list[tuple[int, float, int, int, str]] = []
    for entry in _entries(brief):
        strongest = sorted(entry.quotations, key=lambda q: (-q.score, q.sentence))
        ranked += [
            (-rank, q.score, -q.source, -q.sentence, q.mark) for rank, q in enumerate(strongest)
        ]
    last = date.fromisoformat(brief.window.last) if brief.window.last else date.max
    far = sorted(
        range(len(brief.timeline)),
        key=lambda i: (-abs((date.fromisoformat(brief.timeline[i].lo) - last).days), -i),
    )
    fresh = new_marks(brief)  # what changed is the last thing to leave out
    marks: list[Item] = [("entry", mark) for *_, mark in sorted(ranked) if mark not in fresh]
    firsts = sum(rank[0] == 0 and rank[-1] not in fresh for rank in ranked)
    # Each article's strongest quotation goes after the dates.
    cut = len(marks) - firsts
    return (*marks[:cut], *(("date", str(i)) for i in far), *marks[cut:])


def without(brief: Brief, items: Sequence[Item], pages: int) -> Brief:
    """Return the brief without these, saying so where they stood and in the register."""
    marks = {name for kind, name in items if kind == "entry"}
    dates = {int(name) for kind, name in items if kind == "date"}
    why = f"the brief is limited to {words.count(pages, 'page')}"
    lost: Counter[int] = Counter()
    had: Counter[int] = Counter()

    def told(entry: Entry) -> Entry:
        kept = tuple(q for q in entry.quotations if q.mark not in marks)
        had[entry.source] = len(entry.quotations)
        lost[entry.source] = len(entry.quotations) - len(kept)
        note = entry.note if kept or entry.note else f"Its sentences are left out: {why}."
        return replace(entry, quotations=kept, note=note)

    themes = tuple(
        replace(
            theme,
            stories=tuple(
                replace(story, entries=tuple(told(entry) for entry in story.entries))
                for story in theme.stories
            ),
        )
        for theme in brief.themes
    )

    def listed(entry: RegisterEntry) -> RegisterEntry:
        number = lost[entry.number]
        if not number:
            return entry
        said = f"{number} of {words.count(had[entry.number], 'sentence')} left out: {why}"
        return replace(entry, detail=f"{entry.detail}; {said}" if entry.detail else said)

    cut = replace(
        brief,
        themes=themes,
        timeline=_kept(brief.timeline, dates),
        register=tuple(listed(entry) for entry in brief.register),
    )
    return _with_evidence_of_the_rest(cut)


def count_pages(content: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(io.BytesIO(content))) as document:
        return len(document)


def _entries(brief: Brief) -> list[Entry]:
    return [
        entry
        for theme in brief.themes
        for story in theme.stories
        for entry in story.entries
        if entry.quotations
    ]


def _with_evidence_of_the_rest(brief: Brief) -> Brief:
    """Return the brief with excerpts of nothing but what it still quotes."""
    copied = brief.copied()
    records = (
        replace(
            record,
            excerpts=tuple(e for e in record.excerpts if (record.number, e[0], e[1]) in copied),
        )
        for record in brief.sources
    )
    return replace(brief, sources=tuple(records))


def _kept(mentions: Sequence[DateMention], dropped: set[int]) -> tuple[DateMention, ...]:
    return tuple(mention for i, mention in enumerate(mentions) if i not in dropped)
