"""HTML cut into tags and text, in one pass that is linear whatever the page.

Only what the later steps need of the HTML standard: quoted attributes, comments, elements whose
content is no markup, and a last tag that never ends.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

MOST_ATTRIBUTES = 60  # of one tag; news has a dozen, a hostile page 100,000
LONGEST_ATTRIBUTES = 20_000  # characters looked at

# Possessive throughout: a tag is read once, however many quotes it leaves open.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]{0,60}+)[^\s/>]*+(?P<rest>(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)>"
)
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s=>/\"']++|[=\"'])"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"?|'(?P<single>[^']*+)'?|(?P<bare>[^\s>]*+)))?"
)
_RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title")
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>]|$)", re.IGNORECASE) for name in (*_RAW, "template")}

Kind = Literal["text", "open", "close", "raw", "drop"]


class Token(NamedTuple):
    """A piece of the source. `inner` is the span of a tag's attributes, or of raw content."""

    kind: Kind
    name: str
    start: int
    end: int
    inner: tuple[int, int] = (0, 0)


class Attribute(NamedTuple):
    """The value of an attribute, and where it stands in the source."""

    start: int
    end: int
    value: str


def tokens(source: str, start: int = 0) -> Iterator[Token]:
    """Yield the pieces of a page from `start` on; together they are the whole source."""
    at, size = start, len(source)
    while at < size:
        begin = source.find("<", at)
        if begin < 0:
            yield Token("text", "", at, size)
            return
        if begin > at:
            yield Token("text", "", at, begin)
        token = _at(source, begin)
        if token is None:
            token = Token("text", "", begin, begin + 1)
        yield token
        at = token.end
        if token.kind == "open" and token.name in _ENDS:
            raw = _content(source, token)
            if raw is not None:
                yield raw
                at = raw.end
        elif token.kind == "open" and token.name == "plaintext":
            yield Token("text", "", at, size)
            return


def _at(source: str, at: int) -> Token | None:
    """Return the tag or comment that begins at `at`; None where it is only a `<`."""
    match = _TAG.match(source, at)
    if match is not None:
        close, name = match.group(1, 2)
        kind: Kind = "close" if close else "open"
        return Token(kind, name.lower(), at, match.end(), match.span(3))
    following = source[at + 1 : at + 2]
    if following in ("!", "?"):
        return Token("drop", "", at, _comment_end(source, at))
    if following.isalpha() or (following == "/" and source[at + 2 : at + 3].isalpha()):
        return Token("drop", "", at, len(source))  # a tag that the page's end cut
    return None


def _comment_end(source: str, at: int) -> int:
    if source.startswith("<!--", at):
        end = source.find("-->", at + 2)
        return len(source) if end < 0 else end + 3
    if source.startswith("<![CDATA[", at):
        end = source.find("]]>", at)
        return len(source) if end < 0 else end + 3
    end = source.find(">", at)
    if source[at : at + 9].lower() == "<!doctype":
        subset = source.find("[", at, end if end > 0 else at + 200)
        close = source.find("]>", subset) if subset > 0 else -1
        end = close + 1 if close > 0 else end
    return len(source) if end < 0 else end + 1


def _content(source: str, tag: Token) -> Token | None:
    """Return the content of an element that holds no markup, without its end tag."""
    if source.startswith("/", tag.end - 2) and tag.name in ("script", "title"):
        return None  # <script/> of XHTML
    match = _ENDS[tag.name].search(source, tag.end)
    end = match.start() if match else len(source)
    return Token("raw", tag.name, tag.end, end, (tag.end, end))


def attributes(source: str, span: tuple[int, int]) -> dict[str, Attribute]:
    """Return the first attributes in the `inner` span of an opening tag, by name in lower case."""
    found: dict[str, Attribute] = {}
    at, end = span
    if end - at < 2:  # nothing, or the slash of <br/>
        return found
    end = min(end, at + LONGEST_ATTRIBUTES)
    for match in islice(_ATTRIBUTE.finditer(source, at, end), MOST_ATTRIBUTES):
        if match.start() != at:
            break
        at = match.end()
        group = match.lastindex or 1
        begin, stop = match.span(group) if group > 1 else (at, at)
        name = match[1].lower()
        if name not in found:
            found[name] = Attribute(begin, stop, source[begin:stop])
    return found
