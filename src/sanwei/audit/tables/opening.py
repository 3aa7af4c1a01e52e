"""A table of somebody else, opened: under the mapping that was given, or under the template it is recognised as."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from sanwei.audit.reading import Source, SourceError

from .grid import Grid, read_grids
from .heads import Table, table_of
from .mapping import TableMapping, load_mapping, recognised, shipped
from .rows import source_of


def open_table(path: Path, mapping: Path | None = None) -> Source:
    """The rows of facts of a CSV, XLSX, XLS or Parquet file. SourceError where none is recognised."""
    grids = read_grids(path)
    known = load_mapping(mapping) if mapping is not None else None
    tables = tables_of(grids, known)
    if not tables:
        raise SourceError(f"“{path.name}”里没有任何内容。请重新导出。")
    chosen = known or next((m for t in tables if (m := recognised(t.columns))), None)
    if chosen is None:
        raise SourceError(
            f"“{path.name}”的列不是已知的模板（{'、'.join(m.title for m in shipped())}）。"
            f"请先运行 sanwei audit map {path.name}，核对它建议的对照文件，再用 --mapping 指定。"
        )
    used = [t for t in tables if _wanted(t, chosen)]
    source = source_of(path, used or tables[:1], chosen)
    left = [t for t in tables if t not in used]
    more = tuple(f"工作表“{t.name}”（{t.frame.height} 行）没有案件一列，没有读取。" for t in left if used)
    return replace(source, reading=replace(source.reading, notes=(*source.reading.notes, *more)))


def tables_of(grids: list[Grid], mapping: TableMapping | None = None) -> list[Table]:
    """The sheets that hold anything, with their headings found."""
    names = set(mapping.names) if mapping else {name for m in shipped() for name in m.names}
    return [t for g in grids if (t := table_of(g, names)) is not None]


def _wanted(table: Table, mapping: TableMapping) -> bool:
    pattern = mapping.row.sheet
    if pattern is not None and not re.search(pattern, table.name):
        return False
    return mapping.row.matter[0] in mapping.named(table.columns).values()
