"""Every form of every act with wrong answers: a clear sentence, nothing lost, nothing written."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from django import forms
from django.db import transaction
from django.test import TestCase

from sanwei.acts.kept import UploadsField
from sanwei.facts import VOCABULARY
from sanwei.looks.fields import DayField, LongTextField, MoneyField
from unit.answering import faults, lost, refusals, rows
from unit.branches import Branches
from unit.filling import Open, World

BEFORE_THE_LEAD = "2026-02-27"
# The violation itself lies before the lead, and whoever begins a case has no lead yet.
FREE = {
    ("end_investigation", "violation_on"),
    ("add_violation", "violation_ended_on"),
    ("propose_filing", "other_filed_on"),
    # a camera stands, and takes its picture, before anybody knows of a case
    *(("record_device", f"device_{name}_on") for name in ("taken", "law_reviewed", "tech_reviewed", "published")),
}
# (act, answers changed, the field that is wrong, words of its message)
CONTRADICTIONS = [
    ("register_lead", {"violation_on": "2026-03-02", "discovered_on": "2026-03-01"}, "discovered_on", "不能早于违法行为发生日"),
    ("register_lead", {"party_code": "91410100MA0000000X"}, "party_code", "统一社会信用代码不对"),
    ("register_lead", {"party_kind": "person", "party_code": "410105199002301234"}, "party_code", "居民身份证号码不对"),
    ("register_lead", {"party_phone": "12345"}, "party_phone", "11 位手机号码"),
    ("answer_lead", {"lead_answered_on": "2026-03-03"}, "lead_answered_on", "不能早于 2026年3月4日"),
    ("record_contact", {"contact_ended": "09:05"}, "contact_ended", "结束时间不能早于开始时间"),
    ("record_contact", {"contact_began": "25:00"}, "contact_began", "二十四小时制"),
    ("record_contact", {"incident": "yes"}, "incident_handling", "请写明怎样处置"),
    ("order_correction", {"correct_by": "2026-03-04"}, "correct_by", "改正期限不能早于今天"),
    ("recheck_correction", {"rechecked_on": "2026-03-04"}, "rechecked_on", "不能早于 2026年3月5日"),
    ("end_investigation", {"proposed_fine": ""}, "proposed_fine", "请填写罚款数额"),
    ("end_investigation", {"proposed_kinds": ["warning"]}, "proposed_fine", "请在处罚种类中选中罚款"),
    ("end_investigation", {"proposed_fine": "三百"}, "proposed_fine", "不是金额"),
    ("end_investigation", {"proposed_fine": "-300"}, "proposed_fine", "金额不能是负数"),
    ("give_notice", {"noticed_on": "2026-03-15"}, "noticed_on", "不能早于 2026年3月16日"),
    ("give_notice", {"noticed_on": "2026-03-17", "defence_until": "2026-03-16"}, "defence_until", "不能早于告知日"),
    ("give_notice", {"notice_confiscation": "100"}, "notice_confiscation", "请在处罚种类中选中没收"),
    ("record_defence", {"defended_on": "2026-03-16"}, "defended_on", "不能早于 2026年3月17日"),
    ("record_defence", {"defence_form": "oral", "defence_said": ""}, "defence_said", "请写明内容"),
    ("request_hearing", {"hearing_asked_on": "2026-03-16"}, "hearing_asked_on", "不能早于 2026年3月17日"),
    ("notify_hearing", {"hearing_notified_on": "2026-03-25"}, "hearing_notified_on", "不能早于当事人要求听证之日"),
    ("notify_hearing", {"hearing_set_for": "2026-03-25"}, "hearing_set_for", "听证日期不能早于通知日期"),
    ("hold_hearing", {"hearing_held_on": "2026-03-25"}, "hearing_held_on", "不能早于通知听证之日"),
    ("withdraw_hearing", {"hearing_withdrawn_on": "2026-03-25"}, "hearing_withdrawn_on", "不能早于当事人要求听证之日"),
    ("hold_panel", {"panel_on": "2026-03-16"}, "panel_on", "不能早于 2026年3月17日"),
    ("draft_decision", {"penalty_kinds": []}, "penalty_kinds", "请选择处罚种类"),
    ("draft_decision", {"decision_kind": "no_penalty", "penalty_kinds": []}, "fine", "不能填写罚没数额"),
    ("draft_decision", {"confiscation": "100"}, "confiscation", "请在处罚种类中选中没收"),
    ("serve_decision", {"served_on": "2026-03-30"}, "served_on", "不能早于 2026年3月31日"),
    ("record_payment", {"paid_on": "2026-03-30"}, "paid_on", "不能早于 2026年3月31日"),
    ("record_payment", {"paid": "30000"}, "paid", "尚未缴纳的是 300 元"),
    ("record_payment", {"paid": "0"}, "paid", "请填写实际缴纳的数额"),
    ("publish_decision", {"published_on": "2026-03-30"}, "published_on", "不能早于 2026年3月31日"),
    ("publish_decision", {"redacted": "no"}, "redacted", "请先隐去"),
    ("report_major_penalty", {"reported_on": "2026-03-30"}, "reported_on", "不能早于 2026年3月31日"),
    ("decide_on_the_spot", {"penalty_kinds": ["warning"], "fine": "100"}, "fine", "请在处罚种类中选中罚款"),
    ("decide_on_the_spot", {"defence_form": "oral", "defence_said": "没有占道"}, "defence_answer", "请写明复核结果"),
    ("decide_on_the_spot", {"party_address": ""}, "party_address", "请填写这一项"),
]  # fmt: skip


@pytest.mark.forms
class EveryForm(Branches, TestCase):
    """One world for all tests; what a test writes is rolled back."""

    maxDiff = None

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = World.build()

    def refused(self, one: Open, data: dict, field: str, *words: str, lost_too: tuple[str, ...] = ()) -> list[str]:
        """What is amiss with the refusal of these answers; nothing is, when the field is named in one of these words,
        everything typed is still there and no row was written."""
        before, answer = rows(), one.send(data)
        page = answer.content.decode().replace("&quot;", '"').replace("&#x27;", "'")
        messages = faults(answer).get(field, [])
        said = " ".join(messages)
        amiss = [] if answer.status_code == 422 else [f"status {answer.status_code}"]
        if not any(word in said for word in words):
            amiss.append(f"said “{said}”")
        if not all(message in page for message in messages):
            amiss.append("the message is not on the page")
        amiss += [f"lost {name}" for name in lost(answer, data) if name not in lost_too]
        return amiss + [f"wrote {name}" for name, count in rows().items() if count != before[name]]

    def each_field(self, kind: type[forms.Field] | tuple):
        """(act, name, field) of every question of this kind."""
        for one in self.world:
            for name, field in one.form().fields.items():
                if isinstance(field, kind) and not field.widget.is_hidden:
                    yield one, name, field

    def test_right_answers_are_accepted_by_every_form(self) -> None:
        amiss = {}
        for one in self.world:
            mark = transaction.savepoint()
            answer = one.send(one.post())
            if answer.status_code != 302:
                amiss[one.act.code] = (answer.status_code, faults(answer), refusals(answer))
            transaction.savepoint_rollback(mark)
        self.assertEqual(amiss, {})

    def test_what_must_be_answered_is_asked_for(self) -> None:
        amiss, asked = {}, 0
        for one in self.world:
            needed = [n for n, f in one.form().fields.items() if f.required and n not in ("token", "version")]
            if not needed:
                continue  # an approval: pressing the button is the answer
            before, asked = rows(), asked + len(needed)
            answer = one.send({n: v for n, v in one.post().items() if n in ("token", "version")})
            found = faults(answer)
            silent = [n for n in needed if not any("请" in message for message in found.get(n, []))]
            if answer.status_code != 422 or silent or rows() != before:
                amiss[one.act.code] = (answer.status_code, silent)
        self.assertEqual(amiss, {})
        self.assertGreater(asked, 100)

    def test_a_form_without_its_token_or_its_version_is_not_accepted(self) -> None:
        for one in self.world:
            hidden = ["token"] if one.case is None else ["token", "version"]
            for name in hidden:
                answer = one.send(one.post(**{name: None}))
                self.assertEqual(
                    (answer.status_code, faults(answer)), (422, {name: ["表单不完整，请刷新页面后重新填写"]})
                )

    def test_a_day_that_does_not_exist_is_told_apart_from_a_missing_one(self) -> None:
        amiss = {}
        for one, name, _ in self.each_field(DayField):
            for typed, word in (("2026-02-30", "没有 30 日"), ("下周三", "不是日期"), ("26-3-2", "年份要写四位")):
                amiss[one.act.code, name, typed] = self.refused(one, one.post(**{name: typed}), name, word)
        self.assertEqual({key: said for key, said in amiss.items() if said}, {})

    def test_what_happened_did_not_happen_tomorrow(self) -> None:
        amiss = {}
        for one, name, _ in self.each_field(DayField):
            if not VOCABULARY.fact(name).foretold:
                tomorrow = (one.day + dt.timedelta(days=1)).isoformat()
                amiss[one.act.code, name] = self.refused(one, one.post(**{name: tomorrow}), name, "不能晚于")
        self.assertEqual({key: said for key, said in amiss.items() if said}, {})
        self.assertGreater(len(amiss), 18)

    def test_nothing_of_a_case_lies_before_its_lead(self) -> None:
        amiss = {}
        for one, name, _ in self.each_field(DayField):
            if one.case is not None and (one.act.code, name) not in FREE:
                data = one.post(**{name: BEFORE_THE_LEAD})
                amiss[one.act.code, name] = self.refused(one, data, name, "不能早于")
        self.assertEqual({key: said for key, said in amiss.items() if said}, {})
        self.assertGreater(len(amiss), 18)

    def test_answers_that_contradict_each_other_or_the_record_are_named(self) -> None:
        amiss = {}
        for code, changes, name, word in CONTRADICTIONS:
            one = self.world[code]
            amiss[code, name, word] = self.refused(one, one.post(**changes), name, word)
        self.assertEqual({key: said for key, said in amiss.items() if said}, {})

    def test_a_choice_that_is_not_offered_is_no_choice(self) -> None:
        amiss = {}
        for one, name, field in self.each_field(forms.ChoiceField):
            typed = ["' OR 1=1 --"] if isinstance(field, forms.MultipleChoiceField) else "' OR 1=1 --"
            data = one.post(**{name: typed})
            amiss[one.act.code, name] = self.refused(
                one, data, name, "不在可选之列，请", "只能选择本单位在岗", lost_too=(name,)
            )
        self.assertEqual({key: said for key, said in amiss.items() if said}, {})
        self.assertGreater(len(amiss), 30)

    def test_a_control_character_is_named_and_the_rest_stays(self) -> None:
        amiss = {}
        for one, name, field in self.each_field((forms.CharField, DayField, MoneyField)):
            if isinstance(field, forms.ChoiceField | UploadsField):
                continue
            data = one.post(**{name: "甲\x00乙"})
            words = ("控制字符", "不是日期", "不是金额", "手机号码", "二十四小时制")
            amiss[one.act.code, name] = self.refused(one, data, name, *words, lost_too=(name,))
        self.assertEqual({key: said for key, said in amiss.items() if said}, {})

    def test_a_hundred_thousand_characters_are_too_many_and_come_back(self) -> None:
        amiss = {}
        for one, name, field in self.each_field(forms.CharField):
            if isinstance(field, forms.ChoiceField) or VOCABULARY.facts.get(name, object) is pl.Date:
                continue
            data = one.post(**{name: "长" * 100_000})
            words = ("字，现在有 100000 字，请删", "手机号码", "二十四小时制")
            amiss[one.act.code, name] = self.refused(one, data, name, *words)
        self.assertEqual({key: said for key, said in amiss.items() if said}, {})
        self.assertTrue(any(isinstance(field, LongTextField) for _, _, field in self.each_field(forms.CharField)))

    def test_the_longest_text_a_form_takes_goes_into_the_record(self) -> None:
        amiss = {}
        for one in self.world:
            longest = {}
            for name, field in one.form().fields.items():
                limit = getattr(field, "limit", None) or getattr(field, "max_length", None)
                plain = isinstance(field, forms.CharField) and not isinstance(
                    field, forms.RegexField | forms.ChoiceField
                )
                if (
                    plain
                    and limit
                    and not field.widget.is_hidden
                    and name not in ("party_code", "coparty_code", "things", "deferral_plan")
                ):
                    longest[name] = "长" * limit
            mark = transaction.savepoint()
            answer = one.send(one.post(**longest))
            if answer.status_code != 302:
                amiss[one.act.code] = (answer.status_code, faults(answer), refusals(answer))
            transaction.savepoint_rollback(mark)
        self.assertEqual(amiss, {})
