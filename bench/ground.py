"""Bodies and people of the benchmark: 48 bodies of two levels with twenty people each, and one that supervises all."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth import get_user_model

from sanwei.people.models import Body, BodyConfirmation, BodyPower, Certificate, Officer, OfficerConfirmation, RoleGrant

BEGAN = dt.date(2018, 1, 1)
YEARS = (2023, 2024, 2025, 2026)
POWERS = tuple(f"ZZCG-{n:04d}" for n in range(1, 31))
LEVELS = ("city",) * 12 + ("county",) * 36
# role → how many of them a body has
ROLES = {"officer": 14, "section_head": 1, "reviewer": 2, "leader": 3}


@dataclass(frozen=True)
class Crew:
    """The people of one body who walk its cases; the names are those that `tests/walking.py` asks for."""

    body: Body
    officers: tuple[Officer, ...]
    head: Officer
    reviewer: Officer
    leader: Officer
    second_leader: Officer
    certificates: dict[int, str]

    @property
    def officer(self) -> Officer:
        return self.officers[0]

    @property
    def partner(self) -> Officer:
        return self.officers[1]


def build() -> list[Crew]:
    """Write them into the database; the first crew is that of the largest body. Accounts: `bench-<body>-<n>`, and
    `bench-supervisor`, who sees every case. None has a password."""
    justice = _body("BJ", "基准市司法局", "city", None)
    supervisor = _people(justice, {"supervisor": 1}, "bench-supervisor")[0]
    _certify([supervisor], "supervision")
    return [_crew(n, level, justice) for n, level in enumerate(LEVELS)]


def crews() -> list[Crew]:
    """The crews as they stand in a database that was seeded."""
    return [_read(body) for body in Body.objects.filter(code__startswith="BC").order_by("code")]


def _body(code: str, name: str, level: str, supervisor: Body | None, **more: str) -> Body:
    body = Body.objects.create(
        code=code, name=name, short_name=name, level=level, kind="organ", supervisor=supervisor, qualified_from=BEGAN,
        address="基准路 1 号", phone="0371-00000000", review_body_name="基准市人民政府", court_name="基准市人民法院", **more
    )  # fmt: skip
    BodyConfirmation.objects.bulk_create(
        BodyConfirmation(body=body, year=year, confirmed_on=dt.date(year, 1, 5), published_on=dt.date(year, 1, 8))
        for year in YEARS
    )
    return body


def _crew(n: int, level: str, justice: Body) -> Crew:
    name, word = f"基准{n:02d}号城市管理局", f"基{n:02d}城管"
    body = _body(f"BC{n:02d}", name, level, justice, doc_word=word, area_code="410100")
    BodyPower.objects.bulk_create(
        BodyPower(body=body, power_code=code, valid_from=dt.date(2021, 9, 1)) for code in POWERS
    )
    _certify(_people(body, ROLES, f"bench-{n:02d}"), "enforcement")
    return _read(body)


def _people(body: Body, roles: dict[str, int], stem: str) -> list[Officer]:
    """The accounts are `stem` alone for one person, else `stem-0`, `stem-1` …"""
    wanted = [role for role, number in roles.items() for _ in range(number)]
    names = [stem] if len(wanted) == 1 else [f"{stem}-{n}" for n in range(len(wanted))]
    users = get_user_model().objects.bulk_create(get_user_model()(username=name, password="!") for name in names)
    people = [
        Officer(
            user=user, code=f"{body.code}-{n:02d}", name=f"办案{body.code[1:]}{n:02d}", body=body, title="执法人员",
            active_from=BEGAN, legal_qualification=role == "reviewer",
            legal_qualification_on=dt.date(2015, 6, 1) if role == "reviewer" else None,
            first_review_on=dt.date(2019, 3, 1) if role == "reviewer" else None,
        )
        for n, (user, role) in enumerate(zip(users, wanted, strict=True))
    ]  # fmt: skip
    people = Officer.objects.bulk_create(people)
    RoleGrant.objects.bulk_create(
        RoleGrant(officer=officer, role=role, body=body, valid_from=BEGAN)
        for officer, role in zip(people, wanted, strict=True)
    )
    return people


def _certify(people: list[Officer], kind: str) -> None:
    Certificate.objects.bulk_create(
        Certificate(
            officer=officer, number=f"41{officer.pk:06d}", issuer="河南省人民政府", kind=kind, valid_from=BEGAN,
            valid_until=dt.date(2029, 12, 31),
        )
        for officer in people
    )  # fmt: skip
    OfficerConfirmation.objects.bulk_create(
        OfficerConfirmation(officer=officer, year=year, confirmed_on=dt.date(year, 1, 5))
        for officer in people
        for year in YEARS
    )


def _read(body: Body) -> Crew:
    people = list(Officer.objects.filter(body=body).select_related("user", "body").order_by("code"))
    found: dict[str, list[Officer]] = {}
    for role, officer in zip((role for role, number in ROLES.items() for _ in range(number)), people, strict=True):
        found.setdefault(role, []).append(officer)
    numbers = dict(Certificate.objects.filter(officer__in=people).values_list("officer_id", "number"))
    leader, second = found["leader"][:2]
    return Crew(body, tuple(found["officer"]), found["section_head"][0], found["reviewer"][0], leader, second, numbers)
