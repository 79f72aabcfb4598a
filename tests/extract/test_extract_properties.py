"""What holds of every article, whatever the page."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import offsets
from briefing.errors import ReadError
from briefing.evidence import apply, replay, sha256
from briefing.extract import cleanup, extract
from briefing.extract.lines import reflow
from briefing.types import REASONS, Article, Document

DUMPS = Path(__file__).parents[3] / "shared/data/text_dumps.jsonl.gz"
STYLES = ("gettext", "innertext", "layout", "resi", "wrap")
PAGES = 30

WORDS = st.sampled_from(
    ["The", "river", "council", "rose", "said", "U.S.", "a", "well-", "known", "é", "café", "水位"]
)
MARKS = st.sampled_from(
    [
        " ",
        "  ",
        "\u00a0",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x00",
        "\x1b[31m",
        "&amp;",
        "&nbsp;",
        "&#x202e;",
        "\u200b",
        ". ",
        '"',
        "• ",
        "# ",
        "> ",
        "**",
        "\\.",
        ", ",
        "\ufeff",
    ]
)
TEXTS = st.lists(st.one_of(WORDS, MARKS), max_size=120).map("".join)


def document(content: bytes, uri: str = "page.txt") -> Document:
    return Document("test", uri, "text/plain", content, sha256(content))


def holds(article: Article, content: bytes) -> None:
    size = len(article.text)
    assert article.text == replay(content, article.recipe)
    stated = (article.title, article.deck, article.byline, article.outlet, article.dateline)
    for one in stated:
        if one is not None and one.span is not None:
            assert article.text[slice(*one.span)] == one.value
    spans = [*article.paragraphs, *(part.span for part in article.set_aside)]
    assert all(0 <= start < end <= size for start, end in spans)
    ends = [0, *(end for _, end in article.paragraphs)]
    assert all(a <= start for a, (start, _) in zip(ends, article.paragraphs, strict=False))
    at = 0
    for number, sentence in enumerate(article.sentences):
        start, end = article.paragraphs[sentence.paragraph]
        assert sentence.index == number
        assert at <= sentence.start < sentence.end
        assert start <= sentence.start
        assert sentence.end <= end
        at = sentence.end
    outside = [part.span for part in article.set_aside if part.reason != "cut_short"]
    for a, b in article.paragraphs:
        assert not any(start < b and a < end for start, end in outside)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_gives_an_article_that_holds_or_a_known_reason(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    try:
        article = extract(document(content))
    except ReadError as error:
        assert error.reason in REASONS  # noqa: PT017 - either outcome is right
        return
    holds(article, content)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_give_an_article_that_holds_or_a_known_reason(content: bytes) -> None:
    try:
        article = extract(document(content))
    except ReadError as error:
        assert error.reason in REASONS  # noqa: PT017 - either outcome is right
        return
    holds(article, content)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_two_passes_of_edits_equal_the_composed_one(text: str) -> None:
    first = cleanup.edits(text)
    flat = apply(text, first)
    joins, lines = reflow(flat)
    twice = apply(flat, joins)
    assert apply(text, cleanup.compose(first, joins)) == twice
    assert all(twice[line.start : line.end] == line.text for line in lines)


@cache
def dumps() -> list[dict[str, Any]]:
    with gzip.open(DUMPS, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return rows[:: max(1, len(rows) // PAGES)]


@pytest.mark.skipif(not DUMPS.exists(), reason="the tuning pages are not here")
def test_every_sentence_of_real_pages_is_proved() -> None:
    """A sample; `make bench ONLY=offsets` proves every page."""
    found = {r.metric: (r.value, r.n) for r in offsets.run(DUMPS.parent, every=240)}
    assert all(value == 0 for value, _ in found.values()), found
    assert all(n > 50 for _, n in found.values()), found


@pytest.mark.skipif(not DUMPS.exists(), reason="the tuning pages are not here")
@pytest.mark.parametrize("style", STYLES)
def test_real_pages_hold_in_every_style(style: str) -> None:
    for row in dumps():
        content = row["dumps"][style].encode()
        try:
            article = extract(document(content, row["id"]))
        except ReadError as error:
            assert error.reason in REASONS  # noqa: PT017 - either outcome is right
            continue
        holds(article, content)
