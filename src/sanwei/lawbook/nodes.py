"""YAML text → plain data with the line of every key and item. Never raises for any text: what cannot be read is told.

Read from the parser's events, not loaded: lines are kept, `on:` and `off:` stay words, no tag can build an object,
and no
depth of nesting can exhaust the stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 12
Path = tuple[str | int, ...]

_UNSEEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x84\x86-\x9f]|\xef\xbf[\xbe\xbf]")
_TAG = "tag:yaml.org,2002:"
_MAKE = SafeConstructor()


def _whole(node: yaml.ScalarNode) -> int | str:
    """Decimal figures only: YAML would read 0500 as octal and 1:30 as ninety, and a sum of money must not change so."""
    plain = re.fullmatch(r"[-+]?(0|[1-9]\d{0,17})", node.value)
    return int(node.value) if plain else node.value


_SCALARS = {
    _TAG + "int": _whole,
    _TAG + "float": _MAKE.construct_yaml_float,
    _TAG + "bool": _MAKE.construct_yaml_bool,
    _TAG + "null": _MAKE.construct_yaml_null,
    _TAG + "timestamp": _MAKE.construct_yaml_timestamp,
    _TAG + "str": lambda node: node.value,
    _TAG + "value": lambda node: node.value,
    _TAG + "merge": lambda node: node.value,
}
# What the parser says in English, and what it most often means.
_TAB = "请用空格缩进，不要用制表符；以 @、`、% 开头的文字要加引号"
_OPEN = "方括号或花括号没有闭合，或中间少了逗号"
_COLON = "这里多了一个冒号，多半是上一行的缩进或引号有误；文字里有半角冒号时请给整段文字加引号"
_MEANINGS = (
    ("mapping values are not allowed", _COLON),
    ("cannot start any token", _TAB),
    ("found a tab character", _TAB),
    ("expected <document start>", "一个文件只写一份内容；请检查缩进，并去掉“---”之后的部分"),
    ("expected a single document", "一个文件只写一份内容；请去掉“---”之后的部分"),
    ("could not find expected ':'", "这一行的键后面少了冒号，或上面的引号没有闭合"),
    ("expected ',' or", _OPEN),
    ("did not find expected key", "缩进没有对齐，或上面的引号、括号没有闭合"),
    ("expected '-'", "缩进没有对齐，列表的每一项都应以“- ”开头"),
    ("expected <block end>", "缩进没有对齐，或上面的引号、括号没有闭合"),
    ("unexpected end of stream", "引号没有闭合"),
    ("alias", "以 * 开头的文字要加引号"),
    ("anchor", "以 & 开头的文字要加引号"),
    ("unknown escape character", "双引号里的反斜杠有特别的含义；请改用单引号"),
)


@dataclass
class Text:
    """What a file says: `data` (None when unreadable), the line of each path, and the faults found while reading."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)
    readable: bool = False

    def line(self, path: Path) -> int:
        """The line of the longest known beginning of `path` (1 if none is)."""
        for size in range(len(path), -1, -1):
            if path[:size] in self.lines:
                return self.lines[path[:size]]
        return 1


def read_text(raw: bytes) -> Text:
    """Reads one file's bytes. Plain data only: dict (words or days as keys), list, str, int, float, bool, date,
    None.
    """
    text = Text()
    try:
        loader = Loader(raw.decode("utf-8-sig"))
        text.data = _Reader(text, loader).document()
    except UnicodeDecodeError as error:
        text.faults.append((raw[: error.start].count(b"\n") + 1, "文件不是 UTF-8 编码，请另存为 UTF-8。"))
    except yaml.YAMLError as error:
        text.faults.append(_explain(error, raw))
    except _TooDeepError as error:
        text.faults.append((error.args[0], "嵌套得太深；请检查缩进和括号。"))
    text.readable = not text.faults
    return text


def _explain(error: yaml.YAMLError, raw: bytes) -> tuple[int, str]:
    if isinstance(error, yaml.reader.ReaderError):
        line = next((row for row, said in enumerate(raw.split(b"\n"), 1) if _UNSEEN.search(said)), 1)
        return line, "含有不可见的控制字符，请删去。"
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    meaning = next((words for sign, words in _MEANINGS if sign in said), "请检查这一行及上一行的缩进、冒号、引号和括号")
    if mark is None:
        return 1, f"不是合法的 YAML：{meaning}。"
    return mark.line + 1, f"不是合法的 YAML（第 {mark.column + 1} 列附近）：{meaning}。"


class _TooDeepError(Exception):
    """Carries the line."""


class _Reader:
    """Builds plain data from events, noting the line of every path."""

    def __init__(self, text: Text, loader: Any):
        self.text, self.loader, self.next = text, loader, loader.get_event

    def fault(self, event: yaml.Event, says: str) -> None:
        self.text.faults.append((event.start_mark.line + 1, says))

    def document(self) -> Any:
        self.next()  # the stream begins
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            self.text.faults.append((1, "文件是空的；请写入内容或删去文件。"))
            return None
        data = self.take(self.next(), (), 0)
        self.next()  # the document ends
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            self.fault(event, "一个文件只写一份内容；请去掉“---”之后的部分。")
        return data

    def take(self, event: yaml.Event, path: Path, depth: int) -> Any:
        self.text.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self.fault(event, "不能使用 YAML 的锚点和别名（& 与 *）；请把内容重写一遍，以 & 或 * 开头的文字要加引号。")
        if isinstance(event, yaml.AliasEvent):
            return None
        if depth > DEEPEST:
            raise _TooDeepError(event.start_mark.line + 1)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if event.tag is not None:
            self.fault(event, f"不认识的标签“{event.tag}”；请删去以 ! 开头的标签。")
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path, depth)
        return self.mapping(path, depth)

    def scalar(self, event: yaml.ScalarEvent) -> Any:
        tag = event.tag
        if tag is None or tag == "!":
            tag = self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag == _TAG + "str":
            return event.value
        make = _SCALARS.get(tag)
        if make is None:
            self.fault(event, f"不认识的标签“{tag}”；请删去以 ! 开头的标签。")
            return None
        try:
            return make(yaml.ScalarNode(tag, event.value))
        except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
            # 2021-13-45 looks like a day and is none: as a word it fails later, with the name of its field
            return event.value

    def sequence(self, path: Path, depth: int) -> list[Any]:
        taken: list[Any] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            taken.append(self.take(event, (*path, len(taken)), depth + 1))
        return taken

    def mapping(self, path: Path, depth: int) -> dict[Any, Any]:
        taken: dict[Any, Any] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            name = self.key(event, path, depth)
            spot = (*path, str(name))
            if name in taken:
                self.fault(event, f"“{name}”写了两次，前一次在第 {self.text.lines[spot]} 行；请只留一处。")
                spot = (*spot, "")  # read on, but keep the first one's lines
            self.text.lines.setdefault(spot, event.start_mark.line + 1)
            value = self.take(self.next(), spot, depth + 1)
            taken.setdefault(name, value)
        return taken

    def key(self, event: yaml.Event, path: Path, depth: int) -> str | date:
        """Words as they stand (so `on` is no truth value), days as days."""
        if not isinstance(event, yaml.ScalarEvent):
            self.fault(event, "键只能是一个词或一个日期。")
            self.take(event, (*path, ""), depth + 1)
            return ""
        made = self.scalar(event)
        return made if type(made) is date else event.value
