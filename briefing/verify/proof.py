"""What a proof is made of: claims, each an expected and a found value at a named place."""

from collections.abc import Iterable
from dataclasses import dataclass

ORDER = "orders and numberings"
ITEMS = frozenset(
    (
        "sources' bytes", "sources' texts", "texts' sentences", "register entries", "stories",
        "publication stamps", "quotations", "marks", "dates",
    )
)  # fmt: skip
SHOWN = 160  # characters of a value in a failure


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that must hold: at `where`, `found` equals `expected`. `kind`: what it proves.

    Kinds of `ITEMS` are counted by place: so many quotations, not so many claims on them.
    """

    kind: str
    where: str
    what: str
    expected: object
    found: object


@dataclass(frozen=True, slots=True)
class Failure:
    """The first claim that does not hold: the page, section or mark, and both values."""

    where: str
    what: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked (of each kind, how many claims), what was not, and what failed."""

    checked: tuple[tuple[str, int], ...]
    unchecked: tuple[str, ...]
    failure: Failure | None

    @property
    def proven(self) -> bool:
        """Whether nothing failed."""
        return self.failure is None


def judge(claims: Iterable[Claim]) -> tuple[tuple[tuple[str, int], ...], Failure | None]:
    """Return how much of each kind is proved, in order, up to the first claim that fails."""
    held: dict[str, int] = {}
    places: set[tuple[str, str]] = set()
    for claim in claims:
        if claim.expected != claim.found:
            return tuple(held.items()), _failure(claim)
        place = (claim.kind, claim.where)
        if claim.kind not in ITEMS or place not in places:
            held[claim.kind] = held.get(claim.kind, 0) + 1
            places.add(place)
    return tuple(held.items()), None


def _failure(claim: Claim) -> Failure:
    expected, found = str(claim.expected), str(claim.found)
    skip = _common(expected, found) if max(len(expected), len(found)) > SHOWN else 0
    return Failure(claim.where, claim.what, _shown(expected, skip), _shown(found, skip))


def _common(a: str, b: str) -> int:
    same = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    return max(0, (min(len(a), len(b)) if same is None else same) - SHOWN // 2)


def _shown(text: str, skip: int) -> str:
    part = text[skip : skip + SHOWN]
    return f"{'…' if skip else ''}{part}{'…' if skip + SHOWN < len(text) else ''}"
