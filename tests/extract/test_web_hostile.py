"""Hostile web pages end as the corpus says they must, in time, and prove what they gave."""

import time
from typing import Any

import pytest

from briefing.errors import ReadError
from briefing.evidence import replay, sha256
from briefing.extract import extract
from briefing.types import Document
from tests.hostile import cases, made

SECONDS = 10
COLLECTED = 5_000_000  # bytes: what is larger is refused before it is read


@pytest.mark.parametrize("case", cases("html"), ids=lambda case: case.id)
def test_hostile_web_page_ends_as_it_must(case: Any) -> None:
    content = made(case)
    if len(content) > COLLECTED:
        assert case.reason == "too_large"
        return
    started = time.process_time()
    try:
        article = extract(Document("t", case.id, "text/html", content, sha256(content)))
    except ReadError as error:
        assert (case.outcome, case.reason) == ("skip", error.reason)  # noqa: PT017
        return
    finally:
        assert time.process_time() - started < SECONDS
    assert case.outcome in ("ok", "degraded")
    assert list(article.remarks) == ([case.reason] if case.outcome == "degraded" else [])
    assert article.text == replay(content, article.recipe)
    assert "The city council approved a new flood barrier on Tuesday." in article.body
    for hidden in ("\x00", "\x1b", "\u202e", "HIDDENONE", "HIDDENTWO", "HIDDENTHREE"):
        assert hidden not in article.text
    for forbidden in case.must_not:
        if forbidden not in ("<script>", "<img src=x", "<script>alert", "onerror=alert"):
            assert forbidden not in article.body


REPEATED = (
    '<a ">"',
    "<!--",
    "<p ",
    "</",
    "<div><b>",
    "&",
    "<time datetime=1>",
    "<meta name=date content=",
    "<li>",
    "<title>",
    "<table><tr><td>",
    "<script>",
    "<![CDATA[",
    "<a b='",
    '<script type="application/ld+json">{"a":[',
    "</div>",
)


@pytest.mark.parametrize("unit", REPEATED)
def test_a_piece_repeated_without_end_costs_linear_time(unit: str) -> None:
    begin = "<body><p>The barrier will protect about four thousand homes, engineers said here</p>"
    content = (begin + unit * (1_000_000 // len(unit))).encode()
    started = time.process_time()
    try:
        extract(Document("t", "page.html", "text/html", content, sha256(content)))
    except ReadError as error:
        assert error.reason in ("no_prose", "too_short")  # noqa: PT017 - either outcome is right
    assert time.process_time() - started < SECONDS


def test_a_page_of_a_million_tags_is_read_in_part() -> None:
    first = "The barrier will protect about four thousand homes, the engineers of the town said. "
    content = f"<article><p>{first * 3}</p>{'<li><b>x</b> y' * 300_000}</article>".encode()
    started = time.process_time()
    article = extract(Document("t", "page.html", "text/html", content, sha256(content)))
    assert time.process_time() - started < SECONDS
    assert "truncated" in article.remarks
    assert first.strip() in article.body
    assert article.text == replay(content, article.recipe)
