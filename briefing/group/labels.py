"""Name themes as a person would: a phrase most articles carry, else the desk, else a headline."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, log, log1p

from briefing.group.background import document_share
from briefing.group.label_words import FIRST_NAMES, OFFICES, VAGUE
from briefing.group.words import fold
from briefing.language import stop_words

_LEAD = 600  # characters: what an article is about is said by then
_LONGEST = 3  # words
_CARRIED = 0.5  # share of the theme's articles
_SPECIFIC = 1.5  # times more frequent than outside
_COMPARED = 5  # articles outside, to speak of outside at all
_CAPITALISED = 0.5  # share of a phrase's words
_SAMPLE = 8000

_PIECE = re.compile(r"[^.!?;:,()\[\]\"“”|/\n–—]+")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)?(?:-[^\W_]+)*")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """What labels are made of: a headline, the beginning of the body, and the language."""

    title: str
    lead: str
    language: str


def phrases(text: str, language: str) -> Iterable[tuple[Phrase, str]]:
    """Yield runs of one to three words that could be a label: folded, and as printed."""
    stop = stop_words(language)
    for piece in _PIECE.findall(text):
        words = [w for w in _WORD.findall(piece) if len(w) <= 40]
        folded = [fold(w.lower()) for w in words]
        for length in range(1, _LONGEST + 1):
            for i in range(len(words) - length + 1):
                run = tuple(folded[i : i + length])
                if _could_stand(run, words[i : i + length], stop):
                    yield run, " ".join(_unpossessed(words[i : i + length]))


def _could_stand(run: Phrase, words: Sequence[str], stop: frozenset[str]) -> bool:
    first, last = words[0].lower(), words[-1].lower()
    if first in stop or last in stop or run[0] in stop or run[-1] in stop:
        return False
    if any(w[0].isdigit() for w in words) or len(run[0]) < 2 or len(run[-1]) < 2:
        return False
    return not all(w in VAGUE or w in OFFICES for w in run)


def _unpossessed(words: Sequence[str]) -> list[str]:
    return [*words[:-1], re.sub(r"['’]s$", "", words[-1])]


@dataclass(frozen=True, slots=True)
class Phrases:
    """In how many texts a phrase stands, in how many titles, and how it is printed."""

    texts: Counter[Phrase]
    titles: Counter[Phrase]
    printed: dict[Phrase, Counter[str]]


def count_phrases(texts: Iterable[Text]) -> Phrases:
    """Count the phrases of titles and leads."""
    found = Phrases(Counter(), Counter(), {})
    for text in texts:
        in_title = list(phrases(text.title, text.language))
        in_lead = list(phrases(text.lead[:_LEAD], text.language))
        for weight, runs in ((1, in_title), (2, in_lead)):
            for run, printed in runs:  # headlines may be in capitals: the body's form is better
                found.printed.setdefault(run, Counter())[printed] += weight
        title_runs = dict.fromkeys(run for run, _ in in_title)
        found.titles.update(list(title_runs))
        found.texts.update(list(dict.fromkeys([*title_runs, *(run for run, _ in in_lead)])))
    return found


def printed_form(forms: Counter[str]) -> str:
    """Return the form printed most often, with a capital first."""
    form = min(forms, key=lambda f: (-forms[f], f))
    return form[0].upper() + form[1:]


def label(inside: Phrases, n: int, outside: Counter[Phrase], others: int, desk: str | None) -> str:
    """Return a name for `n` articles with phrases `inside`, or "" where none fits."""
    best = best_phrases(inside, n, outside, others)
    if best:
        return printed_form(inside.printed[best[0]])
    return desk or ""


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
    form = min(inside.printed[run], key=lambda f: (-inside.printed[run][f], f))
    words = form.split()
    capitals = sum(w[0].isupper() for w in words) / len(words)
    titled = inside.titles[run]
    if capitals < _CAPITALISED and titled < max(2, n / 3):
        return 0.0
    if len(run) == 1 and run[0] in FIRST_NAMES:
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
        share * (1 + 0.5 * log1p(titled)) * rarity * log1p(specific) * length * (1 + 0.4 * capitals)
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
