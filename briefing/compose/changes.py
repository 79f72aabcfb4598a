"""What changed since an earlier brief: a function of what that one told and of what this one does.

`compose` calls it to say what changed, `verify` to prove it: both get the same answer.

A sentence is new where no article that was told before has it, and no sentence that was told says
the same. A further copy is no news.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.brief import (
    Changes,
    Correction,
    DateMention,
    PastArticle,
    PastStory,
    Quotation,
    RegisterEntry,
    Since,
    StoryChange,
    StorySection,
    ThemeSection,
    Withdrawal,
)
from briefing.compose.agreement import repeats, said
from briefing.compose.headings import heading, headline
from briefing.compose.pages import Page, known_digests, sentence_digest
from briefing.compose.rolling import rolled

NOTICE = 6  # sentences in which a page says that it was taken back
RELATED = 0.4  # share of the old sentence's content words that its new version keeps
NO_ARTICLE = frozenset(("empty", "no_prose", "too_short", "few_sentences"))
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]wn?|withdraws|retract(?:s|ed|ion)?|take[ns]? down|took down|removed|"
    r"unpublished|kill(?:s|ed)|no longer (?:available|stands? by)|zurückgezogen)\b",
    re.IGNORECASE,
)
_WRITING = re.compile(
    r"\b(?:article|story|report|item|dispatch|text|page|version|Artikel|Bericht|Meldung)s?\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://|mail:|entry:", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What this brief tells: the sections, the register, and the texts by register number.

    `since` is the day that the window asked for begins at, if it does; `live` says whether
    `today` is the clock's day.
    """

    themes: tuple[ThemeSection, ...]
    register: tuple[RegisterEntry, ...]
    pages: Mapping[int, Page]
    ahead: tuple[DateMention, ...]
    today: str
    since: str | None = None
    live: bool = True

    @cached_property
    def stories(self) -> Mapping[str, StorySection]:
        """The stories by id, in the order of the brief."""
        return {story.id: story for theme in self.themes for story in theme.stories}

    @cached_property
    def homes(self) -> Mapping[int, str]:
        """The story of each article that is told, or copied."""
        return {number: story.id for story in self.stories.values() for number in story.numbers}

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folders that something was found in."""
        return frozenset(entry.uri.rpartition("/")[0] for entry in self.register)

    @cached_property
    def _by_digest(self) -> Mapping[str, RegisterEntry]:
        found: dict[str, RegisterEntry] = {}
        for entry in self.register:
            found.setdefault(entry.sha256, entry)
        return found

    @cached_property
    def _by_uri(self) -> Mapping[str, RegisterEntry]:
        found: dict[str, RegisterEntry] = {}
        for entry in self.register:
            found.setdefault(entry.uri, entry)
        return found

    @cached_property
    def taken_back(self) -> frozenset[int]:
        """The register numbers of what its outlet took back."""
        return frozenset(n for n, page in self.pages.items() if page.notice is not None)

    def entry_of(self, article: PastArticle) -> RegisterEntry | None:
        """Return what became of an article told before: the same bytes, else the same page."""
        return self._by_digest.get(article.sha256) or self._by_uri.get(article.uri)


def changes(since: Since, told: Told) -> Changes:
    """Return what changed since the brief that `since` is of."""
    corrections: list[Correction] = []
    withdrawals: list[Withdrawal] = []
    for story in since.stories:
        for article in story.articles:
            entry = told.entry_of(article)
            if entry is not None and entry.sha256 != article.sha256:
                lost = _withdrawal(story, article, entry, told)
                if lost:
                    withdrawals.append(lost)
                else:
                    corrections += _corrections(story, article, entry, told)
            elif entry is None and _gone(since, story, article, told):
                withdrawals.append(_taken(story, article, "gone"))
    return Changes(
        since=since,
        stories=(
            *_told_stories(since, told, withdrawals),
            *_other_stories(since, told, withdrawals),
        ),
        corrections=tuple(corrections),
        withdrawals=tuple(withdrawals),
        calendar=rolled(
            since, told.ahead, told.today, told.homes, told.pages, told.register, told.live
        ),
    )


# Articles


def _gone(since: Since, story: PastStory, article: PastArticle, told: Told) -> bool:
    """Return whether a file that would be told again is no longer there.

    Pages of the web and mail are told once: that they are not met again says nothing. Nor does it
    where the whole folder is empty: more likely it is not there just now.
    """
    if article.uri.rpartition("/")[0] not in told.folders:
        return False
    if story.told != since.generated or _LINK.match(article.uri):
        return False
    return told.since is None or (article.published or "") >= told.since


def _taken(
    story: PastStory,
    article: PastArticle,
    reason: str,
    source: int | None = None,
    notice: Quotation | None = None,
) -> Withdrawal:
    return Withdrawal(
        source=source,
        story=story.id,
        uri=article.uri,
        title=article.title,
        outlet=article.outlet,
        language=article.language,
        reason=reason,
        was=article.quoted,
        notice=notice,
    )


def _withdrawal(
    story: PastStory, article: PastArticle, entry: RegisterEntry, told: Told
) -> Withdrawal | None:
    """Return the withdrawal of an article whose page has other bytes, where it is one."""
    page = told.pages.get(entry.number)
    if page is None or not page.sentences:
        taken = entry.reason in NO_ARTICLE
        return _taken(story, article, entry.reason, entry.number) if taken else None
    if page.notice is not None:
        text = page.quote(page.notice)
        if text in article.quoted:  # told before: the page of the notice was edited
            return None
        return _taken(story, article, "notice", entry.number, _quoted(page, page.notice, entry))
    if any(_stands(sentence, page) for sentence in article.quoted):
        return None
    for i, place in enumerate(page.sentences[:NOTICE]):
        text = page.quote(i)
        if not place.bar and _TAKEN_BACK.search(text) and _WRITING.search(text):
            return _taken(story, article, "notice", entry.number, _quoted(page, i, entry))
    return None


def _quoted(page: Page, index: int, entry: RegisterEntry) -> Quotation | None:
    return page.quotation(index) if entry.fate in ("used", "copy") else None


def _corrections(
    story: PastStory, article: PastArticle, entry: RegisterEntry, told: Told
) -> Iterator[Correction]:
    page = told.pages.get(entry.number)
    if page is None or page.notice is not None or entry.fate not in ("used", "copy"):
        return
    for sentence in article.quoted:
        if not _stands(sentence, page):
            yield Correction(
                source=entry.number,
                story=told.homes.get(entry.number, story.id),
                outlet=article.outlet,
                language=article.language,
                was=sentence,
                now=_version(sentence, article, page),
            )


def _stands(sentence: str, page: Page) -> bool:
    return sentence in page.text or " ".join(sentence.split()) in " ".join(page.text.split())


def _version(sentence: str, article: PastArticle, page: Page) -> Quotation | None:
    """Return the sentence that stands for an old one now: most of its words, and no old one."""
    words = said(sentence, page.language).words
    known = known_digests(article.known)
    best, most = None, 0
    for i, place in enumerate(page.sentences):
        text = page.quote(i)
        if place.bar or sentence_digest(text) in known:
            continue
        shared = len(words & said(text, page.language).words)
        if shared > most:
            best, most = i, shared
    return page.quotation(best) if best is not None and most >= RELATED * len(words) else None


# Stories


def _told_stories(
    since: Since, told: Told, withdrawals: Sequence[Withdrawal]
) -> Iterator[StoryChange]:
    past = {story.id: story for story in since.stories}
    unchanged = frozenset(a.sha256 for story in since.stories for a in story.articles)
    lost = {told.homes.get(w.source, w.story) if w.source else w.story for w in withdrawals}
    for story in told.stories.values():
        merged = tuple(old for old, new in since.merges if new == story.id and old in past)
        split = next((old for old, new in since.splits if new == story.id), "")
        kin = [past[i] for i in (story.id, *merged, split) if i in past]
        new = _new_marks(story, kin, told, unchanged)
        head = heading(story.numbers, told.register, told.taken_back)
        status = "updated" if kin and new else "unchanged" if kin else "new"
        if head.number in told.taken_back or (story.id in lost and not new):
            status = "withdrawn"
        yield StoryChange(
            story=story.id,
            status=status,  # type: ignore[arg-type]
            headline=headline(head),
            language=head.language,
            source=head.number,
            new=new if kin else (),
            merged=merged,
            split=split,
        )


def _new_marks(
    story: StorySection, kin: Sequence[PastStory], told: Told, unchanged: frozenset[str]
) -> tuple[str, ...]:
    known = {digest for one in kin for a in one.articles for digest in known_digests(a.known)}
    before = [said(text, a.language) for one in kin for a in one.articles for text in a.quoted]
    marks = []
    for entry in story.entries:
        if entry.source in told.taken_back:
            continue
        if told.register[entry.source - 1].sha256 in unchanged:
            continue
        for quoted in entry.quotations:
            words = said(quoted.text, quoted.language)
            if sentence_digest(quoted.text) in known:
                continue
            if not any(repeats(words, other) for other in before):
                marks.append(quoted.mark)
    return tuple(marks)


def _other_stories(
    since: Since, told: Told, withdrawals: Sequence[Withdrawal]
) -> Iterator[StoryChange]:
    """Yield what became of the last brief's stories that this one does not tell."""
    merged = {old for old, _ in since.merges}
    taken = {(w.story, w.uri) for w in withdrawals}
    for story in since.stories:
        if story.told != since.generated or story.id in told.stories or story.id in merged:
            continue
        entries = [told.entry_of(article) for article in story.articles]
        if any(entry and entry.number in told.homes for entry in entries):
            continue
        reasons = [entry.reason if entry else "gone" for entry in entries]
        if "told_before" in reasons:
            status, reason = "unchanged", "told_before"
        elif all((story.id, article.uri) in taken for article in story.articles):
            status, reason = "withdrawn", ""
        else:
            status, reason = "dropped", reasons[-1]
        yield StoryChange(
            story=story.id,
            status=status,  # type: ignore[arg-type]
            headline=story.headline,
            language=story.language,
            source=None,
            reason=reason,
        )
