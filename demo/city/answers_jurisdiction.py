"""What people of the invented city answer where another body claims or declines a matter."""

from __future__ import annotations

from .scene import Scene


def disputed(s: Scene) -> dict:
    return {
        "dispute_on": s.day,
        "dispute_with": "相邻区县的主管机关",
        "dispute_ground": "place",
        "dispute_facts": "违法行为发生在两区交界处，双方都认为发生地在自己辖区。",
    }


def negotiated(s: Scene) -> dict:
    return {
        "dispute": s.row("dispute"),
        "negotiated_on": s.day,
        "negotiation_result": "failed",
        "negotiation_note": "双方承办机构负责人到现场核对了界线，没有取得一致。",
    }


def asked(s: Scene) -> dict:
    return {
        "dispute": s.row("dispute"),
        "designation_asked_of": "双方共同的上一级机关",
        "designation_common": True,
        "designation_reason": "堆放物的大部分在本机关辖区，本机关先收到线索，建议由本机关管辖。",
    }


def designated(s: Scene) -> dict:
    return {
        "dispute": s.row("dispute"),
        "designated_on": s.day,
        "designated_to": "ours",
        "designation_doc": f"指定管辖决定〔{s.day.year}〕{s.n}号",
    }
