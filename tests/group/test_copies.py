"""Copies, partial copies and false alarms."""

from dataclasses import replace

import pytest

from briefing.group import group
from briefing.group.copies import find_copies
from briefing.group.fingerprints import containment, fingerprints
from briefing.types import Article, Copy
from tests.factories import article

SENTENCES = (
    "The reservoir above Holm fell to a third of its depth in August, the water board said.",
    "Farmers along the Tarn canal were told to water their fields at night only.",
    "Mayor Lotte Quist asked the 9,000 people of Holm to report leaking pipes.",
    "A tanker brings drinking water to the upper villages every second morning.",
    "Engineers expect the new well at Birk to yield 40 litres a second by October.",
    "The board last rationed water in 1976, when the reservoir fell dry for six weeks.",
    "Tourism firms fear that the beaches of the lake will stay closed until spring.",
    "Rain is not forecast before the end of the month, according to the weather service.",
    "The fire brigade keeps two helicopters at the airfield in case the heath burns.",
    "Holm will vote in May on a pipeline from the coast that would cost 30 million crowns.",
)
WHOLE = " ".join(SENTENCES)
OTHER = """Violinist Ada Renko opens the festival in Birk with a concerto that nobody has played
since 1911. The score turned up in a piano stool. Renko rehearsed it with an orchestra of students
for eight weeks, and the hall added two evenings when the tickets ran out within a day."""


def made(text: str, name: str, day: str | None = "2021-08-04T10:00+00:00") -> Article:
    return article(text, uri=f"{name}.txt", published=day)


def copies_of(*articles: Article) -> list[Copy]:
    return [c for theme in group(articles) for story in theme.stories for c in story.copies]


def test_an_equal_text_is_an_identical_copy_of_the_earlier() -> None:
    later, first = made(WHOLE, "a", "2021-08-05T10:00+00:00"), made(WHOLE, "b")
    assert copies_of(later, first) == [Copy(later.id, first.id, 1.0, "identical")]


def test_a_changed_word_here_and_there_is_still_a_copy() -> None:
    words = WHOLE.split(" ")
    edited = " ".join("edited" if i % 25 == 7 else word for i, word in enumerate(words))
    (copy,) = copies_of(made(WHOLE, "a"), made(edited, "b", "2021-08-05T10:00+00:00"))
    assert copy.containment >= 0.42


@pytest.mark.parametrize("kept", [3, 5, 7])
def test_a_text_cut_short_is_a_copy_of_the_whole_even_if_earlier(kept: int) -> None:
    cut = made(" ".join(SENTENCES[:kept]), "cut", "2021-08-03T10:00+00:00")
    whole = made(WHOLE, "whole")
    (copy,) = copies_of(cut, whole)
    assert (copy.article, copy.of, copy.kind) == (cut.id, whole.id, "identical")


def test_of_two_about_as_long_the_earlier_is_told() -> None:
    first = made(" ".join(SENTENCES[:9]), "first", "2021-08-03T10:00+00:00")
    whole = made(WHOLE, "whole")
    (copy,) = copies_of(first, whole)
    assert (copy.article, copy.of) == (whole.id, first.id)


def test_half_of_a_text_in_a_new_one_shares_text() -> None:
    first = made(WHOLE, "a")
    mixed = made(" ".join(SENTENCES[:5]) + " " + OTHER, "b", "2021-08-05T10:00+00:00")
    (copy,) = copies_of(first, mixed)
    assert (copy.article, copy.of, copy.kind) == (mixed.id, first.id, "shares_text")


def test_other_texts_are_no_copies() -> None:
    assert copies_of(made(WHOLE, "a"), made(OTHER, "b")) == []


def test_a_template_filled_with_other_facts_is_no_copy() -> None:
    report = (
        "At the close of the market in {}, the index of leading shares stood at {} points, and "
        "turnover reached {} million crowns. Brokers at {} called the day quiet. The crown bought "
        "{} cents. Gold was at {} an ounce. The best share of the day was {}, the worst {}."
    )
    monday = report.format("Holm", 812, 44, "Lund and Sons", 61, 1204, "Tarn Mills", "Birk Steel")
    tuesday = report.format("Osby", 977, 31, "Quist Bank", 74, 1310, "Renko Pianos", "Kessel Glass")
    assert copies_of(made(monday, "a"), made(tuesday, "b", "2021-08-05T10:00+00:00")) == []


def test_a_text_that_comes_again_after_weeks_is_no_copy() -> None:
    assert copies_of(made(WHOLE, "a"), made(WHOLE, "b", "2021-09-04T10:00+00:00")) == []


def test_undated_copies_are_found() -> None:
    assert len(copies_of(made(WHOLE, "a", None), made(WHOLE, "b"))) == 1


def test_japanese_copies_are_found_without_spaces_between_words() -> None:
    text = (
        "首相は月曜日に港を訪れ、新しい防波堤の完成を祝った。漁業者は補償を求めて集会を開いた。" * 2
    )
    tail = "市長は来月の会議で計画を説明すると述べた。"
    a, b = (replace(made(t, t[-3:]), language="ja") for t in (text + tail, text))
    assert len(copies_of(a, b)) == 1


def test_copies_of_empty_bodies_are_not_claimed() -> None:
    assert copies_of(made("", "a"), made("", "b")) == []


def test_every_told_article_tells_itself() -> None:
    articles = [made(WHOLE, "a"), made(WHOLE + " More.", "b"), made(OTHER, "c")]
    articles.sort(key=lambda a: a.id)
    copies = find_copies(articles, [1.0, 1.0, 1.0])
    assert all(copies.told[told] == told for told in copies.told)


def test_containment_is_of_the_smaller_text() -> None:
    part, whole, other = fingerprints([" ".join(SENTENCES[:5]), WHOLE, OTHER])
    assert containment(part, whole) >= 0.9
    assert containment(part, other) == 0


def test_going_through_prints_in_ranges_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [made(" ".join(SENTENCES[i : i + 6]), str(i)) for i in range(4)]
    whole = find_copies(articles, [1.0] * 4)
    monkeypatch.setattr("briefing.group.copies._AT_ONCE", 7)
    assert find_copies(articles, [1.0] * 4) == whole
    assert len(set(whole.groups)) == 1
