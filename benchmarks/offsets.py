"""Every sentence stands in its source: at its mapped place, after the recorded operations alone."""

import gzip
import html
import re
import tarfile
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from benchmarks.result import Result, rows
from benchmarks.text import STYLES
from briefing.errors import ReadError
from briefing.evidence import SourceMap, apply, decode, replay, sha256
from briefing.extract import extract
from briefing.types import Article, Document, Edit

_BLANK = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")


def run(data: Path, every: int = 1) -> Iterator[Result]:
    """Yield, for each style of dump and for HTML, the share of sentences that are not proved.

    With `every` 10, of each tenth page.
    """
    counts: dict[str, tuple[int, int]] = {}
    for style, document in documents(data, every):
        try:
            article = extract(document)
        except ReadError:
            continue
        total, wrong = counts.get(style, (0, 0))
        found = sum(1 for _ in unproved(article, document.content))
        counts[style] = total + len(article.sentences), wrong + found
    for style, (total, wrong) in counts.items():
        yield Result("offsets", f"{style}.unproved", wrong / max(1, total), total)


def documents(data: Path, every: int) -> Iterator[tuple[str, Document]]:
    """Yield every page in each style, and as HTML."""
    pages = list(rows(data, "text_dumps"))[::every]
    for page in pages:
        for style in STYLES:
            yield style, _document(page["id"], "text/plain", page["dumps"][style].encode())
    archive = data / "html_pages.tar"
    if archive.exists():
        with tarfile.open(archive) as tar:
            for number, member in enumerate(tar):
                file = tar.extractfile(member) if number % every == 0 else None
                if file is not None and member.name.endswith(".gz"):
                    yield "html", _document(member.name, "text/html", gzip.decompress(file.read()))


def _document(name: str, kind: str, content: bytes) -> Document:
    return Document("bench", name, kind, content, sha256(content))


def unproved(article: Article, content: bytes) -> Iterator[str]:
    """Yield what does not hold of an article's sentences, in words."""
    source = decode(content, article.recipe.encoding)
    if replay(content, article.recipe) != article.text:
        yield "the recipe does not give the text"
        return
    edits = article.recipe.edits
    for edit in edits:
        if not is_what_it_says(edit, source):
            yield f"{edit.operation} at {edit.start} did something else"
    places = SourceMap(edits)
    starts = [edit.start for edit in edits]
    for sentence in article.sentences:
        begin, end = places.source(sentence.start), places.source(sentence.end - 1) + 1
        first = bisect_left(starts, begin)
        first -= first > 0 and edits[first - 1].end > begin
        inside = [edit for edit in edits[first : bisect_left(starts, end)] if edit.end > begin]
        begin = min([begin, *(edit.start for edit in inside)])
        end = max([end, *(edit.end for edit in inside)])
        moved = [Edit(e.start - begin, e.end - begin, e.text, e.operation) for e in inside]
        if article.quote(sentence.index) not in apply(source[begin:end], moved):
            yield f"sentence {sentence.index} does not stand at {begin}:{end}"


def is_what_it_says(edit: Edit, source: str) -> bool:
    """Say whether an edit did what its operation is for, and nothing else."""
    old = source[edit.start : edit.end]
    match edit.operation:
        case "unescape":
            return _plain(html.unescape(old)) == _plain(edit.text) or "\\" in old
        case "whitespace" | "unwrap":
            return not _plain(old) and not _plain(edit.text)
        case "markup":
            return not _plain(edit.text)
        case "control":
            return not edit.text
        case "dehyphenate":
            return _plain(old).rstrip("-\u00ad\u2010") == _plain(edit.text).rstrip("-")


def _plain(text: str) -> str:
    return _BLANK.sub("", "".join(one for one in text if one.isprintable()))
