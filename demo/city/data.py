"""What is written down about the invented city: the files under `demo/data/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent.parent / "data"


@cache
def read(name: str) -> Any:
    """One file of data, read once. Do not change what it gives."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


def spread(codes: list[str]) -> list[str]:
    """Power codes with spans written out: `ZZCG-0001..ZZCG-0003` → three codes."""
    found: list[str] = []
    for code in codes:
        first, _, last = code.partition("..")
        if not last:
            found.append(first)
            continue
        stem = first.rsplit("-", 1)[0]
        numbers = range(int(first.rsplit("-", 1)[1]), int(last.rsplit("-", 1)[1]) + 1)
        found += [f"{stem}-{n:04d}" for n in numbers]
    return found


def pick(items: list[Any], n: int, step: int = 1) -> Any:
    """The n-th of a list that goes round and round; `step` keeps two lists from walking in line."""
    return items[n * step % len(items)]
