"""The brief: quotations word for word, told once, and counts that add up."""

from dataclasses import replace
from datetime import UTC, date, datetime

from briefing.brief import Brief, Entry
from briefing.compose import Input, Settings, compose
from briefing.compose.agreement import said, says_the_same
from briefing.compose.length import within
from briefing.compose.rolling import is_live
from briefing.types import (
    Article,
    Copy,
    OriginGroup,
    Pick,
    Story,
    Summary,
    Theme,
    TimeExpr,
)
from tests.factories import article

WIRE = article(
    "Ministers of both countries meet in Tolmere on Monday. "
    "The harbour pilots of Avelin have walked out.",
    uri="wire.txt", title="Talks on Monday", published="2026-03-06T10:00+00:00", agency="Reuters",
    outlet="The Post",
)  # fmt: skip
STAFF = article(
    "The harbour pilots of Avelin have walked out, ministers said. Nobody expects a quick accord.",
    uri="staff.txt", title="Pilots out", published="2026-03-07T10:00+00:00", outlet="Mercury",
)  # fmt: skip
COPY = article(
    "Ministers of both countries meet in Tolmere on Monday. "
    "The harbour pilots of Avelin have walked out!",
    uri="copy.txt", published="2026-03-06T12:00+00:00", agency="Reuters",
)  # fmt: skip


def story(*articles: Article, copies: tuple[Copy, ...] = ()) -> Story:
    by_agency: dict[str, list[str]] = {}
    for a in articles:
        by_agency.setdefault(a.origin.agency or "not stated", []).append(a.id)
    groups = tuple(OriginGroup(name, tuple(ids)) for name, ids in by_agency.items())
    return Story("2026-03-06-abc123", articles[0].id, tuple(a.id for a in articles), copies, groups)


def on_monday(a: Article) -> TimeExpr:
    start = a.text.index("on Monday")
    return TimeExpr(
        start=start, end=start + 9, text="on Monday", sentence=0, type="DATE", value="2026-03-09",
        lo=date(2026, 3, 9), hi=date(2026, 3, 9), granularity="day", mod=None, direction="future",
        anchor="published", cue=None, rule="weekday", confidence=1.0, ahead="stated",
    )  # fmt: skip


def brief(*, evidence: str = "full") -> Brief:
    articles = (WIRE, STAFF, COPY)
    one = story(*articles, copies=(Copy(COPY.id, WIRE.id, 0.95, "identical"),))
    picks = (Pick(0, 2.0, (("position", 2.0),)), Pick(1, 1.0, (("position", 1.0),)))
    return compose(
        [Input(a.uri, a.source, len(a.text), a.digest, article=a) for a in articles],
        (Theme("Port dispute", ("pilots",), (one,)),),
        summaries={a.id: Summary(a.id, picks, "news") for a in articles},
        times={WIRE.id: (on_monday(WIRE),)},
        generated=datetime(2026, 3, 8, 9, tzinfo=UTC),
        settings=Settings(title="Sound", evidence=evidence),  # type: ignore[arg-type]
    )


def test_every_quotation_stands_word_for_word_in_its_source() -> None:
    made = brief()
    texts = {source.number: source.text or "" for source in made.sources}
    quotations = [
        q for t in made.themes for s in t.stories for e in s.entries for q in e.quotations
    ]
    assert len(quotations) == 3
    for quotation in (*quotations, *made.bottom_line):
        assert quotation.text == texts[quotation.source][quotation.start : quotation.end]


def test_what_another_article_of_the_story_said_is_not_told_twice() -> None:
    entries = brief().themes[0].stories[0].entries
    assert [q.mark for q in entries[0].quotations] == ["1:1", "1:2"]
    assert entries[0].quotations[1].agrees == ("2:1",)
    assert [q.mark for q in entries[1].quotations] == ["2:2"]


def test_a_copy_is_told_once_and_counted() -> None:
    made = brief()
    section = made.themes[0].stories[0]
    assert [entry.source for entry in section.entries] == [1, 2]
    assert section.entries[0].copies == (3,)
    assert section.articles == 3
    assert [(o.name, o.articles) for o in section.origins] == [("Reuters", 2), ("not stated", 1)]


def test_the_bottom_line_names_every_source_that_says_the_same() -> None:
    agreeing = {quotation.mark: quotation.agrees for quotation in brief().bottom_line}
    assert agreeing["2:1"] == ("1:2",)


def test_the_bottom_line_is_from_different_stories_the_newest_of_each() -> None:
    old = article("The ferry line began its spring service between both ports on Monday.",
                  uri="old.txt", published="2026-03-01T10:00+00:00")  # fmt: skip
    new = article("The ferry line stopped its service between both ports after a storm.",
                  uri="new.txt", published="2026-03-09T10:00+00:00")  # fmt: skip
    other = article("The assembly passed the budget of the region with a narrow majority.",
                    uri="other.txt", published="2026-03-05T10:00+00:00")  # fmt: skip
    articles = (old, new, other)
    made = compose(
        [Input(a.uri, a.source, 9, a.digest, article=a) for a in articles],
        (Theme("Theme", (), (story(old, new), story(other))),),
        summaries={a.id: Summary(a.id, (Pick(0, 1.0, ()),), "news") for a in articles},
        times={},
        generated=datetime(2026, 3, 10, tzinfo=UTC),
        settings=Settings(title="Sound", bottom_line=2),
    )
    assert [q.text for q in made.bottom_line] == [new.quote(0), other.quote(0)]


def test_the_calendar_quotes_the_sentence_and_the_words_of_the_date() -> None:
    (coming,) = brief().ahead
    assert (coming.lo, coming.words, coming.status) == ("2026-03-09", "on Monday", "stated")
    assert coming.quotation.text == WIRE.quote(0)
    assert brief().timeline == ()


def test_counts_add_up() -> None:
    counts = brief().counts
    assert counts.inputs == counts.used + counts.copies + counts.skipped + counts.failed == 3
    assert (counts.wire, counts.unknown, counts.outlets, counts.stories) == (2, 1, 2, 1)
    assert counts.words == sum(len(a.text.split()) for a in (WIRE, STAFF, COPY))


def test_evidence_says_how_much_of_the_text_travels() -> None:
    full, quoted, none = (brief(evidence=e).sources[0] for e in ("full", "quoted", "none"))
    assert full.text == WIRE.text
    assert quoted.text is None
    assert quoted.excerpts[0] == (0, len(WIRE.quote(0)), WIRE.quote(0))
    assert (none.excerpts, none.sentences) == ((), ())
    assert full.text_sha256 == quoted.text_sha256 == none.text_sha256


def test_a_brief_of_nothing_says_nothing() -> None:
    empty = compose(
        [], (), summaries={}, times={}, settings=Settings(title="Quiet"),
        generated=datetime(2026, 3, 8, tzinfo=UTC),
    )  # fmt: skip
    assert empty.window.first is None
    assert empty.counts.inputs == 0


def test_sentences_with_other_figures_do_not_say_the_same() -> None:
    twelve = said("The accident at the harbour wall injured 12 passengers of the ferry.", "en")
    fifteen = said("The accident at the harbour wall injured 15 passengers of the ferry.", "en")
    again = said("The ferry accident at the harbour wall injured 12 passengers, police said.", "en")
    part = said("The ferry hit the wall.", "en")
    assert not says_the_same(twelve, fifteen)
    assert says_the_same(twelve, again)
    assert not says_the_same(part, twelve)


def test_every_article_has_one_sentence_before_any_has_two_and_the_rest_is_listed() -> None:
    whole = brief()
    two = within(whole.themes, 2)[0].stories[0]
    assert [[q.mark for q in entry.quotations] for entry in two.entries] == [["1:1"], ["2:2"]]
    assert [entry.cut for entry in two.entries] == [1, 0]
    assert two.more == ()
    one = within(whole.themes, 1)[0].stories[0]
    assert [entry.source for entry in one.entries] == [1]
    assert one.more == (2,)  # the newer article opens with what the older says
    apart = replace(
        whole.themes[0].stories[0].entries[0],
        quotations=tuple(
            replace(q, agrees=()) for q in whole.themes[0].stories[0].entries[0].quotations
        ),
    )
    story = replace(
        whole.themes[0].stories[0], entries=(apart, *whole.themes[0].stories[0].entries[1:])
    )
    one = within([replace(whole.themes[0], stories=(story,))], 1)[0].stories[0]
    assert [entry.source for entry in one.entries] == [2]
    assert one.more == (1, 3)  # the older article, and its copy
    assert one.articles == whole.themes[0].stories[0].articles
    assert within(whole.themes, 3) == whole.themes


def test_a_long_story_keeps_its_end_and_its_beginning() -> None:
    theme = brief().themes[0]
    story = theme.stories[0]
    entry = story.entries[0]
    quoted = entry.quotations[0]
    many = tuple(Entry(n, (replace(quoted, source=n, sentence=1),), "", ()) for n in range(1, 6))
    long = replace(theme, stories=(replace(story, entries=many, articles=5),))
    kept = within([long], 3)[0].stories[0]
    assert [entry.source for entry in kept.entries] == [1, 4, 5]
    assert kept.more == (2, 3)


def test_nothing_is_due_today_in_an_archive() -> None:
    assert is_live("2026-03-18", "2026-03-18T00:00:00Z")
    assert is_live("2026-03-19", "2026-03-18T23:30:00Z")
    assert not is_live("2026-03-18", "2026-05-18T00:00:00Z")


def test_a_sentence_and_its_denial_do_not_agree() -> None:
    sold = said("Halvard Ferries has agreed to sell its route to Lund Quay to a fund.", "en")
    denied = said("Halvard Ferries has not agreed to sell its route to Lund Quay to a fund.", "en")
    assert says_the_same(sold, sold)
    assert not says_the_same(sold, denied)
