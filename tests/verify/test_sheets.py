"""Printed pages are followed letter by letter, over page breaks, heads and drawings."""

import pytest

from briefing.verify.page import letters, read_page
from briefing.verify.paper import Printed, Sheet
from briefing.verify.proof import Failure, judge
from briefing.verify.sheets import sheet_claims, spaced

PAGE = """<body data-head="Sound" data-foot="Made in March">
<h1>Sound</h1>
<ul class="toc"><li><a href="#t1">Pilots</a></li><li><a href="#reg">Register</a></li></ul>
<figure><svg><title>unseen</title><text>6 Mar</text></svg></figure>
<h2 id="t1" data-head="Pilots">Pilots</h2>
<ul><li>The pilots have walked out. <sup>1:1</sup></li></ul>
<h2 id="reg" data-head="Register">Register</h2>
<table><thead><tr><th>No.</th></tr></thead>
<tbody><tr><td>One</td></tr><tr><td>Two</td></tr></tbody></table>
</body>"""

FIRST = "SoundPilots2Register2"
SECOND = "Pilots–Thepilotshavewalkedout.1:1RegisterNo.One"
THIRD = "No.Two"


def failure(*sheets: tuple[str, str]) -> Failure | None:
    pages = tuple(Sheet(letters(tagged), letters(loose), "") for tagged, loose in sheets)
    return judge(sheet_claims(read_page(PAGE), Printed(pages, "A4", ())))[1]


def honest() -> list[tuple[str, str]]:
    return [
        (FIRST, "6MarMadeinMarchPage1of3"),
        (SECOND, "SoundPilotsMadeinMarchPage2of3"),
        (THIRD, "SoundRegisterMadeinMarchPage3of3"),
    ]


def test_an_honest_print_is_followed_over_pages_and_repeated_table_heads() -> None:
    assert failure(*honest()) is None


def test_heads_and_feet_may_be_painted_in_any_order() -> None:
    sheets = honest()
    sheets[0] = (FIRST, "Page1of3MadeinMarch6Mar")
    assert failure(*sheets) is None


def test_a_page_is_headed_by_what_stands_at_its_top_not_by_what_begins_lower_down() -> None:
    split = [
        (FIRST, "6MarMadeinMarchPage1of4"),
        ("Pilots–Thepilots", "SoundPilotsMadeinMarchPage2of4"),
        ("havewalkedout.1:1RegisterNo.One", "SoundPilotsMadeinMarchPage3of4"),
        (THIRD, "SoundRegisterMadeinMarchPage4of4"),
    ]
    split[0] = ("SoundPilots2Register3", split[0][1])
    assert failure(*split) is None
    split[2] = (split[2][0], "SoundRegisterMadeinMarchPage3of4")
    assert failure(*split) is not None


def test_page_numbers_may_stand_before_the_entries_of_the_contents() -> None:
    sheets = honest()
    sheets[0] = ("Sound2Pilots2Register", sheets[0][1])
    assert failure(*sheets) is None


@pytest.mark.parametrize(
    ("number", "tagged", "loose", "where"),
    [
        (0, "SoundPilots3Register2", None, "page 1, masthead"),
        (0, None, "7MarMadeinMarchPage1of3", "page 1"),
        (0, None, "MadeinMarchPage1of3", "page 2"),  # the first page after it
        (1, SECOND.replace("1:1", "1:2"), None, "page 2, Pilots"),
        (1, SECOND.replace("pilots have", "pilot shave"), None, None),
        (1, None, "SoundRegisterMadeinMarchPage2of3", "page 2"),
        (1, None, "SoundPilotsMadeinMarchPage2of4", "page 2"),
        (2, "No.Twoandmore", None, "page 3"),
        (2, "No.", None, "page 3, Register"),
        (2, None, "SoundRegisterMadeinMarchPage3of3more", "page 3"),
    ],
    ids=[
        "a page number", "a drawn date", "no drawing", "a mark", "a moved space", "a running head",
        "a number of pages", "words more", "words less", "words beside",
    ],
)  # fmt: skip
def test_what_differs_is_named_with_its_page(
    number: int, tagged: str | None, loose: str | None, where: str | None
) -> None:
    sheets = honest()
    sheets[number] = (tagged or sheets[number][0], loose or sheets[number][1])
    found = failure(*sheets)
    assert (found.where if found else None) == where


def test_hidden_words_of_a_page_are_not_read() -> None:
    page = read_page(
        "<head><title>no</title><style>p{}</style></head><script>no</script><p>Yes</p>"
    )
    assert [stretch.text for stretch in page.stretches] == ["Yes"]


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("a b\u00a0c\u200bd", "abcd"),
        ("of\ufb01ce", "office"),
        ("soft\u00adhyphen", "softhyphen"),
        ("non\u2011breaking", "non-breaking"),
        ("\u00e9", "e\u0301"),
    ],
)
def test_letters_are_what_is_left_without_space_and_ligatures(text: str, squeezed: str) -> None:
    assert letters(text) == squeezed


def test_a_failure_shows_words_with_their_spaces() -> None:
    assert spaced("shipslayat", "27 ships lay at anchor") == "ships lay at"


def test_long_values_are_shown_where_they_differ() -> None:
    from briefing.verify.proof import Claim

    _, found = judge([Claim("texts", "source 1", "text", "a" * 900 + "b", "a" * 900 + "c")])
    assert found is not None
    assert found.expected.endswith("b")
    assert found.found.endswith("c")
    assert len(found.found) < 200
