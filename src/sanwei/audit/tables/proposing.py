"""`sanwei audit map`: what a stranger's table seems to say, column by column, and a mapping to correct by hand.

A heading is taken for a fact by its name alone (our label, a heading of a shipped template, or one that contains the
other) and only where its cells can be read as that fact; nothing is guessed from contents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import polars as pl

from sanwei.controls.control import Control
from sanwei.facts import VOCABULARY
from sanwei.facts.vocabulary import Fact

from .heads import Table, plain
from .mapping import FactRow, Mapped, shipped
from .values import ABSENT, day, money, whole, yesno

MATTERS = (
    "案件编号",
    "案号",
    "立案号",
    "案件编码",
    "办件编号",
    "行政处罚决定书文号",
    "决定书文号",
    "处罚决定书文号",
    "文号",
)
ENOUGH = 0.6  # of the distinct cells must be readable as the fact
SAMPLES, LOOKED_AT = 3, 500
KINDS = (("日期", day), ("是否", yesno), ("整数", whole), ("金额", money("元")))


@dataclass(frozen=True)
class Understood:
    """One column: `fact` None where none was recognised; `kind` in Chinese; `unread` distinct cells the fact cannot
    be read from.
    """

    heading: str
    kind: str
    samples: tuple[str, ...]
    filled: int
    fact: Fact | None = None
    row: FactRow | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """`matter`: the column that seems to name the matter; `columns`: all of them; `blocked`: fact → how many controls
    cannot be answered without it; `answered`: how many can.
    """

    table: Table
    matter: str
    columns: tuple[Understood, ...]
    blocked: tuple[tuple[Fact, int], ...] = field(default=())
    answered: int = 0
    controls: int = 0


def propose(table: Table, controls: list[Control]) -> Proposal:
    """What the table seems to say."""
    matter = _matter(table)
    columns, taken = [], set()
    for heading in table.columns:
        found = understood(table.frame[heading], heading)
        if found.fact is not None and found.fact.name in taken:
            found = Understood(heading, found.kind, found.samples, found.filled)
        taken |= {found.fact.name} if found.fact else set()
        columns.append(found)
    blocked, answered = _blocked(controls, taken)
    return Proposal(table, matter, tuple(columns), blocked, answered, len(controls))


def _matter(table: Table) -> str:
    named = {plain(c): c for c in table.columns}
    if known := next((named[plain(m)] for m in MATTERS if plain(m) in named), None):
        return known
    return max(table.columns, key=lambda c: table.frame[c].drop_nulls().n_unique())


def understood(cells: pl.Series, heading: str) -> Understood:
    """The column as the fact its heading speaks of, if its cells allow it."""
    there = cells.drop_nulls()
    texts = [t for t in there.unique(maintain_order=True).head(LOOKED_AT) if t not in ABSENT]
    samples = tuple(texts[:SAMPLES])
    kind = next((k for k, read in KINDS if texts and all(read(t)[0] is not None for t in texts)), "文字")
    for fact in _candidates(heading):
        row = FactRow(column=heading, unit="万元" if "万元" in heading else "元")
        reader = Mapped(fact, row).reader
        unread = tuple(t for t in texts if reader(t)[1] is not None)
        # a code list of somebody else's is often unreadable as it stands: that is what the mapping is for
        if fact.codes or len(unread) <= (1 - ENOUGH) * len(texts):
            return Understood(heading, kind, samples, there.len(), fact, row, unread)
    return Understood(heading, kind, samples, there.len())


def _candidates(heading: str) -> Iterator[Fact]:
    """Facts whose name the heading is, the surest first."""
    said = plain(heading).partition("(")[0]
    labels = {f.name: plain(f.label) for f in VOCABULARY.facts.values() if not f.derived}
    seen = [n for n, label in labels.items() if label == said]
    for mapping in shipped():
        name = mapping.names.get(plain(heading)) or mapping.names.get(said)
        seen += [m.fact.name for facts in mapping.facts.values() for m in facts if name and m.row.column == name]
    near = [n for n, label in labels.items() if len(label) > 2 and (label in said or (len(said) > 2 and said in label))]
    seen += sorted(near, key=lambda n: abs(len(labels[n]) - len(said)))
    return (VOCABULARY.fact(n) for n in dict.fromkeys(seen))


def _blocked(controls: list[Control], there: set[str]) -> tuple[tuple[tuple[Fact, int], ...], int]:
    gone = [{name for _, name in c.recorded} - there for c in controls]
    counted = Counter(name for lacking in gone for name in lacking)
    order = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple((VOCABULARY.fact(n), k) for n, k in order), sum(not lacking for lacking in gone)


def mapping_text(proposal: Proposal, title: str) -> str:
    """The proposal as a mapping file, ready to be corrected and used."""
    lines = [
        "# 这是按列名建议的对照文件，逐项核对之后再用：sanwei audit 文件 --mapping 本文件 --as-of 日期 --out 目录",
        f"title: {_quoted(title)}",
        f"matter: [{_quoted(proposal.matter)}]  # 哪一列说明是哪一案",
        "grains:",
    ]
    grains: dict[str, list[Understood]] = {}
    for column in proposal.columns:
        if column.fact is not None:
            grains.setdefault(column.fact.grain, []).append(column)
    for grain, columns in (grains or {"case": []}).items():
        lines += [f"  {grain}:  # {VOCABULARY.grain(grain).label}", "    facts:" if columns else "    facts: {}"]
        for column in columns:
            lines += _fact_lines(column)
    lines += ["known: []  # 认得而用不着的列", "without: []  # 那个系统里从来没有发生过的事实或者粒度，如 revoked_on"]
    unknown = [c for c in proposal.columns if c.fact is None and c.heading != proposal.matter]
    lines += [
        f"# 没有对上的列：{c.heading}（{c.kind}；{'、'.join(c.samples) or '全是空的'}）".replace("\n", " ")
        for c in unknown
    ]
    return "\n".join(lines) + "\n"


def _fact_lines(column: Understood) -> list[str]:
    fact, row = column.fact, column.row
    said = f"      {fact.name}: {_quoted(column.heading)}"
    if fact.unit == "分":
        said = f"      {fact.name}: {{column: {_quoted(column.heading)}, unit: {row.unit}}}"
    lines = [f"{said}  # {fact.label}"]
    if column.unread and fact.codes:
        known = "、".join(f"{c}（{label}）" for c, label in fact.codes.items())
        lines.append(
            f"      #   这些写法要在 codes 里对照：{'、'.join(column.unread[:10])}；可用的代码：{known}".replace(
                "\n", " "
            )
        )
    elif column.unread:
        lines.append(f"      #   这些写法读不出来：{'、'.join(column.unread[:5])}".replace("\n", " "))
    return lines


def _quoted(text: str) -> str:
    """A text that YAML takes as it is."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def told(proposal: Proposal, recognised: str | None) -> list[str]:
    """For the screen: each column with samples, what is unknown, what is missing."""
    lines = [f"表“{proposal.table.name}”，{proposal.table.frame.height} 行，{len(proposal.columns)} 列。"]
    if recognised:
        lines.append(f"这是“{recognised}”，不用写对照文件就能读取。")
    lines.append(f"按“{proposal.matter}”区分案件。")
    for c in proposal.columns:
        said = f"{VOCABULARY.grain(c.fact.grain).label}的{c.fact.label}（{c.fact.name}）" if c.fact else "没有对上"
        if c.heading == proposal.matter and c.fact is None:
            said = "案件的标识"
        samples = "、".join(s.replace("\n", " ")[:20] for s in c.samples) or "全是空的"
        unread = f"；有 {len(c.unread)} 种写法读不出来，如 {c.unread[0][:20]}" if c.unread else ""
        lines.append(f"  {c.heading} → {said}；{c.kind}，{c.filled} 行有内容：{samples}{unread}")
    lines.append(f"{proposal.controls} 项控制里，现有的列够回答 {proposal.answered} 项。缺得最多的：")
    lines += [
        f"  {f.label}（{f.name}，{VOCABULARY.grain(f.grain).label}）：{n} 项控制要用" for f, n in proposal.blocked[:15]
    ]
    return lines
