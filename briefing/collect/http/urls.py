"""What an address on the web says, read strictly, and the one form by which two are the same."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from briefing.errors import ReadError

LONGEST = 4_096
PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_SAFE = "/:@!$&'()*+,;=~-._%"
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hs\w+"
    r"|oly_\w+_id|vero_id|wickedid|ref_src|ref_url|cmpid|ncid|smid|sr_share|spm|at_\w+|ito",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Url:
    """An address of http or https: `host` in ASCII, small letters; `target` is path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: `https://news.example`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == PORTS[self.scheme]
        return f"{self.scheme}://{host}" + ("" if usual else f":{self.port}")

    def __str__(self) -> str:
        return self.origin + self.target


def parsed(text: str) -> Url:
    """Return the address that `text` is; what its host may be is for `Access` to say.

    Raises ReadError: bad_url where it is none, blocked_url where it is none for us.
    """
    text = text.strip(" \t\r\n")
    shown = text[:200]
    if len(text) > LONGEST:
        raise ReadError(shown, "bad_url", f"{len(text):,} letters, the limit is {LONGEST:,}")
    if _CONTROL.search(text):
        raise ReadError(shown, "bad_url", "it holds a space or a control character")
    scheme = _SCHEME.match(text)
    if scheme is None:
        raise ReadError(shown, "bad_url", "it does not begin with http:// or https://")
    if scheme[1].lower() not in PORTS:
        raise ReadError(
            shown, "blocked_url", f"{scheme[1].lower()[:20]}: is neither http nor https"
        )
    if "\\" in text:
        raise ReadError(shown, "blocked_url", "it holds a backslash")
    return _split(text, shown)


def _split(text: str, shown: str) -> Url:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError as error:
        raise ReadError(shown, "bad_url", "its host is malformed") from error
    if "@" in parts.netloc:
        raise ReadError(shown, "blocked_url", "it holds a user name or password")
    try:
        port = parts.port
    except ValueError as error:
        raise ReadError(shown, "blocked_url", "its port is none") from error
    scheme = parts.scheme.lower()
    path = quote(parts.path or "/", safe=_SAFE)
    query = "?" + quote(parts.query, safe=_SAFE + "?[]{}|^`") if parts.query else ""
    return Url(scheme, _host(host, shown), PORTS[scheme] if port is None else port, path + query)


def _host(host: str, shown: str) -> str:
    if ":" in host:  # a literal IPv6 address
        if "%" in host:
            raise ReadError(shown, "blocked_url", "its host names an interface")
        return host.lower()
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ReadError(shown, "bad_url", "its host is no name") from error
    plain = plain.lower().removesuffix(".")
    labels = plain.split(".")
    if not plain or len(plain) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise ReadError(shown, "bad_url", "its host is no name")
    return plain


def canonical(text: str) -> str:
    """Return the form by which two addresses are the same: no fragment, no tracking parameters.

    Raises ReadError as `parsed` does.
    """
    url = parsed(text)
    path, _, query = url.target.partition("?")
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key)]
        query = query if len(kept) == len(pairs) else urlencode(kept)
    return url.origin + path + (f"?{query}" if query else "")


def joined(base: Url | str, text: str) -> str:
    """Return the address that `text` means on the page `base`; what it is, `parsed` says."""
    try:
        return urljoin(str(base), text.strip(" \t\r\n"))
    except ValueError:
        return text
