"""Name themes as a person would: a phrase most articles carry, else the desk, else a headline."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil, log, log1p, sqrt

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
_COMMON = 0.02  # of all articles: such a word names nothing by itself
_MIXED = 0.5  # for a phrase half name, half not, or long: most are cut out of something longer
_CLEAR = 0.65  # share of the articles above which a phrase beats the desk
_SAMPLE = 8000  # articles
_WIDEST = 40  # letters of a word
_IN_NAMES = frozenset(("new", "first", "last", "big"))  # New York, New Year's Eve
_JOINS = frozenset(("of", "and", "the", "for", "de", "al"))

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
    """Yield runs of one to three words that could be a label: folded, and as printed.

    A name counts whole: "Korea" within "North Korea" does not.
    """
    stop = stop_words(language) - _IN_NAMES
    for piece in _PIECE.findall(text):
        words = [w for w in _WORD.findall(piece) if len(w) <= _WIDEST]
        folded = [fold(w.lower()) for w in words]
        stands = [_stands(w, f, stop) for w, f in zip(words, folded, strict=True)]
        for i in range(len(words)):
            if not stands[i]:
                continue
            for j in range(i + 1, min(i + _LONGEST, len(words)) + 1):
                run = tuple(folded[i:j])
                if (
                    stands[j - 1]
                    and _could_stand(run, words[i:j], stands[i:j])
                    and not _within_name(words, folded, i, j, stop)
                ):
                    yield run, " ".join([*words[i : j - 1], _unpossessed(words[j - 1])])


def _stands(word: str, folded: str, stop: frozenset[str]) -> bool:
    lower = word.lower()
    if lower in stop or folded in stop or word[0].isdigit():
        return False
    return len(folded) > 1


def _could_stand(run: Phrase, words: Sequence[str], stands: Sequence[bool]) -> bool:
    """Tell whether a run that begins and ends well holds together and says something."""
    if not all(stands):
        # Only a name runs over a small word: "Bank of England", never "collide in tunnel".
        middle = words[1].lower()
        if middle not in _JOINS or not (words[0][0].isupper() and words[-1][0].isupper()):
            return False
    if run[-1] in OFFICES or (len(run) > 1 and run[0] in OFFICES):
        return False
    return not all(w in VAGUE or w in OFFICES for w in run)


def _within_name(
    words: Sequence[str], folded: Sequence[str], i: int, j: int, stop: frozenset[str]
) -> bool:
    """Tell whether `words[i:j]` is a part of a longer run of capitalised words."""
    if not words[i][0].isupper():
        return False
    before, after = i - 1, j
    if i > 0 and words[before][0].isupper():
        lower = words[before].lower()
        if lower not in stop and folded[before] not in OFFICES:
            return True
    return j < len(words) and words[j - 1][0].isupper() and words[after][0].isupper()


def _unpossessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


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
    leads = [list(phrases(text.lead[:_LEAD], text.language)) for text in texts]
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
    words = _WORD.findall(text.title)
    capitals = sum(w[0].isupper() for w in words)
    if words and capitals > 0.6 * len(words):
        yield from phrases(text.title.lower(), text.language)
    yield from phrases(text.title, text.language)


def printed_form(forms: Counter[str]) -> str:
    """Return the form printed most often, a shouted one only where there is no other."""
    form = _usual(forms)
    if _shouts(form):
        form = form.title()
    return form[0].upper() + form[1:]


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda f: (_shouts(f), -forms[f], f))


def _shouts(form: str) -> bool:
    return form.isupper() and " " in form and len(form) > 6


def label(inside: Phrases, n: int, outside: Counter[Phrase], others: int, desk: str | None) -> str:
    """Return a name for `n` articles with phrases `inside`, or "" where none fits."""
    best = best_phrases(inside, n, outside, others)
    if best and (not desk or inside.texts[best[0]] >= _CLEAR * n):
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
    form = _usual(inside.printed[run])
    words = [w for w in form.split() if w not in _JOINS] or [form]
    capitals = sum(w[0].isupper() for w in words) / len(words)
    titled = inside.titles[run]
    if capitals == 0 and len(run) == 1 and document_share(run[0]) > _COMMON:
        return 0.0
    if capitals < _CAPITALISED and titled < max(2, n / (2 if len(run) == 1 else 3)):
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
