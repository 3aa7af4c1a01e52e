"""In whose name a document speaks: an entrusted organisation speaks in the name of the organ that entrusted it."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.people.models import Body, Delegation


def delegation(ctx: Context) -> Delegation | None:
    """The delegation under which an entrusted organisation uses the case's power today. One query, for those only."""
    if ctx.body.kind != "entrusted":
        return None
    power = ctx.facts["power_code"]
    held = Delegation.objects.on(ctx.day).filter(to_body=ctx.body).select_related("from_body")
    return next((d for d in held if power in d.powers), None)


def principal(ctx: Context) -> Body:
    """The body in whose name the matter is decided."""
    held = delegation(ctx)
    return held.from_body if held else ctx.body


def speaking(ctx: Context, common: dict) -> dict:
    """The context `body` of a document."""
    held = delegation(ctx)
    if held is None:
        return common
    b = held.from_body
    return common | {
        "name": b.name,
        "code": b.code,
        "review_body": b.review_body_name,
        "court": b.court_name,
        "entrusted": f"{ctx.body.name}（{held.document_no}）",
    }
