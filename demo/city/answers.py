"""What people write into the forms before a decision. One function an act: a scene in, the checked answers out."""

from __future__ import annotations

from collections.abc import Callable

from .data import pick, read
from .scene import YUAN, Scene

Answers = Callable[[Scene], dict]
SOURCES = ("inspection", "inspection", "assigned", "transferred", "inspection", "media", "other")
SEEN_BY = {
    "inspection": "巡查时发现",
    "complaint": "有群众投诉",
    "report": "有群众举报",
    "assigned": "上级交办：",
    "transferred": "相关部门移送：",
    "media": "媒体反映",
    "other": "工作中发现",
}
NO_DEFENCE = {"defence_said": ""}


def nothing(s: Scene) -> dict:
    """The form asks nothing."""
    return {}


def changed(answers: Answers, **other: object) -> Answers:
    """The same answers with some replaced (a function is asked with the scene)."""
    return lambda s: answers(s) | {k: v(s) if callable(v) else v for k, v in other.items()}


def party(s: Scene) -> dict:
    return {
        "party_kind": s.kind,
        "party_name": s.party,
        "party_code": s.code,
        "party_representative": s.person if s.who != "person" else "",
        "party_address": s.place,
        "party_phone": f"0371-0000{s.n:04d}",
    }


def amended_party(s: Scene) -> dict:
    """The telephone was not known at first."""
    return party(s) | {"party_phone": f"0371-1000{s.n:04d}", "amendment_reason": "询问时当事人说明了新的联系电话。"}


# Where a lead of this source comes from.
FROM = {
    "assigned": "市人民政府办公室",
    "transferred": "相邻区县的主管机关",
    "media": "本市晚报",
    "other": "网格员巡查发现",
}


def lead(s: Scene) -> dict:
    source = pick(("complaint", "report"), s.n) if s.informer else pick(SOURCES, s.n)
    return party(s) | {
        "lead_source": source,
        "lead_on": s.day,
        "discovered_on": s.day,
        "violation_on": s.violated,
        "power_code": s.power.code,
        "lead_place": s.place,
        "lead_summary": f"{SEEN_BY[source]}{s.place}{s.story['seen']}。",
        "informer_known": s.informer,
        "lead_from": FROM.get(source, ""),
        "lead_ref": f"交办（移送）〔{s.opened.year}〕{s.n}号" if source in ("assigned", "transferred") else "",
    }


def filing(s: Scene) -> dict:
    return {
        "partner": str(s.officer("partner").pk),
        "filing_reason": f"初步查明{s.place}{s.story['seen']}，涉嫌违法，属于本机关管辖，没有超过追责期限，建议立案。",
        "place_in_area": True,
    }


def contact(s: Scene) -> dict:
    return {
        "contact_kind": "inspection",
        "contact_on": s.day,
        "contact_began": "09:20",
        "contact_ended": "10:05",
        "contact_place": s.place,
        "contact_person": s.person,
        "contact_relation": pick(read("parties")["roles"], s.n) if s.who != "person" else "本人",
        "second_officer": str(s.officer("partner").pk),
        "identity_shown": True,
        "purpose_explained": True,
        "rights_told": True,
        "record_text": f"经检查，{s.place}{s.story['seen']}。{s.person}在场陪同检查，对笔录内容没有异议。",
        "record_signed": "signed",
        "conduct_note": f"着制式服装，使用文明用语，执法记录仪 {s.n % 90 + 10:04d} 号全程记录。",
        "incident": s.n % 29 == 0,
        "incident_handling": "有人围观起哄，执法人员耐心解释后散去。" if s.n % 29 == 0 else "",
    }


def questioning(s: Scene) -> dict:
    asked = f"问：{s.place}的情况是怎么回事？\n答：是我们做的，原因是{s.power.causes.split('；')[0].rstrip('。')}。"
    return contact(s) | {
        "contact_kind": "questioning",
        "contact_began": "15:00",
        "contact_ended": "15:40",
        "contact_place": f"{s.body.short_name}询问室",
        "record_text": asked,
        "incident": False,
        "incident_handling": "",
    }


def evidence(s: Scene) -> dict:
    return {
        "evidence_kind": "site_record",
        "evidence_title": "现场检查笔录和现场照片",
        "obtained_on": s.day,
        "obtained_where": s.place,
        "obtained_how": "两名执法人员现场检查时拍摄、制作",
        "evidence_proves": f"证明{s.place}{s.story['seen']}",
        "evidence_lawful": True,
        "files": [],
    }


def statement(s: Scene) -> dict:
    return evidence(s) | {
        "evidence_kind": "party_statement",
        "evidence_title": f"{s.person}的询问笔录",
        "obtained_where": f"{s.body.short_name}询问室",
        "obtained_how": "两名执法人员询问并制作笔录",
        "evidence_proves": "证明违法行为的经过和原因",
    }


def correction(s: Scene) -> dict:
    return {"correction_demanded": s.story["demand"], "correct_by": s.days.after(s.day, 3)}


def recheck(s: Scene) -> dict:
    return {"rechecked_on": s.day, "corrected": True, "recheck_note": f"现场复查，当事人已经{s.story['demand']}。"}


def findings(s: Scene) -> dict:
    return {
        "violation_on": s.violated,
        "investigation_findings": s.facts,
        "complex_case": False,
        "harms_life": False,
        "proposed_kinds": ["fine"],
        "proposed_fine": s.fine,
        "proposed_reason": reasons(s),
    }


def reasons(s: Scene) -> str:
    grade = ("情节较轻，主动改正", "情节一般，能够配合调查", "持续时间较长，影响较大")[s.n % 3]
    return f"本案{grade}，依照裁量基准建议罚款{s.fine // YUAN}元。"


def passed(s: Scene) -> dict:
    return {
        "review_outcome": "passed",
        "review_opinion": "主体适格，事实清楚，证据充分，依据正确，程序合法，裁量适当，同意处理建议。",
    }


def returned(s: Scene) -> dict:
    return {"review_outcome": "returned", "review_opinion": "违法行为持续时间没有证据，请补充询问笔录后重新送审。"}


def assessment(s: Scene) -> dict:
    return {
        "legality_assessed": True,
        "stability_assessed": True,
        "safety_assessed": True,
        "risk_conclusion": "处罚数额较大，当事人可能要求听证、申请复议；整体风险较低，可以实施。",
        "risk_measures": "充分说理，依法告知听证权利；送达时由负责人到场说明。",
    }


def notice(s: Scene) -> dict:
    subject = "organisation" if s.kind == "organisation" else "person"
    return {
        "noticed_on": s.day,
        "notice_facts": s.facts,
        "notice_basis": s.basis,
        "notice_kinds": ["fine"],
        "notice_fine": s.fine,
        "notice_confiscation": None,
        "notice_content": f"拟罚款{s.fine // YUAN}元。",
        "defence_right_told": True,
        "defence_until": s.days.after(s.day, 5),
        "hearing_right_told": s.fine >= s.limit(f"hearing.fine.{subject}"),
    }


def defence(form: str, said: str = "") -> Answers:
    def told(s: Scene) -> dict:
        oral = {"defence_person": s.person, "defence_place": f"{s.body.short_name}接待室", "defence_signed": "signed"}
        answers = {"defended_on": s.day, "defence_form": form, "defence_said": said, "files": []}
        return answers | (oral if form == "oral" else {})

    return told


def preservation(s: Scene) -> dict:
    return {
        "preservation_reason": "现场的工具、物品能够证明违法事实，当事人随时可能转移。",
        "things": "铁锹，2 把\n手推车，1 辆，红色",
        "preservation_place": f"就地封存于{s.place}，由当事人保管",
    }


def preservation_ruled(s: Scene) -> dict:
    told = {"preservation_granted": True, "preservation_opinion": "情况属实，同意登记保存。"}
    return {"preservation": s.row("preservation")} | told


def preserved(s: Scene) -> dict:
    return {
        "preservation": s.row("preservation"),
        "preservation_end": "fixed",
        "preservation_result": "证据已经拍照、测量固定，解除登记保存，物品退还当事人。",
    }


def things_back(s: Scene) -> dict:
    return {
        "exhibits": ["x1", "x2"],
        "step": "returned",
        "custody_on": s.day,
        "custody_to": s.person,
        "custody_place": s.place,
        "custody_intact": True,
        "custody_note": "",
        "files": [],
    }


def recusal(s: Scene) -> dict:
    ground = "当事人提出该执法人员曾与其发生争执，可能影响公正。"
    return {"recusal_asked_on": s.day, "recused": str(s.officer("partner").pk), "recusal_ground": ground}


def recusal_refused(s: Scene) -> dict:
    return {"recusal": s.row("recusal"), "recusal_granted": False}
