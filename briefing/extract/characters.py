"""Classes of characters that text should not hold, or holds in many forms: for expressions."""

import re

SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_NEAR_HIDDEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 without white space and NEL
    "\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufff9-\ufffb"
)
_FAR_HIDDEN = "\U000e0000-\U000e007f" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17)
)
# Apart, since one class with ranges beyond U+FFFF is searched for ten times slower.
_FAR = f"(?=[\U0001fffe-\U0010ffff])[{_FAR_HIDDEN}]"
HIDDEN = f"(?:[{_NEAR_HIDDEN}]|{_FAR})"
# ECMA-48: control sequences, operating-system commands up to BEL or ST, two-character escapes.
ESCAPE = (
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]{0,2000}(?:\x07|\x1b\\|\x9c)|\x1b[@-Z\\-_]"
)
ANY_HIDDEN = re.compile(HIDDEN)
ODD = re.compile(
    f"[{_NEAR_HIDDEN}\\t\r\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000&]"
)
FAR_ODD = re.compile(_FAR)
"""`ODD` finds all that a text's cleaning looks at but plain spaces, `FAR_ODD` what lies beyond."""


def has_far(text: str) -> bool:
    """Say whether a character lies beyond U+FFFF."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
