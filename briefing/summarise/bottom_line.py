"""Choose the sentences that stand for many articles: what the others support.

    score = minmax over all of  x_i . (sum of the unit centroids of the OTHER articles)
          + 0.5 * (1 - i/n of its article)

A sentence gains only from articles it does not stand in. The rules are those for one article,
with (b) across articles, and each pick comes from another article while there are others.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.language import content_words
from briefing.summarise.rank import Rated, Vector, rate, spread_out, total, unit
from briefing.summarise.select import AGAIN, Chooser
from briefing.types import Article, Pick

POSITION = 0.5
READ = 40  # sentences of each article: the rest never wins, and time stays near-linear


@dataclass(frozen=True, slots=True)
class _Candidate:
    article: int
    sentence: int
    score: float
    parts: tuple[tuple[str, float], ...]
    content: frozenset[str]


def bottom_line(
    articles: Sequence[Article], *, max_sentences: int = 4
) -> tuple[tuple[str, Pick], ...]:
    """Return at most `max_sentences` (article id, pick), the best supported first.

    Of a single article it is its summary. Nothing is returned that leans on a sentence not shown.
    """
    if not articles or max_sentences < 1:
        return ()
    texts = [_texts(article) for article in articles]
    counts = [
        [Counter(content_words(text, article.language)) for text in block]
        for article, block in zip(articles, texts, strict=True)
    ]
    if sum(map(bool, texts)) < 2:
        return _alone(articles, texts, max_sentences)
    ranked = _ranked(counts)
    choosers = [
        Chooser(block, _unrated(len(block)), language=article.language, barred=_barred(article))
        for article, block in zip(articles, texts, strict=True)
    ]
    chosen = _choose(ranked, choosers, max_sentences)
    return tuple((articles[c.article].id, Pick(c.sentence, c.score, c.parts)) for c in chosen)


def _texts(article: Article) -> list[str]:
    return [article.quote(i) for i in range(min(READ, len(article.sentences)))]


def _barred(article: Article) -> frozenset[int]:
    return frozenset(sentence.index for sentence in article.sentences if sentence.bar)


def _unrated(n: int) -> tuple[Rated, ...]:
    return (Rated(0.0, (), frozenset()),) * n


def _alone(
    articles: Sequence[Article], texts: Sequence[list[str]], limit: int
) -> tuple[tuple[str, Pick], ...]:
    for article, block in zip(articles, texts, strict=True):
        if block:
            title = article.title.value if article.title else ""
            rated = rate(block, title=title, language=article.language)
            chooser = Chooser(
                block, rated, language=article.language, barred=_barred(article), title=title
            )
            chosen = chooser.choose(limit)
            return tuple((article.id, Pick(i, rated[i].score, rated[i].parts)) for i in chosen)
    return ()


def _ranked(counts: Sequence[Sequence[Counter[str]]]) -> list[_Candidate]:
    """Return every sentence, the best first."""
    vectors = _vectors(counts)
    centroids = [unit(total(block)) for block in vectors]
    all_of_them = total(centroids)
    raw = [
        math.fsum(v * (all_of_them[w] - own.get(w, 0.0)) for w, v in x.items())
        for block, own in zip(vectors, centroids, strict=True)
        for x in block
    ]
    support = iter(spread_out(raw))
    candidates = [
        _candidate(a, i, len(block), next(support), frozenset(count))
        for a, block in enumerate(counts)
        for i, count in enumerate(block)
    ]
    return sorted(candidates, key=lambda c: (-c.score, c.article, c.sentence))


def _candidate(a: int, i: int, n: int, support: float, content: frozenset[str]) -> _Candidate:
    parts = (
        ("supported by others", round(support, 9)),
        ("position", round(POSITION * (1 - i / n), 9)),
    )
    return _Candidate(a, i, round(math.fsum(v for _, v in parts), 9), parts, content)


def _vectors(counts: Sequence[Sequence[Counter[str]]]) -> list[list[Vector]]:
    n = sum(map(len, counts))
    df = Counter(word for block in counts for count in block for word in count)
    idf = {word: math.log(1 + n / df[word]) for word in df}
    return [
        [unit({w: (1 + math.log(c)) * idf[w] for w, c in count.items()}) for count in block]
        for block in counts
    ]


def _choose(
    ranked: Sequence[_Candidate], choosers: Sequence[Chooser], limit: int
) -> list[_Candidate]:
    """Take the best of an unused article first; the same article again only when all are used."""
    chosen: list[_Candidate] = []
    for fresh in (True, False):
        for candidate in ranked:
            if len(chosen) == limit:
                return chosen
            if candidate in chosen or (
                fresh and any(c.article == candidate.article for c in chosen)
            ):
                continue
            if _fits(candidate, choosers[candidate.article], chosen):
                chosen.append(candidate)
    return chosen


def _fits(candidate: _Candidate, chooser: Chooser, chosen: Sequence[_Candidate]) -> bool:
    i = candidate.sentence
    if not chooser.is_prose(i) or chooser.leans(i) or chooser.stranger(i, ()):
        return False
    return not any(
        len(candidate.content & c.content)
        >= AGAIN * max(1, min(len(candidate.content), len(c.content)))
        for c in chosen
    )
