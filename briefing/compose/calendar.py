"""Dates worth a place of their own: what happened when, and what is coming, in quoted sentences.

An expression is printed with the sentence it stands in; the program never says that an event
happened on a date, only that the sentence names it (see the SemEval-2015 figures in the reference).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from heapq import heappop, heappush

from briefing.brief import DateMention, OtherDate, Quotation
from briefing.compose.agreement import Said, repeats, said, stands_alone
from briefing.compose.dated import Mention, News, mention_of
from briefing.compose.records import quotation
from briefing.compose.register import Register
from briefing.types import TimeExpr

MAX_EVENTS = 16  # the list of dates; the drawing gives labels to fewer
MAX_AHEAD = 40  # pages, not a page: a calendar is looked up, not read
SHARED = 4  # content words of two sentences that name one date: the same event
SHARED_IN_STORY = 3  # the same where both stand in one story
COARSE = ("month", "season", "quarter", "half", "year")
OPENING = 2.0  # a lead tells the news; what comes after is how it came about
EARLY = 1.3  # the first sentences

Group = tuple[Mention, ...]  # mentions of one event on one date


def dated(
    register: Register,
    times: Mapping[str, tuple[TimeExpr, ...]],
    homes: Mapping[str, str],
    today: date,
) -> tuple[Mention, ...]:
    """Return every dated sentence that can be quoted by itself.

    `homes` names the story of an article.
    """
    found: list[Mention] = []
    for entry, article in zip(register.entries, register.articles, strict=True):
        if entry.fate != "used" or article is None:
            continue
        beside: dict[int, list[TimeExpr]] = defaultdict(list)
        for expression in times.get(article.id, ()):
            beside[expression.sentence].append(expression)
        for sentence, expressions in beside.items():
            if article.sentences[sentence].bar:
                continue
            if not stands_alone(article.quote(sentence), article.language):
                continue
            home = homes.get(article.id, "")
            found += filter(
                None,
                (
                    mention_of(article, entry.number, home, one, expressions, today)
                    for one in expressions
                ),
            )
    return tuple(found)


def timeline(
    mentions: Sequence[Mention], opening: Sequence[Quotation] = (), most: int = MAX_EVENTS
) -> tuple[tuple[DateMention, ...], int]:
    """Return the dated events, in order of date, and how many there was no room for.

    Those that the `opening` tells come first; then stories take turns, each according to the
    weight of its next event (divisors 1, 2, 3 ..., as seats are shared out by D'Hondt).
    """
    groups = _grouped(m for m in mentions if m.expression.on_timeline and not m.expression.ahead)
    marks = {mark for quoted in opening for mark in (quoted.mark, *quoted.agrees)}
    first = [g for g in groups if any(_mark(m) in marks for m in g)]
    others = [g for g in groups if not any(_mark(m) in marks for m in g)]
    chosen = [*sorted(first, key=_by_weight), *_in_turn(others)][:most]
    told = sorted(chosen, key=_by_date)
    return tuple(date_mention(group) for group in told), len(groups) - len(chosen)


def _in_turn(groups: Sequence[Sequence[Mention]]) -> list[Sequence[Mention]]:
    """Return the groups as stories come to choose, the heaviest of each first."""
    stories: dict[str, list[Sequence[Mention]]] = defaultdict(list)
    for group in sorted(groups, key=_by_weight, reverse=True):
        stories[_best(group).home].append(group)
    turns: list[tuple[float, tuple[date, date, int], str, int]] = []
    for home, told in sorted(stories.items()):
        heappush(turns, (-_weight(told[-1]), _by_date(told[-1]), home, 1))
    chosen: list[Sequence[Mention]] = []
    while turns:
        _, _, home, taken = heappop(turns)
        told = stories[home]
        chosen.append(told.pop())
        if told:
            weight = round(_weight(told[-1]) / (taken + 1), 6)
            heappush(turns, (-weight, _by_date(told[-1]), home, taken + 1))
    return chosen


def _mark(mention: Mention) -> str:
    return f"{mention.number}:{mention.expression.sentence + 1}"


def _by_date(group: Sequence[Mention]) -> tuple[date, date, int]:
    return (group[0].lo, group[0].hi, group[0].number)


def _by_weight(group: Sequence[Mention]) -> tuple[float, tuple[date, date, int]]:
    return (-_weight(group), _by_date(group))


def upcoming(mentions: Sequence[Mention], today: date) -> tuple[Group, ...]:
    """Return what is coming from `today` on, one group an event on a date.

    Left out: what newer articles say holds no more, and what may be, told beside a day now over.
    """
    news = News(m for m in mentions if m.lo >= today)
    coming = (
        m
        for m in mentions
        if m.expression.ahead
        and m.lo >= today
        and not (m.late and m.expression.ahead == "possible")
        and not news.overtakes(m)
    )
    return tuple(map(tuple, _grouped(coming)))


def ahead(groups: Sequence[Group], most: int = MAX_AHEAD) -> tuple[tuple[DateMention, ...], int]:
    """Return upcoming events in order of date.

    Where there is too much, what most sources tell; the number says how many dates are left out.
    """
    told = sorted(groups, key=lambda g: (-len(g), g[0].lo, g[0].hi, g[0].number))
    chosen = sorted(told[:most], key=_by_date)
    beside = [_without_date(_best(group)) for group in chosen]
    mentions = tuple(
        replace(date_mention(group), conflicts=_conflicts(i, chosen, beside))
        for i, group in enumerate(chosen)
    )
    return mentions, len(told) - len(chosen)


def _without_date(mention: Mention) -> Said:
    """Return what a sentence says beside its date."""
    article, expression = mention.article, mention.expression
    sentence = article.sentences[expression.sentence]
    before = article.text[sentence.start : expression.start]
    return said(f"{before} {article.text[expression.end : sentence.end]}", article.language)


def _conflicts(
    i: int, groups: Sequence[Sequence[Mention]], beside: Sequence[Said]
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
        if repeats(beside[i], beside[k]):
            mark = f"{other.number}:{other.expression.sentence + 1}"
            precision = other.expression.granularity or "day"
            days = (other.lo.isoformat(), other.hi.isoformat())
            found.append(OtherDate(*days, precision, mark))
    return tuple(found)


def _grouped(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Return mentions of one date that share a sentence or say the same, best told first."""
    by_date: dict[tuple[date, date], list[list[Mention]]] = {}
    for mention in mentions:
        groups = by_date.setdefault((mention.lo, mention.hi), [])
        same = [g for g in groups if any(_same_event(mention, other) for other in g)]
        if not same:
            groups.append([mention])
            continue
        for group in same[1:]:  # it joins what seemed two events
            same[0].extend(group)
        groups[:] = [g for g in groups if not any(g is other for other in same[1:])]
        same[0].append(mention)
    return [group for groups in by_date.values() for group in groups]


def _same_event(a: Mention, b: Mention) -> bool:
    if a.number == b.number and a.expression.sentence == b.expression.sentence:
        return True
    shared = len(a.said.words & b.said.words)
    if repeats(a.said, b.said) or shared >= SHARED:
        return True
    words = a.expression.text.casefold()
    if not a.home or a.home != b.home or words != b.expression.text.casefold():
        return False
    # A month long past is named for one thing: "the town of Holm", "the Holm miners", April 2014.
    named = a.expression.granularity in COARSE and a.expression.on_timeline and a.names & b.names
    return bool(named) or len(a.said.words & b.said.words - set(words.split())) >= SHARED_IN_STORY


def _weight(group: Sequence[Mention]) -> float:
    """Return what an event weighs: more by each article that dates it, and by where it does.

    Half of it where no sentence tells of it in its main clause.
    """
    total = 0.0
    for number in sorted({m.number for m in group}):
        place = min(m.expression.sentence for m in group if m.number == number)
        total += OPENING if place == 0 else EARLY if place < 5 else 1.0
    return round(total / 2 if all(m.aside for m in group) else total, 6)


def _best(group: Sequence[Mention]) -> Mention:
    """Return the mention to quote.

    Of what is coming: that it is cancelled, else what is not half over. Of what is past: what tells
    it in its main clause. Then what stands alone, and the highest in its article.
    """
    return min(
        group,
        key=lambda m: (
            bool(m.expression.ahead) and m.expression.ahead != "cancelled",
            m.late if m.expression.ahead else m.aside,
            m.leans,
            m.expression.sentence,
            m.number,
        ),
    )


def date_mention(group: Sequence[Mention]) -> DateMention:
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
        headed=best.leans,
        also=tuple(f"{number}:{sentence}" for number, sentence in also),
    )
