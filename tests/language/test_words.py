"""Words, content words, and naming the language."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language import content_words, identify, stemmer, stop_words, words

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "ko", "ja", "zh", "ar")
TEXTS = {
    "en": "The harbour master said on Monday that two ferries had been held in port by the storm.",
    "de": "Der Hafenmeister sagte am Montag, dass zwei Fähren wegen des Sturms im Hafen liegen.",
    "fr": "Le capitaine du port a déclaré lundi que deux navires restent à quai.",
    "es": "El capitán del puerto dijo el lunes que dos barcos siguen detenidos.",
    "it": "Il capitano del porto ha detto lunedì che due navi sono ferme a causa della tempesta.",
    "pt": "O capitão do porto disse na segunda-feira que dois navios não saíram.",
    "nl": "De havenmeester zei maandag dat twee schepen vanwege de storm niet uitvoeren.",
    "ru": "Начальник порта сообщил в понедельник, что два судна задержаны из-за сильного шторма.",
    "ko": "항만 책임자는 월요일에 폭풍 때문에 선박 두 척이 항구에 머물고 있다고 말했다.",
    "ja": "港の責任者は月曜日、嵐のために二隻の船が港に留まっていると述べた。",
    "zh": "港口负责人星期一表示,由于暴风雨,两艘船只滞留在港口。",
    "ar": "قال مدير الميناء يوم الاثنين إن سفينتين لا تزالان في الميناء بسبب العاصفة.",
}


def test_words_are_lower_case_without_a_possessive() -> None:
    assert words("The Minister's plan, don’t 3") == ("the", "minister", "plan", "don't", "3")


def test_chinese_and_japanese_come_in_pairs_of_characters() -> None:
    assert words("港口关闭") == ("港口", "口关", "关闭")
    assert "のは" not in words("船のは")


def test_marks_stay_within_their_word() -> None:
    assert words("नमस्ते दुनिया") == ("नमस्ते", "दुनिया")


def test_content_words_are_stems_without_stop_words() -> None:
    assert content_words("The ferries were sailing, he said.") == ("ferri", "sail")
    assert content_words("l'accord de l'union", "fr") == ("accord", "union")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_stop_words_and_a_stemmer(language: str) -> None:
    assert len(stop_words(language)) > 80
    assert isinstance(stemmer(language)("abc"), str)
    content = content_words(TEXTS[language], language)
    assert len(content) >= 3
    assert not set(content) & {"the", "und", "que", "het"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_identified(language: str) -> None:
    assert identify(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "   ", "12:30 | 5", "ok", "https://example.org/a/b"])
def test_what_cannot_be_told_is_und(text: str) -> None:
    assert identify(text) == "und"


def test_an_unknown_language_still_has_words() -> None:
    assert content_words("Habari ya asubuhi", "sw") == ("habari", "ya", "asubuhi")
    assert stop_words("xx") == frozenset()


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_has_words(text: str, language: str) -> None:
    assert content_words(text, language) == content_words(text, language)
    assert all(word and not word.isspace() for word in words(text))
    assert len(identify(text)) in (2, 3)


def test_a_very_long_word_counts_by_its_beginning() -> None:
    assert len(words("a" * 1_000_000)[0]) <= 64


def test_import_is_cheap() -> None:
    code = (
        "import sys, briefing.language;"
        "print([m for m in ('sumy', 'nltk', 'numpy', 'gcld3') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
