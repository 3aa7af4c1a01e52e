"""What people of the invented city answer where the term of a case is prolonged, stopped and resumed."""

from __future__ import annotations

from .scene import Scene

BASIS = "《住房和城乡建设行政处罚程序规定》关于办案期限的规定"


def extension(s: Scene) -> dict:
    return {
        "extension_ground": "complex",
        "extension_days": 30,
        "extension_reason": "涉及的责任主体和材料来源需要逐一查证，九十日内难以查清。",
        "extension_basis": BASIS,
    }


def extension_granted(s: Scene) -> dict:
    return {"extension_granted": True, "extension_discussed": False, "extension_opinion": "同意延长，抓紧查清事实。"}


def excluded(s: Scene) -> dict:
    return {
        "stop_kind": "excluded",
        "stop_ground": "appraisal",
        "stopped_from": s.day,
        "stop_reason": "违法后果的程度需要委托鉴定，自委托之日起至收到鉴定意见之日止不计入办案期限。",
        "stop_document": f"委托鉴定书（{s.body.doc_word}鉴委〔{s.day.year}〕{s.n}号）",
        "stop_basis": BASIS,
    }


def suspension(s: Scene) -> dict:
    return {
        "stop_kind": "suspended",
        "stop_ground": "awaits_ruling",
        "stopped_from": s.day,
        "stop_reason": "场地使用权的归属正在诉讼，本案的处理要以裁判结果为依据。",
        "stop_document": "人民法院受理案件通知书复印件",
        "stop_basis": BASIS,
    }


def stop_granted(s: Scene) -> dict:
    return {"stop_granted": True, "stop_opinion": "事由成立，文书齐全，同意。"}


def resumed(s: Scene) -> dict:
    return {
        "resumed_on": s.day,
        "resume_reason": "停止计算的事由已经消除，有关文书已经收到。",
        "resume_document": "鉴定意见书（裁判文书）复印件",
    }
