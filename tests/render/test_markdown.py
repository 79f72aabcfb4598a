"""What Markdown shows is what the source says: no letter of it is markup."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.markdown import escaped, to_markdown
from tests.render import briefs

LIVE = re.compile(r"(?<!\\)(?:\\\\)*[`*_\[\]<>&~|$#]")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("1. Talks", "1\\. Talks"),
        ("2026) was", "2026\\) was"),
        ("- a dash", "\\- a dash"),
        ("+ a plus", "\\+ a plus"),
        ("# 4 berth, C #", "\\# 4 berth, C \\#"),
        ("3.5 ships", "3\\.5 ships"),
        ("a *b* _c_ `d` ~e~", "a \\*b\\* \\_c\\_ \\`d\\` \\~e\\~"),
        ("[x](https://a.example)", "\\[x\\](https\\://a.example)"),
        ("see www.a.example", "see www\\.a.example"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_what_would_be_markup_is_escaped(said: str, written: str) -> None:
    assert escaped(said) == written


@given(st.text(max_size=80))
def test_unescaped_it_reads_as_before_and_nothing_is_live(said: str) -> None:
    written = escaped(said)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", written) == " ".join(said.split())
    assert not LIVE.search(written)
    assert "\n" not in written


def test_a_quotation_stays_in_its_block() -> None:
    body = (("* * *", "> deep", "1. One", "===", "```", "Ship & crew came."),)
    page = to_markdown(briefs.of(replace(briefs.PRICES, body=body))).decode()
    quoted = [line for line in page.split("\n") if line.startswith("> ")]
    assert "> \\* \\* \\* [1:1]" in quoted
    assert "> \\> deep [1:2]" in quoted
    assert "> 1\\. One [1:3]" in quoted
    assert "> \\=== [1:4]" in quoted
    assert "> \\`\\`\\` [1:5]" in quoted
    assert "> Ship \\& crew came. [1:6]" in quoted
