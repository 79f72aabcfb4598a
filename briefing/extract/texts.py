"""Characters of any file as a page of text: what mail, Markdown, PDF and Word come down to."""

from collections.abc import Iterable

from briefing.evidence import apply
from briefing.extract import body, cleanup, plain
from briefing.extract.features import Page
from briefing.extract.lines import reflow
from briefing.extract.repetition import Repetition
from briefing.types import Article, Document, Edit, Recipe


def read(
    document: Document,
    encoding: str,
    source: str,
    repetition: Repetition | None,
    *,
    marks: Iterable[Edit] = (),
    whole: bool = False,
) -> Article:
    """Return the article of `source`, the characters that `encoding` makes of the document.

    `marks` take markup away, in order. With `whole` every line is taken for the body, but for
    what it says it is itself. Raises ReadError with a reason of `REASONS`.
    """
    first = tuple(cleanup._merged(list(marks), list(cleanup.edits(source))))
    flat = apply(source, first)
    plain._refuse_without_prose(flat, document.uri)
    joins, lines = reflow(plain._beginning(flat))
    recipe = Recipe(encoding, cleanup.compose(first, joins))
    page = Page(lines)
    kept = [True] * len(lines) if whole else body.choose(page, repetition, document.digest)
    return plain._Reading(document, recipe, apply(source, recipe.edits), page, kept).article()
