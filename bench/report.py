"""The results as a section of `docs/performance.md`. Standard library only: the command itself imports this."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
TITLE = "# 性能\n\n由 `bench/run` 测得并写入；怎样测、测什么见 `bench/README.md`。\n"


@dataclass(frozen=True)
class Results:
    """What was found on one database: facts of the machine, seconds of seeding, lines of the pages, the load."""

    facts: dict[str, Any]
    seed: dict[str, Any]
    pages: dict[str, Any]
    load: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.facts['database']} {self.facts['database_version'].split()[0]}"


def read(files: dict[str, Path]) -> Results:
    return Results(**{part: json.loads(file.read_text(encoding="utf-8")) for part, file in files.items()})


def section(results: list[Results], command: str) -> str:
    """Everything between the marks."""
    f = results[0].facts
    told = [
        f"测于 {f['on']}，命令 `{command}`。机器：{f['cores']} 核（{f['processor']}），内存 {f['memory_gb']} GB，{f['system']}；"
        f"Python {f['python']}，Django {f['django']}，Polars {f['polars']}。",
        "",
        *(_seeded(each) for each in results),
        *_disturbed(results),
        "",
        "p50、p95 是墙上时间；CPU 是网站进程每次的平均处理器时间，SQLite 的查询算在其内，PostgreSQL 服务进程的另列。"
        "每格依次为：p50 / p95 / CPU（毫秒）和 SQL 条数；✗ 为未达到目标。",
        "",
        *_pages(results),
        "",
        "并发：写，8 个进程各自连续办理（登记线索、呈报立案、批准立案、记录检查、登记证据），两个一组在同一单位取号；"
        f"读，50 个会话各自翻页，每页之间停顿 {results[0].load['together']['think']:g} 秒。",
        "",
        *_load([each for each in results if each.load]),
    ]
    return "\n".join(told)


def _seeded(r: Results) -> str:
    return (
        f"- {r.name}：{r.seed['cases']} 件案件，{sum(r.seed['rows'].values())} 行，{r.facts['database_mb']} MB，"
        f"灌入 {r.seed['seconds']:.0f} 秒；测前系统负载 {r.facts['load']:g}"
    )


def _disturbed(results: list[Results]) -> list[str]:
    """A word of warning where other work was going on: the load before was more than the machine has cores."""
    if all(r.facts["load"] <= r.facts["cores"] for r in results):
        return []
    return [
        "- 测时机器上还有别的工作在跑（负载高于核数）：墙上时间、每秒次数受其影响很大，CPU 时间也比空闲时长；"
        "以 SQL 条数、CPU 和各项之间的比值为准。"
    ]


def _pages(results: list[Results]) -> list[str]:
    columns = [
        c for r in results for c in (r.name, "SQL", *(["数据库 CPU"] if r.facts["database"] == "PostgreSQL" else []))
    ]
    lines = [f"| 项目 | 身份 | {' | '.join(columns)} | 目标 |", f"|---|---|{'---:|' * len(columns)}---|"]
    kept = [{(m["name"], m["who"]): m for m in r.pages["pages"]} for r in results]
    for key in kept[0]:
        cells = []
        for r, held in zip(results, kept, strict=True):
            m = held.get(key)
            cells += _cells(m, r) if m else ["" for _ in _cells(kept[0][key], r)]
        lines.append(f"| {key[0]} | {key[1]} | {' | '.join(cells)} | {_aims(kept[0][key])} |")
    return lines


def _cells(m: dict[str, Any], r: Results) -> list[str]:
    slow = " ✗" if {"cpu", "p50"} & set(m["missed"]) else ""
    many = " ✗" if "queries" in m["missed"] else ""
    cells = [f"{m['p50']:.1f} / {m['p95']:.1f} / {m['cpu']:.1f}{slow}", f"{m['queries']}{many}"]
    if r.facts["database"] == "PostgreSQL":
        cells.append("" if m["database_cpu"] is None else f"{m['database_cpu']:.1f}")
    return cells


_AIMS = {"cpu": "CPU ≤ {:g} ms", "queries": "SQL ≤ {:g}"}


def _aims(m: dict[str, Any]) -> str:
    """The targets. The one in time: of acts, so many a second; of the deepest page, the first page's time."""
    told = [_AIMS[name].format(most) for name, most in m["targets"].items() if name in _AIMS]
    if "p50" in m["targets"]:
        told.append("与第一页同样快" if "最深一页" in m["name"] else f"每秒 ≥ {1000 / m['targets']['p50']:.0f} 次")
    return "，".join(told)


def _load(results: list[Results]) -> list[str]:
    lines = [f"| 并发 | {' | '.join(r.name for r in results)} |", f"|---|{'---:|' * len(results)}"]
    for phase, label in (("alone", "只有 8 个写"), ("together", "8 个写、50 个读")):
        held = [r.load[phase] for r in results]
        for row, told in _WRITING.items():
            lines.append(f"| {label}：{row} | {' | '.join(told(load) for load in held)} |")
    together = [r.load["together"] for r in results]
    failed = " | ".join(f"{n}{' ✗' if n else ''}" for n in (sum(load["read_failures"].values()) for load in together))
    lines.append(f"| 8 个写、50 个读：读失败 | {failed} |")
    for kind in together[0]["reads"]:
        seen = [load["reads"].get(kind, {"count": 0, "p50": 0, "p95": 0}) for load in together]
        cells = " | ".join(f"{k['count']} 次，{k['p50']:.0f} / {k['p95']:.0f}" for k in seen)
        lines.append(f"| 8 个写、50 个读：{kind}，p50 / p95（毫秒） | {cells} |")
    return lines


_WRITING: dict[str, Callable[[dict[str, Any]], str]] = {
    "办理次数（每秒）": lambda load: f"{load['writes']}（{load['writes_a_second']:g}）",
    "写失败（目标 0）": lambda load: f"{load['failed_writes']}{' ✗' if load['failed_writes'] else ''}",
    "写 p50 / p95 / 最长（毫秒）": lambda load: " / ".join(
        f"{load[name]:.0f}" for name in ("write_p50", "write_p95", "write_longest")
    ),
}


def write(docs: Path, text: str) -> None:
    """Put the section between the marks of the page; the page is made where there is none, the marks where they are
    missing.
    """
    page = docs.read_text(encoding="utf-8") if docs.is_file() else TITLE
    if BEGIN not in page or END not in page:
        page = f"{page.rstrip()}\n\n{BEGIN}\n{END}\n"
    head, _, rest = page.partition(BEGIN)
    docs.write_text(f"{head}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
