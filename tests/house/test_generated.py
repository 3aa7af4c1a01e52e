"""What is generated is committed, and agrees with the law, the controls and the acts."""

from __future__ import annotations

from pathlib import Path

from sanwei.acts import registry
from sanwei.controls.register import register
from sanwei.facts import VOCABULARY
from sanwei.lawbook import lawbook
from sanwei.trace import coverage, henan
from sanwei.trace.pages import pages, stale


def _made(root: Path) -> dict[str, str]:
    acts = registry.acts()
    made = pages(lawbook(), register(), {c: a.label for c, a in acts.items()}, root / "tests" / "controls")
    return made | {
        "coverage.md": coverage.page(lawbook(), register(), acts),
        "forms-of-henan.md": henan.page(lawbook()),
    }


def test_the_generated_pages_are_up_to_date(root):
    assert stale(root / "docs", _made(root)) == [], "run: manage.py write_docs"


def test_a_page_that_differs_is_noticed(root, tmp_path):
    made = _made(root)
    assert set(stale(tmp_path, made)) == set(made)


def test_every_control_guards_acts_that_exist():
    known = set(registry.acts())
    for control in register().values():
        assert set(control.guards) <= known, control.code
        if control.duty and control.duty.act:
            assert control.duty.act in known, control.code


def test_every_duty_has_one_fate_and_the_controls_it_names_exist():
    book, controls, acts = lawbook(), register(), registry.acts()
    assert len(book.duties) == 70
    for duty in book.duties:
        if duty.fate == "control":
            assert set(duty.carriers) <= set(controls), duty.id
        if duty.fate == "act":
            assert set(duty.carriers) <= set(acts), duty.id


def test_the_duties_put_off_are_counted_down():
    """A smaller number is progress; a greater one is a promise taken back."""
    assert sum(d.fate == "later" for d in lawbook().duties) <= 48


def test_every_control_answers_a_duty():
    carried = {code for d in lawbook().duties if d.fate == "control" for code in d.carriers}
    assert set(register()) <= carried


def test_gates_and_deadlines_of_the_penalty_case_are_controls():
    """The parts this house is built for leave no gate or deadline to goodwill."""
    for duty in lawbook().duties:
        if duty.part in ("authority", "cases") and duty.form in ("gate", "deadline"):
            assert duty.fate == "control", duty.id


def test_every_fact_is_explained():
    for fact in VOCABULARY.facts.values():
        assert fact.label and fact.source, fact.name


def test_at_least_forty_controls_stand():
    assert len(register()) >= 40


def test_every_derived_fact_is_read_by_a_control():
    """What nobody reads costs time at every gate and a page's width in the dictionary."""
    read = {n for c in register().values() for n in VOCABULARY.closure(c.roots | c.needs)}
    assert [f.name for f in VOCABULARY.facts.values() if f.derived and f.name not in read] == []
