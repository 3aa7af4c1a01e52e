"""The way of one act: permit → gate → do → record → duties, in one transaction. The only function that writes what
has legal meaning.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from django.db import IntegrityError, models, transaction

from sanwei.controls.words import Finding
from sanwei.documents.models import Document, Upload
from sanwei.journal.book import append
from sanwei.journal.models import Entry
from sanwei.journal.models import Outcome as Result
from sanwei.lawbook import lawbook
from sanwei.people.models import Body, Officer
from sanwei.people.queries import standing

from . import clock, duties, registry
from .act import Act, Actor, Conflict, Context, Forbidden, Plan, Refused
from .gate import Weighed, ahead, weigh
from .models import FactRow, Matter, Submission
from .rows import Row, Rows, encode
from .rules import book_of
from .standing import actor_row, standing_row
from .turn import turn


@dataclass
class Outcome:
    """An act done: its journal entry's position, the matter, and what was wrong without refusing. `repeated`: the
    form came twice.
    """

    matter: Matter
    position: int
    warns: list[Finding] = field(default_factory=list)
    repeated: bool = False


def perform(
    act: Act,
    *,
    officer: Officer,
    data: Mapping[str, object],
    matter_id: uuid.UUID | None = None,
    body: Body | None = None,
    token: str = "",
    version: int | None = None,
    begins: uuid.UUID | None = None,
) -> Outcome:
    """Do the act, or raise `Forbidden`, `Conflict` or `Refused`; a refusal is itself recorded.

    `body`: for an act that begins a matter. `token`: the form's, so that sending it twice does it once.
    `version`: the matter's version the form was made from; None does not look. `begins`: the id of the matter that an
    act begins, where another matter has to name it beforehand.
    """
    ctx = None
    try:
        with turn(), transaction.atomic():
            ctx, earlier = _open(act, officer, matter_id, body, token, begins)
            if earlier is not None:
                return earlier
            if version is not None and ctx.matter is not None and ctx.matter.version != version:
                raise Conflict(_since(ctx, version))
            return _do(act, ctx, data, Submission.key(token, act.code, officer.code, matter_id))
    except Refused as refused:
        _record_refusal(act, ctx, refused)
        raise
    except Forbidden as forbidden:
        if ctx is not None:
            _record_refusal(act, ctx, Refused(act, [], []), str(forbidden))
        raise
    except IntegrityError:
        # Two sends of one form that begins a matter meet only here, at the unique token.
        spent = Submission.of(token, act.code, officer.code, matter_id)
        if spent is None:
            raise
        return _repeated(registry.kind(act.kind).model.objects.get(pk=spent.matter_id), spent)


def _open(act: Act, officer: Officer, matter_id, body, token: str, begins) -> tuple[Context, Outcome | None]:
    """Lock the head, read the facts, and say whether this form was already sent."""
    kind, day = registry.kind(act.kind), clock.today()
    matter = None
    if matter_id is not None:
        locked = kind.model.objects.select_for_update(of=("self",))
        matter = locked.select_related("body", *kind.related).get(pk=matter_id)
        body = matter.body
        spent = Submission.of(token, act.code, officer.code, matter_id)
        if spent is not None:
            return _context(officer, body, day, matter, Rows(matter_id), {}), _repeated(matter, spent)
    rows = Rows.read(matter_id) if matter is not None else Rows(begins or uuid.uuid4())
    power = rows.head.get("power_code") or ""
    return _context(officer, body, day, matter, rows, standing(officer, body, power, day)), None


def _context(officer, body, day, matter, rows: Rows, held: dict) -> Context:
    roles = frozenset(held.get("roles", ()))
    return Context(
        officer=officer,
        body=body,
        day=day,
        now=clock.now(),
        book=lawbook() if matter is None else book_of(matter.KIND, rows, matter),
        matter=matter,
        rows=rows,
        roles=roles,
        held=held,
    )


def context(officer: Officer, matter: Matter, rows: Rows | None = None) -> Context:
    """A context to look at, for pages: nothing is locked."""
    rows = rows if rows is not None else Rows.read(matter.id)
    day = clock.today()
    return _context(
        officer, matter.body, day, matter, rows, standing(officer, matter.body, rows.head.get("power_code") or "", day)
    )


def blank(officer: Officer, body: Body) -> Context:
    """A context without a matter, for pages on which one begins."""
    day = clock.today()
    return _context(officer, body, day, None, Rows(uuid.uuid4()), standing(officer, body, "", day))


def permitted(act: Act, ctx: Context) -> str:
    """Why this person may not do the act here at all; empty when he may."""
    if act.roles and not act.roles & ctx.roles:
        needed = "、".join(sorted(ROLES.get(r, r) for r in act.roles))
        return f"“{act.label}”由{needed}办理，您当前没有这一身份"
    if not ctx.held.get("officer_of_body"):
        return f"您不在{ctx.body.name}任职，也没有派驻到该机关，不能办理它的事项"
    return ""


ROLES = {
    "officer": "执法人员",
    "section_head": "执法机构负责人",
    "reviewer": "法制审核人员",
    "leader": "行政机关负责人",
    "clerk": "窗口人员",
    "supervisor": "执法监督人员",
}


def _do(act: Act, ctx: Context, data: Mapping[str, object], sent: str) -> Outcome:
    if reason := permitted(act, ctx):
        raise Forbidden(reason)
    if act.closed(ctx):
        # What is out of order is told together with what the law has against it, so that the refusal names its clauses.
        not_yet, _ = ahead(act, ctx)
        raise Refused(act, [n.finding for n in not_yet if n.finding], [n for n in not_yet if not n.finding])
    plan = act.plan(ctx, data)
    plan.act = act.code
    seq = (ctx.matter.version if ctx.matter is not None else 0) + 1
    actors = plan.actors or [Actor(ctx.officer, act.as_role)]
    power = next(
        (i.facts["power_code"] for i in plan.laid if "power_code" in i.facts), ctx.facts.get("power_code") or ""
    )
    laid = plan.laid + [actor_row(act, ctx, a, power) for a in actors]
    if act.stands:
        laid.append(standing_row(act, ctx, power))
    after, touched = ctx.rows.over(laid, seq)
    weighed = weigh(act, ctx, after, touched)
    if weighed.stops:
        raise Refused(act, weighed.stops, [])
    return _write(act, ctx, plan, after, touched, weighed, seq, sent)


def _write(
    act: Act, ctx: Context, plan: Plan, after: Rows, touched: list[Row], weighed: Weighed, seq: int, sent: str
) -> Outcome:
    kind = registry.kind(act.kind)
    matter = (
        ctx.matter
        if ctx.matter is not None
        else kind.model(id=uuid.UUID(after.matter_id), body=ctx.body, opened_on=ctx.day)
    )
    for name, value in plan.head.items():
        setattr(matter, name, value)
    matter.version, matter.touched_at, matter.stage = seq, ctx.now, kind.stage(after)
    matter.save(force_insert=ctx.matter is None)
    if kind.index is not None and kind.indexed & plan.head.keys():
        kind.index(matter)
    _save_rows(act.kind, matter.id, ctx.rows, touched)
    ctx.matter, ctx.rows = matter, after
    _save([*plan.saves, *kind.draw_up(ctx, after, plan)])
    duties.sync(matter, act.kind, weighed.judgement, kind.handler(matter))
    # Last, because from here to the commit every other writer waits for the head of the journal.
    entry = append(
        act=act.code,
        matter_kind=act.kind,
        matter_id=str(matter.id),
        body_code=ctx.body.code,
        officer_code=ctx.officer.code,
        certificate_no=ctx.held.get("certificate_no") or "",
        outcome=Result.DONE,
        content=_content(act, touched, weighed, plan),
        law_version=ctx.book.version,
        at=ctx.now,
    )
    if sent:
        Submission.objects.create(token=sent, matter_id=matter.id, act=act.code, position=entry.position)
    return Outcome(matter, entry.position, weighed.warns)


def _save(things: list[models.Model]) -> None:
    """In their order; documents and files that follow each other in one statement."""
    for model, same in groupby(things, key=type):
        if issubclass(model, Document | Upload):
            model.objects.bulk_create(list(same))
        else:
            for thing in same:
                thing.save(force_insert=True)


def _save_rows(kind: str, matter_id: uuid.UUID, before: Rows, touched: list[Row]) -> None:
    """One statement: rows that stand take their new facts, the others are laid. The matter is locked meanwhile."""
    latest = {(r.grain, r.row): r for r in touched}
    laid = [
        FactRow(matter_kind=kind, matter_id=matter_id, grain=r.grain, row=r.row, seq=r.seq, facts=encode(r.facts))
        for r in latest.values()
    ]
    if all(before.get(*key) is None for key in latest):
        FactRow.objects.bulk_create(laid)
    else:
        FactRow.objects.bulk_create(
            laid, update_conflicts=True, unique_fields=["matter_id", "grain", "row"], update_fields=["seq", "facts"]
        )


def _content(act: Act, touched: list[Row], weighed: Weighed, plan: Plan) -> dict:
    said = [*weighed.stops, *weighed.warns, *weighed.kept]
    return {
        "label": act.label,
        "laid": [{"grain": r.grain, "row": r.row, "facts": encode(r.facts)} for r in touched],
        "verdicts": [{"control": f.control.code, "row": f.row, "verdict": f.verdict.label} for f in said],
        "papers": [{"form": p.form, "number": p.number} for p in plan.papers],
        "note": plan.note,
    }


def _record_refusal(act: Act, ctx: Context, refused: Refused, reason: str = "") -> None:
    """Who tried what, and which control said no. In a transaction of its own: the act itself was rolled back."""
    with turn(), transaction.atomic():
        append(
            act=act.code,
            matter_kind=act.kind,
            matter_id=str(ctx.matter.id) if ctx.matter is not None else "",
            body_code=ctx.body.code,
            officer_code=ctx.officer.code,
            certificate_no=ctx.held.get("certificate_no") or "",
            outcome=Result.REFUSED,
            content={
                "label": act.label,
                "reasons": [reason] * bool(reason) + [n.reason for n in refused.not_yet],
                "verdicts": [
                    {"control": f.control.code, "row": f.row, "verdict": f.verdict.label, "says": f.says}
                    for f in refused.findings
                ],
            },
            law_version=ctx.book.version,
            at=clock.now(),
        )


def _repeated(matter: Matter, spent: Submission) -> Outcome:
    return Outcome(matter, spent.position, repeated=True)


def _since(ctx: Context, version: int) -> list[Entry]:
    """The latest entries the person has not seen: as many as the versions differ."""
    done = Entry.objects.filter(matter_kind=ctx.matter.KIND, matter_id=str(ctx.matter.id), outcome=Result.DONE)
    entries = done.order_by("-position")
    return list(entries[: max(ctx.matter.version - version, 0)])
