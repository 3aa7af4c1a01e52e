"""在办案件改用另一个版本的办案规程，以及改回来。法律规定的内容不因此改变。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, NotYet, Plan
from sanwei.acts.registry import act

from .. import rules
from .base import LEADERS, CaseAct, need, own

REASON = Ask("rules_reason", label="理由", long=True, help="例如：新规程缩短了内部期限，对当事人更有利")


def others(ctx: Context) -> list[tuple[str, str]]:
    """The versions this case could run under instead: (code, name)."""
    now = rules.current(ctx.rows, ctx.matter)
    return [(p.code, p.label) for p in rules.versions(ctx.day) if now is None or p.code != now.code]


def running(ctx: Context) -> list[NotYet]:
    f = ctx.facts
    over = f["closed_on"] or f["terminated_on"] or f["lead_refused_on"]
    return need((not over, "本案已经办结，规程不再变更", ""))


class Ruling(CaseAct):
    as_role, roles, aside = "leader", LEADERS, True

    def _plan(self, ctx: Context, code: str, reason: str) -> Plan:
        now = rules.current(ctx.rows, ctx.matter)
        facts = {"rules_version": code, "rules_moved_on": ctx.day, "rules_reason": reason}
        return Plan(laid=[own(facts | {"rules_before": now.code if now else ""})])


@act
class MoveRules(Ruling):
    code, label = "move_rules", "改用新的办案规程"
    hint = "本案按开始时的办案规程办理。改用另一个版本之前，先看清哪些期限、检查和文书会变；改了以后可以改回来。"
    asks = (Ask("rules_version", kind="choice", label="改用的版本", choices=others), REASON)

    def closed(self, ctx: Context):
        return running(ctx) or need((bool(others(ctx)), "没有另外的规程版本可以改用", "规程由法律包写明"))

    def plan(self, ctx: Context, data) -> Plan:
        return self._plan(ctx, data["rules_version"], data["rules_reason"])


@act
class RestoreRules(Ruling):
    code, label = "restore_rules", "改回原来的办案规程"
    hint = "恢复本案改用之前的规程版本，期限随之恢复；两次变更都留在日志里。"
    asks = (REASON,)

    def closed(self, ctx: Context):
        moved = bool(ctx.facts["rules_before"])
        return running(ctx) or need((moved, "本案没有改用过规程", "由行政机关负责人先办理“改用新的办案规程”"))

    def plan(self, ctx: Context, data) -> Plan:
        return self._plan(ctx, ctx.facts["rules_before"], data["rules_reason"])
