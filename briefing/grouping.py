"""What `briefing themes --try` and `briefing group` print: what is grouped with what, and why.

1 collect -> 2 extract -> 5 group -> lines
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from briefing.errors import NoUsableInputError, ReadError, UsageError
from briefing.types import Article, Document

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.group.explain import Explanation
    from briefing.group.wanted import Catch, Wanted

MARK = re.compile(r"(?P<entry>[1-9][0-9]{0,5})(?::[1-9][0-9]{0,5})?")
WIDTH = 96
PASSAGE = 300  # characters shown


def articles(config: "Config", paths: Sequence[Path], *, known_by: date) -> list[Article]:
    """Return the articles of files and folders, or of the configuration's sources without any.

    Raises UsageError where a path does not exist, NoUsableInputError where none is an article.
    """
    from briefing.collect import folder
    from briefing.extract import extract, line_counts

    given = list(paths) or [path for source in config.sources for path in source.folder or ()]
    if not given:
        raise UsageError("give files or folders, or name `sources:` in config.yaml")
    folder.check(given)
    items = folder.read(given, source="command line", max_bytes=config.limits.bytes)
    documents = {
        item.digest: replace(item, known_by=known_by)
        for item in items
        if isinstance(item, Document)
    }
    repetition = line_counts(list(documents.values()))
    found = []
    for document in documents.values():
        try:
            found.append(extract(document, repetition))
        except ReadError:
            continue  # `build` tells of it in the register
    if not found:
        raise NoUsableInputError("none of the inputs is a usable article")
    return found


def tried(found: Sequence[Article], wanted: Sequence["Wanted"]) -> Iterator[str]:
    """Yield what each theme would catch, and why; then what nearly was."""
    from briefing.group.wanted import catches

    table = [(article, catches(article, wanted)) for article in found]
    for k, theme in enumerate(wanted):
        caught = [(a, c[k]) for a, c in table if c[k].score]
        missed = [(a, c[k]) for a, c in table if not c[k].score and (c[k].hits or c[k].excluded_by)]
        yield f"{theme.name}: catches {len(caught)} of {len(table)} articles"
        for article, catch in sorted(caught, key=lambda item: (-item[1].score, item[0].id)):
            rivals = [
                other.theme for other in catches(article, wanted) if other.score > catch.score
            ]
            yield from _caught(article, catch, rivals)
        for article, catch in missed:
            yield f"  not     {_named(article)}"
            yield f"          {catch.reason}{_hits(catch)}"
        yield ""
    free = sum(not any(catch.score for catch in row) for _, row in table)
    yield f"{free} of {len(table)} articles are caught by none: grouping finds themes for them."
    yield "A story goes to a theme that catches at least half of its articles; where several do, to"
    yield "the one with the highest score: mentions, those in titles four times, times boost."


def _caught(article: Article, catch: "Catch", rivals: Sequence[str]) -> Iterator[str]:
    yield f"  caught  {_named(article)}"
    stronger = f"; but stronger for {', '.join(rivals)}" if rivals else ""
    yield f"          score {catch.score:g}{_hits(catch)}{stronger}"


def _hits(catch: "Catch") -> str:
    told = [
        f"“{hit.text}” {_times(hit.in_all)}{_where(hit.in_title, hit.in_opening)}"
        for hit in catch.hits
    ]
    return ": " + "; ".join(told) if told else ""


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _where(in_title: int, in_opening: int) -> str:
    places = [
        f"{_times(count)} in the {place}"
        for place, count in (("title", in_title), ("opening", in_opening))
        if count
    ]
    return f" ({', '.join(places)})" if places else ""


def _named(article: Article) -> str:
    return f"{shorten(article.headline, WIDTH - 30, placeholder=' …')} ({article.uri})"


def told(found: Sequence[Article], wanted: Sequence["Wanted"]) -> Iterator[str]:
    """Yield themes, stories and their articles, with copies and origins."""
    from briefing.group import group

    by_id = {article.id: article for article in found}
    for theme in group(found, themes=wanted):
        yield theme.label
        for story in theme.stories:
            count, origins = len(story.articles), len(story.origins)
            yield (
                f"  story {story.id}, {count} article{'s' * (count > 1)}, "
                f"at most {origins} origin{'s' * (origins > 1)}"
            )
            copies = {copy.article: copy for copy in story.copies}
            for number in story.articles:
                copy = copies.get(number)
                how = f"  [{copy.kind.replace('_', ' ')} {copy.containment:.2f}]" if copy else ""
                yield f"    {_day(by_id[number])}  {_named(by_id[number])}{how}"
        yield ""


def explained(found: Sequence[Article], first: Article, second: Article,
              wanted: Sequence["Wanted"]) -> Iterator[str]:  # fmt: skip
    """Yield why two articles are together or apart."""
    from briefing.group.explain import explain

    why = explain(found, first.id, second.id, themes=wanted)
    yield f"A  {_day(first)}  {_named(first)}"
    yield f"B  {_day(second)}  {_named(second)}"
    yield ""
    yield _verdict(why)
    yield from _theme_words(why)
    yield ""
    yield f"text      {_text(why)}"
    for passage in why.passages:
        words = " ".join(first.body[passage.start : passage.end].split())
        yield f"          {passage.words} words: “{shorten(words, PASSAGE, placeholder=' …')}”"
    yield _dates(why)
    alone = f"{why.likeness:.3f} of 1, x {why.day_factor:.2f} for the dates"
    yield f"words     likeness {alone} = {_weighed(why):.3f}"
    if not why.same_text_group:
        pairs = "of their story" if why.same_story else "of the two stories"
        yield f"          on average over all pairs {pairs} {why.stories_likeness:.3f}"
    yield f"          one story needs an average of {why.needed:.2f}"
    if why.words:
        yield "          shared words, and what each adds to the likeness:"
    for word, share in why.words:
        yield f"          {share:.3f}  {word}"


def _text(why: "Explanation") -> str:
    if not why.passages and why.text == "own text":
        return "each its own: no run of words stands in both"
    kind = "each its own" if why.text == "own text" else why.text
    return f"{kind}: {why.containment:.0%} of the shorter stands in the longer"


def _weighed(why: "Explanation") -> float:
    return why.likeness * why.day_factor


def _verdict(why: "Explanation") -> str:
    if why.same_story and why.same_text_group:
        return "together: one text, so one story and one origin"
    if why.same_story:
        chained = _weighed(why) < why.needed
        return "together: one story" + (
            "; these two say little alike, but others or their headlines tie them"
            if chained
            else ""
        )
    alike = why.stories_likeness >= why.needed
    kind = "; two events of one kind: each is told more alike than both together" if alike else ""
    return "apart: two stories" + (" of one theme" if why.same_theme else " of two themes") + kind


def _theme_words(why: "Explanation") -> Iterator[str]:
    one, other = why.themes
    yield f"          A in “{one}”" + ("" if why.same_theme else f", B in “{other}”")


def _dates(why: "Explanation") -> str:
    if why.days_apart is None:
        return f"dates     not known of both: likeness counts {why.day_factor:.2f} times"
    return f"dates     {_apart(why.days_apart)}: likeness counts {why.day_factor:.2f} times"


def _apart(days: float) -> str:
    if days < 1:
        hours = round(days * 24)
        return f"{hours} hour{'s' * (hours != 1)} apart" if hours else "at the same hour"
    return f"{days:.0f} day{'s' * (round(days) != 1)} apart"


def _day(article: Article) -> str:
    return article.published.day.isoformat() if article.published else "undated   "


def chosen(found: Sequence[Article], word: str, brief: Path | None) -> Article:
    """Return the article that a path, the end of one, or a mark of `brief` such as 3:7 names.

    Raises UsageError where none or several are.
    """
    mark = MARK.fullmatch(word)
    if mark and brief is not None:
        digest = _of_mark(brief, int(mark["entry"]))
        fits = [article for article in found if article.digest == digest]
    else:
        fits = [article for article in found if article.uri == word]
        fits = fits or [article for article in found if article.uri.endswith(f"/{word}")]
    if len(fits) != 1:
        what = "is not among the articles" if not fits else "names several articles"
        hint = "; a mark needs --brief FILE" if mark and brief is None else ""
        raise UsageError(f"{word} {what}{hint}")
    return fits[0]


def _of_mark(brief: Path, number: int) -> str:
    from briefing.verify.carriers import evidence_of

    path = brief / "brief.json" if brief.is_dir() else brief
    if not path.is_file():
        raise UsageError(f"{brief} is not a brief: give its folder, PDF, HTML or JSON")
    _, content = evidence_of(path.read_bytes(), str(path))
    for entry in content.register:
        if entry.number == number:
            return entry.sha256
    raise UsageError(f"{brief} has no source {number}")
