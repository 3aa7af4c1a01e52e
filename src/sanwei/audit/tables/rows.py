"""From a table and its mapping to rows of facts, with an account of every row and cell that could not be used."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from sanwei.audit.reading import REFUSED, Reading, Source
from sanwei.facts import KEY, VOCABULARY
from sanwei.facts.codes import PENALTY_KINDS
from sanwei.facts.vocabulary import Grain

from .heads import LINE, Table
from .mapping import Mapped, TableMapping, need
from .own import missing_of
from .values import ABSENT, NO

BARE = ABSENT - NO  # empty also where yes and no are asked


@dataclass
class _Sheet:
    """One table under a mapping, renamed to the mapping's names, with the matter of each row."""

    table: Table
    frame: pl.DataFrame
    refused: list[tuple] = field(default_factory=list)
    doubts: list[tuple] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)


def source_of(path: Path, tables: list[Table], mapping: TableMapping) -> Source:
    """The rows of facts. SourceError where no sheet says which matter its rows belong to."""
    sheets = [_prepared(path, t, mapping) for t in tables]
    frames: dict[str, list[pl.DataFrame]] = {}
    for sheet in sheets:
        for grain, facts in mapping.facts.items():
            frames.setdefault(grain, []).append(_rows(sheet, VOCABULARY.grain(grain), facts, mapping))
    whole = {g: _joined(VOCABULARY.grain(g), parts) for g, parts in frames.items()}
    for name, grain in VOCABULARY.grains.items():  # a grain nobody exported: no rows known, and no column of a fact
        whole.setdefault(name, pl.DataFrame(schema={k: grain.schema[k] for k in grain.schema if k in _keys(grain)}))
    whole = {g: _with_absent(f, VOCABULARY.grain(g), mapping.row.without) for g, f in whole.items()}
    return Source({g: f.lazy() for g, f in whole.items()}, _reading(path, tables, sheets, mapping, whole))


def _with_absent(frame: pl.DataFrame, grain: Grain, absent: list[str]) -> pl.DataFrame:
    """With empty columns for what, as the mapping says aloud, never happened there."""
    names = [n for n in grain.schema if n not in frame.columns and (n in absent or grain.name in absent)]
    return frame.with_columns(pl.lit(None, dtype=grain.schema[n]).alias(n) for n in names)


def _reading(
    path: Path, tables: list[Table], sheets: list[_Sheet], mapping: TableMapping, frames: dict[str, pl.DataFrame]
) -> Reading:
    refused = [r for s in sheets for r in (*s.table.refused, *s.refused)]
    missing = {g: missing_of(VOCABULARY.grain(g), frames[g].columns) for g in frames}
    unused = [c for s in sheets for c in s.unused]
    notes = [f"按“{mapping.title}”读取。", *(n for t in tables for n in t.notes), *(n for s in sheets for n in s.notes)]
    if unused:
        notes.append(f"这些列认得，但没有控制用到，没有采用：{'、'.join(dict.fromkeys(unused))}。")
    if mapping.row.without:
        said = (VOCABULARY.grains.get(n) or VOCABULARY.facts[n] for n in mapping.row.without)
        notes.append(
            f"来源没有这些列，按没有发生过处理：{'、'.join(w.label for w in said)}。发生过的请补上，否则结论可能不对。"
        )
    return Reading(
        path,
        read=sum(t.frame.height + len(t.refused) for t in tables),
        taken=sum(s.frame.height for s in sheets),
        refused=_told(refused),
        unknown=tuple(dict.fromkeys(c for s in sheets for c in s.unknown)),
        missing={g: m for g, m in missing.items() if m},
        doubts=_told([d for s in sheets for d in s.doubts]),
        notes=tuple(dict.fromkeys(notes)),
    )


def _told(rows: list[tuple]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=REFUSED, orient="row").sort("file", "line", maintain_order=True)


def _keys(grain: Grain) -> tuple[str, ...]:
    return (*grain.keys, grain.seq) if grain.many else grain.keys


def _prepared(path: Path, table: Table, mapping: TableMapping) -> _Sheet:
    named = mapping.named(table.columns)
    need(path, mapping, list(named.values()))
    used = set(mapping.columns)
    sheet = _Sheet(
        table,
        table.frame.select(LINE, *(pl.col(h).alias(n) for h, n in named.items())),
        unknown=[c for c in table.columns if c not in named],
        unused=[h for h, n in named.items() if n not in used],
    )
    ids = [c for c in mapping.row.matter if c in sheet.frame.columns]
    if gone := [c for c in mapping.row.matter if c not in ids]:
        sheet.notes.append(f"“{table.name}”没有“{'、'.join(gone)}”，案件只按“{'、'.join(ids)}”区分。")
    nameless = sheet.frame[ids[0]].is_null()
    texts = table.frame.select(pl.concat_str(pl.exclude(LINE), separator="，", ignore_nulls=True).alias("t"))["t"]
    again = (
        table.frame.drop(LINE).is_duplicated()
        & ~table.frame.drop(LINE)
        .with_row_index()
        .select(pl.struct(pl.exclude("index")).is_first_distinct().alias("f"))["f"]
    )
    for bad, reason in (
        (nameless, f"没有写明是哪一案（“{ids[0]}”是空的）"),
        (again & ~nameless, "与前面的一行完全相同，只算一次"),
    ):
        lines = sheet.frame[LINE].filter(bad)
        sheet.refused += [(table.name, n, reason, t[:500]) for n, t in zip(lines, texts.filter(bad), strict=True)]
    key = pl.concat_str([pl.col(c) for c in ids], separator="｜", ignore_nulls=True).alias(KEY)
    sheet.frame = sheet.frame.filter(~(nameless | again)).with_columns(key)
    return sheet


def _rows(sheet: _Sheet, grain: Grain, facts: list[Mapped], mapping: TableMapping) -> pl.DataFrame:
    """Rows of one grain: one for each row of the table that says anything of it."""
    given = mapping.row.grains[grain.name]
    frame = sheet.frame.with_columns(_id(sheet, grain.name, mapping).alias("§id"))
    columns, said = {KEY: frame[KEY], LINE: frame[LINE], "§id": frame["§id"]}, [pl.lit(given.always or not grain.many)]
    for m in facts:
        if m.row.column is None:
            continue
        if m.row.column in frame.columns:
            columns[m.fact.name] = _read(sheet, frame, m)
            said.append(frame[m.row.column].is_not_null())
    out = pl.DataFrame(columns)
    for m in facts:
        if m.row.value is not None:
            out = out.with_columns(pl.lit(m.row.value, dtype=m.fact.dtype).alias(m.fact.name))
        elif m.row.row_of is not None:
            other = frame.select(_id(sheet, m.row.row_of, mapping).alias("o"))["o"]
            out = out.with_columns(other.alias(m.fact.name))
        elif m.row.heaviest_of in out.columns:
            out = out.with_columns(_heaviest(m.row.heaviest_of).alias(m.fact.name))
    anything = frame.select(pl.any_horizontal(said).alias("s"))["s"]
    return out.filter(anything) if grain.many else _one_a_matter(sheet, out.filter(anything))


def _id(sheet: _Sheet, grain: str, mapping: TableMapping) -> pl.Expr:
    """The name of a row: its columns where the mapping names them, else its line."""
    ids = [c for c in mapping.row.grains[grain].id if c in sheet.frame.columns]
    line = pl.concat_str(pl.lit("第"), pl.col(LINE), pl.lit("行"))
    return pl.coalesce(pl.concat_str([pl.col(c) for c in ids], separator="｜"), line) if ids else line


def _read(sheet: _Sheet, frame: pl.DataFrame, m: Mapped) -> pl.Series:
    """The column as the fact. Each distinct text is read once; what cannot be read is null and told."""
    cells = frame[m.row.column].rename("t")
    absent = BARE if m.fact.dtype == pl.Boolean else ABSENT
    texts = [t for t in cells.unique().drop_nulls() if t not in absent]
    if m.fact.dtype == pl.String and not m.fact.codes:
        return cells.set(cells.is_in(list(absent - {"无", "空"})), None)
    told = [m.reader(t) for t in texts]
    read = pl.DataFrame(
        {"t": texts, "v": pl.Series([v for v, _ in told], dtype=m.fact.dtype), "w": [w for _, w in told]},
        schema_overrides={"t": pl.String, "w": pl.String},
    )
    found = cells.to_frame().join(read, on="t", how="left", maintain_order="left")
    wrong = frame.select(LINE, KEY).hstack(found).filter(pl.col("w").is_not_null())
    where = f"{m.row.column}：" if m.row.column else ""
    sheet.doubts += [
        (sheet.table.name, line, f"{where}{w}，按没有记录处理", f"{key}：{t}")
        for line, key, t, _, w in wrong.iter_rows()
    ]
    return found["v"]


def _heaviest(column: str) -> pl.Expr:
    order = {k: n for n, k in enumerate(PENALTY_KINDS)}
    ranks = pl.col(column).list.eval(pl.element().replace_strict(order, default=None, return_dtype=pl.Int32))
    return ranks.list.max().replace_strict({n: k for k, n in order.items()}, default=None, return_dtype=pl.String)


def _one_a_matter(sheet: _Sheet, rows: pl.DataFrame) -> pl.DataFrame:
    """One row a matter: for each fact the first value told; where a later row tells another, that is said."""
    facts = [c for c in rows.columns if c not in (KEY, LINE, "§id")]
    grouped = rows.group_by(KEY, maintain_order=True)
    for c in facts:
        several = grouped.agg(pl.col(c).drop_nulls().n_unique().alias("n"), pl.col(LINE).first()).filter(
            pl.col("n") > 1
        )
        label = VOCABULARY.fact(c).label
        sheet.doubts += [
            (sheet.table.name, line, f"同一案的几行写的“{label}”不同，取第一个", key)
            for key, _, line in several.iter_rows()
        ]
    return grouped.agg(pl.col(LINE).first(), pl.col("§id").first(), *(pl.col(c).drop_nulls().first() for c in facts))


def _joined(grain: Grain, parts: list[pl.DataFrame]) -> pl.DataFrame:
    """The rows of all sheets under the vocabulary's names: keys, order in the source, facts."""
    rows = pl.concat(parts, how="diagonal")
    if grain.many:
        # a review that the export repeats on the row of every decision is one review
        facts = [KEY, *(c for c in rows.columns if c in grain.schema)]
        rows = rows.unique(facts, keep="first", maintain_order=True)
        again = pl.int_range(pl.len()).over(KEY, "§id")
        name = pl.when(again == 0).then("§id").otherwise(pl.concat_str("§id", pl.lit("·"), again + 1))
        seq = pl.int_range(pl.len(), dtype=pl.Int64).over(KEY)
        rows = rows.with_columns(name.alias(grain.id), seq.alias(grain.seq))
    else:
        rows = rows.unique(KEY, keep="first", maintain_order=True)
    return rows.select(pl.col(n).cast(t) for n, t in grain.schema.items() if n in rows.columns)
