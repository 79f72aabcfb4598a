"""What a page is that is no article: a paywall, a consent wall, an error page; or a mere teaser.

A page is never dropped on suspicion: only where it has hardly any text of its own does what it
says of itself count.
"""

import html
import re
from hashlib import sha256

_MOST_SEEN = 400_000  # bytes that are looked at
_HIDDEN = re.compile(r"<(script|style|noscript|template|svg)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,4000}>")
_PARAGRAPH = re.compile(r"<p\b[^<>]{0,2000}>([^<]{60,})", re.IGNORECASE)
_TITLE = re.compile(r"<(?:title|h1)\b[^<>]{0,500}>([^<]{0,300})", re.IGNORECASE)
_LOCKED = re.compile(r'"isAccessibleForFree"\s{0,9}:\s{0,9}"?false', re.IGNORECASE)
_SUBSCRIBE = re.compile(
    r"subscribe (?:now )?to (?:continue|read|keep)|subscribers? only|for subscribers|"
    r"(?:already|not yet) a subscriber|to (?:continue|keep) reading|create a free account|"
    r"register to (?:read|continue)|unlock this article|reserved for (?:our )?subscribers|"
    r"remaining free articles|réservé aux abonnés|nur für abonnenten|para suscriptores",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"before you continue|we (?:and our partners )?(?:value|care about) your privacy|"
    r"accept (?:all )?cookies|consent to|cookie (?:consent|preferences|settings)|"
    r"manage (?:your )?(?:privacy|cookie)|verify (?:that )?you are (?:a )?human|"
    r"enable javascript and cookies|checking your browser|ihre privatsphäre|vos choix",
    re.IGNORECASE,
)
_NO_PAGE = re.compile(
    r"\b404\b|page (?:was )?not found|^not found$|seite nicht gefunden|page introuvable",
    re.IGNORECASE,
)
ENOUGH = 900  # letters of prose that make an article, wall or not
_LOCKED_ENOUGH = 2_500  # where the page says itself that it is locked
TEASER = 700  # letters; an entry with fewer is a teaser, its article is fetched
_CUT = re.compile(
    r"(?:\.{3}|…|\[(?:…|\.{3}|&#8230;)\]|"
    r"(?:read|continue reading|see) (?:more|the (?:full|rest)).{0,80}|weiterlesen|lire la suite|"
    r"the post .{1,200} (?:appeared|first appeared) .{1,200})\W*$",
    re.IGNORECASE,
)


def wall(content: bytes) -> tuple[str, str]:
    """Return the reason code, and words for it, of a page that keeps its article; ("", "") else."""
    page = content[:_MOST_SEEN].decode("utf-8", errors="replace")
    shown = _without_hidden(page)
    prose = sum(len(words) for words in _PARAGRAPH.findall(shown))
    if prose >= _LOCKED_ENOUGH:
        return "", ""
    if _LOCKED.search(page) and (prose < ENOUGH or _SUBSCRIBE.search(shown)):
        return "paywall", "the page says that its article is not free"
    if prose >= ENOUGH:
        return "", ""
    text = " ".join(html.unescape(_TAG.sub(" ", shown)).split())
    if not text:
        return "empty", "a page without a word"
    if _SUBSCRIBE.search(text):
        return "paywall", "it asks for a subscription and shows hardly any text"
    if _CONSENT.search(text):
        return "consent_wall", "it asks for consent and shows hardly any text"
    titles = (html.unescape(title).strip() for title in _TITLE.findall(page))
    if len(text) < ENOUGH and any(_NO_PAGE.search(title) for title in titles):
        return "http_status", "an error page, sent as if all were well"
    return "", ""


def _without_hidden(page: str) -> str:
    """Return a page without scripts, styles and the like; in one pass, however they are nested."""
    low = page.lower()
    open_ended: set[str] = set()
    parts: list[str] = []
    at = 0
    for match in _HIDDEN.finditer(page):
        name = match[1].lower()
        if match.start() < at or name in open_ended:
            continue
        end = low.find(f"</{name}", match.end())
        if end < 0:
            open_ended.add(name)
            continue
        parts.append(page[at : match.start()])
        at = end
    return " ".join([*parts, page[at:]])


def fingerprint(content: bytes) -> str:
    """Return what changes where a page's prose does, and not with its menus and numbers."""
    page = _without_hidden(content[:_MOST_SEEN].decode("utf-8", errors="replace"))
    prose = "\n".join(" ".join(words.split()) for words in _PARAGRAPH.findall(page))
    return sha256(prose.encode() if prose else content).hexdigest()[:16]


def is_teaser(content: str) -> bool:
    """Say whether a feed's entry holds less than its article: short, or ending in "read more"."""
    text = " ".join(html.unescape(_TAG.sub(" ", content[:_MOST_SEEN])).split())
    return len(text) < TEASER or _CUT.search(text[-400:]) is not None
