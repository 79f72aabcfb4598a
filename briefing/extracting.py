"""What became of each line of a page, and why: what `briefing extract` prints and writes.

1 collect -> 2 extract -> lines, or a page of HTML
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from pathlib import Path

from briefing.collect import folder
from briefing.errors import NoUsableInputError
from briefing.extract import extract
from briefing.extract.judgements import Judgement, judgements
from briefing.types import Article, Document, Stated

_WIDTH = 100  # characters of a dropped line that are shown


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
    """Yield every line of the page: + kept or - dropped, why, and what weighed most."""
    kept = sum(line.kept for line in extracted.lines)
    yield f"{kept} of {len(extracted.lines)} lines are the article's body"
    yield ""
    for line in extracted.lines:
        sign = "+" if line.kept else "=" if line.reason == "title" else "-"
        yield f"{sign} {_cut(line.text, whole=line.kept)}"
        yield f"    {_why(line)}"


def page(extracted: Extracted) -> str:
    """Return the same as one page of HTML."""
    rows = "\n".join(
        f'<tr class="{_kind(line)}"><td>{escape(line.reason)}</td>'
        f"<td>{'' if line.score is None else f'{line.score:+.2f}'}</td>"
        f"<td>{escape(line.text)}<br><small>{escape(_terms(line.terms))}</small></td></tr>"
        for line in extracted.lines
    )
    title = escape(extracted.article.headline)
    facts = "\n".join(
        f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in _facts(extracted.article)
    )
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1>\n<dl>\n{facts}\n</dl>\n"
        "<table><thead><tr><th>What it is</th><th>Score</th><th>Line, and what weighed most</th>"
        f"</tr></thead>\n<tbody>\n{rows}\n</tbody></table></body></html>\n"
    )


_STYLE = (
    "body{font:15px/1.45 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;"
    "padding:.3rem .6rem;border-bottom:1px solid #ddd}small,dt{color:#595959}"
    ".dropped td:last-child{color:#595959}.body td:last-child,.title td:last-child"
    "{font-family:serif;font-size:1.05em}.body{background:#f2f7f0}.title{font-weight:bold}"
    "dt{float:left;width:6rem}td:nth-child(2){font-variant-numeric:tabular-nums}"
)


def _kind(line: Judgement) -> str:
    return line.reason if line.reason in ("body", "title") else "dropped"


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


def _why(line: Judgement) -> str:
    score = "" if line.score is None else f", score {line.score:+.2f}"
    terms = _terms(line.terms)
    return f"{line.reason}{score}{': ' if terms else ''}{terms}"


def _terms(terms: Sequence[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {weight:+.2f}" for name, weight in terms)


def _cut(text: str, *, whole: bool) -> str:
    return text if whole or len(text) <= _WIDTH else text[: _WIDTH - 1] + "\u2026"
