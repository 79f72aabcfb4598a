"""A page that says it was taken back, and news of a report that was."""

import pytest

from briefing.language.notices import says_withdrawn


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour Digest has withdrawn this article because its documents were forged.",
        "This story has been retracted.",
        "The Avelin Mercury no longer stands by this report.",
        "Dieser Artikel wurde zurückgezogen.",
    ],
)
def test_a_page_that_takes_itself_back_is_known(sentence: str) -> None:
    assert says_withdrawn(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry has withdrawn its report on the harbour.",
        "This article has been updated after a quotation was withdrawn.",
        "A picture was removed from this story.",
        "Parliament has withdrawn this article of the harbour act.",
    ],
)
def test_news_of_what_is_withdrawn_is_no_notice(sentence: str) -> None:
    assert not says_withdrawn(sentence)
