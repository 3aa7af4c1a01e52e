"""Reading settings from the environment, with a clear sentence for what cannot be read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off", ""})


class Environment:
    """A mapping of strings, read as the types that settings need.

    Every method raises `ImproperlyConfigured` with a Chinese sentence that names the variable when its value does not
    fit; an absent variable gives the default.
    """

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self.values = os.environ if values is None else values

    def text(self, name: str, default: str = "") -> str:
        """The value as it stands, without white space at its ends."""
        return self.values.get(name, default).strip()

    def flag(self, name: str, default: bool = False) -> bool:
        """1/true/yes/on or 0/false/no/off, in any case."""
        raw = self.values.get(name)
        if raw is None:
            return default
        word = raw.strip().lower()
        if word in YES:
            return True
        if word in NO:
            return False
        raise ImproperlyConfigured(f"环境变量 {name} 只能写 1 或 0，现在是“{raw}”。")

    def number(self, name: str, default: int) -> int:
        """A whole number, not negative."""
        raw = self.text(name)
        if not raw:
            return default
        if not raw.isascii() or not raw.isdigit():
            raise ImproperlyConfigured(f"环境变量 {name} 应当是不小于零的整数，现在是“{raw}”。")
        return int(raw)

    def words(self, name: str, default: str = "") -> list[str]:
        """A list written with commas."""
        return [word.strip() for word in self.values.get(name, default).split(",") if word.strip()]

    def path(self, name: str, default: Path) -> Path:
        """A path, absolute."""
        raw = self.text(name)
        return Path(raw).expanduser().resolve() if raw else default
