"""Procedures: their versions follow each other, and change only what is the house's own to settle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from .check_refs import References
from .errors import Fault
from .reading import Entry, Tree
from .schema import ProcedureRow
from .spans import Span


def procedure_faults(tree: Tree, references: References) -> Iterator[Fault]:
    """What is wrong with every file under `procedures/`."""
    fixed = {p.row.key for p in tree.parameters if any(v.status != "preset" for v in p.row.values)}
    known = {p.row.key for p in tree.parameters}
    forms = {(f.row.code, str(f.row.version)) for f in tree.forms}
    for entry in tree.procedures:
        yield from _spans(entry)
        for spot, version in enumerate(entry.row.versions):
            at = ("versions", spot)
            if fault := references.fault(version.basis, entry.pack):
                yield entry.fault(f"{fault}。", *at, "basis")
            for key in version.terms:
                if key not in known:
                    yield entry.fault(f"没有参数“{key}”。", *at, "terms")
                elif key in fixed:
                    says = f"“{key}”由法律文件规定，规程不能改；只有状态是 preset 的内部期限可以写在这里。"
                    yield entry.fault(says, *at, "terms")
            for code, number in version.forms.items():
                if (code, number) not in forms:
                    yield entry.fault(f"没有文书“{code}”的第 {number} 版。", *at, "forms")


def _spans(entry: Entry[ProcedureRow]) -> Iterator[Fault]:
    for (_, one), (spot, other) in combinations(enumerate(entry.row.versions), 2):
        if one.code == other.code:
            yield entry.fault(f"版本“{other.code}”写了两次。", "versions", spot, "code")
        if Span(one.since, one.until).overlaps(Span(other.since, other.until)):
            yield entry.fault(f"“{other.code}”与“{one.code}”的施行期间重叠；同一天只能有一个版本。", "versions", spot)
