"""Finds the form package in force on a day. A changed or new form in the law files needs no Python."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from sanwei.lawbook import LawError, lawbook

from .errors import FormError
from .package import Form

PARTS = ("form.yaml", "wording.yaml", "layout.typ", "template.docx")


def _short(path: Path) -> str:
    """The path from the pack on: what a jurist knows, and nothing of the machine."""
    parts = path.parts
    start = len(parts) - 1 - parts[::-1].index("forms") if "forms" in parts else len(parts) - 1
    return "/".join(parts[max(0, start - 1) :])


def _yaml(file: Path) -> dict[str, Any]:
    try:
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise FormError(f"文书包不完整，缺文件{_short(file)}，请补上。") from error
    except yaml.YAMLError as error:
        raise FormError(f"文书文件{_short(file)}写法有误，请改正：{error}") from error
    if not isinstance(said, dict):
        raise FormError(f"文书文件{_short(file)}应当是一项一项的名称和值，请改正。")
    return said


def read(folder: Path) -> Form:
    """The package in `folder`. Raises FormError naming file, place and reason."""
    form = {**_yaml(folder / "form.yaml"), "wording": _yaml(folder / "wording.yaml"), "folder": folder}
    try:
        return Form.model_validate(form)
    except ValidationError as error:
        said = [
            f"{'.'.join(str(part) for part in fault['loc']) or '全文'}：{fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors()
        ]
        raise FormError(f"文书包{_short(folder)}有误，请改正：{'；'.join(said)}。") from error


_kept = lru_cache(maxsize=256)(read)


def load(code: str, on: date, version: str = "") -> Form:
    """The form `code` in force on the day `on`; the nearest pack that has one wins. A `version` that is named
    comes before the day.

    Raises FormError when there is none, or when its package is written wrongly.
    """
    try:
        return _kept(lawbook().form(code, on, version).path)
    except LawError as error:
        raise FormError(str(error)) from error


def every() -> list[Form]:
    """Every version of every form of the packs in use, nearest pack first. Raises FormError as `load` does."""
    try:
        return [_kept(form.path) for form in lawbook().forms]
    except LawError as error:
        raise FormError(str(error)) from error


def forget() -> None:
    """Drop what was read, so that changed form packages are read anew."""
    _kept.cache_clear()
