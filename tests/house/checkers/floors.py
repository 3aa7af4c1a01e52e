"""The floors: import-linter's contracts as `pyproject.toml` writes them, judged on what stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

from house.checkers.tree import ROOT

PYPROJECT = ROOT / "pyproject.toml"
COMMAND = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def contracts(pyproject: Path = PYPROJECT) -> list[dict[str, Any]]:
    """The contracts as they are written."""
    return list(tomllib.loads(pyproject.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"])


def stands(module: str, source: Path) -> bool:
    place = source.joinpath(*module.split("."))
    return (place / "__init__.py").is_file() or place.with_suffix(".py").is_file()


def standing_only(text: str, source: Path) -> str:
    """The section of import-linter without the rooms not built yet: it takes an unknown source module for a mistake."""
    section = text[text.index("[tool.importlinter]") :]
    return re.sub(
        r'^  "(sanwei\.\w+)",\n', lambda line: line[0] if stands(line[1], source) else "", section, flags=re.MULTILINE
    )


def broken_floors(source: Path, work: Path) -> str:
    """What import-linter says about the package `sanwei` under `source`; empty when every contract is kept.

    `work` is an empty folder for the adapted configuration.
    """
    config = work / "floors.toml"
    config.write_text(standing_only(PYPROJECT.read_text(encoding="utf-8"), source), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "--config", str(config), "--no-cache", "--no-logo"],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(source), "COLUMNS": "160", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr
