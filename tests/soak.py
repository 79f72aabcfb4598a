"""A small site of news for the long tests, and what must hold of the briefs made of it.

python -m tests.soak check FOLDER N       exit 0 where every brief in FOLDER/output is whole and
                                          no article is in two; every second time it is asked,
                                          each of the N articles must be in one
"""

import json
import os
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from tests.collect.http.server import Reply, Site

PLACES = ("Tarn", "Ostrow", "Merrow", "Hald", "Velm", "Sorne", "Quist", "Brack")
EVENTS = (
    "the weir on the river gave way and the lower fields stood under water",
    "the glass works took on forty apprentices for its new furnace",
    "a jury found the former treasurer guilty of forging two signatures",
    "the theatre opened again after its roof had been mended with slate",
    "bakers refused to sell rye bread at the price that the council had set",
    "the night train was late because deer had strayed onto the line",
    "a retired captain gave his collection of sea charts to the library",
    "doctors asked people over sixty to come for a second vaccination",
)


def name(number: int) -> str:
    """Return what an article is called in its address."""
    return f"story-{number}"


def page(number: int) -> Reply:
    """Return an article that resembles no other."""
    place, event = PLACES[number % 8], EVENTS[(number + number // 8) % 8]
    text = (
        f"In {place} {event}, report {number} of the district office says. "
        f"Nobody in {place} had expected it before week {number * 7 % 52}, a clerk told the paper. "
    )
    body = (
        f"<html><head><title>{place}: {event} ({number})</title></head><body><article>"
        f"<h1>{place}: {event} ({number})</h1><p>17 March 2026, 06:00 UTC</p><p>{text}</p>"
        f"<p>The mayor of {place} did not answer questions about case {number}. {text}</p>"
        "</article></body></html>"
    )
    return 200, {"Content-Type": "text/html"}, body.encode()


def feed(site: Site, numbers: range) -> Reply:
    """Return a feed of articles, as teasers."""
    items = "".join(
        f"<item><title>{name(n)}</title><link>http://localhost:{site.port}/a/{name(n)}</link>"
        f"<guid>{n}</guid></item>"
        for n in numbers
    )
    return 200, {}, f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()


def fill(site: Site, numbers: range) -> None:
    """Let a site list and hold these articles."""
    site.pages["/feed"] = feed(site, numbers)
    site.pages |= {f"/a/{name(n)}": page(n) for n in numbers}


def configuration(port: int) -> str:
    """Return a configuration that makes a small brief of the site."""
    return (
        f"formats: json\nempty: skip\njobs: 1\nsources:\n  - feed: http://localhost:{port}/feed\n"
        "    name: post\nweb: {allow_hosts: [localhost], pause_s: 0}\n"
    )


def told(folder: Path) -> Counter[str]:
    """Return in how many briefs each article is."""
    found: Counter[str] = Counter()
    for path in sorted((folder / "output").glob("*/brief.json")):
        if path.parent.is_symlink():
            continue  # `latest`
        brief = json.loads(path.read_text())
        fates = ("used", "copy")
        found.update(e["uri"].rsplit("/", 1)[-1] for e in brief["register"] if e["fate"] in fates)
    return found


def broken(folder: Path) -> list[str]:
    """Return the files a reader can meet that are not whole."""
    found: list[str] = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") and part != ".briefing" for part in path.parts)
        if hidden or not path.is_file():
            continue
        content = path.read_bytes()
        try:
            if path.suffix == ".json":
                json.loads(content)
            elif path.suffix == ".html" and not content.rstrip().endswith(b"</html>"):
                found.append(f"{path}: no </html>")
            elif path.suffix == ".sqlite3":
                with closing(sqlite3.connect(path, timeout=5)) as db:
                    [said] = db.execute("PRAGMA integrity_check").fetchone()
                    found += [] if said == "ok" else [f"{path}: {said}"]
        except (ValueError, sqlite3.Error) as error:
            found.append(f"{path}: {error}")
    return found


def check(folder: Path, articles: int) -> str:
    """Return what is wrong, or nothing."""
    for wrong in broken(folder):
        return wrong
    counter = folder / "asked"
    asked = int(counter.read_text()) + 1 if counter.exists() else 1
    counter.write_text(str(asked))
    briefs = told(folder)
    twice = sorted(article for article, times in briefs.items() if times > 1)
    if twice:
        return f"in two briefs: {', '.join(twice)}"
    missing = {name(n) for n in range(articles)} - set(briefs)
    if asked % 2 == 0 and missing:
        return f"in no brief: {', '.join(sorted(missing))}"
    return ""


def run_at(folder: str, at: int) -> None:
    """Be `briefing run` in a process that has imported all of it; end with its exit code."""
    from briefing.cli import main

    os.chdir(folder)
    os.environ |= {"SOURCE_DATE_EPOCH": str(at), "LC_ALL": "C.UTF-8"}
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.exit(main(["run", "--quiet"]))


def main() -> int:
    """Check."""
    what, *rest = sys.argv[1:]
    if what == "check":
        wrong = check(Path(rest[0]), int(rest[1]))
        sys.stdout.write(wrong)
        return 1 if wrong else 0
    return 2


if __name__ == "__main__":
    sys.exit(main())
