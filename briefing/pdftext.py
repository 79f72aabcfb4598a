"""The text of a PDF, read in a process of its own with limits of time and memory.

The library is C: what it does with a hostile file can be neither interrupted nor counted from
within. 660 KB that unpack to 240 MB of page took 20 s and 3.2 GB.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

MOST_PAGES = 200
MEGABYTES = 512  # of address space; a page of news takes 60, a report of 200 pages under 100
SECONDS = 30  # of processor time, where the caller has no limit of its own
_GAP = 0.4  # of a line's height: more space above a line begins a paragraph
_SAME_SIZE = 0.1
_FULL = 0.75  # of its block's width: the next word would not have fitted
_NARROW = 0.5  # of the usual width: a list or an address
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT_WORD = re.compile("(?P<half>[^\\W\\d_]{1,60})[\ufffe\x02]\n?(?P<rest>[^\\W\\d_]{1,60})")
_NO_PDF = 3  # exit code: not a PDF, or a damaged one


def read(content: bytes) -> str:
    """Return the text of the pages in reading order, a blank line between pages.

    Raises ValueError where it is no readable PDF, or takes too much.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", __name__],
            input=content,
            capture_output=True,
            env=os.environ | {"PYTHONPATH": _search_path()},
            timeout=4 * SECONDS,  # the machine may be busy
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as error:
        raise ValueError(f"no process could read the PDF: {type(error).__name__}") from error
    if done.returncode == _NO_PDF:
        raise ValueError(f"no readable PDF: {done.stderr.decode('utf-8', 'replace').strip()}")
    if done.returncode:
        raise ValueError(f"a PDF that takes more than {MEGABYTES} MB or {SECONDS} s")
    return done.stdout.decode("utf-8")


def pages(content: bytes) -> str:
    """Return the same, read in this process. Raises ValueError where it is no readable PDF."""
    import pypdfium2

    found: list[str] = []
    try:
        document = pypdfium2.PdfDocument(content)
        try:
            for number in range(min(len(document), MOST_PAGES)):
                page = document[number]
                words = page.get_textpage()
                found.append(_spaced(words))
                words.close()
                page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    whole = "\n\n".join(found).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\ufffe\x02]\n?", "-\n", _whole(whole))  # what is no word stays cut


class _Box(NamedTuple):
    """Where a line stands on its page, in points from the lower left.

    With a cut word at its end it is two lines of paper: `size` is the first letter's height.
    """

    left: float
    bottom: float
    right: float
    top: float
    size: float


def _spaced(words: "PdfTextPage") -> str:
    """Return a page's text, a line for each paragraph, a blank line where the paper has a gap.

    A line that ends far from the others' right edge stays a line.
    """
    text: str = words.get_text_range()
    lines = text.split("\r\n")
    if words.count_chars() != len(text):
        return text
    boxes = list(_boxes(words, lines))
    widths = sorted(box.right - box.left for box in boxes if box)
    usual = widths[len(widths) // 2] if widths else 0.0
    parts: list[str] = []
    for begin, end in _blocks(boxes):
        block = [box for box in boxes[begin:end] if box]
        edge = max((box.right for box in block), default=0.0)
        left = min((box.left for box in block), default=0.0)
        flows = edge - left >= _NARROW * usual
        for line, box in zip(lines[begin:end], boxes[begin:end], strict=True):
            full = box is not None and box.right - left >= _FULL * (edge - left)
            parts += (line.rstrip(), " ") if flows and full else (line, "\n")
        parts[-1:] = ["\n\n"]
    return "".join(parts[:-1])


def _whole(text: str) -> str:
    """Return a text whose words that pdfium marks as cut at a line's end are whole.

    The hyphen goes where the text has the whole word elsewhere, as in plain text.
    """
    known = frozenset(_WORD.findall(text))

    def word(cut: re.Match[str]) -> str:
        half, rest = cut["half"], cut["rest"]
        plain = half + rest in known and f"{half}-{rest}" not in known
        return half + ("" if plain and rest.islower() else "-") + rest

    return _CUT_WORD.sub(word, text)


def _blocks(boxes: Sequence[_Box | None]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines of one size without a gap."""
    begin = 0
    for i in range(1, len(boxes)):
        above, box = boxes[i - 1], boxes[i]
        if above is None or box is None:
            continue
        alike = abs(box.size - above.size) <= _SAME_SIZE * above.size
        if not alike or above.bottom - box.top > _GAP * min(box.size, above.size):
            yield begin, i
            begin = i
    yield begin, len(boxes)


def _boxes(words: "PdfTextPage", lines: Sequence[str]) -> Iterator[_Box | None]:
    """Yield where each line stands; None for an empty one."""
    at = 0
    for line in lines:
        first, last = at + len(line) - len(line.lstrip()), at + len(line.rstrip()) - 1
        at += len(line) + 2
        if last < first:
            yield None
            continue
        left, low, _, top = words.get_charbox(first, loose=True)
        _, bottom, right, _ = words.get_charbox(last, loose=True)
        yield _Box(left, bottom, max(left, right), top, top - low) if top > low else None


def main() -> int:
    """Be the child: a PDF on standard input, its text on standard output."""
    _limit()
    try:
        text = pages(sys.stdin.buffer.read())
    except ValueError as error:
        sys.stderr.write(str(error))
        return _NO_PDF
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on this platform: the caller's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _search_path() -> str:
    """Return a search path on which the child finds the package that runs here."""
    here = str(Path(__file__).parents[1])
    return os.pathsep.join([here, *filter(None, [os.environ.get("PYTHONPATH")])])


if __name__ == "__main__":
    sys.exit(main())
