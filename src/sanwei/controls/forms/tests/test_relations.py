"""The set evaluator says what the plain one says, for every relation, on random histories with random windows and
conditions.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanwei.controls.forms import Form, Window, judge_form, recurrence
from sanwei.controls.verdict import Verdict

from . import slow_calendar
from .histories import frame, histories, told
from .slow import judge_slowly
from .slow_walks import WALKS
from .specs import EXPRESSIONS, PAIRS, build, pairs, specs

CALENDAR = slow_calendar.fast()
FORBIDDING = {name for name in WALKS if name.startswith("not_")} | {"absence"}
COUNTED = {"exactly", "exclusive_choice"}
EXAMPLES = int(__import__("os").environ.get("EX", 20))


def differences(form: Form, ends: tuple[dict, ...], history: tuple) -> str:
    """The first activation of which the two evaluators say different things; empty when there is none."""
    steps, today, closed = history
    fast = judge_form(frame(steps), form, CALENDAR, today, closed=closed)
    plain = [(row, spec["form"], p) for spec in ends for row, p in judge_slowly(spec, steps, today, closed).items()]
    assert fast.height == len(plain)
    fast = list(fast.iter_rows(named=True))
    for row, name, p in plain:
        # seen from both ends one step may have two rows: one of them must be this one
        mine = [f for f in fast if f["row"] == row]
        if not any(alike(f, p) and discharged_alike(name, f, p, steps) for f in mine):
            return (
                f"{ends}\n{told(steps, steps[row]['case_id'])}\n{today} closed={closed}\nplain: {row} {p}\nfast: {mine}"
            )
    return ""


def agree(form: Form, ends: tuple[dict, ...], history: tuple) -> None:
    if wrong := differences(form, ends, history):
        pytest.fail(wrong, pytrace=False)


def alike(f: dict, p: dict) -> bool:
    said = (p["verdict"], p["due"], p["tie"], p["provisional"])
    return (Verdict(f["verdict"]).label, f["due"], f["tie"], f["provisional"]) == said


def discharged_alike(form: str, f: dict, p: dict, steps: list[dict]) -> bool:
    """The row named discharges (breaks) in some reading; where none is named there is none, or its day is not known."""
    if f["by"] is not None:
        return f["by"] in p["by"] and f["done"] == steps[f["by"]]["on"]
    names = {"违反"} if form in FORBIDDING else {"合规", "迟延"} | ({"违反"} if form in COUNTED else set())
    undated = any(row is not None and steps[row]["on"] is None for row in p["by"])
    return p["verdict"] not in names or undated or p["by"] <= {None}


many = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", WALKS)
@given(st.data(), histories())
@many
def test_the_set_evaluator_says_what_the_plain_one_says(name, data, history):
    spec = data.draw(specs(name))
    agree(build(spec), (spec,), history)


@pytest.mark.parametrize("name", PAIRS)
@given(st.data(), histories())
@many
def test_a_form_seen_from_both_ends_is_its_two_ends(name, data, history):
    form, there, back = data.draw(pairs(name))
    agree(form, (there, back), history)


@given(st.data(), histories())
@many
def test_a_recurrence_is_a_response_to_itself(data, history):
    fixed = {
        "of": ("决定",),
        "target": ("决定",),
        "void": ("结案",),
        "void_if": None,
        "preemptive": False,
        "same": None,
    }
    spec = data.draw(specs("response")) | fixed
    spec["target_if"] = spec["of_if"]
    if spec.get("versions"):
        timing = {"versions": [(a, b, Window(**w)) for a, b, w in spec["versions"]]}
    else:
        timing = {"within": Window(**spec["window"]) if spec.get("window") else None}
    form = recurrence("决定", until="结案", when=EXPRESSIONS.get(spec["of_if"]), **timing)
    agree(form, (spec,), history)
