"""One case from lead to closing, by clicking and typing; and an attempt to decide without legal review."""

from __future__ import annotations

import base64
import datetime as dt

import pytest

from browser.conftest import PHONE
from sanwei.acts.models import Duty
from sanwei.cases.models import Case
from sanwei.documents.models import Document, Upload
from sanwei.journal.models import Entry
from sanwei.journal.verify import verify
from stories.hands import Hands

pytestmark = pytest.mark.browser
# One pixel.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PARTNER = "乙办案（二级执法员）"
LEAD = {
    "线索来源": "现场检查",
    "违法行为发生日": dt.date(2026, 3, 1),
    "涉嫌违法行为（职权事项）": "ZZCG-0001 擅自在城市道路、公共场地堆放物料",
    "违法行为发生地": "郑州市示例路 8 号门前",
    "线索摘要": "门前人行道堆放装修砂石，约占三米宽。",
    "有可答复的举报人": False,
    "当事人类别": "法人或者其他组织",
    "姓名（名称）": "郑州示例装饰有限公司",
    "法定代表人（负责人）": "丑经理",
    "住所（住址）": "郑州市示例路 8 号",
}
CONTACT = {
    "接触方式": "现场检查（勘验）",
    "开始时间": "09:30",
    "结束时间": "10:10",
    "被检查（询问）人身份": "现场负责人",
    "另一名执法人员": PARTNER,
    "已出示证件": True,
    "已说明目的、方法": True,
    "已告知权利义务": True,
    "笔录内容": "现场堆放砂石约三米宽，无审批手续。",
    "笔录签名": "已签名",
    "执法规范记录": "着装整齐，执法记录仪 0007 号全程记录。",
    "发生突发情况或者过激言行": False,
}
EVIDENCE = {
    "证据种类": "勘验笔录、现场笔录",
    "证据名称": "现场照片",
    "取得方式": "现场拍摄",
    "证明对象": "证明占道堆放的事实",
    "取得合法": True,
}
FINDINGS = {
    "查明的事实和证据": "当事人未经批准在人行道堆放砂石，有现场笔录和照片证明。",
    "情节复杂": False,
    "涉及生命健康、金融安全且有危害后果": False,
    "拟处罚种类": ["罚款"],
    "拟处罚款": "300",
    "处理建议及理由": "首次发生，已经清理，建议从轻。",
}
DRAFT = {
    "对申辩的回应": "清理属实，已经在幅度内从轻；占道事实成立。",
    "责令改正内容": "清理占道砂石并冲洗地面。",
}


class Story:
    """The case, and the three who work on it, each at a screen of their own."""

    def __init__(self, sits_down, days) -> None:
        self.days = days
        self.officer, self.leader, self.reviewer = (sits_down(who) for who in ("officer", "leader", "reviewer"))
        self.path = ""

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.path.strip("/").split("/")[-1])

    def step(self, hands: Hands, act: str, told: dict | None = None) -> None:
        """From the case page through the link, the form and its button, back to the case page. That page was looked at
        when the last step led to it."""
        hands.seen.go(self.path)
        hands.click(act)
        hands.answers(told or {})
        self.pressed(hands, act)

    def pressed(self, hands: Hands, act: str) -> None:
        status = hands.press(act)
        assert status == 200, hands.said()
        assert f"已办理“{act}”" in hands.said()
        assert hands.page.url.endswith(self.path)

    def at(self, month: int, day: int) -> None:
        self.days.to(month, day)


def test_a_case_goes_from_lead_to_closing_and_is_not_decided_without_legal_review(sits_down, days) -> None:
    story = Story(sits_down, days)
    register_and_file(story)
    investigate(story)
    try_to_decide(story)
    review(story)
    hear_the_party(story)
    decide(story)
    carry_out_and_close(story)
    look_back(story, sits_down)


def register_and_file(story: Story) -> None:
    officer = story.officer
    officer.open("/")
    officer.follow(officer.page.locator("nav").get_by_role("link", name="案件", exact=True).first)
    officer.click("登记线索")
    officer.answers(LEAD)
    assert officer.press("登记线索") == 200
    story.path = officer.page.url.removeprefix(officer.seen.address)
    assert "郑城管线〔2026〕1号" in officer.said()
    story.at(3, 3)
    story.step(officer, "呈报立案", {"协办执法人员": PARTNER, "立案理由": "有违法事实，属本机关管辖。"})
    assert "正在等待行政机关负责人办理" in officer.said()
    story.at(3, 4)
    leader = story.leader
    leader.open("/")
    leader.follow(leader.page.locator("section", has_text="待我审批").get_by_role("link", name="批准立案").first)
    assert "是否批准立案" in leader.said()
    assert "《行政处罚法》（2021）第五十四条第二款" in leader.said()
    story.pressed(leader, "批准立案")
    assert "郑城管罚立〔2026〕1号" in leader.said()


def investigate(story: Story) -> None:
    officer = story.officer
    story.at(3, 5)
    story.step(officer, "记录检查、询问", CONTACT)
    officer.open(story.path)
    officer.click("登记证据")
    officer.answers(EVIDENCE | {"证据名称": ""})
    officer.attach("现场照片.png", PICTURE)
    assert officer.press("登记证据") == 422
    assert officer.question("已选择的文件").get_by_role("checkbox", checked=True).count() == 1
    officer.answer("证据名称", "现场照片")
    story.pressed(officer, "登记证据")
    picture = officer.page.locator("main img").first
    assert picture.evaluate("(e) => e.complete && e.naturalWidth") == 1
    story.step(officer, "责令改正", {"责令改正要求": "三日内清理占道砂石", "改正期限届满日": dt.date(2026, 3, 9)})
    story.at(3, 10)
    story.step(officer, "复查改正情况", {"已改正": True, "复查情况": "已经清理干净。"})
    story.at(3, 12)
    story.step(officer, "调查终结并送审", FINDINGS)
    assert "正在等待法制审核人员办理" in officer.said()


def try_to_decide(story: Story) -> None:
    officer, leader = story.officer, story.leader
    officer.open(story.path)
    officer.page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    shut = officer.page.locator(
        "details.act-closed", has=officer.page.locator("summary", has_text="签发处罚决定")
    ).inner_text()
    for words in (
        "2026年3月12日作出决定之前，最近一次法制审核的日期为未记录",
        "郑政办〔2013〕39号 三(三)四",
        "送法制审核；被退回的，补正后重新送审",
        "由承办人拟写决定并呈批",
        "由行政机关负责人办理",
    ):
        assert words in shut
    leader.open(story.path)
    assert leader.page.locator("main .acts-open").get_by_role("link", name="签发处罚决定").count() == 0
    leader.open(f"{story.path}do/issue_decision")
    assert leader.press("签发处罚决定") == 409
    said = leader.said()
    assert "承办人还没有拟写决定" in said
    assert "郑政办〔2013〕39号 三(三)四" in said
    assert "最近一次法制审核的日期为未记录，结论为未记录" in said
    entry = Entry.objects.latest("position")
    assert (entry.act, entry.outcome, entry.officer_code) == ("issue_decision", "refused", "R-leader")
    assert (entry.certificate_no, entry.matter_id) == ("41010005", str(story.case.pk))
    told = entry.content.body["content"]
    assert told["reasons"] == ["承办人还没有拟写决定"]
    assert "case.legal-review-first" in {v["control"] for v in told["verdicts"]}
    officer.open(story.path)
    line = officer.page.locator("section[aria-labelledby=log-h] li").first.inner_text()
    assert "签发处罚决定" in line and "未通过" in line and f"日志第 {entry.position} 条" in line


def review(story: Story) -> None:
    story.at(3, 13)
    story.step(story.reviewer, "法制审核", {"审核结论": "退回补正", "审核意见": "没有写明占道的面积，请补充测量。"})
    story.at(3, 16)
    story.officer.open(story.path)
    assert "没有写明占道的面积" in story.officer.said()
    story.officer.click("补正后重新送审")
    story.officer.answer("补正情况", "已经补测，占道约四平方米，写入终结报告。")
    story.pressed(story.officer, "补正后重新送审")
    story.at(3, 18)
    story.step(story.reviewer, "法制审核", {"审核结论": "审核通过", "审核意见": "事实清楚，证据充分，程序合法。"})


def hear_the_party(story: Story) -> None:
    officer = story.officer
    story.at(3, 19)
    officer.open(story.path)
    officer.click("事先告知")
    assert officer.question("告知的事实、理由").locator("textarea").input_value() == FINDINGS["查明的事实和证据"]
    assert officer.question("拟罚款").locator("input").input_value() == "300"
    story.pressed(officer, "事先告知")
    story.at(3, 20)
    said = "砂石当天就清走了，请求从轻。"
    story.step(officer, "记录陈述申辩", {"方式": "书面", "陈述申辩内容": said})
    story.at(3, 23)
    answer = {"陈述申辩": f"2026-03-20 {said}", "予以采纳": True, "复核意见": DRAFT["对申辩的回应"]}
    story.step(officer, "复核陈述申辩", answer)


def decide(story: Story) -> None:
    officer, leader = story.officer, story.leader
    story.at(3, 30)
    panel = {"开始时间": "15:00", "讨论地点": "三楼会议室", "讨论组织形式": "负责人集体讨论", "记录人": "寅记录",
             "参加讨论的负责人": ["戊局长（局长）", "己局长（副局长）"], "讨论结论": "同意罚款三百元。"}  # fmt: skip
    story.step(leader, "集体讨论", panel)
    story.at(3, 31)
    officer.open(story.path)
    officer.click("拟写决定并呈批")
    assert officer.question("对申辩的回应").locator("textarea").input_value() == DRAFT["对申辩的回应"]
    officer.answers(DRAFT)
    story.pressed(officer, "拟写决定并呈批")
    story.at(4, 1)
    leader.open(story.path)
    leader.click("签发处罚决定")
    said = leader.said()
    for words in (
        "是否签发这份决定",
        "郑政办〔2013〕39号 三(三)四",
        "事实清楚，证据充分，程序合法。",
        "砂石当天就清走了",
        "同意罚款三百元。",
    ):
        assert words in said
    story.pressed(leader, "签发处罚决定")
    assert Document.objects.get(form_code="penalty_decision").number == "郑城管罚决〔2026〕1号"


def carry_out_and_close(story: Story) -> None:
    officer = story.officer
    story.at(4, 3)
    story.step(officer, "送达决定书", {"回证签收": "已签名", "同时送达回访意见表": True, "意见表在回证上签收": True})
    story.at(4, 7)
    story.step(officer, "登记公开", {"公开渠道": "行政处罚结果", "已隐去不宜公开的内容": True})
    story.at(4, 13)
    story.step(officer, "登记缴款", {"票据号码": "PJ-0001"})
    story.at(4, 15)
    story.step(officer, "呈报结案", {"执行情况": "罚款缴清，改正复查合格。"})
    story.at(4, 16)
    story.step(story.leader, "批准结案")


def look_back(story: Story, sits_down) -> None:
    case = story.case
    assert (case.stage, case.number, case.fine_fen) == ("closed", "郑城管罚立〔2026〕1号", 30_000)
    left = Duty.objects.filter(matter_id=case.pk, state=Duty.OPEN)
    assert set(left.values_list("control", flat=True)) == {"case.archived-in-time"}
    assert Upload.objects.filter(matter_id=str(case.pk)).count() == 1
    assert verify().faults == []
    story.officer.open(story.path)
    assert "已结案" in story.officer.said()
    with story.officer.page.expect_download() as told:
        paper = story.officer.page.locator("section[aria-labelledby=papers-h] li", has_text="郑城管罚决〔2026〕1号")
        paper.locator("a", has_text="PDF").click()
    assert told.value.suggested_filename == "行政处罚决定书 郑城管罚决〔2026〕1号.pdf"
    assert told.value.path().read_bytes().startswith(b"%PDF-")
    phone = sits_down("officer", PHONE)
    for path in ("/", "/cases/", story.path, "/cases/new/register_lead", f"{story.path}do/add_evidence"):
        phone.open(path)
