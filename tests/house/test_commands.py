"""The commands themselves: what they count, when they install, what they say when they cannot go on."""

from __future__ import annotations

import importlib
import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def bin_module(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports a module of `bin/` by its name."""
    monkeypatch.syspath_prepend(str(root / "bin"))

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield load


def report(path: Path, **cases: str) -> Path:
    outcome = {name: f'<{what} message="why"/>' if what else "" for name, what in cases.items()}
    inner = "".join(f'<testcase classname="m" name="{name}">{told}</testcase>' for name, told in outcome.items())
    path.write_text(f"<testsuites><testsuite>{inner}</testsuite></testsuites>", encoding="utf-8")
    return path


def test_a_test_skipped_on_one_database_and_run_on_the_other_is_not_left_out(bin_module: Any, tmp_path: Path) -> None:
    tally = bin_module("tally").Tally()
    tally.read(report(tmp_path / "a.xml", one="", two="skipped", three="skipped", four="failure"))
    tally.read(report(tmp_path / "b.xml", two="", five="error"))
    assert (tally.passed, tally.failed, tally.skipped) == (2, 2, 2)
    assert tally.never_ran() == {"m.three": "why"}


def test_a_missing_report_counts_nothing(bin_module: Any, tmp_path: Path) -> None:
    assert bin_module("tally").Tally().read(tmp_path / "none.xml").total == 0


def test_dependencies_are_installed_only_when_a_lock_has_changed(
    bin_module: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = bin_module("environment")
    for name in (environment.MAIN_LOCK, environment.DEV_LOCK):
        (tmp_path / name).write_text("a==1\n", encoding="utf-8")
    installed: list[str] = []
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(environment, "works", lambda: True)
    monkeypatch.setattr(environment, "link", lambda: None)
    monkeypatch.setattr(environment, "install", installed.append)
    environment.prepare(environment.DEV_LOCK)
    environment.prepare(environment.MAIN_LOCK)
    environment.prepare(environment.DEV_LOCK)
    assert installed == [environment.DEV_LOCK]
    (tmp_path / environment.MAIN_LOCK).write_text("a==2\n", encoding="utf-8")
    environment.prepare(environment.MAIN_LOCK)
    environment.prepare(environment.MAIN_LOCK)
    assert installed == [environment.DEV_LOCK, environment.MAIN_LOCK]


def test_a_missing_ensurepip_is_told_with_the_command_that_brings_it(
    bin_module: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = bin_module("environment")
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        environment.make()
    assert stopped.value.code == 1
    assert "apt-get install python3-venv" in capsys.readouterr().err


def test_a_named_browser_that_is_not_there_is_no_browser(bin_module: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANWEI_CHROMIUM", "/nowhere/chromium")
    assert bin_module("parts").chromium() == ""


def run(root: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["./run"], cwd=root, env={**os.environ, **env}, capture_output=True, text=True, check=False)


def test_run_says_in_chinese_that_the_port_is_taken_and_names_another(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        done = run(root, HOST="127.0.0.1", PORT=str(port))
    assert done.returncode == 1
    assert f"端口 {port} 已被占用" in done.stderr
    assert "./run" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["abc", "0", "70000", "８０００"])
def test_run_refuses_a_port_that_is_none(root: Path, port: str) -> None:
    done = run(root, PORT=port)
    assert done.returncode == 1
    assert "PORT 应当是 1 到 65535 的整数" in done.stderr


def test_run_refuses_an_address_of_another_machine(root: Path) -> None:
    done = run(root, HOST="192.0.2.1", PORT="8000")
    assert done.returncode == 1
    assert "不是这台机器的地址" in done.stderr
