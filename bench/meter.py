"""Measuring: wall and CPU of one piece of work, the queries it asks, and what the database's own process spends."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.db import connection


@dataclass(frozen=True)
class Measured:
    """One line of the results. Times in milliseconds: p50 and p95 of the wall, the mean CPU of this process, and of
    the database's where it is another one (None where it is the same). `targets`: what is aimed at, by column.
    """

    name: str
    who: str
    times: int
    p50: float
    p95: float
    cpu: float
    database_cpu: float | None
    queries: int
    targets: dict[str, float]

    @property
    def missed(self) -> list[str]:
        """The columns that do not reach their target."""
        return [name for name, most in self.targets.items() if getattr(self, name) > most]

    def plain(self) -> dict[str, Any]:
        ratios = {name: round(getattr(self, name) / most, 2) for name, most in self.targets.items()}
        return asdict(self) | {"missed": self.missed, "ratios": ratios}


def percentile(values: list[float], share: float) -> float:
    """The value that `share` of the values do not pass (nearest rank); nan of none."""
    if not values:
        return float("nan")
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * int(share * 100) // 100) - 1)]


@contextmanager
def counting():
    """Counts the statements of the block without Django's debug cursor, which would ask more of its own. What only
    begins or ends a transaction is none: one database is told it as a statement, the other is not.
    """
    asked: list[str] = []

    def note(execute, sql, params, many, context):
        if not sql.startswith(("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK")):
            asked.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def measure(
    name: str, who: str, work: Callable[[int], object], *, times: int, warm: int = 5, **targets: float
) -> Measured:
    """Do the work `warm` times, then once with its statements counted, then `times` times with the clocks running.

    `work` is given the number of the turn, so that it may take another case each time.
    """
    for turn in range(warm):
        work(turn)
    with counting() as asked:
        work(warm)
    walls, server = [], _backend()
    database, cpu = _spent(server), time.process_time()
    for turn in range(warm + 1, warm + 1 + times):
        began = time.perf_counter()
        work(turn)
        walls.append((time.perf_counter() - began) * 1000)
    cpu = (time.process_time() - cpu) * 1000 / times
    database = None if server is None else (_spent(server) - database) * 1000 / times
    found = Measured(
        name, who, times, percentile(walls, 0.5), percentile(walls, 0.95), cpu, database, len(asked), targets
    )
    return found


def _backend() -> int | None:
    """Process of this connection on a PostgreSQL of this machine, where one can look at it."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    return pid if Path(f"/proc/{pid}/stat").is_file() else None


def _spent(pid: int | None) -> float:
    """Seconds of CPU of a process so far, user and system."""
    if pid is None:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def table(lines: list[Measured]) -> str:
    """The results as a table in Markdown; what misses its target is marked."""
    head = "| 页面或行为 | 身份 | p50 ms | p95 ms | CPU ms | 数据库 CPU ms | SQL | 目标 |\n|---|---|---:|---:|---:|---:|---:|---|"
    return "\n".join([head, *(_line(each) for each in lines)])


_LABELS = {"cpu": "CPU ≤ {:g} ms", "queries": "SQL ≤ {:g}", "p50": "p50 ≤ {:.1f} ms"}


def _line(m: Measured) -> str:
    aims = "，".join(_LABELS[name].format(most) for name, most in m.targets.items())
    mark = f"{aims}：{'未达到 ✗' if m.missed else '达到 ✓'}" if aims else ""
    spent = "" if m.database_cpu is None else f"{m.database_cpu:.1f}"
    return f"| {m.name} | {m.who} | {m.p50:.1f} | {m.p95:.1f} | {m.cpu:.1f} | {spent} | {m.queries} | {mark} |"
