"""The sources' texts: from the evidence, or made again from the sources' own bytes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import get_args

from briefing.brief import Brief, RegisterEntry, SourceRecord
from briefing.evidence import replay, sha256
from briefing.types import Edit, Operation, Recipe
from briefing.verify.proof import ORDER, Claim

Sources = Mapping[str, bytes] | Callable[[str], bytes | None]
Names = Mapping[str, Sequence[str]]  # name of a file -> SHA-256 of each file of that name
OPERATIONS: tuple[str, ...] = get_args(Operation)

SOURCES = "sources' bytes"
TEXTS = "sources' texts"
PLACES = "texts' sentences"


@dataclass(slots=True)
class Texts:
    """What is known of each source's text, by register number; `unchecked` names what is not."""

    records: Mapping[int, SourceRecord]
    same: Mapping[int, int] = field(default_factory=dict)  # the same bytes, met before
    whole: dict[int, str] = field(default_factory=dict)
    unchecked: list[str] = field(default_factory=list)

    def at(self, number: int, start: int, end: int) -> str | None:
        """Return the text of source `number` from `start` to `end`; None where it is not known."""
        number = self.same.get(number, number)
        if number in self.whole:
            in_range = 0 <= start <= end <= len(self.whole[number])
            return self.whole[number][start:end] if in_range else ""
        if number not in self.records:
            return None
        for a, b, text in self.records[number].excerpts:
            if a <= start <= end <= b:
                return text[start - a : end - a]
        return None


def texts_of(brief: Brief) -> Texts:
    """Return the records of the evidence, and which inputs are the same bytes again."""
    records = {record.number: record for record in brief.sources}
    first = {record.bytes_sha256: record.number for record in reversed(brief.sources)}
    same = {
        entry.number: first[entry.sha256]
        for entry in brief.register
        if entry.number not in records and entry.sha256 in first
    }
    return Texts(records, same)


def source_claims(
    brief: Brief, texts: Texts, sources: Sources | None, names: Names | None = None
) -> Iterator[Claim]:
    """Prove each text by its digest and, where the sources are at hand, by its bytes.

    Fills `texts` on the way.
    """
    told = [entry.number for entry in brief.register if _has_text(entry)]
    numbers = [record.number for record in brief.sources]
    yield Claim(ORDER, "evidence", "sources in order of number", sorted(set(numbers)), numbers)
    missing = [number for number in told if number not in set(numbers)]
    yield Claim(ORDER, "evidence", "used articles without evidence", [], missing)
    for record in brief.sources:
        where = f"source {record.number}"
        inside = 1 <= record.number <= len(brief.register)
        yield Claim(TEXTS, where, "a source that is in the register", True, inside)
        yield from _record_claims(brief, record)
        if record.text is not None:
            texts.whole[record.number] = record.text
    yield from _byte_claims(brief, texts, sources, names)


def _has_text(entry: RegisterEntry) -> bool:
    return entry.fate == "used" or (entry.fate == "copy" and entry.reason != "same_bytes")


def _record_claims(brief: Brief, record: SourceRecord) -> Iterator[Claim]:
    where = f"source {record.number}"
    entry = brief.entry(record.number)
    yield Claim(TEXTS, where, "SHA-256 of the bytes", entry.sha256, record.bytes_sha256)
    level = brief.method.evidence
    travels = (record.text is not None, bool(record.excerpts) and level != "quoted")
    yield Claim(
        TEXTS, where, f"what travels as evidence: {level}", (level == "full", False), travels
    )
    if record.text is not None:
        yield Claim(TEXTS, where, "SHA-256 of the text", record.text_sha256, _digest(record.text))
    for start, end, text in record.excerpts:
        length = len(text)
        yield Claim(TEXTS, where, f"length of excerpt {start}:{end}", end - start, length)
    yield Claim(TEXTS, where, "edits in order, not overlapping", None, _bad_edit(record))


def _digest(text: str) -> str:
    try:
        return sha256(text)
    except UnicodeEncodeError:
        return "no text: it holds half a character"


def _bad_edit(record: SourceRecord) -> str | None:
    at = 0
    for edit in record.edits:
        if not at <= edit.start <= edit.end or edit.operation not in OPERATIONS:
            return f"{edit.operation} {edit.start}:{edit.end}"
        at = edit.end
    return None


def _byte_claims(
    brief: Brief, texts: Texts, sources: Sources | None, names: Names | None
) -> Iterator[Claim]:
    if sources is None:
        texts.unchecked.append("the sources' own bytes: no sources given")
        return
    find = sources.get if isinstance(sources, Mapping) else sources
    lost: list[int] = []
    for entry in brief.register:
        if not entry.sha256:
            continue
        content = find(entry.sha256)
        where = f"source {entry.number}"
        if content is None:
            name = PurePosixPath(entry.uri.replace("\\", "/")).name
            for other in (names or {}).get(name, ())[:1]:
                yield Claim(SOURCES, where, f"SHA-256 of {entry.uri}", entry.sha256, other)
            lost.append(entry.number)
            continue
        yield Claim(SOURCES, where, "SHA-256 of the source's bytes", entry.sha256, sha256(content))
        yield Claim(SOURCES, where, "size in bytes", entry.size, len(content))
        if entry.number in texts.records:
            yield from _replay_claims(texts, texts.records[entry.number], content)
    read = [entry.number for entry in brief.register if entry.sha256]
    if names is not None and read:
        found = "none" if lost == read else "some"
        yield Claim(SOURCES, "sources", "what it was made of, among the files given", "some", found)
    if lost:
        named = ", ".join(str(number) for number in lost[:12])
        more = f" and {len(lost) - 12} more" if len(lost) > 12 else ""
        texts.unchecked.append(f"the bytes of source {named}{more}: not among the sources")


def _replay_claims(texts: Texts, record: SourceRecord, content: bytes) -> Iterator[Claim]:
    where = f"source {record.number}"
    edits = tuple(Edit(e.start, e.end, e.text, e.operation) for e in record.edits)  # type: ignore[arg-type]
    try:
        text = replay(content, Recipe(record.encoding, edits))
    except (LookupError, ValueError) as error:
        yield Claim(SOURCES, where, "the recorded operations", "can be repeated", str(error))
        return
    if record.text is not None:
        yield Claim(SOURCES, where, "text made again from the bytes", record.text, text)
    yield Claim(SOURCES, where, "SHA-256 of the text", record.text_sha256, _digest(text))
    for start, end, excerpt in record.excerpts:
        made = text[start:end]
        yield Claim(SOURCES, where, f"excerpt {start}:{end}", excerpt, made)
    texts.whole[record.number] = text


def place_claims(brief: Brief, texts: Texts) -> Iterator[Claim]:
    """Prove where paragraphs, sentences and parts set aside stand."""
    for record in brief.sources:
        where = f"source {record.number}"
        text = texts.whole.get(record.number)
        spans = [(s.start, s.end) for s in record.sentences]
        aside = sorted((s.start, s.end) for s in record.set_aside)
        for what, found in (("paragraph", list(record.paragraphs)), ("sentence", spans)):
            yield Claim(PLACES, where, f"{what}s in order", None, _disorder(found, text))
        yield Claim(PLACES, where, "sentences inside paragraphs", None, _stray(record))
        yield Claim(PLACES, where, "parts set aside", None, _disorder(aside, text, touching=True))
        if text is not None:
            yield Claim(PLACES, where, "paragraphs, whole", None, _untold(record, text))


def _disorder(
    spans: list[tuple[int, int]], text: str | None, *, touching: bool = False
) -> str | None:
    at = 0
    for start, end in spans:
        part = "" if text is None else text[start:end]
        if (start < at and not touching) or not 0 <= start < end or (text and end > len(text)):
            return f"{start}:{end} is out of order or out of range"
        if part and not touching and part != part.strip():
            return f"{start}:{end} begins or ends with white space"
        at = end
    return None


def _stray(record: SourceRecord) -> str | None:
    """Return the first sentence that is in no paragraph."""
    paragraphs = iter(record.paragraphs)
    a, b = next(paragraphs, (0, 0))
    for sentence in record.sentences:
        while sentence.start >= b:
            following = next(paragraphs, None)
            if following is None:
                return f"{sentence.start}:{sentence.end}"
            a, b = following
        if not a <= sentence.start < sentence.end <= b:
            return f"{sentence.start}:{sentence.end}"
    return None


def _untold(record: SourceRecord, text: str) -> str | None:
    """Return the first words of a paragraph that are in no sentence and not set aside."""
    known = sorted(
        [(s.start, s.end) for s in record.sentences] + [(s.start, s.end) for s in record.set_aside]
    )
    at, index = 0, 0
    for start, end in record.paragraphs:
        at = max(at, start)
        while index < len(known) and known[index][0] < end:
            a, b = known[index]
            if text[at:a].strip():
                break
            at, index = max(at, b), index + 1
        untold = text[at : min(end, known[index][0] if index < len(known) else end)]
        if untold.strip():
            return f"{at}: {untold.strip()}"
    return None
