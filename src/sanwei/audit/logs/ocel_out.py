"""Any log as an object-centric one: matters and persons are objects, and so are the obligations."""

from __future__ import annotations

import json
from collections.abc import Mapping

import polars as pl

from sanwei.audit.reading import EVENTS as STEP
from sanwei.audit.reading import Log

from .obligations import obligations
from .ocel import EVENTS, LINKS, OBJECTS, VALUES, Ocel, Types
from .steps import WHO

MATTER, PERSON, OBLIGATION = "案件", "人员", "义务"
FIRST = "1970-01-01T00:00:00Z"
KINDS = {"int": "integer", "float": "float", "boolean": "boolean", "date": "time"}
ASKED = ("control", "verdict", "title", "since", "due", "done")


def ocel_of(log: Log, findings: pl.DataFrame | None = None, *, says: Mapping[str, str] | None = None) -> Ocel:
    """The log as OCEL 2.0; one that came as OCEL comes back as it was. `findings`: each becomes an object “义务” and an
    event on its due day, related to its matter.
    """
    if isinstance(log.about.get("ocel"), Ocel) and findings is None:
        return log.about["ocel"]
    events = log.events.sort("place").collect().with_columns(pl.format("e{}", "place").alias("id"))
    cases = log.cases.unique("case_id", keep="first", maintain_order=True).collect()
    case_kinds = {k.removeprefix("case:"): v for k, v in log.kinds.items() if k.startswith("case:")}
    more = [c for c in events.columns if c not in STEP and c != "id"]
    persons = events["person"].drop_nulls().unique(maintain_order=True)
    found = Ocel(
        events.select("id", pl.col("activity").alias("type"), pl.coalesce("at", pl.lit("")).alias("at")),
        pl.concat([_objects(cases["case_id"], MATTER), _objects("p:" + persons, PERSON)]),
        _values(events.rename({"person": WHO}), "id", [WHO, *more], None),
        _values(cases, "case_id", [c for c in cases.columns if c != "case_id"], FIRST),
        pl.concat([_links(events, "case_id", "", MATTER), _links(events, "person", "p:", PERSON)]),
        pl.DataFrame(schema=LINKS),
        _types(events["activity"].unique(maintain_order=True), [WHO, *more], log.kinds),
        {MATTER: _given([c for c in cases.columns if c != "case_id"], case_kinds), PERSON: []},
    )
    return _with_obligations(found, findings, says) if findings is not None else found


def _objects(ids: pl.Series, kind: str) -> pl.DataFrame:
    return pl.DataFrame({"id": ids, "type": pl.Series([kind] * ids.len(), dtype=pl.String)}, schema=OBJECTS)


def _values(frame: pl.DataFrame, name: str, columns: list[str], at: str | None) -> pl.DataFrame:
    """The columns as attributes, in JSON; what is not recorded is left out."""
    found = []
    for column in columns:
        given = frame.select(name, column).drop_nulls(column)
        texts = [json.dumps(v, ensure_ascii=False) for v in given[column]]
        found.append(
            pl.DataFrame(
                {"id": given[name], "name": [column] * given.height, "at": [at] * given.height, "value": texts},
                schema=VALUES,
            )
        )
    return pl.concat(found) if found else pl.DataFrame(schema=VALUES)


def _links(events: pl.DataFrame, column: str, prefix: str, qualifier: str) -> pl.DataFrame:
    target = pl.concat_str(pl.lit(prefix), column).alias("target")
    rows = events.drop_nulls(column).select(pl.col("id").alias("source"), target)
    return rows.with_columns(pl.lit(qualifier).alias("qualifier"))


def _types(names: pl.Series, columns: list[str], kinds: Mapping[str, str]) -> Types:
    return {name: _given(columns, kinds) for name in names}


def _given(columns: list[str], kinds: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(c, KINDS.get(kinds.get(c, "string"), "string")) for c in columns]


def _with_obligations(log: Ocel, findings: pl.DataFrame, says: Mapping[str, str] | None) -> Ocel:
    events, objects, changes, related, linked = [], [], [], [], []
    for one in obligations(findings, says):
        objects.append((one["id"], OBLIGATION))
        events.append((f"d:{one['id']}", one["name"], one["at"] or ""))
        related += [(f"d:{one['id']}", one["case_id"], MATTER), (f"d:{one['id']}", one["id"], OBLIGATION)]
        linked.append((one["id"], one["case_id"], MATTER))
        # the step that raised it, and the one that answered it (or broke it)
        for end, qualifier in (("row", "触发"), ("by", "了结")):
            if one.get(end) is not None:
                related.append((f"e{one[end]}", one["id"], qualifier))
        changes += [(one["id"], k, FIRST, json.dumps(one[k], ensure_ascii=False)) for k in ASKED if one.get(k)]

    def added(frame: pl.DataFrame, rows: list[tuple], schema: dict) -> pl.DataFrame:
        return pl.concat([frame, pl.DataFrame(rows, schema=schema, orient="row")])

    asked: Types = {name: [] for _, name, _ in events}
    return Ocel(
        added(log.events, events, EVENTS),
        added(log.objects, objects, OBJECTS),
        log.values,
        added(log.changes, changes, VALUES),
        added(log.related, related, LINKS),
        added(log.linked, linked, LINKS),
        {**log.event_types, **asked},
        {**log.object_types, OBLIGATION: [(k, "string") for k in ASKED]},
    )
