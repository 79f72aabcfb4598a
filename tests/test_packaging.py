"""What is shipped: exactly the package, its templates and its configuration; and it runs alone."""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import briefing

ROOT = Path(__file__).parents[1]
NAME = f"briefing-{briefing.__version__}"
HEAVY = ("weasyprint", "sumy", "pydantic", "numpy", "scipy", "jinja2", "yaml", "pikepdf", "nltk")
CHEAP_MS = 100
ARTICLE = """Ferry talks open in Port Ansel

By Mara Lind

Port Ansel, 3 March 2026 (Coast Wire) - Talks on the ferry dispute opened in Port Ansel on Tuesday.
The harbour board said the first session lasted four hours and that no agreement was reached.
Both sides said they would meet again on Friday to discuss the winter timetable and the fares.
"We are far apart, but we are talking," said Ilse Brandt, who leads the board's delegation.
"""


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source distribution, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel; it borrows the dependencies from ours."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, symlinks=True)
    paths = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", "venv", paths))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    programs = Path(sysconfig.get_path("scripts", "venv", paths))
    run(
        sys.executable, "-m", "pip", "--python", programs / "python", "install", "--no-index",
        "--no-deps", "--quiet", dist / f"{NAME}-py3-none-any.whl",
    )  # fmt: skip
    return programs


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Return the standard output of a command that succeeds."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(folder: str) -> set[str]:
    """Return the files of a folder of the checkout, relative to its root."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_and_what_it_shows_nothing_else(dist: Path) -> None:
    info = f"{NAME}.dist-info"
    licenses = {"LICENSE", *(name for name in files("templates") if "/OFL-" in name)}
    expected = {
        *files("briefing"),
        *(f"briefing/_shipped/{name}" for name in files("templates")),
        "briefing/_shipped/config.yaml",
        *(f"{info}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt")),
        *(f"{info}/licenses/{name}" for name in licenses),
    }
    with zipfile.ZipFile(dist / f"{NAME}-py3-none-any.whl") as wheel:
        assert set(wheel.namelist()) == expected
    assert "briefing/py.typed" in expected


def test_the_source_distribution_holds_what_the_wheel_is_built_from(dist: Path) -> None:
    top = ("README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "config.yaml", ".gitignore")
    expected = {*files("briefing"), *files("templates"), *top, "PKG-INFO"}
    with tarfile.open(dist / f"{NAME}.tar.gz") as source:
        assert {name.partition("/")[2] for name in source.getnames()} == expected


def test_the_installed_program_explains_itself(installed: Path, tmp_path: Path) -> None:
    assert "briefing build" in run(installed / "briefing", "--help", cwd=tmp_path)
    assert briefing.__version__ in run(installed / "briefing", "--version", cwd=tmp_path)
    assert run(installed / "python", "-m", "briefing", "--help", cwd=tmp_path)


def test_the_installed_program_writes_and_checks_its_own_configuration(
    installed: Path, tmp_path: Path
) -> None:
    run(installed / "briefing", "init", cwd=tmp_path)
    shipped = (ROOT / "config.yaml").read_bytes()
    assert (tmp_path / "config.yaml").read_bytes() == shipped
    run(installed / "briefing", "check", cwd=tmp_path)


def test_the_installed_program_makes_a_brief_from_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    run(installed / "briefing", "build", "ferry.txt", cwd=tmp_path)
    made = {path.name for path in (tmp_path / "output" / "latest").iterdir()}
    assert {"brief.pdf", "brief.html", "brief.txt", "brief.json"} <= made


def test_the_installed_package_is_the_wheels_not_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    where = run(
        installed / "python", "-c", "import briefing; print(briefing.__file__)", cwd=tmp_path
    )
    assert Path(where.strip()).is_relative_to(installed.parent)


def test_importing_the_package_is_cheap() -> None:
    best = min(import_ms() for _ in range(5))
    assert best < CHEAP_MS


def import_ms() -> float:
    """Return how long `import briefing` takes, by Python's own count."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import briefing"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    row = re.search(r"\| +(\d+) \| briefing$", done.stderr, re.M)
    assert row
    return int(row[1]) / 1000


@pytest.mark.parametrize("module", ["briefing", "briefing.cli", "briefing.errors"])
def test_heavy_libraries_are_not_imported_before_they_are_needed(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    assert run(sys.executable, "-c", code, cwd=ROOT).strip() == ""
