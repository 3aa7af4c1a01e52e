"""What people of the invented city answer where several report one matter, and where one lead joins another case."""

from __future__ import annotations

from sanwei.cases.acts.merge import TARGETS
from sanwei.cases.models import Case

from .scene import Scene


def informer(s: Scene) -> dict:
    return {
        "informer_on": s.day,
        "informer_channel": "hotline",
        "informer_named": False,
        "informer_reachable": True,
        "informer_secret": True,
        "informer_said": f"来电反映{s.place}{s.story['seen']}，要求处理并答复，不愿意透露姓名。",
        "informer_name": "",
        "informer_phone": "",
    }


def informer_answered(s: Scene) -> dict:
    return {
        "informer": s.row("informer"),
        "informer_answered_on": s.day,
        "informer_answer": "电话答复：已经立案，正在依法处理。",
    }


def merge(s: Scene) -> dict:
    """Into the case of the body that joined its open ones first."""
    open_ = Case.objects.filter(body=s.body, stage__in=TARGETS).exclude(pk=s.matter_id)
    target = open_.order_by("-touched_at", "number")[0]
    return {"merged_into_id": str(target.pk), "merge_reason": "与该案是同一时段、同一路段的同类问题，一并查处。"}
