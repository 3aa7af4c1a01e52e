"""Settings read from the environment, and the sentence one gets for a value that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from sanwei.config.environment import Environment


@pytest.mark.parametrize(
    ("raw", "meant"), [("1", True), ("TRUE", True), (" on ", True), ("0", False), ("no", False), ("", False)]
)
def test_a_flag_is_read(raw: str, meant: bool) -> None:
    assert Environment({"X": raw}).flag("X", not meant) is meant


def test_what_is_absent_gives_the_default() -> None:
    env = Environment({})
    assert env.flag("X", True) is True
    assert env.number("X", 7) == 7
    assert env.words("X", "a,b") == ["a", "b"]
    assert env.path("X", Path("y")) == Path("y")


def test_a_list_forgives_spaces_and_empty_places() -> None:
    assert Environment({"X": " a , ,b,"}).words("X") == ["a", "b"]


@pytest.mark.parametrize("raw", ["maybe", "2"])
def test_a_flag_that_is_neither_is_refused_with_its_name(raw: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="环境变量 X 只能写 1 或 0"):
        Environment({"X": raw}).flag("X")


@pytest.mark.parametrize("raw", ["-1", "ten", "１２", "1.5"])
def test_a_number_that_is_none_is_refused_with_its_name(raw: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="环境变量 X 应当是不小于零的整数"):
        Environment({"X": raw}).number("X", 1)
