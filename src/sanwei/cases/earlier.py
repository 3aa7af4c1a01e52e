"""Earlier decisions against the same party: the look-back of a first offence, and of a deed fined already."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Mapping

from sanwei.acts.models import FactRow

from .fulltext import holding
from .models import Case, Party, SearchLine
from .search import bigrams

MOST = 50  # cases of one name looked at


def earlier_decisions(case: Case, since: dt.date) -> list[Case]:
    """Other cases decided since a day against the same party for the same power; revoked decisions do not count.

    The party is the same when both codes are known and equal; where a code is unknown, an organisation is known by
    its name, a person is not (names of persons repeat). At most two queries; looks no further than fifty cases of
    the same name.
    """
    found = _named(case.party_name).filter(power_code=case.power_code, decided_on__gte=since).exclude(pk=case.pk)
    same = [c for c in found[:MOST] if _same(c.party, case.party)]
    if not same:
        return []
    rows = FactRow.objects.filter(matter_id__in=[c.pk for c in same], grain="decision").values_list(
        "matter_id", "facts"
    )
    stands = {pk for pk, facts in rows if facts.get("decided_on") and not facts.get("revoked_on")}
    return [c for c in same if c.pk in stands]


def fined_already(
    party: Party, deeds: Collection[tuple[str, dt.date]], place: str, but: uuid.UUID | None = None
) -> list[Case]:
    """Other cases whose standing fine may already have punished one of these deeds (power, last day) of a party.

    May be: the same power, for what was done up to that decision (a continuing violation is cut off by it); or the same
    day at the same place under whatever power (one deed, several norms). Cases of all bodies on record count, since a
    second fine is barred whoever imposed the first. At most two queries.
    """
    found = _named(party.name).filter(fine_fen__gt=0, decided_on__isnull=False).exclude(pk=but)
    same = {c.pk: c for c in found[:MOST] if _same(c.party, party)}
    if not same:
        return []
    rows = FactRow.objects.filter(matter_id__in=same, grain__in=("case", "decision"))
    facts: dict[uuid.UUID, dict[str, list[dict]]] = {pk: {"case": [{}], "decision": []} for pk in same}
    for pk, grain, told in rows.values_list("matter_id", "grain", "facts"):
        facts[pk][grain].append(told)
    return [c for pk, c in same.items() if _may_be(c, facts[pk]["case"][-1], facts[pk]["decision"], deeds, place)]


def looked_up(day: dt.date, found: list[Case], data: Mapping[str, object]) -> dict[str, object]:
    """The facts of having looked for an earlier fine for the same deed."""
    told = {"fined_looked_on": day, "fined_before": len(found)}
    if found:
        told["fined_before_numbers"] = "、".join(c.number for c in found)
        told["fined_before_other"] = data.get("fined_before_other") or None
    return told


def _may_be(case: Case, head: dict, decisions: list[dict], deeds, place: str) -> bool:
    fined = [d["decided_on"] for d in decisions if d.get("decided_on") and not d.get("revoked_on") and d.get("fine")]
    if not fined:
        return False
    last = dt.date.fromisoformat(max(fined))
    there = head.get("violation_on"), head.get("lead_place")
    return any(
        (power == case.power_code and day <= last) or (bool(place) and (day.isoformat(), place) == there)
        for power, day in deeds
    )


def _named(name: str):
    """Cases of parties of this name, the earliest decided first."""
    named = SearchLine.objects.filter(holding([bigrams(name)])).values("matter_id")
    return Case.objects.filter(pk__in=named, party_name=name).select_related("party").order_by("decided_on", "pk")


def _same(one: Party, other: Party) -> bool:
    if one.code and other.code:
        return one.code == other.code
    return one.kind == other.kind != "person"
