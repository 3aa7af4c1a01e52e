"""Drawings as inline SVG. Each has a title and says its numbers in text: nothing hangs on colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from .numbers import Grid, Step

WIDTH = 720
LINE = 24


def _svg(height: int, title: str, inside: str) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{inside}</svg>"
    )


def _text(x: float, y: float, words: str, *, anchor: str = "start", kind: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{kind}">{escape(words)}</text>'


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


def bars(title: str, rows: Sequence[tuple[str, int]]) -> str:
    """One bar a row, its number at its end."""
    most = max((n for _, n in rows), default=1)
    left, room = 300, WIDTH - 300 - 70
    drawn = []
    for at, (name, n) in enumerate(rows):
        y = at * LINE
        long = max(room * n / most, 2)
        drawn += [
            f"<g><title>{escape(name)}：{n:,}</title>",
            _text(left - 8, y + 16, _short(name, 24), anchor="end"),
            f'<rect x="{left}" y="{y + 4}" width="{long:.1f}" height="16" class="bar"/>',
            _text(left + long + 6, y + 16, f"{n:,}", kind="n"),
            "</g>",
        ]
    return _svg(len(rows) * LINE + 4, title, "".join(drawn))


def grid(title: str, told: Grid) -> str:
    """Bodies down, months across; the number in each field, the darker the more."""
    left, top = 170, 44
    wide = (WIDTH - left) / max(len(told.months), 1)
    most = max(told.wrong.values(), default=1)
    drawn = []
    for x, month in enumerate(told.months):
        drawn.append(_text(left + wide * (x + 0.5), 34, month[5:].lstrip("0"), anchor="middle", kind="n"))
        if x == 0 or month.endswith("-01"):
            drawn.append(_text(left + wide * x + 2, 14, f"{month[:4]}年", kind="n"))
    for y, body in enumerate(told.bodies):
        drawn.append(_text(left - 8, top + y * LINE + 16, _short(body, 12), anchor="end"))
        for x, month in enumerate(told.months):
            if n := told.wrong.get((body, month), 0):
                dark = 0.1 + 0.35 * n / most
                drawn += [
                    f"<g><title>{escape(body)}，{month}：{n:,}</title>",
                    f'<rect x="{left + wide * x + 1:.1f}" y="{top + y * LINE + 1}" width="{wide - 2:.1f}" '
                    f'height="{LINE - 2}" class="field" fill-opacity="{dark:.2f}"/>',
                    _text(left + wide * (x + 0.5), top + y * LINE + 16, _count(n, wide), anchor="middle", kind="n"),
                    "</g>",
                ]
    return _svg(top + len(told.bodies) * LINE + 4, title, "".join(drawn))


def _count(n: int, wide: float) -> str:
    """As it fits: 12,345 becomes 1.2万 where fields are narrow."""
    if len(str(n)) * 7 <= wide:
        return str(n)
    return f"{n / 10_000:.1f}万" if n >= 10_000 else f"{n / 1000:.1f}千"


def times(title: str, rows: Sequence[Step]) -> str:
    """Each step against its limit: the limit is the upright line, the bar four fifths of them, the dot the median."""
    left, room = 276, 250
    one = room / 2  # the limit stands in the middle; twice the limit is the right end
    drawn = [_text(left + one, 14, "期限", anchor="middle", kind="n")]
    for at, s in enumerate(rows):
        y = 22 + at * LINE
        low, middle, high = (left + one * min(v / max(s.limit, 1), 2) for v in (s.low, s.middle, s.high))
        words = f"中位 {s.middle} 日，限 {s.limit} 日，迟 {s.late:.1%}"
        drawn += [
            f"<g><title>{escape(s.control.title)}：{words}，共 {s.n:,} 次</title>",
            _text(left - 8, y + 16, _short(s.control.title, 22), anchor="end"),
            f'<rect x="{low:.1f}" y="{y + 8}" width="{max(high - low, 2):.1f}" height="8" class="span"/>',
            f'<circle cx="{middle:.1f}" cy="{y + 12}" r="4" class="dot"/>',
            _text(left + room + 10, y + 16, words, kind="n"),
            "</g>",
        ]
    foot = 22 + len(rows) * LINE
    drawn.append(f'<line x1="{left + one}" y1="18" x2="{left + one}" y2="{foot}" class="limit"/>')
    return _svg(foot + 4, title, "".join(drawn))
