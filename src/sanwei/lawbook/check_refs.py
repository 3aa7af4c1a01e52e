"""References between law files: every clause that is named must exist, in reach, and be in force when it is relied
upon.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from .citing import split_ref
from .errors import Fault
from .packs import above
from .reading import DUTIES, Entry, Tree
from .spans import Span


class References:
    """Which clauses exist, where, and when they are in force."""

    def __init__(self, tree: Tree):
        self.tree = tree
        self.instruments = {entry.row.code: entry for entry in tree.instruments}
        self.clauses = {
            f"{entry.row.code} {clause.section}" for entry in tree.instruments for clause in entry.row.clauses
        }
        reach = {pack: above(tree, pack) for pack in tree.packs}
        # a pack under an unknown one has that fault already: what it may reach cannot be known
        self._reach = {pack: found for pack, found in reach.items() if found <= set(tree.packs)}

    def fault(self, ref: str, pack: str) -> str | None:
        """What is wrong with naming `ref` from within `pack` (empty: from above all packs)."""
        code, section = split_ref(ref)
        if code in self.tree.broken and code not in self.instruments:
            return None  # that file has its own fault
        if ref not in self.clauses:
            if code not in self.instruments:
                near = get_close_matches(code, self.instruments, n=3, cutoff=0.5)
                return f"引用的文件“{code}”不存在{_perhaps(near)}；请先在 instruments 里写入这份文件"
            near = near_refs(ref, self.clauses)
            return f"引用的条款“{ref}”不存在{_perhaps(near)}；请改正引用，或在 {code} 的 clauses 里补上“{section}”"
        home = self.instruments[code].pack
        if pack in self._reach and home in self.tree.packs and home not in self._reach[pack]:
            return f"引用的“{ref}”属于包“{home}”，而“{pack}”不在它之下；只能引用本包和上级包的条款"
        return None

    def kind(self, ref: str) -> str:
        """The kind of the instrument (法律, 行政法规 …) a reference names; empty where it is not known."""
        entry = self.instruments.get(split_ref(ref)[0])
        return entry.row.kind if entry else ""

    def span(self, ref: str) -> Span | None:
        entry = self.instruments.get(split_ref(ref)[0])
        return Span(entry.row.in_force.since, entry.row.in_force.until) if entry and ref in self.clauses else None


def near_refs(ref: str, known: Any) -> list[str]:
    """References that may have been meant: of the same instrument first, then by likeness."""
    code = split_ref(ref)[0]
    same = [name for name in known if split_ref(name)[0] == code]
    return get_close_matches(ref, same, n=3, cutoff=0.5) or get_close_matches(ref, list(known), n=3, cutoff=0.6)


def _perhaps(near: list[str]) -> str:
    return f"（相近的有：{'、'.join(near)}）" if near else ""


def ref_faults(tree: Tree, references: References) -> Iterator[Fault]:
    """Faults of every reference in the tree."""
    yield from _clause_duties(tree)
    for entry in tree.duties:
        for spot, ref in enumerate(entry.row.cites):
            if says := references.fault(ref, ""):
                yield entry.fault(f"{says}。", "cites", spot)
    for entry in tree.forms:
        for spot, ref in enumerate(entry.row.basis):
            if says := references.fault(ref, entry.pack):
                yield entry.fault(f"{says}。", "basis", spot)
    for entry in tree.parameters:
        yield from _bases(entry, references)
    for entry in tree.powers:
        yield from _power_refs(entry, references)


def _clause_duties(tree: Tree) -> Iterator[Fault]:
    if tree.duties_broken:
        return  # that file has its own faults
    known = {entry.row.id for entry in tree.duties}
    if not known and any(clause.duties for entry in tree.instruments for clause in entry.row.clauses):
        yield Fault(DUTIES, 1, "缺少这个文件或其中没有职责，而条款已经引用职责；请写明每项职责及其唯一的着落（fate）。")
        return
    for entry in tree.instruments:
        for spot, clause in enumerate(entry.row.clauses):
            for place, duty in enumerate(clause.duties):
                if duty not in known:
                    near = _perhaps(get_close_matches(duty, known, n=3, cutoff=0.6))
                    says = f"职责“{duty}”不在 duties.yaml 里{near}；请改正或补上。"
                    yield entry.fault(says, "clauses", spot, "duties", place)


def _bases(entry: Entry[Any], references: References) -> Iterator[Fault]:
    for spot, value in enumerate(entry.row.values):
        if says := references.fault(value.basis, entry.pack):
            yield entry.fault(f"{says}。", "values", spot, "basis")
            continue
        force = references.span(value.basis)
        if force is None:
            continue
        if not force.covers(value.since):
            says = f"依据“{value.basis}”施行于{force.says}，在本值的开始日 {value.since} 并不有效；请改 from 或换依据。"
            yield entry.fault(says, "values", spot, "basis")
        elif not force.holds(Span(value.since, value.until)):
            says = f"依据“{value.basis}”施行到 {force.end} 为止，本值却延续更久；请写 until: {force.end} 或换依据。"
            yield entry.fault(says, "values", spot, "until")


def _power_refs(entry: Entry[Any], references: References) -> Iterator[Fault]:
    start = entry.row.in_force.since
    for what in ("breached", "penalty"):
        for spot, ref in enumerate(getattr(entry.row, what)):
            force = references.span(ref)
            if says := references.fault(ref, entry.pack):
                yield entry.fault(f"{says}。", what, spot)
            elif force is not None and not force.covers(start):
                says = f"“{ref}”施行于{force.says}，在本项权责的开始日 {start} 并不有效；请改 in_force 或换条款。"
                yield entry.fault(says, what, spot)
    for spot, measure in enumerate(entry.row.measures):
        if says := references.fault(measure.basis, entry.pack):
            yield entry.fault(f"{says}。", "measures", spot, "basis")
        elif measure.kind == "freeze" and (kind := references.kind(measure.basis)) not in ("法律", ""):
            says = f"冻结只能由法律规定的机关实施，“{measure.basis}”是{kind}；请改引法律，或者删去冻结。"
            yield entry.fault(says, "measures", spot, "basis")
