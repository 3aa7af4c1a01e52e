"""Who acts, and on what ground his body stands: the facts every act puts on record about itself."""

from __future__ import annotations

from sanwei.people.queries import body_standing, standing

from .act import Act, Actor, Context
from .rows import Laid

_ACTOR_FACTS = frozenset(
    "actor_code certificate_no certificate_from certificate_until certificate_revoked_on"
    " officer_confirmed_on officer_confirmed_year"
    " officer_of_body posted posting_from posting_until posting_covers_power legally_qualified first_review_on".split()
)


def actor_row(act: Act, ctx: Context, actor: Actor, power: str) -> Laid:
    """The person's certificate, confirmation and posting on the day. A query for anybody but the doer himself."""
    own = actor.officer.pk == ctx.officer.pk and power == (ctx.facts.get("power_code") or "")
    held = ctx.held if own else standing(actor.officer, ctx.body, power, ctx.day)
    facts = {n: v for n, v in held.items() if n in _ACTOR_FACTS}
    if actor.role == "reviewer" and not facts.get("first_review_on"):
        facts["first_review_on"] = ctx.day  # nobody recorded an earlier one: this is the first
    return Laid("actor", {"acted_on": ctx.day, "actor_act": act.code, "actor_role": actor.role, **facts})


def standing_row(act: Act, ctx: Context, power: str) -> Laid:
    """The body's qualification and its hold on the power on the day. One query."""
    facts = body_standing(ctx.body, power, ctx.day)
    item, violation_on = ctx.book.power(power), ctx.facts["violation_on"]
    facts["power_level_fits"] = ctx.body.level in item.levels
    facts["power_in_force"] = item.in_force_on(ctx.day)
    if violation_on:
        facts["power_in_force_at_violation"] = item.in_force_on(violation_on)
    return Laid("standing", {"stood_on": ctx.day, "stood_act": act.code, **facts})
