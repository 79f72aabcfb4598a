"""What became of each line of a page, and why: what `briefing extract` prints and writes.

1 collect -> 2 extract -> lines, or a page of HTML
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path
from textwrap import wrap

from briefing.collect import folder
from briefing.errors import NoUsableInputError
from briefing.extract import extract
from briefing.extract.judgements import Judgement, judgements
from briefing.types import Article, Document, Stated

_WIDTH = 100  # characters of a dropped line that are shown, and of a reason
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article, and what became of every line of its page."""

    article: Article
    lines: tuple[Judgement, ...]


def read(path: Path, *, known_by: date) -> Extracted:
    """Return the article of one file with its lines judged.

    `known_by` is the last day that a stamp may have. Raises UsageError where there is no such
    file, NoUsableInputError where it cannot be read, ReadError where it is no article.
    """
    folder.check([path])
    documents = [
        item for item in folder.read([path], source="command line") if isinstance(item, Document)
    ]
    if len(documents) != 1:
        raise NoUsableInputError(f"{path}: give one file that can be read")
    document = replace(documents[0], known_by=known_by)
    article = extract(document)
    return Extracted(article, judgements(document, article))


def told(extracted: Extracted) -> Iterator[str]:
    """Yield the article: what the page states of it, then its paragraphs."""
    article = extracted.article
    yield article.headline
    yield ""
    for name, value in _facts(article):
        yield f"{name:<9} {value}"
    for start, end in article.paragraphs:
        yield ""
        yield article.text[start:end]


def explained(extracted: Extracted) -> Iterator[str]:
    """Yield every line of the page: + kept or - dropped, what it is, and what decided that."""
    yield _summary(extracted)
    yield ""
    for line in extracted.lines:
        yield f"{_SIGNS[_kind(line)]} {_cut(line.text, whole=line.kept)}"
        yield from wrap(": ".join(_why(line)), _WIDTH, initial_indent=_INDENT,
                        subsequent_indent=_INDENT)  # fmt: skip


def page(extracted: Extracted) -> str:
    """Return the same as one page of HTML."""
    rows = "\n".join(
        f'<tr class="{_kind(line)}"><td>{_MARKS[_kind(line)]}</td><td>{escape(line.text)}</td>'
        f"<td>{'<br>'.join(map(escape, _why(line)))}</td></tr>"
        for line in extracted.lines
    )
    title = escape(extracted.article.headline)
    facts = "\n".join(
        f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in _facts(extracted.article)
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1>\n<dl>\n{facts}\n</dl>\n"
        f"<p>{_summary(extracted)}.</p>\n"
        "<table><thead><tr><th></th><th>Line of the page</th><th>What it is, and why</th>"
        f"</tr></thead>\n<tbody>\n{rows}\n</tbody></table></body></html>\n"
    )


_SIGNS = {"body": "+", "title": "=", "dropped": "-"}
_MARKS = {"body": "kept", "title": "title", "dropped": "dropped"}
_STYLE = (
    "body{font:15px/1.45 sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}"
    "h1,td:nth-child(2){font-family:serif}dl{display:grid;grid-template-columns:6rem 1fr;margin:0}"
    "dd{margin:0}dt,td:nth-child(1),td:nth-child(3),.dropped td{color:#595959}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}th:nth-child(1){width:4.5rem}"
    "th:nth-child(3){width:34%}td,th{text-align:left;vertical-align:top;padding:.35rem .6rem;"
    "border-bottom:1px solid #ddd;overflow-wrap:anywhere}td:nth-child(3){font-size:.85em}"
    ".body{background:#f2f7f0}.title td:nth-child(2){font-weight:bold}"
)


def _kind(line: Judgement) -> str:
    return line.reason if line.reason in ("body", "title") else "dropped"


def _summary(extracted: Extracted) -> str:
    kept = sum(line.kept for line in extracted.lines)
    return f"{kept} of {len(extracted.lines)} lines are the article"


def _facts(article: Article) -> list[tuple[str, str]]:
    """Return what the page states; "not stated" is an answer."""
    published = article.published
    return [
        ("deck", _stated(article.deck)),
        ("byline", _stated(article.byline)),
        ("outlet", _stated(article.outlet)),
        ("section", _stated(article.section)),
        ("dateline", _stated(article.dateline)),
        ("origin", article.origin.agency or article.origin.kind),
        ("published", " ".join(published.text.split()) if published else "not stated"),
        ("language", article.language),
    ]


def _stated(value: Stated | None) -> str:
    return "not stated" if value is None else f"{value.value} ({value.reason})"


def _why(line: Judgement) -> list[str]:
    """Return what a line is, and what decided so."""
    if line.score is None or line.reason not in ("body", "chrome"):
        return [line.what]
    likely = line.score > 0
    if likely == line.kept:
        said, what = (line.speaks_for if line.kept else line.against), line.what
    elif line.kept:
        said, what = line.against, f"{line.what}: amid its lines, though it reads like furniture"
    else:
        said, what = line.speaks_for, f"{line.what}: apart from the article, though it reads so"
    return [what, "; ".join(said)] if said else [what]


def _cut(text: str, *, whole: bool) -> str:
    return text if whole or len(text) <= _WIDTH else text[: _WIDTH - 1] + "\u2026"
