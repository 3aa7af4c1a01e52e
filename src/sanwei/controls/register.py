"""All controls, found by walking this package: one module named like its proposition holds one `control`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from .control import Control, ControlError

PARTS = (
    "authority",
    "cases",
    "measures",
    "serving",
    "execution",
    "remedies",
    "risk",
    "service",
    "disclosure",
    "supervision",
)


@cache
def register() -> dict[str, Control]:
    """Code → control, in the order of parts and file names. Raises on a module without a control and on a code used
    twice.
    """
    found: dict[str, Control] = {}
    for part in PARTS:
        package = import_module(f"{__package__}.{part}")
        for info in walk_packages(package.__path__, f"{package.__name__}."):
            if info.ispkg or info.name.rsplit(".", 1)[1].startswith("_"):
                continue
            control = getattr(import_module(info.name), "control", None)
            if not isinstance(control, Control):
                raise ControlError(f"{info.name} 里没有 control")
            if control.code in found:
                raise ControlError(f"控制代码 {control.code} 重复")
            found[control.code] = replace(control, module=info.name)
    return found


@cache
def guarding(act: str) -> tuple[Control, ...]:
    """The controls that stand at the gate of an act."""
    return tuple(c for c in register().values() if act in c.guards)


@cache
def timed() -> tuple[Control, ...]:
    """The controls that set due days."""
    return tuple(c for c in register().values() if c.timed and c.duty is not None)
