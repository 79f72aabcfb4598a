"""Stage 7: Jinja, set up so that articles are values and never source.

HTML and XML templates escape everything; `.txt` templates nothing. An undefined name is an error
with the template's file and line. No value reaches an output with a control character in it.
"""

from functools import cache
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from briefing import resources
from briefing.errors import RenderError
from briefing.render import words


def fill(name: str, templates: Path | None, values: dict[str, Any]) -> str:
    """Fill template `name`; `templates` is the user's folder, searched first.

    Raises RenderError(file, line, reason).
    """
    environment = _environment(templates, escape=name.endswith((".html", ".xml")))
    try:
        return environment.get_template(name).render(values)
    except TemplateError as error:
        file, line = _place(error, name)
        raise RenderError(file, line, error.message or type(error).__name__) from error


def style(templates: Path | None) -> str:
    """Return the style sheet in force: `brief.css`, and the user's `theme.css` after it, if any."""
    theme = "" if templates is None or not (templates / "theme.css").is_file() else "theme.css"
    return source("brief.css", templates) + (source(theme, templates) if theme else "")


def source(name: str, templates: Path | None) -> str:
    """Return the text of a file beside the templates (a style sheet), the user's first."""
    environment = _environment(templates, escape=True)
    try:
        return str(resources.loader(templates).get_source(environment, name)[0])
    except TemplateError as error:
        raise RenderError(name, None, "no such template") from error


@cache
def _environment(templates: Path | None, *, escape: bool) -> Environment:
    environment = Environment(
        loader=resources.loader(templates),
        autoescape=escape,  # noqa: S701 - plain text is not markup
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.filters.update(words.FILTERS)
    environment.globals.update(words.FUNCTIONS)
    return environment


def _finalize(value: object) -> object:
    if isinstance(value, str) and words.UNPRINTABLE.search(value):
        return type(value)(words.printable(value))
    return value


def _place(error: TemplateError, name: str) -> tuple[str, int | None]:
    if isinstance(error, TemplateSyntaxError):
        return error.name or name, error.lineno
    # Jinja rewrites tracebacks so that frames of templates carry the template's file and line.
    place: tuple[str, int | None] = (name, None)
    for frame, line in walk_tb(error.__traceback__):
        if "__jinja_template__" in frame.f_globals or frame.f_code.co_filename.endswith(
            (".html", ".txt", ".xml")
        ):
            place = (Path(frame.f_code.co_filename).name, line)
    return place


def safe(text: str) -> Markup:
    """Mark text of the program's own (a style sheet, a data URI) as not to be escaped."""
    return Markup(text)  # noqa: S704 - never called with text of an article
