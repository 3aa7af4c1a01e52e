"""The running product before a real browser, on a clock that a story moves on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.conftest import DESK, visit  # noqa: F401  `visit` is a fixture
from cast import Cast
from sanwei import clock
from stories.hands import Hands, SteppedClock


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> SteppedClock:
    """The clock of the whole house, the server's threads among it."""
    stepped = SteppedClock()
    monkeypatch.setattr(clock, "running", stepped.now)
    return stepped


@pytest.fixture
def sits_down(transactional_db, cast: Cast, days: SteppedClock, visit) -> Callable[..., Hands]:  # noqa: F811
    """Somebody of the cast at a screen of his own."""

    def sitting(name: str, size: tuple[int, int] = DESK) -> Hands:
        return Hands(visit(size), name)

    return sitting
