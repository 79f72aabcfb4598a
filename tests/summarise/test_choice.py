"""The choice among rated sentences passes over what reads badly alone."""

from briefing.summarise import summarise
from tests.factories import article


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
        " New cranes for Seaton and a wall against any storm will cost a large sum."
        " Ministers meet on Friday about money. Doctors asked for medicine. Farmers lost hay."
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


PLAIN = (
    "The port of Seaton was closed on Monday after a storm. The storm broke two cranes of the "
    "port. Ferries between Seaton and Merrow were cancelled. Islanders slept in a school. "
)
LATER = (
    "Ministers meet on Friday about money. Prices of food rose on Merrow. Doctors asked for "
    "medicine. Farmers lost their hay. {} The navy was called to Seaton by the port. "
)


def test_spread_prefers_what_experts_make_of_it() -> None:
    told = PLAIN + LATER.format(
        "Analysts say that Seaton needs new cranes and a higher wall against any storm."
    )
    assert 8 in [p.sentence for p in summarise(article(told), spread=True).picks]
    assert 8 not in [p.sentence for p in summarise(article(told), spread=False).picks]


def test_spread_reaches_beyond_the_first_third_of_a_short_article() -> None:
    late = "New cranes for Seaton and a wall against any storm will cost a large sum. "
    picks = summarise(article(PLAIN + late + LATER.format(""))).picks
    assert max(p.sentence for p in picks) >= 4


def test_nobody_is_called_by_a_surname_who_is_not_introduced() -> None:
    text = (
        "The port of Seaton was closed on Monday after a storm. "
        "Dana Orr, who leads the port, asked the ministry for money on Tuesday. "
        "Orr had warned of the cranes, which fell on two of the ferries. "
    )
    for limit in (1, 2, 3):
        chosen = [p.sentence for p in summarise(article(text), max_sentences=limit).picks]
        assert 2 not in chosen or 1 in chosen
    known = article(text, title="Orr closes the port of Seaton", barred=(1,))
    assert 2 in [p.sentence for p in summarise(known, max_sentences=2).picks]


def test_what_nothing_shown_explains_is_passed_over_where_it_must_read_alone() -> None:
    standing = (
        "The standoff at the port of Seaton over Monday's storm ended with a vote of ministers."
    )
    loose = "Ministers say the official at the port of Seaton knew of Monday's storm for a week."
    for late in (standing.replace("standoff at", "standoff, in which"), loose):
        told = article(PLAIN + LATER.format(late))
        assert 8 not in [p.sentence for p in summarise(told, spread=True).picks]


def test_a_short_summary_is_better_than_one_that_jars() -> None:
    told = (
        "She led the port for years. " + PLAIN.split(". ")[0] + ". The two men left. They left it."
    )
    picks = summarise(article(told)).picks
    assert 0 not in [p.sentence for p in picks]
    assert len(picks) < 3
