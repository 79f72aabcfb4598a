"""The hostile corpus, where the shared material stands beside the project."""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "shared/hostile/corpus.py"


@cache
def corpus() -> ModuleType:
    """Return the corpus as a module; the tests that ask for it are skipped where it is missing."""
    if not CORPUS.exists():
        pytest.skip("the hostile corpus is not here", allow_module_level=True)
    spec = importlib.util.spec_from_file_location("hostile_corpus", CORPUS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def cases(kind: str) -> list[Any]:
    """Return the cases of a kind: txt, html, feed, tree."""
    return [case for case in corpus().CASES if case.kind == kind]


def made(case: Any, scale: float = 1.0) -> bytes:
    """Return the bytes of a case."""
    content: bytes = case.make(corpus().Ctx(scale=scale))
    return content
