"""The figures as a section of `docs/performance.md`."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
from city import Told
from engine import BAD, Audited

BEGIN, END = "<!-- bench-audit:begin -->", "<!-- bench-audit:end -->"
HEAD = "## 审查\n\n由 `bench/audit/run` 测得并写入；怎样测见 `bench/audit/README.md`。\n\n"


@dataclass
class Figures:
    """Seconds are those of the processor, all threads together."""

    matters: int
    controls: int
    parts: int
    part: int
    floor: float = 0
    facts: float = 0
    judge: float = 0
    rows: int = 0
    findings: int = 0
    wrong_counts: int = 0
    with_breach: int = 0
    peak_mb: int = 0
    sql: dict[str, tuple[float, int, bool]] = field(default_factory=dict)
    duckdb: str = ""
    few: float = 0
    one_more: float = 0
    one_part: float = 0
    event: tuple[float, float] = (0, 0)
    again: tuple[int, float, float, int, int] | None = None

    @property
    def audited_cpu(self) -> float:
        return self.facts + self.judge

    def take(self, done: Audited, expected: Told) -> None:
        self.facts, self.judge = done.spent.cpu["facts"], done.spent.cpu["judge"] + done.spent.cpu["ids"]
        self.rows, self.findings, self.peak_mb = done.rows, done.findings, done.peak_mb
        self.wrong_counts = _unlike(done.told, expected)
        self.with_breach = len({code for code, verdict in done.told if verdict >= BAD})

    def take_again(self, matters: int, done: Audited, expected: Told) -> None:
        cpu = done.spent.cpu
        self.again = (matters, cpu["facts"], cpu["judge"] + cpu["ids"], done.peak_mb, _unlike(done.told, expected))


def _unlike(told: Told, expected: Told) -> int:
    """How many (control, verdict) came to another number than was known beforehand."""
    return sum(told.get(key, 0) != expected.get(key, 0) for key in {*told, *expected})


def _mark(good: bool) -> str:
    return "" if good else " ✗"


def lines(f: Figures) -> list[str]:
    rows = [
        ("读所需各列一遍（底线）", f"{f.floor:.2f} 秒", "1", ""),
        ("由各子表造出事实行", f"{f.facts:.2f} 秒", f"{f.facts / f.floor:.1f}{_mark(f.facts <= 8 * f.floor)}", "≤ 8"),
        (
            f"{f.controls} 条控制，连同全部问题的标识",
            f"{f.judge:.2f} 秒",
            f"{f.judge / f.floor:.1f}{_mark(f.judge <= 2 * f.floor)}",
            "≤ 2",
        ),
    ]
    told = [
        f"{platform.machine()}，{os.cpu_count()} 核，Polars {pl.__version__}；测前系统负载 {os.getloadavg()[0]:.1f}。"
        "秒为处理器时间（各线程合计），同一次运行之内比较。",
        "",
        f"{f.matters:,} 件，{f.rows:,} 行事实，分 {f.parts} 段（每段 {f.part:,} 件），查出 {f.findings:,} 项；内存最多 {f.peak_mb} MB。",
        f"有问题的控制 {f.with_breach} 条；每条控制每种结论的项数与造的时候已知的数不符的：{f.wrong_counts} 处{_mark(not f.wrong_counts)}。",
        "",
        "| 步骤 | CPU | 与底线之比 | 目标 |",
        "|---|---:|---:|---|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]
    return told + _sql(f) + _rest(f)


def _sql(f: Figures) -> list[str]:
    if not f.sql:
        return []
    same = sum(ok for _, _, ok in f.sql.values())
    cpu = sum(spent for spent, _, _ in f.sql.values())
    return [
        f"手写的 SQL（DuckDB {f.duckdb}，一条控制一个查询，{len(f.sql)} 条）：合计 {cpu:.2f} 秒，每条 {cpu / len(f.sql):.2f} 秒；"
        f"本系统只做这 {len(f.sql)} 条 {f.few:.2f} 秒（不含读文件），全部 {f.controls} 条平均每条 "
        f"{(f.facts + f.judge) / f.controls:.3f} 秒。逐个标识相同的 {same}／{len(f.sql)} 条{_mark(same == len(f.sql))}。",
        "",
        "| 控制 | SQL 的 CPU（秒） | 查出 | 标识相同 |",
        "|---|---:|---:|---|",
        *(f"| `{code}` | {spent:.3f} | {n:,} | {'是' if ok else '否 ✗'} |" for code, (spent, n, ok) in f.sql.items()),
        "",
    ]


def _rest(f: Figures) -> list[str]:
    told = []
    if f.one_part:
        share = f.one_more / f.one_part
        told.append(
            f"- 多一条控制：每段多 {f.one_more * 1000:.1f} 毫秒，占全程 {share:.2%}{_mark(share <= 0.01)}（目标 ≤ 1%）。"
        )
    median, most = (t * 1000 for t in f.event)
    told.append(
        f"- 一件事项新发生一件事，全部 {f.controls} 条控制重新判断：中位 {median:.1f} 毫秒，九成五 {most:.1f} 毫秒"
        f"{_mark(most <= 5)}（目标 ≤ 5 毫秒）。"
    )
    if f.again:
        n, facts, judge, peak, unlike = f.again
        grown = (facts + judge) / f.audited_cpu / (n / f.matters)
        told.append(
            f"- {n:,} 件（同一座城市审查 {n // f.matters} 遍）：事实 {facts:.0f} 秒，控制 {judge:.0f} 秒，内存最多 {peak} MB"
            f"{_mark(peak <= 1024)}（目标 ≤ 1 GB）；每件所用是 {f.matters:,} 件时的 {grown:.2f} 倍；"
            f"与已知数不符 {unlike} 处{_mark(not unlike)}。"
        )
    return told


def write(f: Figures, docs: Path) -> None:
    """Put the section between its own marks; everything else of the page stays."""
    page = docs.read_text(encoding="utf-8") if docs.is_file() else "# 性能\n"
    section = "\n".join([BEGIN, *lines(f), END])
    if BEGIN in page:
        page = page[: page.index(BEGIN)] + section + page[page.index(END) + len(END) :]
    else:
        page = f"{page.rstrip()}\n\n{HEAD}{section}\n"
    docs.write_text(page, encoding="utf-8")
