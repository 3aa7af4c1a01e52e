"""Food is seized at night without asking: approved the next morning in time; another time an hour too late."""

from __future__ import annotations

import datetime as dt

import pytest

from browser.conftest import PHONE
from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.documents.models import Document
from sanwei.journal.verify import verify
from stories.test_a_case_in_the_browser import LEAD, PARTNER, Story

pytestmark = pytest.mark.browser
FOOD = LEAD | {
    "涉嫌违法行为（职权事项）": "ZZSC-0001 食品经营者进货未查验许可证和合格证明或者未按规定记录",
    "违法行为发生地": "郑州市示例路 8 号后厨",
    "线索摘要": "夜间巡查发现后厨存放大量没有标签的面粉和食用油，正在装车。",
}
URGENT = {
    "措施种类": "扣押",
    "采取措施的理由": "食品来源不明，可能流入市场。",
    "措施对象": "后厨存放的面粉和食用油",
    "紧急情况": "当事人正在连夜装车外运。",
    "另一名执法人员": PARTNER,
    "实施时已出示证件": True,
    "到场情况": "当事人在场",
    "当场告知理由、依据、权利和救济途径": True,
    "已听取陈述和申辩": True,
    "当事人陈述、申辩": "没有意见。",
    "现场笔录": "后厨有面粉 12 袋、食用油 3 桶，均无标签，清点后贴封条。",
    "现场笔录签名": "已签名",
    "均与违法行为有关": True,
    "含有生活必需品": False,
    "已被其他机关查封、冻结": False,
    "物品清单": "面粉，25 千克装，12 袋，包装完好\n食用油，3 桶",
    "存放（封存）地点": "涉案物品仓库一号架",
    "清单签名": "已签名",
}


class Night(Story):
    """A story that knows the hour."""

    def at_hour(self, month: int, day: int, hour: int, minute: int) -> None:
        self.days.moment = self.days.moment.replace(month=month, day=day, hour=hour, minute=minute)

    def begin(self) -> None:
        self.officer.open("/cases/")
        self.officer.click("登记线索")
        self.officer.answers(FOOD)
        assert self.officer.press("登记线索") == 200
        self.path = self.officer.page.url.removeprefix(self.officer.seen.address)

    def seize(self, began: str, ended: str) -> None:
        self.officer.seen.go(self.path)
        self.officer.click("紧急采取强制措施")
        self.officer.answers(URGENT | {"实施时间": began, "现场结束时间": ended})

    def rule(self, granted: bool, opinion: str) -> None:
        self.leader.open("/")
        self.leader.follow(self.leader.page.locator("section", has_text="待我审批").get_by_role("link").first)
        if not self.leader.page.url.endswith("/do/rule_measure"):
            self.leader.click("审批强制措施")
        self.leader.answers({"批准采取": granted, "审批意见": opinion})
        self.pressed(self.leader, "审批强制措施")


def test_food_seized_at_night_is_approved_in_the_morning_and_given_back(sits_down, days) -> None:
    night = Night(sits_down, days)
    night.at_hour(3, 3, 22, 50)
    night.begin()
    night.seize("22:40", "22:45")
    night.officer.answer("含有生活必需品", True)
    assert night.officer.press("紧急采取强制措施") == 409
    assert "从清单中去掉无关的财物和生活必需品" in night.officer.said()
    night.officer.answer("含有生活必需品", False)
    night.pressed(night.officer, "紧急采取强制措施")
    said = night.officer.said()
    for words in (
        "郑城管强措〔2026〕1号",
        "须在2026年3月4日 22:40之前由负责人补办批准",
        "涉案物品",
        "面粉",
        "自2026年3月3日起30日",
    ):
        assert words in said
    night.at_hour(3, 4, 9, 10)
    night.rule(True, "情况属实，同意扣押。")
    assert "请留意" not in night.leader.said()
    give_back(night)
    look_back(night, sits_down)


def give_back(night: Night) -> None:
    officer = night.officer
    night.at_hour(3, 4, 10, 0)
    to_store = {"流转环节": "入库保管", "接收人": "卯保管", "存放地点": "一号架"}
    things = {"物品": ["1 号 面粉（12 袋）", "2 号 食用油（3 桶）"]}
    night.step(officer, "登记物品流转", things | to_store)
    officer.seen.go(night.path)
    officer.click("登记物品流转")
    officer.answers(things | {"流转环节": "退还", "接收人": "丑经理", "存放地点": "一号架"})
    assert officer.press("登记物品流转") == 422
    assert "还没有处理决定，不能登记去向" in officer.said()
    night.at_hour(3, 12, 9, 0)
    end = {"处理方式": "解除并退还", "解除情形": "与违法行为无关", "处理理由": "当事人补交了全部进货凭证。"}
    night.step(night.leader, "处理被查封、扣押、冻结的财物", end)
    night.step(officer, "登记物品流转", things | {"流转环节": "退还", "接收人": "丑经理", "存放地点": "一号架"})


def look_back(night: Night, sits_down) -> None:
    case = night.case
    still = set(Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN).values_list("control", flat=True))
    assert not any(code.startswith("measure.") for code in still)
    drawn = set(Document.objects.filter(matter_id=str(case.pk)).values_list("form_code", flat=True))
    assert drawn == {"seizure_decision", "measure_record", "measure_approval", "measure_release", "things_list"}
    steps = [r["custody_step"] for r in Rows.read(case.pk).all("custody") if r["custody_exhibit"] == "x1"]
    assert steps == ["taken", "stored", "returned"]
    assert verify().faults == []
    phone = sits_down("officer", PHONE)
    for path in (night.path, f"{night.path}do/take_urgent_measure", f"{night.path}do/propose_measure"):
        phone.open(path)


def test_an_approval_in_the_twenty_fifth_hour_is_told_as_a_breach(sits_down, days) -> None:
    night = Night(sits_down, days)
    night.at_hour(3, 3, 9, 0)
    night.begin()
    night.seize("08:00", "08:50")
    night.pressed(night.officer, "紧急采取强制措施")
    night.at_hour(3, 4, 9, 0)
    night.rule(True, "情况属实，同意扣押。")
    said = night.leader.said()
    assert "请留意" in said and "不得超过二十四小时" in said
    assert "《行政强制法》第十九条" in said
    assert Duty.objects.get(control="measure.ended-in-time").due == dt.date(2026, 4, 2)
