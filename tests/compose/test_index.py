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
        ("François Lund", ("Francois Lund",)),
        ("Kim Jong Un", ("Kim Jong-un",)),
        ("United States", ("U.S.",)),
    ]


def test_a_lone_surname_in_another_article_of_the_story_is_the_one_who_bears_it() -> None:
    entries, _ = made("It was told by Dana Orr.", "It is for Mayor Orr to say.")
    assert [(one.name, one.variants, one.marks) for one in entries] == [
        ("Dana Orr", ("Orr",), ("1:1", "2:1"))
    ]


def test_a_name_within_a_fuller_one_of_the_story_is_the_same_person() -> None:
    entries, _ = made(
        "It was told by Dana Orr.",
        "It was told by Dana Lund Orr.",
        "It is for Mayor Orr to say.",
        "It was told by Ann Lund.",
    )
    assert [(one.name, one.variants) for one in entries] == [
        ("Ann Lund", ()),
        ("Dana Lund Orr", ("Dana Orr", "Orr")),
    ]


def test_a_name_within_two_that_differ_is_neither() -> None:
    entries, _ = made(
        "It was told by Dana Orr.", "It was told by Dana Lund Orr.", "It was told by Dana Ann Orr."
    )
    assert len(entries) == 3


def test_the_un_and_a_body_of_it_are_two_however_spelled() -> None:
    entries, _ = made(
        "The U.N. Security Council met on Monday. The U.N. said so.",
        "The United Nations Security Council met on Monday.",
        "The United Nations was told.",
    )
    assert [(one.name, one.marks) for one in entries] == [
        ("United Nations", ("1:2", "3:1")),
        ("United Nations Security Council", ("1:1", "2:1")),
    ]


def test_accents_do_not_move_a_name() -> None:
    entries, _ = made("They met in Zurich. It was told by Álvaro Lund, Boris Orr and Zoe Lund.")
    assert [one.name for one in entries if one.kind == "person"] == [
        "Álvaro Lund", "Boris Orr", "Zoe Lund",
    ]  # fmt: skip


def test_the_limit_keeps_what_most_sources_name() -> None:
    entries, more = made("They met in Seoul.", "They met in Seoul and Paris.", limit=1)
    assert ([one.name for one in entries], more) == (["Seoul"], 1)
    assert made("They met in Seoul.", limit=0) == ((), 0)


def test_names_stand_by_kind_then_alphabet() -> None:
    entries, _ = made("Dana Orr and Ann Lund of the Merrow Harbour Board met in Seoul and Paris.")
    assert [one.name for one in entries] == [
        "Ann Lund", "Dana Orr", "Merrow Harbour Board", "Paris", "Seoul",
    ]  # fmt: skip
