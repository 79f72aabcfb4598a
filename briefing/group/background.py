"""How common English words are in news at large, so that small batches are weighed well."""

from functools import cache

from briefing.group.background_table import BANDS

PSEUDO_DOCUMENTS = 500  # as many articles as the background stands for; 200 to 1,000 are alike
_SAMPLE = 10_000  # what the bands count in


@cache
def _shares() -> dict[str, float]:
    return {word: band / _SAMPLE for band, words in BANDS.items() for word in words.split()}


def document_share(word: str) -> float:
    """Return the share of English news articles that hold `word` (folded), 0 where rare."""
    return _shares().get(word, 0.0)
