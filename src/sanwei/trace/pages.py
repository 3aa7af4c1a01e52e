"""Generated pages: one a control, the table of duties and clauses, the dictionary of facts.

Pure text from the lawbook, the register of controls and the vocabulary. Acts are known here by code and label only,
handed in by whoever
knows them, because nothing below the line may import the rooms.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import polars as pl
import yaml

from sanwei.controls.control import Control
from sanwei.controls.register import PARTS
from sanwei.controls.words import say
from sanwei.facts import VOCABULARY
from sanwei.lawbook import Lawbook

HEAD = "<!-- 由 manage.py write_docs 生成，不要手改 -->\n\n"
EFFECTS = {"deny": "不允许", "warn": "提醒"}
FATES = {"control": "控制", "act": "行为", "page": "页面", "waiver": "不适用", "later": "后续"}
TYPES = {pl.Date: "日期", pl.String: "文字", pl.Int64: "整数", pl.Boolean: "是／否", pl.List(pl.String): "多项文字"}


def pages(book: Lawbook, controls: Mapping[str, Control], acts: Mapping[str, str], cases_root: Path) -> dict[str, str]:
    """Path below docs/ → text of every generated page."""
    out = {f"controls/{c.code}.md": control_page(c, book, acts, cases_root) for c in controls.values()}
    out["controls/README.md"] = index(controls)
    out["traceability.md"] = traceability(book, controls, acts)
    out["facts.md"] = dictionary(controls)
    return out


def control_page(c: Control, book: Lawbook, acts: Mapping[str, str], cases_root: Path) -> str:
    """Everything about one control."""
    lines = [
        f"# {c.title}",
        "",
        f"`{c.code}` · 粒度：{VOCABULARY.grain(c.grain).label} · `src/{c.module.replace('.', '/')}.py`",
        "",
    ]
    lines += ["## 法律依据", ""]
    for ref in c.clauses:
        clause = book.clause(ref)
        span = clause.in_force
        until = f"至 {span.end}" if span.end else "起施行至今"
        lines.append(f"- **{clause.cite}**（{span.start or '—'} {until}）{clause.says}")
    if c.parameters:
        lines += ["", "## 参数", "", "| 参数 | 数值 | 施行期间 | 依据 | 核实 |", "|---|---|---|---|---|"]
        for key in sorted(c.parameters):
            for v in book.parameter(key).values:
                checked, span = "已核对" if v.is_verified else "待核实", f"{v.since or ''}—{v.until or ''}"
                lines.append(f"| {book.parameter(key).label} | {v.says} | {span} | {v.basis} | {checked} |")
    lines += [
        "",
        "## 判断",
        "",
        f"- 判断之日（决定适用哪时的法律）：{_labels(c.as_of)}",
        f"- 说法：{_spoken(c.says)}",
        f"- 怎么办：{c.cure}",
    ]
    if c.duty:
        lines.append(f"- 期限：{c.duty.todo}（由{_role(c.duty.owner)}完成）")
    lines += ["", "## 关口", ""]
    lines += [f"- {acts.get(a, a)}（`{a}`）：{EFFECTS[e]}" for a, e in c.guards.items()] or [
        "不设关口，只在期限和审查中使用。"
    ]
    lines += ["", "## 所需事实", ""]
    lines += [f"- {VOCABULARY.fact(n).label}（`{n}`）" for n in sorted(c.needs)]
    lines += ["", "## 例", "", "| 情形 | 事实 | 结论 |", "|---|---|---|"]
    part, name = c.module.split(".")[-2:]
    for case in yaml.safe_load((cases_root / part / f"{name}.yaml").read_text("utf-8")):
        facts = "；".join(f"{VOCABULARY.fact(k).label}＝{say(k, v)}" for k, v in (case[1] or {}).items())
        lines.append(f"| {case[0]} | {facts} | {case[2]} |")
    if c.note:
        lines += ["", "## 说明", "", c.note]
    return HEAD + "\n".join(lines) + "\n"


def index(controls: Mapping[str, Control]) -> str:
    """The list of controls by part."""
    lines = ["# 控制", "", f"共 {len(controls)} 项。一项控制一个文件，旁边有法律人能读的例子。", ""]
    for part in PARTS:
        mine = [c for c in controls.values() if c.module.split(".")[-2] == part]
        if mine:
            lines += [f"## {part}", "", "| 控制 | 内容 | 期限 |", "|---|---|---|"]
            lines += [f"| [{c.code}]({c.code}.md) | {c.title} | {c.duty.todo if c.duty else ''} |" for c in mine] + [""]
    return HEAD + "\n".join(lines)


def traceability(book: Lawbook, controls: Mapping[str, Control], acts: Mapping[str, str]) -> str:
    """Duty → clauses → fate → acts guarded → facts needed."""
    later = sum(d.fate == "later" for d in book.duties)
    lines = [
        "# 七十项职责的去向",
        "",
        f"共 {len(book.duties)} 项，其中 {len(book.duties) - later} 项已落实，{later} 项列入后续。",
        "",
    ]
    lines += ["| 职责 | 内容 | 出处 | 去向 | 落实之处 | 守住的行为 |", "|---|---|---|---|---|---|"]
    for d in book.duties:
        cites = "、".join(book.clause(r).cite for r in d.cites)
        mine = [controls[c] for c in d.carriers if d.fate == "control" and c in controls]
        where = "、".join(f"[{c.code}](controls/{c.code}.md)" for c in mine) or "、".join(d.carriers)
        guarded = "、".join(dict.fromkeys(acts.get(a, a) for c in mine for a in c.guards))
        guarded = guarded if len(guarded) < 200 else "处罚案件的各项行为"
        lines.append(f"| `{d.id}` | {d.duty} | {cites} | {FATES[d.fate]} | {where} | {guarded} |")
    cited = {r for c in controls.values() for r in c.clauses}
    lines += ["", "## 条款与控制", "", "| 条款 | 转述 | 控制 |", "|---|---|---|"]
    for ref in sorted(cited):
        names = "、".join(f"[{c.code}](controls/{c.code}.md)" for c in controls.values() if ref in c.clauses)
        lines.append(f"| {book.clause(ref).cite} | {book.clause(ref).says} | {names} |")
    return HEAD + "\n".join(lines) + "\n"


def dictionary(controls: Mapping[str, Control]) -> str:
    """The closed vocabulary, grain by grain."""
    lines = [
        "# 事实词汇表",
        "",
        f"共 {len(VOCABULARY.grains)} 个粒度、{len(VOCABULARY.facts)} 个事实。记录的事实由行为写下或者由外部数据对应；派生的事实由记录的事实推出。",
        "",
    ]
    used = {n for c in controls.values() for n in VOCABULARY.closure(c.needs)}
    for g in VOCABULARY.grains.values():
        lines += [
            f"## {g.label} `{g.name}`",
            "",
            g.meaning,
            "",
            "| 事实 | 名称 | 含义 | 类型 | 来源 | 控制用到 |",
            "|---|---|---|---|---|---|",
        ]
        for f in g.facts.values():
            kind = "派生" if f.derived else "记录"
            meaning = (
                f.meaning + ("：" if f.meaning and f.codes else "") + "、".join(f"{k}＝{v}" for k, v in f.codes.items())
            )
            kind += f"，{TYPES[f.dtype]}" + (f"（{f.unit}）" if f.unit == "分" else "")
            read = "是" if f.name in used else ""
            lines.append(f"| `{f.name}` | {f.label} | {meaning} | {kind} | {f.source} | {read} |")
        lines.append("")
    return HEAD + "\n".join(lines)


def _spoken(says: str) -> str:
    """The sentence with the names of the facts in place of their values."""
    names = {
        name: f"〔{VOCABULARY.fact(name).label}〕"
        for _, name, _, _ in Formatter().parse(says)
        if name and name != "due"
    }
    return says.format_map({"due": "〔到期日〕", **names})


def _labels(expr: pl.Expr) -> str:
    return "、".join(VOCABULARY.fact(n).label for n in expr.meta.root_names())


def _role(code: str) -> str:
    from sanwei.facts.codes import ACTOR_ROLES

    return ACTOR_ROLES.get(code, code)


def write(root: Path, made: Mapping[str, str]) -> list[str]:
    """Write the pages that differ, remove generated ones no longer made; returns the names that changed."""
    changed = []
    for name, text in made.items():
        path = root / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.append(name)
    for path in sorted((root / "controls").glob("*.md")):
        name = f"controls/{path.name}"
        if name not in made:
            path.unlink()
            changed.append(name)
    return changed


def stale(root: Path, made: Mapping[str, str]) -> list[str]:
    """Names of generated pages that differ from what stands."""
    gone = [f"controls/{p.name}" for p in (root / "controls").glob("*.md") if f"controls/{p.name}" not in made]
    return gone + [n for n, text in made.items() if not (root / n).exists() or (root / n).read_text("utf-8") != text]
