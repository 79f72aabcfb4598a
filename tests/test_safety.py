"""Promise: article text is data: never markup, template, header, path or shell."""

import subprocess
from pathlib import Path

import pytest

from tests.commands import briefing

PAYLOADS = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% include '/etc/passwd' %}",
    '<img src="file:///etc/passwd">',
    "$(touch pwned)",
)
BODY = (
    "The harbour office said on Friday that {} stood on the quay for two days before anyone came. "
    "Nobody in the town could say where it came from or who had ordered it to be left there. "
    "The mayor promised to have {} taken away before the festival begins in the summer.\n\n"
    "Residents of the old quarter have asked the council for a hearing on the matter in April. "
    "A spokeswoman of the port declined to comment on {} and on the cost of its removal.\n"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for number, payload in enumerate(PAYLOADS):
        text = (
            f"Quay blocked by {payload}\n\nBy Ada Quill\nMarch {number + 1}, 2026 10:00 AM GMT\n\n"
        )
        text += BODY.format(payload, payload, payload)
        (folder / f"{number} {'; rm -rf x' if number else ''}.txt").write_text(text)
    done = briefing("build", folder, "--out", folder / "out", "--title", PAYLOADS[0], cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "out" / "latest"


def test_markup_and_templates_come_out_as_letters(hostile: Path) -> None:
    page = (hostile / "brief.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page
    assert "49 stood on" not in page
    assert 'src="file:' not in page
    assert "root:x:" not in page
    text = (hostile / "brief.txt").read_text(encoding="utf-8")
    for payload in PAYLOADS:
        assert payload in " ".join(text.split()), payload


def test_the_pdf_prints_them_as_letters_too(hostile: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(hostile / "brief.pdf")
    printed = "".join(
        "".join(document[i].get_textpage().get_text_range().split()) for i in range(len(document))
    )
    document.close()
    for payload in PAYLOADS:
        assert "".join(payload.split()) in printed, payload
    assert "root:x:" not in printed


def test_the_title_is_a_safe_folder_name(hostile: Path) -> None:
    name = hostile.resolve().name
    assert name.startswith("2026-03-18T0000Z-script-alert-1-script")
    assert not (hostile.parents[1] / "pwned").exists()


def test_terminal_escapes_do_not_reach_the_terminal(tmp_path: Path) -> None:
    bad = tmp_path / "bad\x1b[31m.txt"
    bad.write_text("")
    good = tmp_path / "good.txt"
    good.write_text("A quay\n\nMarch 1, 2026 10:00 AM GMT\n\n" + BODY.format("a crate", "it", "it"))
    done: subprocess.CompletedProcess[str] = briefing(
        "build", tmp_path, "--out", tmp_path / "out", "--format", "json", "-v", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
