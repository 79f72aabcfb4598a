"""What the robots.txt of a host allows us (RFC 9309), asked for once a day."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from briefing.collect.http.client import Client, Limits
from briefing.collect.http.urls import parsed
from briefing.errors import FetchError

TOKEN = "briefing"  # our name in robots.txt # noqa: S105
FRESH_S = 86_400  # RFC 9309, 2.4: a copy is not to be used for longer than a day
MOST_BYTES = 512_000  # RFC 9309, 2.5: at least 500 kibibytes are read
LONGEST_DELAY_S = 30.0
_GONE = range(400, 500)  # RFC 9309, 2.3.1.3: no rules, all is allowed


@dataclass(slots=True)
class Robots:
    """The rules of hosts. `known` gives the text kept of an address, `keep` keeps a new one."""

    client: Client
    known: Callable[[str], str | None]
    keep: Callable[[str, str], None]
    _rules: dict[str, Any] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def check(self, url: str) -> None:
        """Raise FetchError: robots_denied where `url` is not for robots; the reason where the
        rules cannot be had, for then nothing is allowed (RFC 9309, 2.3.1.4).
        """
        if not self._of(url).can_fetch(url, TOKEN):
            raise FetchError(url, "robots_denied", "its robots.txt asks programs to stay away")

    def delay(self, url: str) -> float:
        """Return the seconds between two requests that the host asks for; 0 where not known."""
        rules = self._rules.get(parsed(url).origin)
        said = rules.crawl_delay(TOKEN) if rules is not None else None
        return min(float(said or 0), LONGEST_DELAY_S)

    def _of(self, url: str) -> Any:
        from protego import Protego

        place = f"{parsed(url).origin}/robots.txt"
        with self._lock:
            rules = self._rules.get(place.removesuffix("/robots.txt"))
        if rules is None:
            text = self.known(place)
            if text is None:
                text = self._fetched(url, place)
                self.keep(place, text)
            rules = Protego.parse(text)
            with self._lock:
                self._rules[place.removesuffix("/robots.txt")] = rules
        return rules

    def _fetched(self, url: str, place: str) -> str:
        limits = Limits(self.client.limits.seconds, MOST_BYTES)
        try:
            found = self.client.get(place, limits=limits, cut=True)
        except FetchError as error:
            if error.status in _GONE or error.reason == "empty":
                return ""
            if error.reason in ("redirect_blocked", "too_many_redirects"):
                return ""  # RFC 9309, 2.3.1.2: may be taken for unavailable
            reason = "robots_denied" if error.status else error.reason
            raise FetchError(
                url, reason, f"its robots.txt: {error.detail}", again_s=error.again_s
            ) from error
        return found.content.decode("utf-8", errors="replace")
