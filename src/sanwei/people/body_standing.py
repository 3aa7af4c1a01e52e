"""The standing of a body on a day: the facts an act lays about it, in one query."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import QuerySet, Value

from sanwei.people.models import Body, BodyConfirmation, BodyPower, Concentration, Delegation
from sanwei.people.spans import nearest
from sanwei.people.union import Row, covers, latest_confirmation, part, read


def body_standing(body: Body, power_code: str, day: date) -> dict[str, Any]:
    """What is known of `body` and its power on `day`. One query.

    body_kind, body_level, body_qualified_from, body_qualified_until; body_confirmed_on, body_confirmed_year: of the
    latest confirmation made by that day (last year's one still shows until this year's is made).
    power_listed_from, power_listed_until: the line of the body's list in force that day, else the one that lapsed.
    power_given_up_on: since when, or from when on, the power is another body's; None once it has come back.
    power_received_on, concentration_surveyed_on, concentration_approved_on: where the body has it by concentration.
    delegated_from, delegated_until, delegation_covers_power: of the delegation to this body that covers the power, in
    force rather than lapsed; where none covers it, of the nearest one; None without a delegation.
    """
    known: dict[str, list[Row]] = defaultdict(list)
    for row in read(_about_body(body, power_code, day)):
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
        **_delegation(known["delegation"], power_code, day),
    }


def _about_body(body: Body, power_code: str, day: date) -> list[QuerySet]:
    owner = Value(body.pk)
    moves = Concentration.objects.filter(power_code=power_code, in_force_from__isnull=False)
    days = {"first": "in_force_from", "last": "survey_on", "third": "approved_on"}
    made = BodyConfirmation.objects.filter(body=body, year__lte=day.year, confirmed_on__lte=day)
    return [
        part(
            Body.objects.filter(pk=body.pk),
            owner,
            "body",
            text="kind",
            more="level",
            first="qualified_from",
            last="qualified_until",
        ),
        part(made, owner, "confirmation", text="year", first="confirmed_on"),
        part(
            BodyPower.objects.filter(body=body, power_code=power_code),
            owner,
            "power",
            first="valid_from",
            last="valid_until",
        ),
        part(moves.filter(from_body=body), owner, "given", **days),
        part(moves.filter(to_body=body), owner, "received", **days),
        part(
            Delegation.objects.filter(to_body=body),
            owner,
            "delegation",
            text="document_no",
            more="powers",
            first="valid_from",
            last="valid_until",
        ),
    ]


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


def _delegation(rows: list[Row], power_code: str, day: date) -> dict[str, Any]:
    covering = [row for row in rows if covers(row, power_code)]
    row = nearest(covering or rows, day, "first", "last")
    return {
        "delegated_from": row["first"] if row else None,
        "delegated_until": row["last"] if row else None,
        "delegation_covers_power": bool(covering) if row else None,
    }
