"""Hostile pages end as the corpus says they must: used, used in part, or refused with a reason."""

import importlib.util
import sys
import time
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from briefing.errors import ReadError
from briefing.evidence import replay, sha256
from briefing.extract import extract
from briefing.types import Document

CORPUS = Path(__file__).parents[3] / "shared/hostile/corpus.py"
SECONDS = 10

if not CORPUS.exists():
    pytest.skip("the hostile corpus is not here", allow_module_level=True)


@cache
def corpus() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hostile_corpus", CORPUS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    if not module.CASES:
        module._text_cases()
    return module


CASES: list[Any] = [case for case in corpus().CASES if case.kind == "txt"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_hostile_page_ends_as_it_must(case: Any) -> None:
    content: bytes = case.make(corpus().Ctx(scale=1.0))
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
