"""The run report: what came in, what became of it, what went out. No secrets, no article text."""

import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from briefing import __version__
from briefing.brief import Brief
from briefing.evidence import sha256
from briefing.types import Problem

SCHEMA_VERSION = 1


def run_report(
    *,
    started: datetime,
    ended: datetime,
    exit_code: int,
    brief: Brief | None = None,
    folder: str | None = None,
    outputs: Mapping[str, bytes] | None = None,
    problems: Sequence[Problem] = (),
    error: str | None = None,
    fonts_missing: Sequence[str] = (),
    seconds: Mapping[str, float] | None = None,
    limits: Mapping[str, float] | None = None,
    recipients: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Return the report of a run as plain data; `inputs` adds up to what came in."""
    inputs = [
        {
            "number": entry.number,
            "source": printable(entry.source),
            "uri": printable(entry.uri),
            "fate": entry.fate,
            "reason": entry.reason,
            "detail": printable(entry.detail),
            "bytes": entry.size,
        }
        for entry in (brief.register if brief else ())
    ]
    return {
        "schema": SCHEMA_VERSION,
        "program": f"briefing {__version__}",
        "python": platform.python_version(),
        "started": _instant(started),
        "ended": _instant(ended),
        "exit_code": exit_code,
        "error": printable(error) if error else None,
        "folder": folder,
        "counts": dict(sorted(Counter(str(i["fate"]) for i in inputs).items())),
        "reasons": dict(sorted(Counter(str(i["reason"]) for i in inputs if i["reason"]).items())),
        "inputs": inputs,
        "problems": [
            {
                "stage": problem.stage,
                "subject": printable(problem.subject),
                "reason": problem.reason,
                "detail": printable(problem.detail),
            }
            for problem in problems
        ],
        "outputs": {
            name: {"bytes": len(content), "sha256": sha256(content)}
            for name, content in sorted((outputs or {}).items())
        },
        "fonts_missing": list(fonts_missing),
        "recipients": list(recipients),
        "seconds": {stage: round(value, 3) for stage, value in (seconds or {}).items()},
        "limits": dict(limits or {}),
    }


def summary_line(report: Mapping[str, Any]) -> str:
    """Return the run in one line: `41 in, 38 used, 2 copies, 1 skipped (1 too_large), exit 0`."""
    counts = report["counts"]
    parts = [f"{len(report['inputs'])} in", f"{counts.get('used', 0)} used"]
    if copies := counts.get("copy", 0):
        parts.append(f"{copies} {'copy' if copies == 1 else 'copies'}")
    for fate in ("skipped", "failed"):
        if number := counts.get(fate, 0):
            why = Counter(i["reason"] for i in report["inputs"] if i["fate"] == fate)
            named = ", ".join(f"{count} {reason}" for reason, count in sorted(why.items()))
            parts.append(f"{number} {fate} ({named})")
    if report["recipients"]:
        sent = sum(r["state"] == "sent" for r in report["recipients"])
        parts.append(f"sent {sent}/{len(report['recipients'])}")
    return f"{', '.join(parts)}, exit {report['exit_code']}"


def printable(text: str) -> str:
    """Return text with all that a terminal or a log could obey escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
