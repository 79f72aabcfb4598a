"""Differing figures and the index are proved like all that a brief quotes."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.brief import Brief, Difference, IndexEntry, Words
from briefing.render.record import to_json
from briefing.verify import Failure, verify
from tests.conftest import Built

Forge = Callable[[Difference], Difference]


def with_difference(brief: Brief, forge: Forge) -> Brief:
    """Return the brief with its first difference forged."""
    done = False

    def forged(difference: Difference) -> Difference:
        nonlocal done
        if done:
            return difference
        done = True
        return forge(difference)

    themes = tuple(
        replace(
            theme,
            stories=tuple(
                replace(story, differences=tuple(map(forged, story.differences)))
                for story in theme.stories
            ),
        )
        for theme in brief.themes
    )
    assert done
    return replace(brief, themes=themes)


def failure_of(brief: Brief) -> Failure:
    failure = verify(to_json(brief)).failure
    assert failure is not None
    return failure


def other_words(difference: Difference) -> Difference:
    first, *rest = difference.figures
    words = replace(first.words, text="9" + first.words.text[1:])
    return replace(difference, figures=(replace(first, words=words), *rest))


def other_kind(difference: Difference) -> Difference:
    return replace(difference, kind="missing")


def one_only(difference: Difference) -> Difference:
    return replace(difference, figures=difference.figures[:1])


def agreeing(difference: Difference) -> Difference:
    first, last = difference.figures[0], difference.figures[-1]
    return replace(difference, figures=(first, first, last))


def also_another(difference: Difference) -> Difference:
    first, *rest = difference.figures
    return replace(difference, figures=(replace(first, also=(rest[-1].mark,)), *rest))


@pytest.mark.parametrize("forge", [other_words, other_kind, one_only, agreeing, also_another])
def test_a_forged_difference_fails(sample: Built, forge: Forge) -> None:
    assert "figures" in failure_of(with_difference(sample.brief, forge)).where


def with_entry(brief: Brief, entry: IndexEntry, place: int) -> Brief:
    return replace(brief, index=(*brief.index[:place], entry, *brief.index[place + 1 :]))


def with_role(brief: Brief) -> tuple[int, IndexEntry, Words]:
    return next((i, one, one.role) for i, one in enumerate(brief.index) if one.role)


def test_a_forged_role_fails(sample: Built) -> None:
    place, entry, role = with_role(sample.brief)
    forged = replace(entry, role=replace(role, text=role.text[:-1] + "#"))
    assert failure_of(with_entry(sample.brief, forged, place)).where == f"index, {entry.name}"


def test_a_mark_that_names_somebody_else_fails(sample: Built) -> None:
    place, entry, _ = with_role(sample.brief)
    source = entry.marks[0].partition(":")[0]
    texts = {record.number: record for record in sample.brief.sources}
    record = texts[int(source)]
    assert record.text
    other = next(
        n
        for n, s in enumerate(record.sentences, 1)
        if not any(f in record.text[s.start : s.end] for f in (entry.name, *entry.variants))
    )
    forged = replace(entry, marks=(f"{source}:{other}", *entry.marks[1:]))
    assert failure_of(with_entry(sample.brief, forged, place)).where == f"index, {entry.name}"
