"""The standing of an actor on a day: the facts an act lays about the person, in one query.

The keys are the names of the vocabulary (`sanwei.facts`, grains `actor` and `standing`) wherever it has the fact.
Nothing is judged here: a certificate that has lapsed or a posting that has ended is laid with its days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sanwei.people.models import Body, Officer
from sanwei.people.models.officers import CertificateKind
from sanwei.people.spans import covers, nearest
from sanwei.people.union import NO_DAY, Row, latest_confirmation, read
from sanwei.people.union import covers as list_covers

Facts = dict[str, Any]
ENFORCEMENT = CertificateKind.ENFORCEMENT.value

_ABOUT_OFFICERS = f"""
SELECT o.id, 'officer', o.code, b.path, CAST(o.legal_qualification AS text),
       o.active_from, o.active_until, o.legal_qualification_on
  FROM people_officer o JOIN people_body b ON b.id = o.body_id WHERE o.id IN ({{of_them}})
UNION ALL
SELECT id, 'first_review', '', '', '', first_review_on, {NO_DAY}, {NO_DAY}
  FROM people_officer WHERE id IN ({{of_them}})
UNION ALL
SELECT officer_id, 'certificate', number, '', '', valid_from, valid_until, revoked_on
  FROM people_certificate WHERE officer_id IN ({{of_them}}) AND kind = %s
UNION ALL
SELECT officer_id, 'confirmation', CAST(year AS text), '', '', confirmed_on, {NO_DAY}, {NO_DAY}
  FROM people_officerconfirmation WHERE officer_id IN ({{of_them}}) AND year <= %s AND confirmed_on <= %s
UNION ALL
SELECT p.officer_id, CASE WHEN b.id IS NULL THEN 'area_posting' ELSE 'posting' END, p.document_no,
       CAST(p.powers AS text), COALESCE(b.path, p.area_code), p.valid_from, p.valid_until, {NO_DAY}
  FROM people_posting p LEFT JOIN people_body b ON b.id = p.to_body_id WHERE p.officer_id IN ({{of_them}})
UNION ALL
SELECT g.officer_id, 'role', g.role, b.path, '', g.valid_from, g.valid_until, {NO_DAY}
  FROM people_rolegrant g JOIN people_body b ON b.id = g.body_id
  WHERE g.officer_id IN ({{of_them}}) AND g.valid_from <= %s AND (g.valid_until IS NULL OR g.valid_until >= %s)
"""


def standings(
    officers: Sequence[Officer], body: Body, power_code: str | None, day: date, kind: str = ENFORCEMENT
) -> dict[str, Facts]:
    """`standing` of several officers in one query: officer's code → facts."""
    if not officers:
        return {}
    ids = [officer.pk for officer in officers]
    of_them = ", ".join(["%s"] * len(ids))
    values = [*ids, *ids, *ids, kind, *ids, day.year, day, *ids, *ids, day, day]
    known: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in read(_ABOUT_OFFICERS.format(of_them=of_them), values):
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
    (first_review,) = known["first_review"]
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
