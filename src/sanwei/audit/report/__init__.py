"""What an examination leaves behind: summary.json, a workbook to filter, a page to print."""

from __future__ import annotations

from pathlib import Path

from sanwei.audit.run.examining import Found
from sanwei.audit.run.summary import write_summary

from .page import write_page
from .workbook import write_csv, write_workbook


def write_report(found: Found, out: Path, *, csv: bool = False) -> list[Path]:
    """Write everything beside `obligations.parquet`; the files, that one first."""
    files = [found.obligations, write_summary(found, out), write_page(found, out), write_workbook(found, out)]
    return [*files, write_csv(found, out)] if csv else files
