"""No arrow points up: the floors of the house hold, and the checker sees it when they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from house.checkers.floors import broken_floors, contracts
from house.checkers.tree import HOUSE, ROOT


def small_house(folder: Path, **modules: str) -> Path:
    """A package `sanwei` with rooms of one file each; `config` always stands."""
    package = folder / "src" / "sanwei"
    for room, text in {"config": "", **modules}.items():
        (package / room).mkdir(parents=True)
        (package / room / "__init__.py").write_text(text, encoding="utf-8")
    (package / "__init__.py").write_text("", encoding="utf-8")
    return package.parent


def test_no_arrow_points_up(tmp_path: Path) -> None:
    said = broken_floors(ROOT / "src", tmp_path)
    if said:
        pytest.fail(said, pytrace=False)


def test_no_contract_has_exceptions() -> None:
    assert not [contract["name"] for contract in contracts() if "ignore_imports" in contract]


def test_every_room_below_the_line_is_forbidden_to_know_django() -> None:
    by_id = {contract["id"]: contract for contract in contracts()}
    floors = [floor.strip("()").replace("(", "").replace(")", "") for floor in by_id["floors"]["layers"]]
    below = [room.strip() for floor in floors[floors.index("looks") + 1 :] for room in floor.split("|")]
    assert sorted(by_id["no-django-below"]["source_modules"]) == sorted(f"sanwei.{room}" for room in below)


def test_a_sound_small_house_passes(tmp_path: Path) -> None:
    source = small_house(tmp_path, acts="import sanwei.people\n", people="import django\n", facts="")
    assert broken_floors(source, tmp_path) == ""


@pytest.mark.parametrize(
    ("rooms", "said"),
    [
        ({"people": "import sanwei.acts\n", "acts": ""}, "sanwei.people is not allowed to import sanwei.acts"),
        ({"documents": "import sanwei.journal\n", "journal": ""}, "sanwei.documents is not allowed to import"),
        ({"facts": "import sanwei.people\n", "people": ""}, "sanwei.facts is not allowed to import sanwei.people"),
        ({"controls": "import django.db\n"}, "sanwei.controls is not allowed to import django"),
        ({"cellar": ""}, "cellar"),
    ],
    ids=["a lower floor imports a higher one", "two rooms of one floor", "across the line", "Django below", "no floor"],
)
def test_a_broken_floor_is_seen(tmp_path: Path, rooms: dict[str, str], said: str) -> None:
    assert said in broken_floors(small_house(tmp_path, **rooms), tmp_path)


def test_the_rooms_of_the_settings_all_stand_once_the_desk_does() -> None:
    from sanwei.config.rooms import ROOMS, standing

    # The desk is the last to be built; from that day no room may be missing any more.
    if "desk" in standing():
        assert standing() == list(ROOMS)
    assert set(standing()) <= set(ROOMS)


def test_every_django_room_is_named_in_the_settings() -> None:
    from sanwei.config.rooms import ROOMS

    built = {apps.parent.name for apps in HOUSE.glob("*/apps.py")}
    assert built - {"config"} <= set(ROOMS)
