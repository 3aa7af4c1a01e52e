"""Chinese copy carries full-width punctuation: no Chinese character is followed by `,` `:` `;` `?` `!` `(` or `)`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from house.checkers.tree import Fault, parsed, read

CHINESE = "\u3400-\u4dbf\u4e00-\u9fff"
HALF_WIDTH = re.compile(rf"[{CHINESE}》”][,:;?!()]")
# A clause is cited by its own signs, `三(三)四`, `§57(2)`: those parentheses belong to the number.
NUMERAL = "一二三四五六七八九十百"
CITED = re.compile(rf"(?<=[{NUMERAL}\d)])\([{NUMERAL}\d]+\)")
# How YAML is written is shown to jurists in their language.
NOTATION = re.compile(r"(?:键|名称): 值")
TEMPLATE_COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?%}.*?{%\s*endcomment\s*%}|<!--.*?-->", re.DOTALL)


def half_width(text: str) -> Iterator[tuple[int, str]]:
    """(offset, the two characters) for each fault in a text."""
    masked = text
    for own in (CITED, NOTATION):
        masked = own.sub(lambda match: "·" * len(match.group()), masked)
    for match in HALF_WIDTH.finditer(masked):
        yield match.start(), match.group()


def mainly_chinese(text: str) -> bool:
    """A sentence in Chinese; an English docstring may name a Chinese term before a comma."""
    chinese = len(re.findall(rf"[{CHINESE}]", text))
    return chinese >= 8 and chinese > len(re.findall(r"[A-Za-z]", text))


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of the nodes that are docstrings (or bare strings used as such)."""
    return {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def is_pattern(source: list[str], node: ast.Constant) -> bool:
    """Whether a string is written raw: a regular expression, whose parentheses are its own."""
    start = source[node.lineno - 1].encode()[node.col_offset :][:3].decode(errors="replace").lower()
    return "r" in start.split('"')[0].split("'")[0]


def in_python(path: Path) -> Iterator[Fault]:
    """Faults in the string literals of a module."""
    tree, source = parsed(path), read(path).splitlines()
    prose = docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if (id(node) in prose and not mainly_chinese(node.value)) or is_pattern(source, node):
            continue
        for _, found in half_width(node.value):
            yield Fault(path, node.lineno, f"half-width punctuation after Chinese: {found}")


def in_template(path: Path) -> Iterator[Fault]:
    """Faults in a template; its comments are for builders and stay out."""
    text = TEMPLATE_COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), read(path))
    for offset, found in half_width(text):
        yield Fault(path, text.count("\n", 0, offset) + 1, f"half-width punctuation after Chinese: {found}")


def in_yaml(path: Path) -> Iterator[Fault]:
    """Faults in the values (not the YAML signs between them) of a law file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for document in yaml.compose_all(read(path), Loader=loader):
        waiting = [document]
        while waiting:
            node = waiting.pop()
            if isinstance(node, yaml.ScalarNode):
                for _, found in half_width(node.value):
                    line = node.start_mark.line + 1
                    yield Fault(path, line, f"half-width punctuation after Chinese: {found}")
            elif isinstance(node, yaml.SequenceNode):
                waiting += node.value
            elif isinstance(node, yaml.MappingNode):
                waiting += [part for pair in node.value for part in pair]
