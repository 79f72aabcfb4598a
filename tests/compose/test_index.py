"""The index: each name once, over all sources, within its limit."""

from briefing.brief import IndexEntry
from briefing.compose.index import index
from tests.factories import article


def made(*texts: str, limit: int = 50) -> tuple[tuple[IndexEntry, ...], int]:
    articles = [article(text, uri=f"{i}.txt") for i, text in enumerate(texts)]
    return index([articles], {a.id: i for i, a in enumerate(articles, 1)}, limit)


def test_a_name_of_two_sources_is_one_entry_with_both_marks() -> None:
    entries, more = made(
        "It rained all day. Dana Orr, the harbour master, said so.",
        "By then Dana Orr had left the harbour for good.",
    )
    (one,) = entries
    assert (one.kind, one.name, one.marks, more) == ("person", "Dana Orr", ("1:2", "2:1"), 0)
    assert one.role
    assert (one.role.text, one.role_mark) == ("the harbour master", "1:2")


def test_spellings_of_one_name_are_one_entry() -> None:
    entries, _ = made(
        "Talks with Kim Jong-un went on.",
        "Talks with Kim Jong Un went on.",
        "They met in the U.S. on Monday.",
        "They met in the United States.",
        "It was told by François Lund.",
        "It was told by Francois Lund.",
    )
    assert [(one.name, one.variants) for one in entries] == [
        ("Francois Lund", ("François Lund",)),
        ("Kim Jong Un", ("Kim Jong-un",)),
        ("United States", ("U.S.",)),
    ]


def test_a_lone_surname_in_another_article_of_the_story_is_the_one_who_bears_it() -> None:
    entries, _ = made("It was told by Dana Orr.", "It is for Mayor Orr to say.")
    assert [(one.name, one.variants, one.marks) for one in entries] == [
        ("Dana Orr", ("Orr",), ("1:1", "2:1"))
    ]


def test_the_limit_keeps_what_most_sources_name() -> None:
    entries, more = made("They met in Seoul.", "They met in Seoul and Paris.", limit=1)
    assert ([one.name for one in entries], more) == (["Seoul"], 1)
    assert made("They met in Seoul.", limit=0) == ((), 0)


def test_names_stand_by_kind_then_alphabet() -> None:
    entries, _ = made("Dana Orr and Ann Lund of the Merrow Harbour Board met in Seoul and Paris.")
    assert [one.name for one in entries] == [
        "Ann Lund", "Dana Orr", "Merrow Harbour Board", "Paris", "Seoul",
    ]  # fmt: skip
