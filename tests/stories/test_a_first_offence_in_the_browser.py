"""A first offence, minor and put right: looked back, confirmed by the leader, taught, and not penalised."""

from __future__ import annotations

import datetime as dt

import pytest

from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.documents.models import Document
from sanwei.journal.verify import verify
from stories.test_a_case_in_the_browser import CONTACT, EVIDENCE, LEAD, PARTNER, Story

pytestmark = pytest.mark.browser
WEIGHED = {
    "违法行为轻微": True,
    "及时改正": True,
    "危害后果": "危害后果轻微",
    "认定结论": "不予处罚",
    "不予处罚的情形": "初次违法，危害后果轻微并及时改正",
    "认定理由": "第一次占道，当天清走，没有影响通行。",
}
TAUGHT = {
    "方式": "当面教育",
    "教育、管教内容": "说明占道堆放的危害和审批的办法。",
    "签名": "已签名",
}
FOUND = {
    "查明的事实和证据": "当事人第一次在门前堆放砂石，当天清走，有现场笔录和照片证明。",
    "情节复杂": False,
    "涉及生命健康、金融安全且有危害后果": False,
    "处理建议及理由": "初次违法，后果轻微并及时改正，建议不予处罚。",
}


def test_a_first_offence_goes_free_only_when_confirmed_and_taught(sits_down, days) -> None:
    story = Story(sits_down, days)
    begin(story)
    weigh(story)
    try_too_early(story)
    decide(story)
    close(story)


def begin(story: Story) -> None:
    officer = story.officer
    officer.open("/cases/")
    officer.click("登记线索")
    officer.answers(LEAD)
    assert officer.press("登记线索") == 200
    story.path = officer.page.url.removeprefix(officer.seen.address)
    story.step(officer, "呈报立案", {"协办执法人员": PARTNER})
    story.at(3, 4)
    story.step(story.leader, "批准立案")
    story.at(3, 5)
    story.step(officer, "记录检查、询问", CONTACT)
    story.step(officer, "登记证据", EVIDENCE)
    story.step(officer, "责令改正", {"责令改正要求": "当天清理占道砂石", "改正期限届满日": dt.date(2026, 3, 6)})
    story.at(3, 9)
    story.step(officer, "复查改正情况", {"已改正": True, "复查情况": "已经清理干净。"})


def weigh(story: Story) -> None:
    officer = story.officer
    officer.open(story.path)
    officer.click("认定责任")
    assert officer.question("初次违法").get_by_label("是", exact=True).is_checked()
    officer.answers(WEIGHED)
    story.pressed(officer, "认定责任")
    row = Rows.read(story.case.pk).last("responsibility")
    assert (row["earlier_decisions"], row["looked_back_from"]) == (0, dt.date(2024, 3, 1))
    story.step(officer, "调查终结并送审", FOUND)
    story.at(3, 10)
    story.step(story.reviewer, "法制审核", {"审核结论": "审核通过", "审核意见": "符合首违不罚的条件。"})


def try_too_early(story: Story) -> None:
    officer, leader = story.officer, story.leader
    officer.open(story.path)
    officer.click("拟写决定并呈批")
    assert officer.question("决定种类").get_by_label("不予行政处罚", exact=True).is_checked()
    story.pressed(officer, "拟写决定并呈批")
    leader.open(f"{story.path}do/issue_decision")
    assert leader.press("签发处罚决定") == 409
    said = leader.said()
    assert "首违不罚" in said and "此前教育、管教0次" in said
    assert "《行政处罚法》（2021）第三十三条第三款" in said


def decide(story: Story) -> None:
    story.step(story.leader, "确认首违不罚")
    story.step(story.officer, "记录教育、管教", TAUGHT)
    story.at(3, 11)
    story.step(story.leader, "签发处罚决定")
    paper = Document.objects.get(matter_id=str(story.case.pk), form_code="no_penalty_decision")
    said = str(paper.data)
    assert paper.number == "郑城管不罚决〔2026〕1号"
    assert "第三十三条第一款" in said and "事先告知" not in said and "陈述、申辩意见" not in said
    assert not Document.objects.filter(form_code__in=("penalty_notice", "penalty_decision")).exists()


def close(story: Story) -> None:
    officer = story.officer
    story.at(3, 12)
    story.step(officer, "送达决定书", {"回证签收": "已签名", "同时送达回访意见表": False})
    story.step(officer, "呈报结案", {"结案理由": "不予行政处罚", "执行情况": "决定书已经送达，已当面教育。"})
    story.step(story.leader, "批准结案")
    assert story.case.stage == "closed"
    left = Duty.objects.filter(matter_id=story.case.pk, state=Duty.OPEN).values_list("control", flat=True)
    assert list(left) == ["case.archived-in-time"]
    assert verify().faults == []
