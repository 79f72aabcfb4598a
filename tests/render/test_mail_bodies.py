import re
from dataclasses import replace
from typing import Literal

import pytest

from briefing.brief import Brief, Changes, Since, StoryChange
from briefing.render import Rendered, mail
from briefing.render.bodies import LIMIT
from tests.render import briefs
from tests.render.reading import html_tags, html_text


def test_it_says_what_the_brief_says(brief: Brief, rendered: Rendered) -> None:
    subject, text, html = mail(brief)
    assert subject == "Harbour of Vessar: 8 – 13 May 2031"
    assert text.encode("utf-8") == rendered.outputs["txt"]
    said = html_text(html.encode("utf-8"))
    for theme in brief.themes:
        for story in theme.stories:
            for entry in story.entries:
                for quotation in entry.quotations:
                    assert f"{quotation.text} [{quotation.mark}]" in said


def test_it_loads_nothing_and_hides_nothing_live(brief: Brief) -> None:
    _, _, html = mail(briefs.of(briefs.HOSTILE))
    tags = html_tags(html)
    assert not {tag for tag, _ in tags} & {"img", "script", "link", "iframe", "svg", "i", "u"}
    assert all((a.get("href") or "#").startswith("#") for _, a in tags)
    assert "url(" not in html
    _, _, html = mail(brief)
    links = [a["href"] or "" for _, a in html_tags(html) if "href" in a]
    assert {link for link in links if link[0] != "#"} == {"https://wire.example/vessar/strike"}


def test_long_briefs_are_told_shorter_and_say_so() -> None:
    _, _, html = mail(briefs.many(120))
    assert len(html.encode("utf-8")) <= LIMIT
    assert "This mail is shortened" in html
    assert "more in the register of the brief itself" in html


def test_the_subject_is_one_short_line(brief: Brief) -> None:
    subject, _, _ = mail(replace(brief, title="Harbour\r\nBcc: x@evil.example \u202e" + "w " * 200))
    assert not re.search(r"[\r\n\u202e]", subject)
    assert len(subject) <= 151


@pytest.mark.parametrize(
    ("became", "subject"),
    [
        (["new", "new", "updated", "dropped"], "Harbour of Vessar, 14 May: 2 new, 1 updated"),
        (["unchanged"], "Harbour of Vessar, 14 May: nothing new"),
    ],
)
def test_the_subject_says_what_is_new(
    brief: Brief, became: list[Literal["new", "updated", "unchanged", "dropped"]], subject: str
) -> None:
    stories = tuple(StoryChange(f"s{i}", what, "x", "en", None) for i, what in enumerate(became))
    since = Since("earlier", "2031-05-13T06:00:00Z", (), ())
    changed = replace(brief, changes=Changes(since, stories, (), (), ()))
    assert mail(changed)[0] == subject
