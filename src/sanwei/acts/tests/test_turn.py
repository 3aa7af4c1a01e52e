"""Writers on a SQLite file wait for each other in a queue, and nobody waits on himself."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from django.db import connection

from sanwei.acts.turn import turn


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database file that this connection claims to be on."""
    made = tmp_path / "db.sqlite3"
    made.touch()
    monkeypatch.setattr(connection, "vendor", "sqlite")  # PostgreSQL queues its writers itself
    monkeypatch.setitem(connection.settings_dict, "NAME", str(made))
    return made


def test_who_comes_second_waits_until_the_first_is_done(file: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with turn():
            order.append("second")

    with turn():
        other = threading.Thread(target=second)
        other.start()
        other.join(timeout=0.2)
        assert other.is_alive() and order == []
        order.append("first")
    other.join(timeout=5)
    assert order == ["first", "second"]


def test_a_fault_gives_the_turn_on(file: Path) -> None:
    with pytest.raises(ValueError, match="broken"), turn():
        raise ValueError("broken")
    with turn():
        assert Path(f"{file}.turn").is_file()


@pytest.mark.django_db
def test_inside_a_transaction_nobody_waits_for_the_turn_he_holds(file: Path) -> None:
    with turn():
        assert not Path(f"{file}.turn").exists()
