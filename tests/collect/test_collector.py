# ruff: noqa: E501 - XML stands as it is
"""Collecting whole: sources on a loopback server, the shelf in a real state."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from briefing.collect.collector import Collector, Outcome, WebSource
from briefing.collect.http import Access, Client, Limits, Turns
from briefing.shelf import Held
from briefing.state import open_state
from briefing.state.shelf import SqliteShelf
from tests.collect.http.server import HOST, Reply, Site, serving

NOW = datetime(2026, 3, 17, 6, tzinfo=UTC)
WORDS = "The harbour council of Merrow voted to rebuild the quay before the autumn storms. "


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as served:
        yield served


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[SqliteShelf]:
    with SqliteShelf(tmp_path) as opened:
        yield opened


def page(words: str = WORDS) -> Reply:
    body = f"<html><body><h1>Quay</h1>{f'<p>{words * 3}</p>' * 5}</body></html>"
    return 200, {"Content-Type": "text/html"}, body.encode()


def feed(site: Site, *numbers: int, text: str = "Short.", etag: str = "") -> Reply:
    items = "".join(
        f"<item><title>Quay {n}</title><link>{site.url(f'/a/{n}')}?utm_medium=rss</link>"
        f"<guid>{n}</guid><description>{text}</description></item>"
        for n in numbers
    )
    said = {"ETag": etag} if etag else {}
    return 200, said, f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def collect(
    shelf: SqliteShelf, *sources: WebSource, now: datetime = NOW, deadline: float | None = None
) -> list[Outcome]:
    client = Client(
        "briefing-test",
        access=Access.of([HOST]),
        limits=Limits(seconds=5),
        resolve=lambda _host, _port: ("127.0.0.1",),
        sleep=lambda _seconds: None,
    )
    turns = Turns(pause_s=0, workers=4)
    if deadline is not None:
        turns.deadline = deadline
    found = Collector(client, shelf, turns, now).collect(sources)
    shelf.flush()
    return found


def held(shelf: SqliteShelf, *names: str) -> list[Held]:
    return shelf.fresh("a series", names or ("post",))


def source(site: Site, kind: Any = "feed", path: str = "/feed", **changes: Any) -> WebSource:
    return WebSource(kind, changes.pop("name", "post"), (site.url(path),), **changes)


def content(tmp_path: Path, item: Held) -> bytes:
    with open_state(tmp_path) as state:
        return state.frozen(item.digest) or b""


def test_a_teaser_has_its_page_fetched_once(site: Site, shelf: SqliteShelf, tmp_path: Path) -> None:
    site.pages |= {"/feed": feed(site, 1, 2), "/a/1": page(), "/a/2": page("Two. " + WORDS)}
    [first] = collect(shelf, source(site))
    assert (first.listed, first.new, first.held, first.reason) == (2, 2, 2, "")
    one, two = held(shelf)
    assert one.uri == site.url("/a/1")
    assert b"utm_" not in one.uri.encode()
    assert content(tmp_path, two) == page("Two. " + WORDS)[2]
    site.asked.clear()
    [again] = collect(shelf, source(site), now=NOW + timedelta(hours=1))
    assert (again.listed, again.new, again.held) == (2, 0, 0)
    assert site.asked == ["/feed"]


def test_what_the_feed_tells_in_full_is_not_fetched(
    site: Site, shelf: SqliteShelf, tmp_path: Path
) -> None:
    site.pages["/feed"] = feed(site, 1, text=WORDS * 12)
    collect(shelf, source(site))
    [item] = held(shelf)
    assert b"rebuild the quay" in content(tmp_path, item)
    assert site.asked == ["/robots.txt", "/feed"]


@pytest.mark.parametrize(("article", "asked"), [("always", True), ("never", False)])
def test_whether_pages_are_fetched_is_the_users_to_say(
    site: Site, shelf: SqliteShelf, article: Any, asked: bool
) -> None:
    text = WORDS * 12 if asked else "Short."
    site.pages |= {"/feed": feed(site, 1, text=text), "/a/1": page()}
    collect(shelf, source(site, article=article))
    assert ("/a/1" in site.asked) is asked
    assert len(held(shelf)) == 1


def test_an_unchanged_feed_is_not_sent_again(site: Site, shelf: SqliteShelf) -> None:
    def reply(headers: Mapping[str, str]) -> Reply:
        same = headers.get("If-None-Match") == '"1"'
        return (304, {}, b"") if same else feed(site, 1, etag='"1"')

    site.pages |= {"/feed": reply, "/a/1": page()}
    collect(shelf, source(site))
    [again] = collect(shelf, source(site))
    assert (again.unchanged, again.reason) == (1, "")


def test_a_changed_entry_is_a_new_version(site: Site, shelf: SqliteShelf, tmp_path: Path) -> None:
    site.pages |= {"/feed": feed(site, 1), "/a/1": page()}
    collect(shelf, source(site))
    [old] = held(shelf)
    site.pages |= {"/feed": feed(site, 1, text="Corrected."), "/a/1": page("Corrected. " + WORDS)}
    [outcome] = collect(shelf, source(site), now=NOW + timedelta(hours=1))
    [new] = held(shelf)
    assert (outcome.new, new.version, old.version) == (1, 2, 1)
    assert content(tmp_path, old) == page()[2]
    assert content(tmp_path, new) == page("Corrected. " + WORDS)[2]


def test_a_page_is_a_new_version_only_where_its_prose_changed(
    site: Site, shelf: SqliteShelf
) -> None:
    status, headers, body = page()
    site.pages["/live"] = (status, headers, body)
    live = source(site, "page", "/live")
    collect(shelf, live)
    site.pages["/live"] = (status, headers, body + b"<script>visits = 7</script>")
    assert collect(shelf, live)[0].new == 0
    site.pages["/live"] = page("Later. " + WORDS)
    assert collect(shelf, live)[0].new == 1
    assert [item.version for item in held(shelf)] == [2]


def test_a_page_that_fails_is_asked_for_again_and_in_the_end_given_up(
    site: Site, shelf: SqliteShelf
) -> None:
    site.pages |= {"/feed": feed(site, 1, text=""), "/a/1": (500, {}, b"")}
    for _ in range(4):
        collect(shelf, source(site))
        assert held(shelf) == []
    collect(shelf, source(site))
    [lost] = held(shelf)
    assert (lost.digest, lost.reason) == ("", "http_status")
    site.pages["/a/1"] = page()
    collect(shelf, source(site))
    assert site.asked.count("/a/1") == 5


def test_where_the_page_cannot_be_had_the_teaser_stands_in(
    site: Site, shelf: SqliteShelf, tmp_path: Path
) -> None:
    site.pages |= {"/feed": feed(site, 1, text="The quay opens."), "/a/1": (410, {}, b"")}
    [outcome] = collect(shelf, source(site))
    [item] = held(shelf)
    assert b"The quay opens." in content(tmp_path, item)
    assert outcome.reason == "http_status"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<title>Quay</title><p>Subscribe to continue reading this article today.</p>", "paywall"),
        ('<script>{"isAccessibleForFree": false}</script><p>The quay.</p>', "paywall"),
        ("<h1>Before you continue</h1><p>We value your privacy.</p>", "consent_wall"),
        ("<title>Page not found</title><p>Sorry.</p>", "http_status"),
    ],
)
def test_walls_are_recognised_and_named(
    site: Site, shelf: SqliteShelf, body: str, reason: str
) -> None:
    site.pages |= {"/feed": feed(site, 1, text=""), "/a/1": (200, {}, body.encode())}
    for _ in range(5):
        collect(shelf, source(site))
    assert [item.reason for item in held(shelf)] == [reason]


def test_the_servers_word_on_the_encoding_is_kept(site: Site, shelf: SqliteShelf) -> None:
    status, _, body = page()
    said = {"Content-Type": 'text/html; charset="Windows-1251"'}
    site.pages |= {"/feed": feed(site, 1), "/a/1": (status, said, body)}
    collect(shelf, source(site))
    assert held(shelf)[0].media_type == "text/html; charset=windows-1251"


def test_an_article_that_speaks_of_subscribers_is_no_wall(site: Site, shelf: SqliteShelf) -> None:
    site.pages |= {"/feed": feed(site, 1), "/a/1": page(WORDS + "For subscribers only. ")}
    collect(shelf, source(site))
    assert held(shelf)[0].reason == ""


def test_one_source_that_fails_costs_no_other(site: Site, shelf: SqliteShelf) -> None:
    site.pages |= {"/feed": feed(site, 1), "/a/1": page(), "/bad": (200, {}, b"<html>no</html>")}
    good, bad, blocked = collect(
        shelf, source(site), source(site, path="/bad", name="bad"),
        WebSource("feed", "inner", ("http://169.254.169.254/latest",)),
    )  # fmt: skip
    assert (good.reason, bad.reason, blocked.reason) == ("", "not_a_feed", "blocked_url")
    health = {one.source: one for one in shelf.health()}
    assert health["post"].succeeded
    assert not health["bad"].succeeded
    assert health["bad"].reason == "not_a_feed"


def test_robots_txt_is_obeyed_unless_the_user_says_otherwise(
    site: Site, shelf: SqliteShelf
) -> None:
    site.pages |= {
        "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /a/"),
        "/feed": feed(site, 1), "/a/1": page(),
    }  # fmt: skip
    collect(shelf, source(site))
    assert "/a/1" not in site.asked
    collect(shelf, source(site, path="/feed", name="friend", robots=False))
    assert "/a/1" in site.asked


def test_a_server_that_asks_to_be_left_alone_is_left_alone_by_later_runs(
    site: Site, shelf: SqliteShelf
) -> None:
    site.pages["/feed"] = (503, {"Retry-After": "3600"}, b"")
    collect(shelf, source(site))
    site.pages["/feed"] = feed(site, 1, text=WORDS * 12)
    assert collect(shelf, source(site), now=NOW + timedelta(minutes=30))[0].reason == "http_status"
    assert site.asked.count("/feed") == 1
    assert collect(shelf, source(site), now=NOW + timedelta(minutes=61))[0].new == 1


def test_what_a_deadline_cuts_off_the_next_run_fetches(site: Site, shelf: SqliteShelf) -> None:
    site.pages |= {"/feed": feed(site, 1, 2), "/a/1": page(), "/a/2": page()}
    collect(shelf, source(site), deadline=0.0)
    assert site.asked == []
    shelf.listed("post", "x", shelf.known("x"), [], at=NOW)
    collect(shelf, source(site))
    assert len(held(shelf)) == 2


def test_sitemaps_lists_and_opml_name_pages_and_feeds(
    site: Site, shelf: SqliteShelf, tmp_path: Path
) -> None:
    site.pages |= {f"/a/{n}": page(f"Page {n}. " + WORDS) for n in range(1, 6)}
    site.pages["/index.xml"] = (200, {}, f"""<?xml version="1.0"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
        <loc>{site.url("/news.xml")}</loc></sitemap></sitemapindex>""".strip().encode())  # fmt: skip
    site.pages["/news.xml"] = (200, {}, f"""<?xml version="1.0"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{site.url("/a/1")}
        </loc><news:news><news:title>Quay</news:title></news:news></url></urlset>""".encode())  # fmt: skip
    site.pages["/feed"] = feed(site, 4, 5)
    (tmp_path / "list.txt").write_bytes(
        f"\ufeff# mine\r\n  {site.url('/a/2')}  \r\n{site.url('/a/2')}#x\n{site.url('/a/3')}\n"
        "file:///etc/passwd\n".encode()
    )
    (tmp_path / "feeds.opml").write_text(
        f'<opml version="2.0"><body><outline text="Post" xmlUrl="{site.url("/feed")}"/></body></opml>'
    )
    found = collect(
        shelf, source(site, "sitemap", "/index.xml", name="map"),
        WebSource("list", "list", (str(tmp_path / "list.txt"),)),
        WebSource("opml", "opml", (str(tmp_path / "feeds.opml"),)),
    )  # fmt: skip
    assert [one.new for one in found] == [1, 2, 2]
    assert [one.reason for one in found] == ["", "blocked_url", ""]
    assert sorted(item.uri for item in held(shelf, "map", "list", "opml")) == [
        site.url(f"/a/{n}") for n in range(1, 6)
    ]


def test_one_article_in_two_feeds_is_fetched_once(site: Site, shelf: SqliteShelf) -> None:
    site.pages |= {"/feed": feed(site, 1), "/other": feed(site, 1), "/a/1": page()}
    collect(shelf, source(site))
    collect(shelf, source(site), source(site, path="/other", name="other"))
    one, two = held(shelf, "post", "other")
    assert one.digest == two.digest
    assert site.asked.count("/a/1") == 1


def test_old_bytes_are_dropped_and_what_is_still_listed_stays_known(
    site: Site, shelf: SqliteShelf, tmp_path: Path
) -> None:
    site.pages |= {"/feed": feed(site, 1), "/a/1": page()}
    collect(shelf, source(site))
    [item] = held(shelf)
    late = NOW + timedelta(days=100)
    collect(shelf, source(site), now=late)
    assert shelf.prune(late - timedelta(days=90)) == 1
    assert content(tmp_path, item) == b""
    assert collect(shelf, source(site), now=late)[0].new == 0
    site.pages["/feed"] = feed(site)
    shelf.prune(late + timedelta(days=1))
    assert held(shelf) == []
