"""The optional script of the HTML page: ours alone runs, and the page is proved with it."""

import base64
import hashlib
import re
from pathlib import Path

from briefing.brief import Brief
from briefing.render import render
from tests.commands import SAMPLES, briefing

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def page(brief: Brief, *, script: bool) -> str:
    return render(brief, ["html"], script=script).outputs["html"].decode()


def test_without_it_the_page_runs_nothing(brief: Brief) -> None:
    plain = page(brief, script=False)
    assert not SCRIPT.search(plain)
    assert "script-src" not in plain


def test_the_policy_lets_only_this_script_run(brief: Brief) -> None:
    helped = page(brief, script=True)
    [text] = SCRIPT.findall(helped)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert f"default-src 'none'; script-src 'sha256-{digest}';" in helped


def test_the_words_are_the_same_with_and_without(brief: Brief) -> None:
    helped = page(brief, script=True)
    without = re.sub(r" script-src '[^']*';", "", SCRIPT.sub("", helped).replace("\n\n", "\n"))
    assert without.split() == page(brief, script=False).split()


def test_a_page_with_it_is_proved_and_with_another_is_not(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("script: true\nformats: [html]\n")
    budget = SAMPLES / "11-arnhaven-post-budget.txt"
    assert briefing("build", budget, "--out", tmp_path, cwd=tmp_path).returncode == 0
    file = tmp_path / "latest" / "brief.html"
    assert "<script>" in file.read_text()
    assert briefing("verify", file, cwd=tmp_path).returncode == 0
    file.write_text(file.read_text().replace("filter();", "filter(); document.title = 'War';"))
    assert briefing("verify", file, cwd=tmp_path).returncode == 1
