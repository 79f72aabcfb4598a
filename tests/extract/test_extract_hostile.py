"""Hostile pages end as the corpus says they must: used, used in part, or refused with a reason."""

import time
from typing import Any

import pytest

from briefing.errors import ReadError
from briefing.evidence import replay, sha256
from briefing.extract import extract, line_counts
from briefing.types import Document
from tests.hostile import cases, made

SECONDS = 10


@pytest.mark.parametrize("case", cases("txt"), ids=lambda case: case.id)
def test_hostile_page_ends_as_it_must(case: Any) -> None:
    content = made(case)
    started = time.process_time()
    try:
        article = extract(Document("t", case.id, "text/plain", content, sha256(content)))
    except ReadError as error:
        assert (case.outcome, case.reason) == ("skip", error.reason)  # noqa: PT017
        return
    finally:
        assert time.process_time() - started < SECONDS
    assert case.outcome in ("ok", "degraded")
    if case.outcome == "degraded":
        assert case.reason in article.remarks
    else:
        assert not article.remarks
    assert article.text == replay(content, article.recipe)
    article.text.encode("utf-8")
    for hidden in ("\x00", "\x1b", "\x9b", "\u202e", "\u2066", "\ufffe", "\uffff", "\x07"):
        assert hidden not in article.text


@pytest.mark.parametrize("unit", [" ", "\t", "- ", "1. ", "\u2022", "#", "> ", "a.", "\u00a0"])
def test_what_recurs_in_a_batch_is_found_in_linear_time(unit: str) -> None:
    content = ("x" + unit * 300_000 + "y").encode()
    started = time.process_time()
    line_counts([Document("t", "page", "text/plain", content, sha256(content))])
    assert time.process_time() - started < 2
