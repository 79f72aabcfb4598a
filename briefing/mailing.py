"""A finished brief becomes a mail: its bodies are rendered, the PDF enclosed, the server told.

What goes out is the frozen brief in the folder, so that mail, PDF and HTML say the same.
"""

import os
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.brief import Brief
from briefing.deliver.mail import Attachment, Mail, file_name, message
from briefing.deliver.smtp import Receipt, Server, undelivered
from briefing.deliver.smtp import send as hand_over
from briefing.errors import EvidenceError, UsageError

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.config import Mail as Settings
    from briefing.run import Run


def deliver(config: "Config", run: "Run", *, sent: datetime) -> None:
    """Mail the brief that `run` just made; what became of it, per recipient, is in the run.

    Raises DeliverError where nobody received it.
    """
    if run.brief is None or config.mail is None:
        return
    pdf = run.outputs.get("brief.pdf")
    receipts = hand_over(
        _mail(config, config.mail, run.brief, pdf, sent=sent), server=server(config.mail)
    )
    run.recipients = [asdict(receipt) for receipt in receipts]
    failure = undelivered(receipts)
    if failure and not any(receipt.state == "sent" for receipt in receipts):
        raise failure


def send(
    config: "Config", path: Path, *, to: tuple[str, ...], sent: datetime
) -> tuple[Receipt, ...]:
    """Mail an existing brief, to `to` instead of the configured recipients where given.

    Raises UsageError, EvidenceError, and DeliverError where nobody received it.
    """
    settings = _settings(config, to)
    brief, pdf = read(path)
    receipts = hand_over(_mail(config, settings, brief, pdf, sent=sent), server=server(settings))
    failure = undelivered(receipts)
    if failure and not any(receipt.state == "sent" for receipt in receipts):
        raise failure
    return receipts


def eml(config: "Config", path: Path, *, to: tuple[str, ...], sent: datetime) -> bytes:
    """Return the exact bytes that `send` would hand to the server."""
    brief, pdf = read(path)
    return _mail(config, _settings(config, to), brief, pdf, sent=sent).content


def read(path: Path) -> tuple[Brief, bytes | None]:
    """Return the brief of a folder or a PDF, and the PDF's bytes where there is one.

    Raises UsageError where the path is neither, EvidenceError where it holds no brief.
    """
    from briefing.render import from_json

    if path.is_dir():
        pdf, record = path / "brief.pdf", path / "brief.json"
        if record.is_file():
            enclosed = pdf.read_bytes() if pdf.is_file() else None
            return from_json(record.read_bytes(), str(record)), enclosed
        if pdf.is_file():
            return _carried(pdf)
        raise EvidenceError(str(path), "holds no brief: give the folder of one, or its PDF")
    if not path.is_file():
        raise UsageError(f"{path} does not exist: give a brief's folder, or its PDF")
    return _carried(path)


def _carried(path: Path) -> tuple[Brief, bytes]:
    from briefing.verify.carriers import evidence_of

    content = path.read_bytes()
    if not content.startswith(b"%PDF"):
        raise UsageError(f"{path} is no PDF: give a brief's folder, or its PDF")
    return evidence_of(content, str(path))[1], content


def server(settings: "Settings") -> Server:
    """Return the mail server of a configuration; the password comes from the environment."""
    password = os.environ.get(settings.password_env) if settings.user else None
    if settings.user and password is None:
        raise UsageError(
            f"mail.user is {settings.user}: set the password in the environment variable "
            f"{settings.password_env}"
        )
    return Server(
        host=settings.host,
        port=settings.server_port,
        security=settings.security,
        user=settings.user,
        password=password,
        ca_file=settings.ca_file,
        timeout_s=settings.timeout_s,
    )


def _settings(config: "Config", to: tuple[str, ...]) -> "Settings":
    """Return the mail settings, addressed to `to` alone where given."""
    if config.mail is None:
        if not to:
            raise UsageError("nobody to send to: give --to ADDRESS, or `mail:` in config.yaml")
        changes: dict[str, object] = {"to": to, "from": "briefing@localhost"}
    elif not to:
        return config.mail
    else:
        changes = {"to": to, "cc": (), "bcc": ()}
    mail = config.replace({"mail": changes}).mail
    assert mail is not None  # noqa: S101 - just given
    return mail


def _mail(
    config: "Config", settings: "Settings", brief: Brief, pdf: bytes | None, *, sent: datetime
) -> Mail:
    from briefing.render import mail

    subject, text, html = mail(brief, templates=config.templates)
    day = brief.generated[:10]
    enclosed = (
        (Attachment(file_name(brief.title, day, "pdf"), "application/pdf", pdf),) if pdf else ()
    )
    return message(
        sender=settings.sender,
        to=settings.to,
        cc=settings.cc,
        bcc=settings.bcc,
        subject=_subject(settings.subject, brief) or subject,
        text=text,
        html=html,
        date=sent,
        attachments=enclosed,
    )


def _subject(template: str, brief: Brief) -> str:
    return template.format(
        title=brief.title,
        subtitle=brief.subtitle,
        first=brief.window.first or "",
        last=brief.window.last or "",
        articles=brief.counts.used + brief.counts.copies,
        stories=brief.counts.stories,
    )
