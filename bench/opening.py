"""What every part of the benchmark begins with: the house opened on one database, and the day the clock stands at."""

from __future__ import annotations

import datetime as dt
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 11, 20)
"""The day of the benchmark, whenever it is run: time limits, colours and the chart of the months come out the same."""


def open_site() -> None:
    """Django on the database that `DATABASE_URL` names, as `./run` would serve it (production code, no DEBUG)."""
    os.environ |= {"SANWEI_DEMO": "1", "DEBUG": "0"}
    os.environ.setdefault("SANWEI_VAR", str(ROOT / "var" / "bench"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanwei.config.settings")
    for folder in ("tests", "src"):
        if str(ROOT / folder) not in sys.path:
            sys.path.insert(0, str(ROOT / folder))
    import django

    django.setup()


def today() -> AbstractContextManager[None]:
    """Stand at nine in the morning of the benchmark's day."""
    from sanwei.acts import clock

    return clock.at(TODAY)


def say(text: str) -> None:
    """One line for whoever watches; results go to files."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
