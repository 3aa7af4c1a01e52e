"""The locks: hashed, without addresses, and the same pins in both; what the project says of itself is one thing."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

import sanwei

LOCKS = ("requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?: ; (?P<marker>.+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def pins(path: Path) -> dict[str, str]:
    """name → the whole line of the pin, for every package of a lock."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = PIN.match(line)
        if match:
            found[match["name"]] = line
    return found


def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ;]", text, maxsplit=1)[0].lower() for text in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_and_nothing_else(root: Path, lock: str) -> None:
    lines = (root / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not PIN.match(line) and not HASH.match(line)] == []
    for before, line in pairwise(lines):
        assert not PIN.match(before) or HASH.match(line), f"{before} has no hash"


def test_the_development_lock_holds_every_pin_of_the_main_one(root: Path) -> None:
    main, dev = (pins(root / lock) for lock in LOCKS)
    assert main.items() <= dev.items()
    assert len(dev) > len(main)


def test_every_declared_dependency_is_locked(root: Path) -> None:
    declared = project(root)
    main, dev = (set(pins(root / lock)) for lock in LOCKS)
    assert names(declared["project"]["dependencies"]) <= main
    assert names(declared["dependency-groups"]["dev"]) <= dev
    assert not names(declared["dependency-groups"]["dev"]) & main


def test_every_dependency_has_its_reason_in_the_decision_record(root: Path) -> None:
    declared = project(root)
    said = (root / "docs" / "adr" / "0001-dependencies.md").read_text(encoding="utf-8").lower()
    asked = names(declared["project"]["dependencies"]) | names(declared["dependency-groups"]["dev"])
    assert sorted(name for name in asked if f"`{name}`" not in said) == []


def test_version_and_licence_are_told_once_and_the_same_everywhere(root: Path) -> None:
    declared = project(root)["project"]
    public = yaml.safe_load((root / "publiccode.yml").read_text(encoding="utf-8"))
    assert sanwei.__version__ == declared["version"] == public["softwareVersion"]
    assert declared["license"] == public["legal"]["license"] == "MulanPSL-2.0"
    assert f"## {declared['version']}" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_licence_stands_whole_in_both_languages(root: Path) -> None:
    text = (root / "LICENSE").read_text(encoding="utf-8")
    for part in ("木兰宽松许可证", "条款结束", "Mulan Permissive Software License", "END OF THE TERMS AND CONDITIONS"):
        assert part in text
    for number in range(7):
        assert len(re.findall(rf"^ +{number}\. ", text, flags=re.MULTILINE)) == 2


def test_the_public_code_file_has_what_its_standard_asks_for(root: Path) -> None:
    public = yaml.safe_load((root / "publiccode.yml").read_text(encoding="utf-8"))
    asked = {
        "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType",
        "description", "legal", "maintenance", "localisation",
    }  # fmt: skip
    assert asked <= set(public)
    for language in public["description"].values():
        assert 150 <= len(language["longDescription"]) <= 10_000
        assert len(language["shortDescription"]) <= 150
        assert language["features"]
