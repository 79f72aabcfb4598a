"""What a reader is shown: the tree under `Brief`, of which every output is one rendering.

All of it is plain data (strings, numbers, tuples), so that `brief.json` is this tree and nothing
else; its JSON Schema is `docs/brief.schema.json`. Days are ISO 8601 (`2021-08-22`), instants end
in `Z`, local times without a zone have none (`2021-08-22T20:52`). Text that a source wrote stands
only in `Quotation.text`, `Headline.text`, and the stated fields of `RegisterEntry`; all other
words are the program's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SCHEMA_VERSION = 1
OPENING = 3  # sentences of an article, of which none leans on one before it


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of source `source`, to the letter: its mark is `source:sentence`, both from 1.

    `text == sources[source].text[start:end]`. `score` is the sum of `reasons`. `agrees` lists
    marks of sentences in other sources that say the same.
    """

    source: int
    sentence: int
    start: int
    end: int
    text: str
    language: str
    score: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()
    agrees: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The citation mark, as printed."""
        return f"{self.source}:{self.sentence}"


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an article was published or updated: as printed, and as resolved."""

    printed: str  # verbatim, `sources[n].text[start:end]`
    start: int
    end: int
    local: str  # 2021-08-22T20:52, with +09:00 where the zone is known; a day where no clock
    zone: str | None  # as stated, or as the configuration says
    instant: str | None  # 2021-08-22T11:52:00Z, None where the zone is not known
    earliest: str
    latest: str
    label: str
    order_reason: str
    zone_reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class StatedField:
    """What a page says of itself. `start`, `end` are None where the configuration said it."""

    text: str
    start: int | None
    end: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class OriginRecord:
    """Who first wrote an article, with the places in the text that say so."""

    kind: Literal["staff", "wire", "unknown"]
    agency: str | None
    evidence: tuple[tuple[int, int], ...]
    reason: str


Fate = Literal["used", "copy", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One input and its fate. `number` counts from 1: used articles by date first, then the rest.

    `reason` is a code of `briefing.types.REASONS`, empty where used without remark. `copy_of` is
    the register number of the article that is told instead, or that holds the same bytes.
    """

    number: int
    uri: str
    source: str
    fate: Fate
    reason: str
    detail: str
    copy_of: int | None
    title: StatedField | None
    byline: StatedField | None
    outlet: StatedField | None
    section: StatedField | None
    origin: OriginRecord | None
    language: str
    published: Stamp | None
    updated: Stamp | None
    words: int
    size: int  # bytes
    sha256: str  # of the bytes; empty where they could not be read
    retrieved: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One article told within a story: its quotations, in reading order, and who copied it.

    `cut` counts the sentences of its summary that the limit on the body left out.
    """

    source: int
    quotations: tuple[Quotation, ...]
    note: str  # why there is no quotation, or that the article was withdrawn; or empty
    copies: tuple[int, ...]  # register numbers of near-identical articles, told here once
    cut: int = 0

    @property
    def by_weight(self) -> tuple[Quotation, ...]:
        """Its quotations, what it is told in first where it is told in one.

        That is one of its opening sentences, which leans on none before it; then the best scored.
        """
        opening = min((q.sentence for q in self.quotations), default=0)
        opening = opening if opening <= OPENING else 0
        return tuple(
            sorted(self.quotations, key=lambda q: (q.sentence != opening, -q.score, q.sentence))
        )


@dataclass(frozen=True, slots=True)
class OriginCount:
    """So many articles of a story come from this hand."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a source, to the letter: `text == sources[source].text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as sentence `sentence` (from 1) of source `source` words it.

    `speaker` is who that sentence says it has it from, as worded; `also` lists marks of sentences
    in other sources that give the same figure.
    """

    source: int
    sentence: int
    words: Words
    speaker: Words | None = None
    also: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The citation mark, as printed."""
        return f"{self.source}:{self.sentence}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What the sources of a story count alike and differently, in order of publication.

    `kind` is what happened to those counted ("killed"), "percent", "money", "measure" or "count";
    `noun` what is counted, in the singular, or the unit.
    """

    kind: str
    noun: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One that the sources name. `variants` are its other forms, each as printed somewhere.

    `role` is who the sentence `role_mark` says it is, as worded. `marks` are the first sentences of
    each source that name it, in order of source.
    """

    kind: Literal["person", "organisation", "place"]
    name: str
    variants: tuple[str, ...]
    role: Words | None
    role_mark: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StorySection:
    """One event. `articles` counts copies too; `origins` is an upper bound: "at most 2 origins".

    `more` are the register numbers of its other articles, which are listed there and not told.
    """

    id: str
    entries: tuple[Entry, ...]
    articles: int
    origins: tuple[OriginCount, ...]
    differences: tuple[Difference, ...] = ()
    more: tuple[int, ...] = ()

    @property
    def echoes(self) -> frozenset[int]:
        """Entries whose opening stands with another's as saying the same: the rest needs it."""
        said = [mark for entry in self.entries for q in entry.quotations for mark in q.agrees]
        first: dict[int, int] = {}
        for source, _, sentence in (mark.partition(":") for mark in said):
            first[int(source)] = min(int(sentence), first.get(int(source), int(sentence)))
        return frozenset(
            entry.source
            for entry in self.entries
            if entry.quotations
            and first.get(entry.source, entry.quotations[0].sentence) < entry.quotations[0].sentence
        )

    @property
    def numbers(self) -> tuple[int, ...]:
        """The register numbers of all its articles, copies too, in order."""
        told = (number for entry in self.entries for number in (entry.source, *entry.copies))
        return tuple(sorted((*told, *self.more)))


@dataclass(frozen=True, slots=True)
class ThemeSection:
    """Stories on one topic. `first`, `last` are days of publication, None where all undated."""

    label: str
    keywords: tuple[str, ...]
    first: str | None
    last: str | None
    stories: tuple[StorySection, ...]


@dataclass(frozen=True, slots=True)
class OtherDate:
    """The day or days that another source gives for what seems the same event, and its mark."""

    lo: str
    hi: str
    precision: str
    mark: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A dated sentence: the day or days it names, resolved from `words` at `start:end`.

    `precision` says how exactly: "day", "week", "month" ... `status` is set for what is coming.
    """

    lo: str
    hi: str
    precision: str
    words: str
    start: int
    end: int
    quotation: Quotation
    mod: Literal["", "START", "MID", "END", "APPROX"] = ""  # early, mid, late, about
    status: Literal["", "stated", "scheduled", "possible", "cancelled"] = ""
    also: tuple[str, ...] = ()  # marks of other sentences on the same date and event
    conflicts: tuple[OtherDate, ...] = ()  # other sources, other days, the same words else
    headed: bool = False  # it is understood with its article's headline: that stands beside it


@dataclass(frozen=True, slots=True)
class Window:
    """What was asked for (`since`, `until`: instants or None) and what came (days or None)."""

    since: str | None
    until: str | None
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """`inputs == used + copies + skipped + failed`; the rest counts over used and copies."""

    inputs: int
    used: int
    copies: int
    skipped: int
    failed: int
    words: int
    outlets: int  # outlets that are stated
    stories: int
    themes: int
    wire: int  # articles that name an agency
    staff: int
    unknown: int
    origins: tuple[OriginCount, ...]  # over the whole brief, most articles first
    undated: int


@dataclass(frozen=True, slots=True)
class EditRecord:
    """Characters `start:end` of the decoded source became `text` (`briefing.types.Edit`)."""

    start: int
    end: int
    text: str
    operation: str


@dataclass(frozen=True, slots=True)
class SentenceRecord:
    """Where a sentence stands in the source's text; `bar` says why it is never quoted."""

    start: int
    end: int
    bar: str


@dataclass(frozen=True, slots=True)
class SetAsideRecord:
    """A part of the page that is not body, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """The evidence for register entry `number`, as much as the `evidence` setting lets travel.

    full: `text` is the whole page's text. quoted: `text` is None and `excerpts` holds what is
    quoted, by offset. none: neither. The digests are always there.
    """

    number: int
    bytes_sha256: str
    text_sha256: str
    encoding: str
    edits: tuple[EditRecord, ...]
    text: str | None
    excerpts: tuple[tuple[int, int, str], ...]
    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[SentenceRecord, ...]
    set_aside: tuple[SetAsideRecord, ...]


@dataclass(frozen=True, slots=True)
class PastArticle:
    """An article that an earlier brief told, as it was then.

    `quoted` holds the sentences that were told of it; `known` the first eight hex digits of the
    SHA-256 of each of its sentences, in a row.
    """

    uri: str
    sha256: str
    title: str
    outlet: str
    published: str | None  # `Stamp.local`
    language: str
    quoted: tuple[str, ...]
    known: str


@dataclass(frozen=True, slots=True)
class PastStory:
    """A story that an earlier brief told; `told` is the instant of the last one that knew it."""

    id: str
    headline: str
    language: str
    told: str
    articles: tuple[PastArticle, ...]


@dataclass(frozen=True, slots=True)
class PastDate:
    """A date that an earlier brief told as coming, in the sentence `text` of `uri`.

    `words` stand in it, `told` is when it was first told; `outcome` what later briefs told of it.
    """

    lo: str
    hi: str
    precision: str
    words: str
    status: str
    text: str
    language: str
    outlet: str
    uri: str
    story: str
    told: str
    outcome: Literal["", "moved", "cancelled", "reported"] = ""


@dataclass(frozen=True, slots=True)
class Since:
    """What earlier briefs told, as much as is needed to say, and to prove, what changed.

    `generated` and `brief` (a folder's name) are of the last one. `merges` (id told before, id of
    the story that holds it now) and `splits` (id told before, id of what left it) are as grouped.
    """

    brief: str
    generated: str
    stories: tuple[PastStory, ...]
    dates: tuple[PastDate, ...]
    merges: tuple[tuple[str, str], ...] = ()
    splits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StoryChange:
    """What became of one story. `source` is the article that names it, None if it is not told.

    `new` are the marks of sentences not told before; `reason` says why it is not told (a code of
    `REASONS`, or "gone"). `merged` are stories (ids) told within it now; `split` the one it left.
    """

    story: str
    status: Literal["new", "updated", "unchanged", "withdrawn", "dropped"]
    headline: str
    language: str
    source: int | None
    new: tuple[str, ...] = ()
    reason: str = ""
    merged: tuple[str, ...] = ()
    split: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A sentence, quoted by an earlier brief, that its source has otherwise now, or no more."""

    source: int  # register number of the article as it is now
    story: str
    outlet: str
    language: str
    was: str
    now: Quotation | None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article told before that its outlet took back, or that its source no longer has.

    `notice` is the sentence that says so, where one does; `reason` is "notice", "gone", or why the
    page is no article any more (a code of `REASONS`).
    """

    source: int | None
    story: str
    uri: str
    title: str
    outlet: str
    language: str
    reason: str
    was: tuple[str, ...]
    notice: Quotation | None


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """What became of a date told as coming. `date.lo` to `date.hi` is when it was to be.

    due: today, or today lies within it. coming: still ahead, though its article is told no more.
    moved: to `lo` to `hi`, or, where these are None, to no date. passed: no report of it was seen.
    `quotation` is the sentence of this brief that says so.
    """

    what: Literal["due", "coming", "moved", "cancelled", "reported", "passed"]
    date: PastDate
    quotation: Quotation | None = None
    lo: str | None = None
    hi: str | None = None
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since an earlier brief: all of it follows from `since` and this brief."""

    since: Since
    stories: tuple[StoryChange, ...]
    corrections: tuple[Correction, ...]
    withdrawals: tuple[Withdrawal, ...]
    calendar: tuple[CalendarChange, ...]

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The sentences of this brief's sources that say what changed, as printed."""
        found = (
            *(correction.now for correction in self.corrections),
            *(withdrawal.notice for withdrawal in self.withdrawals),
            *(change.quotation for change in self.calendar),
        )
        return tuple(quotation for quotation in found if quotation)


Evidence = Literal["full", "quoted", "none"]


@dataclass(frozen=True, slots=True)
class Method:
    """How this brief was made: what the method note prints."""

    program: str
    version: str
    summariser: str
    sentences: int
    evidence: Evidence
    templates_sha256: str  # of the template files used, so that verify can print them again
    fonts_missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletNote:
    """What the configuration says of an outlet: the words shown wherever it is cited."""

    outlet: str
    words: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief. `sources[i]` is the evidence for register entry `sources[i].number`."""

    schema: int
    title: str
    subtitle: str
    language: str
    generated: str
    window: Window
    counts: Counts
    bottom_line: tuple[Quotation, ...]
    timeline: tuple[DateMention, ...]
    ahead: tuple[DateMention, ...]
    themes: tuple[ThemeSection, ...]
    register: tuple[RegisterEntry, ...]
    method: Method
    sources: tuple[SourceRecord, ...]
    index: tuple[IndexEntry, ...] = ()
    index_more: int = 0  # names that are not in the index, for want of room
    timeline_more: int = 0  # dated events that are not on the timeline, for want of room
    ahead_more: int = 0  # dates that lie ahead and are not told, for want of room
    today: str | None = None  # the day from which on dates are coming
    changes: Changes | None = None  # None where no earlier brief is remembered
    handling: str = ""  # who may see it, such as TLP:AMBER: on every page
    notes: tuple[OutletNote, ...] = ()

    def quotations(self) -> Iterator[Quotation]:
        """Yield every quotation in the order of this tree."""
        yield from self.bottom_line
        yield from (mention.quotation for mention in (*self.timeline, *self.ahead))
        yield from self.changes.quotations if self.changes else ()
        for story in self.stories():
            for entry in story.entries:
                yield from entry.quotations

    def stories(self) -> Iterator[StorySection]:
        """Yield every story in the order of this tree."""
        for theme in self.themes:
            yield from theme.stories

    def figures(self) -> Iterator[Figure]:
        """Yield every differing figure in the order of this tree."""
        for story in self.stories():
            for difference in story.differences:
                yield from difference.figures

    def copied(self) -> frozenset[tuple[int, int, int]]:
        """Return (source, start, end) of what the brief quotes of the sources' bodies."""
        spans = {(q.source, q.start, q.end) for q in self.quotations()}
        for figure in self.figures():
            for words in filter(None, (figure.words, figure.speaker)):
                spans.add((figure.source, words.start, words.end))
        for one in self.index:
            if one.role:
                spans.add((int(one.role_mark.partition(":")[0]), one.role.start, one.role.end))
        return frozenset(spans)

    def entry(self, number: int) -> RegisterEntry:
        """Return register entry `number` (from 1)."""
        return self.register[number - 1]
