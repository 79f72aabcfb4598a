"""What is coming: other dates side by side, and how many dates there was no room for."""

from datetime import UTC, date, datetime, timedelta

from briefing.brief import Brief, OtherDate
from briefing.chronology import mentions
from briefing.compose import Input, Settings, compose
from briefing.compose.calendar import MAX_AHEAD
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
