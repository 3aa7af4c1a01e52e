"""XES (IEEE 1849), read as a stream: events leave as columns of text, nothing of the source's words is lost.

Own reader over expat: those at hand turn times into UTC instants and drop offset and text (docs/adr/0007). Nested
attributes become columns `outer›inner`; what stands in a list is kept in one piece. A key that comes with a second kind
(amount: float, and once string) gets a column of its own, `amount·string`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.parsers import expat

import polars as pl

from sanwei.audit.files import blocks
from sanwei.audit.reading import Log, SourceError

from .attributes import inner, second
from .steps import LINE, NAME, TRACE, Raw, log_of

CHUNK = 200_000  # attributes held as Python objects at a time


def read_xes(path: Path, zone: str | None = None) -> Log:
    """The log. SourceError: no XML, cut off, a document type (which XES never has), not a log."""
    reader = _Reader()
    parser = reader.parser()
    try:
        with _uncollected():
            for block in blocks(path):
                parser.Parse(block)
                reader.flush(CHUNK)
            parser.Parse(b"", True)
            raw = reader.raw()
    except expat.ExpatError as error:
        where = f"第 {error.lineno} 行第 {error.offset + 1} 列"
        why = "文件没有写完" if "no element" in str(error) else f"不合 XML 的写法（{error.args[0]}）"
        raise SourceError(f"“{path.name}”不是完整的 XES：{where}处{why}。请重新导出。") from error
    if not reader.is_log:
        raise SourceError(f"“{path.name}”是 XML，但不是 XES：最外层不是 log。")
    return log_of(path, raw, zone, lambda at: _lines(path, at))


def _lines(path: Path, at: pl.Series) -> pl.Series:
    """The lines in which these bytes of the content stand; asked for only where something was refused."""
    wanted, found, line, seen = sorted(set(at)), {}, 1, 0
    for block in blocks(path):
        while wanted and wanted[0] < seen + len(block):
            first = wanted.pop(0)
            found[first] = line + block.count(b"\n", 0, first - seen)
        line += block.count(b"\n")
        seen += len(block)
    return at.replace_strict(found, return_dtype=pl.Int64) if found else at


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles, which would walk millions of texts again and again and find none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _no_doctype(*_: object) -> None:
    raise SourceError("文件里有文档类型声明（DOCTYPE），XES 从不需要它，可能是攻击，没有读取。")


class _Reader:
    """Attributes of events lie one after the other in `tags`, `keys`, `values`; `firsts`: where each event begins."""

    def __init__(self):
        self.is_log = False
        self.about: list = []
        self.kinds: dict[str, str] = {}
        self.tags: list[str] = []
        self.keys: list[str] = []
        self.values: list[str] = []
        self.firsts: list[int] = []
        self.traces: list[int] = []  # of each event, and the byte where it begins
        self.bytes: list[int] = []
        self.deep: list[tuple[int, str, list]] = []  # event, attribute, what stands inside it
        self.nodes: list[list] = []  # elements open outside the fast path: [tag, attributes, inside]
        self.cases: list[list] = []
        self.frames: list[pl.DataFrame] = []
        self.twice: list[tuple[int, str, str]] = []
        self.stray: list[tuple[int, str, str]] = []

    def parser(self) -> Any:
        """An expat parser whose handlers fill this reader."""
        p = expat.ParserCreate()
        p.ordered_attributes = True
        p.StartDoctypeDeclHandler = _no_doctype
        # One call each for some three million elements of a real log: ends are only counted, and the commonest case
        # comes first.
        ends: list[str] = []
        begun, event = 0, False
        tags, keys, values, firsts, nodes = self.tags, self.keys, self.values, self.firsts, self.nodes
        traces, places, cases = self.traces, self.bytes, self.cases

        def start(tag: str, attrs: list[str]) -> None:
            nonlocal begun, event
            begun += 1
            depth = begun - len(ends)
            if depth == 4 and event:
                if len(attrs) != 4 or attrs[0] != "key":
                    attrs = _key_and_value(tag, attrs)
                tags.append(tag)
                keys.append(attrs[1])
                values.append(attrs[3])
                return
            if depth <= 3:
                begun = depth
                ends.clear()
                nodes[depth:] = []
                event = depth == 3 and tag == "event" and nodes[1] is None
                if event:
                    firsts.append(len(tags))
                    traces.append(len(cases) - 1)
                    places.append(p.CurrentByteIndex)  # the line would be counted anew each time
                    return
            self._open(p, depth, tag, attrs, event)

        p.StartElementHandler, p.EndElementHandler = start, ends.append
        return p

    def _open(self, p: Any, depth: int, tag: str, attrs: list[str], event: bool) -> None:
        """An element outside the fast path: the log, a trace, what they say of themselves, nested attributes."""
        node = [tag, dict(zip(attrs[::2], attrs[1::2], strict=True)), []]
        nodes = self.nodes
        nodes[depth - 1 :] = [None] * (depth - 1 - len(nodes))
        nodes.append(node)
        if depth == 1:
            self.is_log, self.about = tag == "log", node
        elif depth == 2 and tag == "trace":
            self.cases.append([])
            nodes[1] = None
        elif depth == 2 and tag == "event":
            self.stray.append((p.CurrentByteIndex, "事件不在任何案件（trace）之内", ""))
        elif depth == 3 and nodes[1] is None:
            self.cases[-1].append(node)
        elif depth == 5 and event:
            self.deep.append((len(self.firsts) - 1, self.keys[-1], node))
        else:
            nodes[depth - 2][2].append(node)

    def flush(self, least: int = 0) -> None:
        """Turns what was read into columns, once there are so many attributes. An event may still be open: it stays."""
        if not self.firsts or len(self.tags) < least:
            return
        whole = len(self.firsts) - (1 if least else 0)
        cut = self.firsts[whole] if least else len(self.tags)
        self.frames.append(self._columns(whole, cut))
        open_deep = [(n - whole, key, node) for n, key, node in self.deep if n >= whole]
        del self.tags[:cut], self.keys[:cut], self.values[:cut], self.traces[:whole], self.bytes[:whole]
        self.deep[:] = open_deep
        self.firsts[:] = [first - cut for first in self.firsts[whole:]]

    def _columns(self, whole: int, cut: int) -> pl.DataFrame:
        """One frame of the first `whole` events: a text column for each key and kind."""
        ends = [*self.firsts[1:whole], cut]
        lengths = pl.Series(ends, dtype=pl.UInt32) - pl.Series(self.firsts[:whole], dtype=pl.UInt32)
        event = pl.int_range(whole, dtype=pl.UInt32, eager=True)
        long = pl.DataFrame(
            {
                "event": event.repeat_by(lengths).explode(empty_as_null=False),
                "key": pl.Series(self.keys[:cut], dtype=pl.String),
                "value": pl.Series(self.values[:cut], dtype=pl.String),
                "kind": pl.Series(self.tags[:cut], dtype=pl.String),
            }
        )
        found = {
            TRACE: pl.Series(self.traces[:whole], dtype=pl.Int64),
            LINE: pl.Series(self.bytes[:whole], dtype=pl.Int64),
        }
        for (key, kind), part in long.partition_by("key", "kind", as_dict=True, maintain_order=True).items():
            column = second(self.kinds, key, kind)
            again = part["event"].is_duplicated()
            if again.any():
                self._told_twice(part.filter(~part["event"].is_first_distinct()), key)
                part = part.filter(part["event"].is_first_distinct())
            found[column] = pl.repeat(None, whole, dtype=pl.String, eager=True).scatter(part["event"], part["value"])
        return self._with_deep(pl.DataFrame(found), whole)

    def _told_twice(self, rows: pl.DataFrame, key: str) -> None:
        says = f"同一事件里“{key}”写了两次，取前一次"
        self.twice += [(self.bytes[n], says, text) for n, text in rows.select("event", "value").iter_rows()]

    def _with_deep(self, frame: pl.DataFrame, whole: int) -> pl.DataFrame:
        """And what stands inside attributes."""
        inside: dict[tuple[int, str], list] = {}
        for n, key, node in self.deep:
            if n < whole:
                inside.setdefault((n, key), []).append(node)
        columns: dict[str, list] = {}
        for (n, key), nodes in inside.items():
            row: dict[str, str] = {}
            inner(key, self.kinds.get(key, ""), nodes, row, self.kinds)
            for column, value in row.items():
                columns.setdefault(column, [None] * whole)[n] = value
        return frame.with_columns(pl.Series(c, v, dtype=pl.String) for c, v in columns.items())

    def raw(self) -> Raw:
        """Everything read, as columns of text."""
        self.flush()
        kinds: dict[str, str] = {}
        cases = []
        for nodes in self.cases:
            if len(nodes) == 1 and nodes[0][1].get("key") == NAME and not nodes[0][2]:
                cases.append({NAME: nodes[0][1].get("value", "")})  # most often a name is all there is
                continue
            row: dict[str, str] = {}
            inner("", "", nodes, row, kinds)
            cases.append(row)
        empty = pl.DataFrame(schema={TRACE: pl.Int64, LINE: pl.Int64, NAME: pl.String})
        events = pl.concat(self.frames, how="diagonal") if self.frames else empty
        return Raw(events, cases, self.kinds, kinds, self.about, self.twice, self.stray)


def _key_and_value(tag: str, attrs: list[str]) -> list[str]:
    named = dict(zip(attrs[::2], attrs[1::2], strict=True))
    return ["key", named.get("key", tag), "value", named.get("value", "")]
