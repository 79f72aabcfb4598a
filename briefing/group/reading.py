"""Read titles and leads for headings: names and their kinds, nouns, words side by side."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.group.head_nouns import (
    BEFORE_NOUNS,
    HEAD_NOUNS,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    SPEAKING,
    is_of_a_people,
)
from briefing.group.label_words import FIRST_NAMES, OFFICES
from briefing.group.phrases import LEAD, Phrase, Text, phrases, pieces, title_case
from briefing.group.words import fold
from briefing.language import stop_words

_SMALL_WORDS = 3  # letters, of those within a name: "and", "of"
_BEFORE = 3  # words before a noun in which its article or preposition stands


@dataclass(frozen=True, slots=True)
class Page:
    """What headings see of one article, folded."""

    title: frozenset[str]
    words: frozenset[str]  # of title and lead
    title_names: frozenset[Phrase]
    names: frozenset[Phrase]
    nouns: frozenset[str]  # words in a noun's place in the lead
    pairs: frozenset[Phrase]  # two words side by side
    of_names: frozenset[Phrase]  # "free port of Avelin"


@dataclass(slots=True)
class Reading:
    """The articles of a theme, and how their words are printed; filled while they are read."""

    pages: list[Page] = field(default_factory=list)
    names: set[Phrase] = field(default_factory=set)
    printed: dict[Phrase, Counter[str]] = field(default_factory=dict)
    kinds: dict[Phrase, Counter[str]] = field(default_factory=dict)

    def note(self, run: Phrase, form: str) -> None:
        """Count one more printed form."""
        self.printed.setdefault(run, Counter())[form] += 1


def read(texts: Sequence[Text]) -> Reading:
    """Read the titles and leads of articles."""
    reading = Reading()
    reading.pages += [_page(text, reading) for text in texts]
    reading.names = {name for name in reading.names if _is_name(reading.printed[name])}
    return reading


def _is_name(forms: Counter[str]) -> bool:
    """Tell whether a run is mostly printed with capitals; every word may begin a sentence."""
    small = sum(count for form, count in forms.items() if form.islower())
    return 2 * small < forms.total()


def name_kind(name: Phrase, reading: Reading) -> str:
    """Return person, place, people (an adjective made of a place) or thing."""
    if len(name) == 1 and is_of_a_people(name[0]):
        return "people"
    if any(sign.isdigit() for sign in name[-1]):
        return "thing"  # a model: "Galaxy S9"
    kinds = reading.kinds.get(name, Counter[str]())
    surname = reading.kinds.get(name[-1:], Counter[str]())
    if len(name) == 2 and name[0] in FIRST_NAMES:
        return "person"
    if kinds["person"] > max(kinds["place"], 0.2 * kinds["all"]):
        return "person"
    if len(name) == 2 and surname["speaks"] and surname["all"] > kinds["speaks"]:
        return "person"  # told in full once, then "Lund said"
    if kinds["place"] and kinds["place"] >= 0.15 * kinds["all"]:
        return "place"
    return "thing"


def _page(text: Text, reading: Reading) -> Page:
    lead = text.lead[:LEAD]
    stop = stop_words(text.language)
    names = _names(lead, text.language, reading)
    shouted = title_case(text.title)
    if shouted:
        runs = {run for run, _ in phrases(text.title.lower(), text.language)}
        title_names = frozenset(name for name in names if name in runs)
    else:
        title_names = _names(text.title, text.language, reading)
    title: set[str] = set()
    words: set[str] = set()
    nouns: set[str] = set()
    pairs: set[Phrase] = set()
    of_names: set[Phrase] = set()
    for of_title, part in ((True, text.title), (False, lead)):
        for piece in pieces(part):
            folded = tuple(fold(word.lower()) for word in piece)
            words.update(folded)
            pairs.update(pairwise(folded))
            if of_title:
                title.update(folded)
            if not (of_title and shouted):
                nouns.update(_nouns(piece, folded, stop, reading))
                of_names.update(_of_names(piece, folded, stop, reading))
                _look_at_names(piece, folded, reading)
    title_names = _with_lands(title_names)
    names = _with_lands(names) | title_names
    return Page(
        frozenset(title), frozenset(words), title_names, names, frozenset(nouns),
        frozenset(pairs), frozenset(of_names),
    )  # fmt: skip


def _names(text: str, language: str, reading: Reading) -> frozenset[Phrase]:
    found = set()
    for run, printed in phrases(text, language):
        words = printed.split()
        if words[0][0].isupper() and all(
            word[0].isupper() for word in words if len(word) > _SMALL_WORDS
        ):
            found.add(run)
            reading.note(run, printed)
    reading.names |= found
    return frozenset(found)


def _with_lands(names: frozenset[Phrase]) -> frozenset[Phrase]:
    """Add to "North Korean" what it may be made of, "North Korea"."""
    lands = {(*name[:-1], name[-1][:-1]) for name in names if name[-1].endswith("an")}
    return names | lands


def _nouns(
    piece: Sequence[str], folded: Phrase, stop: frozenset[str], reading: Reading
) -> list[str]:
    """Return the words of a piece that stand where nouns stand, folded."""
    found = []
    for i, word in enumerate(piece):
        if _is_small_content(word, stop) and _ends_noun_phrase(piece, folded, i, stop):
            found.append(folded[i])
            reading.note((folded[i],), word)
            if i and _is_small_content(piece[i - 1], stop):
                reading.note((folded[i - 1], folded[i]), f"{piece[i - 1]} {word}")
    return found


def _is_small_content(word: str, stop: frozenset[str]) -> bool:
    return word.islower() and len(word) > 2 and word not in stop and not word.endswith("ed")


def _ends_noun_phrase(piece: Sequence[str], folded: Phrase, i: int, stop: frozenset[str]) -> bool:
    """Tell whether an article, a possessive or a preposition stands before, and no noun after."""
    after = piece[i + 1] if i + 1 < len(piece) else ""
    ends = not after or after in stop or not after[0].islower()
    if not ends and folded[i] not in HEAD_NOUNS:
        return False
    for distance, before in enumerate(reversed(piece[max(0, i - _BEFORE) : i])):
        lower = before.lower()
        if lower == "to" and distance and folded[i] in HEAD_NOUNS:
            return True  # "an end to gun violence"; "to strike" is a verb
        if lower in BEFORE_NOUNS or lower in PREPOSITIONS or lower.endswith(("'s", "’s")):
            return True
        if lower in stop:
            return False
    return False


def _of_names(
    piece: Sequence[str], folded: Phrase, stop: frozenset[str], reading: Reading
) -> list[Phrase]:
    """Return such as "free port of Avelin", where "the" stands before it."""
    found = []
    for i in range(1, len(piece) - 1):
        if piece[i] != "of" or not piece[i + 1][0].isupper():
            continue
        start = i
        while (
            start and piece[start - 1].islower() and piece[start - 1] not in stop and i - start < 2
        ):
            start -= 1
        end = i + 1
        while end < len(piece) and piece[end][0].isupper():
            end += 1
        if start < i and start and piece[start - 1].lower() == "the":
            run = (*folded[start:i], "of", *folded[i + 1 : end])
            found.append(run)
            name = " ".join(piece[i + 1 : end]).removesuffix("'s").removesuffix("’s")
            reading.note(run, " ".join(piece[start : i + 1]) + " " + name)
    return found


def _look_at_names(piece: Sequence[str], folded: Phrase, reading: Reading) -> None:
    """Count for each run of capitalised words what speaks for a person, and for a place."""
    i = 0
    while i < len(piece):
        if not piece[i][0].isupper() or folded[i] in OFFICES:
            i += 1
            continue
        j = i + 1
        while j < len(piece) and piece[j][0].isupper():
            j += 1
        before = piece[i - 1].lower() if i else ""
        after = piece[j].lower() if j < len(piece) else ""
        kinds = reading.kinds.setdefault(folded[i:j], Counter())
        kinds["all"] += 1
        kinds["speaks"] += after in SPEAKING
        kinds["place"] += before in PLACE_PREPOSITIONS
        if (before and fold(before) in OFFICES) or before in ("mr", "mrs", "ms"):
            kinds["person"] += 1
        if j - i == 2 and folded[i] in FIRST_NAMES:
            reading.kinds.setdefault(folded[j - 1 : j], Counter())["person"] += 1
        i = j
