"""Choose among rated sentences, passing over those that would read badly alone.

    (a) not prose      a caption, boilerplate, a fragment, half a quotation, "I", or barred
    (b) says it again  shares most of its content words with one already chosen
    (c) leans          on the sentence before it, which is not chosen
    (d) calls by name  somebody whom a sentence not chosen introduces
    (e) takes as known what nothing shown explains: a pronoun, "the standoff", "this official"

No rule is ever waived: a short summary is better than one that jars. What directly follows the
opening that is shown is exempt from (e), and so is every choice with `spread` off, which is made
to agree best with people's own summaries and not to be read alone. "But ..." may also follow the
sentence before the last, where the two share content words: what it turns against is shown.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from briefing.language import content_words, count_words
from briefing.language.frames import brought_in
from briefing.language.names import LANGUAGES, bald_names, bare_names, full_names
from briefing.language.prose import (
    Leaning,
    closes,
    event,
    is_boilerplate,
    is_fragment,
    is_unpaired,
    leaning,
    leaves_open,
    quotes_experts,
    speaks_for_its_writer,
)
from briefing.language.references import loose_end, taken_as_known, unnamed
from briefing.summarise.rank import Rated

AGAIN = 0.65  # share of the shorter sentence's content words; ROUGE is flat from 0.6 to 0.7
SHARED = 2  # content words: one alone let three times as much dangle, for .02 ROUGE
SPREAD_FROM = 8  # sentences of an article: a shorter one has no far end to show
LONGEST_QUOTATION = 4  # sentences; a mark that nobody closes must not bar the rest of an article
LINK = 3  # content words of the title or the opening stand in what is picked from beyond it ...
NOVEL = 0.55  # ... and make up no more than this share of it: ROUGE is flat from .5 to .6
LEAST = 2.0  # points of a pick from beyond the opening; a weaker one costs .3 ROUGE-1 ...
LEAST_SHORT = 1.0  # ... and in a short article, where position falls fast
NAMES_READ = 40  # sentences: who is called by the surname alone shows early
BEYOND = 3  # sentences are the opening; the spread pick comes from behind it, and by preference ...
DEEP = 1 / 3  # ... from behind so much of the article where experts speak, at .1 ROUGE-1 ...
SHORT = 15  # ... or where the article is no longer than this, at .1; of all it would cost .6


class Chooser:
    """Picks sentences of one article in order of score, by the rules."""

    def __init__(
        self,
        texts: Sequence[str],
        rated: Sequence[Rated],
        *,
        language: str = "en",
        barred: Collection[int] = (),
        title: str = "",
    ) -> None:
        self._texts = texts
        self._rated = rated
        self._language = language
        self._barred = frozenset(barred)
        self._title = title
        self._introduced: dict[str, int] = {}  # surname -> the first sentence with the full name
        self._called: set[str] = set()  # surnames that stand alone somewhere: of persons
        self._read_for_names = 0
        self._title_content = frozenset(content_words(title, language))
        self._not_prose: dict[int, str] = {}
        self._leans: dict[int, Leaning] = {}

    def choose(
        self, limit: int, *, max_words: int | None = None, spread: bool = False
    ) -> tuple[int, ...]:
        """Return at most `limit` sentences of at most `max_words` words, in reading order."""
        chosen: list[int] = []
        wide = spread and limit > 1 and len(self._texts) >= SPREAD_FROM
        fill = partial(self._fill, chosen, max_words=max_words, alone=spread)
        order = sorted(range(len(self._rated)), key=lambda i: (-self._rated[i].score, i))
        fill(limit - 1 if wide else limit, order)
        if wide and not any(i >= BEYOND for i in chosen):
            for further in self._beyond(order, tuple(chosen)):
                fill(limit, further)
        fill(limit, order)
        return tuple(sorted(chosen))

    def _beyond(self, order: Sequence[int], chosen: Sequence[int]) -> Iterator[list[int]]:
        """Yield what an analyst looks for beyond the opening, the most wanted first."""
        n = len(self._texts)
        told = self._title_content.union(*(self._rated[i].content for i in chosen))
        far = [i for i in order if i >= BEYOND and len(self._rated[i].content & told) >= LINK]
        deep = [i for i in far if i >= n * DEEP]
        yield [i for i in deep if quotes_experts(self._texts[i], self._language)]
        if n <= SHORT:
            yield [i for i in deep if self._rated[i].score >= LEAST_SHORT]
        yield [i for i in far if self._rated[i].score >= LEAST]

    def _is_linked(self, i: int, shown: frozenset[str]) -> bool:
        """Say whether the sentence goes on with what is shown, and tells more of it."""
        content = self._rated[i].content
        return 1 <= len(content & shown) <= NOVEL * len(content)

    def objection(
        self, i: int, chosen: Sequence[int], max_words: int | None = None, *, alone: bool = True
    ) -> str:
        """Return the rule by which sentence `i` may not join `chosen`; "" where it may.

        Rule (e) holds only where it must read well `alone`.
        """
        if self.not_prose(i):
            return self.not_prose(i)
        if self.leans(i) and not self._is_answered(i, chosen):
            return f"leans on what is not shown ({self.leans(i)})"
        again = next((j for j in chosen if self.says_again(i, j)), None)
        if again is not None:
            return f"says sentence {again + 1} again"
        stranger = self.stranger(i, chosen, alone=alone)
        if stranger:
            return f"names {stranger}, who is not introduced"
        unexplained = self._unexplained(i, chosen) if alone else ""
        if unexplained:
            return f'takes "{unexplained}" as known'
        if max_words is not None and self.words((*chosen, i)) > max_words:
            return "too long for the words left"
        return ""

    def words(self, chosen: Sequence[int]) -> int:
        """Return how many words these sentences have."""
        return sum(count_words(self._texts[i], self._language) for i in chosen)

    def _fill(
        self,
        chosen: list[int],
        limit: int,
        order: Sequence[int],
        *,
        max_words: int | None,
        alone: bool,
    ) -> None:
        while len(chosen) < limit:
            free = (i for i in order if i not in chosen)
            best = next(
                (i for i in free if not self.objection(i, chosen, max_words, alone=alone)), None
            )
            if best is None:
                return
            chosen.append(best)

    def is_prose(self, i: int) -> bool:
        """Rule (a)."""
        return not self.not_prose(i)

    def not_prose(self, i: int) -> str:
        """Return how sentence `i` breaks rule (a); "" where it does not."""
        if i not in self._not_prose:
            text = self._texts[i]
            self._not_prose[i] = (
                "may not be quoted" if i in self._barred
                else "caption or notice" if is_boilerplate(text)
                else "fragment" if is_fragment(text, self._language)
                else "half a quotation" if is_unpaired(text) or self._is_inside(i)
                else "names its writer, who is not shown"
                if speaks_for_its_writer(text, self._language)
                else ""
            )  # fmt: skip
        return self._not_prose[i]

    def _is_inside(self, i: int) -> bool:
        """Say whether sentence `i` stands inside a quotation that an earlier one opened."""
        if self._texts[i].lstrip()[:1] in '"“':  # a quotation of its own
            return False
        for j in range(i - 1, max(-1, i - 1 - LONGEST_QUOTATION), -1):
            if leaves_open(self._texts[j]):
                return True
            if closes(self._texts[j]):
                return False
        return False

    def leans(self, i: int) -> Leaning:
        """Rule (c). Of the first sentence, only a connective tells that something is missing."""
        if i not in self._leans:
            how = leaning(self._texts[i], self._language)
            self._leans[i] = how if i or how in ("connective", "contrast") else ""
        return self._leans[i]

    def _is_answered(self, i: int, chosen: Sequence[int]) -> bool:
        if i - 1 in chosen:
            return True
        if self.leans(i) == "event":  # "The visit ..." after a sentence that tells of a visit
            named = content_words(event(self._texts[i]), self._language)
            before = [self._rated[j].content for j in chosen if j < i]
            return bool(named) and any(content.issuperset(named) for content in before)
        related = self._rated[i].content & self._rated[i - 2].content if i >= 2 else frozenset()
        return self.leans(i) == "contrast" and i - 2 in chosen and len(related) >= SHARED

    def stranger(self, i: int, chosen: Sequence[int], *, alone: bool = False) -> str:
        """Rule (d): return the name of somebody whom nothing that is shown introduces, or ""."""
        if self._language not in LANGUAGES:
            return ""
        self._read_names(min(len(self._texts), max(i, NAMES_READ)) if alone else i)
        shown = [self._title, *(self._texts[j] for j in chosen if j < i)]
        named = [
            *bare_names(self._texts[i]),
            *(n for n in bald_names(self._texts[i]) if n in self._called),
        ]
        for name in named:
            if self._introduced.get(name, i) < i and not any(name in text for text in shown):
                return name
        return ""

    def _read_names(self, upto: int) -> None:
        for i in range(self._read_for_names, upto):
            for name in full_names(self._texts[i]):
                self._introduced.setdefault(name, i)
            self._called.update(n for n in bare_names(self._texts[i]) if n in self._introduced)
        self._read_for_names = max(self._read_for_names, upto)

    def _unexplained(self, i: int, chosen: Sequence[int]) -> str:
        """Rule (e): return what the sentence takes as known and nothing that is shown explains."""
        if self._language != "en":
            return ""
        if i == 0:
            return unnamed(self._texts[0])
        if i - 1 not in chosen and (end := loose_end(self._texts[i])):
            return end
        earlier = [self._rated[j].content for j in chosen if j < i]
        if self._follows_the_opening(i, chosen) or (i < BEYOND and not earlier):
            return ""
        shown = self._title_content.union(*earlier)
        if i >= BEYOND and earlier and i - 1 not in chosen and not self._is_linked(i, shown):
            return "what it is about"
        nouns = taken_as_known(self._texts[i])
        return next((n for n in nouns if not _is_known(n, shown)), "")

    def _follows_the_opening(self, i: int, chosen: Sequence[int]) -> bool:
        """Say whether all prose before sentence `i` is shown."""
        return all(j in chosen or not self.is_prose(j) for j in range(i - 1, -1, -1))

    def says_again(self, i: int, j: int) -> bool:
        """Rule (b)."""
        a, b = self._rated[i].content, self._rated[j].content
        return len(a & b) >= AGAIN * max(1, min(len(a), len(b)))


def _is_known(noun: str, shown: frozenset[str]) -> bool:
    return shown.issuperset(content_words(noun)) or brought_in(noun, shown)
