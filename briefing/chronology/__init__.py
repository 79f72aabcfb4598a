"""Stage 4: every date in an article, resolved against its publication.

tag       a text and its day of publication -> TimeExpr*
mentions  an article -> TimeExpr*, with what belongs in a timeline or among what is coming
stamps    a page -> when it was published and updated
"""

from dataclasses import replace
from datetime import date

from briefing.chronology.entries import flagged
from briefing.chronology.foreign import rules_everywhere
from briefing.chronology.tagger import ENGLISH_RULES, tag
from briefing.chronology.zones import iana
from briefing.types import Article, TimeExpr

__all__ = ["mentions", "reference_day", "source_of", "tag"]

UNSURE = 0.6  # times the confidence, where the printed day and the dateline's day disagree


def mentions(article: Article) -> tuple[TimeExpr, ...]:
    """Return the temporal expressions of an article's sentences, in order.

    Offsets are in `article.text`. An undated article gives only explicit dates.
    """
    day = reference_day(article)
    found = _tagged(article, day)
    printed = article.published.day if article.published else None
    if printed is not None and printed != day:
        found = _agreeing(found, _tagged(article, printed))
    spans = [(sentence.start, sentence.end) for sentence in article.sentences]
    return tuple(
        one
        if article.sentences[one.sentence].bar
        else flagged(one, article.text, spans[one.sentence], day, article.language)
        for one in found
    )


def source_of(rule: str) -> str:
    """Return where the meaning of a rule is laid down, by the rule's name."""
    for one in (*ENGLISH_RULES, *rules_everywhere()):
        if one.name == rule:
            return one.source
    return ""


def reference_day(article: Article) -> date | None:
    """Return the day that the article's "today" is: in its dateline's zone, else as printed."""
    stamp = article.published
    if stamp is None:
        return None
    zone = iana(article.dateline.value) if article.dateline else None
    if stamp.instant is None or zone is None or not stamp.has_clock:
        return stamp.day
    return stamp.instant.astimezone(zone).date()


def _tagged(article: Article, day: date | None) -> tuple[TimeExpr, ...]:
    stamp = article.published
    found = tag(
        article.text,
        day,
        sentences=[(sentence.start, sentence.end) for sentence in article.sentences],
        language=article.language,
        day_first=stamp is not None and stamp.order_reason.startswith("day first"),
    )
    return tuple(replace(one, sentence=article.sentences[one.sentence].index) for one in found)


def _agreeing(found: tuple[TimeExpr, ...], others: tuple[TimeExpr, ...]) -> tuple[TimeExpr, ...]:
    """Lower the confidence where the other reading of "today" gives another day."""
    other = {(one.start, one.end): one for one in others}
    return tuple(_less_sure(one, other.get((one.start, one.end))) for one in found)


def _less_sure(one: TimeExpr, other: TimeExpr | None) -> TimeExpr:
    if other is not None and (one.lo, one.hi) == (other.lo, other.hi):
        return one
    readings = set(one.alternatives)
    if other is not None and other.lo and other.hi:
        readings.add((other.lo, other.hi))
    return replace(
        one,
        confidence=round(one.confidence * UNSURE, 2),
        alternatives=tuple(sorted(readings)),
    )
