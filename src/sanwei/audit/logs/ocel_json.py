"""OCEL 2.0 as JSON, there and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from sanwei.audit.files import whole
from sanwei.audit.reading import SourceError

from .ocel import EVENTS, LINKS, OBJECTS, VALUES, Ocel, Types

PARTS = ("eventTypes", "objectTypes", "events", "objects")


def read_ocel_json(path: Path) -> Ocel:
    """The log. SourceError: no JSON, or not an object-centric log."""
    try:
        data = json.loads(whole(path))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        where = f"第 {error.lineno} 行" if isinstance(error, json.JSONDecodeError) else "编码"
        raise SourceError(f"“{path.name}”不是完整的 JSON（{where}有误）。请重新导出。") from error
    if not isinstance(data, dict) or (gone := [p for p in PARTS if not isinstance(data.get(p), list)]):
        says = f"缺少 {'、'.join(gone)}" if isinstance(data, dict) else "最外层不是对象"
        raise SourceError(f"“{path.name}”不是 OCEL 2.0 的 JSON：{says}。")
    try:
        return _ocel(data)
    except (KeyError, TypeError, AttributeError) as error:
        raise SourceError(f"“{path.name}”不是 OCEL 2.0 的 JSON：有的事件或者对象缺少 {error}。") from error


def _ocel(data: dict[str, Any]) -> Ocel:
    events, objects = data["events"], data["objects"]
    return Ocel(
        _frame([(e["id"], e["type"], e["time"]) for e in events], EVENTS),
        _frame([(o["id"], o["type"]) for o in objects], OBJECTS),
        _frame([(e["id"], *_value(a)) for e in events for a in e.get("attributes") or ()], VALUES),
        _frame([(o["id"], *_value(a)) for o in objects for a in o.get("attributes") or ()], VALUES),
        _frame(list(_links(events)), LINKS),
        _frame(list(_links(objects)), LINKS),
        _types(data["eventTypes"]),
        _types(data["objectTypes"]),
    )


def _frame(rows: list[tuple], schema: dict) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=schema, orient="row")


def _value(given: dict[str, Any]) -> tuple[str, str | None, str]:
    return given["name"], given.get("time"), json.dumps(given["value"], ensure_ascii=False)


def _links(given: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    for one in given:
        for link in one.get("relationships") or ():
            yield one["id"], link["objectId"], link.get("qualifier") or ""


def _types(given: list[dict[str, Any]]) -> Types:
    return {t["name"]: [(a["name"], a["type"]) for a in t.get("attributes") or ()] for t in given}


def write_ocel_json(log: Ocel, path: Path) -> None:
    """Writes the log; reading it again gives the same tables."""
    values, changes = _by_id(log.values), _by_id(log.changes)
    related, linked = _by_id(log.related), _by_id(log.linked)
    data = {
        "objectTypes": _typed(log.object_types),
        "eventTypes": _typed(log.event_types),
        "objects": [
            {"id": i, "type": t, "attributes": changes.get(i, []), "relationships": linked.get(i, [])}
            for i, t in log.objects.iter_rows()
        ],
        "events": [
            {"id": i, "type": t, "time": at, "attributes": values.get(i, []), "relationships": related.get(i, [])}
            for i, t, at in log.events.iter_rows()
        ],
    }
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def _typed(given: Types) -> list[dict[str, Any]]:
    return [{"name": t, "attributes": [{"name": n, "type": k} for n, k in a]} for t, a in given.items()]


def _by_id(rows: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """Attributes or relationships under the id they belong to."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows.iter_rows(named=True):
        if "qualifier" in row:
            found.setdefault(row["source"], []).append({"objectId": row["target"], "qualifier": row["qualifier"]})
        else:
            time = {} if row["at"] is None else {"time": row["at"]}
            found.setdefault(row["id"], []).append({"name": row["name"], **time, "value": json.loads(row["value"])})
    return found
