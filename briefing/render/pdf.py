"""Stage 7: the brief as a PDF: tagged, archival, with `brief.json` attached; or plain, and small.

`to_pdf` prints in this process; `to_pdf_in_child` in one of its own, with limits of time and
memory, so that a brief that drives the engine mad costs the PDF and nothing else.
"""

from pathlib import Path

from briefing.brief import Brief
from briefing.render import environment, view, words
from briefing.render.child import print_in_child
from briefing.render.engine import Printed, Sheets, print_sheets
from briefing.render.faces import faces_for_print
from briefing.render.html import page_rule
from briefing.render.record import to_json


def to_pdf(
    brief: Brief, *, paper: str = "A4", templates: Path | None = None, plain: bool = False
) -> Printed:
    """Return the brief as PDF/A-3a and PDF/UA-1 in one file; `plain` without tags and evidence.

    Raises PdfError where the engine fails, RenderError where a template does.
    """
    return print_sheets(sheets(brief, paper=paper, templates=templates, plain=plain))


def to_pdf_in_child(
    brief: Brief, *, paper: str = "A4", templates: Path | None = None, plain: bool = False
) -> Printed:
    """Do as `to_pdf`, in a process of its own, with limits that grow with the brief."""
    articles = brief.counts.used + brief.counts.copies
    made = sheets(brief, paper=paper, templates=templates, plain=plain)
    return print_in_child(made, articles)


def sheets(
    brief: Brief, *, paper: str = "A4", templates: Path | None = None, plain: bool = False
) -> Sheets:
    """Return what the engine is given."""
    css = faces_for_print() + environment.style(templates) + page_rule(paper)
    html = print_html(brief, templates=templates, plain=plain)
    foreign = any(view.is_foreign(entry.language, brief.language) for entry in brief.register)
    data = b"" if plain else to_json(brief)
    return Sheets(html, css, data, brief.generated, _labels(brief), foreign, plain)


def print_html(brief: Brief, *, templates: Path | None = None, plain: bool = False) -> str:
    """Return the HTML that is laid out on pages: no style sheet inside, no source texts."""
    values = view.values(brief, "print") | {"style": environment.safe(""), "plain": plain}
    return environment.fill("brief.html", templates, values)


def _labels(brief: Brief) -> dict[str, str]:
    """Return what a screen reader says of a link, by the link's target."""
    labels = {
        "dates": "Dates",
        "index": "Index",
        "register": "Source register",
        "method": "How this brief was made",
    }
    for entry in brief.register:
        outlet = entry.outlet.text if entry.outlet else "outlet not stated"
        labels[f"r{entry.number}"] = words.printable(f"Register entry {entry.number}: {outlet}")
        labels[f"a{entry.number}"] = f"Sentences of source {entry.number}"
    for number, theme in enumerate(brief.themes, 1):
        labels[f"t{number}"] = words.printable(theme.label)
    return labels
