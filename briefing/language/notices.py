"""Where a page says of itself that it was taken back: "This article has been withdrawn"."""

import re

from briefing.types import Article

OPENING = 3  # sentences in which such a page says so
_WRITING = r"(?:article|story|report|dispatch|news item)"
_TAKEN = r"(?:withdrawn|retracted|taken down|unpublished|removed)"
_BEITRAG = r"(?:Artikel|Bericht|Beitrag|Meldung|Text)"
_NOTICE = re.compile(
    rf"\bthis {_WRITING} (?:has been|have been|was|is|had to be) (?:now |since )?{_TAKEN}\b"
    rf"|\b(?:{_TAKEN}|withdrew|withdraws|retracts|took down|(?:has|have|hat) pulled"
    rf"|no longer stands? by) this {_WRITING}\b(?! of\b)"
    rf"|\bdies(?:e[rnms]?) {_BEITRAG} (?:wurde |ist |hat |haben |wir )?(?:worden )?zurückgezogen\b",
    re.IGNORECASE,
)


def says_withdrawn(sentence: str) -> bool:
    """Return whether a sentence says that the page it stands on was taken back.

    Narrow on purpose: a ministry's report that is withdrawn is news, and no notice.
    """
    return _NOTICE.search(sentence) is not None


def notice_of(article: Article) -> int | None:
    """Return the sentence (from 0) in which an article is taken back, None where it stands."""
    for sentence in article.sentences[:OPENING]:
        if not sentence.bar and says_withdrawn(article.quote(sentence.index)):
            return sentence.index
    return None
