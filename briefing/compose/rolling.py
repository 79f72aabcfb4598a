"""The calendar, rolled forward: what became of the dates that earlier briefs told as coming.

A date is moved or cancelled where a sentence that was not told before says so of the same event:
it shares the words beside the date. Precision comes before recall.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from briefing.brief import (
    Brief,
    CalendarChange,
    DateMention,
    PastDate,
    Quotation,
    RegisterEntry,
    Since,
)
from briefing.compose.agreement import repeats, said
from briefing.compose.pages import Page, known_digests, sentence_digest

SHARED = 3  # content words beside the date that tell of the same event, and
SHARE = 0.4  # this much of them
SURE = 0.6  # the same in a story that is not known to go on
ROLLED = ("stated", "scheduled")  # what may be is not missed where it does not come
OVER = ("moved", "cancelled", "reported")
NEAR = 80  # characters before a cue in which it is denied
KEPT = 200  # dates, the nearest first
_PUT_OFF = re.compile(
    r"\b(?:postpon\w+|reschedul\w+|re-?arrang\w+|put (?:back|off)|pushed (?:back|forward)|"
    r"brought forward|deferred|delayed|(?:has|have|had|was|were|been|is|are|be) moved|moved "
    r"(?:to|from|back|forward)|shifted)\b",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"\b(?:cancel\w*|call(?:ed|s|ing)? off|scrapp?(?:ed|s)|abandoned|will not take place|"
    r"will no longer)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:()–—]+")
_PLANNING = (
    "expect expects expected schedule scheduled plan plans planned announce announced due hope "
    "hopes hoped want wants wanted intend intends set hold holds held take takes place begin "
    "begins start starts early earliest latest"
)
_NOT_SO = re.compile(r"\b(?:not be(?:en)?|won['’]t be|refus\w+ to|no plans? to|den(?:y|ies|ied)) "
                     r"(?:\w+ ){0,2}$", re.IGNORECASE)  # fmt: skip


def rolled(
    since: Since,
    ahead: Sequence[DateMention],
    today: str,
    homes: Mapping[int, str],
    pages: Mapping[int, Page],
    register: Sequence[RegisterEntry],
    live: bool = True,
) -> tuple[CalendarChange, ...]:
    """Return what became of the dates in `since`, in order of date; of most there is nothing new.

    `homes` is the story of each article told, by register number; `today` an ISO day, on which
    something is due only where it is `live`.
    """
    room = _Room(since, tuple(ahead), today, homes, pages, register, live)
    found = (room.became(past) for past in since.dates if not past.outcome)
    return tuple(sorted(filter(None, found), key=lambda c: (c.date.lo, c.date.hi, c.date.text)))


def is_live(today: str, generated: str) -> bool:
    """Return whether the day that counts as today is the clock's, somewhere; an archive's is not.

    `today` is an ISO day, `generated` the instant at which the brief was made.
    """
    apart = date.fromisoformat(today) - date.fromisoformat(generated[:10])
    return abs(apart) <= timedelta(days=1)


def superseded(
    since: Since, changes: Sequence[CalendarChange], mention: DateMention, language: str
) -> bool:
    """Return whether what a date was for is settled since the sentence that names it was told."""
    over = [c.date for c in changes if c.what in OVER]
    over += [past for past in since.dates if past.outcome]
    digest = sentence_digest(mention.quotation.text)
    return any(
        mention.status == "cancelled" or digest in _known(since, past.story)
        for past in over
        if same_event(past, mention, language)
    )


def next_dates(brief: Brief) -> tuple[PastDate, ...]:
    """Return the dates that the next brief is to follow: those known, and those told here."""
    changed = {c.date: c.what for c in brief.changes.calendar} if brief.changes else {}
    kept: list[PastDate] = []
    for past in brief.changes.since.dates if brief.changes else ():
        what = changed.get(past, "")
        if past.hi < (brief.today or ""):
            continue
        kept.append(replace(past, outcome=what) if what in OVER else past)  # type: ignore[arg-type]
    homes = {
        number: story.id
        for theme in brief.themes
        for story in theme.stories
        for number in story.numbers
    }
    for mention in brief.ahead:
        entry = brief.entry(mention.quotation.source)
        if mention.status not in ROLLED:
            continue
        if any(same_event(past, mention, entry.language) for past in kept):
            continue
        kept.append(_past(mention, entry, homes.get(entry.number, ""), brief.generated))
    return tuple(sorted(kept, key=lambda d: (d.lo, d.hi, d.text, d.uri))[:KEPT])


def _past(mention: DateMention, entry: RegisterEntry, story: str, told: str) -> PastDate:
    return PastDate(
        lo=mention.lo,
        hi=mention.hi,
        precision=mention.precision,
        words=mention.words,
        status=mention.status,
        text=mention.quotation.text,
        language=entry.language,
        outlet=entry.outlet.text if entry.outlet else "",
        uri=entry.uri,
        story=story,
        told=told,
    )


def same_event(past: PastDate, mention: DateMention, language: str) -> bool:
    """Return whether a sentence names the same day for what seems the same event."""
    if (past.lo, past.hi) != (mention.lo, mention.hi):
        return False
    if past.text == mention.quotation.text:
        return True
    a, b = said(past.text, past.language), said(mention.quotation.text, language)
    return repeats(a, b) or enough(len(a.words & b.words), len(a.words), SHARE)


def enough(shared: int, words: int, share: float) -> bool:
    """Return whether so many `shared` of the `words` beside a date tell of the same event."""
    return shared >= min(SHARED, words) and shared >= share * words and shared > 0


def _beside(past: PastDate) -> frozenset[str]:
    """Return what a sentence says will be on its date: the words of the clause, but for the date.

    The whole sentence where the clause says next to nothing.
    """
    at = past.text.find(past.words)
    before, after = past.text[: max(at, 0)], past.text[at + len(past.words) :]
    clause = f"{_BREAK.split(before)[-1]} {_BREAK.split(after)[0]}"
    words = said(clause, past.language).words - _frame(past.language)
    if len(words) >= SHARED:
        return words
    return said(f"{before} {after}", past.language).words - _frame(past.language)


@cache
def _frame(language: str) -> frozenset[str]:
    return said(_PLANNING, language).words


def _known(since: Since, story: str) -> frozenset[str]:
    return frozenset(
        digest
        for one in since.stories
        if one.id == story
        for article in one.articles
        for digest in known_digests(article.known)
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """This brief, as one who looks for news of a date sees it."""

    since: Since
    ahead: tuple[DateMention, ...]
    today: str
    homes: Mapping[int, str]
    pages: Mapping[int, Page]
    register: Sequence[RegisterEntry]
    live: bool

    def became(self, past: PastDate) -> CalendarChange | None:
        """Return what became of a date, or None where it stands as it did."""
        words = _beside(past)
        known = _known(self.since, past.story)
        other = self._called_off(past, words, known)
        if other:
            return other
        if past.lo <= self.today:
            report = self._report(past, words, known)
            if report:
                return CalendarChange("reported", past, report)
        if past.hi < self.today:
            return CalendarChange("passed", past)
        here = next((m for m in self.ahead if same_event(past, m, self._language(m))), None)
        if here is None:
            moved = self._elsewhere(past, words, known)
            if moved:
                return moved
        if self.live and self.today in (past.lo, past.hi):
            return CalendarChange("due", past, here.quotation if here else None)
        if here is None and past.lo > self.today and not self._told(past):
            return CalendarChange("coming", past)
        return None

    def _language(self, mention: DateMention) -> str:
        return self.register[mention.quotation.source - 1].language

    def _home(self, past: PastDate) -> str:
        """Return the story that goes on with it now."""
        return next((new for old, new in self.since.merges if old == past.story), past.story)

    def _told(self, past: PastDate) -> bool:
        """Return whether the sentence stands in an article of this brief."""
        return any(
            entry.uri == past.uri and entry.number in self.homes and entry.number in self.pages
            for entry in self.register
        )

    def _fresh(
        self, numbers: Sequence[int], known: frozenset[str]
    ) -> Iterator[tuple[Page, int, str]]:
        """Yield the sentences of these articles that were not there before: page, place, text."""
        for number in numbers:
            page = self.pages.get(number)
            for i, place in enumerate(page.sentences if page else ()):
                text = page.quote(i) if page else ""
                if page and not place.bar and sentence_digest(text) not in known:
                    yield page, i, text

    def _members(self, past: PastDate) -> list[int]:
        home = self._home(past)
        return sorted(number for number, story in self.homes.items() if story == home)

    def _called_off(
        self, past: PastDate, words: frozenset[str], known: frozenset[str]
    ) -> CalendarChange | None:
        for page, i, text in self._fresh(self._members(past), known):
            off, put = calls_off(text), puts_off(text)
            if not (off or put):
                continue
            if not enough(len(words & said(text, page.language).words), len(words), SHARE):
                continue
            quoted = page.quotation(i)
            to = self._other_day(past, quoted.mark)
            if to and (put or not off):
                return CalendarChange("moved", past, quoted, to.lo, to.hi, to.precision)
            return CalendarChange("cancelled" if off else "moved", past, quoted)
        return None

    def _other_day(self, past: PastDate, mark: str) -> DateMention | None:
        """Return the other day that the sentence of this mark names as coming."""
        return next(
            (
                m
                for m in self.ahead
                if (m.quotation.mark == mark or mark in m.also)
                and (m.lo, m.hi) != (past.lo, past.hi)
                and m.status != "cancelled"
            ),
            None,
        )

    def _elsewhere(
        self, past: PastDate, words: frozenset[str], known: frozenset[str]
    ) -> CalendarChange | None:
        """Return another day that is given now for what nobody dates as before."""
        home = self._home(past)
        for m in self.ahead:
            source = m.quotation.source
            if self.homes.get(source) != home or m.status == "cancelled":
                continue
            if (m.lo, m.hi) == (past.lo, past.hi):
                continue
            if sentence_digest(m.quotation.text) in known:
                continue
            other = said(m.quotation.text.replace(m.words, " ", 1), self._language(m)).words
            shared = len(words & other)
            if shared >= SHARED + 1 and shared >= SURE * max(len(words), len(other)):
                return CalendarChange("moved", past, m.quotation, m.lo, m.hi, m.precision)
        return None

    def _report(
        self, past: PastDate, words: frozenset[str], known: frozenset[str]
    ) -> Quotation | None:
        """Return the first sentence that was published on the day or later and tells of it."""
        coming = {mark for m in self.ahead for mark in (m.quotation.mark, *m.also)}
        later = [
            entry.number
            for entry in self.register
            if entry.number in self.homes
            and entry.published
            and entry.published.local[:10] >= past.lo
        ]
        own = frozenset(self._members(past))
        inside = [number for number in later if number in own]
        outside = [number for number in later if number not in own]
        for numbers, share in ((inside, SHARE), (outside, SURE)):
            for page, i, text in self._fresh(numbers, known):
                shared = len(words & said(text, page.language).words)
                if f"{page.number}:{i + 1}" not in coming and enough(shared, len(words), share):
                    return page.quotation(i)
        return None


def puts_off(text: str) -> bool:
    """Return whether a sentence says that something is moved to another day."""
    return _so(_PUT_OFF, text)


def calls_off(text: str) -> bool:
    """Return whether a sentence says that something is cancelled."""
    return _so(_CALLED_OFF, text)


def _so(cue: re.Pattern[str], text: str) -> bool:
    """Return whether a sentence says it, and not that it is not so."""
    return any(
        not _NOT_SO.search(text[max(0, match.start() - NEAR) : match.start()])
        for match in cue.finditer(text)
    )
