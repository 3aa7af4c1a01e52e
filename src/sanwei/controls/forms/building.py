"""The arguments that most forms share, checked and put into words once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict

from . import saying
from .model import Conditional, FormError, Steps, Version, Window, steps, versions

Named = str | Iterable[str] | Steps


class Timing(TypedDict, total=False):
    """in time: `within` a `Window`, or `versions` (from, until, Window) by the day of the activation; `void_when`: an
    activity that excuses.
    """

    within: Window | None
    versions: Iterable[Version | tuple]
    void_when: Named | None


class Options(Timing, total=False):
    """`when`: condition on the activating step; `target`: on the other; `correlate`: an attribute equal on both (or a
    pair: column of the activation, column of the target); `labels`: column → what people call it, for the sentence.
    """

    when: Conditional
    target: Conditional
    correlate: str | tuple[str, str] | None
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Terms:
    """Checked options and their words."""

    window: Window
    versions: tuple[Version, ...]
    same: tuple[str, str] | None
    void: Steps | None
    labels: Mapping[str, str] | None = None

    @property
    def rule(self) -> dict[str, object]:
        return {"window": self.window, "versions": self.versions, "same": self.same, "void": self.void}

    def when(self, ahead: bool = True) -> str:
        """In which time, ready to stand before the verb."""
        return saying.by_version(self.versions, ahead) if self.versions else saying.window(self.window, ahead)

    def tail(self, *more: str | None) -> str:
        windows = [v.window for v in self.versions] or [self.window]
        common = [r for r in saying.remarks(windows[0]) if all(r in saying.remarks(w) for w in windows)]
        return saying.tail(*common, saying.same(self.same, self.labels), saying.void(self.void), *more)


def columns(correlate: str | tuple[str, str] | None, of: Steps | None, target: Steps) -> tuple[str, str] | None:
    """The attribute as the column of the activation and the column of the target."""
    same = (correlate, correlate) if isinstance(correlate, str) else correlate
    if same is not None and same[0] != same[1] and of is not None and set(of.activities) & set(target.activities):
        raise FormError("关联的两列不同名时，两种活动不能相同。")
    return same


def sides(a: Named, b: Named, given: Options, known: type = Options) -> tuple[Steps, Steps]:
    """Activation and target with their conditions. FormError for an option that does not exist."""
    if (
        strange := set(given)
        - known.__annotations__.keys()
        - (Timing.__annotations__.keys() if known is Options else set())
    ):
        raise FormError(f"不认识的参数：{'、'.join(sorted(strange))}。")
    return steps(a, given.get("when")), steps(b, given.get("target"))


def terms(
    of: Steps | None, target: Steps, given: Options | Timing, *, rolls: bool = True, same_day: bool = True
) -> Terms:
    """FormError where the options contradict each other or the form (`rolls`, `same_day`: what it can do)."""
    within, found, correlate, void_when = (
        given.get("within"),
        versions(given.get("versions", ())),
        given.get("correlate"),
        given.get("void_when"),
    )
    if within is not None and found:
        raise FormError("within 与 versions 只能写一个：期间随时间变化的，全部写进 versions。")
    windows = [v.window for v in found] or [within or Window()]
    if not rolls and any(w.roll for w in windows):
        raise FormError("往回数的期间不能顺延。")
    if len({w.same_day for w in windows}) > 1:
        raise FormError("各版本的 same_day 要一致。")
    if not same_day and any(w.same_day == "counts" for w in windows):
        raise FormError("这种形式不能写 same_day=counts：它要看同日之内的先后，或者本来就不看。")
    same = columns(correlate, of, target)
    void = steps(void_when) if void_when is not None else None
    if void is not None and set(void.activities) & set(target.activities):
        raise FormError("使义务消灭的活动不能同时是应做的活动。")
    return Terms(within or Window(), found, same, void, given.get("labels"))
