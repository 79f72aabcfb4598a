"""The bottom line: what the brief comes down to, from different stories where there are several."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.brief import Quotation
from briefing.compose.agreement import Said, repeats, said, says_the_same, stands_alone
from briefing.compose.overtaken import Overtaken, foretells
from briefing.compose.records import quotation
from briefing.compose.register import Register, by_date
from briefing.language import content_words
from briefing.language.notices import notice_of
from briefing.language.prose import without_quotations
from briefing.language.references import loose_end, taken_as_known, unnamed
from briefing.summarise import bottom_line
from briefing.types import Article, Pick, Story, Theme, TimeExpr

ROUNDS = 4  # of choosing anew where what was chosen no longer holds
SPARE = 3  # picks more than needed, for those that do not stand alone
_ELSEWHERE = re.compile(r"\b(?:here|(?:has|have|had) since)\b", re.IGNORECASE)
NEWEST = timedelta(days=2)  # a story that goes on for longer opens with how it stands


def opening(
    themes: Sequence[Theme],
    register: Register,
    articles: Mapping[str, Article],
    times: Mapping[str, tuple[TimeExpr, ...]],
    *,
    max_sentences: int,
    language: str,
    today: date,
    settled: frozenset[str] = frozenset(),
) -> tuple[Quotation, ...]:
    """Return at most `max_sentences`, the largest stories first, each with the marks that agree.

    Stories not in `language` are left to their themes, unless there is no other. A sentence that
    tells as coming what lay before `today` is not chosen, nor one of the texts in `settled`, nor
    anything of an article that was taken back.
    """
    told = [_told(story, register, articles) for theme in themes for story in theme.stories]
    readable = [s for s in told if s and s[0].language == language] or [s for s in told if s]
    readable.sort(key=lambda story: (-_weight(story, register), *by_date(story[-1])[::-1]))
    shares = _shares(len(readable), max_sentences)
    last = max((a.published.day for story in told for a in story if a.published), default=None)
    told_first: list[Quotation] = []
    for story, share in zip(readable, shares, strict=False):
        for article_id, pick in _picks(story, share, times, today, last, settled):
            told_first.append(_quotation(articles[article_id], pick, story, register))
    return tuple(told_first)


def _told(story: Story, register: Register, articles: Mapping[str, Article]) -> tuple[Article, ...]:
    """Return the articles of a story that are told and stand, by date."""
    members = (articles[i] for i in story.articles if notice_of(articles[i]) is None)
    return tuple(
        sorted(
            (a for a in members if register.entries[register.numbers[a.id] - 1].fate == "used"),
            key=by_date,
        )
    )


def _weight(story: Sequence[Article], register: Register) -> int:
    """Return how many articles tell the story, copies too."""
    return sum(1 + len(register.copies.get(register.numbers[a.id], ())) for a in story)


def _shares(stories: int, sentences: int) -> list[int]:
    """Return how many sentences each story gets: one each, what is left to the first ones."""
    if not stories:
        return []
    each, left = divmod(sentences, stories)
    return [each + (place < left) for place in range(stories)]


def _picks(
    story: Sequence[Article],
    share: int,
    times: Mapping[str, tuple[TimeExpr, ...]],
    today: date,
    last: date | None,
    settled: frozenset[str],
) -> list[tuple[str, Pick]]:
    """Return the sentences of one story, as it stands now; older ones only where those say nothing.

    What was said at the beginning of a long story has often been overtaken.
    """
    if not share:  # most stories of a large brief: nothing of theirs is weighed
        return []
    over = {
        a.id: _over(a, times.get(a.id, ()), today)
        | {s.index for s in a.sentences if settled and a.quote(s.index) in settled}
        for a in story
    }
    overtaken = Overtaken(story, times, last)
    chosen: list[tuple[str, Pick]] = []
    for told in (_newest(story), story):
        chosen = _chosen(told, share, over, overtaken)
        if chosen:
            break
    return chosen[:share]


def _chosen(
    story: Sequence[Article],
    share: int,
    over: Mapping[str, frozenset[int]],
    overtaken: Overtaken,
) -> list[tuple[str, Pick]]:
    """Return sentences that hold and read alone. What no longer holds leaves its place to others.

    A sentence that is passed over may have stood for a newer one, which says much the same.
    """
    barred = {id_: set(places) for id_, places in over.items()}
    chosen: list[tuple[str, Pick]] = []
    for _ in range(ROUNDS):
        open_to = [_without(article, barred[article.id]) for article in story]
        by_id = {article.id: article for article in open_to}
        chosen, again = [], False
        for id_, pick in bottom_line(open_to, max_sentences=share + SPARE):
            article = by_id[id_]
            if overtaken.left_behind(article, pick.sentence):
                barred[id_].add(pick.sentence)
                again = True
                continue
            before = [(by_id[i], other.sentence) for i, other in chosen]
            if _reads_alone(article, pick, before) and not _told_again(article, pick, before):
                chosen.append((id_, pick))
        if not again:
            break
    return chosen


def _without(article: Article, barred: Collection[int]) -> Article:
    if not barred:
        return article
    return replace(
        article,
        sentences=tuple(
            replace(sentence, bar="over") if sentence.index in barred else sentence
            for sentence in article.sentences
        ),
    )


def _over(article: Article, times: Sequence[TimeExpr], today: date) -> frozenset[int]:
    """Return the sentences that tell as coming what lay before today: "will meet on Sunday".

    On the first page nothing says of which day they are, so any such reading rules them out.
    """
    published = article.published.day if article.published else None
    found = set()
    for expression in times:
        if expression.lo is None or expression.hi is None:
            continue
        days = ((expression.lo, expression.hi), *expression.alternatives)
        late = any(published < lo and hi < today for lo, hi in days) if published else False
        told = expression.ahead != "" and expression.hi < today
        if told or (late and foretells(article.quote(expression.sentence))):
            found.add(expression.sentence)
    return frozenset(found)


def _reads_alone(article: Article, pick: Pick, before: Sequence[tuple[Article, int]]) -> bool:
    """Return whether a reader understands the pick on page one, behind what is chosen of its story.

    Stricter than in a summary, whose reader has the headline and the opening of the article.
    """
    text = article.quote(pick.sentence)
    if not stands_alone(text, article.language):
        return False
    if article.language != "en":
        return True
    if _ELSEWHERE.search(without_quotations(text)) or unnamed(text):
        return False
    if pick.sentence == 0:  # an opening brings in what it names
        return True
    follows = (article.id, pick.sentence - 1) in {(other.id, n) for other, n in before[-1:]}
    if loose_end(text) and not follows:
        return False
    shown = frozenset(
        word for other, n in before for word in content_words(other.quote(n), other.language)
    )
    return all(shown.issuperset(content_words(noun)) for noun in taken_as_known(text))


def _newest(story: Sequence[Article]) -> Sequence[Article]:
    last = max((a.published.middle for a in story if a.published), default=None)
    if last is None:
        return story
    return [a for a in story if a.published and last - a.published.middle <= NEWEST]


def _told_again(article: Article, pick: Pick, before: Sequence[tuple[Article, int]]) -> bool:
    told = _words(article, pick.sentence)
    return any(repeats(told, _words(other, sentence)) for other, sentence in before)


def _words(article: Article, sentence: int) -> Said:
    return said(article.quote(sentence), article.language)


def _quotation(
    article: Article, pick: Pick, story: Sequence[Article], register: Register
) -> Quotation:
    """Return the sentence with one mark for each other source of the story that says the same."""
    words = _words(article, pick.sentence)
    marks = []
    for other in story:
        if other.id == article.id:
            continue
        for sentence in other.sentences:
            if not sentence.bar and says_the_same(words, _words(other, sentence.index)):
                marks.append((register.numbers[other.id], sentence.index + 1))
                break
    agrees = tuple(f"{number}:{place}" for number, place in sorted(marks))
    return quotation(register.numbers[article.id], article, pick.sentence, pick, agrees)
