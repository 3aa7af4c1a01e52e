"""What people write when things are seized, tested, kept and given back."""

from __future__ import annotations

from .scene import Scene


def asked(s: Scene) -> dict:
    return {
        "measure_kind": "seize",
        "measure_reason": f"{s.place}{s.story['seen']}，有关食品可能继续销售，需要扣押查明来源。",
        "measure_target": "没有进货凭证的食品",
        "involved_sum": None,
    }


def ruled(s: Scene) -> dict:
    return {"measure": s.row("measure"), "measure_granted": True, "measure_opinion": "情况属实，同意采取措施。"}


def on_the_spot(s: Scene) -> dict:
    return {
        "measure_on": s.day,
        "measure_at": "08:30",
        "measure_ended_at": "09:40",
        "measure_place": s.place,
        "second_officer": str(s.officer("partner").pk),
        "measure_identity_shown": True,
        "measure_presence": "party",
        "measure_witness": "",
        "measure_rights_told": True,
        "measure_heard": True,
        "measure_said": "没有意见，愿意配合调查。",
        "measure_record": f"{s.person}在场，清点物品并贴封条，决定书和清单当场交付。",
        "measure_record_signed": "signed",
        "measure_related": True,
        "measure_necessities": False,
        "measure_held_already": False,
        "things": "面粉，25 千克装，12 袋，包装完好\n食用油，20 升装，3 桶，未开封\n调味料，6 箱",
        "custody_place": f"{s.body.short_name}涉案物品仓库",
        "measure_list_copies": 2,
        "measure_list_signed": "signed",
        "measure_delivered_on": s.day,
        "files": [],
    }


def taken(s: Scene) -> dict:
    return {"measure": s.row("measure")} | on_the_spot(s)


def urgent(s: Scene) -> dict:
    told = {"urgency_reason": "当事人正在把货物装车运走，来不及报批。"}
    return {n: v for n, v in asked(s).items() if n != "involved_sum"} | told | on_the_spot(s)


def stored(s: Scene) -> dict:
    return _moved(s, "stored", "仓库保管员", f"{s.body.short_name}涉案物品仓库")


def given_back(s: Scene) -> dict:
    return _moved(s, "returned", s.person, f"{s.body.short_name}涉案物品仓库")


def _moved(s: Scene, step: str, to: str, place: str) -> dict:
    return {
        "exhibits": ["x1", "x2", "x3"],
        "step": step,
        "custody_on": s.day,
        "custody_to": to,
        "custody_place": place,
        "custody_intact": True,
        "custody_note": "",
        "files": [],
    }


def sent(s: Scene) -> dict:
    return {
        "of": s.row("measure"),
        "test_what": "面粉和食用油的质量指标",
        "test_house": "某食品检验机构",
        "test_from": s.day,
        "test_until": s.days.after(s.day, 8),
        "test_told_on": s.day,
    }


def tested(s: Scene) -> dict:
    return {
        "testing": s.row("testing"),
        "test_ended_on": s.day,
        "test_result": "所检项目均符合标准。",
        "test_charged": 0,
        "result_told_on": s.day,
        "files": [],
    }


def retested(s: Scene) -> dict:
    answer = "当事人要求复检一项指标，已经委托另一机构复检，结果相同，已经告知。"
    return {"testing": s.row("testing"), "retest_asked_on": s.day, "retest_answer": answer, "retest_ended_on": s.day}


def extended(s: Scene) -> dict:
    return {
        "measure": s.row("measure"),
        "measure_extension_days": 20,
        "measure_extension_reason": "供货商在外省，需要异地核查。",
    }


def told(s: Scene) -> dict:
    return {"told": f"{s.row('measure')}:measure_extension_told_on", "measure_extension_told_on": s.day}


def released(s: Scene) -> dict:
    return {
        "measure": s.row("measure"),
        "measure_end": "released",
        "release_ground": "decided",
        "measure_end_reason": "违法行为已经处理，扣押的食品检验合格，不再需要扣押。",
        "keeping_charged": 0,
    }


def sampling(s: Scene) -> dict:
    return {"sampling_target": "货架上的同批次面粉", "sampling_reason": "数量较大，需要抽取样品查明质量。"}


def sampling_ruled(s: Scene) -> dict:
    return {"sampling": s.row("sampling"), "sampling_granted": True, "sampling_opinion": "同意抽样。"}


def samples(s: Scene) -> dict:
    return {
        "sampling": s.row("sampling"),
        "sampled_on": s.day,
        "sampled_at": "08:30",
        "sampling_place": s.place,
        "second_officer": str(s.officer("partner").pk),
        "sampling_method": "从三处货架随机各取一袋。",
        "things": "面粉样品，1 千克装，3 袋，加封",
        "samples_sealed": True,
        "sampling_signed": "signed",
        "sampling_witness": "",
        "custody_place": f"{s.body.short_name}样品柜",
        "files": [],
    }


def samples_settled(s: Scene) -> dict:
    note = "样品全部用于检验，没有剩余。"
    return {"sampling": s.row("sampling"), "sampling_end": "used", "sampling_end_note": note, "custody_to": "检验机构"}


def excluded(s: Scene) -> dict:
    note = "所述的是另一家店的情况，与本案无关。"
    return {"evidence": s.row("evidence"), "exclusion_ground": "unrelated", "exclusion_note": note}
