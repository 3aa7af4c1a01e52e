"""Faults of the calendar: one file a year, no gap, every day inside its year, unpublished years at the end."""

from __future__ import annotations

from collections.abc import Iterator

from .errors import Fault
from .reading import Tree


def calendar_faults(tree: Tree) -> Iterator[Fault]:
    """Faults between and inside the years."""
    first: dict[int, str] = {}
    for entry in tree.years:
        row = entry.row
        before = first.setdefault(row.year, entry.file)
        if before != entry.file:
            yield entry.fault(f"{row.year} 年已写在 {before}；一年只能有一个文件。", "year")
        for group in ("off", "on", "statutory"):
            for day in getattr(row, group):
                if day.year != row.year:
                    yield entry.fault(f"{day} 不在 {row.year} 年；请移到 {day.year}.yaml。", group, str(day))
        for day in sorted(set(row.off) & set(row.on)):
            yield entry.fault(f"{day} 既写在 off（放假）又写在 on（上班）；只能留一处。", "on", str(day))
    yield from _order(tree)


def _order(tree: Tree) -> Iterator[Fault]:
    years = {entry.row.year: entry for entry in tree.years}
    waiting = None
    for year in sorted(years):
        entry = years[year]
        if year - 1 not in years and year != min(years):
            yield entry.fault(f"缺少 {year - 1} 年的日历；年份之间不能有空档。", "year")
        if entry.row.status == "provisional":
            waiting = waiting or year
        elif waiting:
            says = f"{waiting} 年尚未公布，其后的 {year} 年却已公布；请先补上 {waiting} 年的通知。"
            yield entry.fault(says, "status")
