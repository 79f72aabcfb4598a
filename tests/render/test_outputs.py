"""All outputs of one brief: the same quotations, the same marks, nothing lost, nothing live."""

import re

import pytest

from briefing.brief import Brief
from briefing.render import FORMATS, Rendered, child, render
from briefing.types import REASONS
from tests.render import briefs
from tests.render.reading import even, html_tags, html_text, pdf_text

MARKDOWN_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
PAYLOADS = (
    "<script>alert(1)</script> {{ 7*7 }} <img src=file:///etc/passwd>",
    "Body <script>alert(2)</script> says {{ 7*7 }} and {% for x in y %} twice.",
    "<b>Outlet</b> {{ 7*7 }}",
    "<i>By</i> {{ 7*7 }}",
    "javascript:alert(3)//<u>{{ 7*7 }}</u>",
)


def words(name: str, content: bytes) -> str:
    if name == "pdf":
        return pdf_text(content)
    if name == "md":
        return even(MARKDOWN_ESCAPE.sub(r"\1", content.decode("utf-8")))
    return html_text(content) if name == "html" else even(content.decode("utf-8"))


def test_every_format_asked_for_is_there_in_order(rendered: Rendered) -> None:
    assert list(rendered.outputs) == list(FORMATS)
    assert rendered.problems == ()


@pytest.mark.parametrize("name", ["html", "pdf", "txt", "md"])
def test_every_quotation_is_printed_to_the_letter_with_its_mark(
    name: str, brief: Brief, rendered: Rendered
) -> None:
    text = words(name, rendered.outputs[name])
    opening = " [" if name in ("txt", "md") else r" ?"
    for quotation in brief.quotations():
        pattern = re.escape(quotation.text) + (opening.replace("[", r"\[")) + quotation.mark
        assert re.search(pattern, text), (name, quotation.text)


@pytest.mark.parametrize("name", ["html", "pdf", "txt", "md"])
def test_every_input_stands_in_the_register(name: str, brief: Brief, rendered: Rendered) -> None:
    text = words(name, rendered.outputs[name])
    for entry in brief.register:
        assert entry.uri in text
        if entry.fate != "used":
            assert REASONS[entry.reason].words in text
    assert "7 inputs: 3 used, 1 copy told with another, 2 skipped, 1 failed." in text


@pytest.mark.parametrize("name", ["html", "pdf", "txt", "md"])
def test_shared_copy_is_never_called_confirmation(name: str, rendered: Rendered) -> None:
    text = words(name, rendered.outputs[name])
    assert "Three of the four articles carry Northern Wire copy" in text
    assert "agreement between 1, 3 and 4 is not independent confirmation" in text
    assert "at most 2 origins" in text
    assert re.search(r"Also carried by Ost Haven Post \[?4\]?; told here once", text)


@pytest.mark.parametrize("name", ["html", "pdf", "txt", "md"])
def test_a_stamp_without_a_zone_says_so(name: str, rendered: Rendered) -> None:
    text = words(name, rendered.outputs[name])
    assert "Fri 20:52, zone not stated" in text
    assert "Thu 07:40 CEST, 05:40 UTC" in text


@pytest.mark.parametrize("name", ["html", "pdf", "txt", "md"])
def test_markup_and_template_source_in_articles_are_letters(name: str, hostile: Rendered) -> None:
    text = words(name, hostile.outputs[name])
    for payload in PAYLOADS:
        assert payload in text.replace("\ufffe", "") or payload.replace(" ", "") in text.replace(
            " ", ""
        ), payload
    assert "49" not in re.sub(r"[0-9a-f]{12,}", "", text)


def test_no_article_puts_a_tag_or_link_into_the_page(hostile: Rendered) -> None:
    tags = html_tags(hostile.outputs["html"])
    assert {tag for tag, _ in tags} & {"img", "iframe", "object", "b-", "i", "u"} == set()
    assert [attributes for tag, attributes in tags if tag == "script"] == [
        {"type": "application/json", "id": "evidence"}
    ]
    for tag, attributes in tags:
        for name in ("href", "src"):
            target = attributes.get(name)
            assert not target or target.startswith("#"), (tag, target)
        assert not any(name.startswith("on") for name in attributes)


@pytest.mark.parametrize("name", ["html", "txt", "pdf", "md"])
def test_control_and_bidi_characters_reach_no_reader(name: str, hostile: Rendered) -> None:
    text = words(name, hostile.outputs[name])
    assert "back and ring the[31m bell now" in text
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200f]", text)


def test_the_page_asks_for_nothing_from_outside(rendered: Rendered) -> None:
    page = rendered.outputs["html"].decode("utf-8")
    assert not re.search(r"url\((?!data:font/woff2)", page)
    assert "@import" not in page
    assert not [tag for tag, _ in html_tags(page) if tag in ("link", "img", "iframe", "base")]


def test_a_brief_of_nothing_says_why_in_every_format() -> None:
    printed = render(briefs.nothing(), ("pdf", "html", "txt"))
    for name, content in printed.outputs.items():
        assert "No article could be told" in words(name, content)
        assert "Timeline" not in words(name, content)


def test_an_engine_that_fails_costs_the_pdf_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MEMORY_MB", 60)
    printed = render(briefs.sample(), ("pdf", "html", "json"))
    assert list(printed.outputs) == ["html", "json"]
    (problem,) = printed.problems
    assert (problem.subject, problem.reason) == ("brief.pdf", "render_failed")
    assert problem.detail
    assert REASONS[problem.reason].fault


def test_odd_scripts_and_endless_words_break_nothing() -> None:
    odd = briefs.of(briefs.SCRIPTS, briefs.LONG, title="T" * 400)
    printed = render(odd, ("html", "txt", "json"))
    assert printed.problems == ()
    text = html_text(printed.outputs["html"])
    assert "한국과 미국의 특사가 서울에서 만났다고 외교부가 밝혔다." in text
    assert "x" * 10_000 in text
    assert printed.outputs["html"].count(b"<wbr>") > 100


def test_two_hundred_stories_in_one_theme_are_all_told() -> None:
    printed = render(briefs.many(200, 1, 1), ("html", "txt"))
    for name, content in printed.outputs.items():
        text = words(name, content)
        assert "200 stories" in text
        assert text.count("berth 1 would stay closed for 2 more days") >= 200
