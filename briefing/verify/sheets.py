"""Follow the printed pages of a PDF, letter by letter, against what the brief should print."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing.verify.page import Page, Stretch, letters
from briefing.verify.paper import Printed, Sheet
from briefing.verify.proof import Claim

PRINTED = "printed stretches"
PAGES = "heads and feet of pages"
CONTEXT = 60  # letters shown on each side of a difference
DASHES = "–•"  # what a list sets before an item
_NUMBER = re.compile(r"[0-9]+")


class Follower:
    """Reads the tagged text of all pages from the beginning, across page breaks."""

    def __init__(self, sheets: Sequence[Sheet], table_heads: Sequence[str]) -> None:
        self.text = "".join(sheet.tagged for sheet in sheets)
        self.at = 0
        self._ends = list(accumulate(len(sheet.tagged) for sheet in sheets))
        self._table_heads = sorted(set(table_heads), key=lambda head: (-len(head), head))

    @property
    def page(self) -> int:
        """The page (from 1) of the letter that is read next."""
        return min(bisect_right(self._ends, self.at), len(self._ends) - 1) + 1

    @property
    def at_top(self) -> bool:
        """Whether the letter that is read next is the first of its page."""
        return self.at == 0 or self.at in self._ends

    def take(self, wanted: str) -> bool:
        """Read `wanted`, where it comes next; else stay."""
        end = self._match(wanted, self.at)
        if end is None:
            return False
        self.at = end
        return True

    def number(self) -> int | None:
        """Read a number, where one comes next."""
        match = _NUMBER.match(self.text, self.at)
        if not match:
            return None
        self.at = match.end()
        return int(match[0])

    def skip_dash(self) -> bool:
        """Read the dash that a list sets before an item, where one comes next."""
        found = self.text[self.at : self.at + 1]
        self.at += bool(found) and found in DASHES
        return bool(found) and found in DASHES

    def _match(self, wanted: str, at: int) -> int | None:
        """Return where `wanted` ends, if it comes at `at`; a table's head may come again."""
        if self.text.startswith(wanted, at):
            return at + len(wanted)
        page = bisect_right(self._ends, at)
        if at and at in self._ends:
            for head in self._table_heads:
                if self.text.startswith(head, at):
                    return self._match(wanted, at + len(head))
        if page >= len(self._ends):
            return None
        room = self._ends[page] - at
        if 0 < room < len(wanted) and self.text.startswith(wanted[:room], at):
            return self._match(wanted[room:], at + room)
        return None


def sheet_claims(page: Page, printed: Printed) -> Iterator[Claim]:
    """Compare every letter of the printed pages with `page`, what the brief should print."""
    follower = Follower(printed.sheets, page.table_heads)
    begins: dict[int, int] = {}  # index of a stretch -> the page it begins on
    tops: set[int] = set()  # the stretches that a page begins with
    links: list[tuple[Stretch, int, int]] = []  # of the contents: on what page, to what page
    for index, stretch in enumerate(page.stretches):
        if stretch.kind == "drawing":
            continue
        begins[index] = follower.page
        if follower.at_top:
            tops.add(index)
        if stretch.kind == "contents":
            yield from _contents(follower, stretch, links)
        else:
            yield _stretch(follower, stretch)
    rest = follower.text[follower.at : follower.at + 2 * CONTEXT]
    yield Claim(PRINTED, f"page {follower.page}", "nothing more than the brief", "", rest)
    yield from _link_claims(page, begins, links)
    yield from _loose_claims(page, printed, begins, tops)
    yield Claim(PAGES, "pages", "nothing laid over them", (), printed.strange)


def _stretch(follower: Follower, stretch: Stretch) -> Claim:
    where = f"page {follower.page}, {stretch.section}"
    here = follower.at
    if _take(follower, stretch):
        return Claim(PRINTED, where, "words", True, True)
    if stretch.item and follower.skip_dash() and _take(follower, stretch):
        return Claim(PRINTED, where, "words", True, True)
    expected, found = _difference(follower.text, here, stretch)
    return Claim(PRINTED, where, "the printed words", expected, found)


def _take(follower: Follower, stretch: Stretch) -> bool:
    # `text-transform: uppercase` changes what is printed, not what is said.
    return follower.take(stretch.text) or follower.take(letters(stretch.raw.upper()))


def _difference(text: str, at: int, stretch: Stretch) -> tuple[str, str]:
    """Return what was wanted and what is found instead, near the first letter that differs."""
    found = text[at : at + len(stretch.text)]
    pairs = zip(stretch.text, found, strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(found), len(stretch.text)))
    low = max(0, same - CONTEXT)
    return (
        spaced(stretch.text[low : same + CONTEXT], stretch.raw),
        spaced(text[at + low : at + same + CONTEXT], stretch.raw),
    )


def spaced(squeezed: str, raw: str) -> str:
    """Return letters with the white space of `raw` between them, as near as that can be told."""
    words = raw.split()
    joined = letters(raw)
    at = joined.find(squeezed[: max(8, CONTEXT // 2)])
    if at < 0:
        return squeezed
    stops = set(accumulate(len(letters(word)) for word in words))
    return "".join(
        (" " if i and at + i in stops else "") + letter for i, letter in enumerate(squeezed)
    )


def _contents(
    follower: Follower, stretch: Stretch, links: list[tuple[Stretch, int, int]]
) -> Iterator[Claim]:
    page = follower.page
    where = f"page {page}, {stretch.section}"
    number = None
    if not follower.take(stretch.text):
        here = follower.at
        number = follower.number()
        if number is None or not follower.take(stretch.text):
            expected, found = _difference(follower.text, here, stretch)
            yield Claim(PRINTED, where, "the printed words", expected, found)
    yield Claim(PRINTED, where, "words", True, True)
    number = follower.number() if number is None else number
    links.append((stretch, page, number or 0))


def _link_claims(
    page: Page, begins: dict[int, int], links: Sequence[tuple[Stretch, int, int]]
) -> Iterator[Claim]:
    for stretch, at, number in links:
        target = page.anchors.get(stretch.anchor)
        if target is not None and target in begins:
            where = f"page {at}, {stretch.section}"
            what = f"page of {stretch.raw.strip()!r}"
            yield Claim(PAGES, where, what, begins[target], number)


def _loose_claims(
    page: Page, printed: Printed, begins: dict[int, int], tops: set[int]
) -> Iterator[Claim]:
    drawing = "".join(s.text for s in page.stretches if s.kind == "drawing")
    theme = ""
    waiting = bool(drawing)
    for number, sheet in enumerate(printed.sheets, 1):
        assigned = [(at, head) for at, head in page.heads if begins.get(at) == number]
        shown = assigned[0][1] if assigned and assigned[0][0] in tops else theme
        theme = assigned[-1][1] if assigned else theme
        furniture = [page.foot, letters(f"Page {number} of {len(printed.sheets)}")]
        if number > 1:
            furniture = [page.head, shown, *furniture]
        drawn = waiting and (drawing in sheet.loose or number == _drawing_page(page, begins))
        waiting = waiting and not drawn
        expected = "".join([drawing if drawn else "", *furniture])
        found = sheet.loose
        if found != expected and sorted(found) == sorted(expected):
            found = _reordered(found, [*([drawing] if drawn else []), *furniture]) or found
        yield Claim(PAGES, f"page {number}", "head, foot and drawing", expected, found)
    yield Claim(PAGES, "pages", "the timeline is drawn", False, waiting)


def _drawing_page(page: Page, begins: dict[int, int]) -> int:
    """Return the page of what stands after the drawing: where it must be, at the latest."""
    last = max(i for i, s in enumerate(page.stretches) if s.kind == "drawing")
    return begins.get(last + 1, 1)


def _reordered(found: str, pieces: Sequence[str]) -> str | None:
    """Return the pieces put together, where `found` is the same pieces in another order."""
    rest = found
    for piece in sorted(pieces, key=len, reverse=True):
        if piece not in rest:
            return None
        rest = rest.replace(piece, "", 1)
    return "".join(pieces) if not rest else None
