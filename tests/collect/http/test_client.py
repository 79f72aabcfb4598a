"""The client as a guest: conditions, retries, robots.txt, turns; and as a target."""

import itertools
import socket
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import pytest

from briefing.collect.http import Access, Client, Limits, Robots, Turns
from briefing.collect.http.client import retry_after
from briefing.errors import FetchError
from tests.collect.http.server import HOST, Site, serving

PAGE = (200, {"Content-Type": "text/html; charset=UTF-8", "ETag": '"7"'}, b"<p>tide tables</p>")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as served:
        yield served


def client(**changes: object) -> Client:
    settings: dict[str, object] = {
        "access": Access.of([HOST]),
        "limits": Limits(seconds=5),
        "resolve": lambda _host, _port: ("127.0.0.1",),
        "sleep": lambda _seconds: None,
    }
    return Client("briefing/0 (test)", **{**settings, **changes})  # type: ignore[arg-type]


def failure(asking: Client, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        asking.get(url)
    return caught.value


def test_a_page_comes_with_its_validators_and_kind(site: Site) -> None:
    site.pages["/a"] = PAGE
    found = client().get(site.url("/a"))
    assert (found.content, found.media_type, found.charset) == (PAGE[2], "text/html", "utf-8")
    assert found.etag == '"7"'


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    def reply(headers: Mapping[str, str]) -> tuple[int, Mapping[str, str], bytes]:
        return (304, {}, b"") if headers.get("If-None-Match") == '"7"' else PAGE

    site.pages["/a"] = reply
    first = client().get(site.url("/a"))
    again = client().get(site.url("/a"), etag=first.etag)
    assert again.unchanged
    assert again.etag == '"7"'


def test_a_passing_fault_is_tried_again_and_a_lasting_one_is_not(site: Site) -> None:
    answers = [(503, {}, b""), (502, {}, b""), PAGE]
    site.pages["/a"] = lambda _headers: answers.pop(0)
    assert client().get(site.url("/a")).content == PAGE[2]
    assert failure(client(), site.url("/gone")).status == 404
    assert site.asked == ["/a", "/a", "/a", "/gone"]


def test_a_server_that_asks_to_be_left_alone_is(site: Site) -> None:
    waits: list[float] = []
    answers = [(429, {"Retry-After": "3"}, b""), PAGE, (429, {"Retry-After": "600"}, b"")]
    site.pages["/a"] = lambda _headers: answers.pop(0)
    asking = client(sleep=waits.append)
    assert asking.get(site.url("/a")).content == PAGE[2]
    assert waits == [3.0]
    assert failure(asking, site.url("/a")).again_s == 600
    assert waits == [3.0]


def test_retry_after_is_read_as_seconds_or_as_a_date() -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    assert retry_after("120") == 120
    assert retry_after("Sun, 01 Mar 2026 00:05:00 GMT", now) == 300
    assert retry_after("Sat, 28 Feb 2026 00:00:00 GMT", now) == 0
    assert retry_after("9" * 40) == 86_400
    assert retry_after("soon") == 0


def test_redirects_are_followed_and_the_lasting_ones_told(site: Site) -> None:
    site.pages |= {
        "/a": (301, {"Location": "/b"}, b""),
        "/b": (302, {"Location": "/c"}, b""),
        "/c": PAGE,
    }
    found = client().get(site.url("/a"))
    assert found.url == site.url("/c")
    assert found.moved == site.url("/b")


def test_a_redirect_to_an_inner_host_is_refused_before_it_is_asked(site: Site) -> None:
    site.pages["/a"] = (302, {"Location": f"http://127.0.0.1:{site.port}/secret"}, b"")
    assert failure(client(), site.url("/a")).reason == "redirect_blocked"
    assert site.asked == ["/a"]


def test_the_peer_is_checked_whatever_the_resolver_said_before(site: Site) -> None:
    site.pages["/a"] = PAGE
    asking = client(access=Access(ports=frozenset({site.port})))
    assert failure(asking, site.url("/a")).reason == "blocked_url"
    assert site.asked == []


def test_a_resolver_that_hangs_costs_no_more_than_the_limit(site: Site) -> None:
    def hang(_host: str, _port: int) -> tuple[str, ...]:
        time.sleep(2)
        return ()

    asking = client(resolve=hang, limits=Limits(seconds=0.1))
    assert failure(asking, site.url("/a")).reason == "timeout"


def test_bytes_beyond_the_limit_are_refused_or_cut(site: Site) -> None:
    site.pages["/a"] = (200, {}, b"x" * 101)
    small = client(limits=Limits(seconds=5, bytes=100))
    assert failure(small, site.url("/a")).reason == "too_large"
    assert small.get(site.url("/a"), cut=True).content == b"x" * 100
    site.pages["/a"] = (200, {}, b"x" * 100)
    assert small.get(site.url("/a")).content == b"x" * 100


def test_no_proxy_is_taken_from_the_environment(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    site.pages["/a"] = PAGE
    assert client().get(site.url("/a")).content == PAGE[2]


def test_a_configured_proxy_is_asked(site: Site) -> None:
    site.pages["http://elsewhere.example/a"] = PAGE
    asking = client(proxy=f"http://127.0.0.1:{site.port}")
    assert asking.get("http://elsewhere.example/a").content == PAGE[2]


def robots(text: str | None, site: Site) -> Robots:
    if text is not None:
        site.pages["/robots.txt"] = (200, {}, text.encode())
    return Robots(client(), known=lambda _url: None, keep=lambda _url, _text: None)


def test_robots_txt_is_obeyed_and_asked_for_once(site: Site) -> None:
    rules = robots("User-agent: *\nDisallow: /private\nCrawl-delay: 7", site)
    rules.check(site.url("/open"))
    with pytest.raises(FetchError, match="robots_denied"):
        rules.check(site.url("/private/a"))
    assert rules.delay(site.url("/open")) == 7
    assert site.asked == ["/robots.txt"]


def test_without_robots_txt_all_is_allowed_and_with_a_broken_one_nothing(site: Site) -> None:
    robots(None, site).check(site.url("/a"))
    site.pages["/robots.txt"] = (500, {}, b"")
    with pytest.raises(FetchError, match="robots_denied"):
        robots(None, site).check(site.url("/a"))


def test_a_host_that_is_down_is_not_called_forbidden() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    rules = Robots(client(), known=lambda _url: None, keep=lambda _url, _text: None)
    with pytest.raises(FetchError, match="fetch_failed"):
        rules.check(f"http://{HOST}:{port}/a")


def test_each_host_is_asked_one_at_a_time_with_a_pause() -> None:
    turns = Turns(pause_s=0.05, workers=4)
    times: dict[str, list[float]] = {"a": [], "b": []}

    def work(host: str) -> float:
        times[host].append(time.monotonic())
        if len(times[host]) == 3:
            turns.add(host, lambda: work(host))
        return 0.0

    for host in ("a", "b"):
        for _ in range(3):
            turns.add(host, lambda host=host: work(host))  # type: ignore[misc]
    turns.run()
    for moments in times.values():
        assert len(moments) == 4
        gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
        assert min(gaps) >= 0.045


def test_turns_end_at_the_deadline_and_pass_a_failure_on() -> None:
    late = Turns(deadline=time.monotonic())
    late.add("a", lambda: 0.0)
    late.run()
    assert late.left == 1
    broken = Turns()
    broken.add("a", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        broken.run()
