"""Who an English sentence has it from: "police said", "according to the ministry"."""

import re

_SAID = r"(?:said|says|say|told|announced|reported|confirmed|estimated|estimates|claimed)"
_ENDS = re.compile(r"[,;:.()\[\]\"“”—–]| -+ |\b(?:that|who|which|as|when|while|in a|at a|on)\b")
_FOLLOWS = re.compile(rf"\b(?:[Aa]ccording to|[,\"”] {_SAID}) (?=[\"“]?\w)")
_PRECEDES = re.compile(rf"(?<= ){_SAID}(?! to have| of)\b")
_LEADS = re.compile(r"[\w'’-]+")
_STARTS = re.compile(r"[,;:.\"”“()]\s|\b(?:but|and|while) ")
_NOBODY = re.compile(
    r"(?:he|she|it|they|we|i|you|who|which|that|was|were|is|are|has|have|had|be|been|also|it's)\b"
    r"|.*\b(?:was|were|is|are|has|have|had|he|she|it|they|who|which|will|would)\b"
    rf"|.*\b{_SAID}\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d|^(?:more|at|about|nearly|over|some|almost|up|around) ")
_LONGEST = 80  # characters of a speaker
_WORDS = 9


def speaker(sentence: str) -> tuple[int, int] | None:
    """Return where the first speaker that the sentence names stands; None where it names none."""
    found = [span for span in (_following(sentence), _preceding(sentence)) if span]
    return min(found) if found else None


def _following(sentence: str) -> tuple[int, int] | None:
    """ "..., according to the ministry", "..., said Dana Orr, the harbour master"."""
    match = _FOLLOWS.search(sentence)
    if match is None:
        return None
    end = _ENDS.search(sentence, match.end())
    return _trimmed(sentence, match.end(), end.start() if end else len(sentence))


def _preceding(sentence: str) -> tuple[int, int] | None:
    """ "Police said ...", "..., officials said"."""
    match = _PRECEDES.search(sentence)
    if match is None:
        return None
    low = max(0, match.start() - _LONGEST)
    before = [m.end() for m in _STARTS.finditer(sentence, low, match.start())]
    start = before[-1] if before else low
    if start == low and low > 0:
        return None
    return _trimmed(sentence, start, match.start())


def _trimmed(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    text = sentence[start:end]
    start += len(text) - len(text.lstrip(" \"“'‘"))
    end -= len(text) - len(text.rstrip(" \"”'’"))
    words = _LEADS.findall(sentence[start:end])
    if not 1 <= len(words) <= _WORDS or end - start > _LONGEST:
        return None
    named = sentence[start:end]
    return None if _NOBODY.match(named) or _FIGURE.search(named) else (start, end)
