"""The archive of all briefs: pages by month, a search that needs no server, an Atom feed.

Everything is relative, so that it works from the file system and from any static server.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from briefing.render import environment, words

RECENT = 50  # briefs on the first page, and entries of the feed
_KINDS = {
    "pdf": "application/pdf",
    "html": "text/html",
    "txt": "text/plain",
    "ics": "text/calendar",
}


@dataclass(frozen=True, slots=True)
class PastBrief:
    """What the archive tells of a brief. `files`: their sizes in bytes by name.

    `generated` is an instant (`2031-03-09T06:00:00Z`), `first` and `last` days or None. `themes`
    are labels with the titles of their stories.
    """

    folder: str
    title: str
    subtitle: str
    generated: str
    first: str | None
    last: str | None
    articles: int
    stories: int
    bottom_line: tuple[str, ...]
    themes: tuple[tuple[str, tuple[str, ...]], ...]
    files: Mapping[str, int]

    @property
    def month(self) -> str:
        """The month it was generated in (UTC): `2031-03`."""
        return self.generated[:7]


def archive(
    briefs: Sequence[PastBrief], *, templates: Path | None = None, address: str = ""
) -> dict[str, bytes]:
    """Return the archive's files by name. `address` is where they are served, for the feed.

    Raises RenderError where a template fails.
    """
    newest = sorted(briefs, key=lambda brief: (brief.generated, brief.folder), reverse=True)
    months = {month: list(some) for month, some in groupby(newest, key=lambda brief: brief.month)}
    pages = {"index.html": ("", newest[:RECENT])}
    pages |= {f"{month}.html": (month, some) for month, some in months.items()}
    values = {
        "months": [(month, len(some)) for month, some in months.items()],
        "style": environment.safe(environment.source("archive.css", templates)),
        "total": len(newest),
        "link": _link,
    }
    outputs = {
        name: environment.fill(
            "archive.html", templates, values | {"month": month, "briefs": some, "page": name}
        ).encode()
        for name, (month, some) in pages.items()
    }
    outputs["search.js"] = _search(newest, environment.source("archive.js", templates)).encode()
    outputs["feed.xml"] = environment.fill("feed.xml", templates, _feed(newest, address)).encode()
    return outputs


def _search(briefs: Sequence[PastBrief], program: str) -> str:
    """Return the search: the words of every brief as data, and the program that looks in them."""
    rows = [
        {
            "title": words.printable(brief.title),
            "when": words.moment(brief.generated),
            "href": _link(brief, "html") or _link(brief, "pdf"),
            "lines": [
                *map(words.printable, brief.bottom_line),
                *(words.printable(title) for _, titles in brief.themes for title in titles),
                *(words.printable(label) for label, _ in brief.themes),
            ],
        }
        for brief in briefs
    ]
    return f"const BRIEFS = {json.dumps(rows, ensure_ascii=True)};\n{program}"


def _feed(newest: Sequence[PastBrief], address: str) -> dict[str, Any]:
    base = address.rstrip("/") + "/" if address else ""
    return {
        "base": base,
        "updated": newest[0].generated if newest else "1970-01-01T00:00:00Z",
        "entries": [
            asdict(brief) | {
                "links": [
                    (kind, media, _link(brief, kind), brief.files[f"brief.{kind}"])
                    for kind, media in _KINDS.items()
                    if f"brief.{kind}" in brief.files
                ]
            }
            for brief in newest[:RECENT]
        ],
    }  # fmt: skip


def _link(brief: PastBrief, kind: str) -> str:
    """Return the address of a brief's file, relative to the archive; empty where there is none."""
    name = f"brief.{kind}"
    return f"{quote(brief.folder)}/{name}" if name in brief.files else ""
