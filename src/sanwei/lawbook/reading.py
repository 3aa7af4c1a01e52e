"""Walks a law tree and reads every file into rows with their place; what cannot be read becomes a fault, never an
exception.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from . import nodes, schema, telling
from .errors import Fault

R = TypeVar("R", bound=schema.BaseModel)

CALENDAR, DUTIES, GLOSSARY = "calendar", "duties.yaml", "glossary.yaml"
PACK_FOLDERS = ("instruments", "parameters", "powers", "forms", "benchmarks", "coverage", "procedures")


@dataclass(frozen=True, eq=False)
class Entry(Generic[R]):
    """One row of one file: `pack` is empty for what stands above all packs."""

    row: R
    file: str
    pack: str
    at: nodes.Path
    text: nodes.Text
    raw: Any = None

    def fault(self, says: str, *where: str | int) -> Fault:
        return Fault(self.file, self.text.line((*self.at, *where)), says)


@dataclass
class Tree:
    """A law tree as read. `broken` holds the codes of instruments that could not be read: nobody is blamed for
    citing them.
    """

    root: Path
    packs: dict[str, Entry[schema.PackRow]] = field(default_factory=dict)
    instruments: list[Entry[schema.InstrumentRow]] = field(default_factory=list)
    parameters: list[Entry[schema.ParameterRow]] = field(default_factory=list)
    powers: list[Entry[schema.PowerRow]] = field(default_factory=list)
    forms: list[Entry[schema.FormRow]] = field(default_factory=list)
    procedures: list[Entry[schema.ProcedureRow]] = field(default_factory=list)
    coverage: list[Entry[schema.CoverageRow]] = field(default_factory=list)
    duties: list[Entry[schema.DutyRow]] = field(default_factory=list)
    glossary: list[Entry[schema.TermRow]] = field(default_factory=list)
    years: list[Entry[schema.YearRow]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    duties_broken: bool = False
    version: str = ""


def law_files(root: Path) -> list[Path]:
    """Every file under `root`, hidden ones left out, in the order of their path."""
    seen = (path for path in root.rglob("*") if path.is_file())
    kept = [path for path in seen if not any(part.startswith((".", "__")) for part in path.relative_to(root).parts)]
    return sorted(kept, key=lambda path: path.relative_to(root).as_posix())


def read_tree(root: Path) -> Tree:
    """Reads everything under `root`. Only what one file can say for itself is judged here."""
    tree = Tree(root)
    digest = hashlib.sha256()
    for path in law_files(root):
        name = path.relative_to(root).as_posix()
        try:
            raw = path.read_bytes()
        except OSError:
            tree.faults.append(Fault(name, 1, "文件打不开，请检查权限。"))
            continue
        digest.update(f"{name}\0{len(raw)}\0".encode() + raw)
        if path.suffix in (".yaml", ".yml"):
            _read_file(tree, name, raw)
    tree.version = digest.hexdigest()[:12]
    tree.faults.extend(_packs_without_a_name(tree))
    return tree


def _read_file(tree: Tree, name: str, raw: bytes) -> None:
    parts = name.split("/")
    if name.endswith(".yml"):
        tree.faults.append(Fault(name, 1, "请把扩展名改为 .yaml，否则不会被读取。"))
    elif name == DUTIES:
        before = len(tree.faults)
        _rows(tree, name, "", raw, schema.DutyRow, tree.duties)
        tree.duties_broken = len(tree.faults) > before
    elif name == GLOSSARY:
        _rows(tree, name, "", raw, schema.TermRow, tree.glossary)
    elif parts[0] == CALENDAR and len(parts) == 2:
        _one(tree, name, "", raw, schema.YearRow, tree.years)
    elif len(parts) == 2 and parts[1] == "pack.yaml":
        found: list[Entry[schema.PackRow]] = []
        _one(tree, name, parts[0], raw, schema.PackRow, found)
        tree.packs |= {entry.pack: entry for entry in found}
    elif len(parts) > 2 and parts[1] in PACK_FOLDERS:
        _read_pack_file(tree, name, parts, raw)
    else:
        where = f"法规文件应放在 包名/{{{'、'.join(PACK_FOLDERS)}}}/ 之下，或 calendar/、duties.yaml、glossary.yaml"
        tree.faults.append(Fault(name, 1, f"这个文件放错了地方，不会被读取；{where}。"))


def _read_pack_file(tree: Tree, name: str, parts: list[str], raw: bytes) -> None:
    pack, folder = parts[0], parts[1]
    if folder == "instruments":
        before = len(tree.instruments)
        data = _one(tree, name, pack, raw, schema.InstrumentRow, tree.instruments)
        if len(tree.instruments) == before:
            code = data.get("code") if isinstance(data, dict) else None
            tree.broken |= {str(code), Path(name).stem}
    elif folder == "parameters":
        _rows(tree, name, pack, raw, schema.ParameterRow, tree.parameters)
    elif folder == "powers":
        _rows(tree, name, pack, raw, schema.PowerRow, tree.powers)
    elif folder == "procedures":
        _one(tree, name, pack, raw, schema.ProcedureRow, tree.procedures)
    elif folder == "coverage":
        _one(tree, name, pack, raw, schema.CoverageRow, tree.coverage)
    elif folder == "forms" and parts[-1] == "form.yaml":
        _one(tree, name, pack, raw, schema.FormRow, tree.forms)
    else:
        _text(tree, name, raw)  # its own room knows the shape; here only that it can be read


def _text(tree: Tree, name: str, raw: bytes) -> nodes.Text:
    text = nodes.read_text(raw)
    tree.faults.extend(Fault(name, line, says) for line, says in text.faults)
    return text


def _one(tree: Tree, name: str, pack: str, raw: bytes, model: type[R], into: list[Entry[R]]) -> Any:
    """A file that is one mapping. Gives back its plain data, right or wrong."""
    text = _text(tree, name, raw)
    if text.readable:
        _row(tree, name, pack, text, (), text.data, model, into)
    return text.data


def _rows(tree: Tree, name: str, pack: str, raw: bytes, model: type[R], into: list[Entry[R]]) -> None:
    """A file that is a list of mappings."""
    text = _text(tree, name, raw)
    if not text.readable:
        return
    if not isinstance(text.data, list):
        tree.faults.append(Fault(name, 1, "整个文件应是一个列表，每一项以“- ”开头。"))
        return
    for spot, data in enumerate(text.data):
        _row(tree, name, pack, text, (spot,), data, model, into)


def _row(
    tree: Tree, name: str, pack: str, text: nodes.Text, at: nodes.Path, data: Any, model: type[R], into: list[Entry[R]]
) -> None:
    try:
        row = model.model_validate(data)
    except ValidationError as error:
        tree.faults.extend(Fault(name, line, says) for line, says in telling.tell(error, text, at))
        return
    into.append(Entry(row, name, pack, at, text, data))


def _packs_without_a_name(tree: Tree) -> Iterator[Fault]:
    named = {fault.file for fault in tree.faults}
    used = {entry.pack for entry in (*tree.instruments, *tree.parameters, *tree.powers, *tree.forms)}
    for pack in sorted(used - set(tree.packs)):
        if f"{pack}/pack.yaml" not in named:
            yield Fault(f"{pack}/pack.yaml", 1, f"缺少这个文件；请写明 code: {pack}、name、level 和 under。")
