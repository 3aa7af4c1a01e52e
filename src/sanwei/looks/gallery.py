"""Sample data of the gallery: one invented working day, 23 November 2026, Monday. Nothing here is a real case."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message

from sanwei.looks import charts
from sanwei.looks.gallery_forms import CaseForm, SignInForm, refused_case_form
from sanwei.looks.svg import Chart

TODAY = date(2026, 11, 23)
NAV = [
    (
        "办案",
        [
            ("工作台", "home", "#", True, 0),
            ("案件", "folder", "#", False, 0),
            ("行政指导", "chat", "#", False, 0),
            ("文书", "doc", "#", False, 0),
        ],
    ),
    (
        "服务",
        [
            ("事前提示", "bell", "#", False, 0),
            ("事后回访", "phone", "#", False, 3),
            ("行政调解", "scale", "#", False, 0),
        ],
    ),
    (
        "监督",
        [
            ("法制审核", "shield", "#", False, 0),
            ("重大处罚备案", "archive", "#", False, 0),
            ("信息公示", "globe", "#", False, 2),
            ("监督看板", "chart", "#", False, 0),
        ],
    ),
]
TABS = [
    ("工作台", "home", "#", True),
    ("案件", "folder", "#", False),
    ("签到", "pin", "#", False),
    ("提醒", "bell", "#", False),
    ("全部", "grid", "#nav", False),
]
STATS = [
    (3, "今日到期", "含公示 2 件", "warn", "#"),
    (8, "三日内到期", "其中法制审核 3 件", "info", "#"),
    (1, "已超期", "应于 11 月 20 日公示", "bad", "#"),
    (27, "本月已办结", "较上月增加 4 件", "ok", "#"),
]


def duties() -> list[dict[str, Any]]:
    """Seven duties, one of each kind of remaining time."""
    keys = ("title", "party", "number", "step", "ground", "cite", "due", "left", "act_label")
    rows = [
        ("占用城市道路堆放建筑材料", "河南嵩岳建筑工程有限公司", "0412", "信息公示", "决定书送达后 3 个工作日内公示",
         "郑政办〔2013〕39号 三(四)", date(2026, 11, 20), -1, "办理公示"),
        ("未按规定处置建筑垃圾", "郑州金水渣土运输有限公司", "0431", "法制审核", "提请集体讨论前须经法制审核",
         "郑政办〔2013〕39号 三(三)", TODAY, 0, "提交审核"),
        ("餐饮服务油烟超标排放", "二七区老城烩面馆", "0440", "处罚告知", "陈述申辩期 5 日",
         "行政处罚法（2021）第四十五条", date(2026, 11, 24), 1, "查看告知书"),
        ("未取得建设工程规划许可证进行建设", "郑州惠济置业有限公司", "0398", "集体讨论", "罚款 3 万元以上，须风险评估",
         "郑政办〔2012〕77号 二(四)", date(2026, 11, 25), 2, "上传评估"),
        ("擅自占用绿地", "中原区某物业服务有限公司", "0377", "重大处罚备案", "决定作出之日起 15 日内报备",
         "省政府令第168号 第六条", date(2026, 11, 26), 3, "报送备案"),
        ("临时占道经营未在指定区域", "李某某", "0452", "调查取证", "立案之日起 90 日内作出决定",
         "行政处罚法（2021）第六十条", date(2026, 12, 31), 38, "补充证据"),
        ("沿街商户未履行门前三包责任", "管城区便民超市", "0455", "送达", "决定作出后 7 个工作日内送达",
         "郑政办〔2013〕39号 三(三)", date(2027, 1, 4), 28, "办理送达"),
    ]  # fmt: skip
    made = [dict(zip(keys, row, strict=True), url="#", act_url="#") for row in rows]
    made[3]["selected"] = True
    made[4]["unit"] = made[5]["unit"] = "calendar_days"
    made[6]["provisional"] = "2027 年的放假通知还没有公布"
    return made


def steps() -> list[dict[str, Any]]:
    """The timeline of a case whose publication is overdue."""
    done = [
        ("立案", date(2026, 10, 12), "林晓舟", "投诉举报转办，三级网格 03-0217"),
        ("调查取证", date(2026, 10, 28), "林晓舟、何雨川", "现场笔录 2 份、照片 11 张、询问笔录 1 份"),
        ("法制审核", date(2026, 11, 5), "陈立言", "事实清楚，裁量适当"),
        ("处罚告知", date(2026, 11, 9), "林晓舟", "当事人未提出陈述申辩"),
        ("作出决定", date(2026, 11, 16), "周正", "郑城管罚决〔2026〕0398 号"),
        ("送达", date(2026, 11, 17), "何雨川", "直接送达，附行政执法回访意见表"),
    ]
    made: list[dict[str, Any]] = [
        {"label": label, "state": "done", "day": day, "who": who, "note": note} for label, day, who, note in done
    ]
    overdue = {"label": "信息公示", "state": "now", "due": date(2026, 11, 20), "late": True}
    made.append({**overdue, "who": "何雨川", "note": "已超期 1 个工作日", "url": "#"})
    made.append({"label": "缴纳罚款", "state": "now", "due": date(2026, 12, 2), "note": "当事人尚未缴纳"})
    made.append({"label": "事后回访", "state": "todo", "due": date(2026, 12, 18), "note": "已抽中，抽取比例 30%"})
    return made


def acts() -> dict[str, Any]:
    """Two acts that are open and two that wait for something."""
    closed = [
        {
            "label": "作出决定",
            "conditions": [
                {"met": True, "says": "调查终结报告已经提交", "cite": "行政处罚法（2021）第五十七条"},
                {"met": False, "says": "还没有合格的法制审核意见", "cite": "郑政办〔2013〕39号 三(三)", "url": "#",
                 "clause": "作出处罚决定之前，由本单位法制机构审核；没有通过审核的，不得作出决定。",
                 "who": "法制审核人员陈立言", "url_label": "提请审核"},
                {"met": False, "says": "罚款数额达到听证标准，还没有告知听证权利", "cite": "行政处罚法（2021）第六十三条",
                 "clause": "较大数额罚款等处罚决定之前，应当告知当事人有要求听证的权利。", "who": "承办人林晓舟", "url": "#"},
            ],
        },
        {"label": "送达", "conditions": [{"met": False, "says": "处罚决定还没有作出", "who": "负责人周正"}]},
    ]  # fmt: skip
    opened = [
        {"label": "提请法制审核", "url": "#", "picture": "shield", "note": "材料已齐"},
        {"label": "补充证据", "url": "#", "picture": "camera"},
        {"label": "延长办案期限", "url": "#"},
    ]
    return {"open_acts": opened, "closed_acts": closed}


def gate() -> dict[str, Any]:
    """A gate that is shut: one breach, one thing not recorded, warnings, a coming duty, and what is in order."""
    rows = [
        ("kept", False, "两名执法人员共同调查，证件在有效期内", "行政处罚法（2021）第四十二条", "执法人员不得少于两人。", ""),
        ("breach", True, "决定（2026年11月23日）之前没有合格的法制审核", "郑政办〔2013〕39号 三(三)",
         "作出处罚决定之前，由本单位法制机构审核；没有通过审核的，不得作出决定。", "先提请法制审核，合格后再办这一步。"),
        ("undetermined", True, "没有记录告知书的送达日期，不能判断陈述申辩期是否届满", "行政处罚法（2021）第四十五条",
         "当事人有权陈述和申辩，所提成立的应当采纳，不得因此加重处罚。", "补录告知书的送达回证。"),
        ("late", False, "立案比发现线索晚了 2 个工作日", "郑政办〔2013〕39号 三(三)", "", "在调查终结报告中说明原因。"),
        ("pending", False, "决定作出后 7 个工作日内送达，最迟 2026年12月2日", "郑政办〔2013〕39号 三(三)", "", ""),
        ("kept", False, "罚款数额在裁量基准“一般”一档之内", "城市管理行政处罚裁量基准", "", ""),
        ("not_asked", False, "不属于限制开展生产经营活动，不要求合并风险评估", "郑政办〔2012〕77号 二(四)", "", ""),
    ]  # fmt: skip
    keys = ("verdict", "refuses", "says", "cite", "clause", "todo")
    verdicts = [dict(zip(keys, row, strict=True)) for row in rows]
    verdicts[1].update(url="#", url_label="提请法制审核")
    return {"act": "作出处罚决定", "verdicts": verdicts}


def ask() -> dict[str, Any]:
    """What a leader is asked."""
    return {
        "asked": "对郑州惠济置业有限公司处罚款 45,000 元，并责令限期拆除",
        "by": "承办人林晓舟、何雨川",
        "on": date(2026, 11, 20),
        "due": date(2026, 11, 25),
        "left": 2,
        "why": [
            "当事人未取得建设工程规划许可证，建设钢结构临时用房一处，建筑面积 186.4 平方米，有现场笔录和照片为证。",
            "当事人主动拆除了一部分，符合从轻情形；工程造价 750,000 元，按百分之六计算。",
        ],
        "facts": [("当事人", "郑州惠济置业有限公司"), ("裁量等次", "从轻"), ("法定幅度", "造价的 5% 到 10%"), ("送达地址", None)],
        "earlier": [{"who": "法制审核 陈立言", "on": date(2026, 11, 19), "says": "合格。事实清楚，证据充分，裁量适当。"}],
        "law": [
            {"cite": "城乡规划法 第六十四条", "says": "未取得规划许可进行建设，尚可改正的，限期改正，处造价百分之五以上百分之十以下罚款。"},
            {"cite": "行政处罚法（2021）第五十七条", "says": "情节复杂或者重大违法行为，由负责人集体讨论决定。"},
            {"cite": "郑州市裁量基准 第 18 项", "says": "主动消除部分后果的，在法定幅度的下半段确定罚款。", "unverified": True},
        ],
    }  # fmt: skip


def evidence() -> list[dict[str, Any]]:
    """Evidence with and without a picture."""
    photo = {"kind": "现场照片", "taken_on": date(2026, 10, 28), "by": "何雨川", "url": "#"}
    return [
        {**photo, "name": "占道堆放的砂石_东侧.jpg", "size": 2_457_600, "digest": "9f2c 41d8"},
        {**photo, "name": "占道堆放的砂石_全景.jpg", "size": 3_145_728, "digest": "07ab e3c5"},
        {**photo, "name": "现场检查笔录.pdf", "kind": "勘验笔录", "size": 180_224, "note": "当事人已签名"},
        {**photo, "name": "询问笔录_工地负责人.pdf", "kind": "当事人陈述", "size": 96_000, "by": "林晓舟"},
    ]


def conflict() -> dict[str, Any]:
    """Two people on one case."""
    changes = [
        ("法制审核意见", "（未填写）", "退回，补充证据"),
        ("罚款", "45,000 元", "40,000 元"),
        ("备注", None, "已电话告知承办人"),
    ]
    when = datetime(2026, 11, 23, 9, 42, tzinfo=ZoneInfo("Asia/Shanghai"))
    return {"who": "陈立言", "what": "登记了法制审核意见", "when": when, "changes": changes, "url": "#"}


def drawn() -> dict[str, Chart]:
    """One chart of each kind."""
    months = ["6月", "7月", "8月", "9月", "10月", "11月"]
    units = ["市局", "金水大队", "二七大队", "中原大队"]
    opened, closed = ("立案", [102, 117, 131, 110, 149, 104]), ("办结", [96, 109, 118, 114, 131, 98])
    parts = [("合规", [210, 98, 120, 77]), ("迟延", [12, 9, 22, 4]), ("违反", [3, 6, 11, 2])]
    plan = [("金水区", 97), ("二七区", 93.5), ("中原区", 88), ("管城回族区", 91), ("郑东新区龙子湖", 76)]
    sources = [("巡查发现", 46), ("投诉举报", 27), ("上级交办", 15), ("部门移送", 12)]
    return {
        "chart_line": charts.line("立案与办结", months, [opened, closed]),
        "chart_hbar": charts.hbar("巡查计划完成率", plan, target=90),
        "chart_donut": charts.donut("案件来源", sources),
        "chart_stacked": charts.stacked("各单位核对结果", units, parts),
    }


def login_context() -> dict[str, Any]:
    """The sign-in page of the demonstration."""
    rows = [
        ("执法人员", "linxiaozhou", "办案、巡查、回访"),
        ("法制审核", "chenliyan", "审核案件"),
        ("负责人", "zhouzheng", "批准、决定"),
        ("监督机构", "jiandu", None),
    ]
    keys = ("role", "username", "what")
    logins = [dict(zip(keys, row, strict=True)) for row in rows]
    return {"form": SignInForm(), "demo_logins": logins, "demo_password": "sanwei-2026"}


def context() -> dict[str, Any]:
    """Everything the gallery shows."""
    words = [
        (constants.SUCCESS, "已立案，案号郑城管立〔2026〕0456 号。"),
        (constants.INFO, "2027 年放假安排还没有公布，期限暂按法定节日推算。"),
        (constants.WARNING, "您的执法证将在 2026年12月31日到期。"),
        (constants.ERROR, "没有办成：决定书编号已被使用，请刷新后再试。"),
    ]
    return {
        "today": TODAY,
        "unit": "郑州市城市管理局 金水大队",
        "me": {"name": "林晓舟", "certificate": "豫A-01-0372", "role": "执法人员", "url": "#"},
        "nav": NAV,
        "tabs": TABS,
        "logout_url": "#",
        "crumbs": [("案件", "#"), ("郑城管立〔2026〕0398 号", "#"), ("作出决定", None)],
        "messages": [Message(level, text) for level, text in words],
        "stats": STATS,
        "duties": duties(),
        "steps": steps(),
        **acts(),
        "gate": gate(),
        "gate_open": {"act": "提请法制审核", "verdicts": [row for row in gate()["verdicts"] if not row["refuses"]]},
        "ask": ask(),
        "evidence": evidence(),
        "conflict": conflict(),
        "papers": [
            {"title": "立案审批表", "number": "郑城管立〔2026〕0398 号", "day": date(2026, 10, 12)},
            {"title": "行政处罚事先告知书", "number": "郑城管罚告〔2026〕0398 号", "day": date(2026, 11, 9)},
        ],
        "pager": {"previous": "", "next": "#", "note": "按立案日期从新到旧"},
        "facts": [
            ("案号", "郑城管立〔2026〕0398 号"),
            ("当事人", "郑州惠济置业有限公司", "统一社会信用代码 91410108MA0000000X"),
            ("案由", "未取得建设工程规划许可证进行建设"),
            ("立案日期", "2026年10月12日"),
            ("罚款", "45,000 元"),
            ("缴纳日期", None),
        ],
        "verdict_codes": ["kept", "breach", "late", "overdue", "pending", "void", "undetermined", "not_asked"],
        "form": CaseForm(),
        "refused": refused_case_form(),
        **drawn(),
    }
