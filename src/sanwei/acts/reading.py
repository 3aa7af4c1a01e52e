"""The log of who read personal data: entries of the journal beside those of the matter, so that they cannot vanish
either. What was read is named, never written down.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from sanwei.journal.book import append
from sanwei.journal.models import Entry, Outcome
from sanwei.lawbook import lawbook
from sanwei.people.models import Officer
from sanwei.people.queries import certificate_on

from . import clock
from .models import Matter

ACT = "read_personal"
LABEL = "查看当事人完整信息"


def _kind(kind: str) -> str:
    return f"{kind}.reading"


def put_on_record(officer: Officer, matter: Matter, kind: str, what: Iterable[str], why: str) -> Entry:
    """Write down that `officer` reads now. `what`: labels of what is shown; `why`: the reason given."""
    held = certificate_on(officer, clock.today())
    with transaction.atomic():
        return append(
            act=ACT,
            matter_kind=_kind(kind),
            matter_id=str(matter.pk),
            body_code=matter.body.code,
            officer_code=officer.code,
            certificate_no=held.number if held else "",
            outcome=Outcome.DONE,
            content={"label": LABEL, "what": list(what), "why": why},
            law_version=lawbook().version,
            at=clock.now(),
        )


def readings(matter: Matter, kind: str) -> QuerySet[Entry]:
    """Who read, the latest first, with the reasons. No query until read."""
    found = Entry.objects.filter(matter_kind=_kind(kind), matter_id=str(matter.pk), act=ACT)
    return found.select_related("content").order_by("-position")
