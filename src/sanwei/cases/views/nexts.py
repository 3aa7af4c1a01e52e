"""What can be done next on a case, by whom it can, and what stands in the way of the rest."""

from __future__ import annotations

from collections.abc import Iterable

from sanwei.acts import registry
from sanwei.acts.act import Act, Context, NotYet
from sanwei.acts.gate import Known, ahead
from sanwei.acts.perform import ROLES, permitted
from sanwei.looks.links import to

# What may be done along the way stands together by what it is about: the module an act lives in says that.
TOPICS = {
    "lead": "线索",
    "informer": "线索",
    "merge": "线索",
    "split": "线索",
    "transfer": "移送、管辖",
    "jurisdiction": "移送、管辖",
    "party": "当事人",
    "coparty": "当事人",
    "agent": "当事人",
    "claims": "赔偿、责任追究",
    "sentence": "移送、管辖",
    "assistance": "证据和回避",
    "devices": "证据和回避",
    "responsibility": "责任",
    "violations": "责任",
    "investigation": "证据和回避",
    "sampling": "证据和回避",
    "preservation": "证据和回避",
    "exhibits": "物品",
    "things": "物品",
    "measures": "强制措施",
    "measure_end": "强制措施",
    "deliberation": "审核、告知、申辩",
    "defence": "审核、告知、申辩",
    "hearing": "听证",
    "clocks": "期限",
    "serving": "送达",
    "announcing": "送达",
    "execution": "执行",
    "money": "缴款和财物",
    "goods": "缴款和财物",
    "enforcement": "强制执行",
    "remedies": "复议、诉讼",
    "revision": "更正、变更、撤销",
    "rules": "办案规程",
    "archive": "归档",
}
ANYTHING = "其他"


def next_acts(ctx: Context, due: Iterable[str]) -> tuple[list[dict], list[tuple[str, list[dict]]], list[dict]]:
    """(steps open to this person, acts open along the way by topic, steps not open yet with what is missing and who can
    change it). `due`: acts that an open time limit waits for, the nearest first; they are steps wherever they stand.
    """
    opened: list[tuple[int, dict]] = []
    more: dict[str, list[dict]] = {}
    shut: list[dict] = []
    known: Known = {}
    waited = {code: place for place, code in enumerate(dict.fromkeys(due))}
    for act in registry.acts("case").values():
        if act.creates or (act.opens_at and ctx.matter.stage not in act.opens_at):
            continue
        why = permitted(act, ctx)
        if why and act.aside:
            continue
        # Not for him or not its turn, and nothing he should know of: then the gate, the dear part, need not be asked.
        shut_now = bool(act.closed(ctx))
        if (shut_now or why) and (act.aside or not _of_interest(act, ctx, shut_now)):
            continue
        not_yet = _not_yet(act, ctx, why, known)
        if not not_yet:
            link = {"label": act.label, "url": to("cases:do", ctx.matter.pk, act.code), "picture": "", "note": ""}
            if act.code in waited or not act.aside:
                opened.append((waited.get(act.code, len(waited)), link))
            else:
                more.setdefault(topic(act), []).append(link)
        elif _of_interest(act, ctx, shut_now):
            shut.append({"label": act.label, "conditions": [_condition(n) for n in not_yet]})
    order = list(dict.fromkeys([*TOPICS.values(), ANYTHING]))
    return (
        [link for _, link in sorted(opened, key=lambda found: found[0])],
        sorted(more.items(), key=lambda found: order.index(found[0])),
        shut,
    )


def topic(act: Act) -> str:
    return TOPICS.get(type(act).__module__.rpartition(".")[2], ANYTHING)


def _not_yet(act: Act, ctx: Context, why: str, known: Known) -> list[NotYet]:
    """What is missing. To somebody who may not do the act his own standing is no matter; only of the decision
    everybody works towards is told all that the law still asks.
    """
    if not why:
        return ahead(act, ctx, known=known)[0]
    missing = act.closed(ctx)
    if act.code == "issue_decision":
        missing = [n for n in ahead(act, ctx)[0] if not (n.finding and n.finding.control.grain == "actor")]
    return [*missing, NotYet(reason=why, who=f"由{'、'.join(ROLES[r] for r in sorted(act.roles))}办理")]


def _of_interest(act: Act, ctx: Context, shut_now: bool) -> bool:
    """A step that is not open is shown when it belongs to this very stage or to the decision everybody is working
    towards.
    """
    return act.code == "issue_decision" or act.opens_at == frozenset({ctx.matter.stage}) or not shut_now


def _condition(n: NotYet) -> dict:
    clause = " ".join(p for _, p in n.finding.cites) if n.finding else ""
    return {"met": False, "says": n.reason, "cite": n.cite, "clause": clause, "who": n.who, "url": ""}
