"""Which files the house rules look at, and how a fault is told."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
HOUSE = ROOT / "src" / "sanwei"
NOT_OURS = {".git", ".venv", "var", "node_modules", "__pycache__", "build", "dist"}
TEXT_SUFFIXES = {
    "", ".py", ".sh", ".html", ".css", ".js", ".svg", ".md", ".yaml", ".yml", ".toml", ".txt", ".typ", ".json", ".cfg",
}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """Where a rule is broken, and what to do about it."""

    path: Path
    line: int
    what: str

    def __str__(self) -> str:
        shown = self.path.relative_to(ROOT) if self.path.is_relative_to(ROOT) else self.path
        return f"{shown}:{self.line}: {self.what}"


def files(top: Path = ROOT) -> Iterator[Path]:
    """Every file of the tree that is ours, in order; hidden folders other than `.ci` are not."""
    for path in sorted(top.iterdir()):
        if path.name in NOT_OURS or path.name.endswith((".egg-info", "_cache")):
            continue
        if path.is_dir() and not path.is_symlink():
            if not path.name.startswith(".") or path.name == ".ci":
                yield from files(path)
        elif path.is_file():
            yield path


@lru_cache(maxsize=1)
def all_files() -> tuple[Path, ...]:
    return tuple(files())


def with_suffix(*suffixes: str, under: Path = ROOT) -> list[Path]:
    return [path for path in all_files() if path.suffix in suffixes and path.is_relative_to(under)]


def python_files() -> list[Path]:
    return with_suffix(".py")


def templates() -> list[Path]:
    return [path for path in with_suffix(".html") if "templates" in path.parts]


def text_files() -> list[Path]:
    """Text that people write: no licence, no lock."""
    return [
        path
        for path in all_files()
        if path.suffix in TEXT_SUFFIXES and path.name != "LICENSE" and not path.name.endswith(".lock")
    ]


@lru_cache(maxsize=4096)
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=4096)
def parsed(path: Path) -> ast.Module:
    return ast.parse(read(path), filename=str(path))


def insist(check: Callable[[Path], Iterable[Fault]], paths: Iterable[Path]) -> None:
    """Fails the test with every fault of a check over many files, a line each."""
    told([fault for path in paths for fault in check(path)])


def told(faults: Iterable[Fault]) -> None:
    """Fails the test with these faults, a line each; does nothing when there are none."""
    lines = [str(fault) for fault in faults]
    if lines:
        pytest.fail(f"{len(lines)} faults\n" + "\n".join(lines), pytrace=False)
