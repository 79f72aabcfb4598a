"""How many hands wrote a story."""

from dataclasses import replace

from briefing.group.origins import origin_groups
from briefing.types import Article, Origin
from tests.factories import article


def made(name: str, *, agency: str | None = None, outlet: str | None = None) -> Article:
    return article(f"Text of {name}.", uri=name, id=name, agency=agency, outlet=outlet)


def names(articles: list[Article], text_groups: list[int]) -> list[tuple[str, tuple[str, ...]]]:
    return [(group.name, group.articles) for group in origin_groups(articles, text_groups)]


def test_two_articles_of_one_agency_have_one_origin() -> None:
    articles = [made("a", agency="Reuters", outlet="Post"), made("b", agency="REUTERS")]
    assert names(articles, [0, 1]) == [("Reuters", ("a", "b"))]


def test_articles_that_share_text_have_one_origin_named_by_the_agency_one_of_them_names() -> None:
    articles = [made("a", outlet="Post"), made("b", agency="AFP", outlet="Times")]
    assert names(articles, [0, 0]) == [("AFP", ("a", "b"))]


def test_ties_run_along_the_chain() -> None:
    articles = [made("a", agency="AP"), made("b", agency="AP"), made("c"), made("d")]
    assert names(articles, [0, 1, 1, 3]) == [("AP", ("a", "b", "c")), ("not stated", ("d",))]


def test_an_outlet_is_no_origin_of_what_its_staff_did_not_write() -> None:
    articles = [made("a", outlet="Post"), made("b", outlet="Post"), made("c")]
    assert names(articles, [0, 1, 2]) == [
        ("not stated", ("a",)),
        ("not stated", ("b",)),
        ("not stated", ("c",)),
    ]


def test_the_staff_of_one_newsroom_are_one_origin() -> None:
    staff = [replace(made(n, outlet="Post"), origin=Origin("staff")) for n in "ab"]
    assert names(staff, [0, 1]) == [("Post", ("a", "b"))]


def test_the_origin_with_most_articles_comes_first() -> None:
    articles = [made("a"), made("b", agency="dpa"), made("c", agency="dpa")]
    assert [name for name, _ in names(articles, [0, 1, 2])] == ["dpa", "not stated"]
