"""Characters of any file as a page of text: what mail, Markdown, PDF and Word come down to."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.evidence import apply
from briefing.extract import body, cleanup, patterns, prose
from briefing.extract.features import Page
from briefing.extract.lines import reflow
from briefing.extract.reading import Reading
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
    recipe, text, page = paged(document, encoding, source, marks=marks)
    kept = [True] * len(page.lines) if whole else body.choose(page, repetition, document.digest)
    kept = patterns.begun(page.lines, kept, document.profile.dateline)
    return Reading(document, recipe, text, page, kept).article()


def paged(
    document: Document, encoding: str, source: str, *, marks: Iterable[Edit] = ()
) -> tuple[Recipe, str, Page]:
    """Return how `source` becomes the page's text, that text, and its lines. Raises ReadError."""
    first = cleanup.edits(source)
    if marks:
        first = tuple(cleanup.merged(marks, first))
    flat = apply(source, first)
    prose.refuse_without_prose(flat, document.uri)
    joins, lines = reflow(prose.beginning(flat))
    joins = tuple(
        replace(one, operation="markup")  # a line break and the mark of the line behind it
        if one.operation == "unwrap" and flat[one.start : one.end].strip()
        else one
        for one in joins
    )
    recipe = Recipe(encoding, cleanup.compose(first, joins))
    left, junk = patterns.parted(lines, document.profile.junk, document.uri)
    return recipe, apply(source, recipe.edits), Page([lines[i] for i in left], junk)
