"""What people of the invented city answer on service, money, execution, review and suit."""

from __future__ import annotations

import datetime as dt

from . import answers as a
from . import answers_after as b
from .answers import changed
from .scene import Scene

CONFISCATED = 50_000  # 分
WITH_GOODS = ["fine", "confiscation"]


def _paper(s: Scene, grain: str) -> str:
    return f"{grain}:{s.row(grain)}"


def attempt(s: Scene) -> dict:
    return {
        "paper_served": _paper(s, "decision"),
        "attempted_on": s.day,
        "service_method": "direct",
        "attempt_place": s.place,
        "attempt_result": "moved",
        "attempt_proof": "两次上门，门锁已换，邻居说当事人半个月前搬走，执法记录仪全程记录。",
        "files": [],
    }


def announcement(s: Scene) -> dict:
    return {
        "paper_served": _paper(s, "decision"),
        "announce_ground": "others_failed",
        "announce_search": "上门、电话、邮寄都没有找到当事人，社区和房东不知道去向。",
        "announced_where": f"{s.body.short_name}门户网站公告栏",
        "files": [],
    }


def announced(s: Scene) -> dict:
    return {"service": s.row("service"), "files": []}


def consent(s: Scene) -> dict:
    return {
        "consented_on": s.day,
        "consent_post": s.place,
        "consent_receiver": s.person,
        "consent_electronic": True,
        "consent_way": "sms",
        "consent_address": "15500000000",
        "files": [],
    }


unserved_notice = changed(a.notice, noticed_on=lambda s: None)
_WAYS = {
    "service_method": "mail",
    "receipt_signed": "signed",
    "receiver": "",
    "receiver_relation": None,
    "receipt_witness": "",
    "left_reason": "",
    "left_recorded": False,
    "entrusted_to": "",
    "posted_on": None,
    "post_no": "",
    "reached_at": "",
}


def posted(s: Scene) -> dict:
    sent = {"posted_on": s.day - dt.timedelta(days=1), "post_no": f"XA{s.n:08d}CN", "served_on": s.day}
    return _WAYS | {"paper_served": _paper(s, "notice"), "service_place": s.place, "files": []} | sent


def reminder_served(s: Scene) -> dict:
    relation = "representative" if s.kind == "organisation" else "self"
    by_hand = {"service_method": "direct", "receiver": s.person, "receiver_relation": relation, "served_on": s.day}
    return _WAYS | {"paper_served": _paper(s, "enforcement"), "service_place": s.place, "files": []} | by_hand


electronic = changed(b.service, service_method="electronic", reached_at="10:20")


def told(s: Scene) -> dict:
    return {
        "paid_decision": s.row("decision"),
        "payment_code": f"4101{s.day.year}{s.n:08d}",
        "payment_bank": "市财政代收银行各网点、非税收入电子支付平台",
    }


def deferral(s: Scene) -> dict:
    first, second = (s.day + dt.timedelta(days=n) for n in (30, 60))
    half = s.fine // 2 // 100 * 100
    plan = f"{first} {half / 100:.2f}\n{second} {(s.fine - half) / 100:.2f}"
    return {
        "deferral_of": s.row("decision"),
        "deferral_asked_on": s.day,
        "deferral_kind": "instalments",
        "deferral_reason": "近三个月停业，账户余额不足，已经提交银行流水。",
        "deferral_plan": plan,
        "deferral_opinion": "情况属实，建议准予分两期缴纳。",
        "files": [],
    }


def deferral_granted(s: Scene) -> dict:
    return {"deferral_granted": True, "deferral_answer": "同意分两期缴纳。"}


def half(s: Scene) -> int:
    return s.fine // 2 // 100 * 100


first_half = changed(b.payment, paid=half)
second_half = changed(b.payment, paid=lambda s: s.fine - half(s))
on_the_spot = changed(b.payment, collected_by="on_the_spot", spot_ground="hard_after", official_receipt=True)
goods_notice = changed(a.notice, notice_kinds=lambda s: WITH_GOODS, notice_confiscation=CONFISCATED)
goods_draft = changed(b.draft, penalty_kinds=lambda s: WITH_GOODS, confiscation=CONFISCATED)
goods_payment = changed(b.payment, paid=lambda s: s.fine + CONFISCATED)


def handed_in(s: Scene) -> dict:
    return {"payment": s.row("payment"), "handed_in_on": s.day, "files": []}


def banked(s: Scene) -> dict:
    return {"payment": s.row("payment"), "banked_on": s.day, "files": []}


def goods(s: Scene) -> dict:
    return {
        "goods_of": s.row("decision"),
        "goods_received_on": s.day,
        "goods_title": "违法使用的工具",
        "goods_quantity": "2 件",
        "goods_place": f"{s.body.short_name}物品库 3 号架",
        "goods_keeper": s.officer("partner").name,
        "files": [],
    }


def disposal(s: Scene) -> dict:
    return {
        "goods": s.row("goods"),
        "goods_disposed_on": s.day,
        "goods_end": "auction",
        "second_officer": str(s.officer("partner").pk),
        "goods_record": "委托拍卖机构公开拍卖，两人到场，成交确认书附卷。",
        "goods_proceeds": 30_000,
        "goods_banked_on": None,
        "files": [],
    }


def proceeds(s: Scene) -> dict:
    return {"goods": s.row("goods"), "goods_banked_on": s.day, "files": []}


def review(s: Scene) -> dict:
    return {
        "remedy_of": s.row("decision"),
        "remedy_kind": "review",
        "remedy_began_on": s.day,
        "remedy_told_on": s.day,
        "remedy_at": s.body.review_body_name,
        "remedy_no": f"行复〔{s.day.year}〕{s.n}号",
        "remedy_simple": False,
        "files": [],
    }


def stay(s: Scene) -> dict:
    return {
        "remedy": s.row("remedy"),
        "stay_ordered": True,
        "stayed_on": s.day,
        "stay_ground": "申请人申请停止执行，复议机关认为合理。",
        "files": [],
    }


def review_answered(s: Scene) -> dict:
    return {"remedy": s.row("remedy"), "remedy_answered_on": s.day, "files": []}


def upheld(s: Scene) -> dict:
    return {
        "remedy": s.row("remedy"),
        "remedy_result": "upheld",
        "remedy_ended_on": s.day,
        "remedy_result_no": f"行复决〔{s.day.year}〕{s.n}号",
        "remedy_result_note": "事实清楚、证据确凿、程序合法，维持原决定，停止执行同时失效。",
        "remedy_fine": None,
        "anew_until": None,
        "files": [],
    }


def reminder(s: Scene) -> dict:
    return {"enforced_decision": s.row("decision")}


def application(s: Scene) -> dict:
    return {"applied_court": s.body.court_name, "party_said": "当事人收到催告后没有提出意见。", "files": []}


def court_done(s: Scene) -> dict:
    return {
        "application": s.row("enforcement"),
        "court_result": "executed",
        "court_result_on": s.day,
        "court_result_no": f"（{s.day.year}）豫71行审{s.n}号",
        "files": [],
    }
