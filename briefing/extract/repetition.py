"""Lines that come again in other documents of a batch: furniture, unless the story is the same."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from briefing.errors import ReadError
from briefing.extract import decoding
from briefing.types import Document

_NUMBERS = re.compile(r"\d+")
_OTHER = re.compile(r"\W+")
_BULLET = re.compile(r"[ \t]*(?:[\u2022\u00b7*+#>-]+|\d{1,2}[.)])\s")
_HOLDERS = 12  # documents remembered for a line: more say nothing new
_READ = 400_000  # characters of a document; a page of news has some 20,000
SAME_STORY = 0.5  # share of chosen lines that another document must hold to be a copy


def key(line: str) -> int | None:
    """Return what two printings of one line have in common, None where it holds no word."""
    bullet = _BULLET.match(line)
    words = line[bullet.end() if bullet else 0 :].lower()
    plain = _OTHER.sub(" ", _NUMBERS.sub("0", words)).strip()
    if len(plain) < 2:
        return None
    return int.from_bytes(hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=8).digest())


@dataclass(frozen=True, slots=True)
class Repetition:
    """Which documents of a batch hold a line that at least two of them hold.

    `holders` maps a line's key to the numbers of at most twelve documents, `numbers` a document's
    digest to its number.
    """

    holders: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

    def seen(self, lines: Sequence[str], chosen: Sequence[bool], digest: str) -> tuple[bool, ...]:
        """Say of each line whether a document that does not tell the same story holds it too.

        `chosen` are the lines of the body as found without this knowledge: a document that holds
        half of them is a copy, and says nothing about what is furniture.
        """
        own = self.numbers.get(digest, -1)
        places = [
            frozenset(self.holders.get(found, ())) - {own}
            if (found := key(line)) is not None
            else frozenset()
            for line in lines
        ]
        body = [
            (place, len(line))
            for place, line, kept in zip(places, lines, chosen, strict=True)
            if kept
        ]
        total = sum(size for _, size in body)
        shared: dict[int, int] = {}
        for place, size in body:
            for number in place:
                shared[number] = shared.get(number, 0) + size
        copies = {number for number, size in shared.items() if size >= SAME_STORY * total}
        return tuple(bool(place - copies) for place in places)

    def __reduce__(self) -> tuple[object, ...]:
        return Repetition, (dict(self.holders), dict(self.numbers))


def line_counts(documents: Iterable[Document]) -> Repetition:
    """Return which lines recur across a batch. The same bytes twice count once."""
    numbers: dict[str, int] = {}
    holders: dict[int, list[int]] = {}
    for document in documents:
        if document.digest in numbers:
            continue
        number = numbers[document.digest] = len(numbers)
        for line in _lines(document):
            found = key(line)
            if found is None:
                continue
            held = holders.setdefault(found, [])
            if len(held) < _HOLDERS and (not held or held[-1] != number):
                held.append(number)
    shared = {found: tuple(held) for found, held in sorted(holders.items()) if len(held) > 1}
    return Repetition(MappingProxyType(shared), MappingProxyType(numbers))


def _lines(document: Document) -> list[str]:
    try:
        _, text = decoding.read(document.content, document.uri)
    except ReadError:
        return []
    return [line for line in dict.fromkeys(text[:_READ].splitlines()) if line.strip()]
