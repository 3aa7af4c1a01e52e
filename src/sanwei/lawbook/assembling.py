"""From rows of YAML to the frozen objects of the lawbook."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from .calendars import Calendar, make_calendar
from .objects import Article, Clause, Coverage, Duty, Form, Instrument, Pack, Penalty, Power, Term
from .parameters import Parameter, Value
from .procedures import Procedure
from .reading import Entry, Tree
from .schema import ParameterRow, PowerRow, SpanRow
from .spans import Span
from .workdays import Year


def span(row: SpanRow) -> Span:
    """The span a row writes as from … until."""
    return Span(row.since, row.until)


def packs(tree: Tree) -> dict[str, Pack]:
    """All packs of the tree by code."""
    found = (entry.row for entry in tree.packs.values())
    return {row.code: Pack(row.code, row.name, row.level, tuple(row.under)) for row in found}


def instruments(tree: Tree, near: Sequence[str]) -> dict[str, Instrument]:
    """Instruments of the packs in `near`, by code."""
    found = {}
    for entry in tree.instruments:
        row = entry.row
        if entry.pack in near:
            found[row.code] = Instrument(
                row.code, row.number, row.title, row.short, row.kind, row.issuer, row.issued, span(row.in_force),
                row.status, row.checked_on, entry.pack, row.note or "",
            )  # fmt: skip
    return found


def clauses(tree: Tree, known: dict[str, Instrument]) -> dict[str, Clause]:
    """Clauses of the known instruments by reference, each with the duties that it names or that cite it."""
    cited: dict[str, list[str]] = {}
    for entry in tree.duties:
        for ref in entry.row.cites:
            cited.setdefault(ref, []).append(entry.row.id)
    found = {}
    for entry in tree.instruments:
        for row in entry.row.clauses if entry.row.code in known else ():
            ref = f"{entry.row.code} {row.section}"
            duties = tuple(dict.fromkeys([*row.duties, *cited.get(ref, ())]))
            found[ref] = Clause(
                ref, row.section, row.says, known[entry.row.code], duties, tuple(row.effect), tuple(row.grounds)
            )
    return found


def parameters(tree: Tree, near: Sequence[str], known: dict[str, Clause]) -> dict[str, Parameter]:
    """Parameters by key; the values of the nearer pack stand first."""
    by_key: dict[str, list[Entry[ParameterRow]]] = {}
    for pack in near:
        for entry in tree.parameters:
            if entry.pack == pack:
                by_key.setdefault(entry.row.key, []).append(entry)
    found = {}
    for key, entries in by_key.items():
        values = tuple(value for entry in entries for value in _values(entry, known))
        first = entries[0].row
        found[key] = Parameter(key, first.label, first.unit, first.roll, values)
    return found


def _values(entry: Entry[ParameterRow], known: dict[str, Clause]) -> list[Value]:
    row = entry.row
    made = [
        Value(
            value.value, value.unit or row.unit, value.roll or row.roll, value.basis, known[value.basis], value.since,
                    value.until,
            value.status, value.checked_on, entry.pack, value.note or "",
        )
        for value in row.values
    ]  # fmt: skip
    return sorted(made, key=lambda value: value.since)


def powers(tree: Tree, near: Sequence[str], known: dict[str, Clause]) -> dict[str, Power]:
    """Powers of the packs in `near`, by code."""
    return {entry.row.code: _power(entry, known) for entry in tree.powers if entry.pack in near}


def _power(entry: Entry[PowerRow], known: dict[str, Clause]) -> Power:
    row = entry.row
    return Power(
        code=row.code,
        item=row.item,
        kind=row.kind,
        field=row.field,
        priority_field=row.priority_field,
        breached=tuple(known[ref] for ref in row.breached),
        penalty=tuple(known[ref] for ref in row.penalty),
        in_force=span(row.in_force),
        levels=tuple(row.levels),
        body_kinds=tuple(row.body_kinds),
        correction_first=row.correction_first,
        penalties=tuple(Penalty(p.kind, p.subject, p.min_fen, p.max_fen, p.note or "") for p in row.penalties),
        advice=row.advice or "",
        causes=row.causes or "",
        pack=entry.pack,
        status=row.status or "page",
        checked_on=row.checked_on,
        note=row.note or "",
        measures=tuple((m.kind, known[m.basis]) for m in row.measures),
    )


def duties(tree: Tree) -> dict[str, Duty]:
    """All duties by id."""
    found = {}
    for entry in tree.duties:
        row = entry.row
        kind = row.fate.kinds[0]
        said = getattr(row.fate, kind)
        carriers = (said,) if isinstance(said, str) else tuple(said)
        found[row.id] = Duty(
            row.id, tuple(row.cites), row.form, row.part, row.duty, kind, carriers, row.limit or "", row.since,
            row.note or row.fate.note or "",
        )  # fmt: skip
    return found


def forms(tree: Tree, near: Sequence[str]) -> dict[str, tuple[Form, ...]]:
    """Versions of each form, near pack first, the latest first within a pack."""
    found: dict[str, list[Form]] = {}
    for pack in near:
        mine = [entry for entry in tree.forms if entry.pack == pack]
        for entry in sorted(mine, key=lambda entry: entry.row.in_force.since, reverse=True):
            row = entry.row
            path = (tree.root / entry.file).parent
            raw = MappingProxyType(entry.raw)
            form = Form(row.code, row.title, str(row.version), span(row.in_force), path, raw, pack)
            found.setdefault(row.code, []).append(form)
    return {code: tuple(versions) for code, versions in found.items()}


def procedures(tree: Tree, near: Sequence[str], known: dict[str, Clause]) -> dict[str, tuple[Procedure, ...]]:
    """Versions by kind of matter, in the order of their days; the nearest pack that has any settles the kind."""
    found: dict[str, tuple[Procedure, ...]] = {}
    for pack in near:
        for entry in tree.procedures:
            if entry.pack == pack and entry.row.kind not in found:
                found[entry.row.kind] = tuple(
                    Procedure(
                        entry.row.kind, v.code, v.label, v.says, Span(v.since, v.until), known[v.basis],
                        MappingProxyType(v.terms), frozenset(v.without), MappingProxyType(v.forms),
                    )
                    for v in sorted(entry.row.versions, key=lambda v: v.since)
                )  # fmt: skip
    return found


def coverage(tree: Tree, known: dict[str, Instrument]) -> tuple[Coverage, ...]:
    """The lists of articles of the known instruments."""
    return tuple(
        Coverage(
            known[entry.row.code],
            known[entry.row.before],
            tuple(
                Article(
                    a.article, a.topic, tuple(a.old), a.differs or "", a.waiver or "", tuple(a.through),
                    MappingProxyType(a.page), tuple(a.facts), tuple(a.open),
                )
                for a in entry.row.rows
            ),
        )
        for entry in tree.coverage
        if entry.row.code in known
    )  # fmt: skip


def terms(tree: Tree) -> dict[str, Term]:
    """The glossary by its Chinese word."""
    return {e.row.zh: Term(e.row.zh, e.row.en, e.row.note or "") for e in tree.glossary}


def calendar(tree: Tree) -> Calendar:
    """The calendar of all years read."""
    years = []
    for entry in tree.years:
        row = entry.row
        off = row.off if row.status == "published" else row.statutory
        published = row.status == "published"
        days = MappingProxyType(off), MappingProxyType(row.on)
        years.append(Year(row.year, published, row.notice or "", *days, row.why or ""))
    return make_calendar(years)
