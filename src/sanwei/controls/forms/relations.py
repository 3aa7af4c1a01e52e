"""Relations between two kinds of steps: the templates of Declare, with conditions, correlation, time, excuses and
versions.

Templates and names: Declare (Pesic and van der Aalst, 2006; Pesic, 2008). Activations, and what a breach of each is:
Di Ciccio and Mecella (2015). Conditions on data, correlation, intervals of time: Burattin, Maggi and Sperduti (2016).
Obligations that may be fulfilled before they are in force (`preemptive`): Governatori and Rotolo (2010).
Options of all of them: `building.Options`. All raise `FormError`.

Unless a form says otherwise one target may discharge several activations: one service after two decisions serves
both, as in Declare.
"""

from __future__ import annotations

from typing import Unpack

from .building import Named, Options, Terms, sides, terms
from .model import ALTERNATE, ANY, BACKWARD, CHAIN, EITHER, Form, FormError, Rule
from .saying import named


def _after(
    kind: str, a: Named, b: Named, t: Options, *, early: bool = False, negative: bool = False
) -> tuple[Rule, Terms]:
    of, goal = sides(a, b, t)
    found = terms(of, goal, t, same_day=kind == ANY and not early)
    return Rule(of, goal, between=kind, negative=negative, preemptive=early, **found.rule), found


def _before(kind: str, a: Named, b: Named, t: Options, *, negative: bool = False) -> tuple[Rule, Terms]:
    of, goal = sides(b, a, t)
    found = terms(of, goal, t, rolls=False, same_day=kind == ANY)
    return Rule(of, goal, BACKWARD, kind, negative=negative, **found.rule), found


def _either(a: Named, b: Named, t: Options, *, early: bool = False, negative: bool = False) -> tuple[Rule, Terms]:
    of, goal = sides(a, b, t)
    found = terms(of, goal, t, same_day=False)
    return Rule(of, goal, EITHER, negative=negative, preemptive=early, **found.rule), found


def _both(kind: str, a: Named, b: Named, t: Options, *, negative: bool = False) -> tuple[Rule, Rule, Terms]:
    """The relation seen from both ends: `when` is the condition on `a`, `target` on `b`, whichever of them is the
    activation.
    """
    there, found = _after(kind, a, b, t, negative=negative)
    if any(w.roll for w in there.windows):
        raise FormError("前后两头都要看的形式，期间不能顺延：往回数的期间无从顺延。")
    back, _ = _before(kind, a, b, _turned(t), negative=negative)
    return there, back, found


def _turned(t: Options) -> Options:
    turned = {**t, "when": t.get("target"), "target": t.get("when")}
    if isinstance(t.get("correlate"), tuple):
        turned["correlate"] = tuple(reversed(t["correlate"]))
    return turned


def responded_existence(a: Named, b: Named, *, preemptive: bool = False, **options: Unpack[Options]) -> Form:
    """Where there is an `a` there is a `b`, before or after it. The window counts on both sides; forward it may roll.

    `preemptive`: a `b` however early will do. Declare: responded existence.
    """
    rule, t = _either(a, b, options, early=preemptive)
    says = f"凡有{named(rule.of)}的，{t.when()}须有{named(rule.target)}{t.tail('先后不论', _early(preemptive))}"
    return Form("responded_existence", "响应存在", says, (rule,))


def not_responded_existence(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Where there is an `a` there is no `b`, neither before nor after it (in the window)."""
    rule, t = _either(a, b, options, negative=True)
    says = f"凡有{named(rule.of)}的，{t.when()}不得有{named(rule.target)}{t.tail('先后不论')}"
    return Form("not_responded_existence", "不响应存在", says, (rule,))


def co_existence(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Where there is one of both there is the other: rows for each `a` and each `b`. Declare: co-existence.

    Its matter-wise reading («both or neither») is the negation of exclusive choice.
    """
    there, t = _either(a, b, options)
    back, _ = _either(b, a, _turned(options))
    says = f"{named(there.of)}与{named(there.target)}须同有同无{_also(t.when())}{t.tail('先后不论')}"
    return Form("co_existence", "共存", says, (there, back))


def not_co_existence(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Both do not happen in one matter (in the window): rows for each `a` and each `b`. Declare: not co-existence."""
    there, t = _either(a, b, options, negative=True)
    back, _ = _either(b, a, _turned(options), negative=True)
    says = f"{named(there.of)}与{named(there.target)}不得同时存在{_also(t.when())}{t.tail('先后不论')}"
    return Form("not_co_existence", "不共存", says, (there, back))


def response(a: Named, b: Named, *, preemptive: bool = False, **options: Unpack[Options]) -> Form:
    """Each `a` is followed by a `b`. One `b` may discharge several `a`. Declare: response.

    `preemptive`: a `b` before the window opens discharges too, even one before `a` (Governatori).
    """
    rule, t = _after(ANY, a, b, options, early=preemptive)
    says = f"每次{named(rule.of)}之后，须{t.when()}有一次{named(rule.target)}{t.tail(_early(preemptive))}"
    return Form("response", "响应", says, (rule,))


def alternate_response(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Each `a` is followed by a `b` before `a` (of the same attribute, where one is compared) recurs: one to one.

    Declare: alternate response. Once `a` recurs the obligation can no longer be met: 违反, whatever the due day.
    """
    rule, t = _after(ALTERNATE, a, b, options)
    says = f"每次{named(rule.of)}之后、再次{named(rule.of)}之前，须{t.when()}有一次{named(rule.target)}{t.tail()}"
    return Form("alternate_response", "交替响应", says, (rule,))


def chain_response(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """The step right after each `a` is a `b`: one to one. Excuses are not steps in between. Declare: chain response."""
    rule, t = _after(CHAIN, a, b, options)
    says = f"每次{named(rule.of)}的下一步须是{named(rule.target)}{_also(t.when())}{t.tail()}"
    return Form("chain_response", "紧接响应", says, (rule,))


def precedence(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Each `b` has an `a` before it. The activation is `b`: `when` is its condition, the window counts back from it.

    One `a` may serve several `b`. An excuse before `b` voids. Declare: precedence.
    """
    rule, t = _before(ANY, a, b, options)
    says = f"每次{named(rule.of)}之前，须{t.when(False)}有过{named(rule.target)}{t.tail()}"
    return Form("precedence", "先行", says, (rule,))


def alternate_precedence(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Each `b` has an `a` before it and no other `b` in between: one to one. Declare: alternate precedence."""
    rule, t = _before(ALTERNATE, a, b, options)
    says = f"每次{named(rule.of)}之前、上一次{named(rule.of)}之后，须{t.when(False)}有过{named(rule.target)}{t.tail()}"
    return Form("alternate_precedence", "交替先行", says, (rule,))


def chain_precedence(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """The step right before each `b` is an `a`. One to one. Declare: chain precedence."""
    rule, t = _before(CHAIN, a, b, options)
    says = f"每次{named(rule.of)}的上一步须是{named(rule.target)}{_also(t.when(False))}{t.tail()}"
    return Form("chain_precedence", "紧接先行", says, (rule,))


def _succession(name: str, title: str, kind: str, words: tuple[str, str], a: Named, b: Named, t: Options) -> Form:
    there, back, found = _both(kind, a, b, t)
    one, two = named(there.of), named(there.target)
    says = f"每次{one}{words[0]}须有{two}，每次{two}{words[1]}须有{one}{_also(found.when())}{found.tail()}"
    return Form(name, title, says, (there, back))


def succession(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Response and precedence together: rows for each `a` and each `b`; `when` is the condition on `a`, `target` on
    `b`. Declare: succession.
    """
    return _succession("succession", "相继", ANY, ("之后", "之前"), a, b, options)


def alternate_succession(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Alternate response and precedence together: `a`, `b` take turns, one to one. Declare: alternate succession."""
    return _succession(
        "alternate_succession", "交替相继", ALTERNATE, ("之后、再次发生之前", "之前、上一次之后"), a, b, options
    )


def chain_succession(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """Chain response and precedence together: only side by side, one to one. Declare: chain succession."""
    return _succession("chain_succession", "紧接相继", CHAIN, ("的下一步", "的上一步"), a, b, options)


def not_response(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """After `a` no `b` (in the window). An excuse after `a` lifts the prohibition. Activation `a`; as a language the
    same as not precedence.
    """
    rule, t = _after(ANY, a, b, options, negative=True)
    says = f"每次{named(rule.of)}之后，{t.when()}不得有{named(rule.target)}{t.tail()}"
    return Form("not_response", "不响应", says, (rule,))


def not_precedence(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """No `b` has an `a` before it (in the window, counted back). Activation `b`."""
    rule, t = _before(ANY, a, b, options, negative=True)
    says = f"每次{named(rule.of)}之前，{t.when(False)}不得有过{named(rule.target)}{t.tail()}"
    return Form("not_precedence", "不先行", says, (rule,))


def not_chain_response(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """The step right after `a` is no `b` (in the window)."""
    rule, t = _after(CHAIN, a, b, options, negative=True)
    says = f"每次{named(rule.of)}的下一步，{t.when()}不得是{named(rule.target)}{t.tail()}"
    return Form("not_chain_response", "不紧接响应", says, (rule,))


def not_chain_precedence(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """The step right before `b` is no `a` (in the window)."""
    rule, t = _before(CHAIN, a, b, options, negative=True)
    says = f"每次{named(rule.of)}的上一步，{t.when(False)}不得是{named(rule.target)}{t.tail()}"
    return Form("not_chain_precedence", "不紧接先行", says, (rule,))


def not_succession(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """No `b` after an `a`: rows for each `a` and each `b`. Declare: not succession."""
    there, back, t = _both(ANY, a, b, options, negative=True)
    says = f"{named(there.of)}之后不得再有{named(there.target)}{_also(t.when())}{t.tail('两头都查')}"
    return Form("not_succession", "不相继", says, (there, back))


def not_chain_succession(a: Named, b: Named, **options: Unpack[Options]) -> Form:
    """No `b` right after an `a`: rows for each `a` and each `b`. Declare: not chain succession."""
    there, back, t = _both(CHAIN, a, b, options, negative=True)
    says = f"{named(there.of)}的下一步不得是{named(there.target)}{_also(t.when())}{t.tail('两头都查')}"
    return Form("not_chain_succession", "不紧接相继", says, (there, back))


def recurrence(a: Named, *, until: Named | None = None, **options: Unpack[Options]) -> Form:
    """`a` comes again in time, each time: `response(a, a)`. `until`: the activity after which it need not come."""
    when = options.get("when")
    given = {**options, "target": options.get("target", when)} | ({"void_when": until} if until is not None else {})
    rule, t = _after(ANY, a, a, given)
    says = f"每次{named(rule.of)}之后，须{t.when()}再有一次{t.tail()}"
    return Form("recurrence", "循环", says, (rule,))


def _early(preemptive: bool) -> str | None:
    return "提前完成的也算" if preemptive else None


def _also(when: str) -> str:
    return f"，并且{when}" if when else ""
