"""The shape of a form package: `form.yaml` (fields) and `wording.yaml` (the words, once, for PDF and DOCX alike).

form.yaml    code, title, version, in_force, basis, kind, number, retention, fields, signatures, seal, issued_by (acts
             whose doing issues it, so that it may be sealed; none named: whichever act draws it up), file (volume main
             or second, and place: where it lies in the bound file), henan2016 (which of the province's 28 forms it is)
wording.yaml flow: blocks in order; closing: lines that stay with the seal; foot: lines under the last rule

A block is exactly one of
  line: one text or several side by side, not indented      p: a paragraph         head: a heading, stays with the next
  note: a paragraph in 楷体 (guidance)   sign: roles to sign here   table: {columns: [mm …], rows: [[cell …] …]}
and may carry `when: key`, `unless: key` (a field with or without a value) and `each: key` (once per item, `{it}`).
A cell is exactly one of label, text, each, opinion, sign, seal; with `span` (columns), `down` (rows), `tall` (mm).
A row is a list of cells, or {when, unless or each: key, cells: [...]}; such a row may not be part of a `down`. A row
with `each` stands once per item of a field of format `rows`; `{it_nth}` in it is the item's `nth`. `head: 1` of a table
repeats its first row on every sheet.
`{key}` in a text is the field of that key.
"""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from .formats import FORMATS, MANY

PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
ITEM = re.compile(r"\{it_([a-z][a-z0-9_]*)\}")
# YAML reads `version: 1` as a number; a version is a name.
Name = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int) else value)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class FormField(_Frozen):
    """One field: `from` is a dotted path into the context, `format` one of `formats.FORMATS`."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str
    source: str = Field(alias="from", pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")
    format: str = "text"
    required: bool = False

    @field_validator("format")
    @classmethod
    def _known(cls, name: str) -> str:
        if name not in FORMATS:
            raise ValueError(f"格式“{name}”不认识，应当是{'、'.join(FORMATS)}之一")
        return name


class Signature(_Frozen):
    """One who signs: a role code and the words before the line."""

    role: str
    label: str


class InForce(_Frozen):
    """The days of a version, both included; `until` null = open."""

    start: date = Field(alias="from")
    until: date | None = None


def _exactly_one(item: BaseModel, names: tuple[str, ...], what: str) -> None:
    given = [name for name in names if getattr(item, name) is not None]
    if len(given) != 1:
        raise ValueError(f"{what}应当恰好是{'、'.join(names)}之一，现在是{'、'.join(given) or '空的'}")


class Cell(_Frozen):
    """One cell of a table."""

    label: str | None = None
    text: str | None = None
    each: str | None = None
    opinion: str | None = None
    sign: str | None = None
    seal: Literal[True] | None = None
    span: int = Field(1, ge=1)
    down: int = Field(1, ge=1)
    tall: int | None = Field(None, ge=5, le=200)

    @model_validator(mode="after")
    def _one(self) -> "Cell":
        _exactly_one(self, ("label", "text", "each", "opinion", "sign", "seal"), "单元格")
        return self


class Row(_Frozen):
    """One row of a table; with a condition it may be left out, with `each` it stands once per item."""

    cells: tuple[Cell, ...]
    when: str | None = None
    unless: str | None = None
    each: str | None = None

    @property
    def bare(self) -> bool:
        """Whether it always stands exactly once."""
        return not (self.when or self.unless or self.each)

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, given: object) -> object:
        return {"cells": given} if isinstance(given, list | tuple) else given


class Table(_Frozen):
    """A bordered table; widths in millimetres."""

    columns: tuple[int, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = Field(min_length=1)
    head: int = Field(0, ge=0, le=1)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, row by row."""
        return tuple(cell for row in self.rows for cell in row.cells)

    @model_validator(mode="after")
    def _filled(self) -> "Table":
        hanging = [0] * len(self.columns)  # how many rows below each column is still covered from above
        for place, row in enumerate(self.rows, start=1):
            taken = sum(cell.span for cell in row.cells) + sum(1 for left in hanging if left)
            if taken != len(self.columns):
                raise ValueError(f"表格第{place}行占{taken}栏，应当是{len(self.columns)}栏")
            if not row.bare and (any(hanging) or any(cell.down > 1 for cell in row.cells)):
                raise ValueError(f"表格第{place}行有条件或者逐项重复，不能与跨行的单元格相连")
            column = 0
            for cell in row.cells:
                while hanging[column]:
                    column += 1
                hanging[column : column + cell.span] = [cell.down] * cell.span
                column += cell.span
            hanging = [max(0, left - 1) for left in hanging]
        return self


class Block(_Frozen):
    """One block of the flow."""

    line: str | tuple[str, ...] | None = None
    p: str | None = None
    head: str | None = None
    note: str | None = None
    table: Table | None = None
    sign: tuple[str, ...] | None = None
    when: str | None = None
    unless: str | None = None
    each: str | None = None

    @model_validator(mode="after")
    def _one(self) -> "Block":
        _exactly_one(self, ("line", "p", "head", "note", "table", "sign"), "段落")
        if self.each and not (self.p or self.note or isinstance(self.line, str)):
            raise ValueError("each只能用于p、note和单行line")
        return self

    @property
    def kind(self) -> str:
        """Which of the block kinds this is."""
        return next(name for name in ("line", "p", "head", "note", "table", "sign") if getattr(self, name) is not None)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of this block, tables included, with their places."""
        if self.table:
            return tuple(
                t for row in self.table.rows if not row.each for cell in row.cells for t in (cell.label, cell.text) if t
            )
        one = self.line or self.p or self.head or self.note or ()
        return (one,) if isinstance(one, str) else tuple(one)


class Wording(_Frozen):
    """The words of a form."""

    flow: tuple[Block, ...] = Field(min_length=1)
    closing: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()


class Filing(_Frozen):
    """Where a document lies in the bound file: main or second (internal) volume; lower places come first."""

    volume: Literal["main", "second"] = "main"
    place: int = Field(500, ge=0, le=999)


class Form(_Frozen):
    """One version of one form with its words and its folder (layout.typ, template.docx)."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str
    version: Name
    in_force: InForce
    basis: tuple[str, ...]
    kind: Literal["letter", "table", "record"]
    number: str | None = None
    retention: str
    fields: tuple[FormField, ...]
    signatures: tuple[Signature, ...] = ()
    seal: bool = False
    issued_by: tuple[str, ...] = ()
    file: Filing = Filing()
    henan2016: tuple[int, ...] = ()
    wording: Wording
    folder: Path

    def sealed_by(self, act: str) -> bool:
        """Whether a document that `act` draws up carries the seal."""
        return self.seal and (not self.issued_by or act in self.issued_by)

    @model_validator(mode="before")
    @classmethod
    def _filed(cls, given: object) -> object:
        """Where a form does not say where it lies, approvals are internal, and all else is the party's to read."""
        if isinstance(given, dict) and "file" not in given and str(given.get("code", "")).endswith("_approval"):
            return {**given, "file": {"volume": "second"}}
        return given

    @model_validator(mode="after")
    def _coherent(self) -> "Form":
        formats = {field.key: field.format for field in self.fields}
        if len(formats) != len(self.fields):
            raise ValueError("fields中有重复的key")
        roles = {signature.role for signature in self.signatures}
        for block in self.wording.flow:
            _check_block(block, formats, roles)
        for text in (*self.wording.closing, *self.wording.foot):
            _check_text(text, formats, None)
        return self


def _check_text(text: str, formats: dict[str, str], each: str | None) -> None:
    for key in PLACE.findall(text):
        if key == "it" and each:
            continue
        if key not in formats:
            raise ValueError(f"文字“{text}”中的{{{key}}}不是本文书的字段")
        if formats[key] in MANY or formats[key] in ("flag", "opinion", "rows"):
            raise ValueError(f"字段{key}的格式是{formats[key]}，不能直接写进文字“{text}”")


def _need(key: str | None, formats: dict[str, str], allowed: frozenset[str] | None, where: str) -> None:
    if key is None:
        return
    if key not in formats:
        raise ValueError(f"{where}所指的{key}不是本文书的字段")
    if allowed is not None and formats[key] not in allowed:
        raise ValueError(f"{where}不能用格式为{formats[key]}的字段{key}")


def _check_block(block: Block, formats: dict[str, str], roles: set[str]) -> None:
    switches = frozenset(FORMATS) - {"opinion", "tick"}
    rows = frozenset({"rows"})
    _need(block.when, formats, switches, "when")
    _need(block.unless, formats, switches, "unless")
    _need(block.each, formats, MANY, "each")
    for text in block.texts:
        _check_text(text, formats, block.each)
    wanted = list(block.sign or ())
    for row in block.table.rows if block.table else ():
        _need(row.when, formats, switches, "when")
        _need(row.unless, formats, switches, "unless")
        _need(row.each, formats, rows, "each")
        for text in (cell.text for cell in row.cells if row.each and cell.text):
            _check_text(ITEM.sub("", text), formats, None)
    for cell in block.table.cells if block.table else ():
        _need(cell.each, formats, MANY, "each")
        _need(cell.opinion, formats, frozenset({"opinion"}), "opinion")
        wanted += [cell.sign] if cell.sign else []
    for role in wanted:
        if role not in roles:
            raise ValueError(f"签名{role}不在signatures中")
