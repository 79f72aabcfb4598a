"""CPU seconds of printing briefs of 3 to 1,000 articles as PDF, beside bare WeasyPrint.

`pdf.N.cpu_s` is all of ours, from the Brief to the bytes of the finished file: templates, JSON,
layout, tags, attachment. `bare.N.cpu_s` is WeasyPrint printing the same HTML, tagged, with a
frozen tuned style sheet; `naive.N.cpu_s` with flex, automatic tables, leaders and WOFF2. All in
one warm process; of small briefs the best of three. `growth.cpu` is how much longer 1,000 articles
take than 100; `peak_mb` the most memory a process of its own needs.
"""

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.result import Result
from briefing.brief import Brief
from briefing.render.faces import FACES
from briefing.render.html import page_rule
from briefing.render.pdf import print_html, to_pdf
from briefing.resources import shipped
from tests.render.briefs import many

HERE = Path(__file__).parent
SIZES = (3, 30, 100, 300, 1000)
PEAKS = (3, 100, 1000)
NAIVE_SIZES = (3, 30, 100, 300, 1000)
PEAKS = (3, 100, 1000)
REPEATS = {3: 3, 30: 3}


def run(_data: Path) -> Iterator[Result]:
    """Yield the figures; needs no data."""
    to_pdf(many(3))
    taken: dict[int, float] = {}
    for size in SIZES:
        brief = many(size)
        html = print_html(brief)
        repeats = REPEATS.get(size, 1)
        ours = _cpu(lambda brief=brief: _ours(brief), repeats)  # type: ignore[misc]
        bare = _cpu(lambda html=html: _bare(html, "tuned", "ttf"), repeats)  # type: ignore[misc]
        taken[size] = ours
        yield Result("made", f"pdf.{size}.cpu_s", ours, size)
        yield Result("made", f"bare.{size}.cpu_s", bare, size)
        yield Result("made", f"ratio.{size}", ours / bare, size)
        if size in NAIVE_SIZES:
            naive = _cpu(lambda html=html: _bare(html, "naive", "woff2"), repeats)  # type: ignore[misc]
            yield Result("made", f"naive.{size}.cpu_s", naive, size)
        if size in PEAKS:
            yield Result("made", f"pdf.{size}.peak_mb", _peak(size), size)
            yield Result("made", f"pdf.{size}.kb_per_article", _kilobytes(brief), size)
    yield Result("made", "growth.cpu", taken[1000] / taken[100], 1000)


def _ours(brief: Brief) -> None:
    to_pdf(brief)


def _bare(html: str, style: str, kind: str) -> None:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    folder = (shipped("templates") / "fonts").as_uri()
    rules = "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url({folder}/{file}.{kind})}}'
        for family, weight, file in FACES
    )
    rules += (HERE / "render_tuned.css").read_text(encoding="utf-8") + page_rule("A4")
    if style == "naive":
        rules += (HERE / "render_naive.css").read_text(encoding="utf-8")
    sheet = CSS(string=rules, font_config=fonts)
    HTML(string=html).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")


def _cpu(work: Callable[[], None], repeats: int) -> float:
    best = float("inf")
    for _ in range(repeats):
        gc.collect()
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


def _peak(size: int) -> float:
    """Return the peak memory, in MB, of a fresh process that prints a brief of `size`."""
    work = (
        "import resource; from tests.render.briefs import many; "
        f"from briefing.render.pdf import to_pdf; to_pdf(many({size})); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", work], cwd=HERE.parent, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _kilobytes(brief: Brief) -> float:
    """Return the file's size an article, without the attachment."""
    import io

    import pikepdf

    content = to_pdf(brief).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        attached = len(pdf.attachments["brief.json"].obj.EF.F.read_raw_bytes())
    return (len(content) - attached) / 1000 / brief.counts.used
