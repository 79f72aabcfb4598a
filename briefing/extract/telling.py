"""Why a line was kept or dropped, in plain words: what its score is made of, and what it is."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

WHAT: Mapping[str, str] = MappingProxyType(
    {  # of each reason a part of a page has, what that part is
        "body": "the article",
        "title": "the headline",
        "repeated title": "the headline again",
        "deck": "the deck: below the headline, or said again in the article",
        "byline": "who wrote it",
        "dateline": "where it was written",
        "stamps": "when it was published",
        "caption": "a caption",
        "credit": "the credit of a picture",
        "disclaimer": "a notice of the outlet, not of the article",
        "desk note": "a note of the news desk",
        "repeated": "said before",
        "chrome": "furniture of the page",
        "metadata": "stated for machines, not shown on the page",
        "truncated": "behind what is read of a page",
        "listed as junk": "listed as junk in the configuration",
        "cut_short": "a sentence that breaks off",
    }
)
_SAYS = {
    "share": "words of sharing buttons", "nav": "words of menus",
    "account": "words of accounts and subscriptions", "legal": "words of legal notices",
    "related": "words of links to other stories", "ad": "words of advertising",
    "comment": "words of comments", "pub": "words such as Published or Updated",
    "follow": "words of contact and follow-us links", "you": "it speaks to the reader",
    "desk": "words of a news desk", "video": "words of videos and galleries",
    "byline": "it begins as a byline", "credit": "the credit of a picture",
    "date": "a date", "time": "a time of day",
}  # fmt: skip
_COUNTS = ("1 word", "2 words", "3 or 4 words", "5 to 7 words", "8 to 12 words", "13 to 20 words",
           "21 to 39 words", "40 words or more")  # fmt: skip
_PLACES = ("at the very top of the page", "near the top of the page",
           "in the first quarter of the page", "in the second quarter of the page",
           "in the third quarter of the page",
           "near the end of the page", "at the very end of the page")  # fmt: skip
_HEADLINE = ("above the headline", "it could be the headline", "right below the headline",
             "below the headline", "below the headline", "far below the headline")  # fmt: skip
_BLANKS = ("no blank line above or below", "a blank line below", "a blank line above",
           "blank lines above and below")  # fmt: skip
_PROSE = ("hardly any prose around it", "", "much prose around it")
_ENDINGS = ("no full stop", "it ends as a sentence does", "it ends in a colon",
            "it ends in a comma")  # fmt: skip
_BEGINS = ("", "it begins in lower case", "it begins with a digit",
           "it begins with a quotation mark", "it begins with a bracket",
           "it begins with a sign")  # fmt: skip
_MARKS = ("", "a short item of a list", "a long item of a list", "a heading")
_FLAGS = {
    "inner": "several sentences", "commas": "commas", "capitals": "all in capitals",
    "digits": "figures", "question": "it ends in a question", "ellipsis": "it ends in dots",
    "pipe": "signs such as | or \u203a", "address": "an address of the web or a mailbox",
    "table": "a row of a table", "double": "the same line comes twice",
    "copied": "its words come again on the page", "stamp": "a stamp of date or time",
    "stamp_beside": "a stamp of date or time beside it", "glued": "words run together",
    "code": "words of a program", "quotes": "quotation marks", "reported": "words such as said",
    "first_person": "it says I", "second_person": "it speaks to the reader",
    "open_end": "it breaks off", "alike": "lines that differ in figures only",
    "alike_near": "lines that differ in figures only near it",
    "alike_above": "lines that differ in figures only above it",
    "begins_alike": "other lines begin with the same words",
}  # fmt: skip
_ZONES = {
    "article": "inside the element of the article", "nav": "inside a menu",
    "aside": "inside a column beside the article", "header": "inside the page's head",
    "footer": "inside the page's foot", "figure": "inside a figure", "form": "inside a form",
    "list": "inside a list", "table": "inside a table", "quote": "inside a quotation",
    "comments": "inside the comments", "related": "inside links to other stories",
    "share": "inside sharing buttons", "advert": "inside an advertisement",
    "caption": "inside a caption or player", "byline": "inside the byline",
    "body": "inside an element named for the text", "lead": "inside an element named for the lead",
}  # fmt: skip


_SIDES = {"since": "between the headline and it", "from": "above it", "to": "below it"}
_LIKE_BODY = {
    "bullets": "how items of lists go with the article", "blanks": "how blank lines go with it",
    "ends": "how lines of the article end", "relative_length": "its length beside the article's",
    "body_size": "how long the article is", "body_share": "how much of the page the article is",
    "word_length": "how long its words are",
}  # fmt: skip


def words(name: str, code: int = 0) -> str:
    """Return in words what a feature of the line model, or a sign of a web page, says of a line.

    "" for one that only makes sense together with others.
    """
    where, _, rest = name.partition(":")
    if where in ("before", "after"):
        said = _of_line(rest, code - 1) if code else ""  # 0 is beyond the page's edge
        return f"the line {'above' if where == 'before' else 'below'}: {said}" if said else ""
    if where in ("since", "from", "to"):
        return f"{_SAYS[rest]} {_SIDES[where]}" if rest in _SAYS and code else ""
    return (
        _of_line(name, code)
        or _of_place(name, code)
        or _of_surroundings(name, code)
        or _of_element(name)
    )


def weighed(terms: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Return what the terms come to, told once for each way of saying it, the heaviest first."""
    sums: dict[str, float] = {}
    for said, weight in terms:
        if said and weight:
            sums[said] = sums.get(said, 0.0) + weight
    return tuple(sorted(sums.items(), key=lambda one: (-abs(one[1]), one[0])))


def _of_line(name: str, code: int) -> str:
    """Return what a feature says of a line's own text."""
    if name.startswith("says:"):
        return _SAYS.get(name.removeprefix("says:"), "") if code else ""
    match name:
        case "words":
            return _COUNTS[min(code, len(_COUNTS) - 1)]
        case "length":
            return "a long line" if code >= 6 else "a short line" if code <= 2 else ""
        case "length_ending":
            length = ("a short line", "a line of 25 letters", "a long line", "a very long line")
            return f"{length[min(code // 2, 3)]}, {_ENDINGS[code % 2]}"
        case "ending":
            return _ENDINGS[min(code, 3)]
        case "first":
            return _BEGINS[min(code, 5)]
        case "mark":
            return _MARKS[min(code, 3)]
        case "case" if code:
            share = (code - 1) % 6
            return "hardly a capital" if share <= 1 else "many capitals" if share >= 3 else ""
        case "function" if code:
            share = (code - 1) % 5
            return "hardly a small word" if share <= 1 else "many small words" if share >= 3 else ""
        case _:
            return _FLAGS.get(name, "") if code else ""


def _of_place(name: str, code: int) -> str:
    """Return what a feature says of where a line of text stands."""
    if name in ("strict", "loose"):
        within, above = code <= 1, 2 <= code <= 6
        return f"{'amid' if within else 'above' if above else 'below'} the dense prose"
    if name.startswith("mass_"):
        return _PROSE[min(code // 2, 2)]
    match name:
        case "prose_before" | "prose_after":
            side = "above" if name == "prose_before" else "below"
            return f"prose right {side}" if code == 0 else f"no prose near {side}" * (code >= 2)
        case "prose_six":
            return _PROSE[min((code // 4 + code % 4) // 2, 2)]
        case "prose_both":
            return _PROSE[max(0, 2 - code // 6 - code % 6 // 2)]
        case "place":
            return _PLACES[min(code, len(_PLACES) - 1)]
        case "kin" | "kin_twice" if code:
            return f"{'many' if (code - 1) % 5 >= 2 else 'few'} words in common with the prose"
        case "headline" if code:
            return _HEADLINE[min(code - 1, len(_HEADLINE) - 1)]
        case "stamps":
            return f"{'stamps' if code >= 2 else 'no stamps'} of date or time near it"
        case "blank" if code:
            return _BLANKS[min(code - 1, 3)]
        case _:
            return ""


def _of_surroundings(name: str, code: int) -> str:
    """Return what a feature of the second pass says, or one of a line beside the others."""
    if name in _LIKE_BODY:
        return _LIKE_BODY[name] if code else ""
    kind = name.rstrip("+-0123456789").rstrip("_")
    match kind:
        case "guess" if name == kind:
            return f"by itself it reads like {'prose' if code >= 7 else 'furniture'}"
        case "guess" | "guess_between":
            return "how the lines beside it read"
        case "mean_before" | "mean_after":
            good = "prose" if code >= 5 else "furniture"
            return f"the lines {'above' if kind == 'mean_before' else 'below'} read like {good}"
        case "mean_both":
            return "how the lines around it read"
        case "run" | "kept_above" | "kept_gaps":
            return "where it stands to the article"
        case "body_kin" | "body_kin_twice" | "body_kin_length" if code:
            return "how many words it has in common with the article"
        case "body_headline" | "body_headline_guess" if code:
            return "where it stands to the headline"
        case _:
            return ""


def _of_element(name: str) -> str:
    """Return what a sign of a web page says."""
    head, _, rest = name.partition(", ")
    kind, _, code = head.partition(" ")
    if head.startswith("<"):
        return f"it is a {head}"
    if head in _ZONES:
        return _ZONES[head]
    match kind:
        case "score":
            return f"its words read like {'prose' if int(code) >= 5 else 'furniture'}"
        case "held":
            return f"trafilatura {'takes it' if int(code) >= 2 else 'leaves it out'}"
        case "linked":
            return "links in it" if int(code) >= 2 else f"{_size(rest)} without links"
        case "box" if code.startswith(("held", "of")):
            much = int(code.split()[-1]) >= (2 if code.startswith("held") else 3)
            return f"{'much' if much else 'little'} of the article in the same part of the page"
        case "beside":
            side = "above" if code.startswith("-") else "below"
            return "" if code.endswith("edge") else f"how the lines {side} read"
        case "amid":
            return ("far from" if code.startswith("00") else "near") + " what trafilatura takes"
        case _:
            return ""


def _size(rest: str) -> str:
    code = rest.removeprefix("length ")[:1]
    return "a few words" if code in "01" else "a sentence" if code == "2" else "many words"
