"""Languages are grouped apart unless names and numbers tie them."""

import pytest

from briefing.group import group
from briefing.group.words import names_and_numbers, terms
from briefing.types import Article
from tests.factories import article

TELLINGS = {
    "de": (
        "Das Fährschiff Sankt Orla lief am Dienstag auf das Riff Kessel. Die Küstenwache in Port "
        "Maren holte 140 Fahrgäste mit Rettungsbooten vom Schiff.",
        "Taucher untersuchten am Mittwoch die Fähre Sankt Orla auf dem Riff Kessel. Schlepper der "
        "Küstenwache aus Port Maren warten auf die Flut, die Fahrgäste sind gerettet.",
        "Die Bäcker in Tarvania fürchten teures Brot, denn das Getreideamt schloss die Speicher. "
        "Händler melden höhere Preise für Weizen, die Ernte war schlecht.",
    ),
    "ja": (
        "火曜日の朝、フェリー聖オルラ号がケッセル岩礁に座礁した。沿岸警備隊は乗客百四十人を救助した。",
        "座礁したフェリー聖オルラ号の船体を潜水士が調べた。沿岸警備隊はケッセル岩礁で満潮を待つ。",
        "小麦の価格が急騰した。穀物庁が倉庫を閉鎖し、パン屋は収穫前の値上がりを心配している。",
    ),
    "zh": (
        "星期二清晨，渡轮圣奥拉号在凯塞尔礁搁浅。海岸警卫队救出了一百四十名乘客。",
        "潜水员检查了搁浅的渡轮圣奥拉号。海岸警卫队在凯塞尔礁等待涨潮，乘客均已获救。",
        "小麦价格上涨五分之一，粮食局关闭了粮仓，面包师担心收获前面包涨价。",
    ),
    "ko": (
        "화요일 새벽 여객선 세인트 오를라호가 케셀 암초에 좌초했다. "
        "해안경비대는 승객 140명을 구조했다.",
        "잠수부들이 케셀 암초에 좌초한 여객선 세인트 오를라호를 조사했다. "
        "해안경비대는 만조를 기다린다.",
        "밀 가격이 급등했다. 곡물청이 창고를 닫자 제빵사들은 수확 전에 빵값이 오를까 걱정한다.",
    ),
}
ENGLISH = (
    "The ferry Saint Orla ran aground on the Kessel reef on Tuesday. Lifeboats of the coastguard "
    "in Port Maren took 140 passengers off."
)
TAXES = "The gift of the minister to the land was a tax on salt, and bakers will die of rage."


def made(text: str, name: str, language: str) -> Article:
    day = "2021-05-04T10:00+00:00"
    return article(text, uri=f"{name}.txt", title=None, language=language, published=day)


def stories(articles: list[Article]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for theme in group(articles) for story in theme.stories}


@pytest.mark.parametrize("language", TELLINGS)
def test_two_tellings_of_one_event_are_one_story_in_any_language(language: str) -> None:
    first, again, other = (made(t, str(i), language) for i, t in enumerate(TELLINGS[language]))
    assert stories([first, again, other]) == {
        frozenset((first.id, again.id)),
        frozenset((other.id,)),
    }


def test_a_batch_of_five_languages_is_grouped_language_by_language_but_for_names() -> None:
    named = {
        made(text, f"{language}{i}", language): (language, i)
        for language, tellings in {**TELLINGS, "en": (ENGLISH,)}.items()
        for i, text in enumerate(tellings)
    }
    who = {one.id: name for one, name in named.items()}
    found = [{who[a] for a in members} for members in stories(list(named))]
    for language in TELLINGS:
        together = {(language, 0), (language, 1)}
        assert any(together <= part for part in found)
        assert {(language, 2)} in found
        tied = {"de", "en"} if language == "de" else {language}
        assert all({name for name, _ in part} <= tied for part in found if together <= part)


def test_a_translation_is_tied_by_its_names() -> None:
    german, english = made(TELLINGS["de"][0], "a", "de"), made(ENGLISH, "b", "en")
    wheat = made(TELLINGS["de"][2], "c", "de")
    themes = group([german, english, wheat])
    assert any(
        {german.id, english.id} <= {a for story in theme.stories for a in story.articles}
        for theme in themes
    )


def test_words_spelled_alike_in_two_languages_tie_nothing() -> None:
    german = made("Das Gift im Land war die Rage: ein Tag mit Hut, rot und alt.", "a", "de")
    assert len(stories([german, made(TAXES, "b", "en")])) == 2
    assert not set(terms("die rote gift", "de")) & set(terms("the rote gift to die", "en"))


def test_chinese_and_japanese_do_not_share_characters() -> None:
    assert not set(terms("首相は東京で会談した。", "ja")) & set(terms("首相在东京会谈。", "zh"))


def test_in_german_a_noun_after_its_article_is_no_name() -> None:
    assert names_and_numbers("Taucher holten die Boote nach Ronda", "de") == ("ronda",)


def test_names_and_numbers_are_those_within_sentences() -> None:
    text = "Taucher sahen die Sankt Orla, 140 Boote. Heute in Port Maren's Hafen"
    assert names_and_numbers(text, "nl") == (
        "sankt", "orla", "140", "boote", "port", "maren", "hafen",
    )  # fmt: skip
