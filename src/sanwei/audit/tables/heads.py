"""Which row holds the headings: under a title, over merged cells, in one row or in two."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

import polars as pl

from .grid import Grid, filled, spread

LOOKED_AT = 20  # rows among which the headings are looked for
LINE = "§line"


@dataclass
class Table:
    """A sheet with its headings found: `frame` has text columns named by heading (null where the cell is empty) and
    LINE; `refused`: rows that do not fit the headings, (sheet, line,
    reason, text).
    """

    name: str
    frame: pl.DataFrame
    refused: list[tuple[str, int, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        return [c for c in self.frame.columns if c != LINE]


def plain(heading: str) -> str:
    """A heading without what differs from one export to the next: spaces, stars, the width of brackets, case."""
    text = re.sub(r"[\s*＊:：]", "", heading).translate(str.maketrans("（）【】［］－", "()[][]-"))
    return text.upper()


def table_of(grid: Grid, known: Collection[str] = ()) -> Table | None:
    """The table of a sheet; None where it is empty. `known`: headings (as `plain`) that a mapping speaks of."""
    rows = grid.rows
    if not any(filled(cells) for _, cells in rows):
        return None
    head = _head(grid, known)
    names, last = _names(grid, head)
    spread(grid, last + 1)
    width, notes = len(names), list(grid.notes)
    if head:
        title = "；".join(dict.fromkeys(c for _, cells in rows[:head] for c in cells if c))[:60]
        notes.append(f"“{grid.name}”的标题在第 {rows[head][0]} 行，以上 {head} 行没有当作数据（{title}）。")
    good, refused = [], []
    for line, cells in rows[last + 1 :]:
        if not filled(cells):
            continue
        if filled(cells[width:]):
            text = "，".join(cells)[:500]
            refused.append(
                (grid.name, line, f"这一行有 {len(cells)} 格，比标题的 {width} 格多，不知道哪一格归哪一列", text)
            )
        elif len(cells) < width and grid.is_text:
            text = "，".join(cells)[:500]
            refused.append(
                (grid.name, line, f"这一行只有 {len(cells)} 格，比标题的 {width} 格少，不知道缺了哪一格", text)
            )
        else:
            good.append((line, cells))
    columns = {LINE: pl.Series([line for line, _ in good], dtype=pl.Int64)}
    for n, name in enumerate(names):
        values = [cells[n] if n < len(cells) else None for _, cells in good]
        if name or any(values):
            columns[_free(name or f"第{n + 1}列", columns)] = pl.Series([v or None for v in values], dtype=pl.String)
    return Table(grid.name, pl.DataFrame(columns), refused, notes)


def _free(name: str, taken: Collection[str]) -> str:
    """The heading, numbered where the table has it twice."""
    n, found = 1, name
    while found in taken:
        n += 1
        found = f"{name}（{n}）"
    return found


def _head(grid: Grid, known: Collection[str]) -> int:
    """The row with the most known headings; where none is known, the first row that is filled like a row of them."""
    looked = [cells for _, cells in grid.rows[:LOOKED_AT]]
    if known:
        hits = [sum(plain(c) in known for c in set(cells)) for cells in looked]
        if max(hits) > 0:
            return hits.index(max(hits))
    widest = max(filled(cells) for cells in looked)
    return next(n for n, cells in enumerate(looked) if len({c for c in cells if c}) * 2 > widest or widest < 2)


def _names(grid: Grid, head: int) -> tuple[list[str], int]:
    """The headings and the last row they take: two, where a merged heading stands over several others."""
    _, cells = grid.rows[head]
    cells = list(cells)
    wide = [(top, left, bottom, right) for top, left, bottom, right in grid.joined if top <= head <= bottom]
    over = [a for a in wide if a[3] > a[1] and a[2] == head]
    if not over or head + 1 >= len(grid.rows):
        return [" ".join(c.split()) for c in cells], max([head, *(a[2] for a in wide)])
    for _, left, _, right in over:
        cells[left : right + 1] = [cells[left]] * (right - left + 1)
    below = grid.rows[head + 1][1]
    names = [f"{a}／{b}" if a and b and a != b else a or b for a, b in zip(cells, below, strict=False)]
    return names, head + 1


__all__ = ["LINE", "Table", "plain", "table_of"]
