"""Stage 7: print the brief as HTML, PDF, text, Markdown and JSON, and as the bodies of a mail.

    Brief --> brief.html  one page for every screen, fonts and styles inside
          --> brief.pdf   tagged, with brief.json attached
          --> brief.txt   72 columns
          --> brief.md    CommonMark
          --> brief.json  the tree of `briefing.brief` itself
          --> brief.ics   what is coming, for a calendar (RFC 5545); where anything is
          --> mail        subject, text, HTML

All are one Brief and nothing else: no clock, no network, no file but templates and fonts. What a
template prints of an article is a value, escaped, never source.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from briefing.brief import Brief
from briefing.errors import PdfError
from briefing.types import Problem

Paper = Literal["A4", "Letter"]
PdfKind = Literal["archival", "plain"]


@dataclass(frozen=True, slots=True)
class Output:
    """One rendering. `fonts_missing` names scripts that no font on this system has."""

    content: bytes
    fonts_missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """The outputs by format, in the order asked for, and what went wrong with the others."""

    outputs: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    fonts_missing: tuple[str, ...] = ()


Renderer = Callable[[Brief, Paper, Path | None], Output]


def _html(brief: Brief, paper: Paper, templates: Path | None) -> Output:
    from briefing.render.html import to_html

    return Output(to_html(brief, paper=paper, templates=templates))


def _html_with_script(brief: Brief, paper: Paper, templates: Path | None) -> Output:
    from briefing.render.html import to_html

    return Output(to_html(brief, paper=paper, templates=templates, script=True))


def _pdf(brief: Brief, paper: Paper, templates: Path | None) -> Output:
    from briefing.render.pdf import to_pdf_in_child

    printed = to_pdf_in_child(brief, paper=paper, templates=templates)
    return Output(printed.content, printed.fonts_missing)


def _plain_pdf(brief: Brief, paper: Paper, templates: Path | None) -> Output:
    from briefing.render.pdf import to_pdf_in_child

    printed = to_pdf_in_child(brief, paper=paper, templates=templates, plain=True)
    return Output(printed.content, printed.fonts_missing)


def _text(brief: Brief, paper: Paper, templates: Path | None) -> Output:
    from briefing.render.text import to_text

    return Output(to_text(brief, templates=templates))


def _markdown(brief: Brief, paper: Paper, templates: Path | None) -> Output:
    from briefing.render.markdown import to_markdown

    return Output(to_markdown(brief, templates=templates))


def _json(brief: Brief, paper: Paper, templates: Path | None) -> Output:
    from briefing.render.record import to_json

    return Output(to_json(brief))


def _ics(brief: Brief, paper: Paper, templates: Path | None) -> Output:
    from briefing.render.ics import to_ics

    return Output(to_ics(brief))


FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {"pdf": _pdf, "html": _html, "txt": _text, "json": _json, "ics": _ics, "md": _markdown}
)


def render(
    brief: Brief,
    formats: Sequence[str],
    *,
    paper: Paper = "A4",
    templates: Path | None = None,
    pdf: PdfKind = "archival",
    script: bool = False,
) -> Rendered:
    """Print `brief` in each of `formats` (keys of FORMATS); `templates` is the user's folder.

    A "plain" PDF is the smallest: it has no tags and no evidence, so nothing in it can be proved.

    With `script` the page holds a small script that adds a filter.

    When the PDF engine fails, the others are still returned, with a Problem. Raises RenderError
    where a template is at fault: with file, line and reason.
    """
    outputs: dict[str, bytes] = {}
    problems: list[Problem] = []
    missing: tuple[str, ...] = ()
    for name in dict.fromkeys(formats):
        make = FORMATS[name]
        if (name, pdf) == ("pdf", "plain"):
            make = _plain_pdf
        elif name == "html" and script:
            make = _html_with_script
        try:
            output = make(brief, paper, templates)
        except PdfError as error:
            problems.append(Problem("render", f"brief.{name}", "render_failed", error.reason))
            continue
        if not output.content:
            continue  # a calendar of nothing is no calendar
        outputs[name] = output.content
        missing = missing or output.fonts_missing
    return Rendered(outputs, tuple(problems), missing)


def to_json(brief: Brief) -> bytes:
    """Return the brief as one line of UTF-8 JSON, keys in declared order."""
    from briefing.render import record

    return record.to_json(brief)


def from_json(data: bytes, file: str = "brief.json") -> Brief:
    """Read a brief back; raises EvidenceError(file, reason) where it is damaged."""
    from briefing.render import record

    return record.from_json(data, file)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of `brief.json`."""
    from briefing.render import record

    return record.schema()


def mail(brief: Brief, *, templates: Path | None = None) -> tuple[str, str, str]:
    """Return what a mail says: (subject, text, html)."""
    from briefing.render import bodies

    return bodies.mail(brief, templates=templates)
