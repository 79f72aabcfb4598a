"""Stage 7: leave the least important out of a brief until its PDF has no more than so many pages.

    Brief -> printed -> too long? -> the same with fewer quotations -> printed -> ... -> Brief

What is left out comes first in `leaving_order`: the index, of each article its weakest quotation
before any article loses its second, dates far from the last article and differing figures, and
last whole articles, the older ones of a story first: each is listed by its number. Headlines, the
bottom line, what is coming next and the register always stay. The register says of each article
what is missing, so every format tells the same, and `verify` proves it.
"""

import io
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing.brief import Brief, DateMention, Entry, RegisterEntry, StorySection
from briefing.render import words
from briefing.render.ledger import new_marks
from briefing.render.pdf import to_pdf_in_child

NEAR = 6  # dates ahead that always stay: those of the first page
LEVELS = 64  # so many briefs between whole and barest are told apart: six or seven are printed
Item = tuple[str, str]  # "entry" and a mark, a date of the timeline or ahead
#             and its place there, "figures" and a story's id, or "index"


def fit(
    brief: Brief,
    pages: int,
    *,
    paper: str = "A4",
    templates: Path | None = None,
    plain: bool = False,
) -> tuple[Brief, int]:
    """Return the brief that fits on `pages`, or the whole one, and how many pages it has.

    Raises PdfError where the engine fails, RenderError where a template does.
    """

    def printed(one: Brief) -> int:
        made = to_pdf_in_child(one, paper=paper, templates=templates, plain=plain)
        return count_pages(made.content)

    return shortest_cut(brief, pages, printed)


def shortest_cut(brief: Brief, pages: int, printed: Callable[[Brief], int]) -> tuple[Brief, int]:
    """Return the brief that lacks the least and fits, `printed` being how its pages are counted.

    Where not even the barest fits, nothing is won by leaving anything out: it stays whole.
    """
    whole = printed(brief)
    order = leaving_order(brief)
    if whole <= pages or not order:
        return brief, whole
    low, high = 0, min(LEVELS, len(order))
    best = without(brief, order, pages)
    length = printed(best)
    if length > pages:
        return brief, whole
    while high - low > 1:
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
    fresh = new_marks(brief)  # what changed is the last thing to leave out
    weaker: list[tuple[int, float, int, int, Item]] = []
    firsts: list[tuple[int, int, float, int, Item]] = []
    for story in brief.stories():
        told = [entry for entry in story.entries if entry.quotations]
        for place, entry in enumerate(sorted(told, key=lambda e: -e.source)):
            for rank, q in enumerate(entry.by_weight):
                item = ("entry", q.mark)
                if q.mark in fresh:
                    continue
                if rank:
                    weaker.append((-rank, q.score, -q.source, -q.sentence, item))
                else:
                    firsts.append((-place, story.articles, q.score, -q.source, item))
    last = date.fromisoformat(brief.window.last) if brief.window.last else date.max
    far = sorted(
        range(len(brief.timeline)),
        key=lambda i: (-abs((date.fromisoformat(brief.timeline[i].lo) - last).days), -i),
    )
    ahead = sorted(range(NEAR, len(brief.ahead)), key=lambda i: (brief.ahead[i].lo, i))
    index: list[Item] = [("index", "")] if brief.index else []
    return (
        *index,
        *(item for *_, item in sorted(weaker)),
        *(("date", str(i)) for i in far),
        *(("ahead", str(i)) for i in reversed(ahead)),
        *(("figures", story.id) for story in brief.stories() if story.differences),
        *(item for *_, item in sorted(firsts)),
    )


def without(brief: Brief, items: Sequence[Item], pages: int) -> Brief:
    """Return the brief without these, saying so in the register; what is not told is listed."""
    marks = {name for kind, name in items if kind == "entry"}
    dates = {int(name) for kind, name in items if kind == "date"}
    figures = {name for kind, name in items if kind == "figures"}
    later = {int(name) for kind, name in items if kind == "ahead"}
    named = any(kind == "index" for kind, _ in items)
    why = f"at most {words.count(pages, 'page')}"
    lost: Counter[int] = Counter()
    had: Counter[int] = Counter()

    def told(entry: Entry, echo: bool) -> Entry:
        kept = tuple(q for q in entry.quotations if q.mark not in marks)
        if echo and len(kept) == 1 < len(entry.quotations):
            kept = ()  # one sentence of an article whose opening another tells says little
        had[entry.source] = len(entry.quotations)
        lost[entry.source] = len(entry.quotations) - len(kept)
        return replace(entry, quotations=kept, cut=entry.cut + lost[entry.source])

    def shorter(story: StorySection) -> StorySection:
        entries = [told(entry, entry.source in story.echoes) for entry in story.entries]
        kept = tuple(e for e in entries if e.quotations or not lost[e.source])
        gone = (n for e in entries if e not in kept for n in (e.source, *e.copies))
        return replace(
            story,
            entries=kept,
            more=tuple(sorted((*story.more, *gone))),
            differences=story.differences if kept and story.id not in figures else (),
        )

    themes = tuple(
        replace(theme, stories=tuple(shorter(story) for story in theme.stories))
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
        ahead=_kept(brief.ahead, later),
        ahead_more=brief.ahead_more + len(later),
        index=() if named else brief.index,
        index_more=0 if named else brief.index_more,
        timeline_more=brief.timeline_more + len(dates),
        register=tuple(listed(entry) for entry in brief.register),
    )
    return _with_evidence_of_the_rest(cut)


def count_pages(content: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(io.BytesIO(content))) as document:
        return len(document)


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
