"""The register: every input has one entry, one number and one fate."""

import random
from dataclasses import replace

from briefing.compose.register import Input, register
from briefing.types import Article, Copy, OriginGroup, Problem, Story, Theme
from tests.factories import article


def told(*articles: Article, copies: tuple[Copy, ...] = ()) -> tuple[Theme, ...]:
    ids = tuple(a.id for a in articles)
    return (Theme("Theme", (), (Story("s", ids[0], ids, copies, (OriginGroup("A", ids),)),)),)


def came_in(value: Article, **changes: object) -> Input:
    item = Input(value.uri, value.source, 10, value.digest, article=value)
    return replace(item, **changes)  # type: ignore[arg-type]


FIRST = article("The ferry sailed at noon.", uri="a.txt", published="2026-03-01T10:00+00:00")
SECOND = article("The ferry came back at night.", uri="b.txt", published="2026-03-02T10:00+00:00")
UNDATED = article("Nobody knows when this was.", uri="c.txt")
EMPTY = Input("d.txt", "test", 0, "0" * 64, problem=Problem("extract", "d.txt", "empty"))
BROKEN = Input("e.txt", "test", 9, "1" * 64, problem=Problem("extract", "e.txt", "parser_error"))


def test_used_articles_are_numbered_by_date_then_skipped_then_failed() -> None:
    inputs = [BROKEN, EMPTY, came_in(UNDATED), came_in(SECOND), came_in(FIRST)]
    entries = register(inputs, told(FIRST, SECOND, UNDATED)).entries
    assert [(e.number, e.uri, e.fate) for e in entries] == [
        (1, "a.txt", "used"),
        (2, "b.txt", "used"),
        (3, "c.txt", "used"),
        (4, "d.txt", "skipped"),
        (5, "e.txt", "failed"),
    ]


def test_order_of_input_does_not_matter() -> None:
    inputs = [BROKEN, EMPTY, came_in(UNDATED), came_in(SECOND), came_in(FIRST)]
    themes = told(FIRST, SECOND, UNDATED)
    expected = register(inputs, themes)
    for seed in range(5):
        shuffled = random.Random(seed).sample(inputs, len(inputs))  # noqa: S311 - order only
        assert register(shuffled, themes) == expected


def test_a_copy_names_the_article_that_is_told_even_through_another_copy() -> None:
    third = article("The ferry sailed at noon!", uri="z.txt", published="2026-03-03T10:00+00:00")
    copies = (
        Copy(SECOND.id, FIRST.id, 0.9, "identical"),
        Copy(third.id, SECOND.id, 0.9, "identical"),
    )
    inputs = [came_in(FIRST), came_in(SECOND), came_in(third)]
    entries = register(inputs, told(FIRST, SECOND, third, copies=copies)).entries
    assert [(e.fate, e.copy_of) for e in entries] == [("used", None), ("copy", 1), ("copy", 1)]


def test_the_same_bytes_again_are_no_further_article() -> None:
    again = Input("y.txt", "test", 10, FIRST.digest, same_as=FIRST.digest)
    entries = register([again, came_in(FIRST)], told(FIRST)).entries
    assert [(e.uri, e.fate, e.reason, e.copy_of) for e in entries] == [
        ("a.txt", "used", "", None),
        ("y.txt", "skipped", "same_bytes", 1),
    ]
    assert entries[1].published == entries[0].published
    assert entries[1].words == entries[0].words


def test_the_same_bytes_of_something_skipped_are_skipped_too() -> None:
    again = Input("y.txt", "test", 0, EMPTY.digest, same_as=EMPTY.digest)
    entries = register([again, EMPTY], ()).entries
    assert [(e.fate, e.reason) for e in entries] == [("skipped", "empty"), ("skipped", "empty")]


def test_an_article_outside_the_window_keeps_what_it_states() -> None:
    late = came_in(SECOND, problem=Problem("window", "b.txt", "outside_window"))
    entries = register([came_in(FIRST), late], told(FIRST)).entries
    assert entries[1].fate == "skipped"
    assert entries[1].published is not None
    assert entries[1].published.instant == "2026-03-02T10:00:00Z"


def test_a_copy_that_does_not_say_comes_from_the_agency_of_its_original() -> None:
    wire = article("The ferry sailed at noon.", uri="a.txt", agency="Reuters",
                   published="2026-03-01T10:00+00:00")  # fmt: skip
    copies = (Copy(SECOND.id, wire.id, 0.9, "identical"),)
    entries = register([came_in(wire), came_in(SECOND)], told(wire, SECOND, copies=copies)).entries
    assert entries[1].origin is not None
    assert (entries[1].origin.kind, entries[1].origin.agency) == ("wire", "Reuters")
    assert entries[1].origin.reason == "a copy of no. 1, which says so"
