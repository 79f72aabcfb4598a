"""Two events of one saga are two stories; a story that goes on is one. Invented prose."""

import pytest

from briefing.group import group
from briefing.types import Article
from tests.factories import article

LAUNCH_IN_MAY = (
    (
        "Tarvania fires missile over Sound of Orm",
        "Tarvania fired a ballistic missile from Kessel airfield early on Tuesday that flew over "
        "the "
        "Sound of Orm and fell into the sea, the general staff in Lethmark said. Sirens sounded in "
        "Port Maren and trains stopped for ten minutes. The missile flew 2,700 kilometres.",
    ),
    (
        "Missile from Tarvania crosses the Sound, sirens in Port Maren",
        "People in Port Maren ran to shelters when a missile from Tarvania crossed the Sound of "
        "Orm "
        "at dawn. It came from Kessel airfield and flew 2,700 kilometres, Lethmark's general staff "
        "said. Prime Minister Ana Dorn called the launch an outrage.",
    ),
    (
        "Dorn calls Tarvania's launch an outrage",
        "Prime Minister Ana Dorn of Lethmark said the missile that Tarvania fired from Kessel "
        "airfield over the Sound of Orm was an outrage without example. Trains stopped and sirens "
        "sounded in Port Maren, the port under the missile's path.",
    ),
    (
        "Security council condemns missile over Sound of Orm",
        "The security council condemned Tarvania for the missile that flew over the Sound of Orm "
        "from Kessel airfield. Envoys of Lethmark showed the path over Port Maren, where sirens "
        "sounded on Tuesday, and asked for a ban on coal from Tarvania.",
    ),
)
LAUNCH_IN_JUNE = (
    (
        "Tarvania launches missile from submarine",
        "Tarvania launched a missile from a submarine off Cape Vessin on Friday and it broke up "
        "after "
        "forty seconds, the general staff in Lethmark said. Wreckage fell near the fishing ground "
        "of "
        "Gullholm. It was the first launch from the submarine Red Heron.",
    ),
    (
        "Wreckage of Tarvania's missile falls near Gullholm",
        "Fishermen at Gullholm picked up wreckage of the missile that Tarvania launched from the "
        "submarine Red Heron off Cape Vessin. It broke up after forty seconds. The coastguard of "
        "Lethmark asked boats to stay in harbour.",
    ),
    (
        "Failed launch embarrasses Tarvania's navy",
        "The missile that broke up off Cape Vessin on Friday was to be the pride of Tarvania's "
        "navy, "
        "and the submarine Red Heron was built for it. Engineers in Lethmark think a seal failed. "
        "Fishermen at Gullholm hauled up pieces of its wreckage.",
    ),
    (
        "Red Heron returns to port after failed launch",
        "The submarine Red Heron came back to port in Tarvania on Saturday, a day after its "
        "missile "
        "broke up off Cape Vessin. Wreckage still drifts near Gullholm, where fishermen stay in "
        "harbour, and the navy is silent about the launch.",
    ),
)
RELEASE = (
    (
        "Ravine fighters free 21 pupils of Dunmora",
        "The Ravine fighters freed 21 of the pupils they took from the school of Dunmora, the "
        "government of Tarvania said on Wednesday. Swiss envoys and the Red Cross brokered the "
        "release, and four fighters left prison. The girls flew to the capital.",
    ),
    (
        "Parents of Dunmora wait for names of 21 freed girls",
        "Parents of the pupils taken from the school of Dunmora waited for a list of the 21 girls "
        "whom the Ravine fighters let go. The Red Cross took them over at a bridge near Banka, and "
        "Swiss envoys had talked for weeks.",
    ),
    (
        "Four prisoners for 21 girls, Tarvania admits",
        "Tarvania let four commanders of the Ravine fighters go in exchange for 21 pupils of "
        "Dunmora, "
        "an officer said on Thursday. The information minister had denied an exchange. The girls "
        "saw doctors in the capital after the flight from Banka.",
    ),
)
NEXT_RELEASE = (
    (
        "82 pupils of Dunmora free after talks with Ravine fighters",
        "Another 82 pupils of Dunmora are free, the president of Tarvania said on Saturday. The "
        "Ravine fighters handed them over in the forest of Gerro, and five of theirs left prison. "
        "President Tolu Arden will receive the girls before he leaves for treatment in London.",
    ),
    (
        "President Arden meets 82 freed girls, then flies to London",
        "President Tolu Arden met the 82 pupils of Dunmora whom the Ravine fighters freed in the "
        "forest of Gerro, and flew to London for treatment hours later. One girl had refused to "
        "leave with the convoy because she had married.",
    ),
    (
        "Convoy brought 82 Dunmora girls out of forest of Gerro",
        "A convoy of lorries brought 82 pupils of Dunmora through the forest of Gerro to an army "
        "base. A lawyer who talked with the Ravine fighters said 83 were to come but one girl, "
        "married by now, refused. President Tolu Arden saw them on Sunday.",
    ),
)
INQUIRY = (
    (
        "Bank of Orm admits theft of 40,000 accounts",
        "Hackers stole the data of 40,000 accounts at the Bank of Orm, the bank said on Monday. "
        "Its "
        "chief executive, Rika Sann, apologised. The hackers came in through an old server that "
        "the "
        "bank had not patched.",
    ),
    (
        "Bank of Orm faces parliament over stolen data",
        "Members of parliament asked Rika Sann why the Bank of Orm had not patched the server that "
        "hackers used to steal the data of 40,000 accounts. The chief executive of the bank "
        "promised "
        "to pay for damage.",
    ),
    (
        "Bank of Orm: more accounts stolen than thought",
        "The Bank of Orm said hackers stole the data of 55,000 accounts and not 40,000. Chief "
        "executive Rika Sann will leave in spring. An inquiry found that the server was known to "
        "be "
        "unsafe for a year.",
    ),
    (
        "Theft of data costs Bank of Orm a third of its profit",
        "The Bank of Orm earned a third less in spring because of the theft of data from its "
        "accounts by hackers. Costs of the unpatched server will rise, Rika Sann said, before she "
        "hands over as chief executive.",
    ),
)


def told(texts: tuple[tuple[str, str], ...], days: tuple[str, ...]) -> list[Article]:
    return [
        article(body, title=title, uri=f"{day}-{i}", published=f"{day}T{8 + i:02}:00+00:00")
        for i, ((title, body), day) in enumerate(zip(texts, days, strict=True))
    ]


def stories(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for theme in group(articles) for s in theme.stories}


def ids(articles: list[Article]) -> frozenset[str]:
    return frozenset(a.id for a in articles)


MAY = ("2021-05-04", "2021-05-04", "2021-05-04", "2021-05-05")


@pytest.mark.parametrize(
    "later",
    [
        ("2021-05-21", "2021-05-21", "2021-05-22", "2021-05-22"),
        ("2021-12-03", "2021-12-03", "2021-12-04", "2021-12-04"),
        ("2022-05-04", "2022-05-04", "2022-05-05", "2022-05-05"),
    ],
    ids=["weeks", "months", "a year"],
)
def test_two_launches_apart_in_time_are_two_stories(later: tuple[str, ...]) -> None:
    first, second = told(LAUNCH_IN_MAY, MAY), told(LAUNCH_IN_JUNE, later)
    assert stories(first + second) == {ids(first), ids(second)}


def test_two_releases_of_pupils_a_year_apart_are_two_stories() -> None:
    first = told(RELEASE, ("2021-10-13", "2021-10-13", "2021-10-14"))
    second = told(NEXT_RELEASE, ("2022-09-06", "2022-09-07", "2022-09-07"))
    assert stories(first + second) == {ids(first), ids(second)}


@pytest.mark.parametrize(
    "days",
    [
        ("2021-03-01", "2021-03-20", "2021-04-18", "2021-05-30"),
        ("2021-03-01", "2021-03-02", "2021-05-30", "2021-05-31"),
    ],
    ids=["now and then", "two waves"],
)
def test_an_affair_that_goes_on_for_months_is_one_story(days: tuple[str, ...]) -> None:
    assert stories(told(INQUIRY, days)) == {ids(told(INQUIRY, days))}


def test_a_lone_comment_joins_the_story_its_headline_names() -> None:
    affair = told(INQUIRY, ("2021-03-01", "2021-03-02", "2021-03-09", "2021-03-20"))
    (comment,) = told(
        (
            (
                "Bank of Orm: the theft",
                "Who guards the guards? Our columnist on locks, keys, passwords written on paper "
                "stuck under desks, the comfort of ledgers bound in leather, grandfathers who hid "
                "coins beneath floorboards, and a bank whose data hackers carried away one winter "
                "evening while everybody watched skating on television.",
            ),
        ),
        ("2021-03-22",),
    )
    assert stories([*affair, comment]) == {ids([*affair, comment])}
