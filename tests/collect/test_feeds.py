# ruff: noqa: E501 - the cases stand one a line
"""Feeds of every kind, well and ill: what is read, and by what name the rest is refused."""

import json
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.collect import feeds
from briefing.errors import ReadError
from tests.commands import ROOT

URL = "https://news.example/feed"
HOSTILE = ROOT.parent / "shared" / "hostile"


def rss(items: str, *, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    return f'{head}<rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'.encode()


ITEM = "<item><title>Quay opens</title><link>https://news.example/1</link><guid>1</guid></item>"
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Post</title><entry><id>tag:1</id><title type="html">Quay &amp;lt;b&amp;gt;opens</title>
<link rel="alternate" href="/1"/><updated>2026-03-17T06:00:00+09:00</updated>
<author><name>Ana Reyes</name></author><content type="html">&lt;p&gt;The quay opens.&lt;/p&gt;</content>
</entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel
 rdf:about="x"><title>Post</title></channel><item rdf:about="https://news.example/1"><title>Quay
 opens</title><link>https://news.example/1</link><dc:date>2026-03-17T06:00Z</dc:date></item></rdf:RDF>"""
OLD = '<rss version="0.91"><channel><title>Post</title>' + ITEM + "</channel></rss>"
OLDEST = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Post</title></channel><item>
 <title>Quay opens</title><link>https://news.example/1</link></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Post",
        "items": [
            {
                "id": "1", "url": "https://news.example/1", "title": "Quay opens",
                "content_html": "<p>The quay opens.</p>", "date_published": "2026-03-17T06:00:00Z",
                "authors": [{"name": "Ana Reyes"}],
            }
        ],
    }
)  # fmt: skip


@pytest.mark.parametrize(
    "content", [rss(ITEM), ATOM.encode(), RDF.encode(), OLD.encode(), OLDEST.encode(), JSON.encode()],
    ids=["rss 2.0", "atom", "rss 1.0", "rss 0.91", "rss 0.90", "json"],
)  # fmt: skip
def test_feeds_of_every_kind_are_read(content: bytes) -> None:
    feed = feeds.read(content, URL)
    [entry] = feed.entries
    assert feed.title == "Post"
    assert entry.title.startswith("Quay")
    assert entry.link == "https://news.example/1"
    assert feed.remark == ""


def test_what_an_entry_says_is_read() -> None:
    [entry] = feeds.read(ATOM.encode(), URL).entries
    assert entry.stamp == datetime(2026, 3, 16, 21, tzinfo=UTC)
    assert entry.published == "2026-03-17T06:00:00+09:00"
    assert entry.author == "Ana Reyes"
    assert entry.content == "<p>The quay opens.</p>"
    [same] = feeds.read(JSON.encode(), URL).entries
    assert (same.stamp, same.author) == (datetime(2026, 3, 17, 6, tzinfo=UTC), "Ana Reyes")


SOUND = {
    "no declaration": OLD.encode(),
    "byte order mark": b"\xef\xbb\xbf" + rss(ITEM),
    "utf-16": rss(ITEM, head='<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16"),
    "latin-1": rss(ITEM.replace("Quay", "Quäy"), head='<?xml version="1.0" encoding="iso-8859-1"?>')
    .decode().encode("latin-1"),
    "windows-1251": rss(ITEM, head='<?xml version="1.0" encoding="windows-1251"?>'),
    "shift_jis": rss(ITEM.replace("Quay", "Quay港"), head='<?xml version="1.0" encoding="shift_jis"?>')
    .decode().encode("shift_jis"),
    "encoding that is not there": rss(ITEM, head='<?xml version="1.0" encoding="x-klingon"?>'),
    "encoding that is no text": rss(ITEM).replace(b'"utf-8"', b'"\x93utf-8"', 1),
    "utf-8 that is cp1252": rss(ITEM).replace(b"opens", b"\x93opens\x94"),
    "surrogate reference": rss(ITEM.replace("opens", "&#xD800;opens")),
    "surrogate in numbers": rss(ITEM.replace("opens", "&#55296;opens")),
    "null reference": rss(ITEM.replace("opens", "&#0;opens")),
    "html entities": rss(ITEM.replace("opens", "&nbsp;opens&mdash;")),
    "bare ampersand": rss(ITEM.replace("opens", "& opens")),
    "raw controls": rss(ITEM).replace(b"opens", b"\x01\x02opens"),
    "cdata": rss(ITEM.replace("Quay opens", "<![CDATA[Quay <b>opens</b>]]>")),
    "plain doctype": b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/d">'
    + OLD.encode(),
    "stylesheet": b'<?xml version="1.0"?><?xml-stylesheet href="http://x.example/s"?>' + OLD.encode(),
    "xinclude": rss('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///x"/>' + ITEM),
    "no namespace": b"<feed><title>P</title><entry><title>Quay</title><link href='https://news.example/1'/></entry></feed>",
    "other prefixes": b'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Quay</a:title>'
    b'<a:link href="https://news.example/1"/></a:entry></a:feed>',
    "capital letters": rss(ITEM).replace(b"<rss", b"<RSS").replace(b"</rss", b"</RSS"),
    "unclosed end": rss(ITEM).replace(b"</channel></rss>", b""),
    "text before": b"\n\n  " + OLD.encode(),
    "text behind": OLD.encode() + b"\n<!-- served in 3 ms -->",
    "relative link": rss(ITEM.replace("https://news.example/1", "/1")),
    "link in guid": rss("<item><title>Quay</title><guid>https://news.example/1</guid></item>"),
    "enclosure": rss(ITEM.replace("</item>", '<enclosure url="file:///x" length="9" type="a/b"/></item>')),
    "xml:base": ATOM.replace("<feed ", '<feed xml:base="file:///etc/" ').replace('"/1"', '"https://news.example/1"').encode(),
    "dates of nowhere": rss(ITEM.replace("</item>", "<pubDate>Thu, 30 Feb 0000 25:61:61 ZZZ</pubDate></item>")),
    "date of the future": rss(ITEM.replace("</item>", "<pubDate>31 Dec 9999 23:59:59 +1400</pubDate></item>")),
    "leap second": rss(ITEM.replace("</item>", "<pubDate>Sat, 31 Dec 2016 23:59:60 GMT</pubDate></item>")),
    "content as xhtml": ATOM.replace('type="html">&lt;p&gt;The quay opens.&lt;/p&gt;', 'type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The quay</p></div>').encode(),
    "media and geo": rss(ITEM.replace("</item>", '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="x"/><georss:point xmlns:georss="http://www.georss.org/georss">a b</georss:point></item>')),
    "json without dates": JSON.replace("date_published", "no").encode(),
    "json with odd types": JSON.replace('"1"', "1").replace('[{"name": "Ana Reyes"}]', '"Ana"').encode(),
    "json with a mark": b"\xef\xbb\xbf" + JSON.encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_an_odd_feed_is_a_feed(name: str) -> None:
    feed = feeds.read(SOUND[name], URL)
    assert [entry.link for entry in feed.entries] == ["https://news.example/1"]
    assert "Quay" in feed.entries[0].title or "Qu" in feed.entries[0].title


ENTITY = '<!DOCTYPE rss [<!ENTITY a "{}">]>'
REFUSED = {
    "empty": ("empty", b""),
    "white space": ("empty", b" \n\t"),
    "entity": ("xml_forbidden", ENTITY.format("b").encode() + rss(ITEM, head="")),
    "file entity": ("xml_forbidden", b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss(ITEM, head="")),
    "parameter entity": ("xml_forbidden", b'<!DOCTYPE r [<!ENTITY % x SYSTEM "http://x.example/">%x;]>' + rss(ITEM, head="")),
    "entity in utf-16": ("xml_forbidden", (ENTITY.format("b") + rss(ITEM, head="").decode()).encode("utf-16")),
    "entity behind a quote": ("xml_forbidden", b'<!DOCTYPE r SYSTEM "a>b" [<!ENTITY x "y">]>' + rss(ITEM, head="")),
    "small letters": ("xml_forbidden", b'<!doctype rss [ <!-- --> ]>' + rss(ITEM, head="")),
    "a page": ("not_a_feed", b"<!doctype html><html><title>Not found</title></html>"),
    "a path": ("not_a_feed", b"/etc/passwd"),
    "a device": ("not_a_feed", b"/dev/zero"),
    "an address": ("not_a_feed", b"http://127.0.0.1:9/secret"),
    "json": ("not_a_feed", b'{"a": 1}'),
    "json of another kind": ("not_a_feed", b'{"version": "2", "items": []}'),
    "deep json": ("not_a_feed", b'{"a":' + b"[" * 100_000),
    "broken json": ("not_a_feed", JSON.encode()[:80]),
    "compressed": ("not_a_feed", b"\x1f\x8b\x08\x00\x00\x00\x00\x00rubbish"),
    "binary": ("not_a_feed", bytes(range(256))),
    "opml": ("not_a_feed", b"<opml><body><outline text='a'/></body></opml>"),
    "a sitemap": ("not_a_feed", b"<urlset><url><loc>https://news.example/</loc></url></urlset>"),
    "a tag without end": ("feed_malformed", rss("<item>")[:-30] + b"<a " + b'b="1" ' * 20_000),
    "a million deep": ("feed_malformed", rss("<b>" * 30_000)),
    "plain words": ("not_a_feed", b"The quay opens on Tuesday."),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_feed_is_named(name: str) -> None:
    reason, content = REFUSED[name]
    with pytest.raises(ReadError) as caught:
        feeds.read(content, URL)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("content", "remark", "entries"),
    [
        (rss(""), "no_entries", 0),
        (rss(ITEM + ITEM.replace("/1<", "/2<").replace("guid>1", "guid>2"))[:-60], "feed_malformed", 1),
        (rss("<item></item>" + ITEM), "entry_incomplete", 1),
        (rss("".join(ITEM.replace(">1<", f">{i}<") for i in range(5))), "truncated", 3),
        (rss(ITEM * 3), "entry_incomplete", 1),
        (rss(ITEM.replace("https://news.example/1", "javascript:alert(1)")), "entry_incomplete", 0),
    ],
    ids=["none", "cut", "bare", "many", "thrice", "script"],
)  # fmt: skip
def test_what_is_wrong_with_a_part_of_a_feed_is_named(
    content: bytes, remark: str, entries: int
) -> None:
    feed = feeds.read(content, URL, most=3)
    assert (feed.remark, len(feed.entries)) == (remark, entries)


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile corpus is not here")
def test_the_feeds_of_the_hostile_corpus_end_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HOSTILE))
    import corpus  # type: ignore[import-not-found]

    context = corpus.Ctx("http://127.0.0.1:9/c", "/nonexistent", 0.02)
    named = {"xml_forbidden", "not_a_feed", "empty"}
    for case in corpus.CASES:
        if case.kind != "feed":
            continue
        data = case.make(context)
        try:
            reason = feeds.read(data, URL).remark
        except ReadError as error:
            reason = error.reason
        if case.reason in named:
            assert reason == case.reason, case.id
    sys.modules.pop("corpus")


@given(
    st.binary(max_size=400), st.sampled_from([rss(ITEM), ATOM.encode(), JSON.encode()]), st.data()
)
def test_no_bytes_make_the_reader_fail(noise: bytes, whole: bytes, data: Any) -> None:
    at = data.draw(st.integers(0, len(whole)))
    for content in (noise, whole[:at] + noise + whole[at:], whole[:at]):
        with suppress(ReadError):
            feeds.read(content, URL)


@pytest.mark.soak
def test_the_readers_own_suites_pass_without_an_exception(tmp_path: Path) -> None:
    """Take feedparser's test feeds from its source distribution, and read every one."""
    import subprocess
    import tarfile
    from importlib.metadata import version

    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:",
        f"feedparser=={version('feedparser')}", "--dest", str(tmp_path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    [archive] = tmp_path.glob("feedparser-*.tar.gz")
    read = refused = entries = 0
    failed: list[str] = []
    with tarfile.open(archive) as held:
        for member in held:
            folders = (
                "/tests/wellformed/",
                "/tests/illformed/",
                "/tests/encoding/",
                "/tests/entities/",
            )
            if not (member.isfile() and any(folder in member.name for folder in folders)):
                continue
            content = held.extractfile(member)
            assert content is not None
            try:
                entries += len(feeds.read(content.read(), URL).entries)
                read += 1
            except ReadError as error:
                refused += 1
                failed += [member.name] if "the reader failed" in error.detail else []
    sys.stdout.write(f"{read} read, {refused} refused by name, {entries} entries\n")
    assert not failed
    assert read + refused > 1_500
    assert entries > 700
