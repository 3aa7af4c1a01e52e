"""Words that do not belong into the tree: promises, places of somebody's machine, addresses of strangers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from house.checkers.tree import Fault, read

# Each pattern is written so that it does not find itself.
PROMISE = re.compile(r"\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K|NotImplemented[E]rror)\b")
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:root|work|home/[a-z][\w-]*|Users/[A-Za-z][\w-]*|opt/py[p]i)/")
REGISTRY = re.compile(
    r"py[p]i\.org|python[h]osted\.org|registry\.npm[j]s\.org|(?:deb|security)\.deb[i]an\.org"
    r"|mirrors?\.[a-z]+\.(?:edu|com)"
)
# A namespace is a name, not an address: nobody asks for it.
NAMESPACE = re.compile(r"http://www\.w3\.org/[\w/.-]*")
FOREIGN = re.compile(r"""(?:https?|wss?|ftp)://|["'(=]\s*//[\w-]+\.""")
UNSAFE = re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off")


def _each(pattern: re.Pattern[str], path: Path, what: str) -> Iterator[Fault]:
    for number, line in enumerate(read(path).splitlines(), start=1):
        for match in pattern.finditer(NAMESPACE.sub("", line)):
            yield Fault(path, number, f"{what}: {match.group()}")


def promises(path: Path) -> Iterator[Fault]:
    """Marks of unfinished work."""
    yield from _each(PROMISE, path, "unfinished work is not marked, it is done or left out")


def machine_paths(path: Path) -> Iterator[Fault]:
    """Folders of the machine somebody works on."""
    yield from _each(MACHINE_PATH, path, "a path of one machine")


def registry_hosts(path: Path) -> Iterator[Fault]:
    """Hosts of package registries: each deployment has its own."""
    yield from _each(REGISTRY, path, "the host of a package registry")


def foreign_addresses(path: Path) -> Iterator[Fault]:
    """Addresses of other hosts in what a browser receives."""
    yield from _each(FOREIGN, path, "a page asks no other host for anything")


def unescaped(path: Path) -> Iterator[Fault]:
    """Template output that is not escaped."""
    yield from _each(UNSAFE, path, "text stays escaped in templates")
