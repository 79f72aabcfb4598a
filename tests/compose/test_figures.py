"""Differing figures: side by side where sources count the same and differ, and only there."""

from briefing.brief import Difference
from briefing.compose.figures import MAX_FIGURES, differences
from briefing.types import Article
from tests.factories import article

FERRY = "{} when the ferry struck the outer mole of Kesselvik harbour in a storm{}."


def told(*texts: str, days: tuple[int, ...] = ()) -> tuple[Difference, ...]:
    articles: list[Article] = []
    for i, text in enumerate(texts):
        day = days[i] if days else 1 + i
        articles.append(article(text, uri=f"{i}.txt", published=f"2026-03-{day:02}T10:00+00:00"))
    return differences(articles, {a.id: i for i, a in enumerate(articles, 1)})


def words(found: tuple[Difference, ...]) -> list[list[str]]:
    return [[figure.words.text for figure in one.figures] for one in found]


def test_a_toll_that_grows_is_told_from_earlier_to_later() -> None:
    found = told(
        FERRY.format("At least 12 people were injured", ", police said"),
        FERRY.format("19 people were injured", ", the port office said"),
    )
    assert words(found) == [
        [
            f"{many} people were injured when the ferry struck the outer mole of Kesselvik harbour"
            for many in ("At least 12", "19")
        ]
    ]
    (one,) = found
    assert (one.kind, one.noun) == ("injured", "people")
    assert [f.mark for f in one.figures] == ["1:1", "2:1"]
    assert [f.speaker and f.speaker.text for f in one.figures] == ["police", "the port office"]


def test_the_same_value_is_one_row_with_the_marks_of_all() -> None:
    (one,) = told(
        FERRY.format("12 people were injured", ""),
        FERRY.format("Twelve people were injured", " on Monday"),
        FERRY.format("19 people were injured", ""),
    )
    assert [f.also for f in one.figures] == [("2:1",), ()]


def test_the_words_shown_end_where_they_are_whole() -> None:
    (one,) = told(
        FERRY.format("12 people were injured", " of up to 118 kilometres an hour"),
        FERRY.format("19 people were injured", ""),
    )
    assert one.figures[0].words.text.endswith("Kesselvik harbour")


def test_values_that_agree_are_no_difference() -> None:
    assert not told(
        FERRY.format("More than 500 people were injured", ""),
        FERRY.format("527 people were injured", ""),
    )


def test_unlike_things_are_never_paired() -> None:
    killed = FERRY.format("12 people were killed", "")
    for other in (
        FERRY.format("19 people were injured", ""),  # hurt, not killed
        FERRY.format("Another 19 people were killed", ""),  # more, not in all
        "At least 19 people were killed in October when a ferry struck the outer mole.",
        "A cable car fell in Dunmarrow and 19 people were killed by the lake beneath it.",
    ):
        assert not told(killed, "A ferry struck a mole. It sank. The sea was high. " + other)


def test_two_players_are_not_one() -> None:
    assert not told(
        "Dana Orr scored 16 points in the first half of the harbour cup final.",
        "Lena Morvik scored 23 points in the first half of the harbour cup final.",
    )


def test_a_part_stands_beside_no_whole() -> None:
    both = "The levy is 15.5 percent for cash and 8 percent for other harbour earnings abroad."
    assert not told(both, both.replace("levy", "tax"))


def test_one_article_does_not_differ_with_itself() -> None:
    assert not told(
        FERRY.format("12 people were injured", "") + " " + FERRY.format("19 were injured", "")
    )


def test_other_languages_are_left_alone() -> None:
    texts = (FERRY.format("12 people were injured", ""), FERRY.format("19 people were injured", ""))
    articles = [article(text, language="de", uri=text) for text in texts]
    assert not differences(articles, {a.id: i for i, a in enumerate(articles, 1)})


def test_many_values_show_the_first_and_the_newest() -> None:
    found = told(*(FERRY.format(f"{50 + 3 * i} people were injured", "") for i in range(9)))
    (one,) = found
    assert len(one.figures) == MAX_FIGURES
    assert [f.source for f in one.figures] == [1, 5, 6, 7, 8, 9]


def test_the_extremes_are_shown_however_many_values_there_are() -> None:
    found = told(
        *(FERRY.format(f"{n} people were injured", "") for n in (55, 50, 75, *range(60, 67)))
    )
    (one,) = found
    assert {f.source for f in one.figures} >= {1, 2, 3, 10}


def test_values_that_merely_fit_are_rows_of_their_own() -> None:
    (one,) = told(
        FERRY.format("More than 70 people were injured", ""),
        FERRY.format("Nearly 80 people were injured", ""),
        FERRY.format("77 people were injured", ""),
        FERRY.format("At least 77 people were injured", ""),
        FERRY.format("84 people were injured", ""),
        FERRY.format("Over 70 people were injured", ""),
    )
    assert [(f.mark, f.also) for f in one.figures] == [
        ("1:1", ("6:1",)), ("2:1", ()), ("3:1", ()), ("4:1", ()), ("5:1", ()),
    ]  # fmt: skip


def test_a_moving_count_of_two_named_days_is_no_difference() -> None:
    waiting = "{} ships were waiting at anchor in the Merrow roads on {}, the traffic office said."
    assert not told(waiting.format("27", "Sunday"), waiting.format("22", "Friday"))
    assert told(waiting.format("27", "Sunday"), waiting.format("22", "Sunday"))
    hurt = FERRY.format("12 people were injured", " on {}")
    assert told(hurt.format("Sunday"), hurt.replace("12", "19").format("Monday"))


def test_an_article_may_set_its_count_against_that_of_another() -> None:
    (one,) = told(
        "Twenty-seven ships were waiting at anchor on Sunday, the traffic office said.",
        "Thirty-four ships were waiting off Merrow on Thursday. The count is higher than that of "
        "the office, which put the number of waiting ships at 27 on Sunday and has kept to it.",
    )
    assert [(f.mark, f.also) for f in one.figures] == [("1:1", ("2:2",)), ("2:1", ())]


def test_a_small_toll_that_rose_is_listed_beside_the_hurt() -> None:
    found = told(
        FERRY.format("At least two people were killed and 12 injured", " on Monday"),
        "The death toll from a ferry accident in the harbour of Kesselvik rose to three on Tuesday "
        "in the storm. " + FERRY.format("19 people were injured", ""),
    )
    assert [(one.kind, len(one.figures)) for one in found] == [("killed", 2), ("injured", 2)]


def test_the_month_of_the_event_does_not_part_a_later_toll() -> None:
    assert told(
        FERRY.format("60 people were killed", ""),
        "The death toll of the ferry that struck a mole on March 1 in Kesselvik rose to 85.",
    )
