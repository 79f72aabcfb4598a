"""The archive of all briefs: what it lists, what it keeps, and that titles stay text."""

import html
import json
import re
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from briefing import archiving
from briefing.config import Config
from briefing.render.archive import PastBrief, archive
from tests.commands import SAMPLES, briefing

NOW = datetime(2031, 3, 20, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
EVIL = '</script><script>alert("x")</script> & ]]> \u202e'


def past(day: int, title: str = "Port watch", **more: object) -> PastBrief:
    values = {
        "folder": f"2031-03-{day:02}T0600Z-port-watch", "title": title, "subtitle": "",
        "generated": f"2031-03-{day:02}T06:00:00Z", "first": "2031-03-01", "last": "2031-03-02",
        "articles": 3, "stories": 2, "bottom_line": ("The ferry left on time.",),
        "themes": (("Ferries", ("Ferry leaves",)),), "files": {"brief.html": 10, "brief.pdf": 20},
    }  # fmt: skip
    return PastBrief(**(values | more))  # type: ignore[arg-type]


def folder(root: Path, day: int) -> Path:
    made = root / f"2031-03-{day:02}T0600Z-port-watch"
    made.mkdir(parents=True)
    (made / "brief.txt").write_text("The ferry left on time.")
    return made


def config(root: Path, **archive: object) -> Config:
    return Config.model_validate({"output": root, "archive": archive})


def test_a_run_keeps_the_archive_and_every_link_leads_somewhere(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("title: Port watch\nsources:\n  - folder: in\n")
    (tmp_path / "in").mkdir()
    for name in ("11-arnhaven-post-budget.txt", "06-belisar-courier-ferry.txt"):
        (tmp_path / "in" / name).write_bytes((SAMPLES / name).read_bytes())
    done = briefing("run", "--quiet", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    output = tmp_path / "output"
    page = html.unescape((output / "index.html").read_text())
    record = json.loads((output / "latest" / "brief.json").read_text())
    assert record["bottom_line"][0]["text"] in page
    links = re.findall(r'href="([^"#]+)"', page)
    assert len(links) >= 9
    assert all((output / link).exists() for link in links)
    feed = ET.fromstring((output / "feed.xml").read_text())  # noqa: S314 - our own
    [entry] = feed.iter(f"{ATOM}entry")
    [pdf] = [each for each in entry.iter(f"{ATOM}link") if each.get("rel") == "enclosure"]
    assert (output / str(pdf.get("href"))).stat().st_size == int(pdf.get("length", 0))


def test_only_new_briefs_are_read_and_nothing_is_written_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path, 1)
    archiving.update(config(tmp_path), at=NOW)
    folder(tmp_path, 2)
    read: list[str] = []
    monkeypatch.setattr(archiving, "_read", lambda place: read.append(place.name))
    archiving.update(config(tmp_path), at=NOW)
    assert read == ["2031-03-02T0600Z-port-watch"]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.*")}
    archiving.update(config(tmp_path), at=NOW)
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.glob("*.*")}


@pytest.mark.parametrize("damage", [b"", b"{", b'{"version": 1, "briefs": [{}]}', b"[]"])
def test_a_damaged_list_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    folder(tmp_path, 1)
    archiving.update(config(tmp_path), at=NOW)
    whole = (tmp_path / "archive.json").read_bytes()
    (tmp_path / "archive.json").write_bytes(damage)
    archiving.update(config(tmp_path), at=NOW)
    assert (tmp_path / "archive.json").read_bytes() == whole


def test_old_briefs_go_and_the_latest_stays(tmp_path: Path) -> None:
    for day in (1, 2, 15):
        folder(tmp_path, day)
    other = tmp_path / "notes"
    other.mkdir()
    (tmp_path / "latest").symlink_to("2031-03-01T0600Z-port-watch")
    archiving.update(config(tmp_path, keep_days=10), at=NOW)
    left = sorted(path.name for path in tmp_path.iterdir() if path.is_dir())
    assert left == ["2031-03-01T0600Z-port-watch", "2031-03-15T0600Z-port-watch", "latest", "notes"]
    archiving.update(config(tmp_path, keep_days=1), at=datetime(2040, 1, 1, tzinfo=UTC))
    assert (tmp_path / "2031-03-15T0600Z-port-watch").is_dir()  # never none


def test_a_brief_that_cannot_be_read_is_listed_all_the_same(tmp_path: Path) -> None:
    (folder(tmp_path, 1) / "brief.json").write_text('{"title": 7}')
    page = archiving.update(config(tmp_path), at=NOW).read_text()
    assert "port watch" in page
    assert "1 Mar 2031, 06:00 UTC" in page


def test_titles_are_text_in_page_search_and_feed() -> None:
    files = archive([past(1, EVIL, bottom_line=(EVIL,), themes=((EVIL, (EVIL,)),))])
    for name in ("index.html", "2031-03.html"):
        page = files[name].decode()
        assert "<script>alert" not in page
        assert "\u202e" not in page
    search = files["search.js"].decode()
    data = search.partition("const BRIEFS = ")[2].partition(";\n")[0]
    assert json.loads(data)[0]["title"] == EVIL.replace("\u202e", "")
    feed = ET.fromstring(files["feed.xml"])  # noqa: S314 - our own
    assert str(feed.findtext(f"{ATOM}entry/{ATOM}title")).startswith("</script><script>")


def test_the_first_page_has_the_newest_and_every_month_its_own() -> None:
    many = [
        past(1, folder=f"{month}-01T0600Z-x", generated=f"{month}-01T06:00:00Z")
        for month in (f"20{i // 12}-{i % 12 + 1:02}" for i in range(31 * 12, 40 * 12))
    ]
    files = archive(list(reversed(many)), address="https://briefs.example.org")
    page = files["index.html"].decode()
    assert "108 briefs, the newest 50 here" in page
    assert page.index("2039-12-01T0600Z-x/brief.html") < page.index("2039-11-01T0600Z-x/brief.html")
    assert "2031-01-01T0600Z-x/brief.html" in files["2031-01.html"].decode()
    feed = ET.fromstring(files["feed.xml"])  # noqa: S314 - our own
    assert feed.findtext(f"{ATOM}id") == "https://briefs.example.org/"
    assert len(feed.findall(f"{ATOM}entry")) == 50


def test_no_brief_is_said() -> None:
    assert "No brief yet." in archive([])["index.html"].decode()
