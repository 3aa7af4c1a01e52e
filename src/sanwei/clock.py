"""What time it is. One place, so that a city can be built in the past and tests stand still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

_frozen: ContextVar[dt.datetime | None] = ContextVar("frozen", default=None)


def running() -> dt.datetime:
    """The machine's clock. Tests before a real browser replace it for all threads of the server."""
    return timezone.now()


def now() -> dt.datetime:
    """The moment, aware."""
    return _frozen.get() or running()


def today() -> dt.date:
    """The day in the agency's zone."""
    return timezone.localdate(now())


@contextmanager
def at(moment: dt.datetime | dt.date) -> Iterator[None]:
    """Stand at a moment (or at nine in the morning of a day) within the block."""
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime.combine(moment, dt.time(9), tzinfo=timezone.get_default_timezone())
    token = _frozen.set(moment)
    try:
        yield
    finally:
        _frozen.reset(token)
