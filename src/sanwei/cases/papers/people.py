"""Names behind certificate numbers, for the lines at the foot of documents."""

from __future__ import annotations

from django.db.models import Q

from sanwei.acts.act import Context
from sanwei.acts.rows import Rows
from sanwei.people.models import Certificate, Officer
from sanwei.people.models.officers import CertificateKind

_HOLDERS = (
    "officers_present panel_members panel_chair reviewer_no hearing_chair hearing_recorder decider_no"
    " goods_officers applied_by"
    " extension_approver stop_approver resume_approver measure_officers measure_ruler transfer_approver"
    " preservation_approver sampling_approver sampling_officers"
).split()


class People:
    """Everybody a case's documents may name; asked in one query, the first time somebody is looked up."""

    def __init__(self, ctx: Context, rows: Rows):
        self._ctx, self._rows = ctx, rows
        self._held: list[Certificate] | None = None

    def by_number(self, numbers: list[str]) -> list[dict]:
        """[{name, certificate_no}] in the order of the numbers; an unknown number stands without a name."""
        names = {c.number: c.officer.name for c in self._certificates()}
        return [{"name": names.get(n, ""), "certificate_no": n} for n in numbers if n]

    def handlers(self) -> list[dict]:
        """The officers in charge, with the certificates they hold today."""
        day = self._ctx.day
        shown = {
            c.officer_id: c.number
            for c in self._certificates()
            if c.kind == CertificateKind.ENFORCEMENT and c.valid_on(day)
        }
        return [{"name": o.name, "certificate_no": shown.get(o.pk, "")} for o in self._pair()]

    def _pair(self) -> list[Officer]:
        case = self._ctx.matter
        return [o for o in (case.officer, case.partner) if o is not None]

    def _certificates(self) -> list[Certificate]:
        """Those the rows name and those of the officers in charge, the earliest begun first."""
        if self._held is None:
            named = {n for r in self._rows for h in _HOLDERS if h in r.facts for n in _listed(r.facts[h])}
            held = Certificate.objects.filter(Q(number__in=named) | Q(officer__in=self._pair()))
            self._held = list(held.select_related("officer").order_by("valid_from", "id"))
        return self._held

    def myself(self) -> dict:
        return {"name": self._ctx.officer.name, "certificate_no": self._ctx.held.get("certificate_no") or ""}


def _listed(value) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
