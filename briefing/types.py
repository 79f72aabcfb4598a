"""The values that flow from stage to stage, and what holds of each.

    Source -> Document -> Article -> Summary, TimeExpr* -> Story -> Theme -> Brief

All are frozen; sequences are tuples; ids are digests of content. What a reader is shown, the tree
under `Brief`, stands in `briefing.brief`.

Offsets. `Article.text` is the whole page as text: the source's bytes after the recorded operations
of `Article.recipe` and no other (`briefing.evidence.replay` repeats them). Title, stamps, body
paragraphs, sentences and everything set aside are spans of that one text, half-open, in characters
(Unicode code points), so every one of them can be proved the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Literal

Span = tuple[int, int]

Operation = Literal[
    "unescape",  # &amp; -> &
    "unwrap",  # a line break inside a paragraph -> a space, or nothing
    "whitespace",  # runs of white space, tabs, no-break spaces, odd line ends -> one space or \n
    "dehyphenate",  # a word cut at a line end -> the word
    "control",  # control, bidi-control and noncharacters -> nothing
    "markup",  # tags and list bullets -> nothing
]


@dataclass(frozen=True, slots=True)
class Edit:
    """One recorded operation: characters `start:end` of the decoded source became `text`."""

    start: int
    end: int
    text: str
    operation: Operation


@dataclass(frozen=True, slots=True)
class Recipe:
    """How `Article.text` was made from the bytes: decode, then edits in order, not overlapping."""

    encoding: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What the configuration says of a source: data, never guessed."""

    outlet: str | None = None
    zone: str | None = None  # IANA name, for stamps printed without a zone
    day_first: bool | None = None  # 08-07-2020 is 8 July
    language: str | None = None
    dateline: str = ""  # how an article begins: "{place}, * (dpa) -", where * is anything
    junk: tuple[str, ...] = ()  # lines that are never of an article; * is anything
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of JSON: title, text, date, …


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as collected. `digest` is their SHA-256 in hex; `uri` is what the register prints.

    `known_by` is the day by which it was there, anywhere on earth: nothing in it is a stamp of a
    later day.
    """

    source: str
    uri: str
    media_type: str
    content: bytes
    digest: str
    retrieved: datetime | None = None
    profile: Profile = Profile()
    known_by: date | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """Something a page says of itself. `span` is where; None when the configuration said it."""

    value: str
    span: Span | None
    reason: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A part of the page that is not the article's body, kept with the reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """`article.text[start:end]`, to the letter. `index` counts from 0 over the cleaned body.

    `bar` says why it is never quoted ("cut_short"), or is empty.
    """

    index: int
    start: int
    end: int
    paragraph: int
    bar: str = ""


@dataclass(frozen=True, slots=True)
class PubStamp:
    """When an article was published or updated, as printed and as resolved.

    `local` is the printed clock time: aware when the zone is known, else naive. With a zone
    `earliest == latest` is the instant; without one they span every zone on earth, [-14 h, +12 h];
    without a clock (`has_clock` false) they also span the day.
    """

    local: datetime
    has_clock: bool
    zone: str | None
    earliest: datetime
    latest: datetime
    role: Literal["published", "updated", "page"]
    span: Span
    text: str
    label: str
    order_reason: str
    zone_reason: str
    confidence: float
    ambiguous: bool = False

    @property
    def instant(self) -> datetime | None:
        """The instant in UTC, or None where the zone is not stated."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def middle(self) -> datetime:
        """The instant to order by."""
        return self.earliest + (self.latest - self.earliest) / 2

    @property
    def day(self) -> date:
        """The printed local day: what relative dates in the text refer to."""
        return self.local.date()


@dataclass(frozen=True, slots=True)
class Origin:
    """Who first wrote an article: its own staff, a wire agency, or nobody that it names."""

    kind: Literal["staff", "wire", "unknown"]
    agency: str | None = None
    evidence: tuple[Span, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A page understood. What a page does not state is None, never invented."""

    id: str  # first 16 hex digits of the document's digest
    source: str
    uri: str
    digest: str  # SHA-256 of the bytes, hex
    text: str
    recipe: Recipe
    title: Stated | None
    deck: Stated | None
    byline: Stated | None  # the author's name as printed, without "By"
    outlet: Stated | None
    dateline: Stated | None
    origin: Origin
    language: str  # ISO 639-1, "und" where unknown
    published: PubStamp | None
    updated: PubStamp | None
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    set_aside: tuple[SetAside, ...]
    retrieved: datetime | None = None
    remarks: tuple[str, ...] = ()  # what is wrong with it, codes of `REASONS`; used all the same
    section: Stated | None = None  # of its outlet: "Politics"

    def quote(self, index: int) -> str:
        """Return sentence `index` (from 0), to the letter."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    @property
    def headline(self) -> str:
        """The title, or the file's name where the page states none."""
        return self.title.value if self.title else self.uri.rsplit("/", 1)[-1]

    @property
    def body(self) -> str:
        """The cleaned body: paragraphs joined by blank lines."""
        return "\n\n".join(self.text[a:b] for a, b in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen sentence (index from 0), its score, and the parts the score is the sum of."""

    sentence: int
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences that stand for an article, in reading order.

    Empty `picks` is an allowed answer; `note` then says why, and also when a limit was met.
    """

    article_id: str
    picks: tuple[Pick, ...]
    method: str
    note: str = ""


Granularity = Literal[
    "minute", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade",
    "window",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """A date or time in the text, resolved.

    `lo` and `hi` are the first and last day it can mean, both inclusive; None where it names no
    calendar interval (a duration, a set, "now"). `value` is the TIMEX3 value (ISO-TimeML).
    `alternatives` are the days it means under another tense, order of day and month, or "today".
    """

    start: int
    end: int
    text: str
    sentence: int  # index from 0
    type: Literal["DATE", "TIME", "DURATION", "SET", "REF"]
    value: str
    lo: date | None
    hi: date | None
    granularity: Granularity | None
    mod: Literal["START", "MID", "END", "APPROX"] | None
    direction: Literal["past", "future", "unknown"]
    anchor: Literal["published", "previous", "none"]
    cue: Span | None
    rule: str
    confidence: float
    clipped: bool = False
    ahead: Literal["", "stated", "scheduled", "possible", "cancelled"] = ""
    on_timeline: bool = False
    alternatives: tuple[tuple[date, date], ...] = ()  # other first and last days it could mean


@dataclass(frozen=True, slots=True)
class Digest:
    """What stages 2 to 4 make of one document: an article, its summary and dates, or why not."""

    document: str  # the document's digest
    article: Article | None
    summary: Summary | None
    times: tuple[TimeExpr, ...]
    problems: tuple["Problem", ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Article `article` is near-identical to `of`, or shares text with it."""

    article: str
    of: str
    containment: float  # share of the smaller text that stands in the larger, 0 to 1
    kind: Literal["identical", "shares_text"]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles that come from one hand: one agency's copy, or one shared text."""

    name: str  # agency, or outlet, or "not stated"
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One event, told once. `articles` are in order of date; `lead` is the one to read first."""

    id: str
    lead: str
    articles: tuple[str, ...]
    copies: tuple[Copy, ...]
    origins: tuple[OriginGroup, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """Stories on one topic under a label a person can read, in order of date."""

    label: str
    keywords: tuple[str, ...]
    stories: tuple[Story, ...]


DeliveryState = Literal["pending", "sent", "deferred", "failed", "unknown", "dropped"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a mail stands with one recipient. `due`: when to try (again); None for never.

    `attempts` counts every try, `unsure` those after which the mail may have arrived.
    """

    recipient: str
    state: DeliveryState = "pending"
    attempts: int = 0
    unsure: int = 0
    due: datetime | None = None
    reply: str = ""


@dataclass(frozen=True, slots=True)
class QueuedMail:
    """A mail in the outbox: its exact bytes, and how it stands with every recipient.

    `thread` names the briefs that a mail program shows together.
    """

    message_id: str
    brief: str
    thread: str
    subject: str
    sender: str
    queued: datetime
    deliveries: tuple[Delivery, ...]
    content: bytes = field(repr=False, default=b"")


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with one input: a value, shown in the register. `reason` keys `REASONS`."""

    stage: str
    subject: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """What a reason code means to a reader; a `fault` makes the run's exit code 1."""

    words: str
    fault: bool


REASONS: Mapping[str, Reason] = MappingProxyType(
    {
        "empty": Reason("empty file", fault=False),
        "binary": Reason("not text", fault=False),
        "unknown_kind": Reason("a kind of file not read yet", fault=False),
        "too_short": Reason("too short to be an article", fault=False),
        "no_prose": Reason("holds no prose", fault=False),
        "too_large": Reason("larger than the limit", fault=False),
        "outside_window": Reason("published outside the window", fault=False),
        "undated": Reason("undated, so not in the window", fault=False),
        "copy": Reason("a copy", fault=False),
        "told_before": Reason("told by an earlier brief", fault=False),
        "same_bytes": Reason("the same file again", fault=False),
        "not_regular_file": Reason("not a regular file", fault=False),
        "over_limit": Reason("beyond the limit of articles", fault=False),
        "unreadable": Reason("could not be read", fault=True),
        # Of the web.
        "bad_url": Reason("its address is none", fault=False),
        "blocked_url": Reason("its address is not of the public web", fault=False),
        "robots_denied": Reason("its robots.txt keeps programs away", fault=False),
        "paywall": Reason("behind a paywall", fault=False),
        "consent_wall": Reason("behind a page that asks for consent", fault=False),
        "no_entries": Reason("lists nothing", fault=False),
        "entry_incomplete": Reason("an entry without an address or a text", fault=False),
        "fetch_failed": Reason("could not be fetched", fault=True),
        "http_status": Reason("the server refuses it", fault=True),
        "redirect_blocked": Reason("leads to an address that is not for us", fault=True),
        "too_many_redirects": Reason("leads on and on", fault=True),
        "short_body": Reason("came cut short", fault=True),
        "bad_encoding": Reason("came in an encoding that it does not have", fault=True),
        "xml_forbidden": Reason("declares entities, which is refused", fault=True),
        "not_a_feed": Reason("not a feed", fault=True),
        "feed_malformed": Reason("a broken feed", fault=True),
        "undecodable": Reason("its encoding could not be made out", fault=True),
        "timeout": Reason("took longer than the limit", fault=True),
        "parser_error": Reason("the program failed on it", fault=True),
        "summary_failed": Reason("could not be summarised", fault=True),
        "render_failed": Reason("could not be printed", fault=True),
        "archive_failed": Reason("the archive could not be brought up to date", fault=True),
        # What is wrong with a part of an article that is used all the same.
        "few_sentences": Reason("hardly a sentence found", fault=False),
        "truncated": Reason("only its beginning was read", fault=False),
        "long_token": Reason("holds very long words", fault=False),
        "repetitive": Reason("says the same again and again", fault=False),
        "low_information": Reason("hardly a word of content", fault=False),
        "title_truncated": Reason("its title was cut", fault=False),
        "future_date": Reason("its date is later than its retrieval: refused", fault=False),
    }
)

ZONE_SPREAD = (timedelta(hours=-14), timedelta(hours=12))  # local time to UTC: UTC+14 .. UTC-12
