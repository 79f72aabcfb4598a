"""What the pages of a PDF paint beside their words: by a closed grammar, that of our renderer.

All words of a page are read and compared elsewhere. Here is looked for what could make a reader
see other words: pictures, drawn letters, words that are covered, too small, too pale, off the page
or over one another. What is found is a doubt; printing the brief again decides.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points from the top left
Shape = tuple[float | str, ...]

_TOKEN = re.compile(rb"<<[^<>]*>>|\[[^\]]*\]|/[^\s/<>\[\]()]+|[-+.0-9]+|[A-Za-z*'\"]+|\S")
_GLYPHS = re.compile(rb"<([0-9a-f]*)>|(-?[0-9.]+)")
_PLAIN = frozenset((b"BT", b"ET", b"BMC", b"d", b"J", b"j", b"M"))
_MARK = re.compile(rb"<<\s*(?:/MCID \d+|/Type /Pagination)\s*>>")
SMALLEST, LARGEST = 4.0, 60.0  # points of letters; ours are 6 to 40
DARK, PALE = 0.62, 0.8  # luminance: letters are darker, grounds are lighter
THIN = 4.0  # points: a rule's thickness, at most
LONG = 30.0  # points: a rule's length, at least
SHORT = 12.0  # points: the rule over a narrow cell, at least
NESTED = 3  # forms in forms
CURVE = ("m", "c", "h")


@dataclass(frozen=True, slots=True)
class State:
    """The state of graphics that matters here: scale and shift, clip, colour of fills, font."""

    scale: tuple[float, float] = (1.0, 1.0)
    shift: tuple[float, float] = (0.0, 0.0)
    clip: Box = (-1e9, -1e9, 1e9, 1e9)
    fill: float = 0.0  # luminance
    font: str = ""
    size: float = 0.0

    def box(self, points: Sequence[tuple[float, float]]) -> Box:
        """Return the box around points of the user's space, in that of the page."""
        xs = [self.scale[0] * x + self.shift[0] for x, _ in points]
        ys = [self.scale[1] * y + self.shift[1] for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(slots=True)
class Painted:
    """What a page paints: words, and what is filled or stroked, each with its place in order."""

    words: list[tuple[int, Box]] = field(default_factory=list)
    fills: list[tuple[int, Box, float]] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)
    shapes: Counter[Shape] = field(default_factory=Counter)  # of drawings


class Strange(Exception):  # noqa: N818 - what is found, never raised out of this module
    """Something that our renderer does not paint."""


def doubts(
    page: Any, widths: Mapping[str, Mapping[int, float]]
) -> tuple[list[str], Counter[Shape]]:
    """Return what is strange about a `pikepdf` page, and the shapes of its drawings.

    `widths` is the width of each glyph (1000 to the size) by the font's name on the page.
    """
    painter = _Painter(widths)
    left, bottom, right, top = (float(number) for number in page.MediaBox)
    try:
        contents = page.obj["/Contents"]
        upright = State(scale=(1.0, -1.0), shift=(-left, top))
        painter.run(contents.read_bytes(), page.obj["/Resources"], upright)
    except Strange as strange:
        return [str(strange)], painter.painted.shapes
    except (ArithmeticError, AttributeError, KeyError, LookupError, TypeError, ValueError) as error:
        return [f"damaged ({type(error).__name__})"], painter.painted.shapes
    paper = (0.0, 0.0, right - left, top - bottom)
    return list(_strange(painter.painted, paper)), painter.painted.shapes


class _Painter:
    def __init__(self, widths: Mapping[str, Mapping[int, float]]) -> None:
        self.painted = Painted()
        self._widths = widths
        self._at = 0
        self._marks: list[bytes] = []
        self._path: list[tuple[str, list[float]]] = []
        self._clipping = False
        self._depth = 0

    def run(self, content: bytes, resources: Any, state: State) -> None:
        """Follow a content stream."""
        stack: list[State] = []
        operands: list[bytes] = []
        text = (0.0, 0.0)
        for match in _TOKEN.finditer(content):
            token = match[0]
            if token[0] in b"<[/-+.0123456789":
                operands.append(token)
                continue
            self._at += 1
            if token == b"q":
                stack.append(state)
            elif token == b"Q":
                state = stack.pop()
            elif token == b"Tm":
                text = _place(operands)
            elif token == b"TJ":
                self._show(operands[0], state, text)
            elif token == b"Do":
                self._form(operands[0], resources, state)
            elif token in (b"m", b"l", b"c", b"h", b"re"):
                self._path.append((token.decode(), [float(number) for number in operands]))
            elif token in (b"f", b"f*", b"B", b"S", b"n", b"W", b"W*"):
                state = self._draw(token, state)
            elif token in (b"BDC", b"EMC", b"BMC"):
                self._mark(token, operands)
            elif token not in _PLAIN:
                state = _set(token, operands, state, resources)
            operands.clear()
        if stack or operands:
            raise Strange("a content stream that does not end")

    def _mark(self, token: bytes, operands: Sequence[bytes]) -> None:
        if token == b"EMC":
            self._marks.pop()
            return
        if token == b"BDC" and not _MARK.fullmatch(operands[1]):
            raise Strange(f"marked content {operands[1][:60].decode('latin-1')}")
        self._marks.append(operands[0])

    @property
    def _drawing(self) -> bool:
        return b"/Figure" in self._marks

    def _show(self, shown: bytes, state: State, at: tuple[float, float]) -> None:
        widths = self._widths[state.font]
        width = 0.0
        for glyphs, shift in _GLYPHS.findall(shown):
            if shift:
                width -= float(shift)
            for i in range(0, len(glyphs), 4):
                width += widths[int(glyphs[i : i + 4], 16)]  # one without a letter is damage
        x, y = at
        size = state.size
        height = size * abs(state.scale[1])
        if not SMALLEST <= height <= LARGEST:
            raise Strange(f"letters of {height:.1f} points")
        if state.fill > DARK and not self._drawing:  # a count is white on its bar
            raise Strange("letters too pale to read")
        box = state.box([(x, y - size * 0.45), (x + width * size / 1000, y)])
        if box[2] - box[0] > 0.2 * height:
            self.painted.words.append((self._at, box))
        left, top, right, bottom = state.clip
        slack = height
        if box[0] < left - slack or box[1] < top - slack:
            raise Strange("words that are cut off")
        if box[2] > right + slack or box[3] > bottom + slack:
            raise Strange("words that are cut off")

    def _form(self, name: bytes, resources: Any, state: State) -> None:
        form = resources["/XObject"][name.decode()]
        if str(form["/Subtype"]) != "/Form" or not self._drawing or self._depth >= NESTED:
            raise Strange("a picture")
        if "/Matrix" in form:
            raise Strange("a form that is turned")
        self._depth += 1
        self.run(form.read_bytes(), form["/Resources"], state)
        self._depth -= 1

    def _draw(self, token: bytes, state: State) -> State:
        if token in (b"W", b"W*"):
            self._clipping = True
            return state
        if not self._path:
            return state
        points, curves = _points(self._path)
        box = state.box(points)
        if token == b"n":
            if self._clipping:
                state = replace(state, clip=_common(state.clip, box))
        elif self._drawing:
            self.painted.shapes[_shape(self._path, points, curves)] += 1
        elif curves:
            raise Strange("a drawn curve")
        elif token == b"S":
            self.painted.strokes.append(_common(state.clip, box))
        else:
            self.painted.fills.append((self._at, _common(state.clip, box), state.fill))
        self._path, self._clipping = [], False
        return state


def _place(operands: Sequence[bytes]) -> tuple[float, float]:
    a, b, c, d, e, f = (float(number) for number in operands)
    if (a, b, c, d) != (1, 0, 0, -1):
        raise Strange("turned or stretched letters")
    return e, f


def _set(token: bytes, operands: Sequence[bytes], state: State, resources: Any) -> State:
    """Return the state after an operator that changes nothing but the state."""
    match token:
        case b"cm":
            a, b, c, d, e, f = (float(number) for number in operands)
            if b or c:
                raise Strange("a turned page")
            (sx, sy), (tx, ty) = state.scale, state.shift
            return replace(state, scale=(sx * a, sy * d), shift=(sx * e + tx, sy * f + ty))
        case b"rg":
            red, green, blue = (float(number) for number in operands)
            return replace(state, fill=0.2126 * red + 0.7152 * green + 0.0722 * blue)
        case b"Tf":
            return replace(state, font=operands[0].decode(), size=float(operands[1]))
        case b"gs":
            values = resources["/ExtGState"][operands[0].decode()]
            if any(key not in ("/ca", "/CA") or float(value) != 1 for key, value in values.items()):
                raise Strange("something seen through")
        case b"Tr":
            if operands[0] != b"0":
                raise Strange("letters that are not filled")
        case b"RG" | b"w":
            pass
        case _:
            raise Strange(f"operator {token[:20].decode('latin-1')}")
    return state


def _points(path: Sequence[tuple[str, list[float]]]) -> tuple[list[tuple[float, float]], int]:
    points: list[tuple[float, float]] = []
    curves = 0
    for kind, numbers in path:
        if kind == "re":
            x, y, width, height = numbers
            points += [(x, y), (x + width, y + height)]
        else:
            points += zip(numbers[::2], numbers[1::2], strict=True)
            curves += kind == "c"
    return points or [(0.0, 0.0)], curves


def _shape(
    path: Sequence[tuple[str, list[float]]], points: Sequence[tuple[float, float]], curves: int
) -> Shape:
    kinds = "".join(kind[0] for kind, _ in path)
    if curves:
        kinds = "o" if kinds == "mcccch" or kinds == "mcccc" else f"curves {kinds}"
    xs, ys = [x for x, _ in points], [y for _, y in points]
    corners = (min(xs), min(ys), max(xs), max(ys))
    return (kinds, *(round(number, 1) + 0.0 for number in corners))


def _common(a: Box, b: Box) -> Box:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _meet(a: Box, b: Box, slack: float = 0.5) -> bool:
    left, top, right, bottom = _common(a, b)
    return right - left > slack and bottom - top > slack


def _strange(painted: Painted, paper: Box) -> Iterator[str]:
    words = [box for _, box in painted.words]
    if any(_common(box, paper) != box for box in words):
        yield "words off the page"
    if _overlap(words):
        yield "words over words"
    rules: list[Box] = []
    for at, box, luminance in painted.fills:
        width, height = box[2] - box[0], box[3] - box[1]
        if min(width, height) <= 0:
            continue
        covers = any(seen < at and _meet(box, word) for seen, word in painted.words)
        if covers:
            yield "words that are covered"
        elif height <= THIN and width >= LONG:
            rules.append(box)
        elif min(width, height) > THIN and luminance < PALE:
            yield "a dark ground"
        elif min(width, height) <= THIN:
            yield "a short stroke"
    for box in painted.strokes:
        if _underlines(box, words):
            continue
        if box[3] - box[1] > 1 or box[2] - box[0] < SHORT:
            yield "a line that underlines nothing"
        rules.append(box)
    if _stacked(rules):
        yield "strokes upon strokes"


def _overlap(boxes: Sequence[Box]) -> bool:
    """Return whether any two boxes meet."""
    open_: list[Box] = []
    for box in sorted(boxes):
        open_ = [other for other in open_ if other[2] > box[0] + 1]
        if any(_meet(box, other, 1.0) for other in open_):
            return True
        open_.append(box)
    return False


def _stacked(rules: Sequence[Box]) -> bool:
    """Return whether rules lie so close above one another that they could draw a letter."""
    ordered = sorted(set(rules), key=lambda box: (box[1], box[0]))
    return any(
        0 <= b[1] - a[3] < THIN and min(a[2], b[2]) - max(a[0], b[0]) > 1
        for i, a in enumerate(ordered)
        for b in ordered[i + 1 : i + 4]
    )


def _underlines(line: Box, words: Sequence[Box]) -> bool:
    left, top, right, bottom = line
    return bottom - top <= 1 and any(
        -1 <= top - word[3] <= THIN and word[0] - 1 <= left and right <= word[2] + 20
        for word in words
    )


_ELEMENT = re.compile(r"<(rect|line|circle|path|polyline|polygon|ellipse|image|use)\b([^>]*)>")
_NUMBER = re.compile(r'(?<![\w-])(x|y|x1|x2|y1|y2|width|height|cx|cy|r)="(-?[0-9.]+)"')


def shapes_of(html: str) -> Counter[Shape]:
    """Return the shapes of the drawings that a page holds as SVG."""
    shapes: Counter[Shape] = Counter()
    for drawing in re.findall(r"<svg\b.*?</svg>", html, re.DOTALL):
        for name, rest in _ELEMENT.findall(drawing):
            number = {key: float(value) for key, value in _NUMBER.findall(rest)}
            shapes[_svg_shape(name, number)] += 1
    return shapes


def _svg_shape(name: str, number: Mapping[str, float]) -> Shape:
    def get(key: str) -> float:
        return number.get(key, 0.0)

    match name:
        case "rect":
            kind, ends = (
                "r",
                (get("x"), get("y"), get("x") + get("width"), get("y") + get("height")),
            )
        case "line":
            x, y = sorted((get("x1"), get("x2"))), sorted((get("y1"), get("y2")))
            kind, ends = "ml", (x[0], y[0], x[1], y[1])
        case "circle":
            x0, y0, r = get("cx"), get("cy"), get("r")
            kind, ends = "o", (x0 - r, y0 - r, x0 + r, y0 + r)
        case _:
            kind, ends = name, (0.0, 0.0, 0.0, 0.0)
    return (kind, *(round(end, 1) + 0.0 for end in ends))
