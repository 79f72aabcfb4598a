from briefing.brief import Brief
from briefing.render.rows import rows
from tests.render import briefs


def test_articles_and_dated_sentences_stand_in_order_of_day(brief: Brief) -> None:
    listed = rows(brief)
    assert [row.day for row in listed] == sorted(row.day for row in listed)
    assert [row.text for row in listed if row.kind == "article"] == [
        "Article 1: Northern Wire",
        "Article 4: Ost Haven Post (Northern Wire)",
        "Article 2: Vessar Gazette",
        "Article 3: outlet not stated (Northern Wire)",
    ]
    assert [row.mark for row in listed if row.kind == "ahead"] == ["1:5", "3:3", "2:4"]


def test_many_articles_are_listed_by_the_day() -> None:
    listed = rows(briefs.many(80, 1))
    assert len(listed) == 40
    assert listed[0].text == "2 articles: 1 and 2"


def test_long_silences_show() -> None:
    late = briefs.Told("Late", (("It was late.",),), "2031-09-01T10:00")
    listed = rows(briefs.of(briefs.STRIKE, late))
    assert [row.gap for row in listed] == [True, False]
