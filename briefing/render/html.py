"""Stage 7: the brief as one self-contained HTML page: no script, nothing remote."""

import base64
from functools import cache
from pathlib import Path

from markupsafe import Markup

from briefing import resources
from briefing.brief import Brief
from briefing.render import environment, view
from briefing.render.record import to_json

FACES = (
    ("Source Serif 4", 400, "SourceSerif4-Regular"),
    ("Source Serif 4", 600, "SourceSerif4-Semibold"),
    ("Source Serif Display", 600, "SourceSerif4Display-Semibold"),
    ("Source Sans 3", 400, "SourceSans3-Regular"),
    ("Source Sans 3", 600, "SourceSans3-Semibold"),
)
PAGES = {
    "A4": "size:A4;margin:19mm 18mm 18mm",
    "Letter": "size:letter;margin:17mm 19mm 16mm",
}


def to_html(brief: Brief, *, paper: str = "A4", templates: Path | None = None) -> bytes:
    """Return the page for screens of any width, and for print from a browser."""
    style = environment.safe(faces_for_screens() + environment.source("brief.css", templates))
    values = view.values(brief, "screen") | {
        "style": style + page_rule(paper),
        "evidence": environment.safe(_inside_script(to_json(brief))),
    }
    return environment.fill("brief.html", templates, values).encode("utf-8")


def page_rule(paper: str) -> Markup:
    """Return the rule for the paper's size and margins."""
    return environment.safe(f"@page{{{PAGES[paper]}}}")


@cache
def faces_for_screens() -> str:
    """Return @font-face rules with the fonts inside, as WOFF2."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f'src:url(data:font/woff2;base64,{_base64(file)}) format("woff2")}}\n'
        for family, weight, file in FACES
    )


def faces_for_print() -> str:
    """Return @font-face rules that name the packaged TrueType files.

    WeasyPrint takes three times as long to read WOFF2.
    """
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url(packaged:{file}.ttf)}}\n'
        for family, weight, file in FACES
    )


def _inside_script(data: bytes) -> str:
    """Return JSON that no parser of HTML can mistake for markup; it reads back the same."""
    text = data.decode("utf-8").rstrip("\n")
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _base64(file: str) -> str:
    return base64.b64encode(resources.font(f"{file}.woff2")).decode("ascii")
