"""What people write into the forms of assistance, monitoring devices, criminal sentences, claims and liability."""

from __future__ import annotations

from .answers import evidence
from .scene import Scene


def assistance(s: Scene) -> dict:
    return {
        "assist_to": "市场地权属登记机构",
        "assist_matter": f"查询{s.place}的权属人和租赁备案。",
        "assist_reason": "确认责任主体需要权属资料，登记和查询属于你单位职权。",
        "assist_until": s.days.after(s.day, 5),
    }


def assisted(s: Scene) -> dict:
    return {
        "assist": s.row("assist"),
        "assist_answered_on": s.day,
        "assist_result": "done",
        "assist_answer": "复函附权属登记表和租赁备案复印件。",
        "files": [],
    }


def footage(s: Scene) -> dict:
    return evidence(s) | {
        "evidence_kind": "electronic",
        "evidence_title": "路口固定监控设备的录像",
        "obtained_how": "监控设备自动记录，调取时制作校验值",
    }


def device(s: Scene) -> dict:
    began = s.days.after(s.opened, -60)
    return {
        "device_evidence": s.row("evidence"),
        "device_taken_on": s.violated,
        "device_no": f"JK-{s.n:04d}",
        "device_place": s.place,
        "device_law": "允许用电子技术监控设备收集证据的行政法规",
        "device_law_reviewed_on": began,
        "device_tech_reviewed_on": began,
        "device_published_on": began,
        "files": [],
    }


def device_fit(s: Scene) -> dict:
    return {
        "device": s.row("device"),
        "device_record_fit": True,
        "device_record_note": "时间、地点、号牌清楚，记录完整，与现场检查一致。",
        "device_told_on": None,
        "device_told_how": "",
    }


def device_told(s: Scene) -> dict:
    how = f"凭身份证件到{s.body.short_name}窗口查看录像，可以当面或者书面陈述、申辩。"
    return {"device": s.row("device"), "device_told_on": s.day, "device_told_how": how}


def sentence(s: Scene) -> dict:
    return {
        "sentenced_on": s.day,
        "sentence_court": "某区人民法院",
        "sentence_no": f"刑初〔{s.day.year}〕{s.n}号",
        "criminal_fine": 5_000_00,
        "jailed": False,
        "detention_offset": None,
        "files": [],
    }


def claim(s: Scene) -> dict:
    return {
        "claimed_on": s.day,
        "claimant": s.party,
        "claim_ground": "penalty",
        "claim_said": "罚款已经退还，请求赔偿缴款期间的利息。",
        "claim_sum": 100_00,
        "files": [],
    }


def claim_settled(s: Scene) -> dict:
    return {
        "claim": s.row("claim"),
        "claim_result": "agreed",
        "claim_awarded": 100_00,
        "claim_reason": "处罚已经撤销，利息损失属实，与请求人协商一致。",
        "claim_told_on": s.day,
    }


def liability(s: Scene) -> dict:
    return {
        "liable_on": s.day,
        "liable": [str(s.officer("handler").pk)],
        "liable_ground": "procedure",
        "liable_by": s.body.name,
        "liable_no": f"{s.body.doc_word}处〔{s.day.year}〕{s.n}号",
        "liable_result": "criticised",
        "liable_note": "现场笔录的时间与执法记录仪不符，取证不规范。",
        "files": [],
    }
