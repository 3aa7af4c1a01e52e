"""Questions that go with one choice: the choice exists, and what goes with it may be left out."""

from __future__ import annotations

import polars as pl

from sanwei.acts import registry
from sanwei.facts import VOCABULARY


def test_a_question_goes_with_answers_that_can_be_given_and_never_must_be_answered() -> None:
    wrong, asked = [], 0
    for act in registry.acts().values():
        for ask in (ask for ask in act.asks if ask.only_with):
            name, *answers = ask.only_with
            fact, asked = VOCABULARY.fact(name), asked + 1
            known = {"yes", "no"} if fact.dtype == pl.Boolean else set(fact.codes)
            if ask.required or not answers or set(answers) - known:
                wrong.append((act.code, ask.name))
    assert wrong == []
    assert asked > 20
