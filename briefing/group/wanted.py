"""A user's own themes: which articles they catch, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.group.words import fold, tokens
from briefing.types import Article

OPENING = 300  # characters of the body; what an article is about is said in its title or by then
LEAST_HITS = 2  # in all, so that a name in passing catches nothing
_TITLE_WEIGHT = 3.0
_SOURCE_WEIGHT = 50.0  # more than words of another theme come to: the user said so of the source
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A theme that the user asks for: its name, and what its articles hold.

    `words` and `phrases` are found whole, in any case, singular or plural. One of `exclude` in the
    title or the opening rules an article out. All articles of `sources` (names) belong to it. Where
    themes compete, `boost` weighs.
    """

    name: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    boost: float = 1.0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A word or phrase of a theme, and how often it stands where."""

    text: str
    in_title: int
    in_opening: int
    in_all: int


@dataclass(frozen=True, slots=True)
class Catch:
    """What a theme makes of an article: `score` is 0 where it does not catch it."""

    theme: str
    score: float
    hits: tuple[Hit, ...]
    excluded_by: str = ""
    source: str = ""  # that the theme takes whole

    @property
    def reason(self) -> str:
        """Say why it is caught, or why not."""
        if self.excluded_by:
            return f"holds “{self.excluded_by}”, which the theme excludes"
        if self.source:
            return f"from {self.source}, a source of this theme"
        if not self.hits:
            return "none of its words"
        if self.score:
            return "caught"
        if sum(hit.in_all for hit in self.hits) < LEAST_HITS:
            return f"one mention only, and {LEAST_HITS} are needed"
        return f"no mention in the title or the first {OPENING} characters"


def catches(article: Article, wanted: Sequence[Wanted]) -> tuple[Catch, ...]:
    """Return what each theme makes of an article, in order."""
    title = article.title.value if article.title else ""
    body = article.body
    parts = _Parts(_folded(title), _folded(body[:OPENING]), _folded(body))
    return tuple(_catch(theme, parts, article.source) for theme in wanted)


def best_theme(scores: Sequence[float]) -> int | None:
    """Return the theme of the highest score, the first where scores are equal; None without any."""
    best = max(range(len(scores)), key=lambda k: (scores[k], -k), default=None)
    return best if best is not None and scores[best] > 0 else None


@dataclass(frozen=True, slots=True)
class _Parts:
    """Folded words between spaces: " pilot of avelin "."""

    title: str
    opening: str
    body: str


def _folded(text: str) -> str:
    return f" {' '.join(map(fold, tokens(text)))} "


def _catch(theme: Wanted, parts: _Parts, source: str) -> Catch:
    for word in theme.exclude:
        if _count(word, parts.title) or _count(word, parts.opening):
            return Catch(theme.name, 0.0, (), word)
    hits = tuple(
        hit for word in (*theme.words, *theme.phrases) if (hit := _hit(word, parts)).in_all
    )
    near = sum(hit.in_title + hit.in_opening for hit in hits)
    every = sum(hit.in_all for hit in hits)
    if source in theme.sources:
        return Catch(theme.name, theme.boost * (every + _SOURCE_WEIGHT), hits, source=source)
    if not near or every < LEAST_HITS:
        return Catch(theme.name, 0.0, hits)
    titled = sum(hit.in_title for hit in hits)
    return Catch(theme.name, theme.boost * (every + _TITLE_WEIGHT * titled), hits)


def _hit(word: str, parts: _Parts) -> Hit:
    titled = _count(word, parts.title)
    return Hit(word, titled, _count(word, parts.opening), titled + _count(word, parts.body))


def _count(word: str, folded: str) -> int:
    """Count a word or phrase; without spaces between words, anywhere."""
    needle = _folded(word)
    if not needle.strip():
        return 0
    if _UNSPACED.search(needle):
        return folded.replace(" ", "").count(needle.replace(" ", ""))
    return folded.replace(" ", "  ").count(needle.replace(" ", "  "))
