"""The whole tree obeys the house rules: each test here judges all files, the samples stand in `test_checkers.py`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from house.checkers import code, pairs, punctuation, sizes, words
from house.checkers.tree import HOUSE, ROOT, insist, python_files, templates, text_files, told, with_suffix


def test_python_files_are_short() -> None:
    insist(sizes.long_python, python_files())


def test_functions_are_short() -> None:
    insist(sizes.long_functions, python_files())


def test_templates_are_short() -> None:
    insist(sizes.long_template, templates())


def test_lines_are_short() -> None:
    insist(sizes.long_lines, python_files())


@pytest.mark.parametrize("rule", code.RULES, ids=lambda rule: rule.__name__)
def test_no_banned_interface_is_used(rule: object) -> None:
    insist(rule, python_files())  # type: ignore[arg-type]


def test_chinese_in_python_carries_full_width_punctuation() -> None:
    samples = {"tests", "migrations"}
    ours = [path for path in python_files() if path.is_relative_to(HOUSE) and not samples & set(path.parts)]
    insist(punctuation.in_python, ours)


def test_chinese_in_templates_carries_full_width_punctuation() -> None:
    insist(punctuation.in_template, templates())


def test_chinese_in_the_law_carries_full_width_punctuation() -> None:
    insist(punctuation.in_yaml, with_suffix(".yaml", ".yml", under=ROOT / "law"))


def test_nothing_is_marked_as_unfinished() -> None:
    insist(words.promises, text_files())


def test_no_path_of_one_machine_stands_in_the_tree() -> None:
    insist(words.machine_paths, text_files())


def test_no_host_of_a_registry_stands_in_the_tree() -> None:
    locks = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]
    insist(words.registry_hosts, [*text_files(), *locks])


def test_pages_ask_no_other_host_for_anything() -> None:
    static = [path for path in with_suffix(".css", ".js", ".svg", under=HOUSE) if "static" in path.parts]
    insist(words.foreign_addresses, [*templates(), *static])


def test_templates_escape_what_they_show() -> None:
    insist(words.unescaped, templates())


def test_every_room_has_a_readme() -> None:
    told(pairs.rooms_without_readme(HOUSE))


def test_every_control_has_its_cases_and_every_case_its_control() -> None:
    told(pairs.unpaired_controls(HOUSE / "controls", ROOT / "tests" / "controls"))


def test_ruff_finds_nothing() -> None:
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run(
        [ruff, "check", "--no-cache", "--output-format=concise", "."], cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


def test_djlint_finds_nothing() -> None:
    """Judges copies beside each other: djlint would otherwise walk through the environment too."""
    pages = [str(path) for path in templates()]
    if not pages:
        return
    done = subprocess.run(
        [Path(sys.executable).with_name("djlint"), "--lint", "--quiet", "--configuration", "pyproject.toml", *pages],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


def test_the_commands_carry_their_run_bit() -> None:
    commands = [ROOT / "run", ROOT / "test", ROOT / ".ci" / "run", ROOT / "manage.py"]
    assert [path.name for path in commands if not shutil.which(str(path))] == []
