"""The eight algorithms of sumy on our values: offsets and scores kept, results reproducible.

sumy asks only for sentences and words, so it never sees its own tokenizer (which needs data from
the network). It throws its scores away at the last step, `_get_best_sentences`; that step is ours
here: scores are rounded, so that the noise of float sums over sets decides nothing, and ties go
to the earlier sentence.
"""

import importlib
import warnings
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Any

from briefing.errors import SummariseError
from briefing.language import content_words, count_words, stemmer, stop_words, words
from briefing.types import Article, Pick, Summary

Summariser = Callable[..., Summary]

_CLASSES: Mapping[str, tuple[str, str, int]] = MappingProxyType(
    {  # module, class, sentences read: above it, each takes more than about a second
        "lexrank": ("lex_rank", "LexRankSummarizer", 400),
        "textrank": ("text_rank", "TextRankSummarizer", 500),
        "luhn": ("luhn", "LuhnSummarizer", 1000),
        "lsa": ("lsa", "LsaSummarizer", 400),
        "kl": ("kl", "KLSummarizer", 100),
        "sumbasic": ("sum_basic", "SumBasicSummarizer", 1000),
        "reduction": ("reduction", "ReductionSummarizer", 400),
        "edmundson": ("edmundson", "EdmundsonSummarizer", 2000),
    }
)
NAMES = tuple(_CLASSES)
_MOST_WORDS = 8000  # of an article: reduction compares each with each
_LONGEST = 200  # words of a sentence
_BONUS = 10  # most frequent words stand for a missing title (Edmundson)
_STIGMA = ("photo", "click", "copyright", "subscribe", "newsletter")


@dataclass(frozen=True, slots=True)
class _Words:
    """What sumy calls a tokenizer."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return words(sentence)[:_LONGEST]


def method(name: str) -> Summariser:
    """Return sumy's algorithm `name` as a summariser."""
    return partial(_summarise, name)


def _summarise(
    name: str,
    article: Article,
    *,
    max_sentences: int,
    max_words: int | None = None,
    spread: bool = False,
) -> Summary:
    """Rank by sumy's algorithm; `spread` means nothing to it."""
    distinct = _distinct(article, _CLASSES[name][2] + 1)
    if not distinct or max_sentences < 1:
        return Summary(article.id, (), name, "" if distinct else "nothing that may be quoted")
    read = _affordable(article, distinct, _CLASSES[name][2])
    note = "" if len(read) == len(distinct) else f"only the first {len(read)} sentences were read"
    scores = _scores(name, article, read) if len(read) > 1 else [0.0]
    best = _within(
        article, read, sorted(range(len(read)), key=lambda n: (-scores[n], n)), max_words
    )
    picks = tuple(
        Pick(read[n], scores[n], ((name, scores[n]),)) for n in sorted(best[:max_sentences])
    )
    return Summary(
        article.id, picks, name, note if picks else f"no sentence fits into {max_words} words"
    )


def _within(
    article: Article, read: Sequence[int], ranked: Sequence[int], max_words: int | None
) -> list[int]:
    """Return of the ranked sentences those that fit into what the better ones leave."""
    if max_words is None:
        return list(ranked)
    left = max_words
    fitting = []
    for n in ranked:
        length = count_words(article.quote(read[n]), article.language)
        if length <= left:
            left -= length
            fitting.append(n)
    return fitting


def _distinct(article: Article, most: int) -> list[int]:
    """Return the sentences that may be quoted, equal ones once: sumy keys scores by text."""
    first: dict[str, int] = {}
    for sentence in article.sentences:
        if len(first) == most:
            break
        text = article.quote(sentence.index)
        if not sentence.bar and words(text):
            first.setdefault(text, sentence.index)
    return list(first.values())


def _affordable(article: Article, indices: Sequence[int], most: int) -> list[int]:
    left = _MOST_WORDS
    read: list[int] = []
    for i in indices[:most]:
        left -= min(_LONGEST, len(words(article.quote(i))))
        if left < 0 and read:
            break
        read.append(i)
    return read


def _scores(name: str, article: Article, read: Sequence[int]) -> list[float]:
    try:
        summarizer = _summarizer(name, article, read)
        ratings: list[float] = []
        summarizer._get_best_sentences = partial(_capture, ratings)
        with warnings.catch_warnings():
            # numpy's 0 / 0 and "fewer words than sentences": such scores count as 0
            warnings.simplefilter("ignore")
            summarizer(_document(article, read), len(read))
    except ImportError as error:
        raise SummariseError(article.id, f"{name} needs a package: {error}") from error
    except (ArithmeticError, AssertionError, LookupError, TypeError, ValueError) as error:
        raise SummariseError(article.id, f"{name} of sumy failed: {error}") from error
    if len(ratings) != len(read):  # a text of stop words only: sumy returns early
        return [0.0] * len(read)
    return ratings


def _capture(ratings: list[float], sentences: Any, _count: int, rating: Any, *args: Any) -> Any:
    for sentence in sentences:
        value = float(rating[sentence] if isinstance(rating, dict) else rating(sentence, *args))
        ratings.append(round(value, 9) if value == value else 0.0)  # NaN where sumy divided 0 by 0
    return sentences


def _summarizer(name: str, article: Article, read: Sequence[int]) -> Any:
    module, class_name, _ = _CLASSES[name]
    found = importlib.import_module(f"sumy.summarizers.{module}")
    summarizer = getattr(found, class_name)(stemmer(article.language))
    stop = stop_words(article.language)
    if name == "edmundson":
        summarizer.bonus_words = _bonus(article, read)
        summarizer.stigma_words = _STIGMA
        summarizer.null_words = stop or ("the",)
    else:
        summarizer.stop_words = stop
    if name == "lsa":
        summarizer._create_dictionary = partial(_ordered_rows, summarizer)
    return summarizer


def _ordered_rows(summarizer: Any, document: Any) -> dict[str, int]:
    """Give each stem its row in order of the alphabet; sumy takes the order of a set."""
    stop = summarizer.stop_words
    stems = {summarizer.stem_word(word) for word in document.words if word not in stop}
    return {stem: row for row, stem in enumerate(sorted(stems))}


def _bonus(article: Article, read: Sequence[int]) -> tuple[str, ...]:
    title = content_words(article.title.value, article.language) if article.title else ()
    if title:
        return title
    counts = Counter(w for i in read for w in content_words(article.quote(i), article.language))
    common = sorted(counts, key=lambda word: (-counts[word], word))[:_BONUS]
    return tuple(common) or ("the",)


def _document(article: Article, read: Sequence[int]) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    tokens = _Words()
    heading = [Sentence(article.headline, tokens, is_heading=True)] if article.title else []
    blocks = [
        [Sentence(article.quote(i), tokens) for i in block]
        for _, block in groupby(read, key=lambda i: article.sentences[i].paragraph)
    ]
    return ObjectDocumentModel([Paragraph(heading), *map(Paragraph, blocks)])
