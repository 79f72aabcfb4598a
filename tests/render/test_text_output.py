from briefing.render import Rendered
from briefing.render.text import to_text, wrap
from briefing.render.words import columns
from tests.render import briefs


def test_no_line_is_wider_than_a_terminal(rendered: Rendered) -> None:
    lines = rendered.outputs["txt"].decode("utf-8").splitlines()
    assert max(columns(line) for line in lines if " " in line.strip()) <= 72


def test_lines_have_no_space_at_the_end(rendered: Rendered) -> None:
    assert all(line == line.rstrip() for line in rendered.outputs["txt"].decode().splitlines())


def test_continued_lines_are_indented() -> None:
    assert wrap("one two three four", "- ", "  ", width=10) == "- one two\n  three\n  four"


def test_a_word_wider_than_the_page_is_kept_whole() -> None:
    assert wrap("see " + "x" * 100, "", "  ", width=20) == "see\n  " + "x" * 100


def test_wide_letters_take_two_columns() -> None:
    assert columns("서울 abc") == 8
    assert columns("e\u0301") == 1


def test_text_is_not_escaped() -> None:
    text = to_text(briefs.of(briefs.HOSTILE)).decode("utf-8")
    assert "<script>" in text
    assert "&lt;" not in text
