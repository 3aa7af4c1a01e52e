"""One case as a ZIP: it reads by itself, its hashes hold, and who took it out stands on record."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from urllib.parse import unquote

from django.test import Client, TestCase
from django.urls import reverse
from pypdf import PdfReader

from cast import build
from sanwei.acts import clock
from sanwei.acts.act import Forbidden
from sanwei.acts.rows import Rows
from sanwei.cases.archive.bundle import SUMS
from sanwei.cases.archive.masking import masked, masks
from sanwei.cases.archive.volume import VOLUMES, leaves
from sanwei.cases.models import Case, Party
from sanwei.documents.uploads import check_upload
from sanwei.documents.volume import AWAY, HIGH, WIDE
from sanwei.journal.models import Entry
from unit import filed
from walking import CONTACT, day, do, walk

PHONE, CODE = "13800001111", "410105199002301239"
ON = day(3, 9)


class AnExport(TestCase):
    """One case under investigation; what a test does is rolled back."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = cast = build()
        case = walk(cast, "investigating")
        Party.objects.filter(case=case).update(kind="person", phone=PHONE, code=CODE)
        photo = CONTACT | {"contact_on": day(3, 5), "second_officer": str(cast.partner.pk)}
        photo |= {"files": [check_upload(filed.scan("现场.png"))]}
        cls.walked = do("record_contact", cast.officer, day(3, 5), photo, case)

    def setUp(self) -> None:
        self.case = Case.objects.get(pk=self.walked.pk)

    def exported(self, *, personal: bool, **more) -> str:
        """The address of an export of the leader's."""
        data = {"export_to": "郑州市司法局", "export_reason": "案卷评查。", "export_personal": personal}
        data |= {"export_ground": "评查通知第 3 号" if personal else ""} | more
        self.case = do("export_case", self.cast.leader, ON, data, self.case)
        row = Rows.read(self.case.pk).last("export")
        return reverse("cases:bundle", args=[self.case.pk, row.row])

    def fetched(self, url: str, who: str = "leader", on=ON):
        client = Client()
        client.force_login(getattr(self.cast, who).user)
        with clock.at(on):
            return client.get(url)

    def opened(self, *, personal: bool) -> zipfile.ZipFile:
        answer = self.fetched(self.exported(personal=personal))
        self.assertEqual(answer.status_code, 200)
        return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))

    def test_every_file_is_listed_with_its_hash_and_every_link_leads_to_a_file(self) -> None:
        made = self.opened(personal=True)
        names = set(made.namelist())
        sums = dict(line.split("  ", 1)[::-1] for line in made.read(SUMS).decode().splitlines())
        self.assertEqual(set(sums), names - {SUMS})
        self.assertEqual({n for n in sums if hashlib.sha256(made.read(n)).hexdigest() != sums[n]}, set())
        page = made.read("index.html").decode()
        links = {unquote(link) for link in re.findall(r'href="([^"]+)"', page)}
        self.assertTrue(links)
        self.assertEqual(links - names, set())
        self.assertTrue(any(n.startswith("正卷/") and n.endswith(".docx") for n in names))
        self.assertTrue(any(n.startswith("副卷/") for n in names))
        self.assertTrue(any("附件" in n and n.endswith(".png") for n in names))

    def test_each_volume_is_one_pdf_whose_pages_carry_the_numbers_of_the_catalogue(self) -> None:
        made = self.opened(personal=True)
        case = Rows.read(self.case.pk)
        for code, label in VOLUMES.items():
            mine = [leaf for leaf in leaves(self.case.pk, case) if leaf.volume == code]
            whole = PdfReader(io.BytesIO(made.read(f"{label}全卷（编页）.pdf"))).pages
            self.assertEqual(len(whole), sum(leaf.pages for leaf in mine))
            for leaf in mine:
                self.assertEqual(corner(whole[leaf.first - 1]), str(leaf.first), leaf.title)

    def test_without_personal_data_a_sheet_stands_where_the_photo_lay(self) -> None:
        made = self.opened(personal=False)
        whole = PdfReader(io.BytesIO(made.read("正卷全卷（编页）.pdf"))).pages
        (photo,) = [leaf for leaf in leaves(self.case.pk, Rows.read(self.case.pk)) if not leaf.document]
        said = next(page for page in whole if "没有随本次导出" in page.extract_text())
        self.assertEqual(corner(said), str(photo.first))

    def test_the_page_runs_no_script_and_asks_nothing_of_others(self) -> None:
        page = self.opened(personal=True).read("index.html").decode()
        self.assertNotRegex(page, r"<script|javascript:|\son\w+=|https?://|//\w|@import|url\(")

    def test_facts_carry_their_labels_and_the_journal_its_hashes(self) -> None:
        made = self.opened(personal=True)
        facts = json.loads(made.read("案件事实.json"))
        case = {f["name"]: f for f in facts[0]["facts"]}
        self.assertEqual((case["lead_on"]["label"], case["lead_on"]["value"]), ("收到线索日", "2026-03-02"))
        journal = json.loads(made.read("办理日志.json"))
        self.assertEqual([e["act"] for e in journal][-1], "export_case")
        for e in journal:
            self.assertEqual(hashlib.sha256(b"\x00" + e["leaf"].encode()).hexdigest(), e["leaf_hash"])
        self.assertIn("sha256sum -c", made.read("README.txt").decode())

    def test_without_personal_data_numbers_and_telephones_are_nowhere_and_photos_stay_here(self) -> None:
        made = self.opened(personal=False)
        texts = {n: made.read(n).decode() for n in made.namelist() if n.endswith((".json", ".html", ".txt"))}
        for name in made.namelist():
            if name.endswith(".docx"):
                with zipfile.ZipFile(io.BytesIO(made.read(name))) as docx:
                    texts[name] = docx.read("word/document.xml").decode()
        self.assertEqual({n for n, text in texts.items() if PHONE in text or CODE in text}, set())
        self.assertEqual([n for n in made.namelist() if "附件" in n], [])
        self.assertIn("已经隐去", texts["README.txt"])

    def test_only_who_exported_fetches_it_and_only_that_day(self) -> None:
        url = self.exported(personal=False)
        self.assertEqual(self.fetched(url, "second_leader").status_code, 404)
        self.assertEqual(self.fetched(url, on=day(3, 10)).status_code, 404)
        self.assertEqual(self.fetched(url, "stranger").status_code, 404)

    def test_an_export_stands_in_the_journal_and_an_officer_may_not(self) -> None:
        self.exported(personal=True)
        said = Entry.objects.latest("position").content.body["content"]["laid"][0]["facts"]
        self.assertEqual((said["export_to"], said["export_reason"]), ("郑州市司法局", "案卷评查。"))
        with self.assertRaises(Forbidden):
            do("export_case", self.cast.officer, ON, {"export_personal": False}, self.case)


def corner(page) -> str:
    """What stands at the upper right corner of a page."""
    right, top = float(page.cropbox.right), float(page.cropbox.top)
    found = []

    def seen(text, _, matrix, *__) -> None:
        if text.strip() and matrix[4] > right - AWAY - WIDE and matrix[5] > top - AWAY - HIGH:
            found.append(text.strip())

    page.extract_text(visitor_text=lambda text, cm, tm, *rest: seen(text, tm, _placed(cm, tm)))
    return "".join(found)


def _placed(cm, tm) -> list[float]:
    """Where text of these two matrices begins."""
    return [*tm[:4], cm[0] * tm[4] + cm[2] * tm[5] + cm[4], cm[1] * tm[4] + cm[3] * tm[5] + cm[5]]


def test_a_persons_name_and_home_are_masked_wherever_they_stand() -> None:
    home = "郑州市示例路 9 号 2 单元 301 室"
    by = masks(Party(kind="person", name="李某甲", code=CODE, address=home, phone=PHONE))
    told = masked({"a": [f"李某甲住{home}，{PHONE}", 7, None], "b": {"c": f"无关，{CODE}"}}, by)
    assert told["a"][1:] == [7, None]
    assert not any(word in str(told) for word in ("李某甲", home, PHONE, CODE))
