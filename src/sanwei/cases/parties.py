"""Several parties of one case: the first is the case's own, the others are rows of the grain `party`."""

from __future__ import annotations

from sanwei.acts.act import Ask, Context
from sanwei.acts.rows import Row, Rows

FIRST = "first"  # how a form names the party of the case itself; facts say nothing for it


def standing_for(rows: Rows) -> set[str | None]:
    """The parties (None: the first) against whom a decision stands."""
    return {d["decided_party"] for d in rows.all("decision") if d["decided_on"] and not d["revoked_on"]}


def everybody(rows: Rows) -> list[str | None]:
    """The first party (None) and the rows of the others."""
    return [None, *(p.row for p in others(rows))]


def others(rows: Rows) -> list[Row]:
    """The rows of the other parties, without those who were split off into a case of their own."""
    return [p for p in rows.all("party") if not p["coparty_split_on"]]


def undecided_parties(rows: Rows) -> list[str | None]:
    """The parties about whom nothing was decided yet."""
    done = standing_for(rows)
    return [party for party in everybody(rows) if party not in done]


def choices(ctx: Context) -> list[tuple[str, str]]:
    """All parties by name."""
    first = ctx.matter.party_name if ctx.matter is not None else ""
    return [(FIRST, first), *((p.row, p["coparty_name"]) for p in others(ctx.rows))]


def asking(name: str, which=everybody) -> Ask:
    """The question which party an act is about; `which` gives the parties it may be about, the next one first."""

    def offered(ctx: Context) -> list[tuple[str, str]]:
        open_ = {party or FIRST for party in which(ctx.rows)}
        return [choice for choice in choices(ctx) if choice[0] in open_]

    return Ask(
        name,
        kind="choice",
        label="当事人",
        choices=offered,
        initial=lambda ctx: next((value for value, _ in offered(ctx)), None),
    )


def asked_of(ctx: Context, asks: tuple[Ask, ...], name: str, which=everybody) -> tuple[Ask, ...]:
    """The questions of an act, with the party before them where there are several."""
    return (asking(name, which), *asks) if others(ctx.rows) else asks


def told(data, name: str) -> dict[str, object]:
    """The answer as a fact; nothing for the first party."""
    chosen = data.get(name)
    return {name: chosen} if chosen and chosen != FIRST else {}


def kind_of(rows: Rows, party: object) -> str | None:
    """The kind of a party, by its row."""
    row = rows.get("party", str(party or ""))
    return row["coparty_kind"] if row else rows.head["party_kind"]


def not_reached(rows: Rows) -> list[str | None]:
    """The parties whom no notice has reached."""
    reached = {n["noticed_party"] for n in rows.all("notice") if n["noticed_on"]}
    return [party for party in everybody(rows) if party not in reached]


def not_heard(rows: Rows) -> list[str | None]:
    """The parties of whom no defence, waiver or silence is on record."""
    heard = {d["defending_party"] for d in rows.all("defence")}
    return [party for party in everybody(rows) if party not in heard]


def unnoticed(rows: Rows) -> list[str | None]:
    """Whom a notice may be given to: those not reached yet; everybody once all are."""
    return not_reached(rows) or everybody(rows)


def unheard(rows: Rows) -> list[str | None]:
    """Whose defence may be recorded: those not heard yet; everybody once all are."""
    return not_heard(rows) or everybody(rows)


def as_context(row: Row, label: str, code: str = "", phone: str = "") -> dict[str, object]:
    """A co-party as documents want a party; `code` and `phone` lie sealed beside the facts."""
    return {
        "name": row["coparty_name"],
        "kind_label": label,
        "code": code,
        "representative": row["coparty_representative"],
        "address": row["coparty_address"],
        "phone": phone,
    }
