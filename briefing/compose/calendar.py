"""Dates worth a place of their own: what happened when, and what is coming, in quoted sentences.

An expression is printed with the sentence it stands in; the program never says that an event
happened on a date, only that the sentence names it (see the SemEval-2015 figures in the reference).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.brief import DateMention, OtherDate
from briefing.compose.agreement import Said, said, says_the_same, stands_alone
from briefing.compose.records import quotation
from briefing.compose.register import Register
from briefing.types import Article, TimeExpr

MAX_EVENTS = 8  # what the timeline holds legibly across an A4 page
MAX_AHEAD = 40  # pages, not a page: a calendar is looked up, not read
SHARED = 4  # content words of two sentences that name one date: the same event


@dataclass(frozen=True, slots=True)
class _Mention:
    article: Article
    number: int
    expression: TimeExpr
    lo: date
    hi: date
    said: Said


Group = tuple[_Mention, ...]  # mentions of one event on one date


def timeline(
    register: Register, times: Mapping[str, tuple[TimeExpr, ...]], most: int = MAX_EVENTS
) -> tuple[DateMention, ...]:
    """Return the dated events, in order of date; the most mentioned ones where there are too many.

    An event weighs the articles that date it, a late mention more than a same-day one, and half as
    much again where it stands in the opening (weights: notes on Timeline17, Date-F1 .567).
    """
    groups = _grouped(
        m for m in _mentions(register, times) if m.expression.on_timeline and not m.expression.ahead
    )
    heaviest = sorted(groups, key=lambda g: (-_weight(g), g[0].lo, g[0].hi, g[0].number))
    chosen = sorted(heaviest[:most], key=lambda g: (g[0].lo, g[0].hi, g[0].number))
    return tuple(date_mention(group) for group in chosen)


def upcoming(
    register: Register, times: Mapping[str, tuple[TimeExpr, ...]], today: date
) -> tuple[Group, ...]:
    """Return what is coming from `today` on, one group an event on a date."""
    coming = (m for m in _mentions(register, times) if m.expression.ahead and m.lo >= today)
    return tuple(map(tuple, _grouped(coming)))


def ahead(groups: Sequence[Group], most: int = MAX_AHEAD) -> tuple[tuple[DateMention, ...], int]:
    """Return upcoming events in order of date.

    Where there is too much, what most sources tell; the number says how many dates are left out.
    """
    told = sorted(groups, key=lambda g: (-len(g), g[0].lo, g[0].hi, g[0].number))
    chosen = sorted(told[:most], key=lambda g: (g[0].lo, g[0].hi, g[0].number))
    beside = [_without_date(_best(group)) for group in chosen]
    mentions = tuple(
        replace(date_mention(group), conflicts=_conflicts(i, chosen, beside))
        for i, group in enumerate(chosen)
    )
    return mentions, len(told) - len(chosen)


def _without_date(mention: _Mention) -> Said:
    """Return what a sentence says beside its date."""
    article, expression = mention.article, mention.expression
    sentence = article.sentences[expression.sentence]
    before = article.text[sentence.start : expression.start]
    return said(f"{before} {article.text[expression.end : sentence.end]}", article.language)


def _conflicts(
    i: int, groups: Sequence[Sequence[_Mention]], beside: Sequence[Said]
) -> tuple[OtherDate, ...]:
    """Return the dates that other sources give for what is else told in the same words."""
    numbers = {mention.number for mention in groups[i]}
    best = _best(groups[i])
    found: list[OtherDate] = []
    for k, group in enumerate(groups):
        other = _best(group)
        apart = other.lo > best.hi or other.hi < best.lo
        if not apart or numbers & {mention.number for mention in group}:
            continue
        if says_the_same(beside[i], beside[k]):
            mark = f"{other.number}:{other.expression.sentence + 1}"
            precision = other.expression.granularity or "day"
            days = (other.lo.isoformat(), other.hi.isoformat())
            found.append(OtherDate(*days, precision, mark))
    return tuple(found)


def _mentions(register: Register, times: Mapping[str, tuple[TimeExpr, ...]]) -> Sequence[_Mention]:
    found: list[_Mention] = []
    for entry, article in zip(register.entries, register.articles, strict=True):
        if entry.fate != "used" or article is None:
            continue
        for expression in times.get(article.id, ()):
            sentence = article.sentences[expression.sentence]
            text = article.quote(sentence.index)
            if expression.lo is None or expression.hi is None or sentence.bar:
                continue
            if not stands_alone(text, article.language):
                continue
            words = said(text, article.language)
            found.append(
                _Mention(article, entry.number, expression, expression.lo, expression.hi, words)
            )
    return found


def _grouped(mentions: Iterable[_Mention]) -> list[list[_Mention]]:
    """Return mentions of one date that share a sentence or say the same, best told first."""
    by_date: dict[tuple[date, date], list[list[_Mention]]] = {}
    for mention in mentions:
        groups = by_date.setdefault((mention.lo, mention.hi), [])
        for group in groups:
            if any(_same_event(mention, other) for other in group):
                group.append(mention)
                break
        else:
            groups.append([mention])
    return [group for groups in by_date.values() for group in groups]


def _same_event(a: _Mention, b: _Mention) -> bool:
    if a.number == b.number and a.expression.sentence == b.expression.sentence:
        return True
    return says_the_same(a.said, b.said) or len(a.said.words & b.said.words) >= SHARED


def _weight(group: Sequence[_Mention]) -> float:
    total = 0.0
    for number in sorted({m.number for m in group}):
        mention = next(m for m in group if m.number == number)
        published = mention.article.published
        lag = abs((published.day - mention.lo).days) if published else 0
        weight = 1.0 if lag <= 1 else 1.5 if lag <= 7 else 2.0
        total += weight * (1.3 if mention.expression.sentence < 5 else 1.0)
    return round(total, 6)


def _best(group: Sequence[_Mention]) -> _Mention:
    """Return the mention to quote: that it is cancelled, else the highest in its article."""
    return min(
        group, key=lambda m: (m.expression.ahead != "cancelled", m.expression.sentence, m.number)
    )


def date_mention(group: Sequence[_Mention]) -> DateMention:
    """Return what is told of one event on one date."""
    best = _best(group)
    expression = best.expression
    quoted = quotation(best.number, best.article, expression.sentence)
    also = sorted(
        {(m.number, m.expression.sentence + 1) for m in group} - {(best.number, quoted.sentence)}
    )
    return DateMention(
        lo=best.lo.isoformat(),
        hi=best.hi.isoformat(),
        precision=expression.granularity or "day",
        words=expression.text,
        start=expression.start,
        end=expression.end,
        quotation=quoted,
        mod=expression.mod or "",
        status=expression.ahead,
        also=tuple(f"{number}:{sentence}" for number, sentence in also),
    )
