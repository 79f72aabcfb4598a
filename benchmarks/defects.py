"""Count what jars in a summary: a checker that shares no code and no list with the summariser.

It reads as a reader does. A word that points back is answered when the sentence before it stands
in the summary, or when the sentence names somebody or something before it points.
"""

import re
from collections.abc import Sequence

KINDS = ("dangling", "boilerplate", "unpaired", "fragment", "repeated")

_TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d[\d,.]*")
_POINTING = {
    *("he", "she", "they", "him", "her", "them", "his", "their", "it", "its", "hers", "theirs"),
    *("himself", "herself", "themselves", "itself", "this", "that", "these", "those", "such"),
}
_LINKING = {
    *("but", "and", "or", "so", "yet", "nor", "however", "meanwhile", "also", "then", "still"),
    *(
        "therefore",
        "thus",
        "moreover",
        "furthermore",
        "besides",
        "instead",
        "nevertheless",
        "hence",
    ),
    *("otherwise", "likewise", "similarly", "conversely", "consequently", "nonetheless", "plus"),
}
_LINKING_PHRASE = re.compile(
    r"(?:as a result|in addition|for (?:example|instance)|on the other hand|(?:by|in) contrast"
    r"|in other words|even so|after that|that said|at the same time|in turn)\b",
    re.IGNORECASE,
)
_POINTING_PHRASE = re.compile(
    r"(?:the (?:same|others?|former|latter|move|decision|incident|attack|ruling|announcement)"
    r"|both|neither|another|others)\s(?!of\b|the\b|sides?\b)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?:this|that|these|those)\s(?:week|month|year|morning|evening|afternoon|weekend|time|summer"
    r"|winter|spring|fall|autumn|season|story|report|past|last)",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"it(?:['’]s|\s+(?:is|was|has|will|would|may|took|takes))\b.{0,60}"
    r"\b(?:that|to|when|how|why|who)\b",
    re.IGNORECASE,
)
_BARE_SPEAKER = re.compile(
    r"[\"”],?\s+(?:he|she|they)\s+(?:also\s+|later\s+)?(?:said|says|told|added|wrote|explained|asked)"
    r"|[\"”],?\s+(?:said|says|added)\s+(?:he|she|they)\b"
    r"|,\s(?:he|she|they)\s(?:said|says|added|wrote|explained)\s*[.\"”]*$"
)
_SITE = re.compile(
    r"https?:|www\.|\bclick (?:here|on|through)\b|\bread more\b|\ball rights reserved\b"
    r"|\bgetty images\b"
    r"|\bcontributed to this (?:report|story)\b|\bfile photo\b|\beditor'?s note\b|\bsubscribe\b"
    r"|\bnewsletter\b|\bsign up for\b|\bfollow us\b|\bscroll down\b|\bviews expressed\b"
    r"|\bopinions expressed\b|\bcnn student news\b|\bshare this\b|\((?:pictured|left|right)\)"
    r"|^(?:photo|video|image|watch|related|caption|gallery)\b\s*[:—-]",
    re.IGNORECASE,
)
_VERB_LIKE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must"
    r"|should|shall|said|says|told|made|took|went|came|got|gave|found|saw|won|lost|left|put|set|hit"
    r"|met|ran|led|held|kept|began|became|felt|fell|rose|grew|sent|spent|paid|brought|thought|knew"
    r"|shot|struck|wrote|read|spoke|stood|sat|let|cut|cost|want|need|think|know|go|get|make|take"
    r"|come|say|see|give|find|tell|ask|work|seem|feel|try|call|live|believe|mean|become|begin"
    r"|\w{3,}ed|\w+n['’]t|\w+['’](?:s|re|ve|ll|d|m)|[a-z]{3,}(?:[^aious\W]s|es))\b"
)
_LEFT_OUT = "\"'“”‘’([ "


def defects(sentences: Sequence[str], picks: Sequence[int]) -> dict[str, int]:
    """Return how often each of `KINDS` occurs in the summary `picks` of an article."""
    shown = set(picks)
    texts = [sentences[i] for i in picks]
    return {
        "dangling": sum(i - 1 not in shown and _points_back(sentences[i], i) for i in picks),
        "boilerplate": sum(_SITE.search(text) is not None for text in texts),
        "unpaired": sum(map(_is_unpaired, texts)),
        "fragment": sum(map(_is_fragment, texts)),
        "repeated": _repeated(texts),
    }


def _points_back(text: str, index: int) -> bool:
    start = text.lstrip(_LEFT_OUT)
    found = _TOKEN.findall(start)
    if not found:
        return False
    first = re.sub(r"['’](?:s|re|ve|ll|d|m)$", "", found[0].lower())
    if first in _LINKING or _LINKING_PHRASE.match(start):
        return True
    if index == 0:
        return False  # an article may open with "He"; nothing before it was left out
    if first in _POINTING:
        return not (_TIMES.match(start) or _EXPLETIVE.match(start))
    return bool(_POINTING_PHRASE.match(start) or _BARE_SPEAKER.search(text))


def _is_unpaired(text: str) -> bool:
    odd = text.count('"') % 2 == 1
    return odd or text.count("“") != text.count("”") or text.count("(") != text.count(")")


def _is_fragment(text: str) -> bool:
    found = _TOKEN.findall(text)
    ended = text.rstrip("\"'”’)] ")[-1:] in {".", "!", "?", "…"}
    return len(found) < 4 or not ended or _VERB_LIKE.search(text) is None


def _repeated(texts: Sequence[str]) -> int:
    sets = [{token.lower() for token in _TOKEN.findall(text)} for text in texts]
    return sum(
        len(a & b) >= 0.65 * max(1, min(len(a), len(b)))
        for i, a in enumerate(sets)
        for b in sets[:i]
    )
