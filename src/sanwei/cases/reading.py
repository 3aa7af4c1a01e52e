"""Papers with personal data in them that go out of the house are readings too: who, in what capacity, which paper."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from sanwei.acts import clock
from sanwei.acts.perform import ROLES
from sanwei.acts.reading import put_on_record
from sanwei.acts.rows import Rows
from sanwei.acts.web import current_officer
from sanwei.documents.fill import canonical
from sanwei.documents.models import Document
from sanwei.people.models import Officer

from . import personal
from .models import Case

DENIED = "这份文书载有当事人的证件号码、住址或者电话，您的身份不能下载。确有需要的，请联系本案承办人。"
NAMED = 3  # so many papers of a batch are named


def documents_go_out(request: HttpRequest, case_id: str, documents: list[Document], how: str) -> None:
    """Put on record that papers with the party's personal data are downloaded. Without such data nothing is recorded.

    Raises PermissionDenied for whoever may not ask for the party's particulars either.
    """
    case = Case.objects.select_related("party", "body", "body__supervisor").get(pk=case_id)
    hidden = personal.hidden(case, Rows.read(case.pk))
    carrying = dict(_carrying(documents, {value: label for label, value, _ in hidden})) if hidden else {}
    if not carrying:
        return
    officer = current_officer(request)
    if not personal.may_read(officer, case, clock.today()):
        raise PermissionDenied(DENIED)
    what = [label for label, _, _ in hidden if any(label in found for found in carrying.values())]
    put_on_record(officer, case, Case.KIND, what, f"{_capacity(officer, case)}下载{_named(list(carrying))}（{how}）")


def _carrying(documents: Iterable[Document], values: dict[str, str]) -> Iterable[tuple[Document, set[str]]]:
    """Documents with what of the party's stands in them: label of each. One query where their words were left out."""
    ids = [d.pk for d in documents]
    words = dict(Document.objects.filter(pk__in=ids).values_list("pk", "data"))
    for document in documents:
        text = canonical(words[document.pk]).decode()
        if found := {label for value, label in values.items() if value in text}:
            yield document, found


def _named(documents: list[Document]) -> str:
    said = "、".join(f"《{d.title}》{d.number}" for d in documents[:NAMED])
    return said if len(documents) <= NAMED else f"{said}等{len(documents)}件文书"


def _capacity(officer: Officer, case: Case) -> str:
    """In what capacity the papers are read: handling the case, or a role over its body."""
    if officer.pk in (case.officer_id, case.partner_id):
        return "以承办人身份"
    path = case.body.path
    held = (role for role, own, over in officer.known.grants if path.startswith(own) or over and path.startswith(over))
    return f"以{'、'.join(sorted({ROLES[r] for r in held if r in personal.READERS}))}身份"
