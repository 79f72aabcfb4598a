"""Stage 7: WeasyPrint, fenced in: HTML and CSS in, a mended PDF out.

The engine gets no network and no files: a fetcher that knows the packaged fonts by name and
refuses all else. Its output is mended in memory before it is written (`briefing.render.mend`).
What costs nothing is taken: TrueType not WOFF2, one font configuration and one parsed style sheet
a process, no garbage collection while it lays out.
"""

import atexit
import gc
import logging
import os
import re
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache, partial
from typing import Any

from briefing import resources
from briefing.errors import PdfError
from briefing.render.faces import FACES
from briefing.render.mend import mend

VARIANT = "pdf/a-3a"  # mend adds the claim to PDF/UA-1: WeasyPrint can make one only
ATTACHMENT = "brief.json"
PACKAGED = {f"packaged:{file}.ttf": f"{file}.ttf" for _, _, file in FACES}
INSTALL = "WeasyPrint cannot load the Pango library: see the installation notes"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sheets:
    """All that the engine needs: HTML, CSS, the attachment, the time of making, names of links.

    `foreign` says whether some words are in another language than the document; `plain` whether
    the file goes without tags, claims and attachment.
    """

    html: str
    css: str
    data: bytes
    made: str  # ISO 8601
    labels: dict[str, str]
    foreign: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the scripts of which some letters have no font here."""

    content: bytes
    fonts_missing: tuple[str, ...]


def print_sheets(sheets: Sheets) -> Printed:
    """Return the PDF. Raises PdfError, whatever the engine stumbled over."""
    with _collect_missing() as missing, _quiet():
        try:
            content = _write(sheets)
        except OSError as error:
            raise PdfError("brief.pdf", None, f"{INSTALL} ({error})") from error
        except Exception as error:  # the engine's own faults: RecursionError, ZeroDivisionError ...
            raise PdfError("brief.pdf", None, f"{type(error).__name__}: {error}") from error
    return Printed(content, scripts(missing))


def scripts(letters: list[str]) -> tuple[str, ...]:
    """Return the names of the scripts of `letters`, sorted: ("Arabic", "Hangul")."""
    names = {unicodedata.name(letter, "UNKNOWN").split()[0] for letter in letters}
    names = {"CJK" if name in ("IDEOGRAPHIC", "FULLWIDTH") else name for name in names}
    return tuple(sorted(name if name == "CJK" else name.capitalize() for name in names))


def plain(css: str) -> str:
    """Return a style sheet with the variables of its `:root` rules put in place.

    WeasyPrint resolves each use of a variable again for every element: 7 % of its time. Rules that
    begin a line count, a later one wins; indented ones are those of a medium.
    """
    named: dict[str, str] = {}
    for root in re.findall(r"(?m)^:root\{([^}]*)\}", css):
        named.update(re.findall(r"(--[\w-]+):([^;]+)", root))
    return re.sub(r"var\((--[\w-]+)\)", lambda use: named.get(use[1], use[0]), css)


def _write(sheets: Sheets) -> bytes:
    from weasyprint import HTML, Attachment

    style, fonts = _style(sheets.css)
    document = HTML(string=sheets.html, url_fetcher=_fetcher())
    if sheets.plain:
        smallest: bytes = document.write_pdf(stylesheets=[style], font_config=fonts)
        return smallest
    made = datetime.fromisoformat(sheets.made)
    attachment = Attachment(
        string=sheets.data,
        name=ATTACHMENT,
        description="This brief as data, with its evidence",
        relationship="Data",
        created=made,
        modified=made,
    )
    content: bytes = document.write_pdf(
        stylesheets=[style],
        font_config=fonts,
        pdf_variant=VARIANT,
        attachments=[attachment],
        finisher=partial(mend, labels=sheets.labels, foreign=sheets.foreign),
    )
    return content


@lru_cache(maxsize=4)
def _style(css: str) -> tuple[Any, Any]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return CSS(string=plain(css), font_config=fonts, url_fetcher=_fetcher()), fonts


# Left to the end of the interpreter, a font configuration complains while it is torn down.
atexit.register(_style.cache_clear)


def _fetcher() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Packaged(URLFetcher):  # type: ignore[misc]
        """Serves the packaged fonts by name; no file, no network, no data: URI."""

        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in PACKAGED:
                raise ValueError(f"refused: {url[:200]}")
            body = resources.font(PACKAGED[url])
            return URLFetcherResponse(url, body, {"Content-Type": "font/ttf"})

    return Packaged(allowed_protocols=())


@contextmanager
def _quiet() -> Iterator[None]:
    """No garbage collection while pages are laid out (13 to 22 % of the time); no clock in fonts.

    Where the system has no harfbuzz-subset, fonttools writes the time into a font unless
    SOURCE_DATE_EPOCH says otherwise.
    """
    collecting = gc.isenabled()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    gc.disable()
    os.environ["SOURCE_DATE_EPOCH"] = epoch or "0"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # no fonts on the system; its colour profile left open
            yield
    finally:
        if epoch is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        if collecting:
            gc.enable()


@contextmanager
def _collect_missing() -> Iterator[list[str]]:
    """Collect the letters that no font has, from the engine's log, and keep that log off ours."""
    missing: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if ".notdef" in str(record.msg) and isinstance(record.args, tuple) and record.args:
                missing.append(str(record.args[0])[:1])
            else:
                log.debug("weasyprint: %s", record.getMessage())

    engine = logging.getLogger("weasyprint")
    collector, propagate = Collector(), engine.propagate
    engine.addHandler(collector)
    engine.propagate = False
    try:
        yield missing
    finally:
        engine.removeHandler(collector)
        engine.propagate = propagate
