"""Story ids that survive rewording and time."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.group import group
from briefing.group.ids import Fate, Inheritance, Told, Trace, inherit, story_ids, told
from tests.factories import article


def of(name: str, *articles: str) -> Told:
    return Told(name, tuple(Trace(a, f"{a}.txt", ()) for a in articles))


@pytest.mark.parametrize(
    ("previous", "stories", "expected"),
    [
        ([], [of("n", "a")], Inheritance(("n",), (), ())),
        ([of("o", "a")], [of("n", "a", "b")], Inheritance(("o",), (), (), ("o",))),
        ([of("o", "a")], [of("n", "b")], Inheritance(("n",), (), ())),
        (
            [of("o1", "a", "b"), of("o2", "c")],
            [of("n", "a", "b", "c")],
            Inheritance(("o1",), (("o2", "o1"),), (), ("o1",)),
        ),
        (
            [of("o", "a", "b", "c")],
            [of("n1", "a"), of("n2", "b", "c")],
            Inheritance(("n1", "o"), (), (("o", "n1"),), ("o",)),
        ),
        (
            [of("o1", "a", "b"), of("o2", "c", "d")],
            [of("n1", "a", "c", "d"), of("n2", "b")],
            Inheritance(("o2", "o1"), (), (), ("o2", "o1")),
        ),
        ([of("o2", "b"), of("o1", "a")], [of("n", "a", "b")],
         Inheritance(("o1",), (("o2", "o1"),), (), ("o1",))),
    ],
    ids=["first run", "grown", "new", "merged", "split", "swapped", "the older wins a tie"],
)  # fmt: skip
def test_ids_are_inherited_by_overlap(
    previous: list[Told], stories: list[Told], expected: Inheritance
) -> None:
    assert inherit(previous, stories) == expected


def test_an_old_id_is_never_given_to_another_story() -> None:
    found = inherit([of("o", "a", "b", "c")], [of("o", "a"), of("n", "b", "c")])
    assert found.ids == ("o-2", "o")


TEXT = """The ferry Saint Orla ran aground on the Kessel reef early on Tuesday with 140 passengers
aboard, the coastguard in Port Maren said. Lifeboats took everyone off within two hours. The hull
of the Saint Orla is torn below the water line and tugs from Port Maren wait for the tide."""


def test_a_reworded_article_under_another_address_keeps_the_id() -> None:
    old = article(TEXT, uri="a.txt", published="2021-05-04T10:00+00:00")
    new = article(
        TEXT.replace("140", "more than 140").replace("wait", "stood ready and waited"),
        uri="b.txt",
        published="2021-05-06T10:00+00:00",
    )
    ((first,),) = (theme.stories for theme in group([old]))
    ((second,),) = (theme.stories for theme in group([new]))
    assert first.id != second.id
    assert inherit([told(first, [old])], [told(second, [new])]).ids == (first.id,)


def test_a_page_that_was_written_anew_keeps_the_id_by_its_address() -> None:
    before, after = Trace("a", "page.html", (1, 2)), Trace("b", "page.html", (3, 4))
    assert inherit([Told("o", (before,))], [Told("n", (after,))]).ids == ("o",)


def test_equal_first_texts_are_told_apart() -> None:
    one = article(TEXT, published="2021-05-04T10:00+00:00")
    assert len(set(story_ids([one, one, one]))) == 3


partitions = st.lists(st.integers(0, 4), min_size=1, max_size=14)


def parts(labels: list[int], prefix: str) -> list[Told]:
    return [
        of(f"{prefix}{k}", *(f"a{i}" for i, label in enumerate(labels) if label == k))
        for k in sorted(set(labels))
    ]


@given(partitions, partitions, st.randoms(use_true_random=False))
def test_ids_are_distinct_and_do_not_depend_on_order(
    before: list[int], after: list[int], shuffler: random.Random
) -> None:
    previous, stories = parts(before, "o"), parts(after, "n")
    found = inherit(previous, stories)
    assert len(set(found.ids)) == len(stories)
    shuffled = previous[:]
    shuffler.shuffle(shuffled)
    assert inherit(shuffled, stories) == found
    lost = {story.id for story in previous} - set(found.ids)
    assert {old for old, _ in found.merges} <= lost
    assert {new for _, new in found.splits} <= set(found.ids) - {s.id for s in previous}


@given(partitions)
def test_the_same_stories_keep_all_their_ids(labels: list[int]) -> None:
    found = inherit(parts(labels, "o"), parts(labels, "n"))
    assert found == Inheritance(tuple(s.id for s in parts(labels, "o")), (), (), found.ids)


@pytest.mark.parametrize(
    ("previous", "stories", "expected"),
    [
        ([], [of("n", "a")], [Fate("new")]),
        ([of("o", "a")], [of("n", "a", "b")], [Fate("kept", ("o",))]),
        (
            [of("o1", "a", "b"), of("o2", "c")],
            [of("n", "a", "b", "c")],
            [Fate("merged", ("o1", "o2"))],
        ),
        (
            [of("o", "a", "b", "c")],
            [of("n1", "a"), of("n2", "b", "c"), of("n3", "d")],
            [Fate("split", ("o",)), Fate("kept", ("o",)), Fate("new")],
        ),
    ],
    ids=["new", "kept", "merged", "split"],
)
def test_every_story_has_a_fate_with_the_ids_told_before(
    previous: list[Told], stories: list[Told], expected: list[Fate]
) -> None:
    found = inherit(previous, stories)
    assert [found.fate(name) for name in found.ids] == expected


@given(partitions, partitions)
def test_fates_account_for_every_old_id_and_every_shared_article(
    before: list[int], after: list[int]
) -> None:
    previous, stories = parts(before, "o"), parts(after, "n")
    found = inherit(previous, stories)
    fates = {name: found.fate(name) for name in found.ids}
    told_now = [old for fate in fates.values() if fate.kind != "split" for old in fate.before]
    assert len(told_now) == len(set(told_now))
    members = {old.id: {t.article for t in old.traces} for old in previous}
    for story, name in zip(stories, found.ids, strict=True):
        own = {t.article for t in story.traces}
        assert all(own & members[old] for old in fates[name].before)
        assert (fates[name].kind == "new") == (not own & set().union(*members.values()))
    for old, articles in members.items():
        alive = any(articles & {t.article for t in story.traces} for story in stories)
        assert (old in told_now) == alive
