"""What the acts of a penalty case share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from sanwei.acts.act import Act, Ask, Context, NotYet, Paper
from sanwei.acts.rows import Laid, Row
from sanwei.facts.codes import PENALTY_KINDS
from sanwei.journal.numbering import next_number
from sanwei.people.models import Officer, RoleGrant

from ..clocks import suspended
from ..lenience import lenient_choices, lightening_choices
from ..parties import undecided_parties
from ..transfers import whole
from ..violations import Range, charges, combined, every_power, fine_of

INVESTIGATORS = frozenset({"officer", "section_head"})
LEADERS = frozenset({"leader"})
REVIEWERS = frozenset({"reviewer"})

OPEN_STAGES = frozenset(
    "investigating reviewing noticing defending hearing deliberating deciding serving executing closing".split()
)
BEFORE_DECISION = frozenset("investigating reviewing noticing defending hearing deliberating deciding".split())


class CaseAct(Act):
    """An act on a penalty case."""

    kind = "case"
    roles = INVESTIGATORS

    def earliest(self, ctx: Context) -> dt.date | None:
        """No day this act records may lie before this day (the lead for most acts, the decision for what follows
        it).
        """
        return ctx.facts["lead_on"]


def own(facts: Mapping[str, object], row: str | None = None, grain: str = "case") -> Laid:
    """Facts on the case's own row (or on a row that stands)."""
    return Laid(grain, dict(facts), row)


def picked(data: Mapping[str, object], names: str) -> dict[str, object]:
    """The answers of these names that are not empty, to be laid as facts."""
    return {n: data[n] for n in names.split() if data.get(n) not in (None, "", [])}


def certificate(ctx: Context) -> str:
    return ctx.held.get("certificate_no") or ""


def number(ctx: Context, book: str, word: str) -> str:
    """The next number of a book of this body and year, as 郑城管罚决〔2026〕12号. Given back if the act is refused."""
    taken = next_number(
        f"{book}/{ctx.body.code}",
        ctx.day.year,
        matter_kind="case",
        matter_id=ctx.rows.matter_id,
        pattern=f"{ctx.body.doc_word}{word}〔{{year}}〕{{n}}号",
    )
    return taken.label


def paper(ctx: Context, form: str, no: str = "", **extra) -> Paper:
    return Paper(form=form, number=no, day=ctx.day, extra=extra)


def holders(*roles: str, but_me: bool = False) -> Callable[[Context], list[tuple[str, str]]]:
    """Choices of the body's people who hold one of the roles today: (id, name and title)."""

    def choices(ctx: Context) -> list[tuple[str, str]]:
        granted = RoleGrant.objects.on(ctx.day).filter(role__in=roles, officer__body__path__startswith=ctx.body.path)
        found = Officer.objects.active_on(ctx.day).filter(pk__in=granted.values("officer_id")).order_by("code")
        if but_me:
            found = found.exclude(pk=ctx.officer.pk)
        return [(str(o.pk), f"{o.name}（{o.title or o.post}）" if (o.title or o.post) else o.name) for o in found]

    return choices


others = holders("officer", "section_head", but_me=True)
leaders = holders("leader")
independents = holders("section_head", "reviewer", "leader")  # who may chair a hearing; the control says who may not
staff = holders("officer", "section_head", "reviewer", "leader")


def penalty_choices(ctx: Context) -> list[tuple[str, str]]:
    return list(PENALTY_KINDS.items())


def power_choices(ctx: Context) -> list[tuple[str, str]]:
    """The clauses the case's powers stand on."""
    powers = [ctx.book.power(code) for code in every_power(ctx.rows)]
    found = [clause for power in powers for clause in (*power.breached, *power.penalty)]
    return list({clause.ref: (clause.ref, clause.cite) for clause in found}.values())


def notice_basis_choices(ctx: Context) -> list[tuple[str, str]]:
    """What a notice may cite: the clauses of the power, and those that lighten a penalty."""
    return [*power_choices(ctx), *lightening_choices(ctx)]


def basis_choices(ctx: Context) -> list[tuple[str, str]]:
    """What a decision may cite: the clauses of the power, and those that lighten a penalty or exempt from it."""
    return [*power_choices(ctx), *lenient_choices(ctx)]


def all_basis(ctx: Context) -> list[str]:
    """The clauses of the power: what stands chosen until somebody chooses otherwise."""
    return [ref for ref, _ in power_choices(ctx)]


def row_choices(grain: str, label, where=lambda r: True):
    """Choices from the standing rows of a grain."""

    def choices(ctx: Context) -> list[tuple[str, str]]:
        return [(r.row, label(r)) for r in ctx.rows.all(grain) if where(r)]

    return choices


def need(*conditions: tuple[bool, str, str]) -> list[NotYet]:
    """(holds, reason why not yet, who can change it) → the reasons that stand."""
    return [NotYet(reason=reason, who=who) for holds, reason, who in conditions if not holds]


def live(ctx: Context) -> list[NotYet]:
    """Most acts need a filed case that is neither closed nor terminated nor with somebody else."""
    return alive(ctx) or need(
        (whole(ctx.rows) is None, "本案已经移送其他机关", "接收机关退回的，登记处理结果之后再办理")
    )


def alive(ctx: Context) -> list[NotYet]:
    """A filed case that is neither closed nor terminated, wherever it is."""
    f = ctx.facts
    return need(
        (
            bool(f["filed_on"]) or f["procedure"] == "summary",
            "本案尚未批准立案",
            "由承办人呈报立案，行政机关负责人批准",
        ),
        (not f["closed_on"], "本案已经结案", "确需继续办理的，依法另行立案"),
        (not f["terminated_on"], "本案已经销案", ""),
        (not f["lead_refused_on"], "本线索已经决定不予立案", ""),
        (not f["merged_on"], "本案已经并入另一案", "在并入的案件上办理"),
    )


def standing(ctx: Context) -> list[Row]:
    """The decisions made and not revoked."""
    return [d for d in ctx.rows.all("decision") if d["decided_on"] and not d["revoked_on"]]


def change_open(ctx: Context) -> Row | None:
    """The change of a standing decision that was approved and is not yet made by a new decision."""
    rows = {d.row for d in standing(ctx)}
    found = (r for r in ctx.rows.all("revision") if r["revision_kind"] == "changed" and r["revised_on"])
    return next((r for r in found if r["revised_decision"] in rows), None)


def undecided(ctx: Context) -> list[NotYet]:
    """What prepares a decision comes before it: nobody reviews, assesses, gives notice or deliberates afterwards,
    unless the decision is to be changed; nor while the case is suspended."""
    open_ = bool(undecided_parties(ctx.rows)) or change_open(ctx) is not None
    return need(
        (open_, "本案已经作出决定，不能再补办决定之前的步骤", "决定确有错误的，依法撤销后再处理"),
        (suspended(ctx.rows) is None, "本案正在中止", "原因消除之后，由负责人批准恢复办理"),
    )


def summed(name: str, otherwise: str = "") -> Callable[[Context], object]:
    """What the charges against the first party come to (`combined`), or a fact of the case where there are none."""

    def known(ctx: Context) -> object:
        found = charges(ctx.rows, None)
        return combined(found)[name] if found else ctx.facts[otherwise] if otherwise else None

    return known


def fine_range(ctx: Context, kind: str) -> Range:
    """(least, most) of the statutory fine for this kind of party, in 分; (None, None) where the power knows no fine."""
    return fine_of(ctx.book.power(ctx.facts["power_code"]), kind) or (None, None)


FILES = Ask(
    "files",
    required=False,
    kind="files",
    label="照片、扫描件",
    help="可一次选择多个；支持图片、PDF、音视频，单个不超过 20 MB",
)
