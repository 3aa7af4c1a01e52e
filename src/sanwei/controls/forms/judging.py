"""The door: a history and a form in, one verdict an activation out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from functools import singledispatch

import polars as pl

from sanwei.lawbook import Calendar

from .history import History
from .model import Form, FormError, Rule
from .relating import judge_rule
from .verdicts import VERDICTS

Closed = bool | str | Collection[str]


def judge_form(
    history: pl.DataFrame | History, form: Form, calendar: Calendar, as_of: dt.date, *, closed: Closed = False
) -> pl.DataFrame:
    """One row an activation, in the order of the source.

    `history`: see `forms.model`; `as_of`: what happened later is unseen. `closed`: which matters have ended: none
    (False), all (True: a finished log), or those in which a step of one of these activities stands. Only then is what
    never came, and had no due day, a breach; till then it is 待办.

    Columns: case_id, row (of the activating step; for matters their earliest step), since (its day), due (last day of
    the window; looking back, the day by which it had to be there), done and by (day and row of the step that
    discharged it; where something was forbidden, of the step that broke it), verdict (code of `Verdict`), provisional
    (the window leans on a year whose calendar is not published), tie (undetermined, and the order within a day would
    decide). FormError where the history is none, or lacks a column.
    """
    ready = history if isinstance(history, History) else History(history, as_of)
    if ready.as_of != as_of:
        raise FormError(f"履历是按 {ready.as_of} 整理的，不能按 {as_of} 判断。")
    found = [judge_part(part, ready, calendar, closed) for part in form.parts]
    return (
        pl.concat(found).sort("row", maintain_order=True)
        if len(found) > 1
        else found[0].sort("row", maintain_order=True)
    )


def judge_forms(
    history: pl.DataFrame, forms: Iterable[Form], calendar: Calendar, as_of: dt.date, *, closed: Closed = False
) -> list[pl.DataFrame]:
    """`judge_form` for many forms over one history, which is put in order only once."""
    ready = History(history, as_of)
    return [judge_form(ready, form, calendar, as_of, closed=closed) for form in forms]


@singledispatch
def judge_part(part: object, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    """Judges one part of a form. Each kind of part registers its evaluator."""
    raise FormError(f"不认识的形式：{type(part).__name__}。")


@judge_part.register
def _(part: Rule, h: History, calendar: Calendar, closed: Closed) -> pl.DataFrame:
    return judge_rule(part, h, calendar, closed)


__all__ = ["VERDICTS", "Closed", "judge_form", "judge_forms", "judge_part"]
