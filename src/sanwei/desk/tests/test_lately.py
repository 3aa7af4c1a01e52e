"""Sums over many bodies are counted once in a while, and for each reach by itself."""

from __future__ import annotations

import pytest
from django.core.cache import caches

from sanwei.desk.lately import lately


@pytest.fixture(autouse=True)
def kept(settings) -> None:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tested"}
    settings.CACHES = settings.CACHES | {"sums": memory}
    caches["sums"].clear()


def test_what_was_told_a_moment_ago_is_told_again() -> None:
    counted = iter([{"all": 3}, {"all": 4}])
    assert lately("duties", (["/1/"], "2026-03-02"), lambda: next(counted)) == {"all": 3}
    assert lately("duties", (["/1/"], "2026-03-02"), lambda: next(counted)) == {"all": 3}


def test_another_reach_or_another_day_is_counted_by_itself() -> None:
    for number, over in enumerate(([["/1/"], "2026-03-02"], [["/2/"], "2026-03-02"], [["/1/"], "2026-03-03"])):
        assert lately("duties", over, lambda number=number: number + 1) == number + 1
