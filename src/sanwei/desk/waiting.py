"""What waits for somebody's word: cases at a reviewer's or leader's desk, what is asked there and since when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from sanwei.acts import registry
from sanwei.cases import queries
from sanwei.cases.models import Case
from sanwei.journal.models import Entry

from .me import Me

# (whose word, stage) → the act by which it is given; a stage "" stands for any.
ANSWERS = {
    ("leader", "filing"): "file_case",
    ("leader", "deciding"): "issue_decision",
    ("leader", "closing"): "close_case",
    ("reviewer", ""): "review_case",
}
# The acts by which a word is asked for, and where the stage does not tell, the act by which it is given.
ANSWERED_BY = {
    "propose_revision": "approve_revision",
    "propose_measure": "rule_measure",
    "take_urgent_measure": "rule_measure",
    "ask_preservation": "preserve_evidence",
    "ask_sampling": "approve_sampling",
}
ASKING = frozenset("propose_filing end_investigation submit_review draft_decision propose_closing".split()) | set(
    ANSWERED_BY
)
SHOWN = 6


@dataclass(frozen=True)
class Waiting:
    """One case that waits: what is asked (`label`), where it is answered (`url`), since when, asked by whom
    (officer's code).
    """

    case: Case
    label: str
    url: str
    since: dt.datetime | None
    days: int | None


def waiting(known: Me) -> QuerySet[Case]:
    """Cases that wait for a role of this person over their body."""
    cases = queries.listed(known.paths).filter(queries.waiting(known.grants))
    return cases.select_related("body", "officer")


def first(known: Me, today: dt.date, size: int = SHOWN) -> tuple[list[Waiting], bool]:
    """The cases longest untouched among those that wait, and whether there are more. At most two queries."""
    held = list(waiting(known).order_by("touched_at", "pk")[: size + 1])
    since = _since([case.pk for case in held[:size]])
    return [_one(case, *since.get(str(case.pk), (None, "")), today) for case in held[:size]], len(held) > size


def _since(ids: list) -> dict[str, tuple[dt.datetime, str]]:
    """When each case was last laid before somebody, and by which act."""
    told = Entry.objects.filter(
        matter_kind=Case.KIND, matter_id__in=[str(pk) for pk in ids], act__in=ASKING, outcome=Entry.DONE
    )
    return {case: (at, act) for case, at, act in told.order_by("position").values_list("matter_id", "at", "act")}


def _one(case: Case, since: dt.datetime | None, asked_by: str, today: dt.date) -> Waiting:
    code = (
        ANSWERED_BY.get(asked_by) or ANSWERS.get((case.waiting_for, case.stage)) or ANSWERS.get((case.waiting_for, ""))
    )
    if code is None:
        return Waiting(case, case.stage_label, case.get_absolute_url(), since, _days(since, today))
    url = reverse("cases:do", args=[case.pk, code])
    return Waiting(case, registry.get(code).label, url, since, _days(since, today))


def _days(since: dt.datetime | None, today: dt.date) -> int | None:
    return None if since is None else (today - timezone.localdate(since)).days
