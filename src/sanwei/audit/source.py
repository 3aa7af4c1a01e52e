"""The door of the audit: any file or folder in, `Source` or `Log` out.

found = open_source(Path("export.csv"))
if isinstance(found, Log): judge its steps by found.rulebook; else judge found.frames by the controls
found.reading.notes, .unknown, .missing, .refused are told first, before any verdict
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .logs.opening import open_log
from .reading import EVENTS, REFUSED, Log, Reading, Source, SourceError
from .rulebook import read_rulebook
from .tables.opening import open_table
from .tables.own import is_own, open_own

__all__ = ["EVENTS", "REFUSED", "Log", "Reading", "Source", "SourceError", "open_source"]


def open_source(
    path: Path, *, mapping: Path | None = None, rulebook: Path | None = None, aside: Path | None = None
) -> Source | Log:
    """Reads a source. A folder of `<grain>.parquet` is our own facts (lazily scanned, any size).

    `mapping`: a mapping file for tables of somebody else; without one the known templates are tried. `rulebook`: a
    YAML (or `.decl`) of controls for an event log. `aside`: folder for the refused rows. SourceError: nothing can be
    read; its text says in Chinese what is wrong and what to do.
    """
    path = Path(path)
    if not path.exists():
        raise SourceError(f"找不到“{path}”。请检查路径。")
    if path.is_dir():
        if not is_own(path):
            raise SourceError(
                f"“{path.name}”里没有事实文件（如 case.parquet、decision.parquet）。请给出一个文件，或者本系统导出的文件夹。"
            )
        found: Source | Log = open_own(path)
    else:
        # a mapping says that it is a table of facts; else a file whose headings are those of a log is a log
        book = read_rulebook(rulebook) if rulebook is not None else None
        found = (None if mapping is not None else open_log(path, book)) or open_table(path, mapping)
    return replace(found, reading=found.reading.set_aside(aside)) if aside is not None else found
