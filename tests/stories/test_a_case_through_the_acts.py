"""A whole case without a browser: every stage in its order, every entry in the journal, nothing due left undone."""

from __future__ import annotations

import pytest

from sanwei.acts.models import Duty
from sanwei.documents.models import Document
from sanwei.journal.models import Entry
from walking import STEPS, stages_passed

pytestmark = pytest.mark.django_db


def test_a_case_goes_its_way_and_leaves_its_papers(cast):
    passed = list(stages_passed(cast))
    assert [code for code, _ in passed] == [code for code, *_ in STEPS]
    assert passed[0][1] == "lead"
    assert passed[-1][1] == "closed"
    assert [e.act for e in Entry.objects.order_by("position")] == [code for code, _ in passed]
    drawn = set(Document.objects.values_list("form_code", flat=True))
    assert {
        "filing_approval",
        "penalty_notice",
        "panel_record",
        "penalty_decision",
        "service_receipt",
        "closing_approval",
    } <= drawn
    left = Duty.objects.filter(state=Duty.OPEN).exclude(control__startswith="disclosure")
    assert set(left.values_list("control", flat=True)) == {"case.archived-in-time"}
