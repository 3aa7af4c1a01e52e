"""涉案物品的流转；检测、鉴定与复检。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid
from sanwei.facts.codes import CUSTODY_ENDS, CUSTODY_STEPS

from .. import wrong
from . import things
from .base import FILES, need, paper, picked, row_choices
from .beside import OnMeasure, alive, open_measure, row_name, told_of
from .decision import only
from .uploads import uploads

# How a measure, or preserved evidence, was settled → the end its things may come to.
_MEANT = {
    "fixed": "returned",
    "released": "returned",
    "confiscated": "confiscated",
    "destroyed": "destroyed",
    "transferred": "transferred",
    "court": "confiscated",
}


def _kept(ctx: Context) -> list[tuple[str, str]]:
    return [(r.row, things.label(r)) for r in things.kept(ctx)]


def _steps(ctx: Context) -> list[tuple[str, str]]:
    return [(code, name) for code, name in CUSTODY_STEPS.items() if code != "taken"]


@act
class MoveExhibit(OnMeasure):
    code, label = "move_exhibit", "登记物品流转"
    hint = "入库、移交、送检、退还、销毁都要登记：谁在何日从谁手里接收，放在哪里。交出人就是现在的保管人，不用填写。"
    asks = (
        Ask("exhibits", kind="choices", label="物品", choices=_kept),
        Ask("step", kind="choice", label="流转环节", choices=_steps),
        Ask("custody_on", initial=lambda ctx: ctx.day),
        Ask("custody_to", help="保管人、检测机构；退还的写领取人", initial=things.me),
        Ask("custody_place"),
        Ask("custody_intact", initial=True),
        Ask("custody_note", required=False, long=True),
        FILES,
    )

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(things.kept(ctx)), "没有在保管中的涉案物品", ""))

    def wrong(self, ctx: Context, data):
        chosen = [ctx.rows.get("exhibit", x) for x in data.get("exhibits") or []]
        days = [m["custody_on"] for x in chosen for m in things.moves(ctx, x.row)]
        found = wrong.not_before(
            data, "custody_on", max(days, default=None), "不能早于这件物品上一次流转之日（{day}），请核对"
        )
        if data.get("step") in CUSTODY_ENDS:
            found |= next((fault for x in chosen if (fault := _too_soon(ctx, x, data["step"]))), {})
        if data.get("custody_intact") is False:
            found |= wrong.needed_with(data, True, "custody_note", "不完好的，请写明使用、损毁、短少的情况")
        return found

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "custody_on custody_to custody_place custody_note") | {
            "custody_step": data["step"],
            "custody_intact": data["custody_intact"],
        }
        laid = []
        for x in data["exhibits"]:
            row = ctx.rows.get("exhibit", x)
            laid += [Laid("exhibit", {"exhibit_name": row["exhibit_name"]}, x), things.moved(ctx, x, facts)]
        return Plan(laid=laid, saves=uploads(ctx, data, note="物品流转"))


# Where it is written how the things of a source were settled: the day, the way.
_SETTLED = {
    "measure": ("measure_ended_on", "measure_end"),
    "preservation": ("preservation_decided_on", "preservation_end"),
    "sampling": ("sampling_settled_on", "sampling_end"),
}


def _too_soon(ctx: Context, exhibit, step: str) -> dict[str, str]:
    """A thing comes to an end only as it was decided."""
    row = ctx.rows.get(exhibit["exhibit_source"] or "", exhibit["exhibit_of"] or "")
    day, way = _SETTLED.get(exhibit["exhibit_source"], ("", ""))
    if row is None:
        return {}
    name = exhibit["exhibit_name"]
    if not row[day]:
        return {"step": f"“{name}”还没有处理决定，不能登记去向，请先处理所属的强制措施、登记保存或者抽样"}
    if row[way] and step not in (_MEANT.get(row[way], row[way]), "used"):
        return {"step": f"“{name}”决定的处理方式与这一去向不符，请核对"}
    return {}


def _testable(ctx: Context) -> list[tuple[str, str]]:
    """Measures under way and samples taken, none of them at a test: (row, words)."""
    found = [(r.row, told_of(r)) for r in ctx.rows.all("measure") if open_measure(r)]
    found += [
        (r.row, f"样品：{r['sampling_target']}")
        for r in ctx.rows.all("sampling")
        if r["sampled_on"] and not r["sampling_settled_on"]
    ]
    return [pair for pair in found if not any(_running(t, pair[0]) for t in ctx.rows.all("testing"))]


def _running(test, of: str) -> bool:
    return test["test_of"] == of and not test["test_ended_on"]


@act
class SendForTest(OnMeasure):
    code, label = "send_for_test", "委托检测、鉴定"
    hint = "写明检测期间的最后一日并书面告知当事人；强制措施期间的检测不计入期限，费用由机关承担。"
    asks = (
        Ask("of", kind="choice", label="检测对象", choices=_testable, initial=only(_testable)),
        Ask("test_what", long=True),
        Ask("test_house"),
        Ask("test_from", initial=lambda ctx: ctx.day),
        Ask("test_until"),
        Ask("test_told_on", initial=lambda ctx: ctx.day),
    )

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(_testable(ctx)), "没有可以送检的查封、扣押物品或者样品", ""))

    def wrong(self, ctx: Context, data):
        of = data.get("of") or ""
        measure, sampling = ctx.rows.get("measure", of), ctx.rows.get("sampling", of)
        day = measure["measure_on"] if measure else sampling["sampled_on"] if sampling else None
        return wrong.order(data, "test_from", "test_until", "届满日不能早于检测开始日，请核对") | wrong.not_before(
            data, "test_from", day, "检测不能早于取得物品之日（{day}）开始，请核对"
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "test_what test_house test_from test_until test_told_on") | {
            "test_of": data["of"],
            "test_for_measure": ctx.rows.get("measure", data["of"]) is not None,
        }
        row = row_name(ctx, "testing")
        papers = [paper(ctx, "test_notice", row=row)] if facts["test_for_measure"] else []
        return Plan(laid=[Laid("testing", facts, row)], papers=papers)


def _told(row) -> str:
    return f"{row['test_from']} {str(row['test_what'])[:40]}"


_RUNNING = row_choices("testing", _told, lambda r: not r["test_ended_on"])
_RETESTABLE = row_choices("testing", _told, lambda r: r["result_told_on"] and not r["retest_ended_on"])


@act
class RecordTest(OnMeasure):
    code, label = "record_test", "登记检测结果"
    hint = "结果要告知当事人，并告知可以依法申请复检。"
    asks = (
        Ask("testing", kind="choice", label="检测", choices=_RUNNING, initial=only(_RUNNING)),
        Ask("test_ended_on", initial=lambda ctx: ctx.day),
        Ask("test_result", long=True),
        Ask("test_charged", initial=0),
        Ask("result_told_on", required=False, initial=lambda ctx: ctx.day),
        FILES,
    )

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(_RUNNING(ctx)), "没有正在进行的检测、鉴定", "由承办人委托检测"))

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("testing", data.get("testing") or "")
        began = row["test_from"] if row else None
        return wrong.not_before(data, "test_ended_on", began, "不能早于检测开始之日（{day}），请核对") | wrong.order(
            data, "test_ended_on", "result_told_on", "告知不能早于检测完成，请核对"
        )

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "test_ended_on test_result test_charged result_told_on")
        return Plan(laid=[Laid("testing", facts, data["testing"])], saves=uploads(ctx, data, note="检测报告"))


@act
class RecordRetest(OnMeasure):
    code, label = "record_retest", "登记复检"
    hint = "当事人对检测结果有异议、申请复检的，登记申请和答复；不予复检的写明理由。"
    asks = (
        Ask("testing", kind="choice", label="检测", choices=_RETESTABLE, initial=only(_RETESTABLE)),
        Ask("retest_asked_on"),
        Ask("retest_answer", long=True),
        Ask("retest_ended_on", initial=lambda ctx: ctx.day),
    )

    def closed(self, ctx: Context):
        return alive(ctx) or need((bool(_RETESTABLE(ctx)), "没有已经告知结果的检测", ""))

    def wrong(self, ctx: Context, data):
        row = ctx.rows.get("testing", data.get("testing") or "")
        told = row["result_told_on"] if row else None
        return wrong.not_before(data, "retest_asked_on", told, "不能早于告知结果之日（{day}），请核对") | wrong.order(
            data, "retest_asked_on", "retest_ended_on", "答复不能早于申请，请核对"
        )

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(
            laid=[Laid("testing", picked(data, "retest_asked_on retest_answer retest_ended_on"), data["testing"])]
        )
