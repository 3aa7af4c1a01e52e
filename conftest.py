"""What all tests share."""

from __future__ import annotations

import os

import pytest
from django.test import TransactionTestCase

pytest_plugins = ["cast", "chromium"]
DATABASE = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks a database runs again, and of that not what only tries out every form: the rest
    cannot come out differently there.
    """
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    asking = [item for item in items if _asks(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asking)])
    items[:] = asking


def _asks(item: pytest.Item) -> bool:
    if item.get_closest_marker("forms"):
        return False
    named = DATABASE & set(getattr(item, "fixturenames", ()))
    case = getattr(item, "cls", None)
    return bool(
        named or item.get_closest_marker("django_db") or (case is not None and issubclass(case, TransactionTestCase))
    )
