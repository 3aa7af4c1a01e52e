"""The set evaluator says what the plain one says, for every relation, on random histories with random windows and conditions."""

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from sanwei.controls.forms.judging import judge_form
from sanwei.controls.verdict import Verdict

from . import slow_calendar
from .histories import frame, histories
from .slow import judge_slowly
from .slow_walks import WALKS
from .specs import build, specs

CALENDAR = slow_calendar.fast()
DISCHARGED = {"合规", "迟延"}
FORBIDDING = {name for name in WALKS if name.startswith("not_")} | {"absence"}
EXAMPLES = int(__import__('os').environ.get('EX', 60))


def differences(spec: dict, steps: list[dict], today, closed: bool) -> list:
    """What the two evaluators say differently, activation by activation."""
    found = judge_form(frame(steps), build(spec), CALENDAR, today, closed=closed)
    fast = {r["row"]: r for r in found.iter_rows(named=True)}
    plain = judge_slowly(spec, steps, today, closed)
    assert fast.keys() == plain.keys()
    wrong = []
    for row, p in plain.items():
        f = fast[row]
        told = (Verdict(f["verdict"]).label, f["due"] if f["verdict"] else None, f["tie"], f["provisional"] if f["verdict"] else False)
        said = (p["verdict"], p["due"], p["tie"], p["provisional"])
        if told != said:
            wrong.append((row, told, said))
        elif not discharged_alike(spec["form"], f, p, steps):
            wrong.append((row, "by", f["by"], p["by"]))
    return wrong


def told(spec: dict, steps: list[dict], today, closed: bool, wrong: list) -> str:
    lines = [" ".join("-" if v is None else str(v) for v in s.values()) for s in steps]
    return "\n".join([str(spec), *(f"{n}: {line}" for n, line in enumerate(lines)), f"{today} closed={closed}", f"fast, plain: {wrong}"])


def discharged_alike(form: str, f: dict, p: dict, steps: list[dict]) -> bool:
    """The row named discharges (breaks) in some world; where none is named there is none, or its day is not known."""
    if f["by"] is not None:
        return f["by"] in p["by"] and f["done"] == steps[f["by"]]["on"]
    names = {"违反"} if form in FORBIDDING else DISCHARGED | ({"违反"} if form in ("exactly", "exclusive_choice") else set())
    undated = any(row is not None and steps[row]["on"] is None for row in p["by"])
    return p["verdict"] not in names or undated or p["by"] <= {None}


@pytest.mark.parametrize("form", WALKS)
@given(st.data())
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_the_set_evaluator_says_what_the_plain_one_says(form, data):
    spec = data.draw(specs(form))
    steps, today, closed = data.draw(histories())
    wrong = differences(spec, steps, today, closed)
    note(told(spec, steps, today, closed, wrong))
    assert wrong == []
