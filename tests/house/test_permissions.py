"""The permission table: every address × every role, judged against `permissions.yaml`."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sanwei.acts import clock
from sanwei.documents.models import Document, Upload
from sanwei.documents.uploads import check_upload
from sanwei.journal.models import Entry
from walking import CONTACT, day, do, walk

TABLE = yaml.safe_load((Path(__file__).parent / "permissions.yaml").read_text(encoding="utf-8"))
ROLES: list[str] = TABLE["roles"]
ROWS = [(row[0], row[1], dict(zip(ROLES, row[2:], strict=True))) for row in TABLE["rows"]]
# One pixel.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def addresses(resolver: URLResolver, space: str = "") -> Iterator[str]:
    """Every named address of the house; one without a name is an error."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"an address without a name: {pattern.pattern}"
            yield f"{space}{pattern.name}"


@pytest.fixture
def scene(cast) -> dict[str, str]:
    """A city case that waits for filing, a paper of it, a picture in it, and something that does not exist."""
    case = walk(cast, "investigating")
    files = [check_upload(SimpleUploadedFile("现场.png", PICTURE, content_type="image/png"))]
    contact = CONTACT | {"contact_on": day(3, 5), "second_officer": str(cast.partner.pk), "files": files}
    do("record_contact", cast.officer, day(3, 5), contact, case)
    document = Document.objects.filter(matter_id=str(case.pk)).earliest("pk")
    return {
        "case": str(walk(cast, "filing").pk),
        "document": str(document.pk),
        "code": document.short_code,
        "upload": str(Upload.objects.get(matter_id=str(case.pk)).pk),
        "nothing": str(uuid.UUID(int=7)),
    }


def test_no_address_is_missing_from_the_table() -> None:
    assert sorted({name for name, _, _ in ROWS}) == sorted(set(addresses(get_resolver())))


def test_no_row_stands_twice() -> None:
    keys = [(name, *args) for name, args, _ in ROWS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_this_role_as_the_table_says(cast, scene, role) -> None:
    client = Client()
    if role != "anonymous":
        client.force_login(getattr(cast, role).user)
    wrong: list[str] = []
    with clock.at(day(4, 20)):
        for name, args, expected in ROWS:
            url = reverse(name, args=[str(arg).format_map(scene) for arg in args])
            answer = client.get(url)
            if answer.status_code != expected[role]:
                wrong.append(f"{name} {args}: {answer.status_code} instead of {expected[role]}")
            elif answer.status_code == 302 and role == "anonymous":
                assert answer.headers["Location"].startswith(reverse("login")), name
    assert wrong == []


@pytest.mark.parametrize("role", ROLES)
def test_what_may_not_be_seen_may_not_be_sent_either(cast, scene, role) -> None:
    client = Client()
    if role != "anonymous":
        client.force_login(getattr(cast, role).user)
    before = Entry.objects.filter(outcome=Entry.DONE).count()
    wrong: list[str] = []
    with clock.at(day(4, 20)):
        for name, args, expected in ROWS:
            if name.startswith("cases:") and expected[role] != 200:
                url = reverse(name, args=[str(arg).format_map(scene) for arg in args])
                answer = client.post(url, {"token": f"{name}{args}"[:60], "version": "1"})
                if answer.status_code != expected[role]:
                    wrong.append(f"{name} {args}: {answer.status_code} instead of {expected[role]}")
    assert wrong == []
    assert Entry.objects.filter(outcome=Entry.DONE).count() == before


def test_signing_in_is_asked_before_anything_is_told(cast, scene) -> None:
    """A stranger without an account learns nothing from the difference between what exists and what does not."""
    told: dict[str, set[Any]] = {}
    for name, args, expected in ROWS:
        if expected["anonymous"] == 302:
            url = reverse(name, args=[str(arg).format_map(scene) for arg in args])
            answer = Client().get(url)
            told.setdefault(name, set()).add((answer.status_code, len(answer.content)))
    assert {name: len(answers) for name, answers in told.items() if len(answers) != 1} == {}
