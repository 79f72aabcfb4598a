"""CPU seconds of printing briefs of 3 to 300 articles as PDF, beside bare WeasyPrint.

`pdf.N.cpu_s` is all of ours, from the Brief to the bytes of the finished file: templates, JSON,
layout, tags, attachment. `bare.N.cpu_s` is WeasyPrint printing the same HTML, tagged, with a
frozen tuned style sheet; `naive.N.cpu_s` with flex, automatic tables, leaders and WOFF2. All in
one warm process; of small briefs the best of three.
"""

import gc
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
SIZES = (3, 30, 100)
NAIVE_SIZES = (3, 30, 100)
REPEATS = {3: 3, 30: 3}


def run(_data: Path) -> Iterator[Result]:
    """Yield the figures; needs no data."""
    to_pdf(many(3))
    for size in SIZES:
        brief = many(size)
        html = print_html(brief)
        repeats = REPEATS.get(size, 1)
        ours = _cpu(lambda brief=brief: _ours(brief), repeats)  # type: ignore[misc]
        bare = _cpu(lambda html=html: _bare(html, "tuned", "ttf"), repeats)  # type: ignore[misc]
        yield Result("made", f"pdf.{size}.cpu_s", ours, size)
        yield Result("made", f"bare.{size}.cpu_s", bare, size)
        yield Result("made", f"ratio.{size}", ours / bare, size)
        if size in NAIVE_SIZES:
            naive = _cpu(lambda html=html: _bare(html, "naive", "woff2"), repeats)  # type: ignore[misc]
            yield Result("made", f"naive.{size}.cpu_s", naive, size)
        if size == SIZES[2]:
            yield Result("made", f"pdf.{size}.kb_per_article", _kilobytes(brief), size)


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


def _kilobytes(brief: Brief) -> float:
    """Return the file's size an article, without the attachment."""
    import io

    import pikepdf

    content = to_pdf(brief).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        attached = len(pdf.attachments["brief.json"].obj.EF.F.read_raw_bytes())
    return (len(content) - attached) / 1000 / brief.counts.used
