"""How the eight verdicts of the judge look: the word, the level of the colour, the icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Face:
    """One verdict as people see it; `level` is one of bad, warn, info, ok, mute."""

    word: str
    level: str
    icon: str


FACES = {
    "kept": Face("合规", "ok", "tick"),
    "breach": Face("违反", "bad", "cross"),
    "late": Face("迟延", "warn", "clock"),
    "overdue": Face("逾期", "bad", "clock"),
    "pending": Face("待办", "info", "clock"),
    "void": Face("消灭", "mute", "minus"),
    "undetermined": Face("无法判定", "warn", "question"),
    "not_asked": Face("不适用", "mute", "minus"),
}
TROUBLE = ("breach", "overdue", "late", "undetermined")
_ORDER = {code: place for place, code in enumerate((*TROUBLE, "pending", "kept", "void", "not_asked"))}


def code_of(verdict: Any) -> str:
    """The code of a verdict given as code, as Chinese word or as an enum member whose value is one of both."""
    value = getattr(verdict, "value", verdict)
    for code, face in FACES.items():
        if value in (code, face.word):
            return code
    raise LookupError(f"unknown verdict {value!r}; known: {', '.join(FACES)}")


def face(verdict: Any) -> Face:
    """The looks of a verdict. Raises LookupError for an unknown one."""
    return FACES[code_of(verdict)]


def _of(item: Any, name: str) -> Any:
    return item.get(name) if isinstance(item, dict) else getattr(item, name, None)


@dataclass(frozen=True)
class Weighed:
    """The verdicts of one gate in the order a person should read them."""

    refusing: list[Any]
    heeding: list[Any]
    coming: list[Any]
    quiet: list[Any]

    @property
    def open(self) -> bool:
        """Nothing refuses: the act may be pressed."""
        return not self.refusing

    @property
    def sentence(self) -> str:
        """One line on top: how many rules were looked at and what came of it."""
        total = len(self.refusing) + len(self.heeding) + len(self.coming) + len(self.quiet)
        if not total:
            return "这一步没有需要核对的规则"
        parts = [f"核对了 {total} 条规则"]
        if self.refusing:
            parts.append(f"{len(self.refusing)} 条不允许")
        if self.heeding:
            parts.append(f"{len(self.heeding)} 条请留意")
        if len(parts) == 1:
            parts.append("没有发现问题")
        if self.coming:
            parts.append(f"{len(self.coming)} 条办后有期限")
        return "，".join(parts)


def weigh(items: list[Any]) -> Weighed:
    """
    Sort the verdicts of a gate. Each item (object or dict) has `verdict` and `refuses`: whether it stops the act.

    The looks do not decide law: what refuses is said by the gate itself.
    """
    ordered = sorted(items, key=lambda item: _ORDER[code_of(_of(item, "verdict"))])
    refusing = [item for item in ordered if _of(item, "refuses")]
    rest = [item for item in ordered if not _of(item, "refuses")]
    heeding = [item for item in rest if code_of(_of(item, "verdict")) in TROUBLE]
    coming = [item for item in rest if code_of(_of(item, "verdict")) == "pending"]
    quiet = [item for item in rest if code_of(_of(item, "verdict")) in ("kept", "void", "not_asked")]
    return Weighed(refusing, heeding, coming, quiet)
