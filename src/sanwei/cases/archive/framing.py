"""What frames the volumes: cover, catalogue and closing table, a set for each volume that has leaves."""

from __future__ import annotations

from sanwei.acts.act import Context, Paper

from ..papers.say import penalties
from .keeping import Keeping, last_decision
from .volume import ELECTRONIC, VOLUMES, Leaf


def frame(ctx: Context, leaves: list[Leaf], keep: Keeping, no: str, note: str) -> list[Paper]:
    """The papers to draw up: nothing in them is typed, all comes from the leaves and the facts."""
    papers = []
    for code, label in VOLUMES.items():
        mine = [leaf for leaf in leaves if leaf.volume == code]
        if not mine:
            continue
        number = no if code == "main" else f"{no}（副卷）"
        told = _about(ctx, mine, keep, label, number, note)
        papers += [
            Paper("archive_cover", number, ctx.day, {"archive": told}),
            Paper("archive_catalogue", "", ctx.day, {"archive": told}),
            Paper("archive_note", "", ctx.day, {"archive": told}),
        ]
    return papers


def _about(ctx: Context, leaves: list[Leaf], keep: Keeping, label: str, number: str, note: str) -> dict:
    decision = last_decision(ctx.rows)
    outcome = penalties(decision["penalty_kinds"], decision["fine"], decision["confiscation"]) if decision else []
    return {
        "number": number,
        "volume": label,
        "decision_no": decision["decision_no"] if decision else "",
        "outcome": outcome or [ctx.facts["termination_reason"] or ""],
        "closed_on": ctx.facts["closed_on"] or ctx.facts["terminated_on"],
        "papers": len(leaves),
        "pages": sum(leaf.pages or 0 for leaf in leaves),
        "retention": keep.label,
        "retention_why": keep.why,
        "keeper": ctx.officer.name,
        "note": note,
        "unsigned": [f"{leaf.title}（缺：{'、'.join(leaf.missing)}）" for leaf in leaves if leaf.missing],
        "electronic": [_electronic(leaf) for leaf in leaves if leaf.mark == ELECTRONIC],
        "entries": [_entry(n, leaf) for n, leaf in enumerate(leaves, start=1)],
    }


def _entry(n: int, leaf: Leaf) -> dict[str, object]:
    return {
        "nth": n,
        "number": leaf.number,
        "title": leaf.title,
        "day": f"{leaf.day:%Y-%m-%d}",
        "pages": leaf.span,
        "note": leaf.mark,
    }


def _electronic(leaf: Leaf) -> str:
    return f"{leaf.title}（SHA-256 前十二位 {leaf.files[0].sha256[:12]}）"
