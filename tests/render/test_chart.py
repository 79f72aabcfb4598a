from dataclasses import replace
from datetime import date, timedelta

from briefing.brief import Brief
from briefing.render.chart import RIGHT, chart
from tests.render import briefs


def test_labels_are_the_beginnings_of_the_sentences(brief: Brief) -> None:
    drawn = chart(brief)
    assert drawn
    texts = {item.quotation.mark: item.quotation.text for item in (*brief.timeline, *brief.ahead)}
    for event in drawn.events:
        assert texts[event.mark].startswith(event.text.removesuffix("…"))


def test_dates_after_the_last_article_are_marked(brief: Brief) -> None:
    drawn = chart(brief)
    assert drawn
    assert drawn.after is not None
    ahead = [event.when for event in drawn.events if event.kind == "ahead"]
    assert ahead == ["16 May", "21 May", "1 – 10 Jun"]


def test_no_label_lies_on_another_or_under_a_leader(brief: Brief) -> None:
    drawn = chart(brief)
    assert drawn
    events = [event for event in drawn.events if event.level]
    for a in events:
        assert a.x < RIGHT
        for b in events:
            if a is not b and a.x <= b.x <= a.x + 6 * len(a.text):
                assert a.level > b.level or a.x == b.x


def test_long_silences_break_the_axis(brief: Brief) -> None:
    old = replace(briefs.STRIKE, published="2030-01-03T10:00")
    register = (*brief.register, replace(briefs.used(8, old), number=8))
    drawn = chart(replace(brief, register=register))
    assert drawn
    assert [segment.caption.split(",")[0] for segment in drawn.segments] == [
        "January 2030", "May – Jun 2031",
    ]  # fmt: skip


def test_many_articles_are_drawn_as_columns() -> None:
    many = briefs.many(60, 2)
    dated = replace(many, timeline=briefs.sample().timeline)
    drawn = chart(dated)
    assert drawn
    assert drawn.articles == ()
    assert sum(column.articles for column in drawn.columns) == 60


def test_vague_and_far_dates_are_left_to_the_list(brief: Brief) -> None:
    vague = replace(brief.timeline[0], lo="2031-01-01", hi="2031-12-31", precision="year")
    far = replace(brief.timeline[0], lo="1950-06-25", hi="1950-06-25")
    assert chart(replace(brief, timeline=(vague, far), ahead=())) is None


def test_hundreds_of_dates_get_seven_labels(brief: Brief) -> None:
    start = date(2031, 5, 1)
    mentions = tuple(
        replace(
            brief.timeline[0],
            lo=str(start + timedelta(n % 20)),
            hi=str(start + timedelta(n % 20)),
            quotation=replace(brief.timeline[0].quotation, sentence=n + 1),
        )
        for n in range(300)
    )
    drawn = chart(replace(brief, timeline=mentions))
    assert drawn
    assert sum(event.level > 0 for event in drawn.events) == 7
    assert drawn.unlabelled == len(drawn.events) - 7


def test_nothing_dated_draws_nothing() -> None:
    assert chart(briefs.nothing()) is None
