"""YAML files that people write for the audit: mappings and rulebooks. Faults are told with their line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from sanwei.lawbook import nodes, telling

from .reading import SourceError

M = TypeVar("M", bound=BaseModel)
SHOWN = 12


class Row(BaseModel):
    """Anything written down: unknown keys are faults, `note` is always allowed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
    note: str | None = None


def read_written(path: Path, model: type[M]) -> tuple[M, nodes.Text]:
    """The file as the model, and its text (for the lines of later faults). SourceError names every fault."""
    try:
        text = nodes.read_text(path.read_bytes())
    except OSError as error:
        raise SourceError(f"“{path}”打不开，请检查路径和权限。") from error
    if not text.readable:
        raise faults(path, text.faults)
    try:
        return model.model_validate(text.data), text
    except ValidationError as error:
        raise faults(path, list(telling.tell(error, text, ()))) from error


def faults(path: Path, found: list[tuple[int, str]]) -> SourceError:
    """One error that names the faults, line by line."""
    lines = [f"  第 {line} 行：{says}" for line, says in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"  ……另有 {len(found) - SHOWN} 处。")
    return SourceError("\n".join([f"“{path.name}”有 {len(found)} 处写得不对：", *lines]))
