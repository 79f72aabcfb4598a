"""Text out of dirty pages: body, title, date, authors, captions, and what it costs.

Everything per dump style and over the news corpora; `wceb.` before a metric means the blogs.
"""

import gzip
import hashlib
import tarfile
import time
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.result import Result, rows
from benchmarks.shingles import near, prf, tokens
from briefing.errors import ReadError
from briefing.extract import extract
from briefing.extract.bylines import people
from briefing.types import Article, Document

STYLES = ("gettext", "innertext", "layout", "resi", "wrap")
NEWS = ("aeb", "fev", "fnd")


@dataclass(slots=True)
class Tally:
    """What was counted over pages; each list has one entry for each page it applies to."""

    f1: list[float] = field(default_factory=list)
    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    title_near: list[float] = field(default_factory=list)
    date_exact: list[float] = field(default_factory=list)
    author_precision: list[float] = field(default_factory=list)
    author_any: list[float] = field(default_factory=list)
    captions_kept: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def run(data: Path) -> Iterator[Result]:
    """Yield the figures of `text_dumps`, then those of `html_pages.tar`."""
    pages = rows(data, "text_dumps")
    kinds = sorted({_kind(page) for page in pages}, reverse=True)
    spent: list[float] = []
    for style in STYLES:
        for kind in kinds:
            tally = _read([page for page in pages if _kind(page) == kind], style)
            yield from _results(tally, f"{kind}{style}")
            spent += tally.seconds if not kind else []
    if spent:
        yield Result("text_dumps", "cpu_ms", fmean(spent) * 1000, len(spent))
    yield from _html(data, pages)
    yield from _trafilatura(data, pages)


def _kind(page: dict[str, Any]) -> str:
    return "" if page["corpus"] in NEWS else f"{page['corpus']}."


def _read(pages: Iterable[dict[str, Any]], style: str) -> Tally:
    tally = Tally()
    for page in pages:
        content = page["dumps"][style].encode()
        name = page["id"]
        digest = hashlib.sha256(content).hexdigest()
        started = time.process_time()
        try:
            article = extract(Document("bench", name, "text/plain", content, digest))
        except ReadError:
            article = None
        tally.seconds.append(time.process_time() - started)
        _count(tally, article, page["gold"], page["dumps"][style])
    return tally


def _count(tally: Tally, article: Article | None, gold: dict[str, Any], page: str) -> None:
    body = article.body if article else ""
    precision, recall, f1 = prf("\n".join(gold["body"]), body, "\n".join(gold["deck"]))
    tally.precision.append(precision)
    tally.recall.append(recall)
    tally.f1.append(f1)
    if gold["title"]:
        title = article.title.value if article and article.title else None
        tally.title_near.append(near(gold["title"], title))
    if gold["date"]:
        stamp = article.published if article else None
        tally.date_exact.append(stamp is not None and stamp.day.isoformat() == gold["date"])
    if gold["authors"]:
        names = people(article.byline.value) if article and article.byline else ()
        right = [any(near(author, name) for author in gold["authors"]) for name in names]
        tally.author_precision += [float(one) for one in right]
        tally.author_any.append(any(right))
    for caption in gold["captions"]:
        if len(tokens(caption)) >= 4 and _holds(page, caption):
            tally.captions_kept.append(_holds(body, caption))


def _holds(text: str, part: str) -> bool:
    return prf(part, text)[1] >= 0.8


def _results(tally: Tally, name: str) -> Iterator[Result]:
    for metric in (
        "f1",
        "precision",
        "recall",
        "title_near",
        "date_exact",
        "author_precision",
        "author_any",
        "captions_kept",
    ):
        values = getattr(tally, metric)
        if values:
            yield Result("text_dumps", f"{name}.{metric}", fmean(values), len(values))
    under = [f1 < 0.5 for f1 in tally.f1]
    if under:
        yield Result("text_dumps", f"{name}.pages_under_half", fmean(under), len(under))


def _html(data: Path, pages: Iterable[dict[str, Any]]) -> Iterator[Result]:
    """Yield the figures of the same pages' HTML, the news and then the blogs."""
    known = {page["id"]: page for page in pages}
    tallies = {"": Tally(), "wceb.": Tally()}
    for name, content in _archived(data, known):
        page = known[name]
        document = Document(
            "bench", name, "text/html", content, hashlib.sha256(content).hexdigest()
        )
        tally = tallies.setdefault(_kind(page), Tally())
        started = time.process_time()
        try:
            article = extract(document)
        except ReadError:
            article = None
        tally.seconds.append(time.process_time() - started)
        _count(tally, article, page["gold"], article.text if article else "")
    for kind, tally in tallies.items():
        for result in _results(tally, f"{kind}html"):
            yield replace(result, data="html_pages")
        if tally.seconds:
            spent = fmean(tally.seconds) * 1000
            yield Result("html_pages", f"{kind}html.cpu_ms", spent, len(tally.seconds))


def _archived(data: Path, wanted: Container[str]) -> Iterator[tuple[str, bytes]]:
    """Yield (id, bytes) of the pages of `html_pages.tar` that are wanted."""
    archive = data / "html_pages.tar"
    if not archive.exists():
        return
    with tarfile.open(archive) as tar:
        for member in tar:
            name = Path(member.name).name.removesuffix(".html.gz")
            file = tar.extractfile(member) if name in wanted else None
            if file is not None:
                yield name, gzip.decompress(file.read())


def _trafilatura(data: Path, pages: Iterable[dict[str, Any]]) -> Iterator[Result]:
    """Yield what trafilatura makes of the same pages' HTML."""
    import trafilatura

    golds = {page["id"]: page["gold"] for page in pages if not _kind(page)}
    found: list[float] = []
    for name, content in _archived(data, golds):
        html = content.decode("utf-8", "replace")
        body = trafilatura.extract(html, fast=True, include_comments=False) or ""
        gold = golds[name]
        found.append(prf("\n".join(gold["body"]), body, "\n".join(gold["deck"]))[2])
    if found:
        yield Result("html_pages", "trafilatura.f1", fmean(found), len(found))
