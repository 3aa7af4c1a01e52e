"""Attributes of a log in columns, and back: nested ones, lists, and keys that come with more than one kind."""

from __future__ import annotations

import json

INSIDE = "›"  # between the name of an attribute and that of one inside it
OTHER = "·"  # between the name of an attribute and the second kind it comes with
WHOLE = "*"  # what stands inside an attribute, kept in one piece
JSON = "json"
SETS = ("list", "container")

Node = list  # [tag, {attribute: value}, [nodes inside]]


def second(kinds: dict[str, str], key: str, kind: str) -> str:
    """The column of a key: its own name, or another one where it came with another kind before."""
    if kinds.setdefault(key, kind) == kind:
        return key
    name = f"{key}{OTHER}{kind}"
    kinds[name] = kind
    return name


def inner(outer: str, tag: str, nodes: list[Node], row: dict[str, str], kinds: dict[str, str]) -> None:
    """Puts what stands inside the attribute `outer` into a row of columns: a column each, or in one piece where it
    is a list or has two of one name.
    """
    names = [n[1].get("key", n[0]) for n in nodes]
    if tag in SETS or len(set(names)) < len(names):
        row[second(kinds, f"{outer}{INSIDE}{WHOLE}", JSON)] = json.dumps(nodes, ensure_ascii=False)
        return
    for name, node in zip(names, nodes, strict=True):
        flatten(f"{outer}{INSIDE}{name}" if outer else name, node, row, kinds)


def flatten(key: str, node: Node, row: dict[str, str], kinds: dict[str, str]) -> None:
    """Puts one attribute and what stands inside it into a row of columns."""
    tag, named, nodes = node
    row[second(kinds, key, tag)] = named.get("value", "")
    if nodes:
        inner(key, tag, nodes, row, kinds)


def nested(row: dict[str, str | None], kinds: dict[str, str]) -> list[Node]:
    """The attributes of one row as nodes again, in the order of the columns; an outer one before what is inside."""
    roots: list[Node] = []
    found: dict[str, Node] = {}
    for column, value in row.items():
        if value is None:
            continue
        kind = kinds.get(column, "string")
        outer, _, name = column.removesuffix(f"{OTHER}{kind}").rpartition(INSIDE)
        into = found[outer][2] if outer in found else roots
        if kind == JSON:
            into += json.loads(value)
            continue
        node = [kind, {"key": name} if kind in SETS else {"key": name, "value": value}, []]
        found[f"{outer}{INSIDE}{name}" if outer else name] = node
        into.append(node)
    return roots
