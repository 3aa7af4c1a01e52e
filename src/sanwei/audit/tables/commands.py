"""`sanwei audit map FILE`: prints what a table seems to say and writes a mapping to correct."""

from __future__ import annotations

import sys
from pathlib import Path

from sanwei.audit.reading import SourceError
from sanwei.controls.register import register

from .grid import read_grids
from .mapping import recognised
from .opening import tables_of
from .proposing import mapping_text, propose, told


def run_map(file: Path, out: Path | None = None) -> int:
    """Prints the proposal; the mapping goes to `out`, by default beside the table. Exit 0, or 2 where it failed."""
    try:
        if not file.is_file():
            raise SourceError(f"找不到“{file}”。请检查路径。")
        tables = tables_of(read_grids(file))
        if not tables:
            raise SourceError(f"“{file.name}”里没有任何内容。")
        table = max(tables, key=lambda t: t.frame.height)
        found = propose(table, list(register().values()))
        template = recognised(table.columns)
        target = out or file.with_name(f"{file.stem}.对照.yaml")
        if target.exists():
            raise SourceError(f"“{target}”已经有了，没有覆盖。请用 --out 指定另一个文件名。")
        text = template.path.read_text(encoding="utf-8") if template else mapping_text(found, file.stem)
        target.write_text(text, encoding="utf-8")
    except (SourceError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = told(found, template.title if template else None)
    sys.stdout.write("\n".join([*lines, f"建议的对照文件写到 {target}，请逐项核对。"]) + "\n")
    return 0
