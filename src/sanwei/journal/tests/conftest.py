from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from sanwei.journal.book import append

ON_POSTGRES = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
# each database has traps of its own; their tests are collected only where they can hold
collect_ignore = ["test_sqlite.py"] if ON_POSTGRES else ["test_postgres.py"]

AT = datetime(2026, 5, 6, 1, 30, 0, 123456, tzinfo=UTC)


@pytest.fixture
def write() -> Any:
    """Write an entry in a transaction of its own; words given replace the usual ones."""

    def write_one(**words: Any) -> Any:
        usual = {
            "act": "issue_decision",
            "matter_kind": "case",
            "matter_id": "c1",
            "body_code": "ZZCG",
            "officer_code": "O1",
            "certificate_no": "A410001",
            "outcome": "done",
            "content": {"laid": {"fine_fen": 200000}},
            "law_version": "v1",
            "at": AT,
        }
        with transaction.atomic():
            return append(**{**usual, **words})

    return write_one
