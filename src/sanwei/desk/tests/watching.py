"""What the tests of the invented city look with."""

from __future__ import annotations

import datetime as dt

from demo.city.faulting import LINKS
from django.utils.datastructures import MultiValueDict

from sanwei.acts.fields import ActForm, UploadsField
from sanwei.acts.models import Duty, FactRow
from sanwei.acts.perform import blank, context, perform
from sanwei.cases.models import Case
from sanwei.journal.models import Entry
from sanwei.looks.fields import MoneyField, YesNoField
from sanwei.people.models import Officer
from unit import filed


class FormWatch:
    """Puts the first answers given to each act through the act's own form. `wrong`: act → what the form says."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.wrong: dict[str, dict] = {}

    def perform(self, act, *, officer, data, matter_id, body):
        fault = {} if act.code in self.asked else self._fault(act, officer, data, matter_id, body)
        done = perform(act, officer=officer, data=data, matter_id=matter_id, body=body)
        self.asked.add(act.code)  # what was refused never comes here
        if fault:
            self.wrong[act.code] = fault
        return done

    def _fault(self, act, officer, data, matter_id, body) -> dict:
        """What the form says against the answers, or what it makes of them where that is something else."""
        ctx = context(officer, Case.objects.get(pk=matter_id)) if matter_id else blank(officer, body)
        filled = {name: posted(field, data.get(name)) for name, field in ActForm(act, ctx).fields.items()}
        filled |= {"token": "t", "version": ctx.matter.version if ctx.matter else ""}
        form = ActForm(act, ctx, data=filled)
        form = ActForm(act, ctx, data=filled, files=MultiValueDict(filed.scans(form)))
        if not form.is_valid():
            return dict(form.errors)
        # A browser cannot be told of a file by its name: files are looked at by tests of their own.
        told = {name: value or None for name, value in data.items() if not isinstance(form.fields[name], UploadsField)}
        taken = {name: form.answers()[name] or None for name in told}
        return {} if taken == told else taken


def posted(field, value):
    """An answer as a browser sends it."""
    if isinstance(field, YesNoField) and value is not None:
        return "yes" if value else "no"
    if isinstance(field, MoneyField) and value is not None:
        return f"{value / 100:.2f}"
    if isinstance(field, UploadsField) or value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else value


def picture() -> dict[str, list]:
    """Everything about the city that is not drawn by lot (names of rows, of files)."""
    cases = {case.pk: case.number for case in Case.objects.all()}
    facts = FactRow.objects.order_by("matter_id", "seq").values_list("matter_id", "grain", "seq", "facts")
    lots = {*LINKS, "cited_evidence", "served_row", "attempt_row", "evidence_file", "scan_document", "scan_files"}
    lots |= {"joined_from_id", "merged_into_id", "split_case_id", "split_from_id", "split_party", "device_evidence"}
    return {
        "heads": sorted(
            Case.objects.values_list("number", "title", "stage", "party_name", "touched_at", "officer__code")
        ),
        "facts": sorted(
            (cases[matter], seq, grain, str(sorted((n, v) for n, v in told.items() if n not in lots)))
            for matter, grain, seq, told in facts
        ),
        "duties": sorted(
            (cases[d.matter_id], d.control, d.state, str(d.due), str(d.done_on)) for d in Duty.objects.all()
        ),
        "journal": list(Entry.objects.values_list("position", "at", "act", "officer_code", "outcome")),
        "people": list(Officer.objects.values_list("code", "name", "title", "user__username")),
    }
