"""Average linkage, dense and for many: both must find what plainly belongs together."""

import numpy as np
import pytest

from briefing.group import group
from briefing.group.components import components
from briefing.group.linkage import average_linkage, relabel
from briefing.group.stories import day_factor
from briefing.types import Article
from tests.factories import article

PLACES = ("Ronda", "Holm", "Birk", "Kessel", "Osby", "Tarn", "Lund", "Quist")
EVENTS = (
    ("ferry", "reef", "lifeboat", "tide", "hull", "captain"),
    ("wheat", "silo", "bakery", "harvest", "grain", "bread"),
    ("chess", "gambit", "champion", "tournament", "rook", "final"),
    ("reservoir", "drought", "canal", "pipeline", "well", "ration"),
    ("volcano", "lava", "ash", "crater", "eruption", "magma"),
    ("violin", "concerto", "orchestra", "festival", "rehearsal", "score"),
    ("tunnel", "drill", "railway", "engineer", "gallery", "shaft"),
    ("orchard", "frost", "blossom", "apple", "cider", "grower"),
)


def batch() -> list[Article]:
    """Eight events of three articles, each with its own order of words and a few of its own."""
    made = []
    for e, (place, words) in enumerate(zip(PLACES, EVENTS, strict=True)):
        for k in range(3):
            turned = words[k:] + words[:k]
            own = ("morning", "evening", "noon")[k]
            text = f"In {place} the {' and the '.join(turned)} drew people at {own}. " + " ".join(
                f"The {word} of {place} was shown." for word in turned[::-1]
            )
            day = f"2021-05-{e + k + 1:02}T10:00+00:00"
            made.append(article(text, uri=f"{e} {k}", published=day, title=f"{words[k]} {place}"))
    return made


def stories(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for theme in group(articles) for s in theme.stories}


@pytest.mark.parametrize(
    "limits",
    [{}, {"stories.DENSE": 5}, {"stories.DENSE": 5, "linkage.DENSE": 2}, {"themes._DENSE": 3}],
    ids=["dense", "level by level", "sparse", "few stories at the core of themes"],
)
def test_every_way_of_clustering_finds_the_eight_events(
    limits: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in limits.items():
        monkeypatch.setattr(f"briefing.group.{name}", value)
    articles = batch()
    expected = {frozenset(a.id for a in articles[i : i + 3]) for i in range(0, 24, 3)}
    assert stories(articles) == expected
    assert stories(articles[::-1]) == expected


def test_average_linkage_stops_at_the_threshold() -> None:
    similarity = np.array([[1, 0.6, 0.3], [0.6, 1, 0.1], [0.3, 0.1, 1]])
    ones = np.ones(3)
    assert average_linkage(similarity, ones, 0.7).tolist() == [0, 1, 2]
    assert average_linkage(similarity, ones, 0.5).tolist() == [0, 0, 1]
    assert average_linkage(similarity, ones, 0.2).tolist() == [0, 0, 0]


def test_average_linkage_weighs_groups_by_their_members() -> None:
    similarity = np.array([[1, 0.9, 0.4], [0.9, 1, 0.1], [0.4, 0.1, 1]])
    assert average_linkage(similarity, np.array([9.0, 1, 1]), 0.3).tolist() == [0, 0, 0]
    assert average_linkage(similarity, np.array([1.0, 9, 1]), 0.3).tolist() == [0, 0, 1]


def test_average_linkage_of_nothing_is_nothing() -> None:
    assert average_linkage(np.zeros((0, 0)), np.zeros(0), 0.5).tolist() == []


def test_labels_count_from_nought_in_order_of_first_appearance() -> None:
    assert relabel(np.array([7, 3, 7, 1])).tolist() == [0, 1, 0, 2]


def test_components_are_named_by_their_least_point() -> None:
    assert components(5, [(4, 3), (3, 1)]) == [0, 1, 2, 1, 1]


def test_time_takes_likeness_away_slowly_and_undated_articles_lose_little() -> None:
    factor = day_factor(np.array([0.0, 30.0, 400.0, np.nan])).tolist()
    assert factor[0] > factor[1] > 1 > factor[3] > factor[2] > 0


HULL = "hull keel rudder anchor mast tide harbour tug rope pilot captain lamp"


def test_two_events_of_one_kind_are_parted_where_many_tell_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stems = ("zorb", "quill", "vant", "mord", "helf", "pran", "tosk", "wend")

    def telling(event: str, teller: str) -> str:
        own = " ".join(stem + event for stem in stems[:7])
        rest = " ".join(f"{stem}{event}x{teller}" for stem in (*stems, *HULL.split())[:12])
        return f"{HULL} {own} {rest}"

    def told(count: int) -> set[int]:
        made = [
            article(telling(event, chr(97 + k)), uri=f"{event}{k}")
            for event in ("one", "two")
            for k in range(count)
        ]
        return {len(part) for part in stories(made)}

    assert told(6) == {6}
    assert told(3) == {6}  # too few to tell an event from a side story
    monkeypatch.setattr("briefing.group.parting._LOOSE", 0.0)
    assert told(6) == {12}
