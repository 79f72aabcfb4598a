"""The rail beside an article never runs into what stands below it."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest

from briefing.render import pdf, rail
from tests.render import briefs

NAME = "The Harbour Gazette and Shipping Intelligencer of Vessar, of"  # 60 letters
TALL = replace(
    briefs.TALKS,
    outlet=NAME,
    byline="Ilse Maria Brandenburg-Oldin and Konstantin Averbek",
    body=(briefs.TALKS.body[0][:1],),
)


def lines(content: bytes) -> Iterator[tuple[int, float, float, float, str]]:
    """Return (page, left, bottom, top, text) of each stretch of text."""
    with closing(pypdfium2.PdfDocument(io.BytesIO(content))) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                yield number, left, bottom, top, text.get_text_bounded(left, bottom, right, top)


def in_rail(content: bytes) -> list[tuple[int, float, float, str]]:
    return [
        (page, bottom, top, text)
        for page, left, bottom, top, text in lines(content)
        if 50 < left < 53 and text.strip()
    ]


def test_a_tall_rail_ends_above_the_next_entry() -> None:
    told = [replace(TALL, uri=f"articles/{n}.txt") for n in range(9)]
    found = in_rail(pdf.to_pdf(briefs.of(*told)).content)
    names = [line for line in found if "Konstantin" in line[3]]
    assert len(names) == 9
    for page, bottom, _, text in names:
        overlapping = [
            other
            for other in found
            if other[0] == page and other[3] != text and other[1] < bottom < other[2]
        ]
        assert overlapping == []


@pytest.mark.parametrize("told", [1, 2, 3])
def test_no_rail_reaches_below_its_page(told: int) -> None:
    one = replace(TALL, title="Talks", body=(("Talks opened.", "Ships wait.", "Fog came.")[:told],))
    many = [replace(one, uri=f"articles/{n}.txt") for n in range(40)]
    for _, bottom, _, text in in_rail(pdf.to_pdf(briefs.of(*many)).content):
        assert bottom > 50 or "Generated" in text, text


def test_words_are_counted_into_lines() -> None:
    one = rail.rail_height("8 May 2031", ["Gazette"])
    assert rail.rail_height("8 May 2031", ["Gazette", "Staff"]) == one + rail.LINE
    assert rail.rail_height("8 May 2031", [NAME]) == one + 3 * rail.LINE
    broken = rail.rail_height("8 May 2031", ["x" * 40])
    assert broken == pytest.approx(one + 2 * rail.LINE)
    assert rail.rail_height("8 May 2031", ["東京" * 8]) == one + rail.LINE
    assert rail.millimetres(10) == 4


def test_only_the_third_of_three_may_stand_alone_and_not_below_a_tall_rail() -> None:
    quoted = ["word " * 40] * 3
    assert rail.can_break(60, "A headline", quoted)
    assert not rail.can_break(120, "A headline", quoted)
    assert not rail.can_break(60, "A headline", ["Short."] * 3)
    assert not rail.can_break(60, "A headline", quoted[:2])
