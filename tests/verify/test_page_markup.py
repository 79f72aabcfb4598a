"""An HTML page must be, byte for byte, what the templates give: else it may show other words."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from briefing.render.html import to_html
from briefing.verify import Proof, verify
from tests.verify.briefs import made

Change = Callable[[bytes], bytes]


@cache
def page(version: str = "", templates: str = "") -> bytes:
    brief = made(4)
    method = brief.method
    method = replace(
        method,
        version=version or method.version,
        templates_sha256=templates or method.templates_sha256,
    )
    return to_html(replace(brief, method=method))


def _before(end: bytes, more: bytes) -> Change:
    return lambda content: content.replace(end, more + end, 1)


def _instead(old: bytes, new: bytes) -> Change:
    def change(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new, 1)

    return change


ACTIVE: dict[str, Change] = {
    "a script": _before(b"</head>", b"<script>document.body.innerText='war'</script>"),
    "a script from elsewhere": _before(b"</body>", b"<script src='https://x.example/a.js'></script>"),
    "an event": _instead(b"<h1>", b"<h1 onclick='war()'>"),
    "a picture from elsewhere": _before(b"<h1>", b"<img src='https://x.example/war.png'>"),
    "a style sheet from elsewhere": _before(b"</head>", b"<style>@import '//x.example';</style>"),
    "a style sheet by link": _before(b"</head>", b"<link rel=stylesheet href=a.css>"),
    "a frame": _before(b"<h1>", b"<iframe srcdoc='war'></iframe>"),
    "another page in its place": _before(
        b"<title>", b"<meta http-equiv='refresh' content='0;url=https://x.example'>"
    ),
    "a link elsewhere": _instead(b'href="#r1"', b'href="https://x.example/"'),
}  # fmt: skip
CHANGED: dict[str, Change] = ACTIVE | {
    "words by a style": _before(
        b"</head>",
        b"<style>.q{font-size:0!important}.q::after{content:'Lethmark has declared war'}</style>",
    ),
    "a picture": _before(b"<h1>", b"<img src='data:image/png;base64,AAAA'>"),
    "another link": _instead(b'href="#r1"', b'href="#r2"'),
    "another title": _instead(b"<title>Sound", b"<title>Sand"),
    "another head": _instead(b'data-head="Sound', b'data-head="Sand'),
    "another label": _instead(b'aria-label="Contents"', b'aria-label="War"'),
}


@pytest.mark.parametrize("kind", CHANGED)
def test_any_other_byte_fails(kind: str) -> None:
    failure = verify(CHANGED[kind](page())).failure
    assert failure is not None
    assert failure.where


def test_words_that_differ_are_named_first() -> None:
    said = made(4).bottom_line[0].text.encode()
    forged = page().replace(said, said.replace(b"in case", b"in cask"), 1)
    failure = verify(CHANGED["a script"](forged)).failure
    assert failure is not None
    assert failure.what == "the printed words"
    assert "cask" in failure.found


@pytest.mark.parametrize("known", [("0.0.1", ""), ("", "0" * 64)], ids=["version", "templates"])
def test_of_other_makers_styles_are_not_proved_and_it_is_said(known: tuple[str, str]) -> None:
    proof = verify(page(*known).replace(b"<p>", b"<p class='x'>", 1))
    assert proof.failure is None
    assert any("markup and styles" in what for what in proof.unchecked)


@pytest.mark.parametrize("kind", ACTIVE)
@pytest.mark.parametrize("known", [("0.0.1", ""), ("", "0" * 64)], ids=["version", "templates"])
def test_of_other_makers_nothing_that_runs_is_accepted(kind: str, known: tuple[str, str]) -> None:
    failure = verify(ACTIVE[kind](page(*known))).failure
    assert failure is not None
    assert "script" in failure.what


def test_what_a_bare_tree_cannot_prove_is_said() -> None:
    from briefing.render.record import to_json

    proof: Proof = verify(to_json(made(4)))
    assert any("labels" in what and "chosen" in what for what in proof.unchecked)


def test_damage_names_the_file_and_nothing_of_the_memory() -> None:
    from briefing.errors import EvidenceError

    with pytest.raises(EvidenceError) as caught:
        verify(b"%PDF-1.7\n", name="brief.pdf")
    assert str(caught.value).startswith("brief.pdf")
    assert "0x" not in str(caught.value)
