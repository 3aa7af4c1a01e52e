"""How often something happens in a matter: existence, absence, exactly, init, end, choice. One row a matter.

Templates and names: Declare (Pesic and van der Aalst, 2006; Pesic, 2008). The matter itself is the activation; its
first step with a day is the day from which a window counts and by which a version is picked. What is not there while
the matter still runs is 待办; once it has ended, 违反 (`judge_form(…, closed=…)` says which matters have ended). What is
forbidden and did not happen up to the as-of day is 合规.
"""

from __future__ import annotations

from typing import Unpack

from .building import Named, Terms, Timing, terms
from .model import BACKWARD, CHAIN, Conditional, Form, FormError, Rule, Steps, Version, steps, versions
from .saying import named


def _in_matter(target: Steps, t: Timing, **more: object) -> tuple[Rule, Terms]:
    if strange := set(t) - Timing.__annotations__.keys():
        raise FormError(f"不认识的参数：{'、'.join(sorted(strange))}。")
    found = terms(None, target, t, same_day=False)
    return Rule(None, target, **found.rule, **more), found


def _times(n: int) -> int:
    if n < 1:
        raise FormError("次数至少是一；不得发生的，请用 absence。")
    return n


def _from_start(t: Terms) -> str:
    return f"自首个步骤起{t.when()}" if t.when() else ""


def existence(a: Named, n: int = 1, *, when: Conditional = None, **timing: Unpack[Timing]) -> Form:
    """`a` happens at least n times, late when the nth comes after the window; `by` is the nth. Declare: existence."""
    rule, t = _in_matter(steps(a, when), timing, nth=_times(n))
    return Form("existence", "存在", f"每案{_from_start(t)}须至少有 {n} 次{named(rule.target)}{t.tail()}", (rule,))


def absence(a: Named, n: int = 1, *, when: Conditional = None, **timing: Unpack[Timing]) -> Form:
    """`a` happens fewer than n times (n = 1: not at all). The row `by` is the one too many. Declare: absence."""
    rule, t = _in_matter(steps(a, when), timing, nth=_times(n), negative=True)
    often = f"不得有{named(rule.target)}" if n == 1 else f"至多有 {n - 1} 次{named(rule.target)}"
    return Form("absence", "不存在", f"每案{_from_start(t)}{often}{t.tail()}", (rule,))


def exactly(a: Named, n: int = 1, *, when: Conditional = None, **timing: Unpack[Timing]) -> Form:
    """`a` happens n times and not once more (in the window). An excuse after the nth excuses the surplus."""
    rule, t = _in_matter(steps(a, when), timing, nth=_times(n), excess=True)
    return Form("exactly", "恰好", f"每案{_from_start(t)}须恰好有 {n} 次{named(rule.target)}{t.tail()}", (rule,))


def init(a: Named, *, when: Conditional = None, versions: list[Version | tuple] | None = None) -> Form:
    """The first step of each matter is an `a`. Declare: init."""
    rule = _edge(a, when, versions)
    return Form("init", "起始", f"每案的第一步须是{named(rule.target)}", (rule,))


def end(a: Named, *, when: Conditional = None, versions: list[Version | tuple] | None = None) -> Form:
    """The last step of each matter is an `a`. While a matter runs another step may follow: not an `a` so far is 待办.
    Declare: end.
    """
    rule = _edge(a, when, versions, way=BACKWARD)
    return Form("end", "终结", f"每案的最后一步须是{named(rule.target)}", (rule,))


def _edge(a: Named, when: Conditional, given: list | None, **more: str) -> Rule:
    """A matter's edge has no window; versions say only in which time the form is asked."""
    found = versions(given or ())
    if not all(v.window.open for v in found):
        raise FormError("起始和终结没有期间，版本里只能写施行的起止。")
    return Rule(None, steps(a, when), between=CHAIN, versions=found, **more)


def choice(a: Named, b: Named, *, when: Conditional = None, **timing: Unpack[Timing]) -> Form:
    """At least one of both happens. `when` is a condition on either. Declare: choice."""
    rule, t = _in_matter(_union(a, b, when), timing)
    return Form("choice", "选择", f"每案{_from_start(t)}须至少有{named(rule.target)}之一{t.tail()}", (rule,))


def not_choice(a: Named, b: Named, *, when: Conditional = None, **timing: Unpack[Timing]) -> Form:
    """Neither of both happens: the negation of choice."""
    rule, t = _in_matter(_union(a, b, when), timing, negative=True)
    return Form("not_choice", "不选择", f"每案{_from_start(t)}不得有{named(rule.target)}{t.tail()}", (rule,))


def exclusive_choice(
    a: Named, b: Named, *, when: Conditional = None, other: Conditional = None, **timing: Unpack[Timing]
) -> Form:
    """One of both kinds happens and the other does not. `when` is a condition on `a`, `other` on `b`. Declare:
    exclusive choice.

    Its negation, both or neither, is `co_existence`.
    """
    second = steps(b, other)
    rule, t = _in_matter(steps(a, when), timing, excess=True, other=second)
    if set(rule.target.activities) & set(second.activities):
        raise FormError("两种活动不能相同：择一的两项要分得开。")
    if rule.void and set(rule.void.activities) & set(second.activities):
        raise FormError("使义务消灭的活动不能同时是应做的活动。")
    says = f"每案{_from_start(t)}须有{named(rule.target)}或者{named(second)}，但不得两者都有{t.tail()}"
    return Form("exclusive_choice", "择一", says, (rule,))


def _union(a: Named, b: Named, when: Conditional) -> Steps:
    one, two = steps(a), steps(b)
    if one.when or two.when:
        raise FormError("选择的两项共用一个条件，请写在 when 里。")
    return steps((*one.activities, *two.activities), when)
