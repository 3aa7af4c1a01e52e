"""Files that cannot be taken, and files that came with something else wrong: nothing is lost silently."""

from __future__ import annotations

import base64
import hashlib
import os
from datetime import timedelta
from tempfile import TemporaryDirectory
from unittest import mock

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import TestCase, override_settings

from sanwei.acts import kept
from sanwei.acts.kept import CHOSEN, GONE, LIST, UploadsField
from sanwei.documents import files
from sanwei.documents.drawing import orphans, sweep, upload_bytes
from sanwei.documents.models import Upload
from unit.answering import faults, lost, rows, sent_again
from unit.filling import World

# One pixel.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
DAY = timedelta(hours=24)


def picture(name: str = "现场照片.png", content: bytes = PICTURE) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/png")


class EveryFile(TestCase):
    """One world for all tests; rows are rolled back, files lie in a folder of the test."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = World.build("add_evidence", "record_contact", "recheck_correction", "serve_decision",
                                "record_payment", "decide_on_the_spot")  # fmt: skip

    def setUp(self) -> None:
        self.one = self.world["add_evidence"]
        folder = self.enterContext(TemporaryDirectory(prefix="sanwei-files-"))
        self.enterContext(override_settings(SANWEI_FILES=folder))

    def failed(self, *pictures, **changes):
        """The answer to a form whose title is missing, with these files."""
        answer = self.one.send(self.one.post(evidence_title="", files=list(pictures), **changes))
        self.assertEqual((answer.status_code, list(faults(answer))), (422, ["evidence_title"]))
        return answer

    def again(self, answer, **changes) -> dict[str, object]:
        """What the browser would send next, the title filled in."""
        sent = {name: values if name == CHOSEN else values[0] for name, values in sent_again(answer).items()}
        return sent | {"evidence_title": "现场照片"} | changes

    def stored(self) -> set[str]:
        return {path.name for path in files.root().glob("*/*")}

    def test_a_file_that_is_too_big_is_named_with_the_limit(self) -> None:
        before, big = rows(), picture("大.png", PICTURE + b"\0" * (20 * 1024 * 1024))
        data = self.one.post(files=[big])
        answer = self.one.send(data)
        self.assertEqual((answer.status_code, rows()), (422, before))
        self.assertIn("大.png 有 20 MB，超过每个文件 20 MB 的上限", faults(answer)["files"][0])
        self.assertEqual(lost(answer, {name: value for name, value in data.items() if name != "files"}), [])

    def test_a_file_that_is_not_what_its_name_says_is_not_taken_in_any_form(self) -> None:
        for one in self.world:
            form = one.form()
            (box,) = [name for name, field in form.fields.items() if isinstance(field, UploadsField)]
            for name, content, word in (
                ("照片.png", b"<script>alert(1)</script>", "内容不是PNG图片，与扩展名.png不符"),
                ("照片.jpg", PICTURE, "内容不是JPG图片，与扩展名.jpg不符"),
                ("程序.exe", b"MZ" + b"\0" * 64, "不接收这种文件"),
                ("页面.svg", b"<svg onload=alert(1)>", "不接收这种文件"),
                ("空.png", b"", "空文件"),
            ):
                before, answer = rows(), one.send(one.post(**{box: [picture(name, content)]}))
                self.assertEqual((answer.status_code, rows()), (422, before), one.act.code)
                self.assertTrue(any(word in said for said in faults(answer)[box]), faults(answer))
        self.assertEqual(self.stored(), set())

    def test_ten_files_are_too_many_and_nine_are_kept(self) -> None:
        answer = self.one.send(self.one.post(files=[picture(f"{n}.png") for n in range(10)]))
        self.assertEqual(faults(answer), {"files": ["最多 9 个文件，现在选了 10 个"]})
        self.assertEqual(len(sent_again(answer)[CHOSEN]), 9)

    def test_a_file_chosen_together_with_a_wrong_answer_is_kept_shown_and_used(self) -> None:
        before = rows()
        answer = self.failed(picture(), picture("第二张.png"))
        page = answer.content.decode()
        self.assertEqual(rows(), before)
        for words in ("已选择的文件", "现场照片.png", "第二张.png", f"{len(PICTURE)} 字节", "不需要的取消勾选"):
            self.assertIn(words, page)
        self.assertNotIn("请重新选择后再提交", page)
        self.assertEqual(self.one.send(self.again(answer)).status_code, 302)
        taken = Upload.objects.filter(matter_id=str(self.one.case.pk)).order_by("uploaded_at", "original_name")
        self.assertEqual({u.original_name for u in taken}, {"现场照片.png", "第二张.png"})
        for upload in taken:
            self.assertEqual(upload_bytes(upload), PICTURE)

    def test_what_was_kept_can_be_left_out_and_joined_by_new_ones(self) -> None:
        answer = self.failed(picture(), picture("第二张.png"))
        first = sent_again(answer)[CHOSEN][0]
        self.one.send(self.again(answer, **{CHOSEN: [first], "files": [picture("第三张.png")]}))
        names = Upload.objects.filter(matter_id=str(self.one.case.pk)).values_list("original_name", flat=True)
        self.assertEqual(set(names), {"现场照片.png", "第三张.png"})

    def test_what_was_kept_survives_a_second_and_a_third_failure(self) -> None:
        answer = self.failed(picture())
        data = self.again(answer, evidence_title="", files=[picture("第二张.png")])
        answer = self.one.send(data)
        answer = self.one.send(self.again(answer, evidence_title=""))
        self.assertEqual(answer.status_code, 422)
        self.assertEqual(len(sent_again(answer)[CHOSEN]), 2)
        self.assertEqual(self.one.send(self.again(answer)).status_code, 302)
        self.assertEqual(Upload.objects.filter(matter_id=str(self.one.case.pk)).count(), 2)

    def test_the_good_ones_are_kept_when_another_is_bad(self) -> None:
        data = self.one.post(files=[picture(), picture("假的.png", b"GIF89a")])
        answer = self.one.send(data)
        self.assertEqual(answer.status_code, 422)
        self.assertIn("假的", faults(answer)["files"][0])
        page = answer.content.decode()
        self.assertIn("已选择的文件", page)
        self.assertEqual(len(sent_again(answer)[CHOSEN]), 1)

    def test_files_survive_a_refusal_of_the_gate_and_a_conflict(self) -> None:
        refused = self.one.send(self.one.post(files=[picture()]), "expired")
        self.assertEqual((refused.status_code, len(sent_again(refused)[CHOSEN])), (409, 1))
        stale = self.one.post(files=[picture()], version="1")
        conflict = self.one.send(stale)
        self.assertEqual((conflict.status_code, len(sent_again(conflict)[CHOSEN])), (409, 1))
        self.assertEqual(self.one.send(self.again(conflict)).status_code, 302)
        self.assertEqual(Upload.objects.filter(matter_id=str(self.one.case.pk)).count(), 1)

    def test_more_than_nine_together_with_the_kept_ones_are_too_many(self) -> None:
        answer = self.failed(*[picture(f"{n}.png") for n in range(6)])
        answer = self.one.send(self.again(answer, files=[picture(f"新{n}.png") for n in range(4)]))
        self.assertEqual(faults(answer), {"files": ["连同先前选择的，最多 9 个文件，请取消勾选一些"]})
        self.assertEqual(len(sent_again(answer)[CHOSEN]), 10)

    def test_a_list_of_files_is_good_for_its_officer_its_act_and_its_case_alone(self) -> None:
        sealed = sent_again(self.failed(picture()))
        stolen = {LIST: sealed[LIST][0], CHOSEN: sealed[CHOSEN]}
        other_act = self.world["recheck_correction"]
        attempts = (
            (self.one, "partner"),  # another officer
            (other_act, ""),  # another act, another case
        )
        for one, who in attempts:
            before, answer = rows(), one.send(one.post(**stolen), who)
            self.assertEqual((answer.status_code, faults(answer), rows()), (422, {"files": [GONE]}, before))
            self.assertNotIn(LIST, {name for name, values in sent_again(answer).items() if values != [""]})

    def test_an_altered_list_is_no_list(self) -> None:
        sealed = sent_again(self.failed(picture()))
        token = sealed[LIST][0]
        owner = f"{self.one.officer.pk}/add_evidence/{self.one.case.pk}"
        forged = signing.dumps(
            [owner, [["0" * 32, "png", "image/png", 1, "0" * 64, "x.png"]]], salt="another", compress=True
        )
        for bad in (token[:-2] + "xx", forged, "没有签名", "a:b:c"):
            answer = self.one.send(self.one.post(**{LIST: bad, CHOSEN: sealed[CHOSEN]}))
            self.assertEqual((answer.status_code, faults(answer)), (422, {"files": [GONE]}), bad)

    def test_after_two_hours_the_person_is_told_and_not_left_with_less(self) -> None:
        answer = self.failed(picture())
        data = self.again(answer)
        with mock.patch.object(signing.time, "time", return_value=signing.time.time() + kept.HOURS * 3600 + 60):
            late = self.one.send(data)
        self.assertEqual((late.status_code, faults(late)), (422, {"files": [GONE]}))
        self.assertEqual(self.one.send(self.again(late)).status_code, 302)

    def test_a_kept_file_that_was_altered_on_disk_is_not_taken(self) -> None:
        answer = self.failed(picture())
        (path,) = files.root().glob("*/*")
        path.write_bytes(PICTURE + b"more")
        before = rows()
        refused = self.one.send(self.again(answer))
        self.assertEqual((refused.status_code, rows()), (422, before))
        self.assertIn("发生变化，请重新上传", refused.content.decode())
        path.unlink()
        gone = self.one.send(self.again(answer))
        self.assertEqual((gone.status_code, faults(gone)), (422, {"files": [GONE]}))

    def test_files_that_were_never_used_are_swept(self) -> None:
        self.failed(picture())
        self.assertEqual((len(self.stored()), orphans(DAY)), (1, []))
        (path,) = files.root().glob("*/*")
        long_ago = path.stat().st_mtime - DAY.total_seconds() - 60
        os.utime(path, (long_ago, long_ago))
        self.assertEqual((sweep(DAY), self.stored()), (1, set()))

    def test_the_name_of_a_file_is_text(self) -> None:
        answer = self.failed(picture("<svg onload=alert(1)>.png"))
        self.assertNotIn("<svg onload", answer.content.decode())
        self.assertEqual(len(sent_again(answer)[CHOSEN]), 1)

    def test_the_same_file_is_stored_once_for_the_act_and_its_digest_is_kept(self) -> None:
        mark = transaction.savepoint()
        self.one.send(self.again(self.failed(picture())))
        (upload,) = Upload.objects.filter(matter_id=str(self.one.case.pk))
        self.assertEqual(upload.sha256, hashlib.sha256(PICTURE).hexdigest())
        transaction.savepoint_rollback(mark)
