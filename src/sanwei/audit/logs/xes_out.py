"""A log as XES again, with the obligations beside the events where they are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

import polars as pl

from sanwei.audit.reading import EVENTS, Log

from .attributes import Node, nested
from .obligations import obligations
from .steps import NAME, TIME, WHO

ABOUT = [
    "log",
    {"xes.version": "1.0", "xes.features": "nested-attributes", "xmlns": "http://www.xes-standard.org/"},
    [],
]
SAID = ("control", "verdict", "title", "since", "due", "done")  # of an obligation, each as sanwei:…
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what no XML can hold


def write_xes(
    log: Log, path: Path, findings: pl.DataFrame | None = None, *, says: Mapping[str, str] | None = None
) -> None:
    """Writes the log. Reading it again gives the same frames (without `findings`). `findings`: as `judge_log` gives;
    each becomes an event of its matter, “义务：…”, on its due day.
    """
    asked: dict[str, list[dict[str, str]]] = {}
    for one in obligations(findings, says) if findings is not None else ():
        asked.setdefault(one["case_id"], []).append(one)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        tag, named, inside = log.about.get("log") or ABOUT
        out.write(f"<{tag}{_attributes(named)}>\n")
        out.writelines(_lines(inside, 1))
        for case, attributes, events in _traces(log):
            out.write("\t<trace>\n")
            out.writelines(_lines([_string(NAME, case), *attributes], 2))
            for event in (*events, *map(_obligation, asked.get(case, ()))):
                out.write("\t\t<event>\n")
                out.writelines(_lines(event, 3))
                out.write("\t\t</event>\n")
            out.write("\t</trace>\n")
        out.write(f"</{tag}>\n")


def _string(key: str, value: str) -> Node:
    return ["string", {"key": key, "value": value}, []]


def _obligation(one: dict[str, str]) -> list[Node]:
    time = [["date", {"key": TIME, "value": one["at"]}, []]] if one["at"] else []
    return [_string(NAME, one["name"]), *time, *(_string(f"sanwei:{k}", one[k]) for k in SAID if one.get(k))]


def _traces(log: Log) -> Iterator[tuple[str, list[Node], Iterable[list[Node]]]]:
    """Each matter with its attributes and its events, in the order of the source."""
    case_kinds = {k.removeprefix("case:"): v for k, v in log.kinds.items() if k.startswith("case:")}
    events = log.events.sort("place").collect()
    more = [c for c in events.columns if c not in EVENTS]
    renamed = {"activity": NAME, "at": TIME, "person": WHO}
    kinds = {NAME: "string", TIME: "date", WHO: "string", **log.kinds}
    shown = events.select("case_id", *(pl.col(c).alias(n) for c, n in renamed.items()), *map(_written, more))
    parts = shown.partition_by("case_id", as_dict=True, maintain_order=True, include_key=False)
    cases = log.cases.unique("case_id", keep="first", maintain_order=True).collect()
    cases = cases.select("case_id", *(_written(c) for c in cases.columns if c != "case_id"))
    for row in cases.iter_rows(named=True):
        case = row.pop("case_id")
        part = parts.get((case,))
        rows = part.iter_rows(named=True) if part is not None else ()
        yield case, nested(row, case_kinds), (nested(event, kinds) for event in rows)


def _written(name: str) -> pl.Expr:
    """A column as XES writes it."""
    return pl.col(name).cast(pl.String)


def _lines(nodes: Iterable[Node], deep: int) -> Iterator[str]:
    for tag, named, inside in nodes:
        indent = "\t" * deep
        start = f"{indent}<{tag}{_attributes(named)}"
        if not inside:
            yield f"{start}/>\n"
            continue
        yield f"{start}>\n"
        yield from _lines(inside, deep + 1)
        yield f"{indent}</{tag}>\n"


def _attributes(named: Mapping[str, str]) -> str:
    return "".join(f" {k}={quoteattr(_UNWRITABLE.sub(_LOST, v), _ESCAPED)}" for k, v in named.items())


_LOST = "\ufffd"
_ESCAPED = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}  # else a reader makes spaces of them
