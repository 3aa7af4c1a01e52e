"""For every test under `tests/`: nothing waits for another host, and the tree is where it is."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands under `tests/browser` needs a browser; elsewhere a test says so itself."""
    for item in items:
        if (Path(__file__).parent / "browser") in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the tree."""
    return Path(__file__).resolve().parent.parent
