"""The text of a PDF, read in a process of its own with limits of time and memory.

The library is C: what it does with a hostile file can be neither interrupted nor counted from
within. 660 KB that unpack to 240 MB of page took 20 s and 3.2 GB.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

MOST_PAGES = 200
MEGABYTES = 512  # of address space; a page of news takes 60, a report of 200 pages under 100
SECONDS = 30  # of processor time, where the caller has no limit of its own
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
                found.append(words.get_text_range())
                words.close()
                page.close()
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    whole = "\n\n".join(found).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\ufffe\x02]\n?", "-\n", whole)  # how pdfium marks a word cut at a line's end


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
