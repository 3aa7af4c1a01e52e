"""A rulebook file → forms ready to judge. Every fault is told with its line; nothing is left out silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from sanwei.audit.reading import SourceError
from sanwei.audit.written import faults, read_written
from sanwei.controls import forms
from sanwei.controls.forms import Form, FormError, Version, Window
from sanwei.lawbook.nodes import Text

from .conditions import condition
from .schema import BookRow, PairRow, RuleRow, TableRow, VersionRow, WindowRow, given

_TIMED = frozenset(("within", "versions", "void_when"))
_COUNTED = frozenset(("n", "when")) | _TIMED
_RELATED = frozenset(("b", "when", "target", "correlate")) | _TIMED
_PAIR = frozenset(("b", "when", "target", "correlate"))
_RELATIONS = (
    "not_responded_existence co_existence not_co_existence alternate_response chain_response precedence"
    " alternate_precedence chain_precedence succession alternate_succession chain_succession not_response"
    " not_precedence not_chain_response not_chain_precedence not_succession not_chain_succession"
).split()
# Form → the keys it takes beside code, title, clauses and a.
TAKES: dict[str, frozenset[str]] = {
    **dict.fromkeys(("existence", "absence", "exactly"), _COUNTED),
    **dict.fromkeys(("init", "end"), frozenset(("when", "versions"))),
    **dict.fromkeys(("choice", "not_choice"), frozenset(("b", "when")) | _TIMED),
    "exclusive_choice": frozenset(("b", "when", "other")) | _TIMED,
    **dict.fromkeys(("responded_existence", "response"), _RELATED | {"preemptive"}),
    **dict.fromkeys(_RELATIONS, _RELATED),
    "recurrence": frozenset(("when", "target", "correlate", "until", "within", "versions")),
    "required": frozenset(("column", "when")),
    "valid_in": frozenset(("register", "when")),
    "in_range": frozenset(("column", "ranges", "when")),
    "unique": frozenset(("column", "when")),
    "longest_gap": frozenset(("most", "unit", "when")),
    **dict.fromkeys(("separation", "binding"), _PAIR),
    "persons": frozenset(("least", "per", "when")),
    "quota": frozenset(("hit", "least", "most", "by", "period", "when")),
}
NEEDS = {"b": "b（另一种活动）", "column": "column（哪一列）", "most": "most（最长多久）", "hit": "hit（数的是什么）"}
LABELLED = frozenset(TAKES) - {"existence", "absence", "exactly", "init", "end", "choice", "not_choice"} - {
    "exclusive_choice", "longest_gap", "separation", "binding"}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Rule:
    """One control of a rulebook. `columns`: attributes of the log that it reads."""

    code: str
    title: str
    clauses: tuple[str, ...]
    form: Form
    columns: frozenset[str]


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Controls for a log. `refused`: what a Declare file asks and no form says, by name with the reason."""

    path: Path
    title: str
    rules: tuple[Rule, ...]
    zone: str | None = None
    order: str = "time"
    closed: bool | tuple[str, ...] = False
    matter: str | None = None
    refused: tuple[str, ...] = field(default=())


def read_rulebook(path: Path) -> Rulebook:
    """A YAML rulebook or a Declare file (`.decl`). SourceError names every fault with its line."""
    if path.suffix.lower() == ".decl":
        from .declare import read_declare

        return read_declare(path)
    row, text = read_written(path, BookRow)
    found, wrong = [], []
    for n, rule in enumerate(row.rules):
        try:
            found.append(build(rule, row.labels, path.parent))
        except (FormError, SourceError) as error:
            wrong.append((text.line(("rules", n)), f"规则“{rule.code}”：{error}"))
    wrong += _twice(row, text)
    if wrong:
        raise faults(path, wrong)
    closed = row.closed if isinstance(row.closed, bool) else names(row.closed)
    return Rulebook(path, row.title, tuple(found), row.zone, row.order, closed, row.matter)


def _twice(row: BookRow, text: Text) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for n, rule in enumerate(row.rules):
        if rule.code in seen:
            yield text.line(("rules", n)), f"规则“{rule.code}”写了两次，每条规则要有自己的代码。"
        seen.add(rule.code)


def names(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def build(row: RuleRow, labels: Mapping[str, str], folder: Path) -> Rule:
    """The rule with its form. FormError where a key is missing, does not belong to the form, or contradicts another."""
    takes = TAKES.get(row.form)
    if takes is None:
        raise FormError(f"没有名为“{row.form}”的形式；可用：{'、'.join(sorted(TAKES))}。")
    said = {k: v for k, v in given(row).items() if k not in ("code", "title", "clauses", "form", "a")}
    if strange := sorted(said.keys() - takes):
        raise FormError(f"形式“{row.form}”不用写 {'、'.join(strange)}；它可以写：{'、'.join(sorted(takes))}。")
    if gone := [words for key, words in NEEDS.items() if key in takes and key not in said and _must(row.form, key)]:
        raise FormError(f"形式“{row.form}”要写 {'、'.join(gone)}。")
    form = _form(row, said, dict(labels), folder)
    return Rule(row.code, row.title or form.says, tuple(row.clauses), form, columns_of(form))


def _must(form: str, key: str) -> bool:
    return not (form == "quota" and key == "most")


def _form(row: RuleRow, said: dict[str, Any], labels: dict[str, str], folder: Path) -> Form:
    args: list[Any] = [names(row.a)]
    more: dict[str, Any] = {}
    for key, value in said.items():
        if key in ("when", "target", "other", "hit"):
            more[key] = condition(value, labels)
        elif key == "within":
            more[key] = window(value)
        elif key == "versions":
            more[key] = [version(v) for v in value]
        elif key == "correlate":
            more[key] = (value.a, value.b) if isinstance(value, PairRow) else value
        elif key in ("b", "void_when", "until", "by"):
            more[key] = names(value)
        elif key in ("register", "ranges"):
            more |= _table(value, folder, key)
        else:
            more[key] = value
    for key in ("b", "column", "ranges", "register", "key", "hit"):  # what the form takes by its place
        if key in more:
            args.append(more.pop(key))
    if row.form in ("persons", "longest_gap") and {"persons": "least", "longest_gap": "most"}[row.form] in more:
        args.append(more.pop("least" if row.form == "persons" else "most"))
    if labels and row.form in LABELLED:
        more["labels"] = labels
    return getattr(forms, row.form)(*args, **more)


def window(row: WindowRow) -> Window:
    return Window(row.least, row.most, row.unit, row.strict, row.roll, row.same_day)


def version(row: VersionRow) -> Version:
    return Version(row.since, row.until, window(row.within))


def _table(row: TableRow, folder: Path, kind: str) -> dict[str, Any]:
    """The register or the ranges, and how they are looked up."""
    file = folder / row.file
    if not file.is_file():
        raise FormError(f"找不到“{row.file}”；它要放在规则文件的旁边。")
    try:
        frame = pl.read_parquet(file) if file.suffix == ".parquet" else pl.read_csv(file, try_parse_dates=True)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise FormError(f"“{row.file}”读不出来；要 UTF-8 的 CSV 或者 Parquet，第一行是列名。") from error
    keys = row.key if isinstance(row.key, dict) else {k: k for k in names(row.key)}
    if gone := [c for c in keys.values() if c not in frame.columns]:
        raise FormError(f"“{row.file}”里没有“{'、'.join(gone)}”这一列。")
    frame = frame.with_columns(pl.col(c).cast(pl.String) for c in keys.values())
    more = {k: v for k, v in given(row).items() if k in ("title", "since", "until", "revoked", "least", "most")}
    days = [more[k] for k in ("since", "until", "revoked") if k in more]
    if wrong := [c for c in days if c in frame.columns and frame.schema[c] not in (pl.Date, pl.Null)]:
        raise FormError(f"“{row.file}”的“{'、'.join(wrong)}”不是日期；日期要写成 2024-05-06。")
    if kind == "register":
        more = {k: v for k, v in more.items() if k not in ("least", "most")}
    return {kind: frame, "key": keys, **more}


def columns_of(form: Form) -> frozenset[str]:
    """Attributes of the log that a form reads, from its parts."""
    found: set[str] = set()
    for part in form.parts:
        for value in vars(part).values():
            found |= _columns(value)
        found |= {getattr(part, "column", None) or "", getattr(part, "per", None) or ""}
        for several in ("keys", "by", "same"):  # columns looked up, grouped by, equal on both steps
            found |= set(getattr(part, several, None) or ())
        if type(part).__name__ in ("Duty", "Persons"):
            found.add("person")
    return frozenset(found - {""})


def _columns(value: object) -> set[str]:
    if isinstance(value, forms.Steps):
        return set(value.roots)
    if isinstance(value, forms.Condition):
        return set(value.holds.meta.root_names())
    return set()
