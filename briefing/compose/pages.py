"""An article as a text in numbered sentences: what `compose` has, and `verify` finds again."""

from dataclasses import dataclass

from briefing.brief import Quotation, SentenceRecord
from briefing.evidence import sha256
from briefing.language.notices import OPENING, says_withdrawn
from briefing.types import Article

DIGITS = 8  # of a sentence's digest: 300 articles' sentences collide once in 50,000 briefs


@dataclass(frozen=True, slots=True)
class Page:
    """The text of register entry `number`, and where its sentences stand."""

    number: int
    text: str
    language: str
    sentences: tuple[SentenceRecord, ...]

    def quote(self, index: int) -> str:
        """Return sentence `index` (from 0), to the letter."""
        return self.text[self.sentences[index].start : self.sentences[index].end]

    def quotation(self, index: int) -> Quotation:
        """Return sentence `index` (from 0) as the brief prints it."""
        place = self.sentences[index]
        return Quotation(
            source=self.number,
            sentence=index + 1,
            start=place.start,
            end=place.end,
            text=self.text[place.start : place.end],
            language=self.language,
        )

    @property
    def notice(self) -> int | None:
        """The sentence (from 0) that takes the page back (`notice_of`), None where it stands."""
        for i, place in enumerate(self.sentences[:OPENING]):
            if not place.bar and says_withdrawn(self.quote(i)):
                return i
        return None


def page_of(number: int, article: Article) -> Page:
    """Return the page of an article under its register number."""
    return Page(
        number,
        article.text,
        article.language,
        tuple(SentenceRecord(s.start, s.end, s.bar) for s in article.sentences),
    )


def sentence_digest(text: str) -> str:
    """Return what a sentence is known again by, however its white space changed."""
    return sha256(" ".join(text.split()))[:DIGITS]


def known_digests(known: str) -> frozenset[str]:
    """Return the digests that `PastArticle.known` holds in a row."""
    return frozenset(known[i : i + DIGITS] for i in range(0, len(known), DIGITS))
