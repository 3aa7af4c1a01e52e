"""A case that turns out to be a crime: report, approval, transfer within the day, receipt, closing."""

from __future__ import annotations

import datetime as dt

import pytest

from sanwei.acts.models import Duty
from sanwei.documents.models import Document
from sanwei.journal.verify import verify
from stories.test_a_case_in_the_browser import CONTACT, LEAD, PARTNER, Story

pytestmark = pytest.mark.browser
REPORT = {
    "移送种类": "涉嫌犯罪，移送公安机关",
    "接收机关": "郑州市公安局",
    "移送理由": "堆放的砂石中混有危险废物约四吨，达到追诉标准，涉嫌犯罪。",
    "随案移送的材料": "调查报告一份\n涉案物品清单一份\n检测报告一份",
}


def test_a_crime_goes_to_the_police_in_time_and_nobody_is_fined_instead(sits_down, days) -> None:
    story = Story(sits_down, days)
    begin(story)
    report_and_approve(story)
    send(story)
    hear_from_the_police(story)
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


def report_and_approve(story: Story) -> None:
    story.at(3, 6)
    story.step(story.officer, "呈报移送", REPORT)
    assert "决定是否移送公安机关" in story.officer.said()
    assert Duty.objects.get(control="case.crime-transfer-decided-in-time").due == dt.date(2026, 3, 9)
    leader = story.leader
    leader.seen.go(story.path)
    leader.click("审批移送")
    assert "是否批准移送" in leader.said() and REPORT["移送理由"] in leader.said()
    leader.answers({"批准移送": False, "移送审批时刻": "10:20", "移送审批意见": "无"})
    assert leader.press("审批移送") == 409
    assert "在审批意见中写明不构成犯罪或者不需要移送的理由" in leader.said()
    leader.answers({"批准移送": True, "移送审批意见": "同意移送，材料备齐后立即送出。"})
    story.pressed(leader, "审批移送")


def send(story: Story) -> None:
    officer = story.officer
    story.step(officer, "移送案件", {"移送时刻": "16:10"})
    said = officer.said()
    for words in (
        "移送公安待处理",
        "涉嫌犯罪案件移送书",
        "郑城管罪移〔2026〕1号",
        "3月6日起停止计算（移送公安机关处理）",
    ):
        assert words in said
    story.step(officer, "登记移送回执", {"接收人": "收案窗口", "回执": "收〔2026〕8号"})
    paper = Document.objects.get(form_code="crime_transfer")
    assert paper.sealed and paper.data["f"]["decided"] == "2026年3月6日 10:20"
    assert not Duty.objects.filter(control="case.decided-in-time", state=Duty.OPEN).exists()


def hear_from_the_police(story: Story) -> None:
    story.at(3, 9)
    told = {"接收机关的处理": "公安机关立案侦查", "答复文书": "立案决定书〔2026〕8号"}
    story.step(story.officer, "登记接收机关的处理", told)
    duty = Duty.objects.get(control="case.crime-items-handed-in-time")
    assert (duty.due, duty.state) == (dt.date(2026, 3, 12), Duty.OPEN)
    story.at(3, 11)
    story.step(story.officer, "移交涉案物品", {"移交的物品和材料": "砂石四吨\n案件材料一套"})


def close(story: Story) -> None:
    story.at(3, 12)
    story.step(story.officer, "呈报结案", {"执行情况": "公安机关已经立案侦查，物品和材料移交完毕。"})
    story.step(story.leader, "批准结案")
    assert story.case.stage == "closed"
    assert "移送其他机关" in story.leader.said()
    left = Duty.objects.filter(matter_id=story.case.pk, state=Duty.OPEN).values_list("control", flat=True)
    assert list(left) == ["case.archived-in-time"]
    assert verify().faults == []
