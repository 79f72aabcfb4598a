"""Promise: every quotation is its source's bytes, after recorded operations and no other."""

from collections.abc import Iterator

from briefing.brief import Brief, Quotation
from briefing.evidence import replay, sha256
from briefing.types import Edit, Recipe
from tests.commands import ROOT
from tests.conftest import Built


def quotations(brief: Brief) -> Iterator[Quotation]:
    yield from brief.bottom_line
    yield from (mention.quotation for mention in (*brief.timeline, *brief.ahead))
    for theme in brief.themes:
        for story in theme.stories:
            for entry in story.entries:
                yield from entry.quotations


def test_every_text_is_its_bytes_after_the_recorded_operations(sample: Built) -> None:
    for source in sample.brief.sources:
        entry = sample.brief.entry(source.number)
        content = (ROOT / entry.uri).read_bytes()
        recipe = Recipe(
            source.encoding,
            tuple(Edit(e.start, e.end, e.text, e.operation) for e in source.edits),  # type: ignore[arg-type]
        )
        assert sha256(content) == entry.sha256 == source.bytes_sha256
        assert replay(content, recipe) == source.text


def test_every_quotation_is_a_sentence_of_its_source(sample: Built) -> None:
    sources = {source.number: source for source in sample.brief.sources}
    seen = 0
    for quotation in quotations(sample.brief):
        source = sources[quotation.source]
        sentence = source.sentences[quotation.sentence - 1]
        assert (sentence.start, sentence.end) == (quotation.start, quotation.end)
        assert not sentence.bar
        assert source.text is not None
        assert source.text[quotation.start : quotation.end] == quotation.text
        seen += 1
    assert seen > 30


def test_what_a_page_states_stands_in_it(sample: Built) -> None:
    sources = {source.number: source for source in sample.brief.sources}
    for entry in sample.brief.register:
        if entry.reason == "same_bytes":
            continue  # its text is that of the entry it repeats
        for stated in (entry.title, entry.byline, entry.outlet):
            if stated and stated.start is not None:
                text = sources[entry.number].text
                assert text is not None
                assert text[stated.start : stated.end] == stated.text


def test_page_furniture_is_never_quoted(sample: Built) -> None:
    furniture = ("cookie", "newsletter", "Advertisement", "Read also", "All rights reserved",
                 "has not been edited", "Most read", "Photo:", "Give Feedback")  # fmt: skip
    for quotation in quotations(sample.brief):
        assert not any(words in quotation.text for words in furniture), quotation.text
