"""Count the hands behind a story: "at most k origins".

Articles come from one hand when they name one agency, share text, or are the staff work of one
newsroom; and so on along the chain. An article without any such tie is its own origin.
"""

from collections import Counter
from collections.abc import Sequence

from briefing.group.components import components
from briefing.types import Article, OriginGroup

NOT_STATED = "not stated"


def origin_groups(
    articles: Sequence[Article], text_groups: Sequence[int]
) -> tuple[OriginGroup, ...]:
    """Return the origins of a story's articles (in order of date), most articles first.

    `text_groups[i]` is equal for articles that share text.
    """
    seen: dict[tuple[str, str | int], int] = {}
    pairs = [
        (seen.setdefault(tie, i), i)
        for i, article in enumerate(articles)
        for tie in _ties(article, text_groups[i])
    ]
    roots = components(len(articles), pairs)
    groups: dict[int, list[Article]] = {}
    for root, article in zip(roots, articles, strict=True):
        groups.setdefault(root, []).append(article)
    ordered = sorted(groups.values(), key=len, reverse=True)
    return tuple(OriginGroup(_name(group), tuple(a.id for a in group)) for group in ordered)


def _ties(article: Article, text_group: int) -> list[tuple[str, str | int]]:
    ties: list[tuple[str, str | int]] = [("text", text_group)]
    if article.origin.agency:
        ties.append(("agency", _key(article.origin.agency)))
    elif article.origin.kind == "staff" and article.outlet:
        ties.append(("newsroom", _key(article.outlet.value)))
    return ties


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _name(group: Sequence[Article]) -> str:
    """Return the agency most named, else the newsroom most named, else that none is stated.

    An outlet names an origin only where its own staff wrote: what else it prints can be anybody's.
    """
    agencies = Counter(a.origin.agency for a in group if a.origin.agency)
    outlets = Counter(a.outlet.value for a in group if a.outlet and a.origin.kind == "staff")
    for names in (agencies, outlets):
        if names:
            return names.most_common(1)[0][0]  # the first named wins a tie
    return NOT_STATED
