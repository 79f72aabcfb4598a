"""The section of its outlet that a page says it stands in: a labelled line, or the way to it."""

import re
from collections.abc import Sequence

from briefing.extract.lines import Line
from briefing.types import Stated

LONGEST = 60
_LONGEST_LINE = 200
_LABEL = re.compile(
    r"\W{0,3}(?:(?:Section|Category|Filed under|Posted in|Rubrik|Ressort|Kategorie|Rubrique"
    r"|Catégorie|Sección|Categoría|Sezione|Categoria|Rubriek|Kategori)\s{0,2}[:|]"
    r"|Filed under|Posted in)\s{0,3}(?P<name>[^\s|,;/>›»].*)",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\W{0,3}(?:Home|Homepage|Front page|Start|Startseite|Accueil|Inicio|Portada|Hjem|Hem)"
    r"\s*(?:[>›»/|]|→)",
    re.IGNORECASE,
)
_STEP = re.compile(r"\s*(?:[>›»/|]+|→)\s*")
_FIRST = re.compile(r"\s*[|,;/>›»]|\s+[–—-]\s|\s{2}")
_STAMP = re.compile(r"\d{2}|https?:|www\.")


def find(
    lines: Sequence[Line], reasons: Sequence[str], title: str, numbers: Sequence[int]
) -> Stated | None:
    """Return the section; None where no line says it.

    `reasons` says why each line is not of the body; `numbers` are the lines of the body, and
    `title` is the headline, with which the way to a page often ends.
    """
    first, last = (numbers[0], numbers[-1]) if numbers else (len(lines), -1)
    for i, line in enumerate(lines):
        if not reasons[i] or reasons[i] == "title" or len(line.text) > _LONGEST_LINE:
            continue
        label = _LABEL.match(line.text)
        if label and (i < first or i > last):
            found = _stated(line, label.start("name"), _FIRST, "section line")
        else:
            found = _way(line, title) if i < first and _HOME.match(line.text) else None
        if found:
            return found
    return None


def is_name(text: str) -> bool:
    """Say whether a text could be the name of a section."""
    return (
        2 <= len(text) <= LONGEST
        and any(map(str.isalpha, text))
        and len(text.split()) <= 6
        and not _STAMP.search(text)
    )


def _stated(line: Line, begin: int, end: re.Pattern[str], reason: str) -> Stated | None:
    """Return what stands in a line from `begin` up to the first `end`."""
    stop = end.search(line.text, begin)
    name = line.text[begin : stop.start() if stop else len(line.text)].strip(" .")
    if not is_name(name):
        return None
    return Stated(name, (line.start + begin, line.start + begin + len(name)), reason)


def _way(line: Line, title: str) -> Stated | None:
    """Return the last step of the way to a page that is not the page itself."""
    ends = [(match.start(), match.end()) for match in _STEP.finditer(line.text)]
    begins = [end for _, end in ends]
    stops = [*(start for start, _ in ends[1:]), len(line.text)]
    for begin, stop in reversed(list(zip(begins, stops, strict=True))):
        name = line.text[begin:stop].strip()
        of_title = name.lower() in title.lower() and 2 * len(name) > len(title)
        if is_name(name) and not of_title:
            return Stated(name, (line.start + begin, line.start + begin + len(name)), "breadcrumb")
    return None
