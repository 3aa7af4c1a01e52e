"""A builder: seizure, hearing, decision served by public notice, reminder, the court, money with surcharge, closing.

The ordinary beginning goes through the acts alone: `test_a_case_in_the_browser` looks at its pages.
"""

from __future__ import annotations

import datetime as dt

import pytest

from sanwei.acts.models import Duty
from sanwei.acts.rows import Rows
from sanwei.documents.models import Document
from sanwei.journal.verify import verify
from sanwei.people.models import BodyPower
from stories.test_a_case_in_the_browser import PARTNER, Story
from walking import LEAD, STEPS, do

pytestmark = pytest.mark.browser
SIGNS = "ZZYJ-0001"  # machines without warning signs: a power that lets things be seized
BUILDER = LEAD | {
    "power_code": SIGNS,
    "party_name": "郑州示例建筑有限公司",
    "lead_summary": "工地的切割机没有安全警示标志，仍在使用。",
}
SEIZED = {
    "实施时间": "08:30",
    "现场结束时间": "08:50",
    "实施时已出示证件": True,
    "到场情况": "当事人不到场，邀请见证人",
    "见证人": "社区工作人员卯某某",
    "当场告知理由、依据、权利和救济途径": True,
    "已听取陈述和申辩": True,
    "当事人陈述、申辩": "电话中表示没有意见。",
    "现场笔录": "切割机 1 台，没有警示标志，贴封条后运走。",
    "现场笔录签名": "不在场并注明",
    "均与违法行为有关": True,
    "含有生活必需品": False,
    "已被其他机关查封、冻结": False,
    "物品清单": "切割机，台式，1 台，完好",
    "存放（封存）地点": "涉案物品仓库二号架",
    "清单签名": "不在场并注明",
}
HEARING = {
    "定于听证日": dt.date(2026, 4, 7),
    "听证时间": "09:30",
    "听证地点": "三楼会议室",
    "公开举行": True,
    "听证主持人": "丙队长（执法大队大队长）",
    "听证记录员": "丁审核（法制科科长）",
}
PANEL = {"开始时间": "15:00", "讨论地点": "三楼会议室", "讨论组织形式": "负责人集体讨论", "记录人": "寅记录",
         "参加讨论的负责人": ["戊局长（局长）", "己局长（副局长）"], "讨论结论": "同意罚款三百元。"}  # fmt: skip
FAILED = {"未成的原因": "已经搬离", "凭证": "两次上门，工地已经撤场，执法记录仪 0007 号全程记录。"}
NOTICE = {
    "公告理由": "其他方式都无法送达",
    "查找、送达经过": "上门、电话、邮寄都没有找到，登记住所已经退租，物业不知去向。",
    "公告载体": "郑州市城市管理局网站公告栏",
}


def test_a_builder_who_moved_away_is_served_by_notice_and_pays_through_the_court(sits_down, days, cast) -> None:
    story = Story(sits_down, days)
    story.chair = sits_down("head")
    begin(story, cast)
    seize(story)
    end(story, cast)
    tell_by_mail(story)
    hear(story)
    decide(story)
    serve_by_notice(story)
    remind_and_apply(story)
    pay_and_close(story)


def begin(story: Story, cast) -> None:
    """Lead, filing, inspection, evidence and the order to correct."""
    BodyPower.objects.create(body=cast.city, power_code=SIGNS, valid_from=dt.date(2021, 9, 1))
    case = None
    for code, who, on, answers in STEPS:
        if code == "recheck_correction":
            break
        case = do(
            code, getattr(cast, who), on, answers(case, cast) | (BUILDER if code == "register_lead" else {}), case
        )
    story.path = case.get_absolute_url()


def seize(story: Story) -> None:
    """The machine is seized with leave given beforehand; nothing of it may be asked that goes with a freeze."""
    officer = story.officer
    story.at(3, 12)
    why = {"措施种类": "扣押", "采取措施的理由": "没有标志的机器仍在使用，随时可能伤人。", "措施对象": "切割机 1 台"}
    story.step(officer, "呈请采取强制措施", why)
    story.step(story.leader, "审批强制措施", {"批准采取": True, "审批意见": "情况属实，同意扣押。"})
    officer.seen.go(story.path)
    officer.click("实施强制措施")
    assert "冻结数额" not in officer.said()
    officer.answers({"另一名执法人员": PARTNER, **SEIZED})
    story.days.moment = story.days.moment.replace(hour=10)
    assert officer.press("实施强制措施") == 409  # seized before leave was given
    officer.answers({"实施时间": "09:30", "现场结束时间": "09:50"})
    story.pressed(officer, "实施强制措施")
    assert "切割机" in officer.said()


def end(story: Story, cast) -> None:
    """Findings and review."""
    for code, who, on, answers in STEPS:
        if code in ("end_investigation", "review_case"):
            do(code, getattr(cast, who), on, answers(story.case, cast), story.case)


def tell_by_mail(story: Story) -> None:
    """The notice goes by post: the builder's time runs from the day it was signed for."""
    officer = story.officer
    story.at(3, 17)
    story.step(officer, "事先告知", {"告知日": "", "已告知听证权": True})
    assert "待告知" in officer.said()
    story.at(3, 20)
    sent = {"送达方式": "邮寄送达", "回证签收": "已签名", "邮件号码": "XA00000001CN", "交邮日": dt.date(2026, 3, 18)}
    officer.open(story.path)
    officer.click("送达文书")
    officer.answers(sent | {"邮件号码": ""})
    assert officer.press("送达文书") == 422
    assert "邮寄送达的，请填写邮件号码" in officer.said()
    officer.answers({"邮件号码": "XA00000001CN"})
    story.pressed(officer, "送达文书")
    assert Rows.read(story.case.pk).last("notice")["noticed_on"] == dt.date(2026, 3, 20)


def hear(story: Story) -> None:
    officer = story.officer
    story.at(3, 24)
    story.step(officer, "登记听证要求")
    story.at(3, 25)
    asked = {"听证": "2026-03-24 要求的听证"}
    story.step(officer, "通知听证", asked | HEARING)
    story.at(4, 7)
    held = {"开始时间": "09:30", "结束时间": "10:30", "当事人的申辩和质证": "占道时间很短，请求从轻。",
            "听证笔录摘要": "双方质证完毕，没有新的证据。", "听证笔录签名": "已签名"}  # fmt: skip
    story.step(officer, "记录听证", asked | held)
    found = {"听证查明的情况": "占道事实清楚，持续约一日。", "主持人的处理意见": "同意按较低幅度处罚。"}
    story.step(story.chair, "提出听证报告", found)
    story.step(officer, "记录陈述申辩", {"方式": "书面", "陈述申辩内容": "占道时间很短，请求从轻。"})
    told = {"陈述申辩": "2026-04-07 占道时间很短，请求从轻。", "予以采纳": True, "复核意见": "已经按较低幅度拟处罚。"}
    story.step(officer, "复核陈述申辩", told)


def decide(story: Story) -> None:
    story.at(4, 9)
    story.step(story.leader, "集体讨论", PANEL)
    story.at(4, 10)
    draft = {"对申辩的回应": "占道事实成立，已经在幅度内从轻。", "责令改正内容": "清理占道物料并冲洗地面。"}
    story.step(story.officer, "拟写决定并呈批", draft)
    story.step(story.leader, "签发处罚决定")
    assert story.case.stage == "serving"
    released = {
        "处理方式": "解除并退还",
        "解除情形": "已经作出处理决定，不再需要",
        "处理理由": "已经处罚，机器补设了标志。",
    }
    story.step(story.leader, "处理被查封、扣押、冻结的财物", released)
    back = {"物品": ["1 号 切割机（1 台）"], "流转环节": "退还", "接收人": "寅工长", "存放地点": "工地"}
    story.step(story.officer, "登记物品流转", back)
    assert "决定书还没有送达，缴款、复议、诉讼的期限都还没有起算" in story.leader.said()


def serve_by_notice(story: Story) -> None:
    officer = story.officer
    story.at(4, 14)
    officer.open(story.path)
    officer.click("发出送达公告")
    officer.answers(NOTICE)
    assert officer.press("发出送达公告") == 409
    assert "先用其他方式送达并把未成的经过登记在案" in officer.said()
    story.step(officer, "登记送达未成", FAILED)
    story.step(officer, "发出送达公告", NOTICE)
    duty = Duty.objects.get(control="case.announcement-completed", state=Duty.OPEN)
    assert duty.due == dt.date(2026, 5, 14)
    story.at(5, 13)
    officer.open(f"{story.path}do/complete_announcement")
    assert officer.press("登记公告期满") == 409
    assert "公告期还没有届满" in officer.said()
    story.at(5, 15)
    story.step(officer, "登记公告期满")
    assert story.case.stage == "executing"
    said = officer.said()
    assert "缴款期限\n2026年5月29日" in said
    assert "可以在2026年7月13日之前向郑州市人民政府申请行政复议，也可以在2026年11月16日之前向郑州铁路运输法院" in said
    told = {"公开渠道": "行政处罚结果", "已隐去不宜公开的内容": True}
    story.step(officer, "登记公开", told)


def remind_and_apply(story: Story) -> None:
    officer, leader = story.officer, story.leader
    story.at(6, 8)
    officer.open(story.path)
    assert "2026年5月30日至2026年6月8日共10日：300 元×3%×10日＝90 元" in officer.said()
    story.at(10, 19)
    story.step(officer, "催告")
    handed = {"送达的文书": "催告书郑城管催〔2026〕1号", "送达方式": "留置送达", "回证签收": "拒签并注明",
              "留置理由": "法定代表人看过之后拒绝签收。", "留置过程拍照、录像": True}  # fmt: skip
    story.step(officer, "送达文书", handed)
    story.at(10, 28)
    leader.open(f"{story.path}do/apply_court")
    assert leader.press("申请法院强制执行") == 409
    assert "先送达催告书，从送达次日起满十个工作日" in leader.said()
    story.at(11, 17)
    story.step(leader, "申请法院强制执行")
    row = Rows.read(story.case.pk).last("enforcement")
    assert (row["applied_sum"], row["applied_surcharge"]) == (30_000, 30_000)  # never above the fine
    assert "超过罚款本数，按300 元计" in leader.said()
    assert not Duty.objects.filter(control="case.court-application-in-time", state=Duty.OPEN).exists()


def pay_and_close(story: Story) -> None:
    officer = story.officer
    story.at(11, 30)
    result = {"法院处理结果": "执行完毕", "裁定书案号": "（2026）豫71行审1号"}
    story.step(officer, "登记法院结果", result)
    officer.open(story.path)
    officer.click("登记缴款")
    assert officer.question("加处罚款").locator("input").input_value() == "300"
    officer.answers({"票据号码": "PJ-0001"})
    story.pressed(officer, "登记缴款")
    story.step(officer, "复查改正情况", {"已改正": True, "复查情况": "已经清理干净。"})
    story.at(12, 1)
    story.step(officer, "呈报结案", {"结案理由": "处罚决定执行完毕", "执行情况": "法院执行到位。"})
    story.step(story.leader, "批准结案")
    assert story.case.stage == "closed"
    papers = set(Document.objects.filter(matter_id=str(story.case.pk)).values_list("form_code", flat=True))
    assert papers >= {
        "seizure_decision",
        "measure_release",
        "service_announcement",
        "service_receipt",
        "enforcement_reminder",
        "court_application",
    }
    assert verify().faults == []
