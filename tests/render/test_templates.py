from pathlib import Path

import pytest

from briefing import resources
from briefing.errors import RenderError, ResourceError
from briefing.render import engine, pdf, render, view, words
from briefing.render.html import to_html
from briefing.render.words import FILTERS, FUNCTIONS
from tests.render import briefs

BRIEF = briefs.sample()


def test_an_undefined_name_fails_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "brief.html").write_text("<p>\n{{ brief.title }}\n{{ nothing_of_the_kind }}\n")
    with pytest.raises(RenderError, match="nothing_of_the_kind") as caught:
        render(BRIEF, ["html"], templates=tmp_path)
    assert (caught.value.template, caught.value.line) == ("brief.html", 3)


def test_a_fault_of_syntax_fails_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("a\n{% if %}\n")
    with pytest.raises(RenderError) as caught:
        render(BRIEF, ["txt"], templates=tmp_path)
    assert (caught.value.template, caught.value.line) == ("brief.txt", 2)


def test_a_fault_in_the_macros_is_named_there(tmp_path: Path) -> None:
    ours = (resources.shipped("templates") / "macros.html").read_text()
    (tmp_path / "macros.html").write_text(ours.replace("{{ e.words|grouped }}", "{{ e.wrods }}"))
    with pytest.raises(RenderError, match="wrods") as caught:
        to_html(BRIEF, templates=tmp_path)
    assert caught.value.template == "macros.html"


def test_a_template_of_the_user_can_extend_ours(tmp_path: Path) -> None:
    (tmp_path / "brief.html").write_text(
        '{% extends "shipped/brief.html" %}{% block bottom_line %}<p>Mine.</p>{% endblock %}'
    )
    page = to_html(BRIEF, templates=tmp_path).decode("utf-8")
    assert "<p>Mine.</p>" in page
    assert "Source register" in page
    assert 'id="bottom-line"' not in page


def test_a_style_sheet_of_the_user_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "brief.css").write_text("h1{color:teal}")
    page = to_html(BRIEF, templates=tmp_path).decode("utf-8")
    assert "h1{color:teal}" in page
    assert ".kicker{" not in page


def test_values_are_never_template_source() -> None:
    page = to_html(briefs.of(briefs.HOSTILE))
    assert b"{{ 7*7 }}" in page


def test_the_digest_of_the_templates_follows_the_files_in_force(tmp_path: Path) -> None:
    plain = resources.templates_sha256(None)
    assert plain == resources.templates_sha256(tmp_path)
    (tmp_path / "brief.css").write_text("h1{color:teal}")
    changed = resources.templates_sha256(tmp_path)
    (tmp_path / "brief.css").write_text("h1{color:navy}")
    assert len({plain, changed, resources.templates_sha256(tmp_path)}) == 3


def test_what_is_not_shipped_is_a_broken_installation() -> None:
    with pytest.raises(ResourceError, match="no-such-thing"):
        resources.shipped("no-such-thing")
    with pytest.raises(ResourceError, match=r"Missing\.ttf"):
        resources.font("Missing.ttf")


THEME = Path(__file__).parents[2] / "docs/example-theme"


def test_the_example_theme_looks_another_way() -> None:
    printed = render(BRIEF, ["html", "pdf"], templates=THEME)
    assert printed.problems == ()
    page = printed.outputs["html"].decode("utf-8")
    assert "Harbour desk, for internal use" in page
    assert page.index(".kicker{") < page.index("--accent:#1d5c3a")
    css = pdf.sheets(BRIEF, templates=THEME).css
    assert "border-top:1pt solid #1d5c3a" in engine.plain(css)
    assert "#0f4c75" not in engine.plain(css).replace("--accent:#0f4c75", "")


def test_every_name_a_template_sees_is_documented() -> None:
    told = (THEME.parent / "templates.md").read_text(encoding="utf-8")
    for name in (*view.values(BRIEF, "print"), *FILTERS, *FUNCTIONS):
        assert f"`{name}" in told, name


def test_names_of_hosts_break_before_their_dots_only() -> None:
    assert words.dotted("a.example.org, No. 3 <b>") == "a<wbr>.example<wbr>.org, No. 3 &lt;b&gt;"
