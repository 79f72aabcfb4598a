"""Who and what an English article names: people, organisations and places, each with its variants.

Rules and two lists of names (`entity_words`); a name whose kind nothing in the article tells is
left out. "Orr" after "Dana Orr" is the same person where no other Orr is named.
"""

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefing.language import entity_words as known
from briefing.language.phrases import VERBS
from briefing.language.quantity_words import STOPS as _STOP
from briefing.types import Span

EntityKind = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One that an article names: where each mention stands, and where its role, as worded.

    `name` is its fullest form. Each mention is (sentence, start, end), sentence and offsets as
    given; so is `role`.
    """

    kind: EntityKind
    name: str
    variants: tuple[str, ...]
    mentions: tuple[tuple[int, int, int], ...]
    role: tuple[int, int, int] | None = None


@dataclass(slots=True)
class _Name:
    """One mention as found: its words, where, and what stands around it."""

    words: tuple[str, ...]
    sentence: int
    start: int
    end: int
    before: str
    after: str
    opens: bool  # stands where any word has a capital

    @property
    def text(self) -> str:
        return " ".join(self.words)


@dataclass(slots=True)
class _Found:
    kind: EntityKind
    name: str
    variants: list[str] = field(default_factory=list)
    mentions: list[_Name] = field(default_factory=list)


_CAP = (
    r"(?:(?:[A-Z]\.){2,4}"
    r"|[A-ZÀ-Þ](?:[\w&]|['’-](?=\w)|\.(?=[A-Z]\.)|(?<=[A-Z])\.(?=\s[A-Z][a-z])){0,40}(?!\w))"
)
_JOINERS = frozenset(
    ("of", "de", "da", "del", "des", "du", "la", "von", "van", "der", "bin", "ibn", "al", "el",
     "for", "and", "the")
)  # fmt: skip
_RUN = re.compile(
    rf"(?<![\w@#/.]){_CAP}(?:(?: |(?<=[A-Z])\. )(?:(?:of|de|da|del|des|du|la|von|van|der|bin|ibn"
    rf"|al|el|for|and the|of the|for the) )?{_CAP}){{0,7}}"
)
_JOINERS = frozenset(
    [
        "of",
        "de",
        "da",
        "del",
        "des",
        "du",
        "la",
        "von",
        "van",
        "der",
        "bin",
        "ibn",
        "al",
        "el",
        "for",
        "and",
        "the",
    ]
)
_POSSESSIVE = re.compile(r"['’]s?$")
_AGE = re.compile(r", \d{1,3}(?:,| |$)|, who\b")
_SAYS = re.compile(rf"(?:,? (?:has |have |also |had )?(?:{known.SAID})\b)")
_WAS_SAID = re.compile(rf"\b(?:{known.SAID}) (?:[a-z]+ ){{0,2}}$")
_IN = re.compile(r"\b(?:in|near|from|at|to|of|across|outside|around) (?:the )?$", re.IGNORECASE)
_BODY = re.compile(r"\b(?:" + "|".join(sorted(known.BODY_NOUNS)) + r") $", re.IGNORECASE)
_BODY_AFTER = re.compile(
    r"['’]s? (?:\w+ ){0,2}(?:ceo|chief|shares|founder|headquarters|store|website|customers|users"
    r"|spokes\w+|executives?|board)\b|['’]? ?\([A-Z]{2,5}\)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r" \(([A-Z]{2,6})\)")
_LONGEST_ROLE = 90


def entities(text: str, sentences: Sequence[Span]) -> tuple[Entity, ...]:
    """Return who and what the sentences of an article name, in order of first mention.

    Offsets of the answer are into `text`.
    """
    names = [name for i, span in enumerate(sentences) for name in _names(text, i, span)]
    lower = _lower_words(text, sentences)
    names = [name for name in (_cleaned(n, lower) for n in names) if name is not None]
    found = _resolved(names)
    people = sorted(m.start for one in found if one.kind == "person" for m in one.mentions)
    return tuple(_entity(text, sentences, one, people) for one in found)


def _lower_words(text: str, sentences: Sequence[Span]) -> frozenset[str]:
    return frozenset(
        word for a, b in sentences for word in re.findall(r"\b[a-z][a-z'’-]+", text[a:b])
    )


def _names(text: str, index: int, span: Span) -> Iterator[_Name]:
    """Yield the runs of capitalised words of a sentence."""
    start, end = span
    for match in _RUN.finditer(text, start, end):
        at = match.start()
        for words in _parts(match[0].split(" ")):
            stop = at + len(" ".join(words))
            before = text[max(start, at - 60) : at]
            opens = not before.strip(" \"“'‘(—–-") or before.rstrip()[-1:] in (":", "“", '"', "•")
            yield _Name(tuple(words), index, at, stop, before, text[stop : stop + 60], opens)
            at = stop + 1


def _parts(words: list[str]) -> Iterator[list[str]]:
    """Yield a run cut where one name ends: before an "of" that is no part of it, after a title.

    "Felipe Orr of Merrow", "Merrow County Executive Dana Orr", but "University of Merrow".
    """
    cuts = {0}
    for i, word in enumerate(words):
        if i and word in ("of", "for") and words[i - 1] not in known.HOLD_OF:
            cuts.add(i)
        rest = words[i + 1 :]
        is_title = (
            _POSSESSIVE.sub("", word).lower().strip(".") in known.TITLES | known.ROLES
            or word in known.OFFICES
        )
        if is_title and rest and rest[0] not in _JOINERS and _is_bearer(rest):
            cuts.add(i + 1)
            cuts.add(next((k for k in range(i, -1, -1) if not _of_office(words[k])), -1) + 1)
    edges = [*sorted(cuts), len(words)]
    for a, b in itertools.pairwise(edges):
        if words[a:b]:
            yield words[a:b]


def _is_bearer(words: Sequence[str]) -> bool:
    """Return whether what follows a title may be who bears it: no body, no further title."""
    return words[-1] not in known.BODIES and not any(
        word.lower() in known.TITLES or word.lower() in known.ROLES for word in words
    )


def _of_office(word: str) -> bool:
    small = word.lower().strip(".")
    return small in known.TITLES or small in known.ROLES or word in known.OFFICES or word == "of"


def _cleaned(name: _Name, lower: frozenset[str]) -> _Name | None:
    """Return the mention without words that are no part of the name; None where none are left."""
    words, start, end = list(name.words), name.start, name.end
    if _place(name.text):
        return name
    last = _POSSESSIVE.sub("", words[-1]) if len(words[-1]) > 3 else words[-1]
    end -= len(words[-1]) - len(last)
    after = name.after if last == words[-1] else words[-1][len(last) :] + name.after
    words[-1] = last
    for i, word in enumerate(words[:-1]):  # "Angola's AngoSat": the owner is the name
        if _POSSESSIVE.search(word) and word[-1] in "s'’" and "'" in word.replace("’", "'")[-2:]:
            words = words[: i + 1]
            bare = _POSSESSIVE.sub("", word)
            end = start + len(" ".join(words)) - (len(word) - len(bare))
            words[-1] = bare
            after = "'s "
            break
    suffix = re.search(r"-(?:based|born|led|backed|owned|run|bound|area|style|made)$", words[-1])
    if suffix:
        end -= len(suffix[0])
        words[-1] = words[-1][: suffix.start()]
    before = name.before
    while words and _drops(words, first=name.opens and start == name.start, lower=lower):
        before += words[0] + " "
        start += len(words[0]) + 1
        words.pop(0)
    while words and (words[-1] in _JOINERS or words[-1].lower() in known.NOT_NAMES):
        end -= len(words[-1]) + 1
        after = f" {words[-1]}{after}"
        words.pop()
    opens = name.opens and start == name.start
    given = known.given_names()
    known_first = words and (
        words[0] in given or _place(words[0]) or words[0] in known.SURNAMES_FIRST
    )
    if opens and len(words) in (2, 3) and words[1] in given and not known_first:
        start += len(words[0]) + 1  # "Devastated Dana": an adjective opens the sentence
        words.pop(0)
    if not words or end <= start:
        return None
    return _Name(
        tuple(words), name.sentence, start, end, before, after, name.opens and start == name.start
    )


def _drops(words: Sequence[str], *, first: bool, lower: frozenset[str]) -> bool:
    """Return whether the word at the head of a run is no part of the name."""
    word = words[0]
    small = word.lower().rstrip(".")
    if word in known.SURNAMES_FIRST and len(words) > 1:
        return False
    if word in _JOINERS or small in known.ARTICLES:
        return True
    if small in known.NOT_NAMES:
        return word not in known.SURNAMES_FIRST and words[-1] not in known.BODIES
    if words[-1] in known.BODIES and not first:
        return False
    if small in known.TITLES and not word.isupper():
        return words[-1] not in known.BODIES
    if first and small in known.OPENERS:
        return True
    common = small in lower and word not in known.places() and word not in known.given_names()
    return first and (common or small.endswith(("ly", "ing")))


def _resolved(names: Sequence[_Name]) -> list[_Found]:
    """Return names with their kinds, short forms with the full ones before them."""
    found: dict[str, _Found] = {}
    for name in names:
        kind = _kind(name)
        if kind is None:
            continue
        key = _key(name.text)
        one = found.setdefault(key, _Found(kind, name.text))
        one.mentions.append(name)
    _take_acronyms(names, found)
    _take_short_forms(names, found)
    order = sorted(found.values(), key=lambda one: (one.mentions[0].start, one.name))
    return [one for one in order if _stands(one)]


def _key(text: str) -> str:
    return re.sub(r"[\s.’'-]+", " ", text).strip().lower()


def _stands(one: _Found) -> bool:
    """A name seen only where any word has a capital may be none."""
    alone = all(m.opens and len(m.words) == 1 for m in one.mentions)
    return not alone or bool(_place(one.name)) or one.name in known.KNOWN_BODIES


def _kind(name: _Name) -> EntityKind | None:
    """Return the kind of a name by its own words, then by what stands around it."""
    words, text = name.words, name.text
    if text == "I" or (len(words) == 1 and words[0].lower() in known.NOT_NAMES):
        return None
    if all(word.lower() in known.DEMONYMS for word in words):
        return None
    own = _own_kind(words, text)
    if own == "place" and text in known.given_names() and not _IN.search(name.before):
        return None
    if own:
        return own
    if all(word.lower() in known.DEMONYMS for word in words):
        return None
    if len(words) == 1:
        return _single(name)
    return _person(name)


def _own_kind(words: Sequence[str], text: str) -> EntityKind | None:
    if _place(text):
        return "place"
    if text in known.KNOWN_BODIES or text in known.LONG_BODIES:
        return "organisation"
    if len(words) == 1:
        return None
    if words[-1] in known.BODIES or words[0] in ("University", "Ministry", "Department", "Bank"):
        return "organisation"
    if words[-1] in known.PLACE_HEADS or (
        words[0].rstrip(".") in known.PLACES_FIRST and len(words) == 2
    ):
        return "place"
    return None


def _place(text: str) -> str:
    """Return a place's name as the list has it, "" where it is none: "NEW YORK" is New York."""
    proper = text.title() if text.isupper() and len(text) > 3 else text
    return proper if proper in known.places() else ""


def _single(name: _Name) -> EntityKind | None:
    word = name.words[0]
    if word.lower() in known.DEMONYMS or word.lower() in known.NOT_NAMES:
        return None
    role = _last_word(name.before)
    if len(word) < 3 and not word.isupper():
        return None
    if (role.lower() in known.LONE or role in known.STYLES) and word not in known.NO_PERSON:
        return "person"
    if _BODY.search(name.before) or _BODY_AFTER.match(name.after):
        return "organisation"
    if word.isupper() and 2 < len(word) < 7 and _acts(name):
        return "organisation"
    if re.search(r"\b(?:in|near) $", name.before) and word not in known.given_names():
        return "place"
    return None


def _acts(name: _Name) -> bool:
    """Return whether an acronym is told of as somebody: "the MTA", "MTA says"; not "HDR+"."""
    said = _SAYS.match(name.after) or _WAS_SAID.search(name.before)
    named = re.search(r"\b[Tt]he $", name.before)
    return bool(said or named) and not name.after.startswith("+")


def _last_word(before: str) -> str:
    match = re.search(r"([\w.-]+) $", before)
    return match[1] if match else ""


def _person(name: _Name) -> EntityKind | None:
    words = name.words
    if (
        len(words) > 4
        or not known.NO_PERSON.isdisjoint(words)
        or any(word.isupper() and len(word) > 2 for word in words)
    ):
        return None
    rest = words if words[0] not in known.given_names() else words[1:]
    if any(word.lower() in known.DEMONYMS or word in known.BODIES for word in rest):
        return None
    if any(word.rstrip(".").isdigit() for word in words):
        return None
    if words[0] in known.given_names() or re.fullmatch(r"[A-Z]\.(?:[A-Z]\.)*", words[0]):
        return "person"
    if words[0] in known.places():
        return None
    if words[0] in known.SURNAMES_FIRST and len(words) in (2, 3):
        return "person"
    role = re.search(r"([\w-]+),? $", name.before)
    if role and (role[1].lower() in known.ROLES or role[1] in known.STYLES | known.OFFICES):
        return "person"
    after = _APPOSED.match(name.after)
    if after and _says_role(after[1], 6):
        return "person"
    if name.before.endswith(("of ", "the ", "for ")):
        return None
    if _AGE.match(name.after) or _SAYS.match(name.after) or _WAS_SAID.search(name.before):
        return "person"
    return None


def _take_acronyms(names: Sequence[_Name], found: dict[str, _Found]) -> None:
    """ "the Marine Accident Board (MAB)": MAB is the board from then on."""
    by_text: dict[str, list[_Name]] = {}
    for name in names:
        by_text.setdefault(name.text, []).append(name)
    for one in list(found.values()):
        if one.kind == "person":
            continue
        for mention in one.mentions:
            short = _ACRONYM.match(mention.after)
            letters = (
                short[1]
                if short
                else "".join(word[0] for word in mention.words if word[0].isupper())
            )
            fits = len(letters) > 2 and len(mention.words) > 2
            if (short or fits) and letters in by_text and letters != one.name:
                found.pop(_key(letters), None)
                _join(one, letters, by_text[letters])
                break


def _take_short_forms(names: Sequence[_Name], found: dict[str, _Found]) -> None:
    """Join "Orr" to "Dana Orr", where no other full name before it ends so."""
    people = [one for one in found.values() if one.kind == "person"]
    full = [one for one in people if " " in one.name]
    families = Counter(_family(one.name) for one in full)
    for one in full:
        short, first = _family(one.name), one.mentions[0].start
        later = [name for name in names if name.text == short and name.start > first]
        if later and families[short] == 1:
            found.pop(_key(short), None)
            _join(one, short, later)
    _take_bodies(names, found)


def _family(name: str) -> str:
    """Return the surname: the last word, in "Noh Kyu-duk" and "Kim Jong Un" the first."""
    parts = name.split(" ")
    eastern = parts[0] in known.SURNAMES_FIRST and ("-" in parts[-1] or len(parts) == 3)
    return parts[0] if eastern else parts[-1]


def _take_bodies(names: Sequence[_Name], found: dict[str, _Found]) -> None:
    """Join "Goldman" to "Goldman Sachs", the first word of one body only."""
    bodies = [one for one in found.values() if one.kind == "organisation" and " " in one.name]
    firsts = Counter(one.name.split(" ")[0] for one in bodies)
    for one in bodies:
        short = one.name.split(" ")[0]
        if (
            firsts[short] > 1
            or short in known.KNOWN_BODIES
            or short in known.places()
            or short.lower() in known.DEMONYMS
        ):
            continue
        later = [n for n in names if n.text == short and n.start > one.mentions[0].start]
        if later and not (short.lower() in known.TITLES or short in known.PLACE_HEADS):
            found.pop(_key(short), None)
            _join(one, short, later)


def _join(one: _Found, variant: str, mentions: Sequence[_Name]) -> None:
    if variant != one.name and variant not in one.variants:
        one.variants.append(variant)
    seen = {m.start for m in one.mentions}
    one.mentions += [m for m in mentions if m.start not in seen]
    one.mentions.sort(key=lambda m: m.start)


def _entity(text: str, sentences: Sequence[Span], one: _Found, people: Sequence[int]) -> Entity:
    roles = (
        _role(text, sentences[m.sentence], m, people) for m in one.mentions if m.text == one.name
    )
    role = next((r for r in roles if r), None) if one.kind == "person" else None
    return Entity(
        kind=one.kind,
        name=one.name,
        variants=tuple(one.variants),
        mentions=tuple((m.sentence, m.start, m.end) for m in one.mentions),
        role=role,
    )


_APPOSED = re.compile(r", ((?:[\w'’.&-]+ ){0,13}?[\w'’&-]+)(?=,|\.(?:\s|$)|;|$)")
_AS = re.compile(r", who [^,]{0,120}?\bas ((?:the )?(?:[A-Z][\w.]* |of |for ){1,8}[A-Z]\w+)(?=,)")
_WHO = re.compile(r" (?:who|which|that|whose|and|as)$")
_NO_ROLE = re.compile(
    r"(?:and|but|or|which|where|when|while|as|after|before|in|on|at|his|her|their|with)\b"
    rf"|.*\b(?:{known.SAID}|was|were|is|has|had|will)\b"
)
_BEFORE = re.compile(r"(?:\w[\w'’.&/-]* ){1,9}$|(?:\w[\w'’.&/-]* ){0,8}\w[\w'’.&/-]*, $")


def _role(text: str, span: Span, name: _Name, people: Sequence[int]) -> tuple[int, int, int] | None:
    """Return where the sentence says who a person is: before the name, or after it in commas."""
    after = _APPOSED.match(text, name.end, min(span[1], name.end + _LONGEST_ROLE))
    if after and _says_role(after[1].strip(" ,"), 6):
        words = _WHO.sub("", after[1])
        end = after.start(1) + len(words)
        listed = bisect_left(people, after.start(1)) < bisect_left(people, end)
        if not listed or "’s " in words or "'s " in words:
            return name.sentence, after.start(1), end
    return _role_before(text, span, name) or _role_as(text, span, name)


def _role_as(text: str, span: Span, name: _Name) -> tuple[int, int, int] | None:
    """ "Dana Orr, who now serves as Deputy Harbour Master, ..."."""
    found = _AS.match(text, name.end, min(span[1], name.end + 2 * _LONGEST_ROLE))
    if found is None or not _says_role(found[1], 6):
        return None
    return name.sentence, found.start(1), found.end(1)


def _says_role(words: str, within: int) -> bool:
    """Return whether words in commas say who somebody is: "the head of the port office"."""
    return _NO_ROLE.match(words) is None and any(
        word.lower().strip(",'’") in known.ROLES for word in words.split(" ")[:within]
    )


def _role_before(text: str, span: Span, name: _Name) -> tuple[int, int, int] | None:
    """ "Foreign Ministry spokeswoman Dana Orr", "the company's former CEO, Dana Orr"."""
    low = max(span[0], name.start - _LONGEST_ROLE)
    match = _BEFORE.search(text, low, name.start)
    if match is None:
        return None
    words = list(re.finditer(r"[\w'’.&/-]+", match[0]))
    head = next((i for i in range(len(words) - 1, -1, -1) if _is_role(words[i][0])), -1)
    if head < 0 or not _completes([word[0] for word in words[head + 1 :]]):
        return None
    first = head
    while first > 0 and not _ends_role(words[first - 1][0], words[first][0], first, len(words)):
        first -= 1
    while first < len(words) - 1 and words[first][0].lower() in ("of", "for"):
        first += 1
    start = match.start() + words[first].start()
    return name.sentence, start, match.start() + words[-1].end()


def _is_role(word: str) -> bool:
    small = word.lower().rstrip(".")
    return small in known.ROLES or small in known.TITLES - {"mr", "mrs", "ms", "former"}


def _completes(words: Sequence[str]) -> bool:
    """ "for North Korea" behind "special representative"; nothing completes a role too."""
    return not words or (
        words[0] in ("for", "of", "to", "at")
        and all(word[0].isupper() or word in ("for", "of", "and", "the") for word in words)
    )


_AWAY = frozenset(
    ("ahead", "behind", "front", "instead", "because", "finish", "another", "same", "time", "award")
)


def _ends_role(word: str, following: str, at: int, count: int) -> bool:
    """Return whether a word stands before a role and is no part of it."""
    small = word.lower()
    if small in ("of", "for"):
        return False
    if small in _STOP or small in _AWAY or small in VERBS or re.fullmatch(known.SAID, small):
        return True
    return small.endswith(("ed", "ing")) and small not in ("retired", "acting", "leading", "ruling")
