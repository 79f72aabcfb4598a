"""Name themes as a person would.

One event by a name with a noun or a headline that says what most say; several by a phrase or two
names that most carry, else by their desk.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil, log, log1p, sqrt

from briefing.group.background import document_share
from briefing.group.clauses import clause, shared_words
from briefing.group.headings import heading, is_weak, pair
from briefing.group.label_words import FIRST_NAMES, OFFICES, VAGUE
from briefing.group.phrases import (
    JOINS,
    LEAD,
    Phrase,
    Text,
    phrases,
    printed_form,
    title_case,
    usual_form,
)
from briefing.group.reading import Reading

_CARRIED = 0.5  # share of the theme's articles
_SPECIFIC = 1.5  # times more frequent than outside
_COMPARED = 5  # articles outside, to speak of outside at all
_CAPITALISED = 0.5  # share of a phrase's words
_COMMON = 0.02  # of all articles: such a word names nothing by itself
_CLEAR = 0.65  # share of the articles above which a phrase beats the desk
_HEADLINED = 0.2  # share of the headlines that hold a label
_MANY = 4  # articles; of fewer, the central headline says more than a lone name
_TELLS = 0.67  # share of what the headlines have in common, for a name to tell one event
_TOLD = 0.6  # the same for a headline, and its fit
_HINTS = 0.4  # the same for a name: below, the central headline of a few articles says more
_SAMPLE = 8000  # articles


@dataclass(frozen=True, slots=True)
class Phrases:
    """In how many texts a phrase stands, in how many titles, and how it is printed."""

    texts: Counter[Phrase]
    titles: Counter[Phrase]
    printed: dict[Phrase, Counter[str]]


def count_phrases(texts: Sequence[Text]) -> Phrases:
    """Count the phrases of titles and leads.

    Headlines may be all in capitals, so they count only for phrases that a lead holds too.
    """
    found = Phrases(Counter(), Counter(), {})
    leads = [list(phrases(text.lead[:LEAD], text.language)) for text in texts]
    for run, printed in chain.from_iterable(leads):
        found.printed.setdefault(run, Counter())[printed] += 1
    known = set(found.printed) if any(leads) else None
    for text, in_lead in zip(texts, leads, strict=True):
        in_title = [
            (run, printed) for run, printed in _title_phrases(text) if known is None or run in known
        ]
        if known is None:
            for run, printed in in_title:
                found.printed.setdefault(run, Counter())[printed] += 1
        title_runs = list(dict.fromkeys(run for run, _ in in_title))
        found.titles.update(title_runs)
        found.texts.update(list(dict.fromkeys([*title_runs, *(run for run, _ in in_lead)])))
    return found


def _title_phrases(text: Text) -> Iterable[tuple[Phrase, str]]:
    """Yield a title's phrases; of one that capitalises every word, in small letters too."""
    if title_case(text.title):
        yield from phrases(text.title.lower(), text.language)
    yield from phrases(text.title, text.language)


@dataclass(frozen=True, slots=True)
class Outside:
    """Phrases and folded words of the `articles` of the other themes, by how many hold them."""

    phrases: Counter[Phrase]
    words: Counter[str]
    articles: int


def label(
    texts: Sequence[Text],
    inside: Phrases,
    reading: Reading,
    outside: Outside,
    desk: str | None,
    *,
    one_event: bool,
) -> str:
    """Return a name for the articles read, or "" where none fits.

    A name with the noun that the headlines share is best, then a phrase, then the desk. One event
    is told by the headline that says most of what all say, unless such a name says it as well.
    """
    named = _named(inside, reading, outside, desk, one_event=one_event)
    if one_event:
        return _of_event(texts, named)
    if " " not in named:
        named = _two_names(reading, outside) or named
    return named or desk or _lone_name(inside, reading, outside)


def _of_event(texts: Sequence[Text], named: str) -> str:
    """Return a name with a noun, or the headline that tells one event better."""
    shared = shared_words(texts)
    if " " in named and (len(shared.weights) < 2 or shared.held(named) >= _TELLS):
        return named
    told = clause(texts, shared)
    if min(shared.held(told), shared.fit(told)) >= _TOLD:
        return told
    return named if len(texts) >= _MANY or shared.held(named) >= _HINTS else ""


def _two_names(reading: Reading, outside: Outside) -> str:
    """Return two names that most of several articles hold, or ""."""
    found = pair(reading, outside.words, outside.articles) if len(reading.pages) >= _MANY else None
    return found.words if found else ""


def _named(
    inside: Phrases, reading: Reading, outside: Outside, desk: str | None, *, one_event: bool
) -> str:
    """Return a name with a noun, or a phrase that says more than the desk, or ""."""
    n = len(reading.pages)
    found = heading(reading, outside.words, outside.articles)
    if found and (not desk or one_event or found.share >= _CLEAR):
        return found.words
    for run in _telling(inside, reading, outside):
        alone = n < _MANY and len(run) == 1
        if not alone and not is_weak(run, reading) and _is_clear(run, inside, n, desk, one_event):
            return printed_form(inside.printed[run])
    return ""


def _lone_name(inside: Phrases, reading: Reading, outside: Outside) -> str:
    """Return the name of a person or place that half of the headlines hold, or ""."""
    n = len(reading.pages)
    if n < _MANY:
        return ""
    best = _telling(inside, reading, outside)
    headlined = (run for run in best if run in reading.names and 2 * inside.titles[run] >= n)
    run = next(headlined, ())
    return printed_form(inside.printed[run]) if run else ""


def _telling(inside: Phrases, reading: Reading, outside: Outside) -> list[Phrase]:
    """Return the names and nouns that enough headlines hold, best first."""
    n = len(reading.pages)
    nouns = {noun for page in reading.pages for noun in page.nouns}
    return [
        run
        for run in best_phrases(inside, n, outside.phrases, outside.articles)
        if (run in reading.names or run[-1] in nouns)
        and inside.titles[run] >= (_HEADLINED * n if n > 1 else 0)
    ]


def _is_clear(run: Phrase, inside: Phrases, n: int, desk: str | None, one_event: bool) -> bool:
    """Tell whether a phrase names the articles better than their desk."""
    if not desk:
        return True
    titled = len(run) > 1 or 2 * inside.titles[run] >= n
    return titled and (one_event or inside.texts[run] >= _CLEAR * n)


def best_phrases(inside: Phrases, n: int, outside: Counter[Phrase], others: int) -> list[Phrase]:
    """Return the phrases that could name the articles, best first."""
    if n < 2:
        return []
    least = max(2, ceil(_CARRIED * n))
    scored = []
    for run, count in inside.texts.items():
        if count >= least:
            score = _score(run, count, inside, n, outside[run], others)
            if score > 0:
                scored.append((-round(score, 9), run))
    return [run for _, run in sorted(scored)]


def _score(run: Phrase, count: int, inside: Phrases, n: int, outside: int, others: int) -> float:
    form = usual_form(inside.printed[run])
    words = [w for w in form.split() if w not in JOINS] or [form]
    capitals = sum(w[0].isupper() for w in words) / len(words)
    titled = inside.titles[run]
    if capitals == 0 and len(run) == 1 and document_share(run[0]) > _COMMON:
        return 0.0
    if capitals < _CAPITALISED and titled < max(2, n / (2 if len(run) == 1 else 3)):
        return 0.0
    if len(run) == 1 and (run[0] in FIRST_NAMES or any(c.isdigit() for c in run[0])):
        return 0.0
    share = count / n
    specific = share / ((outside + 0.5) / (others + 1))
    if others >= _COMPARED and specific < _SPECIFIC:
        return 0.0
    content = [w for w in run if w not in VAGUE and w not in OFFICES and len(w) > 1]
    if not content:
        return 0.0
    rarity = max(log(_SAMPLE / (1 + _SAMPLE * document_share(w))) for w in content)
    length = 1 + 0.5 * (len(run) - 1) * share
    return (
        share
        * (1 + 0.5 * log1p(titled))
        * sqrt(rarity)
        * log1p(specific)
        * length
        * (1 + 0.4 * capitals)
    )


def keywords(
    inside: Phrases, n: int, outside: Counter[Phrase], others: int, most: int = 5
) -> tuple[str, ...]:
    """Return up to `most` recurring terms as printed, most specific first, none within another."""
    least = 1 if n == 1 else max(2, ceil(n / 4))
    scored = []
    for run, count in inside.texts.items():
        if count >= least and (n > 1 or inside.titles[run]):
            score = _score(run, count, inside, min(n, 3), outside[run], max(others, 1))
            if score > 0:
                scored.append((-round(score, 9), run))
    chosen: list[Phrase] = []
    for _, run in sorted(scored):
        if not any(set(run) & set(other) for other in chosen):
            chosen.append(run)
        if len(chosen) == most:
            break
    return tuple(printed_form(inside.printed[run]) for run in chosen)
