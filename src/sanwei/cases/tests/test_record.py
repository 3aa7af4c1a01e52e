"""What the page of a case tells is told once, and nothing is named that does not exist."""

from __future__ import annotations

from sanwei.cases.views import record
from sanwei.facts import VOCABULARY


def test_every_grain_is_told_once():
    assert sorted(record.GRAINS) == sorted(set(record.GRAINS))
    assert [grain for grain in record.GRAINS if grain not in VOCABULARY.grains] == []


def test_the_facts_that_are_named_exist():
    named = record.HIDDEN | record.LONG | record.CERTIFICATES
    assert sorted(name for name in named if name not in VOCABULARY.facts) == []
