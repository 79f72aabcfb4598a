"""`briefing run` and its fellows as cron knows them: a process, an exit code, a few lines."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing import gather
from briefing.config import parse
from briefing.errors import UsageError
from briefing.shelf import Known, Listed
from briefing.state import open_state
from briefing.state.shelf import SqliteShelf
from tests.collect.http.server import Reply, Site, serving
from tests.commands import briefing

NOW = datetime(2026, 3, 18, tzinfo=UTC)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as served:
        yield served


def url(site: Site, path: str) -> str:
    return f"http://localhost:{site.port}{path}"


TEXTS = {
    "north": "The harbour office in Merrow said on Tuesday that repairs of the north quay would "
    "begin in April. Two hundred boats use the quay in summer, its master said. ",
    "south": "Teachers at the grammar school of Tarn voted to strike over the length of lessons. "
    "Pupils will stay at home from Thursday, and parents were told by letter. ",
    "west": "A wheat mill that had stood empty for thirty years burned down near Ostrow at night. "
    "Firemen from four villages fought the flames, and nobody was hurt. ",
}


def page(name: str) -> Reply:
    text = TEXTS[name]
    body = (
        f"<html><head><title>{text[:60]}</title>"
        '<meta property="article:published_time" content="2026-03-17T06:00:00Z"></head><body>'
        f"<h1>{text[:60]}</h1><p>{text}</p><p>The council of {name} meets on Friday. {text}</p>"
        "</body></html>"
    )
    return 200, {"Content-Type": "text/html"}, body.encode()


def feed(site: Site, *names: str) -> Reply:
    items = "".join(
        f"<item><title>{name}</title><link>{url(site, f'/a/{name}')}</link></item>"
        for name in names
    )
    return 200, {}, f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def write(folder: Path, site: Site, more: str = "", *, sources: str = "") -> None:
    sources = sources or f"  - feed: {url(site, '/feed')}\n    name: post\n"
    (folder / "config.yaml").write_text(
        f"formats: json\nempty: skip\nsources:\n{sources}"
        f"web: {{allow_hosts: [localhost], pause_s: 0}}\n{more}"
    )


def told(folder: Path) -> list[str]:
    """Return the addresses that each brief told, of all briefs together."""
    briefs = [json.loads(p.read_text()) for p in sorted(folder.glob("**/brief.json"))]
    return sorted(
        {  # a folder is met twice: `latest` leads to it
            f"{brief['generated']} {entry['uri'].rsplit('/', 1)[-1]}"
            for brief in briefs
            for entry in brief["register"]
            if entry["fate"] in ("used", "copy")
        }
    )


def test_each_article_is_told_once_and_nothing_is_fetched_twice(site: Site, tmp_path: Path) -> None:
    write(tmp_path, site)
    site.pages |= {"/feed": feed(site, "north", "south"), "/a/north": page("north")}
    site.pages["/a/south"] = page("south")
    first = briefing("run", "--quiet", cwd=tmp_path)
    assert (first.returncode, first.stderr) == (0, "")
    site.asked.clear()
    again = briefing("run", "--quiet", cwd=tmp_path, env={"SOURCE_DATE_EPOCH": "1773795600"})
    assert (again.returncode, again.stderr) == (0, "")
    assert site.asked == ["/feed"]
    site.pages |= {"/feed": feed(site, "south", "west"), "/a/west": page("west")}
    third = briefing("run", "--quiet", cwd=tmp_path, env={"SOURCE_DATE_EPOCH": "1773799200"})
    assert third.returncode == 0, third.stderr
    assert told(tmp_path / "output") == [
        "2026-03-18T00:00:00Z north", "2026-03-18T00:00:00Z south", "2026-03-18T02:00:00Z west",
    ]  # fmt: skip


def test_several_briefs_share_what_was_collected(site: Site, tmp_path: Path) -> None:
    sources = "".join(
        f"  - feed: {url(site, f'/{name}')}\n    name: {name}\n" for name in ("one", "two")
    )
    more = "briefs:\n  - name: Both\n  - name: Only one\n    sources: one\n    title: One\n"
    write(tmp_path, site, more, sources=sources)
    site.pages |= {"/one": feed(site, "north"), "/two": feed(site, "south")}
    site.pages |= {"/a/north": page("north"), "/a/south": page("south")}
    done = briefing("run", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(told(tmp_path / "output" / "both")) == 2
    assert len(told(tmp_path / "output" / "only-one")) == 1
    assert site.asked.count("/one") == 1
    unknown = briefing("run", "none", cwd=tmp_path)
    assert unknown.returncode == 2
    assert "no brief is called none; there are: Both, Only one" in unknown.stderr


def test_a_source_that_fails_is_named_and_all_of_them_leave_the_old_brief(
    site: Site, tmp_path: Path
) -> None:
    sources = f"  - feed: {url(site, '/feed')}\n  - page: {url(site, '/gone?token=abc')}\n"
    write(tmp_path, site, sources=sources)
    site.pages |= {"/feed": feed(site, "north"), "/a/north": page("north")}
    one = briefing("run", "--log", "json", cwd=tmp_path)
    assert one.returncode == 1
    lines = [json.loads(line) for line in one.stderr.splitlines()]
    assert any("status 404" in line["message"] for line in lines)
    report = (tmp_path / "output" / "run-report.json").read_text()
    assert "http_status" in report
    assert "token=abc" not in report + one.stderr
    site.pages.clear()
    latest = (tmp_path / "output" / "latest").readlink()
    both = briefing("run", cwd=tmp_path)
    assert both.returncode == 3
    assert "no source could be read" in both.stderr
    assert (tmp_path / "output" / "latest").readlink() == latest


def test_the_heartbeat_is_told_of_start_and_end(site: Site, tmp_path: Path) -> None:
    write(tmp_path, site, f"heartbeat: {url(site, '/ping/x')}\n")
    assert briefing("run", cwd=tmp_path).returncode == 3
    assert [path for path in site.asked if "ping" in path] == ["/ping/x/start", "/ping/x/3"]


def test_a_run_ends_at_its_deadline(site: Site, tmp_path: Path) -> None:
    write(tmp_path, site, "deadline_s: 0.01\n")
    done = briefing("run", cwd=tmp_path)
    assert done.returncode == 75
    assert "longer than `deadline_s`" in done.stderr


def test_sources_tells_their_health_and_tries_one(site: Site, tmp_path: Path) -> None:
    write(tmp_path, site)
    site.pages |= {"/feed": feed(site, "north"), "/a/north": page("north")}
    assert "never asked" in briefing("sources", cwd=tmp_path).stdout
    tried = briefing("sources", "--try", "post", cwd=tmp_path)
    assert (tried.returncode, "post: 1 listed, ok" in tried.stdout) == (0, True)
    done = briefing("collect", cwd=tmp_path)
    assert "1 sources asked, 1 new, 1 articles fetched, 0 failed, exit 0" in done.stderr
    shown = briefing("sources", cwd=tmp_path).stdout.splitlines()
    assert shown[1].split() == ["post", "feed", "2026-03-18T00:00:00Z", "1", "not", "known", "none"]
    briefing("sources", "--opml", "out.opml", cwd=tmp_path)
    assert url(site, "/feed") in (tmp_path / "out.opml").read_text()


def test_a_secret_comes_from_the_environment_or_a_file_named_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = parse("sources: [{mailbox: 'imaps://me@mail.example/'}]")
    with pytest.raises(UsageError, match="BRIEFING_IMAP_PASSWORD_FILE to a file"):
        gather.web_sources(config)
    (tmp_path / "secret").write_text("s3cret\n")
    monkeypatch.setenv("BRIEFING_IMAP_PASSWORD_FILE", str(tmp_path / "secret"))
    [source] = gather.web_sources(config)
    assert source.imap
    assert source.imap.password == "s3cret"  # noqa: S105
    monkeypatch.setenv("BRIEFING_IMAP_PASSWORD_FILE", str(tmp_path / "none"))
    with pytest.raises(UsageError, match="cannot be read"):
        gather.web_sources(config)


def test_a_brief_cut_off_before_it_was_remembered_is_made_anew(tmp_path: Path) -> None:
    with SqliteShelf(tmp_path) as shelf:
        item = Listed("k", "https://news.example/1", "m", b"bytes", "text/html", fetch=False)
        shelf.listed("post", "https://news.example/", Known(), [item], at=NOW)
        [held] = shelf.fresh("S", ["post"])
        output = tmp_path / "output"
        for name in ("lost", "kept"):
            shelf.intend("S", name, [held])
            (output / name).mkdir(parents=True)
            if name == "kept":
                shelf.flush()
                with open_state(tmp_path) as state:
                    state.record_brief(name, generated=NOW, stories=[], articles=[])
            stale = gather.recover(shelf, [output])
            assert stale == ([output / "lost"] if name == "lost" else [])
            assert shelf.fresh("S", ["post"]) == ([held] if name == "lost" else [])
            gather.clear(stale, [output])
        assert [path.name for path in output.iterdir()] == ["kept"]
