"""Findings in words: what is wrong with this row, on what ground, what to do. Only made where somebody reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sanwei.facts import KEY, VOCABULARY
from sanwei.lawbook import Lawbook, LawError, lawbook

from .control import Control
from .judge import Judgement
from .single.judging import One
from .verdict import Verdict

# Facts that name items of power by their codes.
POWERS = frozenset("violation_power charge_power charge_powers charge_heaviest".split())
# Endings of the names of facts that are clauses.
CITED = ("basis", "_cited", "_lightening")
CALENDAR = "国务院公布放假安排后，请系统管理员更新法规包里的日历（law/calendar），系统即按准确的日期判断"


@dataclass(frozen=True, eq=False)
class Finding:
    """One verdict, said to a person. Its words are made when somebody reads them: most findings at a gate are kept
    and unread.
    """

    control: Control
    row: str
    verdict: Verdict
    since: dt.date | None
    due: dt.date | None
    done: dt.date | None
    provisional: bool
    facts: Mapping[str, object] = field(repr=False)
    day: dt.date = field(repr=False)
    book: Lawbook = field(repr=False)

    @cached_property
    def cure(self) -> str:
        """What to do; where the calendar is what leaves the verdict open, from which day it is open no longer."""
        return f"{say('', self.waiting[1])}以后办理不受影响；{CALENDAR}" if self.waiting else self.control.cure

    @cached_property
    def says(self) -> str:
        """The control's sentence with the facts of the row."""
        if self.waiting:
            least, most, why = self.waiting
            span = f"最早{say('', least)}、最迟{say('', most)}届满"
            return f"{self.control.title}：{why}期限{span}，现在还不能断定是否届满"
        return sentence(self.control, {**self.facts, "due": self.due})

    @cached_property
    def waiting(self) -> tuple[dt.date, dt.date, str] | None:
        """(earliest, latest end, why) of the term that no calendar settles yet, when the verdict cannot be told."""
        if self.verdict != Verdict.UNDETERMINED:
            return None
        for told in (t for t in Control.reads(self.control.roots) if t.bound):
            since, on = self.facts.get(told.since), self.facts.get(told.day)
            ends = self.book.bounds(told.key, since, on) if since and on else None
            if ends is not None and ends[0] != ends[1]:
                return *ends, self.book.due(told.key, since, on).why
        return None

    @cached_property
    def cites(self) -> tuple[tuple[str, str], ...]:
        """(citation, paraphrase) of the clauses in force on the day."""
        return cites(self.control, self.book, self.day)

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """Labels of the facts that are not recorded, when the verdict cannot be told."""
        if self.verdict != Verdict.UNDETERMINED or self.waiting:
            return ()
        return tuple(VOCABULARY.fact(n).label for n in sorted(self.control.needs) if self.facts.get(n) is None)


def speak(
    judgement: Judgement | One,
    controls: Mapping[str, Control],
    book: Lawbook,
    verdicts: frozenset[Verdict] | None = None,
) -> Iterator[Finding]:
    """Every finding whose verdict is in `verdicts` (all, when None) as a `Finding`, in the order of the judgement."""
    for f in judgement.each(verdicts):
        yield Finding(
            control=controls[f["control"]],
            row=f["row"],
            verdict=Verdict(f["verdict"]),
            since=f["since"],
            due=f["due"],
            done=f["done"],
            provisional=bool(f["provisional"]),
            facts=judgement.row(f["grain"], f[KEY], f["row"]),
            day=f["since"] or judgement.as_of,
            book=book,
        )


def sentence(control: Control, facts: Mapping[str, object]) -> str:
    """The control's sentence with the facts of the row in it; what is not recorded is said as 未记录."""
    return control.says.format_map(_Said(facts))


def cites(control: Control, book: Lawbook, day: dt.date) -> tuple[tuple[str, str], ...]:
    """(citation, paraphrase) of the control's clauses in force on `day`."""
    clauses = (book.clause(ref) for ref in control.clauses)
    return tuple((c.cite, c.says) for c in clauses if c.in_force_on(day))


class _Said(dict):
    def __init__(self, facts: Mapping[str, object]):
        super().__init__({name: say(name, value) for name, value in facts.items()})

    def __missing__(self, name: str) -> str:
        return "未记录"


def say(name: str, value: object) -> str:
    """A fact's value as a person reads it: 2024年5月2日, 1,000 元, 是, the name of a code."""
    fact = VOCABULARY.facts.get(name)
    if value is None:
        return "未记录"
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, bool):
        return "是" if value else "否"
    if fact is not None and fact.unit == "分":
        yuan, fen = divmod(int(value), 100)
        return f"{yuan:,}.{fen:02d} 元" if fen else f"{yuan:,} 元"
    if fact is not None and fact.codes and isinstance(value, str):
        return fact.codes.get(value, value)
    if name in POWERS:
        return "、".join(_item(str(code)) for code in ([value] if isinstance(value, str) else value))
    if isinstance(value, list | tuple) and name.endswith(CITED):
        return "、".join(_cite(str(ref)) for ref in value)
    if isinstance(value, list | tuple):
        codes = fact.codes if fact is not None else {}
        return "、".join(codes.get(v, str(v)) for v in value)
    return str(value)


def _item(code: str) -> str:
    """An item of power by what is wrong; a code the law packs do not hold is told as it was recorded."""
    try:
        return f"{code} {lawbook().power(code).item}"
    except LawError:
        return code


def _cite(ref: str) -> str:
    """A clause as a person cites it; what the law packs do not hold is told as it was recorded."""
    try:
        return lawbook().clause(ref).cite
    except LawError:
        return ref
