"""Writers take turns on SQLite, whose own waiting is a lottery: who finds the file locked sleeps and looks again, and
with eight writers at once one of them may lose for as long as the time limit lasts. A lock of the system queues them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

try:
    import fcntl
except ImportError:  # a system without it keeps SQLite's own waiting
    fcntl = None  # type: ignore[assignment]


@contextmanager
def turn() -> Iterator[None]:
    """Hold the turn to write for the block; nothing on a database that queues writers itself, nor inside a transaction,
    which holds SQLite's lock already.
    """
    name = str(connection.settings_dict["NAME"])
    if fcntl is None or connection.vendor != "sqlite" or connection.in_atomic_block or not Path(name).is_file():
        yield
        return
    # Opened anew each time, so that threads of one process queue too; closing it gives the turn on.
    with Path(f"{name}.turn").open("a", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
