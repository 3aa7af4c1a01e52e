"""Duties: the due days that follow from the facts of a matter. Re-derived after each act; a due day is a stored
fact.
"""

from __future__ import annotations

import datetime as dt

from sanwei.controls.register import register, timed
from sanwei.controls.single.judging import One
from sanwei.controls.verdict import Verdict

from .models import Duty, Matter

_STATE = {
    Verdict.PENDING: Duty.OPEN,
    Verdict.OVERDUE: Duty.OPEN,
    Verdict.UNDETERMINED: Duty.OPEN,
    Verdict.KEPT: Duty.DONE,
    Verdict.LATE: Duty.DONE,
    Verdict.VOID: Duty.VOID,
}


def sync(matter: Matter, kind: str, judgement: One, handler) -> None:
    """Bring the stored duties of one matter in line with a judgement that held all timed controls. One query, and one
    where something is new or other than it was.
    """
    wanted = dict(_wanted(matter, kind, judgement, handler))
    stored = {(d.control, d.row): d for d in Duty.objects.filter(matter_id=matter.id)}
    fresh = [d for key, d in wanted.items() if key not in stored]
    changed = [d for key, d in wanted.items() if key in stored and _differs(stored[key], d)]
    for key, old in stored.items():
        if key not in wanted and old.state == Duty.OPEN:
            old.pk, old.state = None, Duty.VOID  # found again by what makes it one: matter, control and row
            changed.append(old)
    if changed:
        one = ["matter_id", "control", "row"]
        Duty.objects.bulk_create([*fresh, *changed], update_conflicts=True, unique_fields=one, update_fields=_FIELDS)
    elif fresh:
        Duty.objects.bulk_create(fresh)


_FIELDS = ["since", "due", "provisional", "state", "done_on", "handler", "body"]
_COLUMNS = ("since", "due", "provisional", "state", "done_on", "handler_id", "body_id")


def _differs(old: Duty, new: Duty) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in _COLUMNS)


def _wanted(matter: Matter, kind: str, judgement: One, handler):
    controls = register()
    asked = {c.code for c in timed()}
    for f in judgement.each():
        if f["control"] not in asked or f["since"] is None:
            continue
        duty = controls[f["control"]].duty
        state = _STATE[Verdict(f["verdict"])]
        yield (
            (f["control"], f["row"]),
            Duty(
                matter_kind=kind,
                matter_id=matter.id,
                body_id=matter.body_id,
                control=f["control"],
                row=f["row"],
                todo=duty.todo,
                owner=duty.owner,
                handler=handler,
                act=duty.act,
                since=f["since"],
                due=f["due"],
                provisional=f["provisional"],
                state=state,
                done_on=f["done"] if state == Duty.DONE else None,
            ),
        )


def colour(due: dt.date | None, today: dt.date, left: int | None) -> str:
    """Level of a duty for the page: bad past the due day, warn on the last three working days, else info; plain when
    it cannot be told.
    """
    if due is None or left is None:
        return "plain"
    if due < today:
        return "bad"
    return "warn" if left <= 3 else "info"
