"""The headline: a small linear score over the short lines above the body picks one."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.extract import labels, notices
from briefing.extract.lines import Line
from briefing.extract.observed import OWN, Facts
from briefing.extract.regions import of_count

LONGEST = 300
_LONG = 80
_CLOSING = ('"', "\u201d", "\u00bb", "\u201c", "\u2019", "\u300d", ")")
_FAR = 80  # lines above the body where a headline may stand; the page's first lines are asked too
_CLOCK = re.compile(r"\b(?:\d{1,2}[:.]\d{2}|ago|am|pm|uhr|votes?|likes?|replies|views?)\b", re.I)
_TAILS = (" | ", " – ", " — ", " - ", " « ", " :: ", " » ", " · ", " • ")
_CREDITED = re.compile(r"""[.!?]["'”’]? \([^\W\d_a-z][^()]{1,60}\)$""")  # "… on Friday. (Mercury)"
_SHAPES = (
    "inner",
    "commas",
    "case",
    "first",
    "function",
    "digits",
    "quotes",
    "ellipsis",
    "open_end",
)
_ROWS = [OWN.index(name) for name in _SHAPES]
_CREDIT = labels.mask("credit")
_ABOUT, _DATED = labels.mask("byline", "pub"), labels.mask("date")
_BITS = tuple((name, labels.mask(name)) for name in labels.NAMES)
_SURE_NOT = ("date", "byline", "credit", "share", "related", "account", "ad", "follow", "video")


def pick(
    lines: Sequence[Line],
    facts: Facts,
    kept: Sequence[bool],
    weights: Mapping[str, float],
    *,
    outside: bool = False,
) -> int | None:
    """Return the index of the line that is the headline, None where none could be.

    `outside` looks only at lines that are not kept for the body.
    """
    best, found = float("-inf"), None
    for i, seen in candidates(lines, facts, kept):
        if kept[i] and (outside or _is_sentence(i, lines, facts)):
            continue
        if i == 0 and _is_masthead(lines, facts, kept):
            continue
        score = round(sum(weights.get(name, 0.0) for name in seen), 6)
        if score > best:
            best, found = score, i
    return found


def _is_sentence(i: int, lines: Sequence[Line], facts: Facts) -> bool:
    """Say whether a line is a long sentence with its stop: of the body, no headline."""
    return (
        facts.ends[i]
        and facts.sizes[i] >= _LONG
        and not lines[i].text.endswith(("?", "!", *_CLOSING))
    )


def _is_masthead(lines: Sequence[Line], facts: Facts, kept: Sequence[bool]) -> bool:
    """Say whether the first line is a site's name and motto: a line of the footer begins so too."""
    head, found, _ = lines[0].text.partition(" | ")
    words = len(head.split())
    last = max((i for i, chosen in enumerate(kept) if chosen), default=len(lines))
    return (
        bool(found)
        and 2 <= words <= 4
        and any(own[:words] == facts.words[0][:words] for own in facts.words[last + 1 :])
    )


def headline(text: str) -> str:
    """Return a title line without the name of the site behind it."""
    for tail in _TAILS:
        head, found, site = text.rpartition(tail)
        if (
            found
            and not site[:1].islower()
            and len(head) >= 15
            and len(site) <= 40
            and len(head) > len(site)
        ):
            return head.rstrip()
    return text


def candidates(
    lines: Sequence[Line], facts: Facts, kept: Sequence[bool]
) -> list[tuple[int, list[str]]]:
    """Return the lines that could be the headline, each with the names of what speaks for it."""
    body = [i for i, chosen in enumerate(kept) if chosen]
    first = body[0] if body else min(len(lines) - 1, 15)
    counted: Counter[str] = Counter()
    for i in body:
        counted.update(facts.stems[i])
    core, often = frozenset(counted), of_count(counted, 2)
    reach = min(len(lines), first + 4)
    total = float(sum(facts.tokens[i] for i in body))
    low = facts.lowered
    whole = "\n".join(low)
    out: list[tuple[int, list[str]]] = []
    like: dict[int, bool] = {}
    strength: dict[int, float] = {}
    begin = max(0, first - _FAR)
    starts = tuple(low[k] for k in range(begin, reach) if 20 <= len(low[k]) <= LONGEST)
    gaps = _gaps(facts.sizes, first)
    for i in (*range(min(3, begin)), *range(begin, reach)):
        if not _could_be(i, facts, kept, total) or facts.tokens[i] < 2:
            continue
        if _CREDITED.search(lines[i].text, max(0, len(lines[i].text) - 70)):
            continue  # a picture's caption, often printed twice, or a wire's last paragraph
        seen, like[i], strength[i] = _seen(i, lines, facts, (core, often), first)
        seen.append(f"gap {bisect_right((40, 80, 160), gaps[i])}")
        seen += _made(i, lines, facts)
        seen.append("kept" if kept[i] else "not kept")
        if facts.counts[low[i]] > 1:
            seen.append("double, first" if low.index(low[i]) == i else "double, again")
            if low[i] in low[max(0, i - 1) : i] or low[i] in low[i + 1 : i + 2]:
                seen.append("double, beside")
        elif facts.sizes[i] >= 20 and whole.count(low[i]) > 1:
            seen.append("inside another line")
        if low[i][:-1].startswith(starts):
            seen.append("begins with another line")
        if notices.is_caption(lines[i].text, low[i], facts.words[i]):
            seen.append("caption")
        out.append((i, seen))
    _as_first(out, facts)
    for i, seen in out:
        seen += _beside(i, like, first, terminal=facts.ends[i])
    _ranked(out, like, strength)
    _masthead(out, lines, facts, body[-1] if body else len(lines))
    return out


def _made(i: int, lines: Sequence[Line], facts: Facts) -> list[str]:
    """Return what the words of a line look like, and what stands right above and below."""
    line = lines[i]
    seen = [
        f"{name} {code}" for name, code in zip(_SHAPES, facts.codes[_ROWS, i].tolist(), strict=True)
    ]
    seen.append(f"blank {line.blank_before:d}{line.blank_after:d}")
    for name, j in (("above", i - 1), ("below", i + 1)):
        if not 0 <= j < len(lines):
            seen.append(f"{name} edge")
            continue
        size = bisect_right((25, 60, 140), facts.sizes[j])
        seen.append(f"{name} {size}{facts.ends[j]:d}")
        if facts.labels[j] & _CREDIT:
            seen.append(f"{name} credit")
    return seen


def _gaps(sizes: Sequence[float], first: int) -> list[float]:
    """Return the weight of the longest line between each line and the body."""
    found = [0.0] * len(sizes)
    for i in range(first - 2, -1, -1):
        found[i] = max(found[i + 1], sizes[i + 1])
    return found


def _ranked(
    out: Sequence[tuple[int, list[str]]], like: Mapping[int, bool], strength: Mapping[int, float]
) -> None:
    """Add how a line compares with the other lines that could be the headline."""
    order = sorted(strength, key=lambda i: (-strength[i], i))
    rank = {i: place for place, i in enumerate(order)}
    likely = [i for i, _ in out if like[i]]
    for i, seen in out:
        seen.append(f"strength {min(rank[i], 4)}")
        if like[i]:
            place = likely.index(i)
            seen.append(f"likely, from above {min(place, 4)}")
            seen.append(f"likely, from below {min(len(likely) - 1 - place, 4)}")


def _as_first(out: Sequence[tuple[int, list[str]]], facts: Facts) -> None:
    """Add how far a line says what the page's first line says: a browser's title, in some dumps."""
    first = facts.stems[0]
    if len(first) < 3:
        return
    most = 0.0
    for i, seen in out:
        own = facts.stems[i]
        if i and own:
            shared = len(own & first)
            share = 2 * shared / (len(own) + len(first))
            seen.append(f"as first line {bisect_right((0.01, 0.2, 0.4, 0.6, 0.8, 0.99), share)}")
            most = max(most, share)
    if out and out[0][0] == 0:
        code = bisect_right((0.01, 0.2, 0.4, 0.6, 0.8, 0.99), most)
        out[0][1].append(f"first line, told again {code}")


def _masthead(
    out: Sequence[tuple[int, list[str]]], lines: Sequence[Line], facts: Facts, last: int
) -> None:
    """Add whether a line begins as a line of the footer does: with the name of the site."""
    below = {words[:2] for words in facts.words[last + 1 :] if len(words) > 1}
    for i, seen in out:
        if facts.words[i][:2] in below:
            seen.append("begins as the footer" + (", first line" if i == 0 else ""))
        if i == 0 and " | " in lines[i].text:
            head = len(lines[i].text.partition(" | ")[0])
            seen.append(f"first line, head {bisect_right((15, 25, 40), head)}")


def _could_be(i: int, facts: Facts, kept: Sequence[bool], total: float) -> bool:
    """Say whether a line has a title's length, and leaves a body where it is taken from one."""
    if facts.sizes[i] > 260:
        prose = facts.terminal[i + 1 :] & (facts.weight[i + 1 :] >= 60)
        return i == 0 and not facts.ends[i] and bool(prose.any())
    return facts.sizes[i] >= 8 and not (kept[i] and facts.tokens[i] >= 0.5 * total)


def _seen(
    i: int,
    lines: Sequence[Line],
    facts: Facts,
    core: tuple[frozenset[str], frozenset[str]],
    first: int,
) -> tuple[list[str], bool, float]:
    text, weight, stems = lines[i].text, facts.sizes[i], facts.stems[i]
    once = len(stems & core[0]) / max(1, len(stems))
    twice = len(stems & core[1]) / max(1, len(stems))
    small = weight < 60
    seen = [
        f"length {bisect_right((15, 25, 35, 50, 80, 110, 160), weight)}",
        f"kin {bisect_right((0.01, 0.2, 0.4, 0.6, 0.8, 0.99), once)}",
        f"kin twice {bisect_right((0.01, 0.2, 0.4, 0.6, 0.8), twice)}",
        f"stems {min(len(stems), 8)}",
        f"kin {bisect_right((0.2, 0.4, 0.6, 0.8), once)} of {bisect_right((2, 4, 6), len(stems))}",
        f"above {bisect_right((-1, 0, 1, 2, 3, 5, 8, 14, 30), first - i)}",
    ]
    if facts.ends[i]:
        seen.append("question" if text.endswith(("?", "!")) else "sentence")
    tail = any(mark in text for mark in (" | ", " - ", " – "))
    if i == 0:
        seen.append(f"first line {bisect_right((0.3, 0.6), once)}" + (", tail" if tail else ""))
    if lines[i].heading:
        seen.append("heading")
    if lines[i].bullet:
        seen.append("bullet")
    if tail:
        seen.append("tail")
    following = range(i + 1, min(len(lines), i + 5))
    meta = any(
        facts.labels[j] & _ABOUT or (facts.sizes[j] < 60 and facts.labels[j] & _DATED)
        for j in following
    )
    seen.append("meta next" if meta else "no meta next")
    stamp = len(text) < 60 and _CLOCK.search(text) is not None
    if stamp:
        seen.append("stamp")
    says = [name for name, bit in _BITS if facts.labels[i] & bit]
    seen += [f"says {name}{', short' if small else ''}" for name in says]
    likely = (
        20 <= weight <= 200
        and once >= 0.3
        and not lines[i].bullet
        and not stamp
        and not any(name in _SURE_NOT for name in says)
    )
    return seen, likely, once * min(len(stems), 8)


def _beside(i: int, like: Mapping[int, bool], first: int, *, terminal: bool) -> list[str]:
    own, above, below = (like.get(k, False) for k in (i, i - 1, i + 1))
    seen = [
        f"likely above {above:d}{like.get(i - 2, False):d}",
        f"likely below {below:d}{like.get(i + 2, False):d}",
        f"likely {own:d}{above:d}{below:d}",
        f"likely {own:d} at {bisect_right((0, 1, 2, 3, 5, 8, 14, 30), first - i)}",
    ]
    if own and not above:
        seen.append("begins a run" + (", sentence" if terminal else ""))
    return seen
