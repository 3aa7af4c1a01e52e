"""The standing of an actor on a day: the facts an act lays about the person, in one query.

The keys are the names of the vocabulary (`sanwei.facts`, grains `actor` and `standing`) wherever it has the fact.
Nothing is judged here: a certificate that has lapsed or a posting that has ended is laid with its days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from sanwei.people.models import Body, Certificate, Officer, OfficerConfirmation, Posting, RoleGrant
from sanwei.people.models.officers import CertificateKind
from sanwei.people.spans import covers, in_span, nearest
from sanwei.people.union import Row, latest_confirmation, part, read
from sanwei.people.union import covers as list_covers

Facts = dict[str, Any]
ENFORCEMENT = CertificateKind.ENFORCEMENT.value


def standings(
    officers: Sequence[Officer], body: Body, power_code: str | None, day: date, kind: str = ENFORCEMENT
) -> dict[str, Facts]:
    """`standing` of several officers in one query: officer's code → facts."""
    if not officers:
        return {}
    ids = [officer.pk for officer in officers]
    known: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in read(_about_officers(ids, day, kind)):
        known[row["owner"]][row["what"]].append(row)
    return {officer.code: _officer_facts(known[officer.pk], body, power_code, day) for officer in officers}


def standing(officer: Officer, body: Body, power_code: str | None, day: date, kind: str = ENFORCEMENT) -> Facts:
    """What is known of `officer` acting for `body` with a power on `day`. One query.

    actor_code, certificate_no, certificate_from, certificate_until, certificate_revoked_on: of the certificate of
    this kind in force that day, else of the one that lapsed last, else None. A certificate of the other kind never
    stands in for it.
    officer_confirmed_on, officer_confirmed_year: of the latest confirmation made by that day.
    officer_of_body: in post that day, and of this body or of one below it, or posted there that day.
    posted, posted_under, posting_from, posting_until, posting_covers_power: only where a posting, in force or lapsed,
    is what binds the officer to this body; posted is False and the others None for the body's own people.
    legally_qualified (yes by that day), first_review_on; roles: codes in force that day over this body, sorted.
    """
    return standings([officer], body, power_code, day, kind)[officer.code]


def _about_officers(ids: list[int], day: date, kind: str) -> list[QuerySet]:
    of_them = {"officer_id__in": ids}
    made = Q(year__lte=day.year, confirmed_on__lte=day)
    return [
        part(
            Officer.objects.filter(pk__in=ids),
            F("id"),
            "officer",
            text="code",
            more="body__path",
            extra="legal_qualification",
            first="active_from",
            last="active_until",
            third="legal_qualification_on",
        ),
        part(
            Officer.objects.filter(pk__in=ids, first_review_on__isnull=False),
            F("id"),
            "first_review",
            first="first_review_on",
        ),
        part(
            Certificate.objects.filter(kind=kind, **of_them),
            F("officer_id"),
            "certificate",
            text="number",
            first="valid_from",
            last="valid_until",
            third="revoked_on",
        ),
        part(
            OfficerConfirmation.objects.filter(made, **of_them),
            F("officer_id"),
            "confirmation",
            text="year",
            first="confirmed_on",
        ),
        part(
            Posting.objects.filter(to_body__isnull=False, **of_them),
            F("officer_id"),
            "posting",
            text="document_no",
            more="powers",
            extra="to_body__path",
            first="valid_from",
            last="valid_until",
        ),
        part(
            Posting.objects.filter(to_body__isnull=True, **of_them),
            F("officer_id"),
            "area_posting",
            text="document_no",
            more="powers",
            extra="area_code",
            first="valid_from",
            last="valid_until",
        ),
        part(
            RoleGrant.objects.filter(in_span(day), **of_them), F("officer_id"), "role", text="role", more="body__path"
        ),
    ]


def _officer_facts(known: dict[str, list[Row]], body: Body, power_code: str | None, day: date) -> Facts:
    (own,) = known["officer"]
    in_post = covers(day, own["first"], own["last"])
    native = own["more"].startswith(body.path)
    certificate = _certificate(known["certificate"], day) or {}
    confirmed = latest_confirmation(known["confirmation"])
    # the posting speaks only where it is the bond: for the body's own people it would restrict what needs no posting
    posting = None if native else nearest(_postings_to(body, known), day, "first", "last")
    here = posting is not None and covers(day, posting["first"], posting["last"])
    qualified = own["extra"].lower() in ("1", "t", "true")
    (first_review,) = known["first_review"] or [{"first": None}]
    return {
        "actor_code": own["text"],
        "certificate_no": certificate.get("text"),
        "certificate_from": certificate.get("first"),
        "certificate_until": certificate.get("last"),
        "certificate_revoked_on": certificate.get("third"),
        "officer_confirmed_on": confirmed["first"],
        "officer_confirmed_year": confirmed["year"],
        "officer_of_body": in_post and (native or here),
        "posted": posting is not None,
        "posted_under": posting["text"] if posting else None,
        "posting_from": posting["first"] if posting else None,
        "posting_until": posting["last"] if posting else None,
        "posting_covers_power": list_covers(posting, power_code),
        "legally_qualified": qualified and (own["third"] is None or own["third"] <= day),
        "first_review_on": first_review["first"],
        "roles": sorted({row["text"] for row in known["role"] if body.path.startswith(row["more"])}),
    }


def _certificate(rows: list[Row], day: date) -> Row | None:
    """One that may be shown that day comes before one in its span but revoked."""
    return nearest([row for row in rows if _may_show(row, day)] or rows, day, "first", "last")


def _may_show(row: Row, day: date) -> bool:
    return covers(day, row["first"], row["last"]) and (row["third"] is None or day < row["third"])


def _postings_to(body: Body, known: dict[str, list[Row]]) -> list[Row]:
    """Postings to this body, to one below it, or to the area the body stands in."""
    to_body = [row for row in known["posting"] if row["extra"].startswith(body.path)]
    to_area = [row for row in known["area_posting"] if body.area_code.startswith(row["extra"])]
    return to_body + to_area
