"""Stage 7: the brief as one self-contained HTML page: nothing remote, no script but ours."""

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from briefing.brief import Brief
from briefing.render import environment, view
from briefing.render.faces import faces_for_screens
from briefing.render.record import to_json

PAGES = {
    "A4": "size:A4;margin:19mm 18mm 18mm",
    "Letter": "size:letter;margin:17mm 19mm 16mm",
}


def to_html(
    brief: Brief, *, paper: str = "A4", templates: Path | None = None, script: bool = False
) -> bytes:
    """Return the page for screens of any width, and for print from a browser.

    With `script` it holds `brief.js`, which adds a filter; the page's policy lets only that run.
    """
    style = faces_for_screens() + environment.style(templates) + page_rule(paper)
    values = view.values(brief, "screen") | {
        "style": environment.safe(style),
        "script": _script(templates) if script else None,
        "evidence": environment.safe(_inside_script(to_json(brief))),
    }
    return environment.fill("brief.html", templates, values).encode("utf-8")


def _script(templates: Path | None) -> dict[str, Markup]:
    """Return the script, and the source expression (CSP level 3) that allows it alone."""
    text = environment.source("brief.js", templates)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
    return {"text": environment.safe(text), "allowed": environment.safe(f"sha256-{digest}")}


def page_rule(paper: str) -> str:
    """Return the rule for the paper's size and margins."""
    return f"@page{{{PAGES[paper]}}}"


def _inside_script(data: bytes) -> str:
    """Return JSON that no parser of HTML can mistake for markup; it reads back the same."""
    text = data.decode("utf-8").rstrip("\n")
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
