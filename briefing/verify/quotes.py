"""Quotations, marks and dates: each against the text it was copied from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import combining, normalize

from briefing.brief import Brief, DateMention, Figure, IndexEntry, Quotation, Words
from briefing.verify.proof import ORDER, Claim
from briefing.verify.texts import Texts

QUOTATIONS = "quotations"
MARKS = "marks"
DATES = "dates"
CHANGED = "what changed"
FIGURES = "differing figures"
INDEX = "names in the index"
TOLERANCE = 1e-6  # a score and each of its parts are rounded to six places


@dataclass(frozen=True, slots=True)
class Placed:
    """A quotation and the section of the brief that prints it."""

    section: str
    quotation: Quotation

    @property
    def where(self) -> str:
        """Section and mark, for a reader to find it."""
        return f"{self.section}, {self.quotation.mark}"


def quotations(brief: Brief) -> Iterator[Placed]:
    """Return every quotation of the brief in the order it is printed."""
    for quotation in brief.bottom_line:
        yield Placed("bottom line", quotation)
    for quotation in brief.changes.quotations if brief.changes else ():
        yield Placed(CHANGED, quotation)
    for mention in brief.timeline:
        yield Placed("timeline", mention.quotation)
    for mention in brief.ahead:
        yield Placed("looking ahead", mention.quotation)
    for theme in brief.themes:
        for story in theme.stories:
            for entry in story.entries:
                for quotation in entry.quotations:
                    yield Placed(f"theme {theme.label!r}", quotation)


def quotation_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Prove that each quotation is its sentence, to the letter, and may be quoted."""
    for placed in quotations(brief):
        yield from _sentence(brief, texts, placed)
        yield from _score(placed)
        for mark in placed.quotation.agrees:
            yield from _mark(brief, texts, placed.where, mark)
            other = mark.partition(":")[0] != str(placed.quotation.source)
            yield Claim(MARKS, placed.where, f"{mark} is another source", True, other)
    copied = brief.copied()
    for record in brief.sources:
        if brief.method.evidence == "quoted":
            said = {(a, b) for number, a, b in copied if number == record.number}
            carried = [(start, end) for start, end, _ in record.excerpts]
            where = f"source {record.number}"
            yield Claim(ORDER, where, "excerpts of what is quoted", sorted(said), carried)


def _sentence(brief: Brief, texts: Texts, placed: Placed) -> Iterator[Claim]:
    said, where = placed.quotation, placed.where
    fates = ("used", "copy") if placed.section == CHANGED else ("used",)
    known = said.source in texts.records and brief.entry(said.source).fate in fates
    yield Claim(QUOTATIONS, where, "a source that is told", True, known)
    yield Claim(QUOTATIONS, where, "length of the quotation", said.end - said.start, len(said.text))
    language = brief.entry(said.source).language
    yield Claim(QUOTATIONS, where, "language of the source", language, said.language)
    if brief.method.evidence != "none":
        sentences = texts.records[said.source].sentences
        inside = 1 <= said.sentence <= len(sentences)
        yield Claim(MARKS, where, "a sentence of the source", True, inside)
        sentence = sentences[said.sentence - 1]
        span = (said.start, said.end)
        yield Claim(MARKS, where, "place of the sentence", (sentence.start, sentence.end), span)
        yield Claim(QUOTATIONS, where, "why it is never quoted", "", sentence.bar)
    text = texts.at(said.source, said.start, said.end)
    if text is not None:
        yield Claim(QUOTATIONS, where, "the sentence as its source has it", text, said.text)


def _score(placed: Placed) -> Iterator[Claim]:
    said = placed.quotation
    total = sum(value for _, value in said.reasons)
    near = abs(total - said.score) <= TOLERANCE * (1 + len(said.reasons))
    yield Claim(QUOTATIONS, placed.where, "score as the sum of its reasons", True, near)


def _mark(brief: Brief, texts: Texts, where: str, mark: str) -> Iterator[Claim]:
    source, _, sentence = mark.partition(":")
    number = int(source) if source.isdecimal() else 0
    at = int(sentence) if sentence.isdecimal() else 0
    known = f"{number}:{at}" == mark and number in texts.records and at > 0
    yield Claim(MARKS, where, f"{mark} is a mark", True, known)
    yield Claim(MARKS, where, f"{mark} is told", "used", brief.entry(number).fate)
    if brief.method.evidence != "none":
        inside = at <= len(texts.records[number].sentences)
        yield Claim(MARKS, where, f"{mark} is a sentence of its source", True, inside)


def figure_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Prove each differing figure: its words, who says them, and whose they are."""
    for story in brief.stories():
        told = [*(entry.source for entry in story.entries), *story.more]
        for difference in story.differences:
            sources = [figure.source for figure in difference.figures]
            where = f"figures of story {story.id}"
            yield Claim(ORDER, where, "figures in order of date", sorted(sources), sources)
            yield Claim(FIGURES, where, "at least two sources", True, len(set(sources)) > 1)
            strange = [source for source in sources if source not in told]
            yield Claim(FIGURES, where, "sources not of this story", [], strange)
            for figure in difference.figures:
                yield from _figure(brief, texts, figure)


def index_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Prove the index: each mark's sentence holds the name, each role stands as worded."""
    kinds = ("person", "organisation", "place")
    order = [(kinds.index(one.kind), _folded(one.name), one.name) for one in brief.index]
    yield Claim(ORDER, "index", "names in order", sorted(set(order)), order)
    for one in brief.index:
        where = f"index, {one.name}"
        sources = [int(mark.partition(":")[0]) for mark in one.marks]
        yield Claim(ORDER, where, "one mark a source, in order", sorted(set(sources)), sources)
        for mark in (*one.marks, *([one.role_mark] if one.role else ())):
            yield from _mark(brief, texts, where, mark)
            text = _sentence_at(texts, mark)
            if text is not None:
                named = any(form in text for form in (one.name, *one.variants))
                yield Claim(INDEX, where, f"named in {mark}", True, named)
        yield Claim(
            INDEX, where, "a mark where a role is", one.role is not None, bool(one.role_mark)
        )
        if one.role:
            yield from _role(brief, texts, one, one.role)


def _folded(name: str) -> str:
    """Return a name as it is sorted: without accents, in small letters."""
    return "".join(one for one in normalize("NFKD", name) if not combining(one)).casefold()


def _sentence_at(texts: Texts, mark: str) -> str | None:
    """Return the sentence a mark leads to; None where its text is not known."""
    source, sentence = (int(part) for part in mark.split(":"))
    record = texts.records[source]
    if source not in texts.whole or sentence > len(record.sentences):
        return None
    place = record.sentences[sentence - 1]
    return texts.whole[source][place.start : place.end]


def _role(brief: Brief, texts: Texts, one: IndexEntry, role: Words) -> Iterator[Claim]:
    where = f"index, {one.name}"
    source, sentence = (int(part) for part in one.role_mark.split(":"))
    yield Claim(INDEX, where, "length of the role", role.end - role.start, len(role.text))
    text = texts.at(source, role.start, role.end)
    if text is not None:
        yield Claim(INDEX, where, "the role as the source words it", text, role.text)
    if brief.method.evidence != "none":
        place = texts.records[source].sentences[sentence - 1]
        inside = place.start <= role.start < role.end <= place.end
        yield Claim(INDEX, where, "the role inside its sentence", True, inside)


def _figure(brief: Brief, texts: Texts, figure: Figure) -> Iterator[Claim]:
    where = f"differing figures, {figure.mark}"
    for mark in (figure.mark, *figure.also):
        yield from _mark(brief, texts, where, mark)
    for words in filter(None, (figure.words, figure.speaker)):
        yield Claim(FIGURES, where, "length", words.end - words.start, len(words.text))
        text = texts.at(figure.source, words.start, words.end)
        if text is not None:
            yield Claim(FIGURES, where, "the words as the source has them", text, words.text)
        if brief.method.evidence != "none":
            sentence = texts.records[figure.source].sentences[figure.sentence - 1]
            inside = sentence.start <= words.start < words.end <= sentence.end
            yield Claim(FIGURES, where, "words inside the sentence", True, inside)
            yield Claim(FIGURES, where, "why it is never quoted", "", sentence.bar)


def date_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Prove each dated sentence: the words in it, the order, what is past and what is coming."""
    for section, mentions in (("timeline", brief.timeline), ("looking ahead", brief.ahead)):
        for mention in mentions:
            where = f"{section}, {mention.quotation.mark}"
            yield from _words(where, mention)
            yield from _days(where, mention)
            coming = section == "looking ahead"
            for mark in mention.also:
                yield from _mark(brief, texts, where, mark)
                itself = mark == mention.quotation.mark
                yield Claim(MARKS, where, f"{mark} is another sentence", False, itself)
            for conflict in mention.conflicts:
                yield from _mark(brief, texts, where, conflict.mark)
                same = (conflict.lo, conflict.hi) == (mention.lo, mention.hi)
                yield Claim(DATES, where, f"{conflict.mark} gives another date", False, same)
            if coming:
                yield Claim(DATES, where, "says how it is announced", True, bool(mention.status))
                after = brief.today is not None and mention.lo >= brief.today
                yield Claim(DATES, where, "lies ahead", True, after)
        days = [(mention.lo, mention.hi) for mention in mentions]
        yield Claim(ORDER, section, "dates in order", sorted(days), days)


def _words(where: str, mention: DateMention) -> Iterator[Claim]:
    said = mention.quotation
    inside = said.start <= mention.start < mention.end <= said.end
    yield Claim(DATES, where, "words inside the quotation", True, inside)
    words = said.text[mention.start - said.start : mention.end - said.start]
    yield Claim(DATES, where, "words that name the date", words, mention.words)


def _days(where: str, mention: DateMention) -> Iterator[Claim]:
    try:
        ordered = date.fromisoformat(mention.lo) <= date.fromisoformat(mention.hi)
    except ValueError as error:
        yield Claim(DATES, where, "days", "two days", str(error))
        return
    yield Claim(DATES, where, "first day not after the last", True, ordered)
