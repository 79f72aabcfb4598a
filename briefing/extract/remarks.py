"""What is wrong with a page that is used all the same: codes of `types.REASONS`."""

import re
from collections.abc import Sequence

from briefing.extract.labels import STOP
from briefing.types import Sentence, Span

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
) -> tuple[str, ...]:
    """Return the codes that hold, in the order of `REASONS`."""
    quotable = [text[one.start : one.end] for one in sentences if not one.bar]
    words = [word.lower() for a, b in paragraphs for word in _WORD.findall(text, a, b)]
    function = sum(word in STOP for word in words)
    distinct = len({" ".join(one.split()).lower() for one in quotable})
    holds = {
        "few_sentences": len(quotable) < 2,
        "truncated": truncated,
        "long_token": LONG_TOKEN.search(text) is not None,
        "repetitive": len(quotable) >= _MANY and distinct < _DISTINCT * len(quotable),
        "low_information": bool(words) and function >= _FUNCTION_WORDS * len(words),
        "title_truncated": title_cut,
    }
    return tuple(code for code, held in holds.items() if held)
