"""`briefing send` and `briefing run`, end to end against a real SMTP server."""

import json
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.commands import SAMPLES, briefing

Serve = Callable[..., tuple[Any, int]]
GOOD = SAMPLES / "11-arnhaven-post-budget.txt"
PASSWORD = {"BRIEFING_SMTP_PASSWORD": "right"}


def config(folder: Path, port: int, certificate: Any, more: str = "") -> None:
    (folder / "config.yaml").write_text(
        f"title: Port watch\nsources:\n  - folder: articles\n"
        f"mail:\n  to: [ann@example.net, bo@example.net]\n  from: desk@example.org\n"
        f"  host: localhost\n  port: {port}\n  user: desk\n  ca_file: {certificate.file}\n"
        f"  timeout_s: 10\n{more}"
    )
    (folder / "articles").mkdir()
    (folder / "articles" / "a.txt").write_bytes(GOOD.read_bytes())


def arrived(content: bytes) -> EmailMessage:
    parsed = message_from_bytes(content, policy=policy.SMTP)
    assert isinstance(parsed, EmailMessage)
    return parsed


def check(mail: EmailMessage, brief: Path, *, calendar: bool = True) -> None:
    """The mail holds the brief: text, HTML, and the PDF to the byte."""
    record = json.loads((brief / "brief.json").read_text())
    said = [q["text"] for q in record["bottom_line"]]
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    words = " ".join(text.get_content().split())
    assert said
    assert all(sentence in words for sentence in said)
    assert "http" not in html.get_content().replace("http://www.w3.org", "")
    pdf, *others = mail.iter_attachments()
    assert [each.get_content_type() for each in others] == ["text/calendar"] * calendar
    assert pdf.get_filename() == "port-watch-2026-03-18.pdf"
    assert pdf.get_content() == (brief / "brief.pdf").read_bytes()
    assert mail["Auto-Submitted"] == "auto-generated"


# aiosmtpd does not count TLS from the first byte as TLS
@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_run_makes_a_brief_and_mails_it(
    serve: Serve, certificate: Any, tmp_path: Path, security: str
) -> None:
    context = certificate.context()
    options: dict[str, Any] = (
        {"tls_context": context, "require_starttls": True, "auth_required": True}
        if security == "starttls"
        else {"ssl_context": context, "auth_required": True, "auth_require_tls": False}
    )
    inbox, port = serve(**options)
    config(tmp_path, port, certificate, f"  security: {security}\n")
    done = briefing("run", "--quiet", cwd=tmp_path, env=PASSWORD)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    ((sender, recipients, content),) = inbox.envelopes
    assert (sender, recipients) == ("desk@example.org", ["ann@example.net", "bo@example.net"])
    assert inbox.logins == [(b"desk", b"right")]
    check(arrived(content), tmp_path / "output" / "latest")
    report = json.loads((tmp_path / "output" / "latest" / "run-report.json").read_text())
    assert [r["state"] for r in report["recipients"]] == ["sent", "sent"]
    assert "right" not in json.dumps(report)


def test_send_mails_an_existing_brief_to_somebody_else(
    serve: Serve, certificate: Any, tmp_path: Path
) -> None:
    inbox, port = serve(tls_context=certificate.context())
    config(tmp_path, port, certificate)
    assert briefing("build", "articles", cwd=tmp_path).returncode == 0
    latest = tmp_path / "output" / "latest"
    for brief in (latest, latest / "brief.pdf"):
        done = briefing("send", brief, "--to", "eve@example.net", cwd=tmp_path, env=PASSWORD)
        assert done.returncode == 0, done.stderr
        assert "eve@example.net: sent" in done.stdout
        assert inbox.envelopes[-1][1] == ["eve@example.net"]
        check(arrived(inbox.envelopes[-1][2]), latest, calendar=brief.is_dir())


def test_a_dry_run_writes_the_mail_and_sends_nothing(tmp_path: Path) -> None:
    assert briefing("build", GOOD, "--title", "Port watch", cwd=tmp_path).returncode == 0
    done = briefing("send", "output/latest", "--to", "eve@example.net", "--dry-run", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    mail = arrived((tmp_path / "brief.eml").read_bytes())
    assert mail["To"] == "eve@example.net"
    check(mail, tmp_path / "output" / "latest")


def test_one_refused_recipient_is_1_and_named(
    serve: Serve, certificate: Any, tmp_path: Path
) -> None:
    _, port = serve({"bo@example.net": "550 no such user"}, tls_context=certificate.context())
    config(tmp_path, port, certificate)
    done = briefing("run", cwd=tmp_path, env=PASSWORD)
    assert done.returncode == 1
    assert "bo@example.net" in done.stderr
    report = json.loads((tmp_path / "output" / "run-report.json").read_text())
    assert [(r["recipient"], r["state"]) for r in report["recipients"]] == [
        ("ann@example.net", "sent"),
        ("bo@example.net", "failed"),
    ]


def test_a_server_that_is_away_is_5_and_the_brief_is_kept(certificate: Any, tmp_path: Path) -> None:
    config(tmp_path, 9, certificate)
    done = briefing("run", "--quiet", cwd=tmp_path, env=PASSWORD)
    assert done.returncode == 5
    assert "Traceback" not in done.stderr
    assert (tmp_path / "output" / "latest" / "brief.pdf").is_file()


def test_a_missing_password_is_2_before_any_work(certificate: Any, tmp_path: Path) -> None:
    config(tmp_path, 587, certificate)
    done = briefing("run", "--quiet", cwd=tmp_path)
    assert done.returncode == 2
    assert "BRIEFING_SMTP_PASSWORD" in done.stderr
    assert not (tmp_path / "output").exists()


def test_an_address_that_is_none_is_2(tmp_path: Path) -> None:
    assert briefing("build", GOOD, "--format", "json", cwd=tmp_path).returncode == 0
    done = briefing("send", "output/latest", "--to", "nobody", cwd=tmp_path)
    assert done.returncode == 2
    assert "nobody" in done.stderr
