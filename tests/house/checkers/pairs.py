"""What belongs together stands together: a room and its README, a control and its cases."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from house.checkers.tree import Fault, parsed


def rooms_without_readme(house: Path) -> Iterator[Fault]:
    """Django rooms (packages with an `apps.py`) that do not say what lives there."""
    for apps in sorted(house.glob("*/apps.py")):
        if not (apps.parent / "README.md").is_file():
            what = "every room says in ten lines what lives here and whom it may import"
            yield Fault(apps.parent / "README.md", 1, what)


def is_control(path: Path) -> bool:
    """Whether a module declares `control = …`."""
    return any(
        isinstance(target, ast.Name) and target.id == "control"
        for node in parsed(path).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    )


def unpaired_controls(controls: Path, cases: Path) -> Iterator[Fault]:
    """Controls without a YAML of cases at the same place, and YAML files of cases without a control."""
    declared = {
        path.relative_to(controls).with_suffix("")
        for path in controls.glob("*/**/*.py")
        if "tests" not in path.parts and is_control(path)
    }
    told = {path.relative_to(cases).with_suffix("") for path in cases.glob("*/**/*.yaml")}
    for name in sorted(declared - told):
        yield Fault(controls / f"{name}.py", 1, f"no cases: {cases.name}/{name}.yaml is missing")
    for name in sorted(told - declared):
        yield Fault(cases / f"{name}.yaml", 1, f"no control: {controls.name}/{name}.py is missing")
