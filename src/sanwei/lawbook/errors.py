"""What goes wrong with law files, said in words a jurist can act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN = 20


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of one law file: where it stands and, in Chinese, what is wrong and what to do."""

    file: str
    line: int
    says: str

    def __str__(self) -> str:
        return f"{self.file} 第 {self.line} 行：{self.says}"


class LawError(ValueError):
    """The law files cannot answer. The text is a Chinese sentence for people; `faults` is filled when files are
    broken.
    """

    def __init__(self, says: str, faults: Sequence[Fault] = ()):
        self.faults = tuple(faults)
        lines = [says, *(f"  {fault}" for fault in self.faults[:SHOWN])]
        if len(self.faults) > SHOWN:
            lines.append(f"  ……另有 {len(self.faults) - SHOWN} 处，运行 sanwei law check 可看全部。")
        super().__init__("\n".join(lines))
