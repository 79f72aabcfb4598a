"""Addresses: what is refused without a connection, and when two are the same."""

import sys

import pytest

from briefing.collect.http import Access, canonical, parsed
from briefing.collect.http.access import is_public
from briefing.errors import ReadError
from tests.commands import ROOT

HOSTILE = ROOT.parent / "shared" / "hostile"

REFUSED = {
    "file:///etc/passwd": "blocked_url",
    "javascript:alert(1)": "blocked_url",
    "http://127.1/": "blocked_url",
    "http://0x7f.1/": "blocked_url",
    "http://LOCALHOST./": "blocked_url",
    "http://[::ffff:10.0.0.1]/": "blocked_url",
    "http://[64:ff9b::a00:1]/": "blocked_url",
    "http://100.64.0.1/": "blocked_url",
    "http://a:b@news.example/": "blocked_url",
    "http://news.example\\@127.0.0.1/": "blocked_url",
    "http://⑩.0.0.1/": "blocked_url",
    "http://news.example:22/": "blocked_url",
    "http://news.example/\r\nX: 1": "bad_url",
    "http://[::1/": "bad_url",
    "http://": "bad_url",
    "news": "bad_url",
}


def reason(text: str, access: Access | None = None) -> str:
    try:
        (access or Access()).check(parsed(text))
    except ReadError as error:
        return error.reason
    return ""


@pytest.mark.parametrize("text", REFUSED, ids=repr)
def test_an_address_that_is_not_of_the_public_web_is_refused(text: str) -> None:
    assert reason(text) == REFUSED[text]


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile corpus is not here")
def test_all_addresses_of_the_hostile_corpus_are_refused_as_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(HOSTILE))
    import corpus  # type: ignore[import-not-found]

    syntax = ("syntax", "length", "control")
    wrong = {
        text: found
        for text, why in corpus.BLOCKED_URLS
        if (found := reason(text)) != ("bad_url" if why in syntax else "blocked_url")
    }
    sys.modules.pop("corpus")
    assert len(corpus.BLOCKED_URLS) >= 57
    assert not wrong


@pytest.mark.parametrize(
    "text", ["https://news.example/a?b=c", "http://münchen.example/ä", "http://1.1.1.1/", "http://news.example:443/x"]
)  # fmt: skip
def test_an_address_of_the_public_web_is_allowed(text: str) -> None:
    assert reason(text) == ""


def test_allowed_hosts_open_a_name_or_a_network_and_nothing_else() -> None:
    access = Access.of(["wiki.intranet", "10.1.0.0/16", "localhost"])
    assert reason("http://wiki.intranet:8080/", access) == ""
    assert reason("http://10.1.2.3:8080/", access) == ""
    assert reason("http://localhost/", access) == ""
    assert reason("http://10.2.0.1/", access) == "blocked_url"
    assert reason("http://sub.localhost/", access) == "blocked_url"


def test_a_name_is_judged_by_every_address_it_leads_to() -> None:
    url = parsed("http://news.example/")
    found = Access().addresses(url, lambda _host, _port: ("1.1.1.1",), 1)
    assert found == ("1.1.1.1",)
    with pytest.raises(ReadError, match="blocked_url"):
        Access().addresses(url, lambda _host, _port: ("1.1.1.1", "169.254.169.254"), 1)


@pytest.mark.parametrize(
    "text", ["::7f00:1", "2002:a00:1::", "2001:0:0:0:0:0:f5ff:fffe", "fec0::1", "ff02::1", "::"]
)
def test_wrapped_and_special_addresses_are_not_public(text: str) -> None:
    import ipaddress

    assert not is_public(ipaddress.ip_address(text))


def test_tracking_parameters_and_fragments_make_no_other_address() -> None:
    plain = "https://news.example/a?id=7&q=a%20b"
    assert canonical("HTTPS://News.Example:443/a?id=7&q=a%20b#top") == plain
    assert canonical("https://news.example/a?utm_source=x&fbclid=y") == "https://news.example/a"
    assert canonical("https://news.example") == "https://news.example/"
    assert canonical("https://news.example/a?id=8") != plain
