"""A finished brief becomes mails: bodies rendered, files enclosed, put into the outbox.

What goes out is the frozen brief, so that mail, PDF and HTML say the same. `posting` sends it.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.brief import Brief
from briefing.deliver.mail import Attachment, Mail, file_name, message
from briefing.errors import EvidenceError, UsageError
from briefing.types import Delivery, QueuedMail

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.config import Mail as Settings
    from briefing.state import State

_ENCLOSED = {"brief.pdf": "application/pdf", "brief.ics": "text/calendar"}


def queue(
    config: "Config",
    brief: Brief,
    files: Mapping[str, bytes],
    state: "State",
    *,
    name: str,
    to: tuple[str, ...] = (),
    at: datetime,
) -> tuple[str, ...]:
    """Put the mails of a brief into the outbox; return their Message-IDs.

    `files` are the brief's, by name; `name` is what the outbox calls the brief. `to` stands for the
    configured recipients. Raises UsageError where there is nobody to send to.
    """
    settings = addressed(config, to)
    ids: list[str] = []
    for recipients in _recipients(settings):
        thread = "\n".join((config.title, *(recipients if settings.separately else ())))
        before = state.outbox.references(thread) if settings.thread else ()
        mail = _mail(config, settings, brief, files, recipients, references=before, at=at)
        state.outbox.add(
            QueuedMail(
                mail.message_id, name, thread, _subject(settings, brief), mail.sender, at,
                tuple(Delivery(recipient, due=at) for recipient in mail.recipients), mail.content,
            )
        )  # fmt: skip
        ids.append(mail.message_id)
    return tuple(ids)


def eml(config: "Config", path: Path, *, to: tuple[str, ...], at: datetime) -> bytes:
    """Return the exact bytes that would be sent; with `separately`, those for the first one."""
    brief, files = read(path)
    settings = addressed(config, to)
    first = next(iter(_recipients(settings)))
    return _mail(config, settings, brief, files, first, references=(), at=at).content


def read(path: Path) -> tuple[Brief, dict[str, bytes]]:
    """Return the brief of a folder or a PDF, and its files that a mail encloses, by name.

    Raises UsageError where the path is neither, EvidenceError where it holds no brief.
    """
    from briefing.render import from_json

    if path.is_dir():
        record = path / "brief.json"
        files = {name: (path / name).read_bytes() for name in _ENCLOSED if (path / name).is_file()}
        if record.is_file():
            return from_json(record.read_bytes(), str(record)), files
        if "brief.pdf" in files:
            return _carried(path / "brief.pdf")[0], files
        raise EvidenceError(str(path), "holds no brief: give the folder of one, or its PDF")
    if not path.is_file():
        raise UsageError(f"{path} does not exist: give a brief's folder, or its PDF")
    return _carried(path)


def _carried(path: Path) -> tuple[Brief, dict[str, bytes]]:
    from briefing.verify.carriers import evidence_of

    content = path.read_bytes()
    if not content.startswith(b"%PDF"):
        raise UsageError(f"{path} is no PDF: give a brief's folder, or its PDF")
    return evidence_of(content, str(path))[1], {"brief.pdf": content}


def way_out(config: "Config") -> "Settings":
    """Return the mail settings, for mails that are addressed already."""
    return config.mail or addressed(config, ("briefing@localhost",))


def addressed(config: "Config", to: tuple[str, ...]) -> "Settings":
    """Return the mail settings, addressed to `to` alone where given, groups as addresses.

    Raises UsageError where there is nobody to send to.
    """
    if config.mail is None:
        if not to:
            raise UsageError("nobody to send to: give --to ADDRESS, or `mail:` in config.yaml")
        changes: dict[str, object] = {"to": to, "from": "briefing@localhost"}
    elif not to:
        changes = {key: config.addresses(getattr(config.mail, key)) for key in ("to", "cc", "bcc")}
    else:
        changes = {"to": to, "cc": (), "bcc": ()}
    mail = config.replace({"mail": changes}).mail
    assert mail is not None  # noqa: S101 - just given
    return mail


def _recipients(settings: "Settings") -> tuple[tuple[str, ...], ...]:
    """Return whom each mail goes to: one mail for all, or one for each."""
    everyone = tuple(dict.fromkeys((*settings.to, *settings.cc, *settings.bcc)))
    return tuple((one,) for one in everyone) if settings.separately else (everyone,)


def _mail(
    config: "Config",
    settings: "Settings",
    brief: Brief,
    files: Mapping[str, bytes],
    recipients: tuple[str, ...],
    *,
    references: tuple[str, ...],
    at: datetime,
) -> Mail:
    from briefing.render import mail

    _, text, html = mail(brief, templates=config.templates)
    day = brief.generated[:10]
    one = settings.separately
    return message(
        sender=settings.sender,
        to=recipients if one else settings.to,
        cc=() if one else settings.cc,
        bcc=() if one else settings.bcc,
        subject=_subject(settings, brief),
        text=text,
        html=html,
        date=at,
        list_id=_list_id(settings, config.title),
        references=references,
        attachments=[
            Attachment(file_name(brief.title, day, name.rpartition(".")[2]), kind, files[name])
            for name, kind in _ENCLOSED.items()
            if name in files
        ],
    )


def _list_id(settings: "Settings", title: str) -> str:
    """Return what mail programs filter by (RFC 2919): as it is configured, or of the title."""
    if settings.list_id:
        return f"<{settings.list_id}>"
    words = "-".join(re.findall(r"[a-z0-9]+", title.lower()))[:60].strip("-")
    domain = settings.sender.rpartition("@")[2].rstrip(">")
    return f"<{words or 'brief'}.{domain}>"


def _subject(settings: "Settings", brief: Brief) -> str:
    from briefing.render.bodies import subject

    return subject(brief, settings.subject)
