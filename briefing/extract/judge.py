"""Which lines of a web page are the article: three opinions and where a line stands, weighed.

The line model of plain text reads the words; trafilatura reads the tree; the rest is what elements
say of themselves. The weights stand in `html_weights.json`, made by `python -m
benchmarks.train_html`; each line's score is their sum.
"""

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np

from briefing.extract import elements, model
from briefing.extract.features import Page
from briefing.extract.markup import Markup, Row
from briefing.extract.observed import Numbers
from briefing.extract.regions import span
from briefing.extract.repetition import Repetition

MOST_MARKUP = 1_500_000  # characters of markup that trafilatura is asked about
_REPEATED = 3.0  # what a line loses that other documents hold too
_LEAST = -0.5  # a line inside the run stays above this score, as in plain text
_FEW_WORDS = 25.0
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_RUN = 3  # words that are compared at a time

_SCORES = (-4.0, -2.5, -1.5, -0.75, 0.0, 0.75, 1.5, 2.5, 4.0)
_FEW_SCORES = (-2.5, -0.75, 0.75, 2.5)
_BESIDE = (-1.5, 0.0, 1.5)
_HELD = (0.01, 0.5, 0.99)
_LINKED = (0.01, 0.3, 0.7, 0.99)
_LENGTH = (4, 10, 25, 60)
_BOX_HELD = (0.01, 0.3, 0.6, 0.9, 0.999)
_BOX_SHARE = (0.001, 0.05, 0.3, 0.7, 0.95)
_PAGE_SHARE = (0.02, 0.1, 0.3, 0.6, 0.9)
_NEAR = 10
_ZONES = tuple(
    (name.lower(), getattr(elements, name))
    for name in (
        "ARTICLE", "NAV", "ASIDE", "HEADER", "FOOTER", "FIGURE", "FORM", "LIST", "TABLE", "QUOTE",
        "COMMENTS", "RELATED", "SHARE", "ADVERT", "CAPTION", "BYLINE", "BODY", "LEAD",
    )
)  # fmt: skip


def choose(
    markup: Markup, rows: Sequence[Row], page: Page, repetition: Repetition | None, digest: str
) -> list[bool]:
    """Return for each line whether it is taken for the body."""
    scores = judge(markup, rows, page)
    kept = run(scores, page)
    if repetition is not None and repetition.holders:
        seen = repetition.seen([line.text for line in page.lines], kept, digest)
        kept = run(scores - _REPEATED * np.array(seen, dtype=float), page)
    words = sum(size for size, chosen in zip(page.facts.tokens, kept, strict=True) if chosen)
    if words < min(_FEW_WORDS, float(page.facts.tokens.max())):
        kept = run(model.by_hand(page.lines, page), page)
    return kept


def run(scores: Numbers, page: Page) -> list[bool]:
    """Return the lines that score well within the run that scores best."""
    figures = np.array([_LETTER.search(line.text) is None for line in page.lines])
    # Rows of figures may lie within an article; they make none.
    begin, end = span(np.where(figures, np.minimum(scores, _LEAST), scores), page.facts.tokens)
    return [begin <= i < end and score > _LEAST for i, score in enumerate(scores.tolist())]


def judge(markup: Markup, rows: Sequence[Row], page: Page) -> Numbers:
    """Return the log odds that each line belongs to the body; `rows` are where the lines stood."""
    return np.array([bias() + sum(w for _, w in terms) for terms in weighed(markup, rows, page)])


def weighed(markup: Markup, rows: Sequence[Row], page: Page) -> Iterator[list[tuple[str, float]]]:
    """Yield for each line the names and weights of what speaks for or against it."""
    _, weights = _shipped()
    for names in signs(rows, page, model.judge(page), held(second_opinion(markup), page)):
        yield [(name, weights.get(name, 0.0)) for name in names]


def bias() -> float:
    """Return the score of a line of which nothing is known."""
    return _shipped()[0]


@cache
def _shipped() -> tuple[float, Mapping[str, float]]:
    raw = json.loads(files(__package__).joinpath("html_weights.json").read_text("utf-8"))
    return float(raw["bias"]), MappingProxyType({k: float(v) for k, v in raw["weights"].items()})


def second_opinion(markup: Markup) -> str:
    """Return what trafilatura takes for the article; "" where the page would cost too much."""
    if markup.deep or len(markup.plain) > MOST_MARKUP or not markup.plain.strip():
        return ""
    import trafilatura

    return trafilatura.extract(markup.plain, fast=True, include_comments=False) or ""


def held(opinion: str, page: Page) -> list[float]:
    """Return for each line how much of it stands in `opinion`, from 0 to 1."""
    runs: set[tuple[str, ...]] = set()
    whole: set[tuple[str, ...]] = set()
    for paragraph in opinion.lower().split("\n"):
        words = _WORD.findall(paragraph)
        runs.update(zip(*(words[i:] for i in range(_RUN)), strict=False))
        whole.add(tuple(words))
    out = []
    for line in page.lines:
        words = _WORD.findall(line.text.lower())
        if len(words) < _RUN:
            out.append(float(bool(words) and tuple(words) in whole))
            continue
        own = list(zip(*(words[i:] for i in range(_RUN)), strict=False))
        out.append(sum(run in runs for run in own) / len(own))
    return out


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is known of all lines before one of them is looked at."""

    rows: Sequence[Row]
    tokens: Sequence[float]
    scores: Sequence[float]
    shares: Sequence[float]
    kept: Sequence[bool]
    boxes: Mapping[int, tuple[float, float, float]]  # words, words kept, words that score well
    total: tuple[float, float, float]


def signs(
    rows: Sequence[Row], page: Page, scores: Numbers, shares: Sequence[float]
) -> Iterator[list[str]]:
    """Yield for each line the names of what speaks for or against it."""
    tokens, points = page.facts.tokens.tolist(), scores.tolist()
    kept = [share >= 0.5 for share in shares]
    boxes: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for row, size, score, chosen in zip(rows, tokens, points, kept, strict=True):
        box = boxes[row.box]
        box[0] += size
        box[1] += size * chosen
        box[2] += size * (score > 0)
    sums = [sum(box[k] for box in boxes.values()) or 1.0 for k in range(3)]
    fixed = {number: (box[0], box[1], box[2]) for number, box in boxes.items()}
    seen = _Seen(rows, tokens, points, shares, kept, fixed, (sums[0], sums[1], sums[2]))
    last = _last_kept(kept)
    following = [n - 1 - at for n, at in ((len(kept), at) for at in _last_kept(kept[::-1]))][::-1]
    for i in range(len(rows)):
        near = i - last[i] <= _NEAR if last[i] >= 0 else False
        ahead = following[i] - i <= _NEAR if following[i] < len(rows) else False
        yield [*_own(i, seen), *_placed(i, seen), *_beside(i, seen, near=near, ahead=ahead)]


def _last_kept(kept: Sequence[bool]) -> list[int]:
    """Return for each line the nearest kept line before it, -1 where there is none."""
    out, last = [], -1
    for i, chosen in enumerate(kept):
        out.append(last)
        last = i if chosen else last
    return out


def _own(i: int, seen: _Seen) -> Iterator[str]:
    row, score, share = seen.rows[i], seen.scores[i], seen.shares[i]
    chosen = int(seen.kept[i])
    held_code = bisect_right(_HELD, share)
    yield f"score {bisect_right(_SCORES, score)}"
    yield f"held {held_code}"
    yield f"held {held_code}, score {bisect_right(_FEW_SCORES, score)}"
    yield f"<{row.tag}>"
    yield f"<{row.tag}>, {chosen}"
    for name, bit in _ZONES:
        if row.zones & bit:
            yield name
            yield f"{name}, {chosen}"
    linked = bisect_right(_LINKED, row.linked / max(1, row.end - row.start))
    length = bisect_right(_LENGTH, seen.tokens[i])
    yield f"linked {linked}, length {length}"
    yield f"linked {linked}, length {length}, {chosen}"


def _placed(i: int, seen: _Seen) -> Iterator[str]:
    """Say how much of its box, and of the page, the opinions took."""
    chosen = int(seen.kept[i])
    words, taken, good = seen.boxes[seen.rows[i].box]
    total, all_taken, all_good = seen.total
    of_taken, of_good = taken / all_taken, good / all_good
    share = bisect_right(_BOX_SHARE, of_taken)
    yield f"box held {bisect_right(_BOX_HELD, taken / max(1.0, words))}, {chosen}"
    yield f"box of body {share}, {chosen}"
    yield f"box of good {bisect_right(_BOX_SHARE, of_good)}, {chosen}"
    yield f"box of body {share}, of good {bisect_right(_BOX_SHARE, of_good)}"
    yield f"page held {bisect_right(_PAGE_SHARE, all_taken / total)}, {chosen}"


def _beside(i: int, seen: _Seen, *, near: bool, ahead: bool) -> Iterator[str]:
    size = len(seen.rows)
    for step in (-2, -1, 1, 2):
        j = i + step
        if 0 <= j < size:
            code = bisect_right(_BESIDE, seen.scores[j])
            yield f"beside {step}: {seen.kept[j]:d}{code}"
        else:
            yield f"beside {step}: edge"
    yield f"amid {near:d}{ahead:d}{seen.kept[i]:d}"
    same = [j for j in (i - 1, i + 1) if 0 <= j < size and seen.rows[j].box == seen.rows[i].box]
    yield f"same box {len(same)}, held {sum(seen.kept[j] for j in same)}"
