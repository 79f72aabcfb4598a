"""Choose among rated sentences, passing over those that would read badly alone.

    (a) not prose      a caption, boilerplate, a fragment, half a quotation, or barred
    (b) says it again  shares most of its content words with one already chosen
    (c) leans          on the sentence before it, which is not chosen

No rule is ever waived: a short summary is better than one that jars. "But ..." may also follow the
sentence before the last, where the two share a content word: what it turns against is shown.
"""

from collections.abc import Collection, Sequence

from briefing.language import content_words
from briefing.language.prose import (
    Leaning,
    event,
    is_boilerplate,
    is_fragment,
    is_unpaired,
    leaning,
)
from briefing.summarise.rank import Rated

AGAIN = 0.65  # share of the shorter sentence's content words; ROUGE is flat from 0.6 to 0.7
BEYOND = 3  # the spread pick comes from sentence 3 on (from 0) ...
SPREAD_FROM = 8  # ... of articles of 8 or more sentences ...
SPREAD_POSITION = 0.25  # ... with so much of its points for position: ROUGE is flat from 0.25 to 1


class Chooser:
    """Picks sentences of one article in order of score, by the rules."""

    def __init__(
        self,
        texts: Sequence[str],
        rated: Sequence[Rated],
        *,
        language: str = "en",
        barred: Collection[int] = (),
    ) -> None:
        self._texts = texts
        self._rated = rated
        self._language = language
        self._barred = frozenset(barred)
        self._prose: dict[int, bool] = {}
        self._leans: dict[int, Leaning] = {}

    def choose(self, limit: int, *, spread: bool = False) -> tuple[int, ...]:
        """Return at most `limit` sentences in reading order."""
        chosen: list[int] = []
        wide = spread and limit > 1 and len(self._texts) >= SPREAD_FROM
        order = self._by(1.0)
        self._fill(chosen, limit - 1 if wide else limit, order)
        if wide and not any(i >= BEYOND for i in chosen):
            deeper = [i for i in self._by(SPREAD_POSITION) if i >= BEYOND]
            self._fill(chosen, limit, deeper)
        self._fill(chosen, limit, order)
        return tuple(sorted(chosen))

    def _by(self, position: float) -> list[int]:
        """Return the sentences, best first, with this share of their points for position."""
        less = 1.0 - position

        def points(i: int) -> float:
            rated = self._rated[i]
            return round(rated.score - less * dict(rated.parts).get("position", 0.0), 9)

        return sorted(range(len(self._rated)), key=lambda i: (-points(i), i))

    def _fill(self, chosen: list[int], limit: int, order: Sequence[int]) -> None:
        while len(chosen) < limit:
            best = next((i for i in order if self._fits(i, chosen)), None)
            if best is None:
                return
            chosen.append(best)

    def _fits(self, i: int, chosen: Sequence[int]) -> bool:
        return (
            i not in chosen
            and self.is_prose(i)
            and (not self.leans(i) or self._is_answered(i, chosen))
            and not any(self.says_again(i, j) for j in chosen)
        )

    def is_prose(self, i: int) -> bool:
        """Rule (a)."""
        if i not in self._prose:
            text = self._texts[i]
            self._prose[i] = not (
                i in self._barred or is_boilerplate(text) or is_fragment(text, self._language)
                or is_unpaired(text)
            )  # fmt: skip
        return self._prose[i]

    def leans(self, i: int) -> Leaning:
        """Rule (c). Of the first sentence, only a connective tells that something is missing."""
        if i not in self._leans:
            how = leaning(self._texts[i], self._language)
            self._leans[i] = how if i or how == "connective" else ""
        return self._leans[i]

    def _is_answered(self, i: int, chosen: Sequence[int]) -> bool:
        if i - 1 in chosen:
            return True
        if self.leans(i) == "event":  # "The visit ..." after a sentence that tells of a visit
            named = content_words(event(self._texts[i]), self._language)
            return bool(named) and any(
                self._rated[j].content.issuperset(named) for j in chosen if j < i
            )
        related = self._rated[i].content & self._rated[i - 2].content if i >= 2 else frozenset()
        return self.leans(i) == "connective" and i - 2 in chosen and bool(related)

    def says_again(self, i: int, j: int) -> bool:
        """Rule (b)."""
        a, b = self._rated[i].content, self._rated[j].content
        return len(a & b) >= AGAIN * max(1, min(len(a), len(b)))
