"""The lawbook: the one door to the law in force on a day."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import lru_cache, reduce
from operator import or_
from pathlib import Path
from typing import TypeVar

import polars as pl

from . import assembling
from .calendars import Calendar
from .check_refs import near_refs
from .checking import faults_of
from .errors import LawError
from .objects import Clause, Coverage, Duty, Form, Instrument, Pack, Power, Term
from .packs import nearness
from .parameters import Parameter
from .procedures import Procedure, under
from .reading import read_tree
from .workdays import Due

T = TypeVar("T")
DEFAULT_PACKS = "zhengzhou"


@dataclass(frozen=True, eq=False)
class Lawbook:
    """Frozen law of a deployment. `packs` stand near → far; `version` is a short digest of all law files."""

    root: Path
    version: str
    packs: tuple[str, ...]
    calendar: Calendar
    _packs: Mapping[str, Pack]
    _instruments: Mapping[str, Instrument]
    _clauses: Mapping[str, Clause]
    _parameters: Mapping[str, Parameter]
    _powers: Mapping[str, Power]
    _forms: Mapping[str, tuple[Form, ...]]
    _duties: Mapping[str, Duty]
    _terms: Mapping[str, Term]
    _coverage: tuple[Coverage, ...] = ()
    _procedures: Mapping[str, tuple[Procedure, ...]] = field(default_factory=dict)
    without: frozenset[str] = frozenset()  # controls that the procedure this book stands under does not ask
    pinned: Mapping[str, str] = field(default_factory=dict)  # form → version that the procedure keeps

    def pack(self, code: str) -> Pack:
        """A pack by its code; LawError when unknown."""
        return _found(self._packs, code, "法规包")

    def instrument(self, code: str) -> Instrument:
        """An instrument by its code (`XZCF2021`); LawError with near matches when unknown."""
        return _found(self._instruments, code, "文件")

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        return tuple(self._instruments.values())

    def clause(self, ref: str) -> Clause:
        """A clause by its reference (`XZCF2021 §60`); LawError with near matches when unknown."""
        if ref in self._clauses:
            return self._clauses[ref]
        near = near_refs(ref, self._clauses)
        perhaps = f"相近的有：{'、'.join(near)}。" if near else "引用应写成“文件代码 节次”，如 XZCF2021 §60。"
        raise LawError(f"没有条款“{ref}”。{perhaps}")

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(self._clauses.values())

    def clauses_of(self, code: str) -> tuple[Clause, ...]:
        """The clauses of one instrument, in the order of its file."""
        instrument = self.instrument(code)
        return tuple(clause for clause in self._clauses.values() if clause.instrument is instrument)

    def parameter(self, key: str) -> Parameter:
        """A parameter by its key (`decision.limit`); LawError with near matches when unknown."""
        return _found(self._parameters, key, "参数")

    def due(self, key: str, trigger: date, on: date | None = None) -> Due | None:
        """When a term of the law begun on `trigger` ends: unit, roll and number of the day `on` (else of `trigger`)."""
        return self.parameter(key).due(self.calendar, trigger, on)

    def due_expr(self, key: str, trigger: pl.Expr, on: pl.Expr | None = None) -> pl.Expr:
        """`due` over columns (Date); null where no value is in force or the calendar ends."""
        return self.parameter(key).due_expr(self.calendar, trigger, on)

    def provisional_expr(self, key: str, trigger: pl.Expr, on: pl.Expr | None = None) -> pl.Expr:
        """Was that due day counted through a year not published (Boolean)?"""
        return self.parameter(key).provisional_expr(self.calendar, trigger, on)

    def bounds(self, key: str, trigger: date, on: date | None = None) -> tuple[date, date] | None:
        """(earliest, latest) day on which that term can end, whatever a notice not yet published will say."""
        return self.parameter(key).bounds(self.calendar, trigger, on)

    def bounds_expr(self, key: str, trigger: pl.Expr, on: pl.Expr | None = None) -> tuple[pl.Expr, pl.Expr]:
        """`bounds` over columns (two of Date); null where no value is in force."""
        return self.parameter(key).bounds_expr(self.calendar, trigger, on)

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return tuple(self._parameters.values())

    def power(self, code: str) -> Power:
        """An item of power by its code; LawError with near matches when unknown."""
        return _found(self._powers, code, "权责")

    @property
    def powers(self) -> tuple[Power, ...]:
        return tuple(self._powers.values())

    def form(self, code: str, on: date | None = None, version: str = "") -> Form:
        """The version of a form in force on a day, the nearest pack's first; without a day its latest version. A
        version that is named (or kept by the procedure) comes before the day.
        """
        versions = _found(self._forms, code, "文书")
        wanted = version or self.pinned.get(code, "")
        if kept := next((form for form in versions if wanted and form.version == wanted), None):
            return kept
        if on is None:
            return versions[0]
        for form in versions:
            if form.in_force.covers(on):
                return form
        raise LawError(f"文书“{versions[0].title}”（{code}）在 {on} 没有生效的版本。")

    @property
    def forms(self) -> tuple[Form, ...]:
        """Every version of every form."""
        return tuple(form for versions in self._forms.values() for form in versions)

    def duty(self, name: str) -> Duty:
        """A duty by its id; LawError with near matches when unknown."""
        return _found(self._duties, name, "职责")

    @property
    def duties(self) -> tuple[Duty, ...]:
        return tuple(self._duties.values())

    def procedures(self, kind: str) -> tuple[Procedure, ...]:
        """The versions of the procedure of a kind of matter by their days; none where nothing is settled."""
        return self._procedures.get(kind, ())

    def procedure(self, kind: str, code: str) -> Procedure | None:
        """A version by its code, None where the packs no longer have it."""
        return next((p for p in self.procedures(kind) if p.code == code), None)

    def procedure_on(self, kind: str, day: date) -> Procedure | None:
        """The version under which a matter begins on a day."""
        return next((p for p in self.procedures(kind) if p.in_force.covers(day)), None)

    def under(self, procedure: Procedure | None) -> Lawbook:
        """This law with what a version of the procedure settles."""
        return self if procedure is None else under(self, procedure)

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """Statutes whose every article is accounted for."""
        return self._coverage

    @property
    def glossary(self) -> tuple[Term, ...]:
        return tuple(self._terms.values())

    def term(self, zh: str) -> Term:
        """The term for a Chinese word; LawError when the glossary has none."""
        return _found(self._terms, zh, "术语")

    def in_force(self, refs: Sequence[str], day: pl.Expr) -> pl.Expr:
        """Is any of the clauses in force on the day of each row (Boolean, null where there is no day)?

        LawError at once for an unknown reference or none at all.
        """
        if not refs:
            raise LawError("没有给出条款，无法判断是否施行。")
        spans = dict.fromkeys(self.clause(ref).in_force for ref in refs)
        return reduce(or_, (_inside(day, span.start, span.end) for span in spans))


def _inside(day: pl.Expr, start: date | None, end: date | None) -> pl.Expr:
    inside = day.is_not_null() if start is None else day >= start
    return inside if end is None else inside & (day <= end)


def _found(known: Mapping[str, T], name: str, what: str) -> T:
    try:
        return known[name]
    except KeyError:
        near = get_close_matches(name, known, n=3, cutoff=0.5)
        perhaps = f"相近的有：{'、'.join(near)}。" if near else "请核对写法，或在 law/ 里补上。"
        raise LawError(f"没有{what}“{name}”。{perhaps}") from None


def law_root() -> Path:
    """The law directory: SANWEI_LAW, or `law/` at the root of the repository."""
    return _resolved(os.environ.get("SANWEI_LAW") or "")


@lru_cache(maxsize=8)
def _resolved(said: str) -> Path:
    """Asked of the file system once: a page asks for the lawbook some thirty times."""
    return Path(said or Path(__file__).resolve().parents[3] / "law").resolve()


def named_packs() -> tuple[str, ...]:
    """The packs a deployment names in SANWEI_PACKS (comma between them)."""
    said = os.environ.get("SANWEI_PACKS") or DEFAULT_PACKS
    return tuple(name.strip() for name in said.split(",") if name.strip())


def lawbook(packs: tuple[str, ...] | None = None, root: Path | None = None) -> Lawbook:
    """The lawbook of the named packs and all they stand under, read once per process.

    LawError when the directory is missing, a pack is unknown, or any law file has a fault (`error.faults` lists them).
    """
    return _open(tuple(packs) if packs is not None else named_packs(), Path(root).resolve() if root else law_root())


@lru_cache(maxsize=8)
def _open(packs: tuple[str, ...], root: Path) -> Lawbook:
    if not root.is_dir():
        raise LawError(f"找不到法规目录“{root}”。请检查路径，或设置环境变量 SANWEI_LAW。")
    tree = read_tree(root)
    if faults := faults_of(tree):
        raise LawError(f"法规文件有 {len(faults)} 处问题，改正之前不能使用：", faults)
    near = nearness(tree, packs)
    instruments = assembling.instruments(tree, near)
    clauses = assembling.clauses(tree, instruments)
    return Lawbook(
        root=root,
        version=tree.version,
        packs=near,
        calendar=assembling.calendar(tree),
        _packs=assembling.packs(tree),
        _instruments=instruments,
        _clauses=clauses,
        _parameters=assembling.parameters(tree, near, clauses),
        _powers=assembling.powers(tree, near, clauses),
        _forms=assembling.forms(tree, near),
        _duties=assembling.duties(tree),
        _terms=assembling.terms(tree),
        _coverage=assembling.coverage(tree, instruments),
        _procedures=assembling.procedures(tree, near, clauses),
    )


def forget() -> None:
    """Drops what has been read, so that the next `lawbook()` reads the files again."""
    _open.cache_clear()
