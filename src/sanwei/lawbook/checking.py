"""What one file cannot know about itself: references, doubles, overlaps, circles. `check` is the whole examination
of a law tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from .check_calendar import calendar_faults
from .check_coverage import coverage_faults
from .check_procedures import procedure_faults
from .check_refs import References, ref_faults
from .errors import Fault, LawError
from .packs import circle_faults
from .reading import Entry, Tree, read_tree
from .schema import DAY_UNITS
from .spans import Span

# Words that people read. References, sections and document numbers keep the signs of their source.
SPOKEN = {
    "says",
    "label",
    "item",
    "advice",
    "causes",
    "duty",
    "why",
    "note",
    "waiver",
    "later",
    "title",
    "name",
    "topic",
    "differs",
}
_HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,:;?()]")


def check(root: Path | str) -> list[Fault]:
    """Every fault of the law tree at `root`, in the order of file and line. LawError when there is no such
    directory.
    """
    root = Path(root)
    if not root.is_dir():
        raise LawError(f"找不到法规目录“{root}”。请检查路径，或设置环境变量 SANWEI_LAW。")
    return faults_of(read_tree(root))


def faults_of(tree: Tree) -> list[Fault]:
    """Every fault of a tree already read."""
    found = [*tree.faults, *_pack_faults(tree)]
    references = References(tree)
    found += ref_faults(tree, references)
    found += _doubles(tree)
    found += _parameter_faults(tree)
    found += _form_faults(tree)
    found += procedure_faults(tree, references)
    found += coverage_faults(tree, references)
    found += calendar_faults(tree)
    found += _half_width(tree)
    if not (tree.packs or tree.years or found):
        found.append(Fault(".", 1, "目录里没有法规文件；至少要有一个包（包名/pack.yaml）。"))
    return sorted(set(found))


def _pack_faults(tree: Tree) -> Iterator[Fault]:
    for name, entry in tree.packs.items():
        if entry.row.code != name:
            yield entry.fault(f"code 写的是“{entry.row.code}”，文件夹却叫“{name}”；两者须一致。", "code")
        for spot, upper in enumerate(entry.row.under):
            if upper not in tree.packs:
                yield entry.fault(
                    f"under 里的包“{upper}”不存在；现有：{'、'.join(sorted(tree.packs))}。", "under", spot
                )
    yield from circle_faults(tree)


def _doubles(tree: Tree) -> Iterator[Fault]:
    """Codes, ids and words that must name one thing only."""
    yield from _twice(tree.instruments, "文件代码", "code", lambda entry: entry.row.code)
    yield from _twice(tree.powers, "权责编码", "code", lambda entry: entry.row.code)
    yield from _twice(tree.duties, "职责", "id", lambda entry: entry.row.id)
    yield from _twice(tree.glossary, "术语", "zh", lambda entry: entry.row.zh)
    yield from _twice(tree.glossary, "英文术语", "en", lambda entry: entry.row.en)
    yield from _twice(tree.parameters, "同一个包里的参数", "key", lambda entry: (entry.pack, entry.row.key))
    for entry in tree.instruments:
        first: dict[str, int] = {}
        for spot, clause in enumerate(entry.row.clauses):
            before = first.setdefault(clause.section, spot)
            if before != spot:
                line = entry.text.line((*entry.at, "clauses", before))
                says = f"节次“{clause.section}”写了两次，前一次在第 {line} 行；请合并。"
                yield entry.fault(says, "clauses", spot, "section")


def _twice(entries: list[Any], what: str, where: str, name: Any) -> Iterator[Fault]:
    first: dict[Any, Entry[Any]] = {}
    for entry in entries:
        before = first.setdefault(name(entry), entry)
        if before is not entry:
            shown = name(entry)[-1] if isinstance(name(entry), tuple) else name(entry)
            place = before.fault("", where)
            yield entry.fault(f"{what}“{shown}”已在 {place.file} 第 {place.line} 行写过；只能有一处。", where)


def _parameter_faults(tree: Tree) -> Iterator[Fault]:
    for entry in tree.parameters:
        row = entry.row
        yield from _unit_faults(entry)
        for (one, a), (two, b) in combinations(enumerate(row.values), 2):
            if Span(a.since, a.until).overlaps(Span(b.since, b.until)):
                line = entry.text.line((*entry.at, "values", one))
                says = f"“{row.key}”的这一段与第 {line} 行的一段日期重叠；同一天只能有一个值，请改 from 或 until。"
                yield entry.fault(says, "values", two)
    first: dict[str, Entry[Any]] = {}
    for entry in tree.parameters:
        before = first.setdefault(entry.row.key, entry)
        here, there = entry.row.unit, before.row.unit
        if not _alike(here, there):
            says = f"“{entry.row.key}”在 {before.file} 的单位是 {there}，这里是 {here}；各包须是同类的单位。"
            yield entry.fault(says, "unit")


def _alike(one: str, two: str) -> bool:
    """Terms may be counted in days once and in working days later; money may never become a term."""
    return one == two or (one in DAY_UNITS and two in DAY_UNITS)


def _unit_faults(entry: Entry[Any]) -> Iterator[Fault]:
    row = entry.row
    if row.roll != "none" and row.unit not in DAY_UNITS:
        yield entry.fault(f"单位是 {row.unit}，不是期间，roll 只能是 none。", "roll")
    for spot, value in enumerate(row.values):
        unit = value.unit or row.unit
        if not _alike(unit, row.unit):
            yield entry.fault(f"这个值的单位 {unit} 与参数的单位 {row.unit} 不同类。", "values", spot, "unit")
        elif value.roll not in (None, "none") and unit not in DAY_UNITS:
            yield entry.fault(f"单位是 {unit}，不是期间，roll 只能是 none。", "values", spot, "roll")
        if unit != "percent" and isinstance(value.value, float):
            money = "金额以分为单位，写整数，200 元写 20000" if unit == "fen" else "这个单位只能写整数"
            yield entry.fault(f"值 {value.value} 不是整数；{money}。", "values", spot, "value")


def _form_faults(tree: Tree) -> Iterator[Fault]:
    for a, b in combinations(tree.forms, 2):
        if (a.pack, a.row.code) == (b.pack, b.row.code):
            mine, other = (Span(form.row.in_force.since, form.row.in_force.until) for form in (a, b))
            if mine.overlaps(other):
                says = f"文书“{a.row.code}”的有效期与 {a.file} 重叠；同一天只能有一个版本。"
                yield b.fault(says, "in_force")


def _half_width(tree: Tree) -> Iterator[Fault]:
    groups = (
        tree.packs.values(),
        tree.instruments,
        tree.parameters,
        tree.powers,
        tree.duties,
        tree.glossary,
        tree.years,
        tree.coverage,
        tree.procedures,
    )
    for entry in (entry for group in groups for entry in group):
        for where, said in _spoken_words(entry.raw, ()):
            if found := _HALF_WIDTH.search(said):
                yield entry.fault(f"汉字后面用了半角标点：“{found[0]}”；请改用全角（，：；？（））。", *where)


def _spoken_words(data: Any, where: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and key in SPOKEN:
                yield (*where, key), value
            else:
                yield from _spoken_words(value, (*where, str(key)))
    elif isinstance(data, list):
        for spot, value in enumerate(data):
            yield from _spoken_words(value, (*where, spot))
