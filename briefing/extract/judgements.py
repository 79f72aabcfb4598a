"""Why each line of a page was kept for the article or set aside: what `--explain` shows."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract import model, plain
from briefing.types import Article, Document, Span

MOST_TERMS = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line: `reason` is "body", "title", or why it was set aside.

    `score` is the line model's (above 0: more likely of the body than not), `terms` what weighed
    most in it; both are empty for a page that the line model did not judge.
    """

    span: Span
    text: str
    reason: str
    score: float | None = None
    terms: tuple[tuple[str, float], ...] = ()

    @property
    def kept(self) -> bool:
        """Say whether the line is of the article's body."""
        return self.reason == "body"


def judgements(document: Document, article: Article) -> tuple[Judgement, ...]:
    """Return every line of a page, in order, with what became of it in `article` and why."""
    places = sorted(_places(article))
    if document.media_type.partition(";")[0].strip().lower() != "text/plain":
        return tuple(Judgement(span, article.text[slice(*span)], reason) for span, reason in places)
    _, _, page = plain.paged(document)
    codes = page.codes()
    linear, _ = model.shipped()
    scores = linear.scores(codes)
    starts = [span[0] for span, _ in places]
    found: list[Judgement] = []
    for i, line in enumerate(page.lines):
        at = bisect_right(starts, line.end - 1) - 1
        reason = places[at][1] if at >= 0 and places[at][0][1] > line.start else "chrome"
        terms = tuple(linear.reasons(codes, i)[:MOST_TERMS])
        span = (line.start, line.end)
        found.append(Judgement(span, line.text, reason, round(float(scores[i]), 2), terms))
    return tuple(found)


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
