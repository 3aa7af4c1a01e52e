"""The full example context, fresh for every test."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def _written() -> str:
    return Path(__file__).with_name("examples.yaml").read_text(encoding="utf-8")


def context(**changes: Any) -> dict[str, Any]:
    """The full context; `changes` replace single values, `party__name="…"` the name of the party."""
    whole: dict[str, Any] = yaml.safe_load(_written())
    for path, value in changes.items():
        *rooms, last = path.split("__")
        spot = whole
        for room in rooms:
            spot = spot[room]
        spot[last] = value
    return whole
