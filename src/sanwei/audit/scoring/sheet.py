"""A sheet of scoring, read from YAML: what is a veto, what gives points, which facts or controls answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from sanwei.controls.register import register
from sanwei.facts import VOCABULARY

SHEETS = Path(__file__).parent / "sheets"


class SheetError(ValueError):
    """A sheet that cannot be used; the message says where and why."""


@dataclass(frozen=True)
class Item:
    """One line. `facts`: all recorded; `controls`: asked of this matter and none wrong; neither: a person answers.

    `human`: the controls answer only a part, so that where they find nothing a person looks as well.
    """

    key: str
    label: str
    points: float = 0
    group: str = ""
    facts: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    human: bool = False


@dataclass(frozen=True)
class Document:
    """A document of the file with its items. `there`: the fact that tells it exists, on a row with `only`; `needed`:
    without it its points are lost, otherwise it does not take part.
    """

    key: str
    label: str
    there: str
    items: tuple[Item, ...]
    needed: bool = False
    only: Mapping[str, str] = field(default_factory=dict)

    @property
    def points(self) -> float:
        return sum(i.points for i in self.items)


@dataclass(frozen=True)
class Sheet:
    """`lawful` points unless there is a veto, plus `regular` × gained ÷ possible, less what basics are missing."""

    code: str
    title: str
    basis: str
    lawful: float
    regular: float
    kinds: Mapping[str, str]
    left_out: str
    vetoes: tuple[Item, ...]
    basics: tuple[Item, ...]
    documents: Mapping[str, tuple[Document, ...]]


@cache
def sheets() -> dict[str, Sheet]:
    """Code → sheet, all that are shipped. Raises `SheetError` for one that names what does not exist."""
    found = [
        _sheet(yaml.safe_load(file.read_text(encoding="utf-8")), file.name) for file in sorted(SHEETS.glob("*.yaml"))
    ]
    return {s.code: s for s in found}


def _sheet(raw: Mapping, file: str) -> Sheet:
    try:
        documents = {
            kind: tuple(_document(f"{kind}.{n}", told) for n, told in enumerate(rows, start=1))
            for kind, rows in raw["sheets"].items()
        }
        return Sheet(
            code=raw["code"],
            title=raw["title"],
            basis=raw["basis"],
            lawful=float(raw["lawful"]),
            regular=float(raw["regular"]),
            kinds=raw["kinds"],
            left_out=raw.get("left_out", ""),
            vetoes=tuple(_item(f"veto.{n}", told) for n, told in enumerate(raw["vetoes"], start=1)),
            basics=tuple(_item(f"basic.{n}", told) for n, told in enumerate(raw["basics"], start=1)),
            documents=documents,
        )
    except KeyError as error:
        raise SheetError(f"评查表 {file} 缺少 {error}。") from None


def _document(key: str, raw: Mapping) -> Document:
    items = tuple(_item(f"{key}.{n}", told) for n, told in enumerate(raw["items"], start=1))
    VOCABULARY.fact(raw["there"])
    return Document(key, raw["label"], raw["there"], items, raw.get("needed", False), raw.get("only", {}))


def _item(key: str, raw: Mapping) -> Item:
    facts, controls = tuple(raw.get("facts", ())), tuple(raw.get("controls", ()))
    for name in facts:
        VOCABULARY.fact(name)
    if unknown := [c for c in controls if c not in register()]:
        raise SheetError(f"评查项目 {key}：没有控制 {'、'.join(unknown)}。")
    if facts and controls:
        raise SheetError(f"评查项目 {key}：facts 与 controls 只能写一样。")
    return Item(
        key, raw["label"], float(raw.get("points", 0)), raw.get("group", ""), facts, controls, raw.get("human", False)
    )
