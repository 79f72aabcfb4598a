"""Sentence boundaries against gold spans and the golden rules; pySBD and a regex beside ours.

A boundary is the end of a sentence; F1 is over all boundaries of a corpus.
"""

import importlib.util
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.result import Result, rows
from briefing.language import sentences
from briefing.types import Span

Splitter = Callable[[str], list[Span]]

_CUT = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'“(])|\n+")
_FASTEST_OF = 3


def run(data: Path) -> Iterator[Result]:
    """Yield F1 per corpus, golden rules right, and speed in characters a second."""
    documents = rows(data, "sentences_ud")
    golden = rows(data, "sentences_golden_rules")
    for name, split in _splitters().items():
        prefix = f"{name}." if name else ""
        if documents:
            yield from _boundaries(prefix, split, documents)
        if golden:
            right = sum(_right(split, row) for row in golden)
            yield Result("sentences_golden_rules", f"{prefix}golden.right", right, len(golden))


def _splitters() -> dict[str, Splitter]:
    found: dict[str, Splitter] = {"": lambda text: list(sentences(text)), "regex": _by_regex}
    if importlib.util.find_spec("pysbd"):
        found["pysbd"] = _pysbd()
    return found


def _boundaries(prefix: str, split: Splitter, documents: list[dict[str, Any]]) -> Iterator[Result]:
    for corpus in sorted({row["corpus"] for row in documents}):
        texts = [row for row in documents if row["corpus"] == corpus]
        yield Result("sentences_ud", f"{prefix}{corpus}.f1", _f1(split, texts), len(texts))
    characters = sum(len(row["text"]) for row in documents)
    rate = characters / _seconds(split, [row["text"] for row in documents])
    yield Result("sentences_ud", f"{prefix}characters_per_second", rate, len(documents))


def _f1(split: Splitter, documents: list[dict[str, Any]]) -> float:
    both = found = gold = 0
    for row in documents:
        ours = {end for _, end in split(row["text"])}
        theirs = {end for _, end in row["spans"]}
        both += len(ours & theirs)
        found += len(ours)
        gold += len(theirs)
    return 2 * both / (found + gold)


def _right(split: Splitter, row: dict[str, Any]) -> bool:
    return bool([row["text"][a:b] for a, b in split(row["text"])] == row["sentences"])


def _seconds(split: Splitter, texts: list[str]) -> float:
    times = []
    for _ in range(_FASTEST_OF):
        started = time.process_time()
        for text in texts:
            split(text)
        times.append(time.process_time() - started)
    return min(times)


def _by_regex(text: str) -> list[Span]:
    starts = [0, *(match.end() for match in _CUT.finditer(text))]
    ends = [*(match.start() for match in _CUT.finditer(text)), len(text)]
    return [_trim(text, a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


def _pysbd() -> Splitter:
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)

    def split(text: str) -> list[Span]:
        spans = ((span.start, span.end) for span in segmenter.segment(text))
        return [_trim(text, a, b) for a, b in spans if text[a:b].strip()]

    return split


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
