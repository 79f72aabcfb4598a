"""What reads badly alone, and the choice that passes it over."""

import pytest

from briefing.language.prose import is_boilerplate, is_fragment, is_unpaired, leaning
from briefing.summarise import summarise
from tests.factories import article


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("She resigned over the budget.", "pronoun"),
        ("“He left the port on Monday,” Orr said.", "pronoun"),
        ("But the fleet may sail.", "connective"),
        ("As a result, the ferries wait.", "connective"),
        ('"We will wait," he said.', "attribution"),
        ("The port would close on Friday, she said.", "attribution"),
        ("The visit comes as talks stall.", "event"),
        ("This week the port closes.", ""),
        ("It is clear that the port will close.", ""),
        ("The port closed on Monday.", ""),
        ('"We will wait," said Dana Orr.', ""),
        ("So-called ghost ships crossed the Sound.", ""),
    ],
)
def test_leaning_is_told_by_the_opening(text: str, how: str) -> None:
    assert leaning(text) == how


@pytest.mark.parametrize(
    "text",
    ["Photo: the port of Seaton.", "Read more: harbours.", "See https://example.org for maps.",
     "A crane in this undated photo released by the navy.", "Jo Ames contributed to this report."],
)  # fmt: skip
def test_boilerplate_is_seen(text: str) -> None:
    assert is_boilerplate(text)


def test_copyright_law_is_no_boilerplate() -> None:
    assert not is_boilerplate("The court fined the singer for infringing copyright.")


@pytest.mark.parametrize(
    "text", ["Cranes at the port of Seaton.", "Too late.", "The port closed on"]
)
def test_fragments_are_seen(text: str) -> None:
    assert is_fragment(text)


@pytest.mark.parametrize("text", ['"We wait.', "We wait (all of us.", "“We wait."])
def test_half_a_quotation_is_seen(text: str) -> None:
    assert is_unpaired(text)


def test_a_pronoun_is_quoted_only_behind_its_sentence() -> None:
    text = " ".join(
        ["Dana Orr led the harbour of Seaton for ten years.", "She resigned over its budget."]
        + [f"Harbour number {n} was closed by a storm in {2000 + n}." for n in range(8)]
    )
    for limit in range(1, 8):
        chosen = [p.sentence for p in summarise(article(text), max_sentences=limit).picks]
        assert 1 not in chosen or 0 in chosen


def test_spread_brings_a_sentence_from_beyond_the_opening() -> None:
    text = (
        "The port of Seaton was closed on Monday after a storm. The storm broke two cranes in the"
        " port. Ferries between Seaton and Merrow were cancelled. Islanders slept in a school."
        " Ministers meet on Friday about money. Prices of food rose on Merrow. Doctors asked for"
        " medicine. Farmers lost their hay. The navy was called to Seaton and Merrow by the port."
    )
    near = [p.sentence for p in summarise(article(text), spread=False).picks]
    far = [p.sentence for p in summarise(article(text), spread=True).picks]
    assert max(far) >= 3
    assert max(far) >= max(near)


def test_an_article_of_captions_gives_nothing_and_says_why() -> None:
    summary = summarise(article("Photo: the port.\n\nRead more: cranes of Seaton."))
    assert summary.picks == ()
    assert summary.note == "no sentence reads well on its own"


def test_the_news_method_runs_on_documents_of_sumy() -> None:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    from briefing.summarise import NewsSummarizer

    texts = [f"The port of town {n} was closed by a storm." for n in range(6)]
    document = ObjectDocumentModel([Paragraph([Sentence(text, None) for text in texts])])
    chosen = NewsSummarizer()(document, 2)
    assert all(any(one is other for other in document.sentences) for one in chosen)
    assert len(NewsSummarizer()(document, "50%")) <= 3
    assert NewsSummarizer()(ObjectDocumentModel([]), 3) == ()
