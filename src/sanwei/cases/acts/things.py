"""涉案物品：清单怎样写、怎样成为物品行和第一次流转，此后由谁保管。"""

from __future__ import annotations

import re

from sanwei.acts.act import Context
from sanwei.acts.rows import Laid, Row
from sanwei.facts.codes import CUSTODY_ENDS

HOW = "每行一件（批）：名称，规格型号，数量，特征。至少写名称和数量，例如：面粉，25 千克装，12 袋，包装完好"
_PARTS = re.compile(r"[，,；;\t]")
MOST = 200  # things on one list


def read(text: str) -> list[dict[str, str]]:
    """The things of a list, one a line: {exhibit_name, exhibit_spec, exhibit_quantity, exhibit_state}.

    Two parts are name and quantity, three name, kind and quantity, four the state as well. Raises ValueError with the
    number of the line that cannot be read.
    """
    found = []
    lines = [line for line in (text or "").splitlines() if line.strip()]
    if len(lines) > MOST:
        raise ValueError(f"一份清单最多 {MOST} 行，请分成几份办理")
    for n, line in enumerate(lines, start=1):
        parts = [part.strip() for part in _PARTS.split(line, maxsplit=3)]
        if len(parts) < 2 or not parts[0] or not parts[1 if len(parts) == 2 else 2]:
            raise ValueError(f"第 {n} 行要写明名称和数量，用逗号分开，例如：面粉，12 袋")
        name, spec, quantity, state = (parts + [""] * 4)[:4] if len(parts) > 2 else (parts[0], "", parts[1], "")
        thing = {"exhibit_name": name, "exhibit_spec": spec, "exhibit_quantity": quantity, "exhibit_state": state}
        found.append({k: v[:120] for k, v in thing.items() if v})
    return found


def wrong(data, name: str = "things") -> dict[str, str]:
    """What is wrong with a list that was written."""
    try:
        read(data.get(name) or "")
    except ValueError as fault:
        return {name: f"{fault}，请修改"}
    return {}


def me(ctx: Context) -> str:
    """The doer as holder of a thing: name and certificate."""
    no = ctx.held.get("certificate_no")
    return f"{ctx.officer.name}（{no}）" if no else ctx.officer.name


def listed(ctx: Context, text: str, source: str, of: str, day=None) -> list[Laid]:
    """Rows of the things of a list; `day`: when they were taken, None while that is only asked for."""
    first = len(ctx.rows.all("exhibit")) + 1
    common = {"exhibit_source": source, "exhibit_of": of} | ({"exhibit_on": day} if day else {})
    return [Laid("exhibit", thing | common | {"exhibit_no": n}, f"x{n}") for n, thing in enumerate(read(text), first)]


def taken(ctx: Context, text: str, source: str, of: str, day, place: str) -> list[Laid]:
    """Rows of the things of a list, each with its first move: from the party to the doer."""
    return [r for x in listed(ctx, text, source, of, day) for r in (x, _first(ctx, x.row, day, place))]


def begun(ctx: Context, of: str, day, place: str) -> list[Laid]:
    """What was listed before is taken now: its day, and its first move."""
    asked = [x.row for x in ctx.rows.all("exhibit") if x["exhibit_of"] == of]
    return [r for x in asked for r in (Laid("exhibit", {"exhibit_on": day}, x), _first(ctx, x, day, place))]


def _first(ctx: Context, exhibit: str, day, place: str) -> Laid:
    move = {
        "custody_on": day,
        "custody_exhibit": exhibit,
        "custody_step": "taken",
        "custody_from": ctx.matter.party_name,
        "custody_to": me(ctx),
        "custody_place": place,
        "custody_intact": True,
    }
    return Laid("custody", move, f"{exhibit}-1")


def moves(ctx: Context, exhibit: str) -> list[Row]:
    """The moves of one thing, in order."""
    return [r for r in ctx.rows.all("custody") if r["custody_exhibit"] == exhibit]


def kept(ctx: Context) -> list[Row]:
    """The things that have no end yet."""
    gone = {r["custody_exhibit"] for r in ctx.rows.all("custody") if r["custody_step"] in CUSTODY_ENDS}
    return [r for r in ctx.rows.all("exhibit") if r["exhibit_on"] and r.row not in gone]


def moved(ctx: Context, exhibit: str, facts: dict[str, object]) -> Laid:
    """The next move of a thing: whoever has it gives it."""
    before = moves(ctx, exhibit)
    given = {"custody_exhibit": exhibit, "custody_from": before[-1]["custody_to"] if before else me(ctx)}
    return Laid("custody", given | facts, f"{exhibit}-{len(before) + 1}")


def label(row: Row) -> str:
    """A thing as a list of choices names it."""
    return f"{row['exhibit_no']} 号 {row['exhibit_name']}（{row['exhibit_quantity']}）"
