"""What is coming: other dates side by side, and how many dates there was no room for."""

from datetime import UTC, date, datetime, timedelta

from briefing.brief import Brief, OtherDate
from briefing.chronology import mentions
from briefing.compose import Input, Settings, compose
from briefing.compose.calendar import MAX_AHEAD, MAX_EVENTS
from briefing.render import render
from briefing.types import Article, OriginGroup, Story, Summary, Theme
from tests.factories import article

DAY = "2026-03-06T10:00+00:00"


def told(*articles: Article) -> Brief:
    ids = tuple(a.id for a in articles)
    story = Story("2026-03-06-abc123", ids[0], ids, (), (OriginGroup("not stated", ids),))
    return compose(
        [Input(a.uri, a.source, len(a.text), a.digest, article=a) for a in articles],
        (Theme("Port dispute", ("port",), (story,)),),
        summaries={a.id: Summary(a.id, (), "lead") for a in articles},
        times={a.id: mentions(a) for a in articles},
        generated=datetime(2026, 3, 7, tzinfo=UTC),
        settings=Settings(title="Port"),
    )


def one(text: str, uri: str) -> Article:
    return article(text, uri=uri, title=f"Title of {uri}", published=DAY)


def test_one_event_with_two_dates_has_both_side_by_side() -> None:
    brief = told(
        one("The port council of Avelin will meet the pilots' union on 12 March.", "a.txt"),
        one("The port council of Avelin will meet the pilots' union on 19 March.", "b.txt"),
        one("A fair of old boats will open in the harbour of Tolmere on 20 March.", "c.txt"),
    )
    first, second, other = brief.ahead
    assert first.conflicts == (OtherDate("2026-03-19", "2026-03-19", "day", second.quotation.mark),)
    assert second.conflicts == (OtherDate("2026-03-12", "2026-03-12", "day", first.quotation.mark),)
    assert other.conflicts == ()
    printed = render(brief, ("txt", "html")).outputs
    assert f"Another date in {second.quotation.mark}: Thu 19 Mar 2026" in printed["txt"].decode()
    assert b"Another date in" in printed["html"]


def test_one_source_with_two_dates_does_not_contradict_itself() -> None:
    brief = told(
        one(
            "The port council of Avelin will meet the pilots' union on 12 March. "
            "The port council of Avelin will meet the pilots' union on 19 March.",
            "a.txt",
        )
    )
    assert [mention.conflicts for mention in brief.ahead] == [(), ()]


def test_dates_without_room_are_counted_and_the_count_is_printed() -> None:
    days = [date(2026, 3, 10) + timedelta(days=i) for i in range(MAX_AHEAD + 3)]
    text = " ".join(
        f"Ferry number {i} of the line to Merrow will sail on {day.day} {day:%B} {day.year}."
        for i, day in enumerate(days, 1)
    )
    brief = told(one(text, "a.txt"))
    assert (len(brief.ahead), brief.ahead_more) == (MAX_AHEAD, 3)
    printed = render(brief, ("txt", "html")).outputs
    assert "and 3 more dates of less weight" in printed["txt"].decode()
    assert "and 3 more dates of less weight" in printed["html"].decode()


def test_a_cancelling_stands_before_what_announced_the_date() -> None:
    brief = told(
        one("The port council of Avelin will meet the pilots' union on 12 March.", "a.txt"),
        one(
            "The meeting of the pilots' union and the council on 12 March was called off.", "b.txt"
        ),
    )
    (mention,) = brief.ahead
    assert mention.status == "cancelled"
    assert mention.quotation.text.endswith("was called off.")
    assert len(mention.also) == 1


def at(text: str, uri: str, published: str) -> Article:
    return article(text, uri=uri, title=f"Title of {uri}", published=f"{published}T10:00+00:00")


def test_a_date_that_a_newer_article_extends_is_over() -> None:
    old = at("The lease of the old quay of Avelin expires on 31 March.", "a.txt", "2026-03-03")
    new = at(
        "The council of Avelin will extend the lease of the old quay to 30 May.",
        "b.txt",
        "2026-03-06",
    )
    other = at(
        "A boat show at the old quay of Avelin will open on 31 March.", "c.txt", "2026-03-03"
    )
    assert [m.lo for m in told(old).ahead] == ["2026-03-31"]
    days = [(m.lo, m.quotation.text[:5]) for m in told(old, new, other).ahead]
    assert days == [("2026-03-31", "A boa"), ("2026-05-30", "The c")]


def test_a_plan_that_a_newer_article_gives_up_is_over() -> None:
    old = at("Two ferry lines may leave the port of Avelin on 31 March.", "a.txt", "2026-03-03")
    new = at(
        "Two ferry lines that had threatened to leave Avelin on 31 March said they would stay.",
        "b.txt",
        "2026-03-06",
    )
    assert [m.status for m in told(old).ahead] == ["possible"]
    assert told(old, new).ahead == ()


def test_what_may_be_is_left_out_where_its_sentence_looks_ahead_to_a_day_now_over() -> None:
    late = at(
        "Two ferry lines may leave Avelin in April, and the union will vote on Tuesday.",
        "a.txt",
        "2026-03-01",
    )
    assert told(late, at("The union of Avelin voted.", "b.txt", "2026-03-06")).ahead == ()


def test_a_past_date_is_told_by_the_sentence_that_tells_what_happened() -> None:
    brief = told(
        at(
            "All pilots of Avelin recalled on 4 March will be back on Thursday.",
            "a.txt",
            "2026-03-06",
        ),
        at(
            "The channel is slow. Corvany recalled its pilots from Avelin on 4 March, it said.",
            "b.txt",
            "2026-03-06",
        ),
    )
    (mention,) = (m for m in brief.timeline if m.lo == "2026-03-04")
    assert mention.quotation.text.startswith("Corvany recalled")


def test_the_dates_of_the_bottom_line_are_always_told_and_the_rest_is_counted() -> None:
    days = " ".join(
        f"Ferry number {i} of the line to Merrow sank off Tolmere on {i} January 2026."
        for i in range(1, 29)
    )
    lead = "The councils of Avelin and Tolmere signed a treaty on the sound on Thursday."
    brief = told(at(f"{lead} {days}", "a.txt", "2026-03-06"))
    assert any(quoted.text == lead for quoted in brief.bottom_line)
    assert "2026-03-05" in [mention.lo for mention in brief.timeline]
    assert (len(brief.timeline), brief.timeline_more) == (MAX_EVENTS, 29 - MAX_EVENTS)
    printed = render(brief, ("txt", "html", "md")).outputs
    for form in ("txt", "html", "md"):
        text = " ".join(printed[form].decode().split())
        assert f"{29 - MAX_EVENTS} more dated events, for which there is no room" in text
    assert "Dates</a> has all in full" not in printed["html"].decode()


def test_a_month_of_one_story_is_listed_once() -> None:
    brief = told(
        at("Nine people were taken from a farm near Holm in April 2014.", "a.txt", "2026-03-06"),
        at(
            "The council freed miners of Holm who were seized in April 2014.", "b.txt", "2026-03-06"
        ),
    )
    (mention,) = brief.timeline
    assert mention.also
    printed = render(brief, ("txt", "html")).outputs
    text = " ".join(printed["txt"].decode().split())
    assert f"; date also in {mention.also[0]}]" in text
    assert "date also in" in printed["html"].decode()


def test_a_sentence_that_dangles_has_its_headline_beside_it() -> None:
    text = "The council of Avelin raised a fee. The Assembly votes on 26 March."
    brief = told(one(text, "a.txt"))
    (mention,) = brief.ahead
    assert mention.headed
    printed = render(brief, ("txt", "html", "md", "ics")).outputs
    assert "Title of a.txt: The Assembly votes on 26 March." in printed["txt"].decode()
    assert "Title of a.txt:\n\n> The Assembly votes on 26 March." in printed["md"].decode()
    assert "SUMMARY:The Assembly votes on 26 March. (Title of a.txt)" in printed["ics"].decode()
    assert '<span class="w hd"' in printed["html"].decode()
    (alone,) = told(
        one("The port council of Avelin will meet the pilots' union on 12 March.", "b.txt")
    ).ahead
    assert not alone.headed


def test_of_agreeing_sentences_the_one_that_stands_alone_is_quoted() -> None:
    brief = told(
        one("The fee was raised. The vote on the fee for fishing boats is on 26 March.", "a.txt"),
        one(
            "It rained. The Assembly of Lethmark will vote on a fee for fishing boats on 26 March.",
            "b.txt",
        ),
    )
    (mention,) = brief.ahead
    assert (mention.quotation.text[:12], mention.headed) == ("The Assembly", False)
