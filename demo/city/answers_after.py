"""What people write into the forms from the hearing on, up to the closing; and on the spot."""

from __future__ import annotations

from sanwei.acts.rows import Rows
from sanwei.cases.archive import volume

from .answers import party, reasons
from .pictures import scanned
from .scene import YUAN, Scene


def hearing_asked(s: Scene) -> dict:
    why = "罚款数额较大，请求当面说明情况，并对现场证据进行质证。"
    return {"hearing_asked_on": s.day, "hearing_asked_how": "written", "hearing_request_reason": why, "files": []}


def hearing_called(s: Scene) -> dict:
    return {
        "hearing": s.row("hearing"),
        "hearing_notified_on": s.day,
        "hearing_set_for": s.days.after(s.day, 8),
        "hearing_time": "09:30",
        "hearing_place": f"{s.body.short_name}二楼听证室",
        "hearing_public": True,
        "hearing_closed_reason": None,
        "hearing_interpreter": "",
        "chair": str(s.officer("reviewer").pk),
        "recorder": str(s.officer("second").pk),
    }


def hearing_held(s: Scene) -> dict:
    record = "调查人员提出事实、证据和处罚建议；当事人认为数额偏高，请求从轻；双方进行了质证和辩论。"
    return {
        "hearing": s.row("hearing"),
        "hearing_held_on": s.day,
        "hearing_began": "09:30",
        "hearing_ended": "10:50",
        "hearing_attended": f"{s.person}，另有委托代理人一人。",
        "hearing_agents": 1,
        "hearing_accused": s.facts,
        "hearing_defended": "情况属实，认为数额偏高，请求从轻处罚。",
        "hearing_closing": "调查人员维持建议，当事人请求从轻。",
        "hearing_record": record,
        "hearing_signed": "signed",
        "files": [],
    }


def hearing_told(s: Scene) -> dict:
    found = "当事人对事实没有异议，只对数额有意见；听证中没有提出新的证据。"
    return {
        "hearing": s.row("hearing"),
        "hearing_findings": found,
        "hearing_advice": "事实清楚，建议按拟处罚内容决定。",
    }


def answered(s: Scene) -> dict:
    return {
        "defence": s.row("defence"),
        "defence_adopted": False,
        "defence_answer": "当事人提出初次违法、经营困难，所称情况在确定幅度时已经考虑，其余意见没有证据，不予采纳。",
    }


def panel(s: Scene) -> dict:
    return {
        "panel_on": s.day,
        "panel_began": "15:00",
        "panel_place": f"{s.body.short_name}三楼会议室",
        "panel_recorder": s.officer("reviewer").name,
        "panel_kind": "leadership" if s.body.kind == "authorised" else "persons_in_charge",
        "members": [str(s.officer(p).pk) for p in ("leader", "second")],
        "panel_fine": s.fine,
        "panel_conclusion": f"事实清楚，程序合法，同意罚款{s.fine // YUAN}元。",
        "against": [],
        "panel_dissent": "",
    }


def draft(s: Scene) -> dict:
    return {
        "decision_kind": "penalty",
        "penalty_kinds": ["fine"],
        "fine": s.fine,
        "confiscation": None,
        "facts_found": s.facts,
        "facts_beyond_notice": False,
        "decision_basis": s.basis,
        "reasons": reasons(s),
        "answer_to_defence": "对当事人的陈述、申辩已经复核，不予采纳，理由见复核意见。" if s.kept.get("spoke") else "",
        "correction_terms": s.story["demand"],
        "causes": s.power.causes,
        "advice": s.power.advice,
        "remedies_told": True,
    }


def service(s: Scene) -> dict:
    return {
        "served_decision": s.row("decision"),
        "served_on": s.day,
        "service_method": "direct",
        "service_place": s.place,
        "receipt_signed": "signed",
        "receipt_witness": "",
        "visit_form_served": s.major,
        "visit_form_signed": s.major or None,
        "files": [],
    }


def payment(s: Scene) -> dict:
    return {
        "paid_decision": s.row("decision"),
        "paid_on": s.day,
        "paid": s.fine,
        "surcharge": None,
        "collected_by": "bank",
        "payment_receipt": f"PJ-{s.day.year}-{s.n:05d}",
        "files": [],
    }


def publication(s: Scene) -> dict:
    where = f"{s.body.short_name}门户网站行政处罚公示栏"
    return {"published_decision": s.row("decision"), "published_on": s.day, "published_where": where, "redacted": True}


def exemption(s: Scene) -> dict:
    return {
        "exempted_decision": s.row("decision"),
        "exemption_ground": "公开后可能影响另一件正在办理的案件，依法不予公开；条件消失后补充公开。",
    }


def report(s: Scene) -> dict:
    return {"reported_decision": s.row("decision"), "reported_on": s.day, "report_to": s.body.supervisor.name}


def report_spot(s: Scene) -> dict:
    return {"decision": s.row("decision")}


def answer_lead(s: Scene) -> dict:
    return {"lead_answered_on": s.day}


def closing(s: Scene) -> dict:
    return {"closing_ground": "executed", "closing_note": "决定书已经送达，罚款缴清，责令改正的内容已经落实。"}


def closing_without(s: Scene) -> dict:
    return {"closing_ground": "no_penalty", "closing_note": "不予处罚决定书已经送达，已对当事人进行教育。"}


def signed(s: Scene) -> dict:
    """One scan of all that was signed by hand."""
    left = volume.unsigned(volume.papers(s.matter_id), Rows.read(s.matter_id))
    return {"documents": [str(d.pk) for d in left], "signed_back_on": s.day, "scan_note": "", "files": [scanned(s)]}


def export(s: Scene) -> dict:
    return {
        "export_to": s.body.supervisor.name,
        "export_reason": "年度行政处罚案卷评查。",
        "export_personal": False,
        "export_ground": "",
    }


def archive(s: Scene) -> dict:
    return {"archive_note": ""}


def refuse_lead(s: Scene) -> dict:
    return {"lead_refusal": "经核查，现场没有发现所反映的情况，没有违法事实，不予立案。"}


def refuse_barred(s: Scene) -> dict:
    return {"lead_refusal": "违法行为已经超过追责期限，不予立案。"}


def refuse_foreign(s: Scene) -> dict:
    return {"lead_refusal": "本项职权已经集中由城市管理部门行使，线索移送该部门。"}


def terminate(s: Scene) -> dict:
    return {"termination_reason": "经调查，违法行为人另有其人，本案当事人没有违法事实，予以销案；另行登记线索。"}


def sent_back(s: Scene) -> dict:
    return {"return_note": "裁量理由写得不够具体，请结合违法情节补充。"}


def amended(s: Scene) -> dict:
    return {"amendment": "已经补充询问笔录，证明违法行为持续的时间。"}


def on_the_spot(s: Scene) -> dict:
    warned = s.fine == 0
    return party(s) | {
        "power_code": s.power.code,
        "lead_place": s.place,
        "contact_began": "10:15",
        "facts_found": f"当事人在{s.place}{s.story['seen']}，有{s.story['proof']}证明。",
        "second_officer": str(s.officer("partner").pk),
        "identity_shown": True,
        "purpose_explained": True,
        "rights_told": True,
        "defence_form": "none" if s.n % 4 else "oral",
        "defence_said": "" if s.n % 4 else "当事人说是初次，请求从轻。",
        "defence_answer": "" if s.n % 4 else "当场复核：已按最低幅度处罚，不再减轻。",
        "penalty_kinds": ["warning"] if warned else ["fine"],
        "fine": None if warned else s.fine,
        "reasons": "事实确凿，情节轻微，当场改正，按较低幅度处罚。",
        "correction_terms": s.story["demand"],
        "causes": s.power.causes,
        "advice": s.power.advice,
        "receipt_signed": "signed",
        "receipt_witness": "",
        "files": [],
    }
