"""Size budgets: what does not fit into one view of the eye is two things."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from house.checkers.tree import Fault, parsed, read

PYTHON_LINES = 300
FUNCTION_LINES = 50
TEMPLATE_LINES = 120
LINE_CHARACTERS = 120


def generated(path: Path) -> bool:
    """Migrations are written by Django."""
    return "migrations" in path.parts


def long_python(path: Path) -> Iterator[Fault]:
    lines = read(path).count("\n")
    if lines > PYTHON_LINES and not generated(path):
        yield Fault(path, lines, f"{lines} lines; a Python file has at most {PYTHON_LINES}")


def long_functions(path: Path) -> Iterator[Fault]:
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > FUNCTION_LINES and not generated(path):
            yield Fault(path, node.lineno, f"{node.name} has {lines} lines; a function has at most {FUNCTION_LINES}")


def long_template(path: Path) -> Iterator[Fault]:
    lines = read(path).count("\n")
    if lines > TEMPLATE_LINES:
        yield Fault(path, lines, f"{lines} lines; a template has at most {TEMPLATE_LINES}")


def long_lines(path: Path) -> Iterator[Fault]:
    """Counts characters, so that a Chinese sentence may be as long as an English one."""
    for number, line in enumerate(read(path).splitlines(), start=1):
        if len(line) > LINE_CHARACTERS and not generated(path):
            yield Fault(path, number, f"{len(line)} characters; a line has at most {LINE_CHARACTERS}")
