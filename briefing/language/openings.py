"""English openings that lean on the sentence before, beyond a pronoun or connective as first word.

All repetition is bounded, so that time grows with the length of the sentence, however it is made.
"""

import re

from briefing.language import phrases

_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|[1-9]\d?|several|most|some|few|none|all|half|each)"
)
_UNIT = r"(?:second|minute|hour|day|night|morning|evening|week|weekend|month|year|decade)s?"
_DOES = (
    r"(?:is|are|was|were|has|have|had|will|would|did|do|died|remain(?:s|ed)?|came|went|also|could)"
)
_IT_POINTS = (
    r"it\b(?!['’]s\b| (?:is|was|will be|would be|has been|had been|seem(?:s|ed)|appear(?:s|ed)"
    r"|emerged|became|takes?|took|rain(?:s|ed)|follows)\b)"
)
_SUBJECT = rf"(?:he|she|they|{_IT_POINTS})\b"

_PREPOSITION_IT = re.compile(
    r"(?:among|without|with|for|from|to|by|of|under|against|despite|like|unlike|between|behind"
    r"|beyond|besides|through|above|beside|inside|near|alongside|because of|instead of|as for"
    r"|thanks to|according to|in addition to|apart from|aside from|along with"
    rf"|(?:most|some|many|several|none|each|both|all|half|part|{_COUNT}) of)"
    r" (?:him|them|it(?! (?:is|was|now|being|to)\b))\b"
    r"|(?:before|after|since|until|in|on|at|during|with|for|despite|from|by)"
    r" (?:him|them|it|this|that|these|those)\s?,"
    r"|(?:at|on|in|by|for|during|from|with|after|before|since|until|under|despite)"
    r" (?:that (?:[a-z]+ )?(?:day|night|week|month|year|time|point|moment|case|sense|period)"
    r"|(?:this|these) (?:case|cases|sense|regard|respect|context|reason|reasons|way))\b"
)
_LATER = re.compile(
    rf"(?:an?|{_COUNT}|many|a few|a couple of|about an?|just|only)(?: (?:half|few|{_COUNT}))?"
    rf" {_UNIT} (?:later|earlier|afterwards?|after that|before that)\b"
    rf"|(?:on )?the (?:next|following|same|previous) {_UNIT}(?! (?:of|in|for)\b)"
    rf"|the {_UNIT} (?:before|after),"
)
_TWO_PRONOUNS = re.compile(
    r"(?:when|while|as|if|after|before|since|although|because|once|until|though|unless|even though)"
    rf" (?:he|she|they|it|his|her|their|its)\b[^,]{{1,80}}, {_SUBJECT}"
)
_BARE_NUMBER = re.compile(
    rf"(?!one (?:has|would|could|had|will|did|also)\b)(?:another )?{_COUNT}"
    rf"(?: more| others?)? {_DOES}\b"
    rf"|the (?:two|three|four|five|six|rest|pair|trio|duo) {_DOES}\b"
    rf"|another (?:was|is|has|had)\b"
)
_PARTICIPLE = re.compile(
    r"(?:[a-z]{3,20}(?:ed|ing)|clad|born|seen|known|shot|told|left|built|held|caught|given)"
    rf" [^,;:]{{1,100}}, {_SUBJECT}|[a-z]{{2,20}}ly,? (?:he|she|they)\b"
)
_OF_THAT_TEXT = re.compile(
    r"[^\"“”]{0,80}?\b(?:in|of|on|by|at|about|with|for|under) that (?:sentence|word|phrase|text"
    r"|line|clause|passage|letter|statement|report|remark|question|answer|case|sense|regard|respect)\b"
)
_OF_SOME_AGE = re.compile(r"the \d{1,3}-year-old\b")
_OF_ITS = re.compile(r"the ((?:[\w'’-]+ ){1,4}?)of (?:its|their|his|her)\b")
_ADJUNCT = re.compile(
    r"(?:In|On|At|During|By|For|To|From|Under|Since|Over|Through|Until|Within|With|Despite)"
    rf" ([^,;:\"“”()]{{1,60}}), {_SUBJECT}"
)
_OBJECT = re.compile(
    r"((?:[\w'’.-]+ ){2,8}?)(?:on|of|for|from|against|about|to|over|under|into) (?:it|them|him)"
    r"(?= |[,.;])"
)
_NEW_NOUN = re.compile(r"(?:a|an|the|his|her|its|their|some|this|that|which|who|and|or|but|\d+)\b")
_CAPITAL = re.compile(r"\b[A-Z]")
_EVENT = re.compile(rf"the (?P<noun>{phrases.EVENTS})s? {phrases.HAPPENS}\b")
_SHARE = re.compile(
    rf"(?:{_COUNT}|many|both) of (?:the|those|these)"
    rf" (?P<noun>[\w-]{{1,30}}(?: [\w-]{{1,30}}){{0,2}}?) {_DOES}\b"
)
_SAYS_WHICH = re.compile(
    r"\b(?:in|from|at|on|who|that|of|with|for|most|\w+est|first|only|last|best|\w+ed|held)\b"
)
_DAYS = re.compile(phrases.DAYS)
_TIME_WORDS = re.compile(r"[a-z']+")
_POINTING = (
    _PREPOSITION_IT, _LATER, _TWO_PRONOUNS, _BARE_NUMBER, _PARTICIPLE, _OF_SOME_AGE, _OF_THAT_TEXT,
)  # fmt: skip


def points_back(text: str, opened: str) -> bool:
    """Say whether a pronoun or a number at the head stands for what the sentence does not name.

    `opened` is the head of `text` in lower case, without opening quotes.
    """
    return (
        any(pattern.match(opened) for pattern in _POINTING)
        or _is_owned(opened)
        or _after_time(opened)
        or _after_adjunct(text)
        or _is_object(text)
    )


def taken_up(text: str, opened: str) -> str:
    """Return what is taken up as known: "visit" of "The visit comes ...", "" where nothing is."""
    event = _EVENT.match(opened)
    if event:
        return event["noun"]
    share = _SHARE.match(opened)
    if share and not _SAYS_WHICH.search(share["noun"]):
        start, end = share.span("noun")
        if not _CAPITAL.search(text[start:end]):
            return share["noun"]
    return ""


def _is_owned(opened: str) -> bool:
    """ "The next review of its rating"; not "The government said one of its ships"."""
    found = _OF_ITS.match(opened)
    return found is not None and not any(
        word in phrases.VERBS or word in phrases.AUXILIARIES for word in found[1].split()
    )


def _after_time(opened: str) -> bool:
    """ "On Monday he", "In 2019 she", "Last week they", "Earlier he"."""
    found = _TIME_WORDS.findall(opened[:80])
    for n, word in enumerate(found[:8]):
        if word in ("he", "she", "they"):
            the_day_he = "the" in found[:n] and found[n - 1] in phrases.MOMENTS
            return n > 0 and not the_day_he and found[n - 1] not in phrases.SUBORDINATING
        if word not in phrases.TIME_WORDS:
            return False
    return False


def _after_adjunct(text: str) -> bool:
    """ "In a statement, he", "In Seoul, she"; not "In an interview with Jane Doe, she"."""
    found = _ADJUNCT.match(text)
    if not found:
        return False
    named = _DAYS.sub("", found[1])
    return not _CAPITAL.search(named) or (named[:1].isupper() and named.count(" ") < 2)


def _is_object(text: str) -> bool:
    """ "The Assembly will vote on it": nothing but the subject stands before, which it is not."""
    found = _OBJECT.match(text[:120])
    if not found:
        return False
    subject, _, rest = found[1].strip().partition(" ")
    if subject in ("The", "A", "An"):
        rest = rest.partition(" ")[2]
    rest = re.sub(r"^(?:[A-Z][\w'’.-]*\s?){1,4}", "", rest)
    return not (_NEW_NOUN.search(rest) or _CAPITAL.search(rest)) and len(rest.split()) <= 4
