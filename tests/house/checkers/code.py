"""Interfaces that this house does not use, found in the syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from house.checkers.tree import Fault, parsed

SIGNAL_MODULES = (
    "django.db.models.signals",
    "django.core.signals",
    "django.contrib.auth.signals",
    "django.dispatch",
    "django.db.backends.signals",
    "django.test.signals",
)
ALLOWED_SIGNALS = {"post_migrate"}
CALLBACKS = {"map_elements", "map_batches", "map_rows", "map_groups", "rolling_map"}
WRITES = {
    "save", "create", "acreate", "delete", "update", "bulk_create", "bulk_update", "get_or_create",
    "update_or_create", "asave", "adelete", "aupdate", "raw", "execute", "executemany",
}  # fmt: skip


def called(node: ast.Call) -> tuple[str, str]:
    """(what it is called on, name) of a call: `datetime.date.today()` → ("datetime.date", "today")."""
    if isinstance(node.func, ast.Attribute):
        return ast.unparse(node.func.value), node.func.attr
    return "", node.func.id if isinstance(node.func, ast.Name) else ""


def calls(path: Path) -> Iterator[tuple[ast.Call, str, str]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield node, *called(node)


def imported(path: Path) -> Iterator[tuple[int, str, str]]:
    """(line, module, name) for every import; the name is empty for `import module`."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, node.module, alias.name) for alias in node.names)


def signals(path: Path) -> Iterator[Fault]:
    """Django signals other than `post_migrate`: what must react reads the journal."""
    for line, module, name in imported(path):
        whole = f"{module}.{name}" if name else module
        if name in ALLOWED_SIGNALS and module == "django.db.models.signals":
            continue
        if module in SIGNAL_MODULES or whole in SIGNAL_MODULES:
            yield Fault(path, line, f"no Django signals ({whole}): what must react later reads the journal")


def naive_time(path: Path) -> Iterator[Fault]:
    """Days and times without a zone: `datetime.now()`, `datetime.utcnow()`, `date.today()`."""
    for node, on, name in calls(path):
        base = on.rpartition(".")[2]
        zoned = bool(node.args or node.keywords)
        if (base == "datetime" and name == "now" and not zoned) or (
            base in ("date", "datetime") and name in ("today", "utcnow", "utcfromtimestamp")
        ):
            yield Fault(path, node.lineno, f"{on}.{name}() knows no zone: django.utils.timezone, or take the day in")


def polars_callbacks(path: Path) -> Iterator[Fault]:
    """Python callbacks in expressions: they stop the engine for each row."""
    uses_polars = any(module.split(".")[0] == "polars" for _, module, _ in imported(path))
    for node, _, name in calls(path):
        if name in CALLBACKS or (uses_polars and name == "apply"):
            yield Fault(path, node.lineno, f"no Python callback in an expression ({name})")


def prints(path: Path) -> Iterator[Fault]:
    for node, on, name in calls(path):
        if name == "print" and not on:
            yield Fault(path, node.lineno, "no print: the log, or sys.stdout.write in a command")


def unescaped_code(path: Path) -> Iterator[Fault]:
    """`mark_safe` and its kin; only looks may use them."""
    banned = {"mark_safe", "SafeString", "SafeText", "SafeData"}
    if "looks" in path.parts:
        return
    for line, _, name in imported(path):
        if name in banned:
            yield Fault(path, line, f"{name} only in looks: use format_html or a template")
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute) and node.attr in banned:
            yield Fault(path, node.lineno, f"{node.attr} only in looks: use format_html or a template")


def in_views(path: Path) -> bool:
    return path.stem == "views" or "views" in path.parts


def writes_in_views(path: Path) -> Iterator[Fault]:
    """A view never saves: every write of legal meaning goes through an act."""
    if not in_views(path) or "tests" in path.parts:
        return
    for node, on, name in calls(path):
        if on and name in WRITES:
            yield Fault(path, node.lineno, f"{on}.{name}(…) in a view: a view never writes, an act does")


def hollow_assertions(path: Path) -> Iterator[Fault]:
    """Assertions that cannot fail: of a constant, or of a tuple."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Assert) and (
            (isinstance(node.test, ast.Constant) and bool(node.test.value))
            or (isinstance(node.test, ast.Tuple) and node.test.elts)
        ):
            yield Fault(path, node.lineno, "this assertion cannot fail")


RULES = (signals, naive_time, polars_callbacks, prints, unescaped_code, writes_in_views, hollow_assertions)
