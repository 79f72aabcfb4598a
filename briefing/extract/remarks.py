"""What is wrong with a page that is used all the same: codes of `types.REASONS`."""

import re
from collections.abc import Sequence

from briefing.extract.labels import STOP
from briefing.types import Sentence, Span

LONGEST_WORD = 300
LONG_TOKEN = re.compile(
    r"[^\s\u0300-\u036f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]{300,}"
)
_WORD = re.compile(r"[^\W\d_]+")
_MANY = 40  # sentences from which saying the same means something
_DISTINCT = 0.1
_FUNCTION_WORDS = 0.95


def remarks(
    text: str,
    paragraphs: Sequence[Span],
    sentences: Sequence[Sentence],
    *,
    truncated: bool,
    title_cut: bool,
    future: bool,
) -> tuple[str, ...]:
    """Return the codes that hold, what explains most first."""
    quotable = [text[one.start : one.end] for one in sentences if not one.bar]
    holds = {
        "long_token": has_long_token(text),
        "few_sentences": len(quotable) < 2,
        "truncated": truncated,
        "low_information": _says_little(text, paragraphs),
        "repetitive": len(quotable) >= _MANY and _distinct(quotable) < _DISTINCT * len(quotable),
        "title_truncated": title_cut,
        "future_date": future,
    }
    return tuple(code for code, held in holds.items() if held)


def has_long_token(text: str) -> bool:
    """Say whether a text holds a run of characters too long to be a word."""
    return max(map(len, text.split()), default=0) >= LONGEST_WORD and bool(LONG_TOKEN.search(text))


def _distinct(quotable: Sequence[str]) -> int:
    return len({" ".join(one.split()).lower() for one in quotable})


def _says_little(text: str, paragraphs: Sequence[Span]) -> bool:
    """Say whether nearly all words are function words; stops as soon as enough are not."""
    most = sum(b - a for a, b in paragraphs) / 2 + len(paragraphs)  # words that fit in
    enough = (1 - _FUNCTION_WORDS) * most
    total = content = 0
    for a, b in paragraphs:
        words = [word.lower() for word in _WORD.findall(text, a, b)]
        total += len(words)
        content += sum(word not in STOP for word in words)
        if content > enough:
            return False
    return total > 0 and total - content >= _FUNCTION_WORDS * total
