"""Cases of our own making with a fault each: gate and board of duties find every one; their twins raise nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from stories.thirty import CASES, on_board, refused, walked, way, wrong

pytestmark = pytest.mark.django_db
CLOSED = dt.date(2026, 5, 6)
names = [case["name"] for case in CASES]
# Cases that differ from the straight way by their fault alone have one twin together: the straight way.
twins = list({str(case.get("both")): case for case in CASES}.values())


@pytest.mark.parametrize("case", [c for c in CASES if "gate" in c], ids=lambda c: c["name"])
def test_the_gate_finds_the_fault_and_nothing_else(case, cast) -> None:
    made = way(case.get("both", {}), case["fault"])
    found, words = refused(made, case["gate"]["act"], cast, case["fault"].get("until", ""))
    assert words, "the gate let it pass"
    assert found == set(case["gate"]["finds"]), words


@pytest.mark.parametrize("case", [c for c in CASES if "board" in c], ids=lambda c: c["name"])
def test_the_board_shows_what_was_left_undone_and_nothing_else(case, cast) -> None:
    made = way(case.get("both", {}), case["fault"])
    left = walked(made, cast, until=case["fault"]["until"])
    assert on_board(left, case["board"]["day"]) == set(case["board"]["finds"])


@pytest.mark.parametrize("case", twins, ids=lambda c: c["name"])
def test_the_faultless_twin_raises_nothing(case, cast) -> None:
    twin = walked(way(case.get("both", {})), cast)
    assert twin.stage == "closed"
    assert on_board(twin, CLOSED) == set()
    assert list(wrong(twin, CLOSED)) == []


def test_there_are_thirty_and_more_and_each_has_a_name_of_its_own() -> None:
    assert len(set(names)) == len(names) >= 30
