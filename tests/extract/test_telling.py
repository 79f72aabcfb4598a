"""What is told of a line is told in words: none of the model's names, codes or weights."""

import json
import re
from importlib.resources import files

import pytest

from briefing.extract import model, telling
from briefing.types import REASONS

FILES = files("briefing.extract")
SIGNS = sorted(json.loads(FILES.joinpath("html_weights.json").read_text("utf-8"))["weights"])
SILENT = re.compile(r"page held|box of body \d, of|same box|beside -?\d: edge")


@pytest.mark.parametrize("number", [0, 1], ids=["first", "second"])
def test_every_feature_of_the_line_model_has_words(number: int) -> None:
    linear = (model.shipped().first, model.shipped().second)[number]
    told = [
        {telling.words(name, code) for code in range(width)}
        for name, width in zip(linear.names, linear.widths, strict=True)
    ]
    assert all(any(words) for words in told)
    assert not any(re.search(r"_|=|\d\d:", words) for one in told for words in one)


@pytest.mark.parametrize("sign", [s for s in SIGNS if not SILENT.match(s)])
def test_every_sign_of_a_web_page_has_words(sign: str) -> None:
    words = telling.words(sign)
    assert words
    assert not re.search(r"_|=|-\d", words)


def test_what_is_unknown_is_not_told() -> None:
    assert telling.words("no_such_feature", 3) == ""
    assert telling.weighed([("", 2.0), ("a date", 0.0)]) == ()


def test_what_is_said_twice_is_weighed_once() -> None:
    terms = [("a date", -1.0), ("a long line", 1.5), ("a date", -1.0)]
    assert telling.weighed(terms) == (("a date", -2.0), ("a long line", 1.5))


def test_reasons_of_lines_are_not_those_of_files() -> None:
    assert set(telling.WHAT) & set(REASONS) == {"truncated"}
