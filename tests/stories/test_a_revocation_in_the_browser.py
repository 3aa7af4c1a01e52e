"""A decision that was published, filed and paid is revoked: reason, leader, party, public, money, filing.

Up to the decision it goes through the acts alone: `test_a_case_in_the_browser` looks at those pages.
"""

from __future__ import annotations

import datetime as dt

import pytest

from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.documents.models import Document
from sanwei.journal.verify import verify
from stories.test_a_case_in_the_browser import Story
from walking import walk

pytestmark = pytest.mark.browser
PROPOSED = {
    "处理方式": "撤销",
    "由谁提出": "上级机关、监督机构责令",
    "收到责令文书日": dt.date(2026, 4, 16),
    "责令文书文号": "郑司监〔2026〕3号",
    "原决定的错误": ["主要事实不清、证据不足"],
    "理由": "案卷评查认定占道面积没有测量记录。",
    "重新作出决定": False,
}
AFTER = {
    "case.revision-served-in-time": dt.date(2026, 4, 28),
    "case.refunded-in-time": dt.date(2026, 5, 6),
    "disclosure.withdrawn-in-time": dt.date(2026, 4, 22),
    "supervision.change-filed-in-time": dt.date(2026, 5, 2),
}


def test_a_revocation_is_followed_by_all_that_follows_from_it(sits_down, days, cast) -> None:
    story = Story(sits_down, days)
    story.path = walk(cast, "serving").get_absolute_url()
    carry_out(story)
    revoke(story)
    follow(story)
    close(story)


def carry_out(story: Story) -> None:
    officer = story.officer
    story.at(4, 3)
    story.step(officer, "送达决定书", {"回证签收": "已签名", "同时送达回访意见表": True, "意见表在回证上签收": True})
    story.step(officer, "重大处罚报备")
    story.at(4, 7)
    story.step(officer, "登记公开", {"公开渠道": "行政处罚结果", "已隐去不宜公开的内容": True})
    story.at(4, 13)
    story.step(officer, "登记缴款", {"票据号码": "PJ-0001"})


def revoke(story: Story) -> None:
    officer, leader = story.officer, story.leader
    story.at(4, 16)
    officer.open(story.path)
    officer.click("呈报更正、变更、撤销")
    officer.answers(PROPOSED | {"收到责令文书日": ""})
    assert officer.press("呈报更正、变更、撤销") == 422
    assert "请填写收到文书的日期" in officer.said()
    officer.answer("收到责令文书日", PROPOSED["收到责令文书日"])
    story.pressed(officer, "呈报更正、变更、撤销")
    story.at(4, 17)
    leader.open("/")
    waiting = leader.page.locator("section", has_text="待我审批").get_by_role("link", name="批准更正、变更、撤销")
    leader.follow(waiting.first)
    assert "《行政处罚法》（2021）第七十五条第二款" in leader.said()
    leader.answers({"是否批准": True, "审批意见": "同意撤销，退还罚款。"})
    story.pressed(leader, "批准更正、变更、撤销")
    paper = Document.objects.get(matter_id=str(story.case.pk), form_code="revocation_decision")
    assert paper.number == "郑城管罚撤〔2026〕1号" and "款项300元" in str(paper.data)
    duties = Duty.objects.filter(matter_id=story.case.pk, state=Duty.OPEN).values_list("control", "due")
    assert {control: due for control, due in duties if control in AFTER} == AFTER


def follow(story: Story) -> None:
    officer = story.officer
    story.at(4, 20)
    story.step(officer, "送达更正、撤销文书", {"送达凭证": "丑经理签收"})
    officer.open(story.path)
    officer.click("撤回公开")
    officer.answer("公开说明的撤回理由", "无")
    assert officer.press("撤回公开") == 409
    assert "写明向公众说明的撤回理由" in officer.said()
    officer.answer("公开说明的撤回理由", "该决定因主要证据不足已经撤销。")
    story.pressed(officer, "撤回公开")
    story.at(4, 22)
    story.step(officer, "登记退还", {"退付凭证号码": "TF-0001"})
    story.step(officer, "变更、撤销报备")
    rows = Rows.read(story.case.pk)
    assert rows.last("publication")["withdrawn_on"] == dt.date(2026, 4, 20)
    assert rows.last("refund")["refund"] == 30_000


def close(story: Story) -> None:
    story.at(4, 23)
    closing = {"结案理由": "决定已经撤销，不再处理", "执行情况": "决定已经撤销，罚款已经退还，公开信息已经撤回。"}
    story.step(story.officer, "呈报结案", closing)
    story.step(story.leader, "批准结案")
    case = story.case
    assert (case.stage, case.fine_fen) == ("closed", None)
    left = Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN).values_list("control", flat=True)
    assert list(left) == ["case.archived-in-time"]
    assert verify().faults == []
