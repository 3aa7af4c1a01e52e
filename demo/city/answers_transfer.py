"""What people of the invented city answer where a case or a lead goes to another body or to the police."""

from __future__ import annotations

from .scene import Scene

MATERIALS = "调查报告一份\n涉案物品清单一份\n现场检查笔录和照片一份"


def to_police(s: Scene) -> dict:
    return {
        "transfer_kind": "police",
        "transfer_to": "郑州市公安局",
        "transfer_reason": "查明的数量和后果可能达到刑事案件的追诉标准，涉嫌犯罪，应当移送公安机关。",
        "transfer_basis": "《行政处罚法》（2021）第二十七条",
        "transfer_materials": MATERIALS,
    }


def to_body(s: Scene) -> dict:
    return {
        "transfer_kind": "body",
        "transfer_to": "违法行为发生地的主管机关",
        "transfer_reason": "经核查，违法行为发生地不在本机关管辖区域，应当由发生地的机关管辖。",
        "transfer_basis": "《行政处罚法》（2021）第二十二条",
        "transfer_materials": "线索登记表一份\n核查记录一份",
    }


def granted(s: Scene) -> dict:
    row = {"transfer": s.row("transfer"), "transfer_granted": True, "transfer_decided_at": "10:20"}
    return row | {"transfer_opinion": "同意移送，材料备齐后立即送出。"}


def sent(s: Scene) -> dict:
    return {"transfer": s.row("transfer"), "transferred_on": s.day, "transferred_at": "16:10"}


def receipted(s: Scene) -> dict:
    return {
        "transfer": s.row("transfer"),
        "transfer_received_on": s.day,
        "transfer_receiver": "收案窗口",
        "transfer_receipt": f"收〔{s.day.year}〕{s.n}号",
    }


def police_filed(s: Scene) -> dict:
    return _answer(s, "filed", f"立案决定书〔{s.day.year}〕{s.n}号")


def police_declined(s: Scene) -> dict:
    return _answer(s, "not_filed", f"不予立案通知书〔{s.day.year}〕{s.n}号，没有达到追诉标准，材料退回")


def _answer(s: Scene, result: str, paper: str) -> dict:
    row = {"transfer": s.row("transfer"), "transfer_answered_on": s.day}
    return row | {"transfer_result": result, "transfer_answer": paper}


def handed(s: Scene) -> dict:
    row = {"transfer": s.row("transfer"), "items_handed_on": s.day}
    return row | {"items_handed": "涉案物品清单所列物品全部\n案件材料复印件一套"}


def back_from_police(s: Scene) -> dict:
    return {
        "resumed_on": s.day,
        "resume_reason": "公安机关不予立案，材料已经退回，依法继续处理。",
        "resume_document": "不予立案通知书",
    }


def closing(s: Scene) -> dict:
    return {"closing_ground": "transferred", "closing_note": "公安机关已经立案侦查，物品和材料移交完毕，回执在卷。"}
