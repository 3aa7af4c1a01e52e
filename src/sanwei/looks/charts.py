"""The four kinds of charts: line, horizontal bars, ring, stacked bars. Each gives a `Chart` with its table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from django.utils.html import format_html
from django.utils.safestring import SafeString

from sanwei.looks.svg import (
    NOTHING,
    Chart,
    Number,
    Series,
    box,
    cut,
    drawing,
    fitted,
    legend,
    mark,
    nice,
    nothing,
    number,
    table,
    text,
    told,
    wide,
)

ROW = 31
Point = tuple[float, float]
Bar = tuple[str, Number] | tuple[str, Number, str]


def line(title: str, labels: Sequence[str], series: Series, *, unit: str = "件", width: int = 800) -> Chart:
    """
    One line per series over the labels, from left to right; at most four series. None is a gap in the line.

    Raises ValueError when a series is not as long as the labels.
    """
    _same_length(labels, series)
    if all(value is None for _, values in series for value in values):
        return nothing(title, width)
    rows = [[label, *(number(values[at]) for _, values in series)] for at, label in enumerate(labels)]
    names = [name for name, _ in series]
    keys = legend(names, lines=True) if len(names) > 1 else NOTHING
    heads = ["项目", *(f"{name}（{unit}）" for name in names)]
    return Chart(title, fitted(partial(_line, title, labels, series, unit), width), table(title, heads, rows), keys)


def _same_length(labels: Sequence[str], series: Series) -> None:
    if any(len(values) != len(labels) for _, values in series):
        raise ValueError("every series needs one value a label")


def _line(title: str, labels: Sequence[str], series: Series, unit: str, width: int) -> SafeString:
    height, left, right, top, bottom = 200, 40, 16, 16, 26
    most = nice(max(value for _, values in series for value in values if value is not None))

    def across(place: int) -> float:
        span = width - left - right
        return left + (span * place / (len(labels) - 1) if len(labels) > 1 else span / 2)

    def up(value: Number) -> float:
        return top + (height - top - bottom) * (1 - value / most)

    body: list[SafeString] = []
    for value in (most * quarter / 4 for quarter in range(5)):
        body += _rule(left, width - right, up(value), number(value))
    every = max(1, math.ceil(len(labels) * 40 / (width - left - right)))
    body += [text(across(at), height - 8, label, "ax mid") for at, label in enumerate(labels) if at % every == 0]
    for place, (name, values) in enumerate(series):
        points = [None if value is None else (across(at), up(value)) for at, value in enumerate(values)]
        body += _strokes(points, place)
        for point, label, value in zip(points, labels, values, strict=True):
            if point:
                body.append(told(f"{label}，{name} {number(value)} {unit}", mark(*point, place)))
    return drawing(width, height, f"{title}，从{labels[0]}到{labels[-1]}，数字见图下的表", body)


def _rule(start: float, end: float, y: float, words: str) -> list[SafeString]:
    """One line of the scale with its number."""
    ends = (start, end, f"{y:.1f}", f"{y:.1f}")
    drawn = format_html('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"></line>', *ends)
    return [drawn, text(start - 6, y + 4, words, "ax end")]


def _strokes(points: Sequence[Point | None], place: int) -> list[SafeString]:
    """The unbroken stretches of one line."""
    stretches: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    shape = '<polyline class="line s{}" points="{}"></polyline>'
    corners = [" ".join(f"{x:.1f},{y:.1f}" for x, y in stretch) for stretch in stretches if len(stretch) > 1]
    return [format_html(shape, place + 1, corner) for corner in corners]


def _room(labels: Sequence[str], width: int) -> tuple[float, float]:
    """Space for the labels on the left: pixels, and letters that fit."""
    letters = min(max(wide(label) for label in labels), width * 0.36 / 13)
    return letters * 13 + 12, letters


def hbar(
    title: str,
    rows: Sequence[Bar],
    *,
    unit: str = "%",
    target: Number | None = None,
    most: Number | None = None,
    width: int = 290,
) -> Chart:
    """
    Horizontal bars: (label, value) or (label, value, url). Bars below the target are drawn in another colour and
    marked 未达标 beside the number; `most` is the value of a full bar (100 for per cent unless given).
    """
    if not rows:
        return nothing(title, width)
    full = most or (100 if unit == "%" else nice(max(row[1] for row in rows)))
    numbers = [[row[0], number(row[1])] for row in rows]
    return Chart(
        title,
        fitted(partial(_hbar, title, rows, unit, target, full), width),
        table(title, ["项目", unit], numbers),
    )


def _hbar(title: str, rows: Sequence[Bar], unit: str, target: Number | None, full: Number, width: int) -> SafeString:
    left, letters = _room([row[0] for row in rows], width)
    short = [target is not None and row[1] < target for row in rows]
    right = 48 + (42 if any(short) else 0)
    span = width - left - right
    body: list[SafeString] = []
    for place, (label, value, *url) in enumerate(rows):
        y = 6 + place * ROW
        said = f"{number(value)}{unit if unit == '%' else ' ' + unit}"
        parts = [
            text(left - 8, y + 19, cut(label, letters), "cat end"),
            box(left, y + 8, span, 14, "track"),
            box(left, y + 8, span * min(value, full) / full, 14, "fill short" if short[place] else "fill s1"),
            text(width - right + 6, y + 19.5, said + (" 未达标" if short[place] else ""), "val"),
        ]
        bar = told(f"{label} {said}", *parts)
        body.append(format_html('<a href="{}">{}</a>', url[0], bar) if url else bar)
    end = 6 + len(rows) * ROW
    if target is not None:
        x = left + span * min(target, full) / full
        ends = (f"{x:.1f}", f"{x:.1f}", 6, end)
        body.append(format_html('<line class="target" x1="{}" x2="{}" y1="{}" y2="{}"></line>', *ends))
        body.append(text(x, end + 13, f"目标 {number(target)}{unit}", "ax mid"))
    links = any(len(row) > 2 for row in rows)
    return drawing(width, end + 18, f"{title}，数字见图下的表", body, links=links)


def donut(title: str, rows: Sequence[tuple[str, Number]], *, unit: str = "件", width: int = 290) -> Chart:
    """A ring of at most six parts with its key beside it and the sum in the middle; no value below zero."""
    total = sum(value for _, value in rows)
    if total <= 0:
        return nothing(title, width)
    counted = [[label, number(value), f"{100 * value / total:.1f}%"] for label, value in rows]
    drawn = fitted(partial(_donut, title, rows, unit), width)
    return Chart(title, drawn, table(title, ["项目", unit, "占比"], counted))


def _donut(title: str, rows: Sequence[tuple[str, Number]], unit: str, width: int) -> SafeString:
    total = sum(value for _, value in rows)
    height = max(170, 24 + 29 * len(rows))
    cx, cy, radius = 84, height / 2, 56
    around = 2 * math.pi * radius
    shape = (
        '<circle class="arc s{}" cx="{}" cy="{}" r="{}" stroke-dasharray="{} {}" stroke-dashoffset="{}"'
        ' transform="rotate(-90 {} {})"><title>{}</title></circle>'
    )
    body: list[SafeString] = []
    gone = 0.0
    for place, (label, value) in enumerate(rows):
        colour, part = place % 6 + 1, around * value / total
        seen = max(part - 1.5, 0)
        dashes = (f"{seen:.2f}", f"{around - seen:.2f}", f"{-gone:.2f}")
        said = f"{label} {number(value)} {unit}"
        body.append(format_html(shape, colour, cx, f"{cy:g}", radius, *dashes, cx, f"{cy:g}", said))
        gone += part
        y = cy - 29 * (len(rows) - 1) / 2 + place * 29 + 4
        body.append(box(166, y - 10, 11, 11, f"fill s{colour}"))
        body.append(text(184, y, cut(label, (width - 184 - 40) / 13), "cat"))
        body.append(text(width - 4, y, number(value), "val end"))
    body.append(text(cx, cy + 3, number(total), "big mid"))
    body.append(text(cx, cy + 22, unit, "ax mid"))
    return drawing(width, height, f"{title}，共 {number(total)} {unit}，数字见图下的表", body)


def stacked(title: str, labels: Sequence[str], series: Series, *, unit: str = "件", width: int = 800) -> Chart:
    """
    Horizontal bars made of parts: one bar a label, one part a series (at most six); the sum stands behind the bar.

    Raises ValueError when a series is not as long as the labels.
    """
    _same_length(labels, series)
    sums = [sum(values[at] or 0 for _, values in series) for at in range(len(labels))]
    if not sums or max(sums) <= 0:
        return nothing(title, width)
    names = [name for name, _ in series]
    rows = [[label, *(number(values[at]) for _, values in series), number(sums[at])] for at, label in enumerate(labels)]
    drawn = fitted(partial(_stacked, title, labels, series, sums, unit), width)
    heads = ["项目", *names, f"合计（{unit}）"]
    return Chart(title, drawn, table(title, heads, rows), legend(names, lines=False))


def _stacked(
    title: str, labels: Sequence[str], series: Series, sums: Sequence[Number], unit: str, width: int
) -> SafeString:
    left, letters = _room(labels, width)
    span, full = width - left - 48, nice(max(sums))
    body: list[SafeString] = []
    for at, label in enumerate(labels):
        y, x = 6 + at * ROW, left
        body.append(text(left - 8, y + 19, cut(label, letters), "cat end"))
        for place, (name, values) in enumerate(series):
            value = values[at] or 0
            part = span * value / full
            drawn = [box(x, y + 6, part - 1, 18, f"fill s{place + 1}")] if part > 0 else []
            if part > 26:
                drawn.append(text(x + part / 2, y + 19.5, number(value), "in mid"))
            body.append(told(f"{label}，{name} {number(value)} {unit}", *drawn))
            x += part
        body.append(text(x + 6, y + 19.5, number(sums[at]), "val"))
    return drawing(width, 12 + len(labels) * ROW, f"{title}，数字见图下的表", body)
