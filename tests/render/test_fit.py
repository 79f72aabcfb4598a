"""A limit of pages: what goes first, and that it is said."""

from dataclasses import replace

import pytest

from briefing.brief import Brief, IndexEntry
from briefing.render import fit, pdf
from briefing.verify.register import section_claims
from tests.render import briefs


def quoted(brief: Brief) -> list[str]:
    return [
        q.mark
        for theme in brief.themes
        for story in theme.stories
        for entry in story.entries
        for q in entry.quotations
    ]


def by_quotations(brief: Brief) -> int:
    """A printer of one quotation a page."""
    return len(quoted(brief)) + len(brief.timeline)


def test_a_brief_that_fits_stays_whole() -> None:
    brief = briefs.sample()
    assert fit.shortest_cut(brief, 20, by_quotations) == (brief, 12)


@pytest.mark.parametrize("pages", range(3, 12))
def test_as_much_stays_as_fits(pages: int) -> None:
    cut, length = fit.shortest_cut(briefs.sample(), pages, by_quotations)
    assert length == by_quotations(cut) == pages


def test_articles_lose_their_weakest_before_any_loses_its_last() -> None:
    brief = briefs.sample()
    kinds = [kind for kind, _ in fit.leaving_order(brief)]
    assert kinds == ["entry"] * 5 + ["date"] * 4 + ["entry"] * 3
    cut, _ = fit.shortest_cut(brief, 7, by_quotations)
    assert quoted(cut) == ["1:1", "2:1", "3:1"]
    assert [m.quotation.mark for m in cut.timeline] == [m.quotation.mark for m in brief.timeline]


def test_the_index_and_figures_go_before_an_article_and_all_stays_if_nothing_helps() -> None:
    brief = briefs.many(12)
    named = IndexEntry("place", "Vessar", (), None, "", ("1:1",))
    brief = replace(brief, index=(named,), index_more=4)
    assert fit.leaving_order(brief)[0] == ("index", "")
    cut = fit.without(brief, [("index", "")], 4)
    assert (cut.index, cut.index_more, cut.themes) == ((), 0, brief.themes)
    assert fit.shortest_cut(brief, 4, lambda one: 5) == (brief, 5)


def test_an_article_whose_opening_another_tells_is_known() -> None:
    brief = briefs.sample()
    theme = brief.themes[0]
    story = next(s for s in theme.stories if len(s.entries) > 1)
    first, second = story.entries[:2]
    assert story.echoes == frozenset()
    lead = replace(first.quotations[0], agrees=(f"{second.source}:0",))
    echoed = replace(
        story, entries=(replace(first, quotations=(lead, *first.quotations[1:])), second)
    )
    assert echoed.echoes == {second.source}


def test_the_furthest_date_goes_first() -> None:
    brief = briefs.sample()
    cut, _ = fit.shortest_cut(brief, 5, by_quotations)
    assert [mention.lo for mention in cut.timeline] == ["2031-05-09", "2031-05-12"]
    assert cut.timeline_more == brief.timeline_more + 2


def test_the_register_and_the_story_say_what_is_missing() -> None:
    brief = briefs.sample()
    cut = fit.without(brief, fit.leaving_order(brief), 1)
    assert quoted(cut) == []
    story, whole = cut.themes[0].stories[0], brief.themes[0].stories[0]
    assert not any(entry.quotations for entry in story.entries)
    assert story.numbers == whole.numbers
    assert 1 in story.more
    assert cut.entry(1).detail == "3 of 3 sentences left out: at most 1 page"
    assert cut.bottom_line == briefs.sample().bottom_line
    assert all(claim.expected == claim.found for claim in section_claims(cut))


def test_what_was_said_of_an_article_before_stays() -> None:
    brief = briefs.sample()
    brief = replace(
        brief, register=(replace(brief.register[0], detail="cut at 5 MB"), *brief.register[1:])
    )
    cut, _ = fit.shortest_cut(brief, 7, by_quotations)
    assert cut.entry(1).detail.startswith("cut at 5 MB; 2 of 3 sentences left out: ")


def test_printed_it_has_no_more_pages_than_asked_for() -> None:
    brief = briefs.many(12)
    whole = fit.count_pages(pdf.to_pdf(brief).content)
    cut, length = fit.fit(brief, whole - 1)
    assert length == fit.count_pages(pdf.to_pdf(cut).content) == whole - 1


def test_evidence_of_what_is_quoted_shrinks_with_it() -> None:
    brief = briefs.sample()
    excerpts = ((0, 44, "Dockers"), *((q.start, q.end, q.text) for q in brief.bottom_line[:1]))
    brief = replace(brief, sources=(replace(brief.sources[0], excerpts=excerpts),))
    assert fit.without(brief, (), 9).sources[0].excerpts == excerpts[1:]
