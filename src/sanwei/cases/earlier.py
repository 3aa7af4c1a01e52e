"""Earlier decisions against the same party: the look-back of a first offence."""

from __future__ import annotations

import datetime as dt

from sanwei.acts.models import FactRow

from .fulltext import holding
from .models import Case, SearchLine
from .search import bigrams


def earlier_decisions(case: Case, since: dt.date) -> list[Case]:
    """Other cases decided since a day against the same party for the same power; revoked decisions do not count.

    The party is the same when both codes are known and equal; where a code is unknown, an organisation is known by
    its name, a person is not (names of persons repeat). At most two queries; looks no further than fifty cases of
    the same name.
    """
    named = SearchLine.objects.filter(holding([bigrams(case.party_name)])).values("matter_id")
    found = Case.objects.filter(
        pk__in=named, party_name=case.party_name, power_code=case.power_code, decided_on__gte=since
    )
    same = [
        c for c in found.exclude(pk=case.pk).select_related("party").order_by("decided_on", "pk")[:50] if _same(c, case)
    ]
    if not same:
        return []
    rows = FactRow.objects.filter(matter_id__in=[c.pk for c in same], grain="decision").values_list(
        "matter_id", "facts"
    )
    stands = {pk for pk, facts in rows if facts.get("decided_on") and not facts.get("revoked_on")}
    return [c for c in same if c.pk in stands]


def _same(one: Case, other: Case) -> bool:
    if one.party.code and other.party.code:
        return one.party.code == other.party.code
    return one.party.kind == other.party.kind != "person"
