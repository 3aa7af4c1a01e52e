"""The rooms of the house that are Django apps, bottom to top, and where each one's pages begin."""

from __future__ import annotations

from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent

# room → where its `urls.py` hangs; the desk is the front door and comes last, so that nothing hides behind it.
ROOMS: dict[str, str] = {
    "looks": "looks/",
    "people": "people/",
    "journal": "journal/",
    "documents": "documents/",
    "acts": "acts/",
    "standards": "standards/",
    "cases": "cases/",
    "disclosure": "disclosure/",
    "supervision": "supervision/",
    "desk": "",
}


def standing(house: Path = HOUSE) -> list[str]:
    """The rooms that are built: those whose package has an `apps.py`."""
    return [room for room in ROOMS if (house / room / "apps.py").is_file()]


def rooms_with(name: str, house: Path = HOUSE) -> list[str]:
    """The standing rooms that have a module of this name (`urls`, `health`, `context_processors`)."""
    return [
        room
        for room in standing(house)
        if (house / room / f"{name}.py").is_file() or (house / room / name / "__init__.py").is_file()
    ]
