"""Briefs by hand, of an invented situation: the harbour strike of Vessar."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from briefing.brief import (
    Brief,
    Counts,
    DateMention,
    Entry,
    Evidence,
    Method,
    OriginCount,
    OriginRecord,
    Quotation,
    RegisterEntry,
    SentenceRecord,
    SourceRecord,
    Stamp,
    StatedField,
    StorySection,
    ThemeSection,
    Window,
)
from briefing.evidence import sha256

GENERATED = "2031-05-14T06:30:00Z"


@dataclass(frozen=True, slots=True)
class Told:
    """An invented article: its title, sentences by paragraph, and what it states of itself."""

    title: str
    body: tuple[tuple[str, ...], ...]
    published: str = "2031-05-10T09:15"
    zone: str | None = None
    outlet: str | None = "Vessar Gazette"
    agency: str | None = None
    byline: str | None = None
    uri: str = "articles/vessar.txt"
    language: str = "en"

    @property
    def text(self) -> str:
        """The whole page: title, stamp, then paragraphs."""
        return "\n\n".join((self.title, self.published, *(" ".join(p) for p in self.body)))


STRIKE = Told(
    "Dockers in Vessar walk out over night shifts",
    (
        (
            "Some 400 dockers in the port of Vessar walked out on Wednesday after talks on night "
            "shifts broke down, the harbour office said.",
            "Two container ships were diverted to Ost Haven.",
        ),
        (
            "The union wants night work to be paid at one and a half times the day rate.",
            "“We have waited eleven months for an answer,” said its secretary, Mara Oldin.",
            "A mediator will meet both sides on May 16 in the old customs house.",
        ),
    ),
    "2031-05-08T07:40+02:00",
    "CEST",
    "Northern Wire",
    "Northern Wire",
    uri="https://wire.example/vessar/strike",
)
COPY = replace(
    STRIKE, title="Port workers strike", outlet="Ost Haven Post", uri="articles/post.txt"
)
TALKS = Told(
    "Minister offers to sit in on harbour talks as queue of ships grows to nineteen",
    (
        (
            "Transport Minister Jona Reve offered on Friday to sit in on the talks between the "
            "harbour office and the dockers of Vessar.",
            "Nineteen ships were waiting in the roads by the evening, up from six on Thursday.",
        ),
        (
            "The union has called a ballot for next week.",
            "If members vote for it, the strike could last until early June, Oldin said.",
        ),
    ),
    "2031-05-09T20:52",
    outlet="Vessar Gazette",
    byline="Ilse Brand",
    uri="articles/gazette-0509.txt",
)
PRICES = Told(
    "Fruit prices rise as the strike enters its second week",
    (
        (
            "Prices of citrus fruit at the wholesale market rose by a fifth this week.",
            "Importers said stocks of medicines were not at risk.",
        ),
        ("The market board will publish new figures on May 21.",),
    ),
    "2031-05-13",
    outlet=None,
    agency="Northern Wire",
    uri="articles/market.txt",
)


def stated(text: str, words: str) -> StatedField:
    at = text.find(words)
    return StatedField(words, at if at >= 0 else None, at + len(words) if at >= 0 else None, "test")


def stamp(article: Told) -> Stamp:
    local = datetime.fromisoformat(article.published)
    instant = local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if local.tzinfo else None
    start = article.text.index(article.published)
    return Stamp(
        printed=article.published,
        start=start,
        end=start + len(article.published),
        local=article.published,
        zone=article.zone,
        instant=instant,
        earliest=instant or f"{article.published[:10]}T00:00:00Z",
        latest=instant or f"{article.published[:10]}T23:59:59Z",
        label="",
        order_reason="iso",
        zone_reason="stated" if article.zone else "not stated",
        confidence=0.9,
    )


def sentences(article: Told) -> tuple[SentenceRecord, ...]:
    records, at = [], 0
    for paragraph in article.body:
        for sentence in paragraph:
            start = article.text.index(sentence, at)
            at = start + len(sentence)
            records.append(SentenceRecord(start, at, ""))
    return tuple(records)


def source(number: int, article: Told, evidence: Evidence = "full") -> SourceRecord:
    text = article.text
    spans, at = [], 0
    for paragraph in article.body:
        start = text.index(" ".join(paragraph), at)
        at = start + len(" ".join(paragraph))
        spans.append((start, at))
    return SourceRecord(
        number=number,
        bytes_sha256=sha256(text),
        text_sha256=sha256(text),
        encoding="utf-8",
        edits=(),
        text=text if evidence == "full" else None,
        excerpts=(),
        paragraphs=tuple(spans),
        sentences=sentences(article),
        set_aside=(),
    )


def quotation(number: int, article: Told, sentence: int, agrees: tuple[str, ...] = ()) -> Quotation:
    record = sentences(article)[sentence - 1]
    return Quotation(
        source=number,
        sentence=sentence,
        start=record.start,
        end=record.end,
        text=article.text[record.start : record.end],
        language=article.language,
        score=0.5,
        reasons=(("position", 0.5),),
        agrees=agrees,
    )


def mention(
    number: int,
    article: Told,
    sentence: int,
    words: str,
    lo: str,
    hi: str = "",
    precision: str = "day",
    **more: object,
) -> DateMention:
    quoted = quotation(number, article, sentence)
    at = quoted.text.index(words)
    made = DateMention(lo, hi or lo, precision, words, at, at + len(words), quoted)
    return replace(made, **more)  # type: ignore[arg-type]


def used(number: int, article: Told) -> RegisterEntry:
    kind = "wire" if article.agency else "staff" if article.byline else "unknown"
    text = article.text
    return RegisterEntry(
        number=number,
        uri=article.uri,
        source="articles",
        fate="used",
        reason="",
        detail="",
        copy_of=None,
        title=stated(text, article.title) if article.title else None,
        byline=stated(text, article.byline) if article.byline else None,
        outlet=stated(text, article.outlet) if article.outlet else None,
        section=None,
        origin=OriginRecord(kind, article.agency, (), "test"),  # type: ignore[arg-type]
        language=article.language,
        published=stamp(article),
        updated=None,
        words=len(" ".join(" ".join(p) for p in article.body).split()),
        size=len(text.encode()),
        sha256=sha256(text),
        retrieved="2031-05-14T06:00:00Z",
    )


def unused(number: int, uri: str, fate: str, reason: str, detail: str = "") -> RegisterEntry:
    return RegisterEntry(
        number=number, uri=uri, source="articles", fate=fate, reason=reason, detail=detail,  # type: ignore[arg-type]
        copy_of=None, title=None, byline=None, outlet=None, section=None, origin=None,
        language="und",
        published=None, updated=None, words=0, size=12034, sha256="ab" * 32, retrieved=None,
    )  # fmt: skip


def story(
    *entries: Entry, articles: int = 0, origins: tuple[OriginCount, ...] = ()
) -> StorySection:
    return StorySection(
        id=f"{entries[0].source:016x}",
        entries=entries,
        articles=articles or len(entries),
        origins=origins or (OriginCount("not stated", articles or len(entries)),),
    )


def sample(evidence: Evidence = "full") -> Brief:
    """Four articles, one of them a copy; one story with two entries; dates before and ahead."""
    q = quotation
    strike = Entry(1, (q(1, STRIKE, 1), q(1, STRIKE, 2), q(1, STRIKE, 3)), "", (4,))
    talks = Entry(2, (q(2, TALKS, 1), q(2, TALKS, 2, ("1:2",)), q(2, TALKS, 4)), "", ())
    prices = Entry(3, (q(3, PRICES, 1), q(3, PRICES, 2)), "", ())
    copy = replace(used(4, COPY), fate="copy", reason="copy", copy_of=1)
    return Brief(
        schema=1,
        title="Harbour of Vessar",
        subtitle="Strike, talks and supplies",
        language="en",
        generated=GENERATED,
        window=Window(None, None, "2031-05-08", "2031-05-13"),
        counts=Counts(
            inputs=7, used=3, copies=1, skipped=2, failed=1, words=214, outlets=3, stories=2,
            themes=2, wire=3, staff=1, unknown=0,
            origins=(OriginCount("Northern Wire", 3), OriginCount("Vessar Gazette", 1)), undated=0,
        ),
        bottom_line=(q(1, STRIKE, 1), q(2, TALKS, 2, ("1:2",)), q(3, PRICES, 2)),
        timeline=(
            mention(1, STRIKE, 1, "on Wednesday", "2031-05-07"),
            mention(2, TALKS, 2, "Thursday", "2031-05-08"),
            mention(2, TALKS, 1, "on Friday", "2031-05-09", also=("2:2",)),
            mention(3, PRICES, 1, "this week", "2031-05-12", "2031-05-18", "week"),
        ),
        ahead=(
            mention(1, STRIKE, 5, "on May 16", "2031-05-16", status="scheduled"),
            mention(2, TALKS, 3, "next week", "2031-05-12", "2031-05-18", "week"),
            mention(3, PRICES, 3, "on May 21", "2031-05-21", status="scheduled"),
            mention(2, TALKS, 4, "until early June", "2031-06-01", "2031-06-10", "month",
                    status="possible"),
        ),
        themes=(
            ThemeSection(
                "Strike and talks", ("dockers", "night shifts", "union"),
                "2031-05-08", "2031-05-09",
                (story(strike, talks, articles=3, origins=(
                    OriginCount("Northern Wire", 2), OriginCount("Vessar Gazette", 1))),),
            ),
            ThemeSection("Prices and supplies", ("fruit", "market"), "2031-05-13", "2031-05-13",
                         (story(prices),)),
        ),
        register=(
            used(1, STRIKE), used(2, TALKS), used(3, PRICES), copy,
            unused(5, "articles/empty.txt", "skipped", "empty"),
            unused(6, "articles/photo.txt", "skipped", "binary"),
            unused(7, "articles/locked.txt", "failed", "unreadable", "permission denied"),
        ),
        method=Method("briefing", "0.1.0", "news", 5, evidence, "0" * 64),
        sources=tuple(
            source(n, told, evidence)
            for n, told in ((1, STRIKE), (2, TALKS), (3, PRICES), (4, COPY))
        ),
    )  # fmt: skip


def nothing() -> Brief:
    """Two inputs, neither an article."""
    entries = (unused(1, "a.txt", "skipped", "empty"), unused(2, "b.txt", "failed", "unreadable"))
    return replace(
        sample(),
        counts=Counts(2, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, (), 0),
        window=Window(None, None, None, None),
        bottom_line=(), timeline=(), ahead=(), themes=(), register=entries, sources=(),
    )  # fmt: skip


def of(*articles: Told, title: str = "Invented", themes: int = 1) -> Brief:
    """Every article its own story, all its sentences quoted, dealt out over `themes`."""
    numbered = list(enumerate(articles, 1))
    entries = [
        Entry(n, tuple(quotation(n, a, s) for s in range(1, len(sentences(a)) + 1)), "", ())
        for n, a in numbered
    ]
    days = sorted(a.published[:10] for a in articles)
    share = -(-len(entries) // themes)
    sections = tuple(
        ThemeSection(
            f"Theme {i + 1}", ("invented",), days[0], days[-1],
            tuple(story(entry) for entry in entries[i * share : (i + 1) * share]),
        )
        for i in range(themes)
        if entries[i * share : (i + 1) * share]
    )  # fmt: skip
    n = len(articles)
    return Brief(
        schema=1, title=title, subtitle="", language="en", generated=GENERATED,
        window=Window(None, None, days[0], days[-1]),
        counts=Counts(n, n, 0, 0, 0, 100 * n, 1, n, len(sections), 0, 0, n,
                      (OriginCount("not stated", n),), 0),
        bottom_line=entries[0].quotations[:1], timeline=(), ahead=(), themes=sections,
        register=tuple(used(i, a) for i, a in numbered),
        method=Method("briefing", "0.1.0", "news", 5, "full", "0" * 64),
        sources=tuple(source(i, a) for i, a in numbered),
    )  # fmt: skip


def many(number: int, sentences_each: int = 4, themes: int = 5) -> Brief:
    """`number` articles of invented sentences, no two alike, over forty days."""
    articles = []
    for n in range(number):
        day = date(2031, 4, 1) + timedelta(n * 40 // max(number, 1))
        body = tuple(
            f"In report {n + 1} the harbour office of Vessar counted {n * 7 + s * 3 + 11} ships in "
            f"the roads, and said that berth {s + 1} would stay closed for {s + 2} more days while "
            "divers look at the damage to the old stone quay."
            for s in range(sentences_each)
        )
        articles.append(
            Told(
                f"Report {n + 1} of the harbour office tells of ships in the roads",
                (body[:2], body[2:]),
                f"{day.isoformat()}T{n % 24:02d}:15",
                outlet=f"Vessar Daily {n % 7}",
                byline="A. Writer" if n % 2 else None,
                uri=f"articles/{n + 1:04d}.txt",
            )
        )
    return of(*articles, title="Harbour of Vessar", themes=themes)


HOSTILE = Told(
    "<script>alert(1)</script> {{ 7*7 }} <img src=file:///etc/passwd>",
    (
        (
            "Body <script>alert(2)</script> says {{ 7*7 }} and {% for x in y %} twice.",
            'An <img src="file:///etc/hostname"> & a <link rel=attachment href=file:///etc/hosts>.',
            "Turn\u202e back\u2066 and\u200f ring\x07 the\x1b[31m bell\ufdd0 now.",
        ),
    ),
    outlet="<b>Outlet</b> {{ 7*7 }}",
    byline="<i>By</i> {{ 7*7 }}",
    uri="javascript:alert(3)//<u>{{ 7*7 }}</u>",
)
SCRIPTS = Told(
    "서울 회담 — Переговоры — محادثات — 会談",
    (
        (
            "한국과 미국의 특사가 서울에서 만났다고 외교부가 밝혔다.",
            "Посланники встретились в Сеуле в понедельник.",
            "التقى المبعوثان في سيول يوم الاثنين.",
            "特使たちは月曜日にソウルで会談した。",
        ),
    ),
    language="ko",
    outlet="한국일보",
)
LONG = Told(
    "W" * 3000,
    (("Before " + "x" * 10_000 + " after it.", "A plain sentence follows."),),
    outlet="O" * 500,
    byline="B" * 500,
    uri="https://long.example/" + "p" * 3000,
)
