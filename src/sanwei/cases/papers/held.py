"""What the papers of coercive measures, preserved evidence and samples are filled from: the row a paper is about."""

from __future__ import annotations

from sanwei.acts.act import Context, Paper
from sanwei.acts.rows import Row, Rows
from sanwei.facts.codes import (
    CUSTODY_STEPS,
    MEASURE_ENDS,
    MEASURE_KINDS,
    PRESENCE,
    PRESERVATION_ENDS,
    RELEASE_GROUNDS,
    SAMPLE_ENDS,
)

from .people import People
from .say import cites, moment, signing_note, term

NOBODY = Row("", "", 0)
# What the law calls what is done, in the words of a decision.
_DONE = {"seal": "查封", "seize": "扣押", "freeze": "冻结"}


def context_of(ctx: Context, rows: Rows, paper: Paper, people: People) -> dict:
    """{measure, test} or {held} of the row the paper names."""
    row = str(paper.extra.get("row") or "")
    for grain, told in (("preservation", _preservation), ("sampling", _sampling)):
        if found := rows.get(grain, row):
            names = [named(t) for t in things(rows, row)]
            held = {**found.facts, "named": names, **_common(ctx, people), **told(ctx, found, people)}
            return {"held": held, "list": _listed(rows, found, people)}
    test = rows.get("testing", row) or NOBODY
    measure = rows.get("measure", row) or rows.get("measure", test["test_of"] or "")
    if measure is None:
        return {}
    listed = things(rows, measure.row)
    return {
        "measure": _measure(ctx, measure, people) | {"things": listed, "named": [named(t) for t in listed]},
        "test": {**test.facts},
        "list": _listed(rows, measure, people),
    }


# What the list belongs to: its words, and where number, day, place and officers stand.
_LISTS = {
    "measure": ("", "measure_no", "measure_on", "measure_place", "measure_officers"),
    "preservation": ("先行登记保存", "preservation_no", "preserved_on", "preservation_place", ""),
    "sampling": ("抽样取证", "sampling_no", "sampled_on", "sampling_place", "sampling_officers"),
}


def _listed(rows: Rows, r: Row, people: People) -> dict:
    """The list of things of a row, as a table prints it."""
    doing, number, day, place, officers = _LISTS[r.grain]
    return {
        "doing": doing or _DONE.get(r["measure_kind"], ""),
        "number": r[number],
        "day": r[day],
        "place": r[place],
        "things": things(rows, r.row),
        "officers": people.by_number(r.get(officers, [])) if officers else people.handlers(),
    }


def _common(ctx: Context, people: People) -> dict:
    return {"cites": cites(ctx, "XZCF2009 §37(2)", "XZCF2021 §56"), "officers": people.handlers()}


def _preservation(ctx: Context, r: Row, people: People) -> dict:
    last = ctx.book.due("preservation.limit", r["preserved_on"]) if r["preserved_on"] else None
    return {
        "term": term(ctx, "preservation.limit"),
        "until": last.day if last else None,
        "end": PRESERVATION_ENDS.get(r["preservation_end"], ""),
        "undertaker": _asked(people, r["preservation_reason"], r["preservation_asked_on"]),
        "leader": _ruled(ctx, people, r["preservation_granted"], r["preservation_opinion"], r["preservation_approver"]),
    }


def _sampling(ctx: Context, r: Row, people: People) -> dict:
    return {
        "sampled_moment": moment(r["sampled_on"], r["sampled_at"]),
        "end": SAMPLE_ENDS.get(r["sampling_end"], ""),
        "undertaker": _asked(people, r["sampling_reason"], r["sampling_asked_on"]),
        "leader": _ruled(ctx, people, r["sampling_granted"], r["sampling_opinion"], r["sampling_approver"]),
    }


def _asked(people: People, opinion: str | None, day) -> dict:
    return {"opinion": opinion or "", "day": day, **next(iter(people.handlers()), {})}


def _ruled(ctx: Context, people: People, granted: bool | None, opinion: str | None, ruler: str | None) -> dict:
    if granted is None:
        return {}
    who = (people.by_number([ruler]) if ruler else None) or [{}]
    return {"opinion": ("同意。" if granted else "不同意。") + (opinion or ""), "day": ctx.day, **who[0]}


def _measure(ctx: Context, r: Row, people: People) -> dict:
    taken = people.by_number(r.get("measure_officers", [])) or people.handlers()
    ruler = (people.by_number([r["measure_ruler"]]) if r["measure_ruler"] else None) or [{}]
    kind = r["measure_kind"]
    return {
        **r.facts,
        "kind": MEASURE_KINDS.get(kind, ""),
        "doing": _DONE.get(kind, ""),
        "cites": [ctx.book.clause(ref).cite for ref in r.get("measure_basis", [])],
        "general": cites(ctx, "XZQZ2011 §24(1)" if kind != "freeze" else "XZQZ2011 §30(1)"),
        "term": term(ctx, "measure.limit"),
        "began_at": moment(r["measure_on"], r["measure_at"]),
        "finished_at": moment(r["measure_on"], r["measure_ended_at"]),
        "presence": PRESENCE.get(r["measure_presence"], ""),
        "signing": signing_note(r["measure_record_signed"]),
        "taken_by": taken,
        "keeping": "请妥善保管封存的物品，未经本机关许可不得启封、转移、使用。" if kind == "seal" else "",
        "undertaker": {"opinion": r["measure_reason"] or "", "day": r["measure_asked_on"], **taken[0]},
        "leader": {
            "opinion": ("同意。" if r["measure_granted"] else "不同意。") + (r["measure_opinion"] or ""),
            "day": r["measure_ruled_on"],
            **ruler[0],
        },
        "ruled_at": moment(r["measure_ruled_on"], r["measure_ruled_at"]),
        "urgency": r["urgency_reason"] if r["measure_urgent"] else "",
        "end": MEASURE_ENDS.get(r["measure_end"], ""),
        "ground": RELEASE_GROUNDS.get(r["release_ground"], ""),
        "ground_cites": cites(ctx, "XZQZ2011 §33(1)" if kind == "freeze" else "XZQZ2011 §28(1)"),
        "end_cites": cites(ctx, "XZQZ2011 §27"),
        "extension_cites": cites(ctx, "XZQZ2011 §32(1)" if kind == "freeze" else "XZQZ2011 §25(1)"),
        "test_cites": cites(ctx, "XZQZ2011 §25(3)"),
    }


def things(rows: Rows, of: str) -> list[dict]:
    """The things of a measure, of preserved evidence or of samples, as a list prints them."""
    found = []
    for n, x in enumerate((x for x in rows.all("exhibit") if x["exhibit_of"] == of), start=1):
        last = [m for m in rows.all("custody") if m["custody_exhibit"] == x.row][-1:]
        found.append(
            {
                "nth": str(n),
                "name": x["exhibit_name"] or "",
                "spec": x["exhibit_spec"] or "",
                "quantity": x["exhibit_quantity"] or "",
                "state": x["exhibit_state"] or "",
                "place": last[0]["custody_place"] if last else "",
                "step": CUSTODY_STEPS.get(last[0]["custody_step"], "") if last else "",
            }
        )
    return found


def named(thing: dict) -> str:
    """One thing in a line of a letter."""
    more = [thing[k] for k in ("spec", "quantity", "state") if thing[k]]
    return f"{thing['name']}（{'，'.join(more)}）" if more else thing["name"]
