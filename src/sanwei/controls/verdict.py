"""Verdicts on one activation, from best to worst, and what a refusal at the gate looks like."""

from __future__ import annotations

from enum import IntEnum


class Verdict(IntEnum):
    """Ordered so that the greater is the worse: a case is as bad as its worst row."""

    NOT_ASKED = 0
    KEPT = 1
    VOID = 2
    PENDING = 3
    UNDETERMINED = 4
    LATE = 5
    OVERDUE = 6
    BREACH = 7

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def counted(self) -> bool:
        """Whether the activation enters a rate of compliance: only what was asked and could be told."""
        return self in {Verdict.KEPT, Verdict.LATE, Verdict.OVERDUE, Verdict.BREACH}

    @classmethod
    def named(cls, label: str) -> Verdict:
        for verdict, name in LABELS.items():
            if name == label:
                return verdict
        raise ValueError(f"没有名为“{label}”的结论；可用：{'、'.join(LABELS.values())}")


LABELS = {
    Verdict.NOT_ASKED: "不适用",
    Verdict.KEPT: "合规",
    Verdict.VOID: "消灭",
    Verdict.PENDING: "待办",
    Verdict.UNDETERMINED: "无法判定",
    Verdict.LATE: "迟延",
    Verdict.OVERDUE: "逾期",
    Verdict.BREACH: "违反",
}

# What stops an act at the gate. A verdict that cannot be told stops it too: the gate fails closed.
STOPPING = frozenset({Verdict.UNDETERMINED, Verdict.LATE, Verdict.OVERDUE, Verdict.BREACH})
