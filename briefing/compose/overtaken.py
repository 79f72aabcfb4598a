"""Sentences that a story has left behind: moved, called off, contradicted, or long since over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from briefing.compose.agreement import Said, contradicts, said
from briefing.compose.rolling import SHARE, SHARED, SURE, calls_off, enough, puts_off
from briefing.types import Article, TimeExpr

READ = 40  # sentences of an article: what overturns another is told early
STALE = timedelta(days=7)  # before the last article: "talks will cover" has come to pass, or not
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|to be|(?:is|are) to|due|expected|scheduled|plan\w*|upcoming|wird"
    r"|werden|soll\w*)\b|['’]ll\b",
    re.IGNORECASE,
)


def foretells(text: str) -> bool:
    """Return whether a sentence tells of what is coming."""
    return _AHEAD.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Newer:
    when: datetime
    said: Said
    article: Article
    sentence: int
    off: bool  # it moves something, or calls it off


class Overtaken:
    """What the newer articles of a story make of its older sentences."""

    def __init__(
        self, story: Sequence[Article], times: Mapping[str, tuple[TimeExpr, ...]], last: date | None
    ) -> None:
        self._times = times
        self._last = last  # day of the newest article of the brief
        self._newer = tuple(_sentences(story))

    def left_behind(self, article: Article, sentence: int) -> bool:
        """Return whether the sentence no longer holds, by what came after it."""
        if article.published is None:
            return False
        told = said(article.quote(sentence), article.language)
        days = self._coming(article, sentence)
        stale = self._last is not None and self._last - article.published.day > STALE
        if stale and not days and foretells(told.text):
            return True
        when = article.published.middle
        later = [one for one in self._newer if one.when > when]
        return any(
            contradicts(told, one.said) or (days and self._moves(one, told, days)) for one in later
        )

    def _coming(self, article: Article, sentence: int) -> frozenset[tuple[date, date]]:
        """Return the days that the sentence tells as coming."""
        return frozenset(
            (one.lo, one.hi)
            for one in self._times.get(article.id, ())
            if one.sentence == sentence and one.ahead and one.lo and one.hi
        )

    def _moves(self, one: _Newer, told: Said, days: frozenset[tuple[date, date]]) -> bool:
        """Return whether a newer sentence moves or cancels what the older one dates."""
        shared, words = len(told.words & one.said.words), len(told.words)
        if one.off:
            return enough(shared, words, SHARE)
        others = self._coming(one.article, one.sentence)
        least = SURE * max(words, len(one.said.words))
        return bool(others) and not others & days and shared > SHARED and shared >= least


def _sentences(story: Sequence[Article]) -> Iterator[_Newer]:
    for article in story:
        if article.published is None:
            continue
        for sentence in article.sentences[:READ]:
            text = article.quote(sentence.index)
            if not sentence.bar:
                told, off = said(text, article.language), puts_off(text) or calls_off(text)
                yield _Newer(article.published.middle, told, article, sentence.index, off)
