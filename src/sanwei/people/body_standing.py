"""The standing of a body on a day: the facts an act lays about it, in one query."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sanwei.people.models import Body
from sanwei.people.spans import nearest
from sanwei.people.union import NO_DAY, Row, covers, latest_confirmation, read

_ABOUT_BODY = f"""
SELECT id, 'body', kind, level, '', qualified_from, qualified_until, {NO_DAY} FROM people_body WHERE id = %s
UNION ALL
SELECT body_id, 'confirmation', CAST(year AS text), '', '', confirmed_on, {NO_DAY}, {NO_DAY}
  FROM people_bodyconfirmation WHERE body_id = %s AND year <= %s AND confirmed_on <= %s
UNION ALL
SELECT body_id, 'power', '', '', '', valid_from, valid_until, {NO_DAY}
  FROM people_bodypower WHERE body_id = %s AND power_code = %s
UNION ALL
SELECT from_body_id, 'given', '', '', '', in_force_from, survey_on, approved_on
  FROM people_concentration WHERE from_body_id = %s AND power_code = %s AND in_force_from IS NOT NULL
UNION ALL
SELECT to_body_id, 'received', '', '', '', in_force_from, survey_on, approved_on
  FROM people_concentration WHERE to_body_id = %s AND power_code = %s AND in_force_from IS NOT NULL
UNION ALL
SELECT o.body_id, 'staff', CAST(COUNT(DISTINCT o.id) AS text), '', '', {NO_DAY}, {NO_DAY}, {NO_DAY}
  FROM people_officer o JOIN people_certificate c ON c.officer_id = o.id JOIN people_body b ON b.id = o.body_id
  WHERE o.body_id = %s AND b.kind = 'entrusted' AND c.kind = 'enforcement' AND c.valid_from <= %s
    AND (c.valid_until IS NULL OR c.valid_until >= %s) AND (c.revoked_on IS NULL OR c.revoked_on > %s)
  GROUP BY o.body_id
UNION ALL
SELECT to_body_id, 'delegation', document_no, CAST(powers AS text), '', valid_from, valid_until, {NO_DAY}
  FROM people_delegation WHERE to_body_id = %s
"""


def body_standing(body: Body, power_code: str, day: date) -> dict[str, Any]:
    """What is known of `body` and its power on `day`. One query.

    body_kind, body_level, body_qualified_from, body_qualified_until; body_confirmed_on, body_confirmed_year: of the
    latest confirmation made by that day (last year's one still shows until this year's is made).
    power_listed_from, power_listed_until: the line of the body's list in force that day, else the one that lapsed.
    power_given_up_on: since when, or from when on, the power is another body's; None once it has come back.
    power_received_on, concentration_surveyed_on, concentration_approved_on: where the body has it by concentration.
    delegated_from, delegated_until, delegation_covers_power: of the delegation to this body that covers the power, in
    force rather than lapsed; where none covers it, of the nearest one; None without a delegation.
    entrusted_staff: of an entrusted organisation, how many of its people hold a certificate valid that day.
    """
    known: dict[str, list[Row]] = defaultdict(list)
    at = body.pk
    given = [at, at, day.year, day, at, power_code, at, power_code, at, power_code, at, day, day, day, at]
    for row in read(_ABOUT_BODY, given):
        known[row["what"]].append(row)
    (own,) = known["body"]
    confirmed = latest_confirmation(known["confirmation"])
    listed = nearest(known["power"], day, "first", "last") or {}
    return {
        "body_kind": own["text"],
        "body_level": own["more"],
        "body_qualified_from": own["first"],
        "body_qualified_until": own["last"],
        "body_confirmed_on": confirmed["first"],
        "body_confirmed_year": confirmed["year"],
        "power_listed_from": listed.get("first"),
        "power_listed_until": listed.get("last"),
        **_moves(known["given"], known["received"], day),
        "entrusted_staff": _staff(own["text"], known["staff"]),
        **_delegation(known["delegation"], power_code, day),
    }


def _moves(given: list[Row], received: list[Row], day: date) -> dict[str, Any]:
    """The last move in force by `day` says whose the power is; a move away that is still to come is named too."""
    moves = sorted(
        [(row["first"], 0, row) for row in given] + [(row["first"], 1, row) for row in received],
        key=lambda move: move[:2],
    )
    begun = [move for move in moves if move[0] <= day]
    coming = [move for move in moves if move[0] > day]
    last = begun[-1] if begun else None
    has = next((row for _, came, row in ([last] if last else coming) if came), {})
    if last and not last[1]:
        given_up_on = last[0]
    else:
        given_up_on = next((first for first, came, _ in coming if not came), None)
    return {
        "power_given_up_on": given_up_on,
        "power_received_on": has.get("first"),
        "concentration_surveyed_on": has.get("last"),
        "concentration_approved_on": has.get("third"),
    }


def _staff(kind: str, rows: list[Row]) -> int | None:
    if kind != "entrusted":
        return None
    return int(rows[0]["text"]) if rows else 0


def _delegation(rows: list[Row], power_code: str, day: date) -> dict[str, Any]:
    covering = [row for row in rows if covers(row, power_code)]
    row = nearest(covering or rows, day, "first", "last")
    return {
        "delegated_from": row["first"] if row else None,
        "delegated_until": row["last"] if row else None,
        "delegation_covers_power": bool(covering) if row else None,
    }
