"""A noodle house and its boxes on the pavement: the summary procedure on one page; over the threshold it is refused."""

from __future__ import annotations

import pytest

from sanwei.acts.models import Duty
from sanwei.cases.models import Case
from sanwei.journal.models import Entry
from stories.hands import Hands

pytestmark = pytest.mark.browser
SPOT = {
    "违法行为（职权事项）": "ZZCG-0001 擅自在城市道路、公共场地堆放物料",
    "违法行为发生地": "郑州市示例路 9 号门前",
    "违法时间": "09:10",
    "认定的事实和证据": "烩面馆门前人行道堆放食材纸箱约一平方米，当场拍照。",
    "当事人类别": "公民",
    "姓名（名称）": "李某某",
    "住所（住址）": "郑州市示例路 9 号",
    "另一名执法人员": "乙办案（二级执法员）",
    "已出示证件": True,
    "已说明目的、方法": True,
    "已告知权利义务": True,
    "方式": "口头",
    "陈述申辩内容": "马上就搬走。",
    "复核意见": "已经当场搬走，按较低幅度处罚。",
    "处罚种类": ["罚款"],
    "罚款": "300",
    "裁量理由": "面积小，当场改正。",
    "责令改正内容": "清理烩面馆门前的食材纸箱。",
    "违法成因分析": "没有固定的堆放处。",
    "整改指导意见": "收货后及时入库，不占人行道。",
    "回证签收": "已签名",
}


def test_a_penalty_on_the_spot_is_made_served_paid_and_closed_in_one_day(sits_down, days) -> None:
    officer: Hands = sits_down("officer")
    officer.open("/cases/")
    officer.click("当场处罚")
    assert not officer.question("罚款").is_visible()  # it goes with its kind of penalty
    officer.answers(SPOT)
    over_the_threshold(officer)
    officer.answer("罚款", "200")
    assert officer.press("当场处罚") == 200
    said = officer.said()
    for words in ("已办理“当场处罚”", "郑城管当罚〔2026〕1号", "当场行政处罚决定书", "执行"):
        assert words in said
    case = Case.objects.get()
    assert (case.stage, case.procedure, case.fine_fen, case.party_name) == ("executing", "summary", 20_000, "李某某")
    pay_and_close(officer, sits_down("leader"), case)


def over_the_threshold(officer: Hands) -> None:
    """Three hundred yuan from a citizen: over the two hundred of the law of 2021, under the power's own most."""
    assert officer.press("当场处罚") == 409
    said = officer.said()
    for words in ("现在还不能办理“当场处罚”", "罚款300 元", "《行政处罚法》（2021）第五十一条", "适用普通程序"):
        assert words in said
    assert "《行政处罚法》（2009）" not in said
    assert not Case.objects.exists()
    entry = Entry.objects.get()
    assert (entry.act, entry.outcome) == ("decide_on_the_spot", "refused")
    told = {v["control"]: v["verdict"] for v in entry.content.body["content"]["verdicts"]}
    assert told == {"case.summary-threshold": "违反"}
    for label in ("认定的事实和证据", "复核意见", "整改指导意见"):
        assert officer.question(label).locator("textarea").input_value() == SPOT[label]
    assert officer.question("姓名（名称）").locator("input").input_value() == "李某某"


def pay_and_close(officer: Hands, leader: Hands, case: Case) -> None:
    for act, told in (
        ("当场处罚报备", {}),
        ("登记缴款", {"票据号码": "PJ-0002"}),
        ("复查改正情况", {"已改正": True, "复查情况": "纸箱已经搬走。"}),
        ("呈报结案", {"执行情况": "罚款缴清，已经改正。"}),
    ):
        officer.click(act)
        officer.answers(told)
        assert officer.press(act) == 200
        assert f"已办理“{act}”" in officer.said()
    leader.open(case.get_absolute_url())
    leader.click("批准结案")
    assert leader.press("批准结案") == 200
    case.refresh_from_db()
    assert case.stage == "closed"
    open_duties = set(Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN).values_list("todo", flat=True))
    assert open_duties == {"公开处罚决定（城市期限）", "公开处罚决定（国家期限）"}
