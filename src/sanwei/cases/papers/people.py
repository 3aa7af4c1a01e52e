"""Names behind certificate numbers, for the lines at the foot of documents."""

from __future__ import annotations

from sanwei.acts.act import Context
from sanwei.acts.rows import Rows
from sanwei.people.models import Certificate
from sanwei.people.queries import certificates_on

_HOLDERS = "officers_present panel_members panel_chair reviewer_no hearing_chair hearing_recorder decider_no".split()


class People:
    """Everybody a case's documents may name; asked in one query, the first time somebody is looked up."""

    def __init__(self, ctx: Context, rows: Rows):
        self._ctx, self._rows = ctx, rows
        self._names: dict[str, str] | None = None
        self._handlers: list[dict] | None = None

    def by_number(self, numbers: list[str]) -> list[dict]:
        """[{name, certificate_no}] in the order of the numbers; an unknown number stands without a name."""
        if self._names is None:
            wanted = {n for r in self._rows for h in _HOLDERS if h in r.facts for n in _listed(r.facts[h])}
            held = Certificate.objects.filter(number__in=wanted).values_list("number", "officer__name")
            self._names = dict(held)
        return [{"name": self._names.get(n, ""), "certificate_no": n} for n in numbers if n]

    def handlers(self) -> list[dict]:
        """The officers in charge, with the certificates they hold today."""
        if self._handlers is None:
            case = self._ctx.matter
            pair = [o for o in (case.officer, case.partner) if o is not None]
            held = certificates_on(pair, self._ctx.day)
            self._handlers = [{"name": o.name, "certificate_no": held.get(o.pk, "")} for o in pair]
        return self._handlers

    def myself(self) -> dict:
        return {"name": self._ctx.officer.name, "certificate_no": self._ctx.held.get("certificate_no") or ""}


def _listed(value) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
