"""The sentences of a body, and which of them must never be quoted."""

import re
from collections.abc import Iterator, Sequence

from briefing.extract.lines import is_terminal
from briefing.extract.remarks import LONG_TOKEN, has_long_token
from briefing.language import sentences
from briefing.types import Sentence, SetAside, Span

MAX_BODY = 200_000  # characters of a body
_HEADING_WORDS = 12


def limited(text: str, paragraphs: list[Span]) -> tuple[list[Span], list[SetAside]]:
    """Return the paragraphs up to the limit, and the rest as one part set aside."""
    size = 0
    for number, (start, end) in enumerate(paragraphs):
        if size + end - start > MAX_BODY:
            cut = start + len(text[start : start + MAX_BODY - size].rstrip())
            kept = paragraphs[:number] + ([(start, cut)] if cut > start else [])
            return kept, [SetAside((cut, paragraphs[-1][1]), "truncated")]
        size += end - start
    return paragraphs, []


def spoken(text: str, paragraphs: Sequence[Span], language: str) -> Iterator[Sentence]:
    """Yield the sentences of the body; what must never be quoted is barred with the reason."""
    number = 0
    for paragraph, (start, end) in enumerate(paragraphs):
        whole = text[start:end]
        long = has_long_token(whole)
        if long:  # no word: its stops end nothing, and cost time
            whole = LONG_TOKEN.sub(_masked, whole)
        spans = sentences(whole, language)
        for place, (a, b) in enumerate(spans):
            words = text[start + a : start + b]
            last = place == len(spans) - 1
            yield Sentence(
                number,
                start + a,
                start + b,
                paragraph,
                "long_token"
                if long and LONG_TOKEN.search(words)
                else _bar(words, last=last, alone=len(spans) == 1),
            )
            number += 1


def _masked(token: re.Match[str]) -> str:
    return "x" * len(token.group())


def _bar(words: str, *, last: bool, alone: bool) -> str:
    if "\ufffd" in words:
        return "undecodable"
    if not last or is_terminal(words):
        return ""
    if words.endswith((":", "\uff1a")):
        return "lead_in"
    return (
        "heading"
        if alone and len(words.split()) <= _HEADING_WORDS and len(words) < 120
        else "cut_short"
    )
