"""The bottom line tells how a story stands, in sentences that need nothing before them."""

from datetime import UTC, datetime

from briefing.chronology import mentions
from briefing.compose import Input, Settings, compose
from briefing.types import Article, Pick, Summary, Theme
from tests.compose.test_compose import story
from tests.factories import article


def lines(*articles: Article, sentences: int = 4) -> list[str]:
    """Return the bottom line of a brief of one story."""
    made = compose(
        [Input(a.uri, a.source, 9, a.digest, article=a) for a in articles],
        (Theme("Theme", (), (story(*articles),)),),
        summaries={a.id: Summary(a.id, (Pick(0, 1.0, ()),), "news") for a in articles},
        times={a.id: mentions(a) for a in articles},
        generated=datetime(2026, 4, 8, 18, tzinfo=UTC),
        settings=Settings(title="Canal", bottom_line=sentences),
    )
    return [quotation.text for quotation in made.bottom_line]


def page(text: str, day: str) -> Article:
    return article(text, uri=f"{day}.txt", published=f"{day}+00:00")


REOPENS = "The sea lock of Port Ansgar will reopen on 9 April, the canal board told reporters."


def test_a_date_that_a_newer_article_moves_is_not_told() -> None:
    old = page(REOPENS, "2026-04-07T10:00")
    new = page("The canal board has postponed the reopening of the sea lock of Port Ansgar "
               "to 11 April.", "2026-04-08T10:00")  # fmt: skip
    assert lines(old) == [REOPENS]
    assert lines(old, new) == [new.quote(0)]


def test_a_date_that_a_newer_article_cancels_is_not_told() -> None:
    strike = "Nurses of Belisar will hold a warning strike in the hospitals on 10 April."
    old = page(strike, "2026-04-07T10:00")
    new = page("The nurses of Belisar have called off the warning strike in their hospitals.",
               "2026-04-08T10:00")  # fmt: skip
    assert lines(old, new) == [new.quote(0)]


def test_of_sentences_that_contradict_each_other_the_newest_is_told() -> None:
    old = page("Halvard Ferries has agreed to sell its route to Lund Quay to a fund.",
               "2026-04-07T10:00")  # fmt: skip
    new = page("Halvard Ferries had no plan to sell its route to Lund Quay to a fund.",
               "2026-04-08T10:00")  # fmt: skip
    assert lines(old, new) == [new.quote(0)]


def test_what_was_to_come_a_week_before_the_newest_article_is_stale() -> None:
    talks = "Delegates from Lethmark and Corvany will cover a range of issues in Tolmere."
    assert lines(page(talks, "2026-04-01T10:00")) == [talks]
    late = page("Lethmark and Corvany opened a bridge.", "2026-04-08T10:00")
    assert talks not in lines(page(talks, "2026-03-28T10:00"), late)


def test_a_later_sentence_that_takes_something_as_known_is_not_told() -> None:
    first = "Lethmark plans a higher toll for the ferries of the Sound of Merrow."
    for leaning in (
        "Fishermen of Kesselvik would oppose the increase.",
        "Nobody knew the news until a spokesperson here said so.",
        "Talks with the pilots of Kesselvik have since stalled.",
        "A boy from Kesselvik fell into the pen.",
    ):
        assert lines(page(f"{first} {leaning}", "2026-04-08T10:00")) == [first]
