"""The law as frozen objects: instruments, clauses, powers, duties, forms, terms. Made by `assembling`, read by
everybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from .citing import cite
from .schema import PENALTY_KINDS
from .spans import Span


@dataclass(frozen=True)
class Pack:
    """A jurisdiction's law files; `under` names the packs it stands under."""

    code: str
    name: str
    level: str
    under: tuple[str, ...]


@dataclass(frozen=True)
class Instrument:
    """One document of law: a statute, a decree, a document with a number."""

    code: str
    number: str | None
    title: str
    short: str
    kind: str
    issuer: str
    issued: date | None
    in_force: Span
    status: str
    checked_on: date | None
    pack: str
    note: str = ""

    @property
    def is_verified(self) -> bool:
        """Has a person read the text itself?"""
        return self.status == "read"


@dataclass(frozen=True)
class Clause:
    """One clause in the project's own words. `ref` is for programs, `cite` for people. `effects`: lightens a penalty,
    exempts from it, or both; `grounds`: the reasons for which it exempts.
    """

    ref: str
    section: str
    says: str
    instrument: Instrument
    duties: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()

    @property
    def cite(self) -> str:
        """郑政办〔2013〕39号 三(三)四 or 《行政处罚法》（2021）第五十七条第二款."""
        return cite(self.instrument.short, self.section)

    @property
    def in_force(self) -> Span:
        """The span of its instrument."""
        return self.instrument.in_force

    def in_force_on(self, day: date) -> bool:
        """Was it in force that day?"""
        return self.in_force.covers(day)


@dataclass(frozen=True)
class Penalty:
    """One kind of penalty a power allows, with its range in 分 where the law fixes one; subject person, organisation
    or any.
    """

    kind: str
    subject: str
    min_fen: int | None = None
    max_fen: int | None = None
    note: str = ""

    @property
    def label(self) -> str:
        return PENALTY_KINDS[self.kind]


@dataclass(frozen=True)
class Power:
    """One item of power: what is wrong, which clause it breaches, what may follow, who may use it."""

    code: str
    item: str
    kind: str
    field: str
    priority_field: str | None
    breached: tuple[Clause, ...]
    penalty: tuple[Clause, ...]
    in_force: Span
    levels: tuple[str, ...]
    body_kinds: tuple[str, ...]
    correction_first: bool
    penalties: tuple[Penalty, ...]
    advice: str
    causes: str
    pack: str
    status: str = "page"
    checked_on: date | None = None
    note: str = ""
    measures: tuple[tuple[str, Clause], ...] = ()  # (seal, seize or freeze, the clause that gives the power)

    @property
    def is_verified(self) -> bool:
        """Has a person read the text behind it?"""
        return self.status == "read"

    def in_force_on(self, day: date) -> bool:
        """May it be used that day: the item itself, and at least one clause it rests on, in force?"""
        grounds = self.penalty or self.breached
        return self.in_force.covers(day) and (not grounds or any(clause.in_force_on(day) for clause in grounds))


@dataclass(frozen=True)
class Duty:
    """One operative duty of the founding documents and its single fate: control, act, page, waiver or later."""

    id: str
    cites: tuple[str, ...]
    form: str
    part: str
    duty: str
    fate: str
    carriers: tuple[str, ...]  # names of controls, acts or pages; for a waiver or later the one reason or part
    limit: str = ""
    since: date | None = None
    note: str = ""


@dataclass(frozen=True, eq=False)
class Form:
    """A document form as found: `path` is its folder, `raw` all that form.yaml says."""

    code: str
    title: str
    version: str
    in_force: Span
    path: Path
    raw: Mapping[str, Any] = field(repr=False)
    pack: str = ""


@dataclass(frozen=True)
class Article:
    """One article of a statute in the list of what becomes of it. `old`: sections of the earlier statute; `differs`:
    how that one differed; `waiver`: why it asks nothing of whoever enforces; `through`: the articles whose breach it
    answers; `pages`: address name → what the page does for it; `facts`: names of
    facts whose closed list of values is the article; `missing`: what is not there yet.
    """

    number: int
    topic: str
    old: tuple[str, ...]
    differs: str
    waiver: str
    through: tuple[int, ...]
    pages: Mapping[str, str]
    facts: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """A statute, the one before it, and all its articles in order."""

    instrument: Instrument
    before: Instrument
    articles: tuple[Article, ...]


@dataclass(frozen=True)
class Term:
    """One legal term and the one English word it has in the code."""

    zh: str
    en: str
    note: str = ""
