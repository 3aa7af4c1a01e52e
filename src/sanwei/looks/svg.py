"""Charts drawn on the server as SVG: no script, styled by classes only, the numbers beside them as a table."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

Number = int | float
Series = Sequence[tuple[str, Sequence[Number | None]]]
NOTHING = SafeString("")
NARROW = 330  # the width of a chart in a card on a phone, in CSS pixels


@dataclass(frozen=True)
class Chart:
    """
    One chart: `svg` the drawing, `legend` the key (empty where the drawing carries it), `table` the same numbers.

    An SVG scales its letters with the column: give each chart the width in CSS pixels it will have at a desk (it is
    never drawn larger); for phones it is drawn a second time.
    """

    title: str
    svg: SafeString
    table: SafeString
    legend: SafeString = NOTHING

    def __html__(self) -> str:
        return self.svg


def wide(text: str) -> float:
    """The width of a text in letters of full width: Chinese counts 1, ASCII about half."""
    return sum(0.56 if ord(letter) < 0x2E80 else 1 for letter in text)


def cut(text: str, room: float) -> str:
    """A text that fits into `room` letters of full width, with an ellipsis where it was cut."""
    if wide(text) <= room:
        return text
    while text and wide(text) > room - 1:
        text = text[:-1]
    return text + "…"


def nice(most: Number) -> Number:
    """The next round number at or above `most` whose quarters are easy to read; 4 when there is nothing."""
    if most <= 0:
        return 4
    if isinstance(most, int):  # things counted have no halves: each quarter is a whole number
        fours = 4 * 10 ** max(math.floor(math.log10(most / 4)), 0)
        return next(top for top in (fours * k for k in (1, 2, 3, 4, 5, 10)) if top >= most)
    step = 10 ** math.floor(math.log10(most))
    return next(top for top in (step * k for k in (1, 2, 4, 6, 8, 10)) if top >= most)


def number(value: Number | None) -> str:
    """A number for people: thousands apart, no needless zeros, a dash for none."""
    if value is None:
        return "—"
    return f"{value:,.1f}".removesuffix(".0") if isinstance(value, float) else f"{value:,}"


def join(parts: Sequence[str]) -> SafeString:
    """Put together parts that are safe already."""
    return mark_safe("".join(parts))


def drawing(width: float, height: float, label: str, body: Sequence[str], *, links: bool = False) -> SafeString:
    """The SVG around the parts. With links inside it is a group: an image may not hold links."""
    shape = '<svg class="chart" width="{0}" viewBox="0 0 {0} {1}" role="{2}" aria-label="{3}" xmlns="{4}">{5}</svg>'
    role = "group" if links else "img"
    return format_html(shape, f"{width:g}", f"{height:g}", role, label, "http://www.w3.org/2000/svg", join(body))


def fitted(draw: Callable[[int], SafeString], width: int) -> SafeString:
    """The drawing for a desk and, where that is wide, one for phones; the style sheet shows one of them."""
    if width <= NARROW + 40:
        return draw(width)
    both = '<div class="chart-wide">{}</div><div class="chart-narrow">{}</div>'
    return format_html(both, draw(width), draw(NARROW))


def nothing(title: str, width: int) -> Chart:
    """The chart of no numbers: it says so."""

    def draw(width: int) -> SafeString:
        body = [text(width / 2, 50, "没有可以画的数字", "none mid")]
        return drawing(width, 90, f"{title}，没有数字", body)

    return Chart(title, fitted(draw, width), table(title, ["项目"], []))


def text(x: float, y: float, words: str, css: str) -> SafeString:
    """One line of text; the class also says where it is anchored (`mid`, `end`)."""
    return mark_safe(f'<text class="{css}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>')


def box(x: float, y: float, width: float, height: float, css: str) -> SafeString:
    """One bar."""
    size = f'width="{max(width, 0):.1f}" height="{height:.1f}"'
    return mark_safe(f'<rect class="{css}" x="{x:.1f}" y="{y:.1f}" {size} rx="2"></rect>')


def told(words: str, *parts: str) -> SafeString:
    """A group of parts with the words that a pointer or a screen reader gets to know."""
    return mark_safe(f"<g>{''.join(parts)}<title>{escape(words)}</title></g>")


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> SafeString:
    """The numbers of a chart as a table: the first column names the row."""
    heads = [f'<th scope="col"{_num(place)}>{escape(word)}</th>' for place, word in enumerate(head)]
    lines = [f'<tr><th scope="row">{escape(row[0])}</th>{_cells(row[1:])}</tr>' for row in rows]
    return mark_safe(
        f'<table class="list"><caption class="vh">{escape(title)}</caption>'
        f"<thead><tr>{''.join(heads)}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )


def _num(place: int) -> str:
    return ' class="num"' if place else ""


def _cells(cells: Sequence[str]) -> str:
    return "".join(f'<td class="num">{escape(cell)}</td>' for cell in cells)


def mark(x: float, y: float, place: int) -> SafeString:
    """The mark of a series at a point: circle, square, triangle, diamond, so that colour is not alone."""
    css = f"mark s{place + 1}"
    if place == 0:
        return mark_safe(f'<circle class="{css}" cx="{x:.1f}" cy="{y:.1f}" r="3.2"></circle>')
    shapes = {1: (-3, -3, 3, -3, 3, 3, -3, 3), 2: (0, -4, 4, 3, -4, 3)}
    shape = shapes.get(place, (0, -4, 4, 0, 0, 4, -4, 0))
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in zip(shape[::2], shape[1::2], strict=True))
    return mark_safe(f'<polygon class="{css}" points="{points}"></polygon>')


def legend(names: Sequence[str], *, lines: bool) -> SafeString:
    """The key of a chart with several series, in HTML so that it wraps and can be copied."""
    keys = []
    for place, name in enumerate(names):
        if lines:
            css = f"line s{place + 1}"
            stroke = format_html('<line class="{}" x1="0" x2="24" y1="5" y2="5"></line>', css)
            sample = join([stroke, mark(12, 5, place)])
        else:
            sample = box(10, 0, 12, 10, f"fill s{place + 1}")
        drawn = format_html('<svg viewBox="0 0 24 10" aria-hidden="true">{}</svg>', sample)
        keys.append(format_html("<span>{}{}</span>", drawn, name))
    return format_html('<span class="legend">{}</span>', join(keys))
