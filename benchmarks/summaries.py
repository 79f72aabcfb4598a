"""ROUGE, defects and CPU time of every summariser, three sentences an article.

`news_vs_METHOD.METRIC.p` is the share of paired bootstrap resamples in which `news` is not above
METHOD; `news_vs_METHOD.p` is the largest of the three.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.articles import article
from benchmarks.defects import KINDS, defects
from benchmarks.result import Result, rows
from benchmarks.rouge import METRICS, Reference
from briefing.language import sentences, stemmer, stop_words, words
from briefing.summarise import METHODS, bottom_line, summarise
from briefing.types import Article, Pick, Sentence

FILES = ("summaries_cnndm", "summaries_dailymail")
EVENTS = "stories_giveme5w1h"
LIMIT = 3
LENGTHS = (30, 200, 1000, 2000)  # sentences of the articles made to measure time
_LEXRANK_UP_TO = 1000
_RESAMPLES = 10_000

# "(CNN)", "LONDON, England (CNN) -- ": the dateline that extraction sets aside.
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Za-z.,' ]{1,40}\s?)?\((?:CNN|CNN Student News|[A-Z][A-Za-z .']{1,30})\)"
    r"\s?(?:--|—)?\s*"
)
# "By. Jane Doe. PUBLISHED:. 14:11 EST, 25 October 2013. |. UPDATED:. 15:36 EST, 25 October 2013."
_STAMPS = re.compile(
    r"By\s?\.\s.{0,200}?(?:(?:UPDATED|PUBLISHED)\s?:\s?\.?\s.{0,60}?\d{4}\s?\.\s?(?:\|\s?\.\s?)?)+"
)
_BYLINE = re.compile(r"By\.? [A-Z][A-Za-z .]{3,40}?\. ")


@dataclass(frozen=True, slots=True)
class Item:
    """An article as the stages before would hand it over, its sentences, and its reference."""

    article: Article
    texts: tuple[str, ...]
    reference: Reference


def run(data: Path) -> Iterator[Result]:
    """Yield every figure of every summaries file; the time by length; defects of bottom lines."""
    longest: list[str] = []
    for name in FILES:
        items = [item(row["article"], row["reference"]) for row in rows(data, name)]
        items = [found for found in items if len(found.texts) > LIMIT]
        if items:
            yield from _measure(name, items)
            longest += [text for found in items for text in found.texts]
    if longest:
        yield from _times(longest)
    yield from _bottom_lines(data)


def item(text: str, reference: list[str]) -> Item:
    """Return a row's article without dateline and byline."""
    for pattern in (_STAMPS, _BYLINE, _DATELINE):
        match = pattern.match(text)
        text = text[match.end() :] if match else text
    made = _with_sentences(article("", text.strip()))
    texts = tuple(made.quote(i) for i in range(len(made.sentences)))
    return Item(made, texts, Reference(reference))


def _with_sentences(made: Article) -> Article:
    spans = ((p, a + s, a + e) for p, (a, b) in enumerate(made.paragraphs)
             for s, e in sentences(made.text[a:b]))  # fmt: skip
    return replace(made, sentences=tuple(Sentence(i, s, e, p) for i, (p, s, e) in enumerate(spans)))


def _measure(data: str, items: Sequence[Item]) -> Iterator[Result]:
    scores: dict[str, np.ndarray] = {}
    for name, choose in _methods().items():
        started = time.process_time()
        picks = [choose(one.article) for one in items]
        cpu_ms = (time.process_time() - started) / len(items) * 1000
        scores[name] = np.array([
            one.reference.score([one.texts[i] for i in chosen])
            for one, chosen in zip(items, picks, strict=True)
        ])  # fmt: skip
        for metric, value in zip(METRICS, scores[name].mean(0), strict=True):
            yield Result(data, f"{name}.{metric}", 100 * float(value), len(items))
        yield from _jarring(data, name, items, picks)
        yield Result(data, f"{name}.cpu_ms", cpu_ms, len(items))
    for name in scores:
        if name != "news":
            yield from _compare(data, scores["news"], scores[name], f"news_vs_{name}")
    yield from _compare(data, scores["news+spread"], scores["lead"], "news+spread_vs_lead")


def _methods() -> dict[str, Callable[[Article], list[int]]]:
    def lead(made: Article) -> list[int]:
        return list(range(min(LIMIT, len(made.sentences))))

    def by(method: str, made: Article, *, spread: bool = False) -> list[int]:
        summary = summarise(made, method=method, max_sentences=LIMIT, spread=spread)
        return [pick.sentence for pick in summary.picks]

    ours = {"news": partial(by, "news"), "news+spread": partial(by, "news", spread=True)}
    return {**ours, "lead": lead, **{name: partial(by, name) for name in METHODS if name != "news"}}


def _jarring(
    data: str, name: str, items: Sequence[Item], picks: Sequence[Sequence[int]]
) -> Iterator[Result]:
    found = [defects(one.texts, chosen) for one, chosen in zip(items, picks, strict=True)]
    n = len(items)
    yield Result(data, f"{name}.defects_per_100", 100 * sum(any(d.values()) for d in found) / n, n)
    for kind in KINDS:
        share = 100 * sum(d[kind] > 0 for d in found) / n
        yield Result(data, f"{name}.defects_per_100.{kind}", share, n)


def _compare(data: str, ours: np.ndarray, theirs: np.ndarray, name: str) -> Iterator[Result]:
    n = len(ours)
    drawn = np.random.default_rng(7).integers(0, n, (_RESAMPLES, n))
    worst = 0.0
    for k, metric in enumerate(METRICS):
        difference = ours[:, k] - theirs[:, k]
        p = float((difference[drawn].mean(1) <= 0).mean())
        worst = max(worst, p)
        yield Result(data, f"{name}.{metric}.p", p, n)
    yield Result(data, f"{name}.p", worst, n)


def _times(texts: Sequence[str]) -> Iterator[Result]:
    """CPU time of `news` by number of sentences, as a share of sumy's LexRank, and its growth."""
    taken: dict[int, float] = {}
    for length in LENGTHS:
        made = _with_sentences(article("", "\n".join(texts[:length])))
        made = replace(made, sentences=made.sentences[:length])
        ours = _fastest(lambda made=made: summarise(made, spread=False), 9)  # type: ignore[misc]
        taken[length] = ours
        yield Result("summaries", f"news.cpu_ms.{length}", 1000 * ours, length)
        if length <= _LEXRANK_UP_TO:
            theirs = _fastest(lambda made=made: _lexrank(made), 3 if length < 500 else 1)  # type: ignore[misc]
            yield Result("summaries", f"news_vs_lexrank.cpu_ratio.{length}", ours / theirs, length)

    longer, long = max(taken), sorted(taken)[-2]
    yield Result("summaries", f"news.growth.{longer}_{long}", taken[longer] / taken[long], longer)


def _bottom_lines(data: Path) -> Iterator[Result]:
    """What jars in the bottom line of each event that several articles tell."""
    events: dict[str, list[Article]] = {}
    for row in rows(data, EVENTS):
        made = _with_sentences(article(row.get("title") or "", row["text"], key=row["url"]))
        events.setdefault(row["story"], []).append(made)
    told = [bottom_line(event) for event in events.values() if len(event) > 1]
    if not told:
        return
    by_id = {made.id: made for event in events.values() for made in event}
    found = [_defects_of(line, by_id) for line in told]
    n = len(told)
    yield Result(EVENTS, "bottom_line.sentences", sum(map(len, told)) / n, n)
    yield Result(EVENTS, "bottom_line.defects_per_100", 100 * sum(map(any, found)) / n, n)


def _defects_of(line: Sequence[tuple[str, Pick]], by_id: dict[str, Article]) -> list[int]:
    """Count for each pick what jars; the sentence before counts as shown in the same article."""
    picked: dict[str, list[int]] = {}
    for name, pick in line:
        picked.setdefault(name, []).append(pick.sentence)
    return [
        sum(defects([made.quote(i) for i in range(len(made.sentences))], sorted(chosen)).values())
        for made, chosen in ((by_id[name], chosen) for name, chosen in picked.items())
    ]


def _fastest(call: Callable[[], object], times: int) -> float:
    call()
    taken = []
    for _ in range(times):
        started = time.process_time()
        call()
        taken.append(time.process_time() - started)
    return min(taken)


class _Tokens:
    def to_words(self, sentence: str) -> tuple[str, ...]:
        return words(sentence)


def _lexrank(made: Article) -> object:
    """Run sumy's LexRank as its users do, on the same sentences, stems and stop words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    found = [SumySentence(made.quote(i), _Tokens()) for i in range(len(made.sentences))]
    summarizer = LexRankSummarizer(stemmer("en"))
    summarizer.stop_words = stop_words("en")
    return summarizer(ObjectDocumentModel([Paragraph(found)]), LIMIT)
