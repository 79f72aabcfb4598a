"""Prove a brief: every quotation, mark, count and date, or the first that fails and where.

    file -> evidence -> claims on texts, quotations, register, counts -> claims on the printed words

A claim is an expected and a found value at a named place. The evidence is read from the file
itself; the sources' own bytes are checked where they are at hand; the printed words are compared
with what the same templates print of that evidence.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from briefing.brief import Brief
from briefing.errors import EvidenceError, RenderError
from briefing.verify.again import again_claims
from briefing.verify.carriers import evidence_of
from briefing.verify.changed import change_claims
from briefing.verify.printed import Form, found_claims, printed_claims, same_templates
from briefing.verify.proof import Claim, Failure, Proof, judge
from briefing.verify.quotes import date_claims, figure_claims, index_claims, quotation_claims
from briefing.verify.register import count_claims, register_claims, section_claims
from briefing.verify.texts import Names, Sources, Texts, place_claims, source_claims, texts_of

__all__ = ["Failure", "Names", "Proof", "Sources", "verify"]


def verify(
    file: Path | bytes,
    *,
    name: str = "",
    sources: Sources | None = None,
    names: Names | None = None,
    templates: Path | None = None,
) -> Proof:
    """Return the proof of a brief (PDF, HTML or JSON), or what fails first.

    `sources` finds a source's bytes by their SHA-256; `names` says what files are at hand, and
    the SHA-256s of each: one of a source's name with other bytes fails, as does none of all sources
    among them; `templates` is the user's
    folder, where the brief was printed with one. Raises EvidenceError where the file holds no
    evidence, or damaged evidence.
    """
    content = file if isinstance(file, bytes) else _read(file)
    name = name or (str(file) if isinstance(file, Path) else "brief")
    form, brief = evidence_of(content, name)
    texts = texts_of(brief)
    claims = chain(
        evidence_claims(brief, texts, sources, names),
        _print_claims(brief, form, content, templates, texts),
    )
    try:
        checked, failure = judge(claims)
    except (ArithmeticError, LookupError, RenderError, TypeError, ValueError) as error:
        # Of the right shape, but with values that no brief has: a day that is none, half a letter.
        raise EvidenceError(name, f"damaged: {error}") from error
    _note_unknown_texts(brief, texts)
    return Proof(checked, tuple(texts.unchecked), failure)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise EvidenceError(str(file), error.strerror or str(error)) from error


def evidence_claims(
    brief: Brief, texts: Texts, sources: Sources | None, names: Names | None = None
) -> Iterator[Claim]:
    """Return every claim that the evidence itself, and the sources' bytes, can settle."""
    yield from source_claims(brief, texts, sources, names)
    yield from place_claims(brief, texts)
    yield from register_claims(brief, texts)
    yield from section_claims(brief)
    yield from quotation_claims(brief, texts)
    yield from date_claims(brief, texts)
    yield from figure_claims(brief, texts)
    yield from index_claims(brief, texts)
    yield from count_claims(brief)
    yield from again_claims(brief, texts)
    yield from change_claims(brief, texts)


def _print_claims(
    brief: Brief, form: Form, content: bytes, templates: Path | None, texts: Texts
) -> Iterator[Claim]:
    if form == "json":
        texts.unchecked.append("printed words: a JSON file has none")
        texts.unchecked.append(
            "title, subtitle, time of making, labels and keywords of themes, and which sentences "
            "and dates were chosen, in what order: nothing seals a JSON file"
        )
        return
    if not same_templates(brief, templates):
        texts.unchecked.append(
            "printed words other than quotations, marks and headlines: the templates at hand are "
            "not those it was printed with (see --templates)"
        )
        shown = "markup and styles" if form == "html" else "how the pages are drawn"
        texts.unchecked.append(f"{shown}: what they hide or add could not be compared")
        yield from found_claims(brief, form, content)
        return
    yield from printed_claims(brief, form, content, templates, texts.unchecked)


def _note_unknown_texts(brief: Brief, texts: Texts) -> None:
    unknown = sum(record.number not in texts.whole for record in brief.sources)
    if not unknown:
        return
    if brief.method.evidence == "quoted":
        what = "all but what is quoted of the texts, and the counts of words,"
    else:
        what = "the quotations' words, the numbers of sentences and the counts of words"
    texts.unchecked.append(f"{what} of {unknown} sources: their texts do not travel with it")
