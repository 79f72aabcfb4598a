"""The second pass knows a line's surroundings; few lines have none."""

import numpy as np

from briefing.extract import model, second
from briefing.extract.features import Page
from briefing.extract.lines import reflow

PROSE = "The harbour council voted on Tuesday to raise the sea wall by two metres before winter."
HEAD, FOOT = ("Menu", "Search", "Log in", "Sea wall to rise"), ("Share", "Privacy")
PAGE = "\n\n".join([*HEAD, *[PROSE] * 6, *FOOT])


def page(text: str) -> Page:
    return Page(reflow(text)[1])


def test_what_the_first_pass_says_of_neighbours_is_weighed() -> None:
    whole = page(PAGE)
    amid = np.array([-3.0] * 4 + [2.0, 2.0, -0.2, 2.0, 2.0, 2.0] + [-3.0] * 2)
    alone = np.array([-3.0] * 6 + [-0.2] + [-3.0] * 5)
    a, b = (second.codes(whole, scores) for scores in (amid, alone))
    assert a["guess"][6] == b["guess"][6]
    assert a["guess_between"][6] != b["guess_between"][6]
    assert a["mean_both_3"][6] > b["mean_both_3"][6]


def test_every_code_fits_its_line() -> None:
    whole = page(PAGE)
    found = second.codes(whole, np.zeros(len(whole.lines)))
    assert {len(row) for row in found.values()} == {len(whole.lines)}
    assert min(int(row.min()) for row in found.values()) >= 0


def test_a_few_lines_are_judged_by_the_first_pass() -> None:
    assert model.weighed(page(PROSE))[0] is model.shipped().first
    assert model.weighed(page(PAGE))[0] is model.shipped().second
