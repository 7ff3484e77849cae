"""Charts as SVG: pure functions of values, the same picture in a PDF and on a page.

They are readable in black and white: what a colour says is also said by a pattern, and every bar bears its figure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from gdflow.report.pdf_text import letters_for_pdf, text_for_pdf
from gdflow.spanish.numbers import rounded

INK, RULE, PALE = "#1B2733", "#B8C4CC", "#E8F0F4"
ACCENT = "#0B4F6C"
FONT = "Carlito, Calibri, Arial, sans-serif"
WIDTH, SIZE, LINE = 500, 10, 12
LABELS, FIGURES = 185, 62
BAR, STACK = 13, 18
# a sign is at most about this wide, in parts of the type's size
SIGN = Fraction(52, 100)
# the type behind the first, which has the symbols of the lights
SYMBOLS = "DejaVu Sans, Segoe UI Symbol, sans-serif"
SYMBOL = 12


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and what it says in words, for those who do not see it."""

    svg: str
    title: str
    alt: str

    @property
    def data(self) -> bytes:
        """The picture as a file."""
        return self.svg.encode()


@dataclass(frozen=True, slots=True)
class Bar:
    """A share with its name. figure: as people read it. None: nothing can be said."""

    label: str
    share: Fraction | None
    figure: str


@dataclass(frozen=True, slots=True)
class Part:
    """A count of a stack: how many are so, the word for it, its symbol and colour ("#RRGGBB")."""

    label: str
    symbol: str
    colour: str
    count: int


@dataclass(frozen=True, slots=True)
class Stack:
    """A bar made of counts, under its name."""

    label: str
    parts: tuple[Part, ...]


def bars(title: str, given: Sequence[Bar], *, target: Fraction = Fraction(1), mark: str = "meta") -> Chart:
    """Horizontal bars with a mark where the target stands; a share above it is drawn to the mark and says its figure.

    mark: the word at the mark.
    """
    room = WIDTH - LABELS - FIGURES
    top, parts = 16, [_text(LABELS + room, 10, mark, anchor="middle")]
    for bar in given:
        lines = _wrapped(bar.label, LABELS - 10)
        height = max(BAR, LINE * len(lines)) + 7
        parts += _label(lines, top, height)
        parts.append(_bar(bar, top + (height - BAR) // 2, room, target))
        top += height
    parts.append(_stroke(LABELS + room, 14, top, dashed=True))
    parts.append(_stroke(LABELS, 14, top))
    said = "; ".join(f"{bar.label}: {bar.figure}" for bar in given)
    return _chart(title, said or "sin datos", top + 4, parts)


def stacks(title: str, given: Sequence[Stack]) -> Chart:
    """Bars made of counts, each as long as the largest total is; every part bears its symbol and its count."""
    room = WIDTH - LABELS - 24
    most = max((_total(stack) for stack in given), default=0)
    top, parts = 4, list[str]()
    for stack in given:
        lines = _wrapped(stack.label, LABELS - 10)
        height = max(STACK, LINE * len(lines)) + 8
        parts += _label(lines, top, height)
        parts += _stacked(stack, top + (height - STACK) // 2, room, most)
        top, key = _key(stack.parts, top + height)
        parts += key
    said = "; ".join(f"{stack.label}: {_counts(stack)}" for stack in given)
    return _chart(title, said or "sin datos", top, parts)


def _bar(bar: Bar, top: int, room: int, target: Fraction) -> str:
    share = bar.share
    drawn = Fraction(0) if share is None else min(max(share, Fraction(0)) / target, Fraction(1)) * room
    frame = _rect(LABELS, top, room, BAR, fill=PALE, stroke=RULE)
    figure = _text(WIDTH - FIGURES + 9, top + BAR - 3, bar.figure, weight="bold")
    beyond = share is not None and share > target
    return frame + (_rect(LABELS, top, drawn, BAR, fill=ACCENT) if drawn else "") + _arrow(top, beyond) + figure


def _arrow(top: int, beyond: bool) -> str:
    """What lies beyond the mark is not drawn to scale, only said."""
    at = WIDTH - FIGURES
    return (
        f'<path d="M{at},{top}L{at + 7},{_n(top + Fraction(BAR, 2))}L{at},{top + BAR}Z" fill="{ACCENT}"/>'
        if beyond
        else ""
    )


def _stacked(stack: Stack, top: int, room: int, most: int) -> list[str]:
    """The parts side by side; one too narrow for its count leaves it to the key."""
    drawn, left = [], Fraction(LABELS)
    for way, part in enumerate(stack.parts):
        width = Fraction(room * part.count, most) if most else Fraction(0)
        if not part.count:
            continue
        drawn.append(_filled(left, top, width, STACK, part, way))
        if width > _wide(str(part.count)) + SYMBOL + 8:
            drawn.append(_tag(left + width / 2, top + BAR, part))
        left += width
    drawn.append(_text(left + 5, top + BAR, str(_total(stack)), weight="bold"))
    return drawn


def _filled(left: Fraction, top: int, width: Fraction, height: int, part: Part, way: int) -> str:
    """A part in its colour, under thin white lines; way: its place in the stack, each with lines of its own."""
    plain = _rect(left, top, width, height, fill=part.colour, stroke="#FFFFFF")
    paths = "".join(WAYS[way % len(WAYS)](left, top, width, height))
    return plain + (f'<path d="{paths}" stroke="#FFFFFF" stroke-width="0.8" fill="none"/>' if paths else "")


def _none(*_place: Fraction | int) -> Iterable[str]:
    return ()


def _slanted(left: Fraction, top: int, width: Fraction, height: int) -> Iterable[str]:
    return (f"M{_n(left + at)},{top + height}L{_n(left + at + height)},{top}" for at in _steps(width - height))


def _fallen(left: Fraction, top: int, width: Fraction, height: int) -> Iterable[str]:
    return (f"M{_n(left + at)},{top}L{_n(left + at + height)},{top + height}" for at in _steps(width - height))


def _upright(left: Fraction, top: int, width: Fraction, height: int) -> Iterable[str]:
    return (f"M{_n(left + at)},{top}V{top + height}" for at in _steps(width))


def _level(left: Fraction, top: int, width: Fraction, height: int) -> Iterable[str]:
    return (f"M{_n(left)},{top + at}H{_n(left + width)}" for at in range(4, height, 5))


def _steps(room: Fraction) -> Iterable[int]:
    return range(2, max(2, int(room)), 7)


WAYS = (_none, _slanted, _level, _upright, _fallen)


def _tag(middle: Fraction, base: int, part: Part) -> str:
    """A symbol and a count on their part, on white so that they are read over any pattern."""
    width = SYMBOL + _wide(str(part.count)) + 4
    left = middle - width / 2
    plate = _rect(left, base - 10, width, 13, fill="#FFFFFF")
    return plate + _marked(left + 2, base, part.symbol, str(part.count), weight="bold")


def _key(parts: Sequence[Part], top: int) -> tuple[int, list[str]]:
    """What the patterns of a stack mean, in as many lines as it takes; and where it ends."""
    drawn, left = [], Fraction(LABELS)
    for way, part in enumerate(parts):
        if not part.count:
            continue
        said = f"{part.label}: {part.count}"
        width = 18 + SYMBOL + _wide(said) + 8
        if left + width > WIDTH and left > LABELS:
            left, top = Fraction(LABELS), top + LINE + 4
        drawn.append(_filled(left, top, Fraction(14), 10, part, way))
        drawn.append(_marked(left + 18, top + 9, part.symbol, said))
        left += width
    return top + LINE + 12, drawn


def _marked(left: Fraction, base: int, symbol: str, said: str, *, weight: str = "normal") -> str:
    # a type that lacks the symbol would give up the words beside it too
    place = f'x="{_n(left)}" y="{base}" font-family="{SYMBOLS}" font-size="9"'
    return f"<text {place}>{escape(text_for_pdf(symbol))}</text>" + _text(left + SYMBOL, base, said, weight=weight)


def _wide(text: str) -> Fraction:
    return SIGN * SIZE * len(text)


def _counts(stack: Stack) -> str:
    return ", ".join(f"{part.count} {part.label.lower()}" for part in stack.parts if part.count) or "ninguna"


def _total(stack: Stack) -> int:
    return sum(part.count for part in stack.parts)


def _wrapped(text: str, room: int) -> list[str]:
    """A name in at most two lines of a width."""
    most = int(room / (SIGN * SIZE))
    lines = [""]
    for word in letters_for_pdf(" ".join(text.split())).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= most:
            lines[-1] = longer
        elif len(lines) == 2:
            lines[-1] = f"{lines[-1][: most - 1].rstrip(' ,;.:')}…"
            break
        else:
            lines.append(word[:most])
    return [line for line in lines if line] or ["–"]


def _label(lines: Sequence[str], top: int, height: int) -> list[str]:
    first = top + (height - LINE * len(lines)) // 2 + LINE - 2
    return [_text(LABELS - 7, first + LINE * at, line, anchor="end") for at, line in enumerate(lines)]


def _stroke(left: int, top: int, bottom: int, *, dashed: bool = False) -> str:
    dashes = ' stroke-dasharray="3 2"' if dashed else ""
    return f'<path d="M{left},{top}V{bottom}" stroke="{INK}" stroke-width="1"{dashes} fill="none"/>'


def _rect(left: Fraction | int, top: int, width: Fraction | int, height: int, *, fill: str, stroke: str = "") -> str:
    edge = f' stroke="{stroke}" stroke-width="0.75"' if stroke else ""
    return f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" height="{height}" fill="{fill}"{edge}/>'


def _text(left: Fraction | int, base: int, said: str, *, anchor: str = "start", weight: str = "normal") -> str:
    place = f'x="{_n(left)}" y="{base}" text-anchor="{anchor}" font-weight="{weight}"'
    return f"<text {place}>{escape(letters_for_pdf(said))}</text>"


def _n(value: Fraction | int) -> str:
    text = str(rounded(Fraction(value), 2))
    return text.rstrip("0").rstrip(".") if "." in text else text


def _chart(title: str, said: str, height: int, parts: Iterable[str]) -> Chart:
    alt = text_for_pdf(f"{title}. {said}.")
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" font-family="{FONT}" font-size="{SIZE}" fill="{INK}">'
    )
    told = f"<title>{escape(text_for_pdf(title))}</title><desc>{escape(alt)}</desc>"
    return Chart(f"{head}{told}{''.join(parts)}</svg>", title, alt)
