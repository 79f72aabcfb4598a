"""The splitter: golden-style cases of our own, promises on spans, hostile texts, the bars."""

import gzip
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language import sentences

SHARED = Path(__file__).parents[2] / "../shared"

ENGLISH = {
    "plain": "The ferry sailed. It came back at noon.|",
    "country": "The U.S. envoy met S.Korean officials. Talks went on.|",
    "country at the end": "They flew to the U.S.|The envoys rested.",
    "month": "The drill began on Aug. 16 off Merrow.|It lasts nine days.",
    "titles": "Mr. Orr met Gov. Lund, Rev. Ames and Det. Vale.|Nobody spoke.",
    "ranks": "Lt. Gen. Park Min spoke first.|Maj. Gen. Orr followed.",
    "initials": "The band played B.B. King and J. R. Dale all night.|Then it left.",
    "middle initial": "He will succeed Daniel P. Moor in May.|See p. 7 of it.",
    "clock": "The strait closed at 5 p.m. Officials gave no reason.",
    "clock with zone": "It opens at 9 a.m. Eastern time on Friday.",
    "clock opens the sentence": "At 5 a.m. Mr. Orr left the pier.",
    "exclaimed company": "She works at Yahoo! Inc. in Seaton.|He does not.",
    "district": "She moved to Washington, D.C. His brother stayed.",
    "closing quote": 'The mayor said: "We will wait." The crowd cheered.',
    "quote goes on": '"Are you coming?" she asked the pilot.|He nodded.',
    "named speaker": '"Who pays for it?" Dana Orr asked on Friday.',
    "curly quotes": "“The bridge is safe.” Traffic resumed.",
    "ellipsis": "He waited ... and waited.|Then he left.",
    "dots end": "Nobody came.... The hall was dark.",
    "omission": 'The report says "[...] nothing was found" in the hold.',
    "brackets": "The crew (They are from Seaton.) was safe.",
    "bracketed sentence": "It sank. (Nobody was aboard.) The owner wept.",
    "decimal": "The fare rose by 3.5 percent to $12.50 a ticket.|Riders sighed.",
    "web address": "See www.example.org/a.b.html for the map.|It is free.",
    "company": "Shares of Merrow Corp. fell.|Orr & Co. rose.",
    "company at the end": "He sold it to Orr & Co. The price was not given.",
    "number": "Room No. 5 was empty.|Nobody lives on St. Anne's Lane.",
    "missing space": "The mast broke.The crew swam ashore.",
    "stray quote": 'He called it "a small step. " Others disagreed.',
    "list": "1. Pack the boat 2. Check the tide 3. Sail",
    "small letters": "i saw the boat. it was red.",
    "one": "no stop at all",
}
EXPECTED = {
    "plain": ["The ferry sailed.", "It came back at noon."],
    "country": ["The U.S. envoy met S.Korean officials.", "Talks went on."],
    "clock": ["The strait closed at 5 p.m.", "Officials gave no reason."],
    "district": ["She moved to Washington, D.C.", "His brother stayed."],
    "closing quote": ['The mayor said: "We will wait."', "The crowd cheered."],
    "curly quotes": ["“The bridge is safe.”", "Traffic resumed."],
    "dots end": ["Nobody came....", "The hall was dark."],
    "bracketed sentence": ["It sank.", "(Nobody was aboard.)", "The owner wept."],
    "company at the end": ["He sold it to Orr & Co.", "The price was not given."],
    "missing space": ["The mast broke.", "The crew swam ashore."],
    "stray quote": ['He called it "a small step. "', "Others disagreed."],
    "list": ["1. Pack the boat", "2. Check the tide", "3. Sail"],
    "small letters": ["i saw the boat.", "it was red."],
}


def split(text: str, language: str = "en") -> list[str]:
    return [text[a:b] for a, b in sentences(text, language)]


@pytest.mark.parametrize("case", ENGLISH)
def test_english_is_split_as_an_editor_would(case: str) -> None:
    marked = ENGLISH[case]
    expected = EXPECTED.get(case) or [part for part in marked.split("|") if part]
    text = marked.rstrip("|").replace("|", " ")
    assert split(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "他说:“我们等。”他走了。今天开始!", ["他说:“我们等。”", "他走了。", "今天开始!"]),
        ("ja", "「待つ。」と彼は言った。船は出た。", ["「待つ。」と彼は言った。", "船は出た。"]),
        ("ko", "배가 떠났다. 그는 남았다.", ["배가 떠났다.", "그는 남았다."]),
        ("hi", "नाव चली गई। वह रुका।", ["नाव चली गई।", "वह रुका।"]),
        ("ar", "هل وصلت السفينة؟ نعم. غادر الطاقم.", ["هل وصلت السفينة؟", "نعم.", "غادر الطاقم."]),
        ("de", "Am 16. August kam Dr. Orr, d.h. zu spät. Der Hafen schlief.",
         ["Am 16. August kam Dr. Orr, d.h. zu spät.", "Der Hafen schlief."]),
        ("fr", "M. Orr est arrivé. Il repart demain.", ["M. Orr est arrivé.", "Il repart demain."]),
        ("es", "El Sr. Orr llegó. ¿Quién paga?", ["El Sr. Orr llegó.", "¿Quién paga?"]),
        ("ru", "Он родился в 1950 г. в порту. Порт закрыт.",
         ["Он родился в 1950 г. в порту.", "Порт закрыт."]),
    ],
)  # fmt: skip
def test_other_languages_are_split(language: str, text: str, expected: list[str]) -> None:
    assert split(text, language) == expected


def test_a_line_end_ends_a_sentence() -> None:
    assert split("Storm on the Sound\n\nThe ferry\nsailed.") == [
        "Storm on the Sound", "The ferry", "sailed.",
    ]  # fmt: skip


def test_a_single_line_end_may_be_taken_for_a_space() -> None:
    text = "The ferry\nsailed. It sank.\n\nNobody"
    spans = sentences(text, lines=False)
    assert [text[a:b] for a, b in spans] == ["The ferry\nsailed.", "It sank.", "Nobody"]


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "\u3000"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(text) == ()


PIECES = st.sampled_from(
    ["The", "mr", ".", "...", "U.S.", "a.m.", '"', "”", "“", " ", "\n", "!", "?", "。", "「", "」",
     "(", ")", "x", "5", "1.", "• ", "É", "\u00a0", "؟", "…", "Co.", "\ud83d\ude00", "\u0301"]
)  # fmt: skip


@given(
    st.one_of(st.text(), st.lists(PIECES).map("".join)),
    st.sampled_from(["en", "de", "ja", "ar", "el", "und"]),
    st.booleans(),
)
def test_spans_are_in_order_and_lose_no_letter(text: str, language: str, lines: bool) -> None:
    spans = sentences(text, language, lines=lines)
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()
    assert spans == sentences(text, language, lines=lines)


HOSTILE = {
    "one long word": "a" * 1_000_000,
    "many sentences": "The ferry sailed at noon. " * 100_000,
    "only stops": "." * 500_000,
    "spaced stops": ". " * 300_000,
    "only quotes": '"' * 500_000,
    "initials": "A." * 300_000,
    "spaced initials": "A. " * 200_000,
    "brackets": "(" * 300_000 + ")" * 300_000,
    "spaces": "." + " " * 1_000_000 + "a",
    "bullets": "• " * 200_000,
    "newlines": "\n \n" * 300_000,
    "list": "1. a " + "2. b " * 100_000,
}


@pytest.mark.parametrize("lines", [True, False], ids=["lines", "blocks"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(text: str, lines: bool) -> None:
    started = time.process_time()
    sentences(text, lines=lines)
    assert time.process_time() - started < 4


def golden(name: str) -> list[dict[str, object]]:
    path = SHARED / "data" / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip("no tuning data here")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.mark.parametrize(("corpus", "floor"), [("gum-news", 0.965), ("ewt-dev", 0.91)])
def test_boundaries_hold_their_floor(corpus: str, floor: float) -> None:
    both = found = gold = 0
    for row in golden("sentences_ud"):
        if row["corpus"] != corpus:
            continue
        ours = {end for _, end in sentences(str(row["text"]))}
        theirs = {end for _, end in row["spans"]}  # type: ignore[attr-defined]
        both, found, gold = both + len(ours & theirs), found + len(ours), gold + len(theirs)
    assert 2 * both / (found + gold) >= floor


def test_golden_rules_hold_their_floor() -> None:
    rows = golden("sentences_golden_rules")
    assert sum(split(str(row["text"])) == row["sentences"] for row in rows) >= 46
