"""The running product before a real browser, on a clock that a story moves on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.conftest import CHROMIUM, DESK, FLAGS, visit  # noqa: F401  `visit` is a fixture
from cast import Cast
from sanwei import clock
from stories.hands import Hands, SteppedClock


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a Chromium the stories in the browser are left out, and say so."""
    gone = pytest.mark.skip(reason="no Chromium on this machine")
    for item in items:
        if (
            Path(__file__).parent in item.path.parents
            and item.get_closest_marker("browser")
            and not Path(CHROMIUM).exists()
        ):
            item.add_marker(gone)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each file: two that live at once in one process would get into each other's way."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


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
