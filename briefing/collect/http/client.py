"""GET with all that a good guest of the web does: redirects, conditions, retries, time limits."""

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from briefing.collect.http.access import Access, Resolver, resolved
from briefing.collect.http.urls import Url, joined, parsed
from briefing.collect.http.wire import Answer, Wire, tls_context
from briefing.errors import FetchError, ReadError

log = logging.getLogger("briefing")

MOST_HOPS = 5
BACK_OFF_S = (1.0, 4.0)  # before the second and third try
LONGEST_WAIT_S = 8.0  # a server that asks for more is left alone for this run
LONGEST_HOLD_S = 86_400.0  # and for no more than a day
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_PASSING = frozenset({429, 502, 503, 504})
_NOT_MODIFIED = 304
_TOKEN = re.compile(r"[\w.+/-]{1,100}")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost: seconds from first to last byte, with its redirects and retries."""

    seconds: float = 30.0
    bytes: int = 5_000_000  # decoded


@dataclass(frozen=True, slots=True)
class Response:
    """What was found at `url` (after redirects). Where `unchanged`, there is no content."""

    url: str
    content: bytes
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False
    moved: str = ""  # where it has moved for good
    cut: bool = False


@dataclass(slots=True)
class Client:
    """A client of the web. `agent` says who we are; `now` and `sleep` are the world's clock."""

    agent: str
    access: Access = field(default_factory=Access)
    limits: Limits = field(default_factory=Limits)
    proxy: str | None = None
    ca_file: str | None = None
    resolve: Resolver = resolved
    sleep: Callable[[float], None] = time.sleep
    _wire: Wire = field(init=False)

    def __post_init__(self) -> None:
        self._wire = Wire(self.access, self.resolve, tls_context(self.ca_file), self.proxy)

    def get(
        self,
        url: str,
        *,
        etag: str = "",
        modified: str = "",
        accept: str = "*/*",
        limits: Limits | None = None,
        cut: bool = False,
    ) -> Response:
        """Return what stands at `url`; `etag` and `modified` are what it said the last time.

        Raises FetchError with its reason; `again_s` is how long the server asks to be left alone.
        """
        limits = limits or self.limits
        headers = {"User-Agent": self.agent, "Accept": accept, "Accept-Encoding": "gzip"}
        headers["Connection"] = "close"
        if etag:
            headers["If-None-Match"] = etag
        if modified:
            headers["If-Modified-Since"] = modified
        deadline = time.monotonic() + limits.seconds
        for wait in (*BACK_OFF_S, None):
            try:
                return self._followed(url, headers, deadline, limits.bytes, cut=cut)
            except FetchError as error:
                pause = max(wait or 0.0, error.again_s)
                left = deadline - time.monotonic()
                if wait is None or not error.passing or pause > min(LONGEST_WAIT_S, left):
                    raise
            self.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _followed(
        self, url: str, headers: dict[str, str], deadline: float, max_bytes: int, *, cut: bool
    ) -> Response:
        """Follow redirects; every hop is checked as the first was."""
        at, moved, lasting = url, "", True
        for hop in range(MOST_HOPS + 1):
            try:
                here = parsed(at)
                self.access.check(here)
                answer = self._wire.exchange(
                    here, headers, deadline=deadline, max_bytes=max_bytes, cut=cut
                )
            except ReadError as error:
                raise _named(url, error, hop) from error
            if answer.status not in _REDIRECTS:
                return _response(url, here, answer, headers, moved)
            target = answer.headers.get("location", "").strip()
            if not target:
                raise FetchError(url, "redirect_blocked", "it leads nowhere")
            at = joined(here, _ascii(target))
            lasting = lasting and answer.status in _PERMANENT
            moved = at if lasting else moved
        raise FetchError(url, "too_many_redirects", f"more than {MOST_HOPS}")


def _ascii(header: str) -> str:
    """Return a header's text as it was meant: headers arrive as Latin-1, addresses are UTF-8."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _named(url: str, error: ReadError, hop: int) -> FetchError:
    """Return the failure under the address that was asked for."""
    if hop and error.reason in ("bad_url", "blocked_url"):
        return FetchError(url, "redirect_blocked", error.detail)
    lasting = "certificate" in error.detail or "not known" in error.detail
    passing = error.reason in ("fetch_failed", "short_body") and not lasting
    return FetchError(url, error.reason, error.detail, passing=passing)


def _response(url: str, here: Url, answer: Answer, headers: dict[str, str], moved: str) -> Response:
    said = answer.headers
    asked = "If-None-Match" in headers or "If-Modified-Since" in headers
    if answer.status == _NOT_MODIFIED and asked:
        return Response(
            str(here), b"", unchanged=True, moved=moved,
            etag=said.get("etag", headers.get("If-None-Match", ""))[:500],
            modified=said.get("last-modified", headers.get("If-Modified-Since", ""))[:100],
        )  # fmt: skip
    if answer.status == 204 or (answer.status == 200 and not answer.content):
        raise FetchError(url, "empty", f"status {answer.status} without a body")
    if answer.status != 200:
        again = retry_after(said.get("retry-after", ""))
        detail = f"status {answer.status}"
        if again:
            detail += f"; it asks to be left alone for {again:,.0f} s"
        passing = answer.status in _PASSING
        raise FetchError(
            url, "http_status", detail, passing=passing, again_s=again, status=answer.status
        )
    kind, _, rest = said.get("content-type", "").partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", rest, re.IGNORECASE)
    media_type = kind.strip().lower()
    return Response(
        url=str(here),
        content=answer.content,
        media_type=media_type if _TOKEN.fullmatch(media_type) else "",
        charset=charset[1].lower() if charset else "",
        etag=_validator(said.get("etag", ""), 500),
        modified=_validator(said.get("last-modified", ""), 100),
        moved=moved,
        cut=answer.cut,
    )


def _validator(value: str, longest: int) -> str:
    """Return a validator to be sent back as it came, or nothing where it is no header's text."""
    fit = len(value) <= longest and value.isascii() and value.isprintable()
    return value if fit else ""


def retry_after(value: str, now: datetime | None = None) -> float:
    """Return the seconds that a Retry-After header asks for, at most a day; 0 where it is none."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(min(int(text[:12]), LONGEST_HOLD_S))
    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    left = (until - (now or datetime.now(UTC))).total_seconds()
    return min(max(left, 0.0), LONGEST_HOLD_S)
