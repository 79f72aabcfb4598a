"""Why each line of a page was kept for the article or set aside: what `--explain` shows."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.evidence import apply, decode
from briefing.extract import judge, mail, markdown, markup, model, telling, texts, web
from briefing.extract.features import Page
from briefing.types import Article, Document, Span

MOST_TERMS = 3
_WEIGHED = frozenset(("body", "chrome"))  # what the model alone decides; the rest says what it is

Terms = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line: `reason` is "body", "title", or why it was set aside.

    `speaks_for` and `against` are what weighed most in it, in words, and `score` is their sum with
    all the rest: above 0, more likely of the body than not. All are empty where no model judged.
    """

    span: Span
    text: str
    reason: str
    score: float | None = None
    speaks_for: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        """Say whether the line is of the article's body."""
        return self.reason == "body"

    @property
    def what(self) -> str:
        """What the line is, in words."""
        return telling.WHAT.get(self.reason, self.reason)


def judgements(document: Document, article: Article) -> tuple[Judgement, ...]:
    """Return every line of a page, in order, with what became of it in `article` and why."""
    places = sorted(_places(article))
    weighed = _weighed(document, article)
    starts = [span[0] for span, _ in places]
    found = [
        _judgement(span, article.text, _reason(span, places, starts), weighed[span])
        for span in sorted(weighed)
    ]
    ends = sorted(weighed)
    told = [one for one in places if not _covers(ends, one[0])]
    found += [Judgement(span, article.text[slice(*span)], reason) for span, reason in told]
    return tuple(sorted(found, key=lambda one: one.span))


def _judgement(span: Span, text: str, reason: str, scored: tuple[float, Terms]) -> Judgement:
    score, terms = scored
    said = telling.weighed(terms) if reason in _WEIGHED else ()
    return Judgement(
        span,
        text[slice(*span)],
        reason,
        round(score, 2),
        tuple(words for words, weight in said if weight > 0)[:MOST_TERMS],
        tuple(words for words, weight in said if weight < 0)[:MOST_TERMS],
    )


def _reason(span: Span, places: Sequence[tuple[Span, str]], starts: Sequence[int]) -> str:
    at = bisect_right(starts, span[1] - 1) - 1
    return places[at][1] if at >= 0 and places[at][0][1] > span[0] else "chrome"


def _covers(lines: Sequence[Span], span: Span) -> bool:
    """Say whether one of `lines`, which are in order, shares a letter with `span`."""
    at = bisect_right(lines, (span[1] - 1, span[1] - 1)) - 1
    return at >= 0 and lines[at][1] > span[0]


def _weighed(document: Document, article: Article) -> dict[Span, tuple[float, Terms]]:
    """Return score and terms of every line that a model judged, by its span.

    The recipe says how the page was read: as lines of text, or as markup.
    """
    step = article.recipe.encoding
    source = decode(document.content, step)
    kind = document.media_type.partition(";")[0].strip().lower()
    marks = markdown.marks(source) if kind == "text/markdown" else ()
    if kind in ("application/json", "application/vnd.article+json"):
        return {}  # nothing is judged in a record: its keys say what is the article
    recipe, _, page = texts.paged(document, step, source, marks=marks)
    if recipe == article.recipe:
        return dict(_of_text(page))
    taken = markup.read(source, mail.heads(source) if step.startswith("mime/") else ())
    return dict(_of_markup(taken, apply(source, taken.edits)))


def _of_text(page: Page) -> Iterator[tuple[Span, tuple[float, Terms]]]:
    linear, codes = model.weighed(page)
    scores = linear.scores(codes)
    for i, line in enumerate(page.lines):
        terms = [(telling.words(name, code), w) for name, code, w in linear.reasons(codes, i)]
        yield (line.start, line.end), (float(scores[i]), tuple(terms))


def _of_markup(taken: markup.Markup, text: str) -> Iterator[tuple[Span, tuple[float, Terms]]]:
    rows = web.looked_at(taken.rows)
    page = Page(web.lines_of(rows, text))
    for row, terms in zip(rows, judge.weighed(taken, rows, page), strict=True):
        said = tuple((telling.words(name), weight) for name, weight in terms)
        yield (row.start, row.end), (judge.bias() + sum(w for _, w in terms), said)


def _places(article: Article) -> Iterator[tuple[Span, str]]:
    for span in article.paragraphs:
        yield span, "body"
    if article.title is not None and article.title.span is not None:
        yield article.title.span, "title"
    starts = [start for start, _ in article.paragraphs]
    for part in article.set_aside:
        at = bisect_right(starts, part.span[0]) - 1
        beside = article.text[part.span[1] :][:1] not in ("", "\n")  # a dateline, say
        within = at >= 0 and "\n" not in article.text[starts[at] : part.span[1]]
        if not (beside or within):
            yield part.span, part.reason
