"""Bodies, their people, certificates, lists of powers, and who is lent to whom: what stands before the first case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from stdnum.cn import uscc

from sanwei.desk.demo import password
from sanwei.people.models import (
    Body,
    BodyConfirmation,
    BodyPower,
    Certificate,
    Concentration,
    Delegation,
    Officer,
    OfficerConfirmation,
    Posting,
    RoleGrant,
)

from .data import read, spread

LISTED_FROM = dt.date(2021, 9, 1)  # the day the lists of powers were published
GIVEN_UP = "ZZCG-0036"  # moved from the environment bureau to the city management bureau
LAPSED = dt.timedelta(days=100)  # so long ago one certificate ended without being renewed
UNASSIGNED = "410199"  # a division code nobody has


@dataclass
class Staff:
    """Who works at one body, by what they may do, in the order of `people.yaml`."""

    handlers: list[Officer] = field(default_factory=list)
    reviewers: list[Officer] = field(default_factory=list)
    leaders: list[Officer] = field(default_factory=list)
    lapsed: Officer | None = None


@dataclass
class Ground:
    """The city before its first case. `powers`: body code → the powers it may use."""

    bodies: dict[str, Body]
    staff: dict[str, Staff]
    powers: dict[str, list[str]]
    people: int


def build(today: dt.date) -> Ground:
    """Write bodies and people into the database."""
    bodies = _bodies(today)
    staff = {code: Staff() for code in bodies}
    hashed = make_password(password())
    people = read("people")
    for n, person in enumerate(people):
        _person(n, person, bodies, staff, today, hashed)
    for code, there in staff.items():
        there.handlers = _turn(there.handlers, bodies[code])
    _lists(bodies, today)
    powers = {b["code"]: b.get("delegated") or spread(b["powers"]) for b in read("bodies")}
    powers["ZZHJ"] = [code for code in powers["ZZHJ"] if code != GIVEN_UP]
    return Ground(bodies, staff, powers, len(people))


def credit_code(register: str, n: int) -> str:
    """A code in the right shape, of a division that does not exist."""
    stem = f"{register}{UNASSIGNED}MA{n:07d}"
    return stem + uscc.calc_check_digit(stem)


def years(today: dt.date) -> list[int]:
    """This year and the two before."""
    return [today.year - 2, today.year - 1, today.year]


def yearly(today: dt.date, make: Callable[[int, dt.date], object]) -> list:
    """One yearly confirmation each, of the years whose day has come."""
    return [make(year, dt.date(year, 1, 5)) for year in years(today) if dt.date(year, 1, 5) <= today]


def _bodies(today: dt.date) -> dict[str, Body]:
    found: dict[str, Body] = {}
    districts = read("parties")["districts"]
    for b in read("bodies"):
        parent = found.get(b.get("parent", ""))
        found[b["code"]] = body = Body.objects.create(
            code=b["code"],
            name=b["name"],
            short_name=b["short"],
            doc_word=b["word"],
            level=b["level"],
            kind=b["kind"],
            parent=parent,
            second_level_of=parent,
            supervisor=found.get("ZZSF"),
            credit_code=credit_code("11", b["place"]),
            area_code=b["area"],
            qualified_from=None if b["kind"] == "entrusted" else dt.date(2015, 1, 1),
            address=f"{districts[b['area']]}{b['street']}（虚构）",
            phone=f"0371-000000{b['place']:02d}",
            review_body_name="郑州市人民政府" if b["level"] == "city" else f"{districts[b['area']]}人民政府",
            court_name="郑州铁路运输法院",
        )
        BodyConfirmation.objects.bulk_create(
            yearly(today, lambda y, d, body=body: BodyConfirmation(body=body, year=y, confirmed_on=d, published_on=d))
        )
    return found


def _person(
    n: int, person: dict, bodies: dict[str, Body], staff: dict[str, Staff], today: dt.date, hashed: str
) -> None:
    body, role = bodies[person["body"]], person["role"]
    began = dt.date(today.year - 6, 3, 1)
    reviews = role == "reviewer"
    since = person.get("unqualified_since")
    officer = Officer.objects.create(
        user=get_user_model().objects.create(username=person["user"], password=hashed) if "user" in person else None,
        code=f"RY{n + 1:04d}",
        name=person["name"],
        body=body,
        title=person["title"],
        active_from=began,
        legal_qualification=reviews and since is None,
        legal_qualification_on=dt.date(2017, 6, 1) if reviews and since is None else None,
        first_review_on=(since or dt.date(2019, 3, 1)) if reviews else None,
    )
    RoleGrant(officer=officer, role=role, body=body, valid_from=began).save()
    _certify(n, person.get("cert", "valid"), officer, today)
    if "posted" in person:
        _post(officer, role, bodies[person["posted"]], staff, today)
    _place(staff[body.code], role, officer, person)


def _certify(n: int, what: str, officer: Officer, today: dt.date) -> None:
    if what == "none":
        return
    supervises = what == "supervision"
    Certificate.objects.create(
        officer=officer,
        number=f"{'J' if supervises else ''}4101{n + 1:04d}",
        issuer="河南省人民政府",
        kind="supervision" if supervises else "enforcement",
        scope="全市行政执法监督" if supervises else "本机关权责清单所列事项",
        valid_from=dt.date(today.year - 5, 3, 1),
        valid_until=today - LAPSED if what == "lapsed" else dt.date(today.year + 2, 2, 28),
    )
    OfficerConfirmation.objects.bulk_create(
        yearly(today, lambda y, d: OfficerConfirmation(officer=officer, year=y, confirmed_on=d))
    )


def _post(officer: Officer, role: str, to: Body, staff: dict[str, Staff], today: dt.date) -> None:
    """Lend a person: an officer helps out in cases, a reviewer reviews for a street that has none of its own."""
    since = dt.date(today.year - 2, 1, 1)
    Posting.objects.create(
        officer=officer, to_body=to, powers=["*"], document_no=f"{to.doc_word}派〔{since.year}〕1号", valid_from=since
    )
    RoleGrant(officer=officer, role=role, body=to, valid_from=since).save()
    _place(staff[to.code], role, officer, {})


def _place(there: Staff, role: str, officer: Officer, person: dict) -> None:
    if person.get("cert") == "lapsed":
        there.lapsed = officer
    elif role in ("officer", "section_head") and "posted" not in person:
        there.handlers.append(officer)
    elif role == "reviewer":
        there.reviewers.append(officer)
    elif role == "leader":
        there.leaders.append(officer)


def _turn(handlers: list[Officer], body: Body) -> list[Officer]:
    """The turn in which cases are given out: lent people stand after the body's own."""
    own = sorted(handlers, key=lambda officer: officer.body_id != body.pk)
    return own[1:] + own[:1]


def _lists(bodies: dict[str, Body], today: dt.date) -> None:
    """Lists of powers, the delegation in writing, and the power that was moved."""
    for b in read("bodies"):
        body = bodies[b["code"]]
        BodyPower.objects.bulk_create(
            BodyPower(body=body, power_code=code, valid_from=LISTED_FROM) for code in spread(b["powers"])
        )
        if "delegated" in b:
            Delegation.objects.create(
                from_body=bodies[b["delegated_by"]],
                to_body=body,
                powers=b["delegated"],
                document_no=f"{bodies[b['delegated_by']].doc_word}委〔{today.year - 3}〕1号",
                published_on=dt.date(today.year - 3, 6, 20),
                valid_from=dt.date(today.year - 3, 7, 1),
            )
    Concentration.objects.create(
        power_code=GIVEN_UP,
        from_body=bodies["ZZHJ"],
        to_body=bodies["ZZCG"],
        survey_on=dt.date(2021, 3, 10),
        approved_on=dt.date(2021, 6, 18),
        approval_no="郑政集中〔2021〕1号（虚构）",
        in_force_from=LISTED_FROM,
        supervised_on=dt.date(2022, 9, 15),
    )
