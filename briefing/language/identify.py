"""Name the language of a text: Google's compact language detector, its model inside the wheel."""

import re
from functools import lru_cache
from typing import Any

UNKNOWN = "und"
_FEWEST = 20  # letters below which a guess is a coin toss
_SAMPLE = 4000  # characters: a longer text says no more
_ALIASES = {"iw": "he", "fil": "tl", "nb": "no", "jw": "jv"}
_NOISE = re.compile(r"https?://\S{1,200}|\S{1,100}@\S{1,100}|[\d_#*=|/\\-]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def identify(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or "und" where it cannot be told."""
    sample = _NOISE.sub(" ", text[:_SAMPLE]).encode("utf-8", "ignore").decode("utf-8")
    letters = sum(map(str.isalpha, sample))
    script = _by_script(sample, letters)
    if script:
        return script
    if letters < _FEWEST:
        return UNKNOWN
    guess = _detector().FindLanguage(text=sample)
    code = str(guess.language)
    if not guess.is_reliable and guess.probability < 0.5:
        return UNKNOWN
    code = _ALIASES.get(code, code)
    return code.split("-")[0] if len(code.split("-")[0]) == 2 else UNKNOWN


def _by_script(sample: str, letters: int) -> str:
    """Korean, Japanese and Chinese are plain from their letters, however few."""
    if not letters:
        return ""
    if len(_HANGUL.findall(sample)) > letters / 3:
        return "ko"
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    if kana + han <= letters / 2:
        return ""
    return "ja" if kana > han / 20 else "zh"


@lru_cache(maxsize=1)
def _detector() -> Any:
    import gcld3

    return gcld3.NNetLanguageIdentifier(0, 8000)
