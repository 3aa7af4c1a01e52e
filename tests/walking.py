"""The way of one ordinary case through the acts, on fixed days of 2026, up to a named stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from cast import Cast
from sanwei.acts import clock, registry
from sanwei.acts.perform import perform
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.lawbook import lawbook
from sanwei.people.models import Officer

FINE = 30_000  # 分, within the range of ZZCG-0001
Step = tuple[str, str, dt.date, Callable[[Case, Cast], dict]]


def day(month: int, day_of_month: int) -> dt.date:
    return dt.date(2026, month, day_of_month)


def do(code: str, officer: Officer, on: dt.date, data: dict, case: Case | None = None) -> Case:
    """One act of `officer` on a day of the clock; the case afterwards."""
    with clock.at(on):
        made = perform(
            registry.get(code), officer=officer, data=data, matter_id=case.pk if case else None, body=officer.body
        )
    return Case.objects.select_related("body", "officer", "partner").get(pk=made.matter.pk)


def walk(cast: Cast, upto: str = "closed", **changes: dict) -> Case:
    """Walk a case until its stage is `upto` (a key of `cases.stages.STAGES`). `changes`: act code → answers that
    replace the usual ones.
    """
    case = None
    for code, who, on, answers in STEPS:
        if case is not None and case.stage == upto:
            return case
        case = do(code, getattr(cast, who), on, answers(case, cast) | changes.get(code, {}), case)
    if case.stage != upto:
        raise ValueError(f"the way does not pass the stage {upto}; it ended at {case.stage}")
    return case


def stages_passed(cast: Cast) -> Iterator[tuple[str, str]]:
    """(act, stage after it) along the whole way."""
    case = None
    for code, who, on, answers in STEPS:
        case = do(code, getattr(cast, who), on, answers(case, cast), case)
        yield code, case.stage


def said(**answers) -> Callable[[Case, Cast], dict]:
    return lambda case, cast: answers


def basis(case: Case) -> list[str]:
    """References of the clauses the case's power stands on."""
    power = lawbook().power(case.power_code)
    return [clause.ref for clause in (*power.breached, *power.penalty)]


def _row(case: Case, grain: str) -> str:
    return Rows.read(case.pk).last(grain).row


LEAD = {
    "lead_source": "inspection",
    "lead_on": day(3, 2),
    "discovered_on": day(3, 2),
    "violation_on": day(3, 1),
    "power_code": "ZZCG-0001",
    "lead_place": "郑州市示例路 8 号门前",
    "lead_summary": "门前人行道堆放装修砂石，约占三米宽。",
    "informer_known": False,
    "party_kind": "organisation",
    "party_name": "郑州示例装饰有限公司",
    "party_code": "",
    "party_representative": "丑经理",
    "party_address": "郑州市示例路 8 号",
    "party_phone": "",
}
CONTACT = {
    "contact_kind": "inspection",
    "contact_began": "09:30",
    "contact_ended": "10:10",
    "contact_place": "郑州市示例路 8 号门前",
    "contact_person": "丑经理",
    "contact_relation": "现场负责人",
    "identity_shown": True,
    "purpose_explained": True,
    "rights_told": True,
    "record_text": "现场堆放砂石约三米宽，无审批手续。",
    "record_signed": "signed",
    "conduct_note": "着装整齐，执法记录仪 0007 号全程记录。",
    "incident": False,
    "incident_handling": "",
}
EVIDENCE = {
    "evidence_kind": "site_record",
    "evidence_title": "现场检查笔录及照片",
    "obtained_where": "郑州市示例路 8 号门前",
    "obtained_how": "现场拍摄、制作笔录",
    "evidence_proves": "证明占道堆放的事实",
    "evidence_lawful": True,
}
FINDINGS = {
    "violation_on": day(3, 1),
    "investigation_findings": "当事人未经批准在人行道堆放砂石，有现场笔录和照片证明。",
    "complex_case": False,
    "harms_life": False,
    "proposed_kinds": ["fine"],
    "proposed_fine": FINE,
    "proposed_reason": "首次发生，已经清理，建议从轻。",
}
NOTICE = {
    "notice_facts": FINDINGS["investigation_findings"],
    "notice_kinds": ["fine"],
    "notice_fine": FINE,
    "notice_confiscation": None,
    "notice_content": "拟罚款三百元。",
    "defence_right_told": True,
    "hearing_right_told": False,
}
DRAFT = {
    "decision_kind": "penalty",
    "penalty_kinds": ["fine"],
    "fine": FINE,
    "confiscation": None,
    "facts_found": FINDINGS["investigation_findings"],
    "reasons": "首次发生，主动清理，按较低幅度处罚。",
    "answer_to_defence": "",
    "fined_before_other": "各案的地点、时间不同，是另一个行为。",  # the cases of a test have one party and one day
    "correction_terms": "清理占道砂石并冲洗地面。",
    "causes": "自有场地不够。",
    "advice": "在自有场地划出堆料区，每日收工前巡看。",
    "remedies_told": True,
}

STEPS: tuple[Step, ...] = (
    ("register_lead", "officer", day(3, 2), said(**LEAD)),
    (
        "propose_filing",
        "officer",
        day(3, 3),
        lambda case, cast: {
            "partner": str(cast.partner.pk),
            "filing_reason": "有违法事实，属本机关管辖。",
            "place_in_area": True,
        },
    ),
    ("file_case", "leader", day(3, 4), said()),
    (
        "record_contact",
        "officer",
        day(3, 5),
        lambda case, cast: CONTACT | {"contact_on": day(3, 5), "second_officer": str(cast.partner.pk)},
    ),
    ("add_evidence", "officer", day(3, 5), said(**EVIDENCE, obtained_on=day(3, 5))),
    ("order_correction", "officer", day(3, 5), said(correction_demanded="三日内清理占道砂石", correct_by=day(3, 9))),
    (
        "recheck_correction",
        "officer",
        day(3, 10),
        said(rechecked_on=day(3, 10), corrected=True, recheck_note="已经清理干净。"),
    ),
    ("end_investigation", "officer", day(3, 12), said(**FINDINGS)),
    (
        "review_case",
        "reviewer",
        day(3, 16),
        said(review_outcome="passed", review_opinion="事实清楚，证据充分，程序合法。"),
    ),
    (
        "give_notice",
        "officer",
        day(3, 17),
        lambda case, cast: (
            NOTICE
            | {
                "noticed_on": day(3, 17),
                "defence_until": day(3, 25),
                "notice_basis": basis(case),
            }
        ),
    ),
    ("record_defence", "officer", day(3, 26), said(defended_on=day(3, 26), defence_form="none", defence_said="")),
    (
        "hold_panel",
        "leader",
        day(3, 27),
        lambda case, cast: {
            "panel_on": day(3, 27),
            "panel_began": "15:00",
            "panel_place": "三楼会议室",
            "panel_recorder": "寅记录",
            "panel_kind": "persons_in_charge",
            "members": [str(cast.leader.pk), str(cast.second_leader.pk)],
            "panel_fine": FINE,
            "panel_conclusion": "同意罚款三百元。",
            "panel_dissent": "",
        },
    ),
    ("draft_decision", "officer", day(3, 30), lambda case, cast: DRAFT | {"decision_basis": basis(case)}),
    ("issue_decision", "leader", day(3, 31), said()),
    (
        "serve_decision",
        "officer",
        day(4, 2),
        lambda case, cast: {
            "served_decision": _row(case, "decision"),
            "served_on": day(4, 2),
            "service_method": "direct",
            "service_place": "郑州市示例路 8 号",
            "receipt_signed": "signed",
            "receipt_witness": "",
            "visit_form_served": True,
            "visit_form_signed": True,
        },
    ),
    (
        "record_payment",
        "officer",
        day(4, 10),
        lambda case, cast: {
            "paid_decision": _row(case, "decision"),
            "paid_on": day(4, 10),
            "paid": FINE,
            "surcharge": None,
            "collected_by": "bank",
            "payment_receipt": "PJ-0001",
        },
    ),
    (
        "propose_closing",
        "officer",
        day(4, 13),
        said(closing_ground="executed", closing_note="罚款缴清，改正复查合格。"),
    ),
    ("close_case", "leader", day(4, 14), said()),
)
