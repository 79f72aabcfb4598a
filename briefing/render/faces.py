"""Stage 7: the typefaces that come with the program, as @font-face rules."""

import base64
from functools import cache

from briefing import resources

FACES = (
    ("Source Serif 4", 400, "SourceSerif4-Regular"),
    ("Source Serif 4", 600, "SourceSerif4-Semibold"),
    ("Source Serif Display", 600, "SourceSerif4Display-Semibold"),
    ("Source Sans 3", 400, "SourceSans3-Regular"),
    ("Source Sans 3", 600, "SourceSans3-Semibold"),
)


@cache
def faces_for_screens() -> str:
    """Return @font-face rules with the fonts inside, as WOFF2."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f'src:url(data:font/woff2;base64,{_base64(file)}) format("woff2")}}\n'
        for family, weight, file in FACES
    )


def faces_for_print() -> str:
    """Return @font-face rules that name the packaged TrueType files.

    WeasyPrint takes three times as long to read WOFF2.
    """
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url(packaged:{file}.ttf)}}\n'
        for family, weight, file in FACES
    )


def _base64(file: str) -> str:
    return base64.b64encode(resources.font(f"{file}.woff2")).decode("ascii")
