"""What elements of HTML are: lines or parts of a line, shown or not, furniture or article."""

import re
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _words("area base br col embed hr img input link meta param source track wbr")
INLINE = _words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q ruby rb rt "
    "rp s samp small span strike strong sub sup time tt u var wbr img nobr label o:p blink "
    "path g use svg picture source amp-img button input"
)
# A blank line stands before and behind these.
APART = _words(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr article section main header footer "
    "nav aside figure form fieldset address"
)
HIDDEN = _words("template svg math object canvas video audio select datalist dialog")
PARTS = _words("p h1 h2 h3 h4 h5 h6 li ul ol blockquote dd dt tr td th tbody pre br")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CLOSES_P = APART | frozenset(("div", "li", "dd", "dt"))  # opening one ends an open <p>
SIBLINGS = {  # opening one ends the one before it, where that was left open
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": frozenset(("tr", "td", "th")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "option": frozenset(("option",)),
}
HOLDERS = _words("ul ol dl table tr select")

# Where a line stands: bits, handed down from an element to what it holds.
ARTICLE, NAV, ASIDE, HEADER, FOOTER, FIGURE, FORM, LIST, TABLE, QUOTE = (1 << i for i in range(10))
COMMENTS, RELATED, SHARE, ADVERT, CAPTION, BYLINE, BODY, LINK, LEAD = (
    1 << i for i in range(10, 19)
)
ZONES = {
    "article": ARTICLE, "main": ARTICLE, "nav": NAV, "menu": NAV, "aside": ASIDE, "header": HEADER,
    "footer": FOOTER, "figure": FIGURE, "figcaption": FIGURE | CAPTION, "caption": CAPTION,
    "form": FORM, "button": FORM, "label": FORM, "fieldset": FORM, "li": LIST, "table": TABLE,
    "blockquote": QUOTE, "a": LINK, "cite": CAPTION,
}  # fmt: skip
ROLES = {
    "navigation": NAV, "banner": HEADER, "contentinfo": FOOTER, "complementary": ASIDE,
    "main": ARTICLE, "article": ARTICLE, "menu": NAV, "search": FORM, "dialog": FORM,
}  # fmt: skip
_NAMES = (  # words of `class` and `id`
    (NAV, r"nav|menu|breadcrumb|navbar|topbar|pagination|pager|skip"),
    (FOOTER, r"footer|copyright|legal|colophon"),
    (HEADER, r"masthead|site-?header|top-?bar"),
    (ASIDE, r"sidebar|aside|widget|rail|secondary|infobox"),
    (COMMENTS, r"comments?|disqus|replies|respond|discussion"),
    (RELATED, r"related|recommend(?:ed|ations?)?|more|trending|popular|teasers?|most-?read|read-?"
              r"(?:more|next|also)|also|promo|outbrain|taboola|latest|newsletter|subscribe|paywall"
              r"|signup|tags?|topics|keywords"),
    (SHARE, r"share|sharing|social|follow|addthis|sharedaddy|print"),
    (ADVERT, r"ads?|advert(?:isement)?s?|sponsor(?:ed)?|banner|dfp|cookie|consent|gdpr|modal"
             r"|popup"),
    (CAPTION, r"caption|credit|copyright|wp-caption|image|photo|picture|gallery|media|slideshow"
              r"|video|player"),
    (BYLINE, r"byline|author|dateline|meta|date|time|timestamp|published|info|bio"),
    (LEAD, r"lead|lede|intro|deck|standfirst|summary|excerpt|subtitle|subhead(?:line)?|kicker"
           r"|dek|teaser-?text|description"),
    (BODY, r"article-?body|article-?content|article-?text|entry-?content|post-?content|post-?body"
           r"|story-?body|story-?content|body-?text|articlebody|content-?body|article|story|post"
           r"|entry|content|body|text|richtext|paragraph"),
)  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(
    "|".join(rf"(?P<n{i}>(?<![a-z])(?:{words})(?![a-z]))" for i, (_, words) in enumerate(_NAMES))
)
_BITS = {f"n{i}": bit for i, (bit, _) in enumerate(_NAMES)}


def zones_of(names: str) -> int:
    """Return the bits that the words of `class` and `id` tell."""
    bits = 0
    for name in names[:300].split():  # no rule reaches across a space, and single names come again
        bits |= _zones_of(name)
    return bits


@lru_cache(maxsize=8192)
def _zones_of(name: str) -> int:
    bits = 0
    for match in _WORD.finditer(_CAMEL.sub("-", name).lower()):
        bits |= _BITS[str(match.lastgroup)]
    return bits
