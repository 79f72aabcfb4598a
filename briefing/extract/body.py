"""Which lines are the article's body, and why the others are not."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from briefing.extract import bylines, labels, model, notices
from briefing.extract.features import Page
from briefing.extract.lines import Line
from briefing.extract.observed import Facts, Numbers, words_of
from briefing.extract.repetition import Repetition
from briefing.extract.second import chosen
from briefing.language import sentences

_REPEATED = 4.0  # what a line loses that other documents hold too
_FEW_WORDS = 25.0
_SHORT = 25  # a shorter line outside the body is furniture, unless a label says what it is
_TELLING = labels.mask("date", "time", "pub", "byline", "credit")
_DATED = labels.mask("date", "time")
_FURNITURE = labels.mask("legal", "account", "related", "comment", "ad", "desk")
_RIGHTS_LINE = 200  # a longer line that begins with a sign of copyright may hold prose
_DOUBLED = 30  # a shorter line said twice in a row may be a cry
_LEAST_TWICE = 4  # words two lines must share to be a caption and its alternative text
_CREDIT_WORDS = 12  # words of a credit behind one of them; a paragraph goes on for longer
_ENDING = 2  # doubted lines taken back at most
_DOUBT = -2.0
_ITEM = 60  # a longer item of a list may be prose
_HEAD = 8  # lines above headline and body in which a bare date is a stamp
_WORD = re.compile(r"\w+")
_GONE = re.compile(r"\W+")


def choose(page: Page, repetition: Repetition | None, digest: str) -> list[bool]:
    """Return for each line whether the model takes it for the body."""
    scores = model.judge(page)
    kept = chosen(scores, page.facts.tokens)
    if repetition is not None and repetition.holders:
        seen = repetition.seen([line.text for line in page.lines], kept.tolist(), digest)
        kept = chosen(scores - _REPEATED * np.array(seen, dtype=float), page.facts.tokens)
    if float(page.facts.tokens[kept].sum()) < min(_FEW_WORDS, float(page.facts.tokens.max())):
        kept = chosen(model.by_hand(page.lines, page), page.facts.tokens)
    return _with_ending(scores, page, [bool(one) for one in kept])


def _with_ending(scores: Numbers, page: Page, kept: list[bool]) -> list[bool]:
    """Take away a doubtful last line, and add prose that goes on right behind the last one."""
    if True not in kept:
        return kept
    last = len(kept) - 1 - kept[::-1].index(True)
    if scores[last] < 0 and not page.facts.ends[last] and kept.count(True) > 1:
        kept[last] = False  # an address, a motto: a line without a stop is no likely ending
        last = len(kept) - 1 - kept[::-1].index(True)
    for i in range(last + 1, min(len(kept), last + 1 + _ENDING)):
        words = page.facts.words[i]
        spoken = sum(map(labels.STOP.__contains__, words))
        plain = not page.facts.labels[i] & _FURNITURE
        if not (plain and len(words) >= 8 and spoken >= 0.25 * len(words) and scores[i] > _DOUBT):
            break
        kept[i] = True
    return kept


def reasons(
    lines: Sequence[Line], facts: Facts, kept: Sequence[bool], title: int | None
) -> list[str]:
    """Return why each line is not of the body; "" for those that are."""
    body = [i for i, chosen in enumerate(kept) if chosen]
    first, last = (body[0], body[-1]) if body else (len(lines), -1)
    doubled = _doubled(facts)
    head = (max(0, min(first, first if title is None else title) - _HEAD), first)
    headline = _bare(lines[title].text) if title is not None else ""
    begins = headline.partition(" ")[0]
    out: list[str] = []
    told: set[str] = set()
    for i, line in enumerate(lines):
        if i == title:
            out.append("title")
            continue
        if i <= last and begins and begins in facts.lowered[i] and _same_title(line.text, headline):
            out.append("repeated title")
            continue
        why = _notice(i, lines, facts, doubled, head, kept=kept[i], ending=i == last)
        low = facts.lowered[i]
        if kept[i] and not why and low in told and facts.sizes[i] > 30:
            why = "repeated"
        if kept[i] and not why:
            told.add(low)
        out.append(why or ("" if kept[i] else "chrome"))
    _mark_decks(lines, facts, out, title)
    _trim(lines, facts, out)
    return out


def _trim(lines: Sequence[Line], facts: Facts, out: list[str]) -> None:
    """Take list items before the first line of prose, and after the last, out of the body."""
    body = [i for i, why in enumerate(out) if not why]
    if not any(facts.ends[i] for i in body):
        return
    for side in (body, body[::-1]):
        for i in side:
            if facts.ends[i] or facts.sizes[i] >= _ITEM or not lines[i].bullet:
                break
            out[i] = "chrome"


def _bare(text: str) -> str:
    return _GONE.sub(" ", text.lower()).strip()


def _same_title(text: str, headline: str) -> bool:
    text = _bare(text)
    return text == headline or (len(text) >= 20 and headline.startswith(text + " "))


def _doubled(facts: Facts) -> frozenset[int]:
    """Return lines printed twice in a row: a picture's alternative text and its caption.

    One of the two may go on with a credit, and their quotation marks may differ.
    """
    pairs = [
        i
        for i in range(1, len(facts.lowered))
        if min(facts.sizes[i - 1], facts.sizes[i]) >= _SHORT and _twice(facts, i)
    ]
    runs = set(pairs)
    found: set[int] = set()
    for i in pairs:
        same = facts.lowered[i] == facts.lowered[i - 1]
        if same or not (i - 1 in runs or i + 1 in runs):  # three alike are an anaphora
            found |= {i - 1, i}
    return frozenset(found)


def _twice(facts: Facts, i: int) -> bool:
    """Say whether line `i` repeats the line before it, or begins with it, or the reverse."""
    a, b = facts.words[i - 1], facts.words[i]
    if not a or not b or a[0][:3] != b[0][:3]:
        return False
    if facts.lowered[i - 1] == facts.lowered[i]:
        return facts.sizes[i] >= _DOUBLED
    size = min(len(a), len(b))
    if size < _LEAST_TWICE or abs(len(a) - len(b)) > _CREDIT_WORDS:
        return False
    return _plain(a[:size]) == _plain(b[:size])


def _plain(words: Sequence[str]) -> str:
    return " ".join(words).replace("\u2019", "'")


def _notice(
    i: int,
    lines: Sequence[Line],
    facts: Facts,
    doubled: frozenset[int],
    head: tuple[int, int],
    *,
    kept: bool,
    ending: bool,
) -> str:
    """Return what a line is other than prose of the article, "" where it is nothing known."""
    text, marks = lines[i].text, facts.labels[i]
    above, first = head
    if (not kept and facts.sizes[i] < _SHORT and not marks & _TELLING) or not facts.words[i]:
        return "" if facts.words[i] or (kept and _WORD.search(text)) else "chrome"
    if i in doubled:
        return "caption"
    if notices.RIGHTS.match(text) and facts.sizes[i] < _RIGHTS_LINE:
        return "chrome"
    if notices.is_disclaimer(text, facts.words[i]):
        return "disclaimer"
    if notices.is_desk_note(text, facts.words[i]):
        return "desk note"
    if facts.sizes[i] < 200 and marks & _DATED and not facts.ends[i]:
        near = above <= i <= first + 2
        if (near and facts.stamp[i]) or notices.STAMP_WORD.search(text):
            return "stamps"
    if len(text) < 80 and not facts.ends[i] and notices.is_image_credit(text, facts.words[i]):
        return "credit"
    if notices.is_caption(text, facts.lowered[i], facts.words[i]) and not (
        kept and (ending or _is_long(text)) and not notices.PICTURED.match(text)
    ):
        return "caption"
    signed = ending and i + 1 < len(lines) and bool(notices.RIGHTS.match(lines[i + 1].text))
    if kept and not signed and _beside_picture(i, lines, facts):
        return "caption"
    if not facts.ends[i] and bylines.is_byline(text, facts.words[i]):
        return "byline"
    if (
        kept
        and len(text) < 140
        and notices.READ_ON.match(text)
        and (not facts.ends[i] or ":" in text[:40])
    ):
        return "chrome"
    return ""


def _is_long(text: str) -> bool:
    """Say whether a bracket at a line's end follows a whole paragraph: a credit, not a caption."""
    return len(text) > 250 or text.count(". ") >= 2


def _beside_picture(i: int, lines: Sequence[Line], facts: Facts) -> bool:
    """Say whether a picture's credit or its button stands beside a line: it is the caption."""
    if facts.sizes[i] > 300:
        return False
    if i and notices.PICTURE_ABOVE.match(lines[i - 1].text):
        return True
    if i and notices.SEEN_IN_PICTURE.match(lines[i - 1].text):
        return True
    if i + 1 >= len(lines) or len(lines[i + 1].text) >= 80:
        return False
    following = lines[i + 1].text
    if lines[i + 1].blank_before:
        return notices.CREDIT_BELOW.match(following) is not None
    return labels.has(facts.labels[i + 1], "credit")


def _mark_decks(lines: Sequence[Line], facts: Facts, out: list[str], title: int | None) -> None:
    """Mark lines above the body, or its first two, that the body says again word for word."""
    body = [i for i, why in enumerate(out) if not why]
    if not body:
        return
    begin = 0 if title is None else min(title, body[0])
    end = body[min(1, len(body) - 1)] + 1
    asked = [i for i in range(begin, end) if out[i] in ("", "chrome") and len(lines[i].text) >= 40]
    last: dict[tuple[str, ...], int] = {}  # the last body line that holds a run of three words
    for k in body if asked else ():
        words = facts.words[k]
        last.update(dict.fromkeys(zip(words, words[1:], words[2:], strict=False), k))
    for i in asked:
        if _said_again(lines[i].text, i, last):
            out[i] = "deck"


def _said_again(text: str, i: int, last: Mapping[tuple[str, ...], int]) -> bool:
    """Say whether every sentence of `text`, line `i`, comes again in a later line."""
    counted = 0
    for start, end in sentences(text):
        words = words_of(text[start:end])
        if len(words) < 6:
            continue
        own = list(zip(words, words[1:], words[2:], strict=False))
        if sum(last.get(run, -1) > i for run in own) < 0.85 * len(own):
            return False
        counted += 1
    return counted > 0


def deck(lines: Sequence[Line], out: Sequence[str], title: int | None) -> int | None:
    """Return the line that is the deck: marked as such, or alone between title and byline."""
    marked = [i for i, why in enumerate(out) if why == "deck"]
    if marked:
        return marked[0]
    if title is None:
        return None
    body = next((i for i, why in enumerate(out) if not why and i > title), len(lines))
    for i in range(title + 1, min(body, title + 4)):
        if out[i] == "chrome" and 40 <= len(lines[i].text) <= 400 and " " in lines[i].text:
            between = range(i + 1, body)
            if any(out[k] in ("byline", "stamps") for k in between) and not lines[i].bullet:
                return i
        if out[i] in ("byline", "stamps"):
            return None
    return None
