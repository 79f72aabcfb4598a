"""What holds of every summariser: `METHODS` and a user's own are asked the same."""

import json
import os
import pickle
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SummariseError, UsageError
from briefing.summarise import METHODS, bottom_line, summarise
from briefing.types import Article, Pick, Summary
from tests.factories import article

TEXT = """The harbour of Seaton closed on Monday after a storm broke two of its cranes. The closure
stops the ferries to Merrow for at least nine days, the harbour master said. About 400 islanders
wait in Seaton, and the town has opened its school for them.

But the fishing fleet may still sail, according to an order of the ministry. Ministers meet on
Friday to decide who pays for the new cranes. The harbour had asked for money to repair the cranes
twice since 2019.

"We told them the cranes would break," said Dana Orr, who led the harbour until last year. She
resigned over the budget. Merrow depends on the ferries for food and medicine. The navy will carry
both to the island from Wednesday, the ministry said.""".replace("\n\n", "§").replace("\n", " ")
SEATON = article(TEXT.replace("§", "\n\n"), title="Storm closes the harbour of Seaton")
EVERY = pytest.mark.parametrize("method", METHODS)


def own(made: Article, *, max_sentences: int, max_words: int | None, spread: bool) -> Summary:
    return Summary(made.id, (Pick(0, 1.0, (("first", 1.0),)),)[:max_sentences], "own")


def greedy(made: Article, *, max_sentences: int, max_words: int | None, spread: bool) -> Summary:
    return Summary(made.id, tuple(Pick(i, 1.0, ()) for i in range(max_sentences + 1)), "greedy")


@EVERY
def test_the_limit_is_respected_in_reading_order(method: str) -> None:
    for limit in (0, 1, 3, 50):
        indices = [p.sentence for p in summarise(SEATON, method=method, max_sentences=limit).picks]
        assert len(indices) <= limit
        assert indices == sorted(set(indices))
    assert len(summarise(SEATON, method=method).picks) == 3


@EVERY
def test_the_budget_of_words_is_respected(method: str) -> None:
    for limit in (10, 15, 40, 1000):
        picks = summarise(SEATON, method=method, max_words=limit, max_sentences=9).picks
        assert sum(len(SEATON.quote(p.sentence).split()) for p in picks) <= limit
        assert picks or limit < 15
    whole = summarise(SEATON, method=method, max_sentences=99, max_words=10**6).picks
    assert whole == summarise(SEATON, method=method, max_sentences=99).picks


@EVERY
def test_a_share_of_the_article_is_respected(method: str) -> None:
    words = len(SEATON.body.split())
    for share in (0.15, 0.3, 1.0):
        picks = summarise(SEATON, method=method, max_share=share, max_sentences=9).picks
        assert picks
        assert sum(len(SEATON.quote(p.sentence).split()) for p in picks) <= share * words


@EVERY
def test_a_budget_that_no_sentence_fits_gives_nothing_and_says_so(method: str) -> None:
    summary = summarise(SEATON, method=method, max_words=3)
    assert summary.picks == ()
    assert summary.note == "no sentence fits into 3 words"


def test_every_limit_holds() -> None:
    narrow = summarise(SEATON, max_words=40, max_share=0.1, max_sentences=9)
    assert narrow == summarise(SEATON, max_share=0.1, max_sentences=9)
    assert len(summarise(SEATON, max_words=1000, max_share=1.0, max_sentences=1).picks) == 1


def test_a_method_that_breaks_the_budget_of_words_is_an_error() -> None:
    with pytest.raises(SummariseError, match="own took 15 words, not 5"):
        summarise(SEATON, method=f"{__name__}:own", max_words=5)


@EVERY
def test_the_same_article_gets_the_same_summary(method: str) -> None:
    assert summarise(SEATON, method=method) == summarise(SEATON, method=method)


@EVERY
def test_the_result_survives_pickling(method: str) -> None:
    summary = summarise(SEATON, method=method)
    assert pickle.loads(pickle.dumps(summary)) == summary  # noqa: S301
    assert pickle.loads(pickle.dumps(METHODS[method]))  # noqa: S301


@EVERY
def test_the_score_is_the_sum_of_its_reasons(method: str) -> None:
    for pick in summarise(SEATON, method=method).picks:
        assert pick.score == pytest.approx(sum(value for _, value in pick.reasons), abs=1e-8)


@EVERY
def test_an_empty_article_gives_nothing_and_says_so(method: str) -> None:
    summary = summarise(article(""), method=method)
    assert summary.picks == ()
    assert summary.note


@EVERY
def test_a_single_sentence_stands_for_its_article(method: str) -> None:
    summary = summarise(article("The harbour of Seaton closed on Monday."), method=method)
    assert [pick.sentence for pick in summary.picks] == [0]


@EVERY
def test_a_barred_sentence_is_never_chosen(method: str) -> None:
    text = SEATON.text
    for barred in ((0,), (0, 1, 2), range(20)):
        summary = summarise(article(text, barred=barred), method=method)
        assert not {pick.sentence for pick in summary.picks} & set(barred)


@EVERY
def test_equal_sentences_are_chosen_once(method: str) -> None:
    summary = summarise(article("The harbour closed on Monday. " * 30), method=method)
    assert len(summary.picks) == 1


@EVERY
@pytest.mark.parametrize("language", ["ko", "ar", "zh", "und"])
def test_other_languages_are_summarised(method: str, language: str) -> None:
    text = "\n\n".join(
        f"항구가 {n}일 폐쇄됐다고 당국이 밝혔다. 배 {n}척이 머문다." for n in range(6)
    )
    assert summarise(article(text, language=language), method=method).picks


SEEDS = """
import sys; sys.path[:0] = {paths!r}
from tests.summarise.test_methods import SEATON
from briefing.summarise import METHODS, bottom_line, summarise
print([summarise(SEATON, method=m) for m in METHODS], bottom_line([SEATON]))
"""


def test_the_hash_seed_changes_nothing() -> None:
    code = SEEDS.format(paths=[path for path in sys.path if path])
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (0, 1, 2)
    }
    assert len(printed) == 1
    assert len(printed.pop()) > 100


BUSY = 2  # a busy machine takes up to twice the time of a free one, in CPU seconds too
MEGABYTES = 200  # with the interpreter, this module and all the articles
HOSTILE = {
    "one long word": "a" * 100_000 + ".",
    "100,000 sentences": "\n".join(f"The harbour {n} closed on Monday." for n in range(100_000)),
    "the same 5,000 times": "The harbour closed on Monday. " * 5_000,
    "stop words only": "The of and it was. He has been to the. " * 500,
    "quotations only": '"We will wait for the ferry," he said. "' * 500,
    "no full stop": "the harbour closed and the ferries wait " * 2_000,
    "one long sentence": "The harbour closed " + "and the ferry waited " * 20_000 + ".",
    "two long sentences": ("The harbour closed " + "and ferry x waited " * 5_000 + ". ") * 2,
    "nothing": "",
    "one sentence": "The harbour of Seaton closed on Monday.",
    "figures": "1 2 3. 4 5 6. 7 8 9. " * 1_000,
}


HOSTILE_RUN = """
import json, pathlib, sys, time
sys.path[:0] = {paths!r}
from tests.factories import article
from tests.summarise.test_methods import HOSTILE, SEATON
from briefing.summarise import summarise
made = {{name: article(text) for name, text in HOSTILE.items()}}
summarise(SEATON, method={method!r})  # imports and stems are not counted
told = {{}}
for name, one in made.items():
    started = time.process_time()
    summary = summarise(one, method={method!r})
    told[name] = (time.process_time() - started, len(summary.picks), summary.note)
# Linux hands the peak of the parent on to what it starts, except in this file.
status = pathlib.Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peaks = [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")]
print(json.dumps([told, peaks[0] if peaks else 0.0]))
"""


@EVERY
def test_hostile_text_gives_a_summary_or_a_reason_in_2_seconds_and_200_mb(method: str) -> None:
    code = HOSTILE_RUN.format(paths=[path for path in sys.path if path], method=method)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    told, megabytes = json.loads(done.stdout)
    assert set(told) == set(HOSTILE)
    for name, (seconds, picks, note) in told.items():
        assert picks or note, name
        assert seconds < 2 * BUSY, name
    assert megabytes < MEGABYTES


SENTENCES = st.sampled_from(
    ["He left.", "But it rained in Seaton on Friday.", '"We wait,', "The ferry sailed to Merrow.",
     "Photo: a ferry", "X", "This is why the harbour closed.", "The harbour was closed by a storm.",
     "Read more: harbours.", "5.", "港口关闭。", "The crew of nine was saved (all of them."]
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(SENTENCES, max_size=12), st.sampled_from(list(METHODS)), st.integers(0, 5))
def test_any_article_gets_a_valid_summary(parts: list[str], method: str, limit: int) -> None:
    made = article("\n\n".join(parts))
    summary = summarise(made, method=method, max_sentences=limit)
    assert len(summary.picks) <= limit
    assert all(made.quote(pick.sentence) in made.text for pick in summary.picks)


def test_a_method_of_the_users_own_is_called() -> None:
    assert summarise(SEATON, method=f"{__name__}:own").method == "own"


def test_a_method_that_breaks_the_limit_is_an_error() -> None:
    with pytest.raises(SummariseError, match="greedy broke the limit"):
        summarise(SEATON, method=f"{__name__}:greedy")


@pytest.mark.parametrize(
    "method", ["lexrnk", "no.such:thing", "tests.summarise.test_methods:nothing"]
)
def test_an_unknown_method_is_named(method: str) -> None:
    with pytest.raises(UsageError, match=method):
        summarise(SEATON, method=method)


def test_news_loads_neither_sumy_nor_numpy() -> None:
    code = (
        "import sys, briefing.summarise as s;"
        "print([m for m in ('nltk', 'numpy', 'sumy.summarizers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_bottom_line_takes_each_sentence_from_another_article() -> None:
    others = [
        article(f"The harbour of Seaton closed after a storm. {extra}", uri=str(n))
        for n, extra in enumerate(
            ["The cranes broke in the storm on Monday night.",
             "Ministers meet in Seaton on Friday over the cranes.",
             "The navy carries food to the island of Merrow."]
        )
    ]  # fmt: skip
    found = bottom_line([SEATON, *others], max_sentences=3)
    assert len(found) == 3
    assert len({name for name, _ in found}) == 3


def test_the_bottom_line_never_leans() -> None:
    leaning = [article(f"He left on day {n}. But she stayed.", uri=str(n)) for n in range(4)]
    told = bottom_line([*leaning, SEATON])
    texts = {made.id: made for made in (*leaning, SEATON)}
    assert all(not texts[i].quote(p.sentence).startswith(("But", "She")) for i, p in told)


def test_the_bottom_line_calls_nobody_by_a_surname_alone() -> None:
    text = "Dana Orr leads the port of {0}. Orr closed the port of {0} after a storm."
    told = bottom_line([article(text.format(town), uri=town) for town in ("Seaton", "Merrow")])
    assert {pick.sentence for _, pick in told} == {0}


@pytest.mark.parametrize("articles", [[], [article("")], [article(""), article("Hm", uri="b")]])
def test_the_bottom_line_of_nothing_is_nothing(articles: list[Article]) -> None:
    assert bottom_line(articles) == ()


def test_the_bottom_line_of_one_article_is_its_summary() -> None:
    told = [pick.sentence for _, pick in bottom_line([SEATON], max_sentences=3)]
    assert told == [p.sentence for p in summarise(SEATON, spread=False).picks]
