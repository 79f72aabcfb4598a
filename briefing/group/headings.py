"""Headings of a name and the noun that the headlines share: "Lethmark budget".

A lone surname, ship or place is a weak heading: it says who or where, not what.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from math import log, log1p, sqrt

from briefing.group.background import document_share
from briefing.group.head_nouns import BEFORE_NOUNS, HEAD_NOUNS
from briefing.group.label_words import FIRST_NAMES, OFFICES, VAGUE
from briefing.group.phrases import Phrase, printed_form
from briefing.group.reading import Page, Reading, name_kind

_SAMPLE = 8000  # articles that rarity is reckoned in
_CARRIED = 0.5  # share of the articles that hold the name, and that hold both
_HEADLINED = 0.3  # share of the headlines that hold a noun of no list
_KNOWN_HEADLINED = 0.3  # the same for nouns that often end a heading
_KNOWN_CARRIED = 0.75
_COMPOUND = 0.5  # share of a noun's articles in which the word before it is the same
_FOLLOWED = 0.3  # share of a noun's articles in which a known noun follows: "ferry accident"
_BESIDE = 0.25  # share of the articles in which a noun of no list stands beside the name
_WHOLE = 0.5  # share of a name's articles in which it is part of the same longer name
_PAIRED = 0.6  # share of the articles that hold both of two names
_FEW = 3  # articles, too few to trust a noun of no list
_COMPARED = 5  # articles outside, to speak of outside at all
_SPECIFIC = 1.5  # times more frequent than outside, for nouns
_CAPPED = 4.0  # the same for names: a land may stand in every theme
_KNOWN = 1.5
_LONGER = 0.3  # a noun of two words says more
_KINDS: Mapping[str, float] = {"person": 0.15, "people": 0.7, "thing": 0.9, "place": 1.0}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the share of the articles that carry it."""

    words: str
    share: float


def heading(reading: Reading, outside: Counter[str], others: int) -> Heading | None:
    """Return the best name with a noun that headlines share, for articles in English, or None.

    `outside` counts the folded words of `others` articles of other themes.
    """
    pages = reading.pages
    if len(pages) < 2:
        return None
    specific = _Specific(outside, others)
    names = _names(reading, specific)
    scored = []
    for noun, (base, of_noun) in _nouns(reading, specific).items():
        for name, of_name in names.items():
            both = _share(pages, name, base)
            beside = _beside(pages, name, noun)
            fits = noun[-1] in HEAD_NOUNS or len(noun) > 1 or beside >= _BESIDE
            fits = fits or (len(pages) > _FEW and all(base in page.title for page in pages))
            if fits and not set(name) & set(noun) and both >= max(_CARRIED, 2 / len(pages)):
                score = both * of_name * of_noun * (1 + beside) * len(noun) ** _LONGER
                scored.append((-round(score, 9), name, noun, base))
    named = _place_of(reading, names)
    if scored:
        _, name, noun, base = min(scored)
        headlined = sum(base in page.title for page in pages) / len(pages)
        if not named or headlined >= _CARRIED:
            words = f"{_name_form(name, reading)} {_noun_form(noun, reading)}"
            return Heading(words, _share(pages, name, base))
    return named


def pair(reading: Reading, outside: Counter[str], others: int) -> Heading | None:
    """Return the two names that the most articles hold together: "Tarvania and Ronda"."""
    pages = reading.pages
    names = _names(reading, _Specific(outside, others))
    able = sorted(
        (
            (-sum(name in page.title_names for page in pages), -round(score, 9), name)
            for name, score in names.items()
            if name_kind(name, reading) != "people"
        )
    )
    found = []
    for i, (_, _, one) in enumerate(able):
        for _, _, other in able[i + 1 :]:
            both = sum(_holds(page, one) and _holds(page, other) for page in pages) / len(pages)
            if both >= _PAIRED and not set(one) & set(other):
                found.append((-both, one, other))
    if not found:
        return None
    share, one, other = min(found, key=lambda item: item[0])
    words = " and ".join(_name_form(name, reading) for name in (one, other))
    return Heading(words, -share)


def is_weak(run: Phrase, reading: Reading) -> bool:
    """Tell whether a phrase is only a common word, or the name of a person, place or people."""
    if run not in reading.names:
        return len(run) == 1
    return name_kind(run, reading) != "thing"


class _Specific:
    """How many times more frequent a word is than in the articles outside."""

    def __init__(self, outside: Counter[str], others: int) -> None:
        self._outside, self._others = outside, others

    def ratio(self, words: Phrase, share: float) -> float:
        """Return the ratio for the rarest of `words`."""
        least = min(self._outside[word] for word in words)
        return share / ((least + 0.5) / (self._others + 1))

    def __call__(self, words: Phrase, share: float) -> float:
        """Return the ratio, or 0 where it is not enough."""
        ratio = self.ratio(words, share)
        return 0.0 if self._others >= _COMPARED and ratio < _SPECIFIC else ratio


def _share(pages: Sequence[Page], name: Phrase, noun: str) -> float:
    return sum(_holds(page, name) and noun in page.words for page in pages) / len(pages)


def _beside(pages: Sequence[Page], name: Phrase, noun: Phrase) -> float:
    """Return the share of the articles that print them side by side: "North Korean missile"."""
    sides = {(name[-1], noun[0]), (name[-1] + "n", noun[0])}
    return sum(not sides.isdisjoint(page.pairs) for page in pages) / len(pages)


def _holds(page: Page, name: Phrase) -> bool:
    return name in page.names or (len(name) > 1 and name[-1:] in page.names)


def _names(reading: Reading, specific: _Specific) -> dict[Phrase, float]:
    pages = reading.pages
    counts = Counter(name for page in pages for name in page.names)
    found: dict[Phrase, float] = {}
    least = max(2, _CARRIED * len(pages))
    for name, count in counts.items():
        if count < least or name not in reading.names:
            continue
        whole = _whole(name, counts, reading.names)
        if not _can_name(whole):
            continue
        share = count / len(pages)
        kind = _KINDS[name_kind(whole, reading)]
        titled = sum(name in page.title_names for page in pages) / len(pages)
        score = (
            share * (0.25 + titled) * kind * (1 + min(1.0, specific.ratio(name, share) / _CAPPED))
        )
        if score > found.get(whole, 0.0):
            found[whole] = score
    return found


def _whole(name: Phrase, counts: Counter[Phrase], known: Set[Phrase]) -> Phrase:
    """Return the longer name that a name is mostly the end of: "S9" is of "Galaxy S9"."""
    longer = [
        (-count, other)
        for other, count in counts.items()
        if len(other) > len(name)
        and other[-len(name) :] == name
        and count >= max(2, _WHOLE * counts[name])
        and other in known
        and not set(other) & OFFICES
    ]
    return min(longer)[1] if longer else name


def _can_name(name: Phrase) -> bool:
    if len(name) == 1 and (name[0] in FIRST_NAMES or len(name[0]) < 3):
        return len(name[0]) == 2 and name[0].isalpha() and name[0] not in FIRST_NAMES
    return not all(word in VAGUE or word in OFFICES for word in name)


def _nouns(reading: Reading, specific: _Specific) -> dict[Phrase, tuple[str, float]]:
    """Return nouns, as compounds where they are, with the plain noun and its score."""
    pages = reading.pages
    n = len(pages)
    words = Counter(word for page in pages for word in page.words)
    titles = Counter(word for page in pages for word in page.title)
    nouns = Counter(word for page in pages for word in page.nouns)
    pairs = Counter(pair for page in pages for pair in page.pairs)
    found: dict[Phrase, tuple[str, float]] = {}
    for noun, seen in nouns.items():
        share, titled = words[noun] / n, titles[noun] / n
        known = noun in HEAD_NOUNS
        if known:
            fits = titles[noun] >= max(2, _HEADLINED * n) or (
                titled >= _KNOWN_HEADLINED and share >= _KNOWN_CARRIED
            )
        else:
            fits = noun not in VAGUE and titles[noun] >= max(2, _HEADLINED * n)
            fits = fits and seen >= max(2, _HEADLINED * n)
        if not fits or noun in OFFICES:
            continue
        ratio = specific((noun,), share)
        rarity = max(0.0, log(_SAMPLE / (1 + _SAMPLE * document_share(noun))))
        score = share * (0.3 + titled) * (_KNOWN if known else 1.0) * sqrt(rarity) * log1p(ratio)
        whole = _compound(noun, pairs, titles, words[noun], reading)
        if score > found.get(whole, ("", 0.0))[1]:
            found[whole] = (noun, score)
    return found


def _compound(
    noun: str, pairs: Counter[Phrase], titles: Counter[str], count: int, reading: Reading
) -> Phrase:
    """Return the noun with what mostly stands before it, or a known noun that follows."""
    n = len(reading.pages)
    after = [
        (-number, pair)
        for pair, number in pairs.items()
        if pair[0] == noun
        and pair[1] in HEAD_NOUNS
        and pair in reading.printed
        and (number >= max(2, _FOLLOWED * count) or titles[pair[1]] >= max(2, _HEADLINED * n))
    ]
    before = [
        (-number, pair)
        for pair, number in pairs.items()
        if pair[1] == noun
        and number >= max(2, _COMPOUND * count)
        and titles[pair[0]] >= _HEADLINED * n
        and pair in reading.printed
        and _qualifies(pair[0])
    ]
    return min(after or before, default=(0, (noun,)))[1]


def _qualifies(word: str) -> bool:
    return not (
        word in VAGUE
        or word in OFFICES
        or word in BEFORE_NOUNS
        or word[0].isdigit()
        or word.endswith(("ly", "ed", "est", "ing"))
    )


def _place_of(reading: Reading, names: Mapping[Phrase, float]) -> Heading | None:
    """Return such as "Free port of Avelin", where half of the articles hold it."""
    pages = reading.pages
    counts = Counter(run for page in pages for run in page.of_names)
    found = [
        (-count, run)
        for run, count in counts.items()
        if count >= max(2, _CARRIED * len(pages))
        and run[run.index("of") + 1 :] in names
        and not any(word in OFFICES or word in VAGUE for word in run)
    ]
    if not found:
        return None
    count, run = min(found)
    return Heading(printed_form(reading.printed[run]), -count / len(pages))


def _noun_form(noun: Phrase, reading: Reading) -> str:
    """Return the noun as printed most often, in small letters where that is ever done."""
    printed = reading.printed.get(noun, Counter[str]())
    forms = {form: count for form, count in printed.items() if form.islower()} or printed
    *before, last = min(
        forms, key=lambda form: (-forms[form], form), default=" ".join(noun)
    ).split()
    return " ".join([*before, last.lower()])


def _name_form(name: Phrase, reading: Reading) -> str:
    forms = reading.printed[name]
    return printed_form(Counter({f: n for f, n in forms.items() if not f.islower()}))
