"""Mail and archive before real judges: a mail server, the tables of caniemail, a browser.

Run by `scripts/try-mail`, which gets the tools and names them in TRY_TOOLS; `make test` does not
collect this file.
"""

import json
import mailbox
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from briefing.render import mail as bodies
from briefing.render.bodies import LIMIT
from tests.commands import SAMPLES, briefing
from tests.e2e.browser import Browser, browser
from tests.render.briefs import many

TOOLS = Path(os.environ["TRY_TOOLS"])
PHONE, DESK = 390, 1280
READERS = ("ann@example.net", "bo@example.net")

# What a mail program may lack and still show every word, in order, readable.
GRACEFUL = {
    "css-max-width": "wider lines in Outlook on Windows",
    "css-max-height": "the preview line is hidden by display:none too",
    "css-overflow": "the preview line is hidden by display:none too",
    "css-letter-spacing": "the kicker is set closer",
    "css-word-break": "very long words stand out",
    "css-text-transform": "the kicker is in lower case",
    "css-at-media-prefers-color-scheme": "the light page in the dark",
    "css-at-media": "wider margins on a phone",
    "html-semantics": "roles of a reader's program",
    "html-role": "roles of a reader's program",
    "html-lang": "the language is not spoken",
    "html-anchor-links": "marks do not jump; they are words all the same",
    "html-meta-color-scheme": "the light page in the dark",
    "css-text-decoration": "links are underlined",
    "html-doctype": "Outlook on Windows lays every page out with Word",
    "html-body": "set on the table too",
    "html-style": "what is in the head is extra",
}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """An OpenSMTPD that puts every mail into one Maildir; its port and the Maildir."""
    if os.geteuid():
        pytest.skip("OpenSMTPD needs root")
    folder = Path("/tmp") / f"try-mail-{os.getpid()}"  # noqa: S108 - where `nobody` may write
    box = folder / "Maildir"
    box.mkdir(parents=True)
    for place in (folder, box):
        os.chown(place, 65534, 65534)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = folder / "smtpd.conf"
    settings.write_text(
        f'listen on 127.0.0.1 port {port}\ntable every {{ "@" = "nobody" }}\n'
        f'action "keep" maildir "{box}" virtual <every>\nmatch from any for any action "keep"\n'
    )
    settings.chmod(0o600)
    os.chown(settings, 0, 0)
    with (folder / "log").open("w") as log:
        running = subprocess.Popen(["smtpd", "-d", "-f", str(settings)], stdout=log, stderr=log)
        for _ in range(100):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port, box
        running.terminate()
        running.wait(10)
    subprocess.run(["rm", "-rf", str(folder)], check=True)


@pytest.fixture(scope="session")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mail")
    (folder / "config.yaml").write_text(
        f"title: Port watch\nsince: 2026-03-01\nsources:\n  - folder: {SAMPLES}\n"
    )
    assert briefing("run", "--quiet", cwd=folder).returncode == 0
    return folder / "output"


@pytest.fixture(scope="session")
def window() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def read_back(box: Path, count: int) -> list[EmailMessage]:
    """Return the mails in the Maildir, once there are so many."""
    for _ in range(200):
        found = list((box / "new").glob("*")) if (box / "new").is_dir() else []
        if len(found) >= count:
            break
        time.sleep(0.1)
    held = mailbox.Maildir(box, factory=None, create=False)
    return [message_from_bytes(held.get_bytes(k), policy=policy.default) for k in held.iterkeys()]


def test_a_mail_is_in_the_mailbox_as_it_was_sent(server: tuple[int, Path], brief: Path) -> None:
    port, box = server
    folder = brief.parent
    settings = (folder / "config.yaml").read_text()
    (folder / "mail.yaml").write_text(
        f"{settings}mail:\n  to: [{', '.join(READERS)}]\n  from: desk@example.org\n"
        f"  host: localhost\n  port: {port}\n  security: none\n"
    )
    done = briefing("send", "output/latest", "--config", "mail.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    mails = read_back(box, len(READERS))
    assert len(mails) == len(READERS)
    assert {mail["Message-ID"] for mail in mails} == {mails[0]["Message-ID"]}
    for mail in mails:
        text, html = mail.get_body(("plain",)), mail.get_body(("html",))
        assert text is not None
        assert html is not None
        latest = brief / "latest"
        assert text.get_content() == (latest / "brief.txt").read_text()
        record = json.loads((latest / "brief.json").read_text())
        words = " ".join(text.get_content().split())
        assert all(q["text"] in words for q in record["bottom_line"])
        pdf, calendar = mail.iter_attachments()
        assert pdf.get_content() == (latest / "brief.pdf").read_bytes()
        assert calendar.get_content_type() == "text/calendar"
        for name in ("From", "To", "Subject", "Date", "List-ID", "Auto-Submitted"):
            assert len(mail.get_all(name, [])) == 1


def lacking(slug: str, table: dict[str, Any]) -> list[str]:
    """Return where the newest Gmail, Outlook and Apple Mail do not show a feature."""
    stats = table[slug]["stats"]
    return [
        f"{family} {platform}"
        for family in ("gmail", "outlook", "apple-mail")
        for platform, versions in stats.get(family, {}).items()
        if list(versions.values())[-1].startswith("n")
    ]


def test_mail_programs_support_what_the_mail_uses() -> None:
    _, _, html = bodies(many(40))
    assert len(html.encode()) <= LIMIT
    rows = json.loads((TOOLS / "caniemail/data/caniemail.json").read_text())["data"]
    table = {row["slug"]: row for row in rows}
    styles = re.findall(r'style="([^"]*)"', html)
    parts = [part for style in styles for part in style.split(";") if part]
    used = {f"css-{part.split(':')[0].strip()}" for part in parts}
    used |= {f"html-{tag}" for tag in re.findall(r"<([a-z][a-z0-9]*)", html)}
    used |= {f"html-{name}" for name in re.findall(r"\s([a-z-]+)=", html)}
    used |= {"css-at-media", "css-at-media-prefers-color-scheme", "html-h1-h6", "html-anchor-links",
             "css-unit-px", "html-doctype", "css-important"}  # fmt: skip
    known = sorted(used & set(table))
    assert len(known) > 20
    told = {slug: lacking(slug, table) for slug in known}
    assert {slug: where for slug, where in told.items() if where and slug not in GRACEFUL} == {}


PAGES = ("index", "month", "mail")


def page(name: str, brief: Path) -> str:
    if name == "mail":
        record = (brief / "latest/brief.json").read_bytes()
        from briefing.render import from_json

        file = brief / "mail.html"
        file.write_text(bodies(from_json(record))[2])
        return file.as_uri()
    months = sorted(brief.glob("20*.html"))
    return (brief / "index.html" if name == "index" else months[0]).as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    name: str, width: int, scheme: str, brief: Path, window: Browser
) -> None:
    window.look(page(name, brief), width=width, scheme=scheme)
    window.run("for (const d of document.querySelectorAll('details')) d.open = true")
    window.run((TOOLS / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = window.wait_for(
        "axe.run().then(r => arguments[0]({violations: r.violations, passes: r.passes.length}))"
    )
    told = [
        (one["id"], one["help"], [node["html"][:160] for node in one["nodes"][:3]])
        for one in found["violations"]
        if name != "mail" or one["id"] not in ("region", "landmark-one-main")  # mails have none
    ]
    assert told == [], json.dumps(told, indent=1)
    assert window.run("return document.documentElement.scrollWidth") == width


def test_the_archive_is_searched_by_keyboard(brief: Path, window: Browser) -> None:
    window.look(page("index", brief), width=DESK, scheme="light")
    said = window.run(
        """
        const input = document.getElementById("words");
        input.focus();
        input.value = "FERRY struck";
        input.dispatchEvent(new Event("input"));
        return [document.activeElement.id, document.getElementById("found").textContent,
                document.querySelector("#results a").getAttribute("href"),
                document.querySelectorAll("#results mark").length];
        """
    )
    assert said[0] == "words"
    assert said[1] == "1 brief found"
    assert (brief / said[2]).is_file()
    assert said[3] >= 2
    nothing = window.run(
        """
        const input = document.getElementById("words");
        input.value = "zeppelin";
        input.dispatchEvent(new Event("input"));
        return document.getElementById("found").textContent;
        """
    )
    assert nothing == "0 briefs found"
