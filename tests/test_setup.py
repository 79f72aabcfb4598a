"""`make setup`: locked and hashed, idempotent, and helpful where the system lacks something."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")
TOOLS = ("sh", "cat", "cksum", "cp", "dirname", "mkdir", "mv", "rm", "tail", "xargs", "echo")

posix = pytest.mark.skipif(os.name == "nt", reason="the setup is a POSIX shell script")

# Answers what the setup asks of a Python, and notes that it was asked.
PYTHON = """#!/bin/sh
echo "${0##*/} $*" >>"$NOTES"
case "$*" in
    "-I -") cat >/dev/null; [ -f "$SYSTEM/pango" ] ;;
    *ensurepip*) [ -f "$SYSTEM/venv" ] ;;
    *"print("*) echo python3.11-venv ;;
    *version_info*) [ -f "$SYSTEM/new" ] ;;
    "-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
esac
"""
APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$NOTES"
case "$*" in install*) [ -f "$SYSTEM/broken" ] || { : >"$SYSTEM/pango"; : >"$SYSTEM/venv"; } ;; esac
"""


# The locks


def pinned(name: str) -> dict[str, list[Requirement]]:
    """Return what a lock pins, by canonical name; one entry for each range of Pythons."""
    found: dict[str, list[Requirement]] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            requirement = Requirement(line.rstrip(" \\"))
            found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def wanted() -> dict[str, list[Requirement]]:
    """Return what pyproject.toml asks for, by lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    core = project["project"]["dependencies"]
    per_lock = (groups["build"], core, [*core, *groups["dev"], *groups["build"]])
    return {
        name: [Requirement(text) for text in texts]
        for name, texts in zip(LOCKS, per_lock, strict=True)
    }


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_what_the_project_asks_for(name: str) -> None:
    pins = pinned(name)
    for requirement in wanted()[name]:
        found = pins.get(canonicalize_name(requirement.name))
        assert found, f"{requirement} is not in {name}: run `make lock`"
        for pin in found:
            version = str(pin.specifier).removeprefix("==")
            assert requirement.specifier.contains(version), f"{pin} in {name}: run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_is_exact_and_has_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert len(entries) > 3
    for entry in entries:
        assert re.match(
            r"[A-Za-z0-9._-]+==[^\s]+ (; [^\\]+)?\\\n +--hash=sha256:[0-9a-f]{64}", entry
        )


def test_no_lock_names_the_index_it_was_made_from() -> None:
    for name in LOCKS:
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_the_smaller_locks_are_parts_of_the_whole() -> None:
    whole = pinned("requirements-dev.lock")
    for name in LOCKS:
        for package, pins in pinned(name).items():
            assert {str(pin.specifier) for pin in pins} <= {
                str(pin.specifier) for pin in whole[package]
            }


def test_no_package_of_the_core_is_under_the_gpl() -> None:
    for name in pinned("requirements.lock"):
        try:
            about = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another platform
        stated = [about["License-Expression"]] if "License-Expression" in about else []
        stated += [
            line for line in about.get_all("Classifier") or () if line.startswith("License ::")
        ]
        # Several classifiers, or OR, are a choice: one that is not the GPL is enough.
        choices = [choice for line in stated for choice in line.split(" OR ")]
        free = [
            choice for choice in choices if not re.search(r"\bA?GPL|GNU (Affero )?General", choice)
        ]
        assert free or not choices, f"{name}: {stated}"


# The script


@dataclass(frozen=True)
class Machine:
    """A pretended machine: a checkout, programs on the path, and what the system has."""

    folder: Path

    @property
    def checkout(self) -> Path:
        return self.folder / "checkout"

    @property
    def notes(self) -> list[str]:
        """Every call of a pretended program, in order."""
        path = self.folder / "notes"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def has(self, *names: str) -> None:
        for name in names:
            (self.folder / "system" / name).touch()

    def program(self, name: str, text: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def setup(self, checkout: Path | None = None) -> subprocess.CompletedProcess[str]:
        env: Mapping[str, str] = {
            "PATH": str(self.folder / "bin"),
            "NOTES": str(self.folder / "notes"),
            "SYSTEM": str(self.folder / "system"),
        }
        script = (checkout or self.checkout) / "scripts" / "setup"
        return subprocess.run(
            ["/bin/sh", script], env=env, capture_output=True, text=True, check=False, timeout=60
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with a Python, but no package manager that is known."""
    made = Machine(tmp_path)
    for folder in ("bin", "system", "checkout/scripts"):
        (tmp_path / folder).mkdir(parents=True)
    for name in (*LOCKS, "pyproject.toml", "scripts/setup"):
        shutil.copy(ROOT / name, made.checkout / name)
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (tmp_path / "bin" / tool).symlink_to(found)
    made.program("python3", PYTHON)
    made.program("id", "#!/bin/sh\necho 1000\n")
    made.program("uname", "#!/bin/sh\necho Plan9\n")
    return made


@posix
def test_a_machine_that_has_all_is_made_ready_from_the_locks(machine: Machine) -> None:
    machine.has("new", "venv", "pango")
    done = machine.setup()
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    pip = [note for note in machine.notes if "-m pip" in note]
    assert "--require-hashes -r requirements-build.lock" in pip[0]
    assert "--require-hashes --no-build-isolation -r requirements-dev.lock" in pip[1]
    assert "--no-build-isolation --no-deps --editable ." in pip[2]
    assert len(pip) == 3


@posix
def test_a_second_run_does_nothing_and_says_nothing(machine: Machine) -> None:
    machine.has("new", "venv", "pango")
    machine.setup()
    before = machine.notes
    again = machine.setup()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.notes[len(before) :] == ["python -I -S -c "]


@posix
def test_a_changed_lock_is_installed_and_a_moved_checkout_starts_anew(machine: Machine) -> None:
    machine.has("new", "venv", "pango")
    machine.setup()
    lock = machine.checkout / "requirements-dev.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    before = len(machine.notes)
    assert machine.setup().returncode == 0
    changed = machine.notes[before:]
    assert any("-m pip" in note for note in changed)
    assert not any("-m venv" in note for note in changed)
    moved = machine.checkout.rename(machine.folder / "moved")
    before = len(machine.notes)
    assert machine.setup(moved).returncode == 0
    assert any("-m venv --clear" in note for note in machine.notes[before:])


@posix
def test_a_failed_installation_is_tried_again(machine: Machine) -> None:
    machine.has("new", "venv", "pango")
    machine.program(
        "python3", PYTHON.replace('"-I -")', '*editable*) [ -f $SYSTEM/net ] ;;\n    "-I -")')
    )
    failed = machine.setup()
    assert failed.returncode == 2
    assert "pip could not install" in failed.stderr
    machine.has("net")
    assert machine.setup().returncode == 0


@posix
def test_an_old_python_is_refused(machine: Machine) -> None:
    done = machine.setup()
    assert done.returncode == 2
    assert "Python 3.11 or newer is missing" in done.stderr


@posix
@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("dnf", "sudo dnf install pango"),
        ("pacman", "sudo pacman -S pango"),
        ("apk", "apk add so:libgobject-2.0.so.0"),
        ("uname Darwin", "brew install pango"),
        ("uname MINGW64_NT", "pacman -S mingw-w64-ucrt-x86_64-pango"),
        ("uname Plan9", "install pango with your system's package manager"),
    ],
)
def test_without_pango_the_one_command_of_the_platform_is_said(
    machine: Machine, program: str, command: str
) -> None:
    machine.has("new", "venv")
    name, _, answer = program.partition(" ")
    machine.program(name, f"#!/bin/sh\necho {answer}\n")
    done = machine.setup()
    assert done.returncode == 2
    assert command in done.stderr
    assert not (machine.checkout / ".venv").exists()


@posix
def test_an_ordinary_user_of_debian_is_told_one_command_for_all_that_is_missing(
    machine: Machine,
) -> None:
    machine.has("new")
    machine.program("apt-get", APT_GET)
    done = machine.setup()
    assert done.returncode == 2
    assert (
        "sudo apt-get install python3.11-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        in done.stderr
    )
    assert not any(note.startswith("apt-get") for note in machine.notes)


@posix
def test_root_of_debian_gets_what_is_missing_installed(machine: Machine) -> None:
    machine.has("new")
    machine.program("apt-get", APT_GET)
    machine.program("id", "#!/bin/sh\necho 0\n")
    done = machine.setup()
    assert done.returncode == 0, done.stderr
    assert any(note.startswith("apt-get install") for note in machine.notes)


@posix
def test_root_of_debian_without_a_mirror_is_told_the_command(machine: Machine) -> None:
    machine.has("new", "broken")
    machine.program("apt-get", APT_GET)
    machine.program("id", "#!/bin/sh\necho 0\n")
    done = machine.setup()
    assert done.returncode == 2
    assert "sudo apt-get install" in done.stderr


# The targets


@pytest.mark.parametrize(
    "target",
    ["setup", "brief", "test", "check", "bench", "train", "lock", "fuzz", "e2e", "clean", "help"],
)
def test_make_explains_every_target(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:.*## \w", makefile, re.M)
    assert target in re.findall(r"^\.PHONY:.*$", makefile, re.M)[0]


def test_continuous_integration_runs_what_make_check_runs() -> None:
    steps = re.findall(r"^make (.+)$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.M)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    check = re.search(r"^check: (.*?) *##", makefile, re.M)
    assert check
    assert steps == check[1].split()
