"""A room counts once its package has an `apps.py`; its modules are found by name."""

from __future__ import annotations

from pathlib import Path

from sanwei.config.rooms import ROOMS, rooms_with, standing


def test_a_room_stands_when_it_has_an_app_and_order_is_that_of_the_floors(tmp_path: Path) -> None:
    for name in ("desk/apps.py", "people/apps.py", "cases/models.py"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    assert standing(tmp_path) == ["people", "desk"]


def test_a_module_or_a_package_of_that_name_is_found(tmp_path: Path) -> None:
    for name in ("desk/apps.py", "desk/urls/__init__.py", "cases/apps.py", "cases/urls.py", "people/apps.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert rooms_with("urls", tmp_path) == ["cases", "desk"]


def test_no_middleware_and_no_app_stands_twice(settings) -> None:
    for names in (settings.MIDDLEWARE, settings.INSTALLED_APPS):
        assert sorted(set(names)) == sorted(names)


def test_the_desk_is_the_front_door_and_hides_nothing() -> None:
    assert list(ROOMS)[-1] == "desk"
    assert ROOMS["desk"] == ""
    assert [room for room, place in ROOMS.items() if place == ""] == ["desk"]
