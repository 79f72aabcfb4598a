"""What `briefing explain` prints: every sentence of an article, and why it was picked or not."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from briefing.errors import NoUsableInputError, ReadError, UsageError
from briefing.types import REASONS, Article, Document, Problem, Profile, Summary

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.summarise import Verdict

WIDTH = 88
INDENT = "      "


def lines(config: "Config", path: Path) -> Iterator[str]:
    """Yield the explanation of the summary of one article, line by line.

    Raises UsageError where `path` is no file, NoUsableInputError where it holds no article.
    """
    from briefing.summarise import allowed_words, explain, summarise

    article = _article(config, path)
    settings = config.summary
    summary = summarise(
        article,
        method=settings.method,
        max_sentences=settings.sentences,
        max_words=settings.words,
        max_share=settings.share,
        spread=settings.spread,
    )
    yield from _head(article, summary)
    max_words = allowed_words(article, settings.words, settings.share)
    for verdict in explain(article, summary, max_words=max_words):
        yield from _told(article, verdict)


def _article(config: "Config", path: Path) -> Article:
    from briefing.collect import folder
    from briefing.extract import extract

    if not path.is_file():
        raise UsageError(f"{path} is not a file: give one article")
    found = next(
        iter(folder.read((path,), source="command line", profile=Profile(),
                         max_bytes=config.limits.bytes))
    )  # fmt: skip
    match found:
        case Problem():
            raise NoUsableInputError(f"{path}: {REASONS[found.reason].words}")
        case Document():
            try:
                return extract(found)
            except ReadError as error:
                raise NoUsableInputError(f"{path}: {REASONS[error.reason].words}") from error


def _head(article: Article, summary: Summary) -> Iterator[str]:
    yield from wrap(article.headline or "(no title)", WIDTH)
    count = f"{len(summary.picks)} of {len(article.sentences)} sentences"
    yield f'method "{summary.method}", language {article.language}: {count} picked'
    if summary.note:
        yield f"note: {summary.note}"


def _told(article: Article, verdict: "Verdict") -> Iterator[str]:
    parts = ", ".join(f"{name} {value:+.2f}" for name, value in verdict.parts)
    score = f"{verdict.score:.2f} = {parts}" if verdict.parts else "not scored"
    yield ""
    yield f"{verdict.sentence + 1:>4}  {verdict.outcome}: {score}"
    yield from wrap(article.quote(verdict.sentence), WIDTH, initial_indent=INDENT,
                    subsequent_indent=INDENT)  # fmt: skip
