"""One case file against a sheet: what the record answers, what a person still must, between which scores it lies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from sanwei.controls.register import register
from sanwei.controls.verdict import Verdict
from sanwei.facts import VOCABULARY

from .sheet import Document, Item, Sheet

Rows = Mapping[str, Iterable[Mapping[str, object]]]  # grain → rows of facts of one matter
WRONG = frozenset({Verdict.LATE, Verdict.OVERDUE, Verdict.BREACH})


class State(Enum):
    """What came of an item. OPEN: neither facts nor controls tell; a person must."""

    GOOD = "符合"
    BAD = "不符合"
    OPEN = "待评查人判断"
    OUT = "不参与评查"


@dataclass(frozen=True)
class Line:
    """An item answered. `by`: on what the answer rests, in words; `person`: whether a person gave it."""

    item: Item
    state: State
    by: str = ""
    person: bool = False


@dataclass(frozen=True)
class Score:
    """`vetoes`, `basics`, `documents`: every line; `least` and `most`: the score if all that is open turns out badly (a
    veto left open not counted), or well. They are equal when nothing is open.
    """

    sheet: Sheet
    kind: str
    vetoes: tuple[Line, ...]
    basics: tuple[Line, ...]
    documents: tuple[tuple[Document, tuple[Line, ...]], ...]

    @property
    def vetoed(self) -> bool:
        return any(line.state is State.BAD for line in self.vetoes)

    @property
    def lines(self) -> list[Line]:
        return [*self.vetoes, *self.basics, *(line for _, lines in self.documents for line in lines)]

    @property
    def open(self) -> list[Line]:
        """What a person still has to answer."""
        return [line for line in self.lines if line.state is State.OPEN]

    @property
    def least(self) -> float:
        return self._score(State.GOOD)

    @property
    def most(self) -> float:
        return self._score(State.GOOD, State.OPEN)

    def _score(self, *good: State) -> float:
        if self.vetoed:
            return 0.0
        taking_part = [line for _, lines in self.documents for line in lines if line.state is not State.OUT]
        possible = sum(line.item.points for line in taking_part)
        gained = sum(line.item.points for line in taking_part if line.state in good)
        lost = sum(b.item.points for b in self.basics if b.state not in (*good, State.OUT))
        share = self.sheet.regular * gained / possible if possible else 0.0
        return round(max(self.sheet.lawful + share - lost, 0.0), 2)


def score(
    sheet: Sheet,
    kind: str,
    rows: Rows,
    findings: Iterable[tuple[str, Verdict]],
    answers: Mapping[str, bool] | None = None,
    missing: Collection[str] = (),
) -> Score:
    """Score one matter. `findings`: (control, verdict) of all its activations, those not asked left out; `answers`: a
    person's, by key of the item. A person's answer prevails over the record's, and is marked as his. `missing`:
    controls that could not be asked at all, because the source lacks what they need.
    """
    held = {g: list(some) for g, some in rows.items()}
    told: dict[str, list[Verdict]] = {}
    for code, verdict in findings:
        told.setdefault(code, []).append(Verdict(verdict))
    for code in missing:
        told[code] = [Verdict.UNDETERMINED]
    said = answers or {}
    return Score(
        sheet,
        kind,
        tuple(_veto(i, told, said) for i in sheet.vetoes),
        tuple(_line(i, held, told, said) for i in sheet.basics),
        tuple((d, _document(d, held, told, said)) for d in sheet.documents[kind]),
    )


def _person(item: Item, said: Mapping[str, bool]) -> Line | None:
    if item.key not in said:
        return None
    return Line(item, State.GOOD if said[item.key] else State.BAD, "评查人", person=True)


def _veto(item: Item, told: Mapping[str, list[Verdict]], said: Mapping[str, bool]) -> Line:
    """Good: the problem is not there. A control that is wrong proves it; only where controls answer all of it does
    their silence disprove it.
    """
    if person := _person(item, said):
        return person
    if not item.controls:
        return Line(item, State.OPEN)
    wrong, open_, _ = _by_controls(item, told)
    if wrong:
        return Line(item, State.BAD, _titles(wrong))
    if open_ or item.human:
        return Line(item, State.OPEN, _titles(open_))
    return Line(item, State.GOOD, "有关控制没有查出问题")


def _document(
    d: Document, held: Mapping[str, list[Mapping]], told: Mapping[str, list[Verdict]], said: Mapping[str, bool]
) -> tuple[Line, ...]:
    grain = VOCABULARY.fact(d.there).grain
    mine = [r for r in held.get(grain, []) if r.get(d.there) and all(r.get(k) == v for k, v in d.only.items())]
    if not mine:
        state, why = (State.BAD, "案卷里没有这份文书") if d.needed else (State.OUT, "本案没有这份文书")
        return tuple(Line(i, state, why) for i in d.items)
    here = {**held, grain: mine}
    return tuple(_line(i, here, told, said) for i in d.items)


def _line(
    item: Item, held: Mapping[str, list[Mapping]], told: Mapping[str, list[Verdict]], said: Mapping[str, bool]
) -> Line:
    if person := _person(item, said):
        return person
    if item.facts:
        gone = [n for n in item.facts if not _recorded(n, held)]
        names = "、".join(VOCABULARY.fact(n).label for n in gone)
        return Line(item, State.BAD, f"没有记录：{names}") if gone else Line(item, State.GOOD, "已有记录")
    if not item.controls:
        return Line(item, State.OPEN)
    wrong, open_, asked = _by_controls(item, told)
    if wrong:
        return Line(item, State.BAD, _titles(wrong))
    # what was never asked of this matter proves nothing
    return (
        Line(item, State.OPEN, _titles(open_)) if open_ or not asked else Line(item, State.GOOD, "有关控制没有查出问题")
    )


def _recorded(name: str, held: Mapping[str, list[Mapping]]) -> bool:
    """Whether every row of the grain has it, and there is one: a file is as good as its worst paper."""
    rows = held.get(VOCABULARY.fact(name).grain, [])
    return bool(rows) and all(r.get(name) not in (None, "", [], ()) for r in rows)


def _by_controls(item: Item, told: Mapping[str, list[Verdict]]) -> tuple[list[str], list[str], bool]:
    """(wrong, not to be told, whether any was asked at all)."""
    wrong = [c for c in item.controls if any(v in WRONG for v in told.get(c, ()))]
    open_ = [c for c in item.controls if Verdict.UNDETERMINED in told.get(c, ())]
    return wrong, open_, any(c in told for c in item.controls)


def _titles(codes: Iterable[str]) -> str:
    return "；".join(register()[c].title for c in codes)
