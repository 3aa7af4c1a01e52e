"""The jurist's cases get the same verdict from the way that judges one matter."""

import pytest

from sanwei.controls.control import PARAMETER
from sanwei.controls.register import register
from sanwei.controls.single.judging import _finding, _read_parameters
from sanwei.controls.verdict import Verdict
from sanwei.facts import VOCABULARY
from sanwei.lawbook import lawbook

from .cases_of import asked_on, cases, path_of

CASES = [
    pytest.param(control, facts, expected, as_of, id=f"{control.code}-{name}")
    for control in register().values()
    for name, facts, expected, as_of in cases(path_of(control))
]


@pytest.mark.parametrize(("control", "facts", "expected", "as_of"), CASES)
def test_a_case_gets_the_same_verdict_as_a_single_matter(control, facts, expected, as_of):
    names = set(control.needs) | {n for n in control.roots if not n.startswith(PARAMETER)}
    env = dict.fromkeys(n for n in names if n in VOCABULARY.facts)
    env |= {n: tuple(v) if isinstance(v, list) else v for n, v in facts.items()}
    _read_parameters(env, (control,), lawbook())
    found = _finding(control, env, lawbook(), asked_on(facts, as_of))
    verdict = found["verdict"] if found else Verdict.NOT_ASKED
    assert verdict.label == Verdict.named(expected).label
