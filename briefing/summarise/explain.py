"""Say of every sentence of an article what it scored, and why it was picked or passed over."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.summarise.news import READ, weighed
from briefing.types import Article, Summary

PICKED = "picked"
OUTSCORED = "outscored"
NOT_READ = "not read"
SPREAD = "gave way to a sentence from beyond the opening"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence (index from 0), its score as the sum of `parts`, and what became of it.

    `outcome` is one of the constants of this module, or names the rule that passed it over.
    """

    sentence: int
    score: float
    parts: tuple[tuple[str, float], ...]
    outcome: str


def explain(
    article: Article, summary: Summary, *, max_words: int | None = None
) -> Iterator[Verdict]:
    """Yield the verdict on every sentence, in reading order.

    Scores are those of `summary.method`; of another method than "news", only picks have them.
    """
    picks = {pick.sentence: pick for pick in summary.picks}
    ours = summary.method == "news"
    chooser, rated = weighed(article)
    lowest = min((pick.score for pick in summary.picks), default=0.0)
    for sentence in article.sentences:
        i = sentence.index
        pick = picks.get(i)
        if pick:
            yield Verdict(i, pick.score, pick.reasons, PICKED)
        elif not ours:
            outcome = "may not be quoted" if sentence.bar else OUTSCORED
            yield Verdict(i, 0.0, (), outcome)
        elif i >= READ:
            yield Verdict(i, 0.0, (), NOT_READ)
        else:
            scored_more = bool(picks) and rated[i].score > lowest
            outcome = chooser.objection(i, tuple(picks), max_words)
            outcome = outcome or (SPREAD if scored_more else OUTSCORED)
            yield Verdict(i, rated[i].score, rated[i].parts, outcome)
