"""The archive beside the briefs: read what is there, remove what is too old, write the pages.

A list of what was read is kept in `archive.json`, so that a run reads only the briefs that are new.
It may be removed at any time.
"""

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.deliver.files import remove_folders, replace_files
from briefing.render.archive import PastBrief, archive

if TYPE_CHECKING:
    from briefing.config import Config

log = logging.getLogger("briefing")

LIST = "archive.json"
VERSION = 1
_FOLDER = re.compile(r"\d{4}-\d{2}-\d{2}T\d{4}Z-.+")
_FILES = tuple(f"brief.{kind}" for kind in ("html", "pdf", "txt", "ics", "json"))
_SHOWN = 200  # stories of a brief that the archive names, at most


def update(config: "Config", *, at: datetime) -> Path:
    """Bring the archive of the briefs in `config.output` up to date; return its first page.

    Briefs generated more than `keep_days` days before `at` are removed; 0 keeps all. Raises
    RenderError, OutputError.
    """
    root, keep_days = Path(config.output), config.archive.keep_days
    known = _known(root / LIST)
    briefs: list[PastBrief] = []
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if folder.is_dir() and not folder.is_symlink() and _FOLDER.fullmatch(folder.name):
            brief = known.get(folder.name) or _read(folder)
            if brief:
                briefs.append(brief)
    since = (at - timedelta(days=keep_days)).isoformat() if keep_days else ""
    kept = [brief for brief in briefs if brief.generated >= since]
    if briefs and not kept:
        kept = [max(briefs, key=lambda brief: (brief.generated, brief.folder))]
    remove_folders(root, [brief.folder for brief in briefs if brief not in kept])
    rows = {"version": VERSION, "briefs": [asdict(brief) for brief in kept]}
    listed = json.dumps(rows, ensure_ascii=True, sort_keys=True).encode("ascii")
    pages = archive(kept, templates=config.templates, address=config.archive.address)
    replace_files(root, pages | {LIST: listed})
    log.info("archive: %d briefs", len(kept))
    return root / "index.html"


def _known(path: Path) -> dict[str, PastBrief]:
    """Return what an earlier run read; nothing where the list is not as we write it."""
    try:
        rows = json.loads(path.read_bytes())
        if rows["version"] != VERSION:
            return {}
        return {row["folder"]: _past(row) for row in rows["briefs"]}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _past(row: Mapping[str, Any]) -> PastBrief:
    return PastBrief(
        **{
            **row,
            "bottom_line": tuple(row["bottom_line"]),
            "themes": tuple((label, tuple(titles)) for label, titles in row["themes"]),
        }
    )


def _read(folder: Path) -> PastBrief | None:
    """Return what the archive tells of a brief; None where its folder holds none."""
    files = {name: (folder / name).stat().st_size for name in _FILES if (folder / name).is_file()}
    if not files:
        return None
    moment, _, name = folder.name.partition("Z-")
    generated = f"{moment[:13]}:{moment[13:]}:00Z"
    bare = PastBrief(
        folder.name, name.replace("-", " "), "", generated, None, None, 0, 0, (), (), files
    )
    if "brief.json" not in files:
        return bare
    try:
        return _told(folder, json.loads((folder / "brief.json").read_bytes()), files)
    except (OSError, ValueError, LookupError, TypeError):
        log.warning("archive: %s/brief.json cannot be read; listed without its contents", folder)
        return bare


def _told(folder: Path, brief: Any, files: Mapping[str, int]) -> PastBrief:
    titles = {entry["number"]: entry["title"] for entry in brief["register"] if entry["title"]}
    themes = []
    for theme in brief["themes"]:
        leads = (story["entries"][0]["source"] for story in theme["stories"][:_SHOWN])
        named = tuple(titles[lead]["text"] for lead in leads if lead in titles)
        themes.append((theme["label"], named))
    counts = brief["counts"]
    return PastBrief(
        folder=folder.name,
        title=brief["title"],
        subtitle=brief["subtitle"],
        generated=brief["generated"],
        first=brief["window"]["first"],
        last=brief["window"]["last"],
        articles=counts["used"] + counts["copies"],
        stories=counts["stories"],
        bottom_line=tuple(sentence["text"] for sentence in brief["bottom_line"]),
        themes=tuple(themes),
        files=dict(files),
    )
