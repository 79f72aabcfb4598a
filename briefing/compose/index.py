"""The index: people, organisations and places, each once, with who they are as worded."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import combining, normalize

from briefing.brief import IndexEntry, Words
from briefing.language.entities import Entity, EntityKind, entities
from briefing.language.entity_words import SAME
from briefing.types import Article

MAX_ARTICLES = 400  # an index of more would name nobody a reader looks for, and takes long
LONGEST = 1000  # characters of a sentence: a longer one is no prose
_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place")
_SHARES = {"person": 0.5, "organisation": 0.25, "place": 0.25}  # of the names, where all are many


@dataclass(slots=True)
class _Named:
    """One that some articles name: (register number, article, what it names) of each."""

    kind: EntityKind
    found: list[tuple[int, Article, Entity]] = field(default_factory=list)

    @property
    def sources(self) -> int:
        return len({number for number, _, _ in self.found})


def index(
    stories: Sequence[Sequence[Article]], numbers: Mapping[str, int], limit: int
) -> tuple[tuple[IndexEntry, ...], int]:
    """Return at most `limit` entries, people first, then by name, and how many are left out.

    `stories` hold the articles that are told; `numbers` are those of the register, by article id.
    What most articles name is kept, of each kind its share first: an index of places alone would
    help nobody. Only English is read.
    """
    if not limit or sum(map(len, stories)) > MAX_ARTICLES:
        return (), 0
    named = [one for one in _named(stories, numbers) if one.sources]
    named.sort(key=lambda one: (-one.sources, _KINDS.index(one.kind), _name(one).casefold()))
    places: Counter[str] = Counter()
    within: list[_Named] = []
    beyond: list[_Named] = []
    for one in named:
        places[one.kind] += 1
        (within if places[one.kind] <= _SHARES[one.kind] * limit else beyond).append(one)
    kept = [*within, *beyond][:limit]
    kept.sort(key=lambda one: (_KINDS.index(one.kind), *_sorting(_name(one))))
    return tuple(_entry(one) for one in kept), len(named) - len(kept)


def _named(stories: Sequence[Sequence[Article]], numbers: Mapping[str, int]) -> Iterator[_Named]:
    named: dict[tuple[EntityKind, str], _Named] = {}
    for story in stories:
        read = [
            (numbers[article.id], article, one) for article in story for one in _entities(article)
        ]
        full = _full_names([one for _, _, one in read])
        for number, article, one in read:
            key = key_of(one.name)
            key = full.get(key, key) if one.kind == "person" else key
            named.setdefault((one.kind, key), _Named(one.kind)).found.append((number, article, one))
    families = {key.rsplit(" ", 1)[-1] for kind, key in named if kind == "person" and " " in key}
    for (kind, key), entry in named.items():
        if kind != "person" and key in families:
            continue  # "Orr's office": the person, not a body
        entry.found = _once(entry.found)
        others = [named[k, key].sources for k in _KINDS if k != kind and (k, key) in named]
        if not any(count > entry.sources for count in others):  # one article's odd wording
            yield entry


def _once(found: Sequence[tuple[int, Article, Entity]]) -> list[tuple[int, Article, Entity]]:
    """Return one entity a source, in order of number: the fullest name where there are two."""
    best: dict[int, tuple[int, Article, Entity]] = {}
    for item in sorted(found, key=lambda item: (item[0], -len(item[2].name))):
        best.setdefault(item[0], item)
    return list(best.values())


def _entities(article: Article) -> tuple[Entity, ...]:
    if article.language != "en":
        return ()
    quotable = [s for s in article.sentences if not s.bar and s.end - s.start <= LONGEST]
    found = entities(article.text, [(s.start, s.end) for s in quotable])
    return tuple(_in_article(one, [s.index for s in quotable]) for one in found)


def _in_article(one: Entity, places: Sequence[int]) -> Entity:
    """Return an entity with the article's own numbers of sentences."""
    return Entity(
        one.kind, one.name, one.variants,
        tuple((places[s], a, b) for s, a, b in one.mentions),
        (places[one.role[0]], *one.role[1:]) if one.role else None,
    )  # fmt: skip


def _full_names(found: Sequence[Entity]) -> dict[str, str]:
    """Return for each short name of a person the one full name of the story that holds it.

    "Orr" and "Dana Orr" are "Captain Dana Orr" where no other Orr is named.
    """
    full: dict[str, set[str]] = defaultdict(set)
    for one in found:
        key = key_of(one.name)
        if one.kind == "person" and " " in key:
            full[key.rsplit(" ", 1)[-1]].add(key)
    short = {key: whole for names in full.values() for key, whole in _within(names)}
    for family, names in full.items():
        wholes = {short.get(name, name) for name in names}
        if len(wholes) == 1:
            short[family] = min(wholes)
    return short


def _within(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name with the longest that holds its words in order, where the others do too."""
    for name in sorted(names):
        holding = sorted((other for other in names if _holds(other, name)), key=len)
        if holding and all(_holds(holding[-1], other) for other in holding[:-1]):
            yield name, holding[-1]


def _holds(whole: str, name: str) -> bool:
    words = iter(whole.split(" "))
    return whole != name and all(word in words for word in name.split(" "))


def key_of(name: str) -> str:
    """Return what two spellings of one name have in common."""
    key = " ".join(
        _folded(name).replace(".", "").replace("-", " ").replace("’", "'").lower().split()
    )
    if key.startswith("un "):
        key = f"united nations {key[3:]}"
    return SAME.get(key, key)


def _folded(name: str) -> str:
    """Return a name without the accents that one outlet prints and another does not."""
    return "".join(letter for letter in normalize("NFKD", name) if not combining(letter))


def _name(one: _Named) -> str:
    """Return the name to print: the fullest one, not in capitals, with its accents."""
    names = [entity.name for _, _, entity in one.found]
    return min(
        names, key=lambda name: (name.isupper() and len(name) > 3, -len(name), name.isascii(), name)
    )


def _sorting(name: str) -> tuple[str, str]:
    return _folded(name).casefold(), name


def _entry(one: _Named) -> IndexEntry:
    name = _name(one)
    others = (n for _, _, entity in one.found for n in (entity.name, *entity.variants))
    role = next(((n, a, e.role) for n, a, e in one.found if e.role), None)
    return IndexEntry(
        kind=one.kind,
        name=name,
        variants=tuple(sorted({other for other in others if other != name})),
        role=Words(role[1].text[role[2][1] : role[2][2]], *role[2][1:]) if role else None,
        role_mark=f"{role[0]}:{role[2][0] + 1}" if role else "",
        marks=tuple(f"{number}:{entity.mentions[0][0] + 1}" for number, _, entity in one.found),
    )
