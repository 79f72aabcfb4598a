"""Growth of composing with the number of articles, made by perturbing real ones.

Stories and themes are those the articles were made from, the summaries are leads, and the dates
are put on weekdays and months, so that nothing but stage 6 is timed. The second figure is that of
a brief that follows another, with everything in its memory.

python -m benchmarks.compose DATA 10000    # one size, however large
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.result import Result
from benchmarks.scale import PER_EVENT, perturbed
from briefing.brief import Brief, Since
from briefing.compose import Input, Settings, compose
from briefing.group.ids import story_ids
from briefing.language import sentences
from briefing.memory import recall, remember
from briefing.state import open_state
from briefing.types import (
    Article,
    Copy,
    OriginGroup,
    Pick,
    Sentence,
    Story,
    Summary,
    Theme,
    TimeExpr,
)

_SIZES = (100, 1000, 10_000)
_STORIES = 40  # a theme
# Some six an article, as real ones have.
_DATE = re.compile(r"\b(?:[A-Z]\w+day|years?|months?|weeks?|days?|time|today|night|last|next)\b")
_NOW = datetime(2021, 4, 2, tzinfo=UTC)


def run(data: Path) -> Iterator[Result]:
    """Yield CPU seconds by number of articles, each in its own process."""
    if not next(perturbed(data, 1), None):
        return
    for size in _SIZES:
        command = [sys.executable, "-m", "benchmarks.compose", str(data), str(size)]
        line = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        first, second = map(float, line.split())
        yield Result("made", f"compose.{size}.cpu_seconds", first, size)
        yield Result("made", f"compose_after.{size}.cpu_seconds", second, size)


def main(data: Path, size: int) -> str:
    """Return the CPU seconds of composing a first brief of `size` articles, and a second."""
    articles = [_with_sentences(a) for a in perturbed(data, size)]
    themes = tuple(_themes(articles))
    times = {a.id: tuple(_times(a)) for a in articles}
    started = time.process_time()
    first = _brief(articles, themes, times, _NOW, None)
    spent = time.process_time() - started
    with tempfile.TemporaryDirectory() as folder, open_state(Path(folder)) as state:
        empty = recall(state, "Bench", (), where=folder)
        remember(state, empty, first, articles, series="Bench", name="first", sources=("bench",))
        past = recall(state, "Bench", (), where=folder)
    named, since = past.named(themes, articles)
    started = time.process_time()
    _brief(articles, named, times, _NOW + timedelta(hours=12), since)
    return f"{spent:.3f} {time.process_time() - started:.3f}"


def _brief(
    articles: Sequence[Article],
    themes: tuple[Theme, ...],
    times: dict[str, tuple[TimeExpr, ...]],
    generated: datetime,
    since: Since | None,
) -> Brief:
    return compose(
        [Input(a.uri, a.source, len(a.text), a.digest, article=a) for a in articles],
        themes,
        summaries={a.id: _summary(a) for a in articles},
        times=times,
        generated=generated,
        settings=Settings(title="Bench"),
        since=since,
    )


def _with_sentences(article: Article) -> Article:
    spans = [
        (n, a + start, a + end)
        for n, (a, b) in enumerate(article.paragraphs)
        for start, end in sentences(article.text[a:b], article.language)
    ]
    found = tuple(Sentence(i, a, b, n) for i, (n, a, b) in enumerate(spans))
    return replace(article, sentences=found)


def _summary(article: Article) -> Summary:
    picks = tuple(Pick(s.index, 1.0, (("lead", 1.0),)) for s in article.sentences[:3])
    return Summary(article.id, picks, "lead", "" if picks else "no sentence")


def _themes(articles: Sequence[Article]) -> Iterator[Theme]:
    events = [articles[i : i + PER_EVENT] for i in range(0, len(articles), PER_EVENT)]
    ids = story_ids([event[0] for event in events])
    stories = [_story(name, event) for name, event in zip(ids, events, strict=True)]
    for i in range(0, len(stories), _STORIES):
        yield Theme(f"Theme {i}", (), tuple(stories[i : i + _STORIES]))


def _story(name: str, event: Sequence[Article]) -> Story:
    ids = tuple(a.id for a in event)
    copies = tuple(Copy(b, a, 0.9, "identical") for a, b in zip(ids[::2], ids[1::2], strict=False))
    return Story(name, ids[0], ids, copies, (OriginGroup("not stated", ids),))


def _times(article: Article) -> Iterator[TimeExpr]:
    day = article.published.day if article.published else _NOW.date()
    for match in _DATE.finditer(article.text):
        inside = (s.index for s in article.sentences if s.start <= match.start() < s.end)
        sentence = next(inside, None)
        if sentence is None:
            continue
        away = match.start() % 40
        coming = match.start() % 3 == 0
        on = day + timedelta(days=away if coming else -away)
        yield TimeExpr(
            start=match.start(), end=match.end(), text=match[0], sentence=sentence, type="DATE",
            value=on.isoformat(), lo=on, hi=on, granularity="day", mod=None,
            direction="future" if coming else "past", anchor="published", cue=None, rule="bench",
            confidence=1.0, ahead="stated" if coming else "", on_timeline=not coming,
        )  # fmt: skip


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), int(sys.argv[2])) + "\n")
