"""Each fault a jurist can make in a law file is told with its file, its line and what to do."""

import pytest

from sanwei.lawbook import LawError, check, forget, lawbook
from sanwei.lawbook.tests.small_law import SMALL, with_change, write_law

LAW2, DOC39 = "far/instruments/LAW2.yaml", "near/instruments/DOC39.yaml"
FAR, NEAR = "far/parameters/terms.yaml", "near/parameters/terms.yaml"
POWERS, DUTIES, YEAR, NEXT = "near/powers/city.yaml", "duties.yaml", "calendar/2025.yaml", "calendar/2026.yaml"

# file, what stands there, what is written instead, a word on the line of the fault, a word of the sentence
MISTAKES = {
    "a key nobody knows": (LAW2, "kind: 法律", "sort: 法律\nkind: 法律", "sort:", "不认识这个键"),
    "a key written twice": (LAW2, "kind: 法律", "kind: 法律\nkind: 法律", None, "写了两次"),
    "a word for a number": (FAR, "value: 90,", "value: 九十,", "九十", "应为数字"),
    "a number for a word": (LAW2, "title: 某某处罚法（新）", "title: 2021", "title:", "应为文字"),
    "a day that does not exist": (LAW2, "issued: 2021-01-22", "issued: 2021-02-30", "02-30", "应为日期"),
    "a moment for a day": (LAW2, "issued: 2021-01-22", "issued: 2021-01-22 10:00:00", "10:00", "应为日期"),
    "a list expected": (POWERS, "levels: [city, county, street]", "levels: city", "levels", "应为列表"),
    "a mapping expected": (LAW2, "in_force: {from: 2021-07-15, until: null}", "in_force: 2021", "in_force", "一组键和值"),
    "yes for a yes-or-no": (POWERS, "correction_first: true", "correction_first: 是", "correction", "true 或 false"),
    "no basis": (FAR, "basis: LAW2 §60, ", "", "value: 90", "basis 没有写；每个值都要写明依据"),
    "a basis without a section": (FAR, "basis: LAW2 §60", "basis: LAW2", "value: 90", "中间一个空格"),
    "freezing by less than a statute": (POWERS, "  correction_first: true",
        "  correction_first: true\n  measures:\n  - {kind: freeze, basis: DOC39 三(三)四}", "freeze", "冻结只能由法律规定"),
    "grounds of a clause that exempts nobody": (LAW2, "says: 立案起九十日内决定。}",
        "says: 立案起九十日内决定。, grounds: [under_14]}", "§60", "effect 里应当有 exempts"),
    "a bad unit": (NEAR, "unit: calendar_days", "unit: days", "unit: days", "calendar_days、working_days"),
    "a bad way to roll": (FAR, "unit: fen", "unit: fen\n  roll: up", "roll: up", "next_working_day"),
    "money that is rolled": (FAR, "unit: fen", "unit: fen\n  roll: next_working_day", "roll:", "不是期间"),
    "money not whole": (FAR, "value: 20000", "value: 200.5", "200.5", "金额以分为单位"),
    "a term not whole": (FAR, "value: 90,", "value: 1.5,", "1.5", "只能写整数"),
    "an infinite number": (FAR, "value: 90,", "value: .inf,", ".inf", "有限"),
    "an octal number": (FAR, "value: 90,", "value: 0500,", "0500", "应为数字"),
    "a negative value": (FAR, "value: 90,", "value: -90,", "-90", "不能小于 0"),
    "overlapping values": (FAR, "until: 2021-07-14, basis", "until: 2021-07-15, basis", "20000", "日期重叠"),
    "from after until": (FAR, "from: 2009-08-27, until: 2021-07-14", "from: 2022-01-01, until: 2021-07-14",
        "5000", "晚于"),
    "no values": (NEAR, SMALL[NEAR].split("values:")[1], " []\n", "values: []", "至少要有一项"),
    "an unknown basis": (FAR, "basis: LAW2 §60", "basis: LAW2 §61", "§61", "相近的有：LAW2 §60"),
    "an unknown instrument": (FAR, "basis: LAW2 §60", "basis: LAW3 §60", "LAW3", "引用的文件“LAW3”不存在"),
    "a basis not yet in force": (FAR, "value: 90, from: 2021-07-15", "value: 90, from: 2021-07-14",
        "value: 90", "并不有效"),
    "a value that outlives its basis": (
        FAR, "5000, from: 2009-08-27, until: 2021-07-14", "5000, from: 2009-08-27, until: 2021-07-15", "5000", "延续更久"),
    "a basis of a pack below": (FAR, "basis: LAW2 §60", "basis: DOC39 三(三)四", "DOC39", "只能引用本包和上级包"),
    "a value of another kind": (FAR, "value: 20000,", "value: 20000, unit: calendar_days,", "20000", "不同类"),
    "a sum that is rolled": (FAR, "value: 20000,", "value: 20000, roll: next_working_day,", "20000", "不是期间"),
    "a unit that differs between packs": (NEAR, "unit: calendar_days", "unit: fen", "unit:", "各包须是同类的单位"),
    "a parameter twice": (FAR, "key: summary.fine.person", "key: decision.limit", None, "只能有一处"),
    "read but never checked": (NEAR, "status: page", "status: read", "read", "checked_on"),
    "an unknown status": (NEAR, "status: page", "status: maybe", "maybe", "read、page、preset"),
    "an instrument twice": (DOC39, "code: DOC39", "code: LAW1", "code", "文件代码“LAW1”已在"),
    "a section twice": (LAW2, "§57(2)", "§60", "九十日", "写了两次"),
    "a section written wrong": (LAW2, "section: §57(2)", "section: §57（2）", "§57（2）", "条次写法不对"),
    "an unknown duty": (DOC39, "case.legal-review", "case.legal-rewiev", "rewiev", "相近的有：case.legal-review"),
    "a duty without a fate": (DUTIES, "  fate: {later: risk}\n", "", "id: case.collective", "有且只有一个着落"),
    "a duty with an empty fate": (DUTIES, "{later: risk}", "{}", "fate: {}", "零个着落"),
    "a duty with two fates": (DUTIES, "{later: risk}", "{later: risk, waiver: 不适用}", "waiver", "waiver、later"),
    "a duty twice": (DUTIES, "id: case.collective", "id: case.legal-review", None, "职责“case.legal-review”已在"),
    "a cite without a clause": (DUTIES, "cites: [DOC39 三(三)四]\n  form: gate\n  part: cases\n  duty: 负责人",
                                "cites: [DOC39 三(四)]\n  form: gate\n  part: cases\n  duty: 负责人", "三(四)", "引用的条款"),
    "an unknown form of duty": (DUTIES, "duty: 先审核，后讨论。", "duty: 先审核，后讨论。\n  limit: 5", "limit: 5", "应为文字"),
    "an unknown penalty": (POWERS, "kind: warning", "kind: warnings", "warnings", "只能是 warning、"),
    "an unknown level": (POWERS, "levels: [city, county, street]", "levels: [city, village]",
        "village", "county、street"),
    "a range upside down": (POWERS, "min_fen: 2000", "min_fen: 6000", "6000", "高于上限"),
    "a fine in yuan and cents": (POWERS, "min_fen: 2000", "min_fen: 20.00", "20.00", "200 元写 20000"),
    "a fine below nothing": (POWERS, "min_fen: 2000", "min_fen: -1", "-1", "不能小于 0"),
    "a power on an unknown clause": (POWERS, "penalty: [LAW2 §60]", "penalty: [LAW2 §66]", "§66", "引用的条款"),
    "a power older than its clause": (POWERS, "penalty: [LAW2 §60]", "penalty: [LAW1 §33]", "LAW1", "并不有效"),
    "two forms on one day": ("near/forms/decision/form.yaml", "from: 2021-07-15", "from: 2021-07-14",
        "in_force", "一个版本"),
    "a form on an unknown clause": ("near/forms/decision/form.yaml", "[LAW2 §60]", "[LAW2 §1]", "§1]", "引用的条款"),
    "an unknown pack": ("near/pack.yaml", "under: [far]", "under: [farther]", "farther", "不存在"),
    "a circle of packs": ("far/pack.yaml", "level: national", "level: national, under: [far]", "far", "循环"),
    "a pack under another name": ("far/pack.yaml", "code: far", "code: fur", "fur", "文件夹却叫“far”"),
    "a year twice": (NEXT, "year: 2026", "year: 2025", "year", "2025 年已写在"),
    "a day outside its year": (YEAR, "2025-01-26: 春节", "2024-01-26: 春节", "2024-01-26", "不在 2025 年"),
    "a day both off and on": (YEAR, "2025-01-26: 春节", "2025-01-01: 春节", "2025-01-01: 春节", "只能留一处"),
    "a day that is none": (YEAR, "2025-01-26: 春节", "2025-13-26: 春节", "2025-13-26", "应为日期"),
    "a published year without a notice": (YEAR, "notice: 国办发明电〔2024〕12号\n", "", "year: 2025", "通知文号"),
    "an unpublished year with days off": (NEXT, "statutory:", "off:", "year: 2026", "未公布的年份要写 statutory"),
    "a year missing": (NEXT, SMALL[NEXT], SMALL[NEXT].replace("2026", "2027"), "year: 2027", "缺少 2026 年"),
    "a gap in publication": (YEAR, SMALL[YEAR], SMALL[NEXT].replace("2026", "2025"), None, ""),
    "half-width punctuation": (LAW2, "says: 立案起九十日内决定。", "says: '立案起, 九十日内决定。'", "§60", "“起,”；请改用全角"),
    "a half-width comma inside braces": (LAW2, "立案起九十日", "立案起, 九十日", "§60", "被当成了一个键"),
    "a half-width bracket": (DUTIES, "duty: 先审核，后讨论。", "duty: 先审核(后讨论)。", "先审核(", "半角标点"),
    "a term twice": ("glossary.yaml", "zh: 听证", "zh: 立案", "hearing", "术语“立案”已在"),
    "an English word for two terms": ("glossary.yaml", "en: hearing", "en: filing", "听证", "英文术语“filing”已在"),
    "an anchor": (LAW2, "kind: 法律", "kind: &a 法律", "&a", "锚点和别名"),
    "a foreign tag": (LAW2, "kind: 法律", "kind: !!python/name:os.system 法律", "python", "不认识的标签"),
    "a colon too many": (LAW2, "kind: 法律", "kind: 法律: 二", "kind", "多了一个冒号"),
    "a tabulator": (LAW2, "kind: 法律", "\tkind: 法律", "\tkind", "制表符"),
    "a control character": (LAW2, "kind: 法律", "kind: 法\x07律", "\x07", "控制字符"),
    "a backslash in double quotes": (LAW2, "kind: 法律", 'kind: "法\\律"', "kind", "请改用单引号"),
    "nesting without end": (LAW2, "kind: 法律", "kind: " + "[" * 9999, "[[[", "嵌套得太深"),
    "a key that is a list": (LAW2, "kind: 法律", "kind: 法律\n? [a]\n: b", "? [a]", "键只能是"),
    "a text that begins with a star": (LAW2, "kind: 法律", "kind: *法律", "kind", "以 * 开头"),
    "a text that begins with an ampersand": (LAW2, "kind: 法律", "kind: &法律", "kind", "以 & 开头"),
    "a list item out of line": (POWERS, "- code: P-0001", "-  code: P-0001", None, "没有对齐"),
    "an open quote": (LAW2, "kind: 法律", "kind: '法律", None, "不是合法的 YAML"),
    "an open bracket": (LAW2, "kind: 法律", "kind: [法律", None, "括号没有闭合"),
    "two documents": (LAW2, "kind: 法律", "kind: 法律\n---\na: 1", None, "一个文件只写一份内容"),
    "a list for a mapping": (NEXT, SMALL[NEXT], "- 1\n", "- 1", "一组键和值"),
    "a mapping for a list": (NEAR, SMALL[NEAR], "a: 1\n", "a: 1", "整个文件应是一个列表"),
    "an empty file": (NEAR, SMALL[NEAR], "", None, "文件是空的"),
}  # fmt: skip
# One mistake that is truly several: the doubled name hides the other one, the longer span also overlaps, the year is
# wrong for its days.
SEVERAL = {
    "a parameter twice",
    "an instrument twice",
    "a duty twice",
    "overlapping values",
    "a value that outlives its basis",
    "a year twice",
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_file_its_line_and_what_to_do(tmp_path, mistake):
    name, old, new, mark, says = MISTAKES[mistake]
    changes = with_change(name, old, new)
    if mistake == "a gap in publication":
        changes[NEXT] = SMALL[YEAR].replace("2025", "2026")
        name, mark, says = NEXT, "status", "却已公布"
    faults = check(write_law(tmp_path, changes))
    mine = [fault for fault in faults if fault.file == name and says in fault.says]
    assert mine, [str(fault) for fault in faults]
    assert mistake in SEVERAL or len(faults) == 1, [str(fault) for fault in faults]
    if mark is not None:
        assert mark in changes[name].split("\n")[mine[0].line - 1], str(mine[0])
    assert mine[0].says.endswith("。")


def test_values_in_any_order_may_not_overlap(tmp_path):
    rows = SMALL[FAR].replace("until: 2021-07-14, basis: LAW1", "until: 2021-07-20, basis: LAW1").split("\n")
    rows[9], rows[10] = rows[10], rows[9]
    says = [fault.says for fault in check(write_law(tmp_path, {FAR: "\n".join(rows)}))]
    assert any("日期重叠" in said for said in says), says


def test_the_small_law_is_in_order(tmp_path):
    assert check(write_law(tmp_path)) == []


def test_a_file_in_the_wrong_place_is_told(tmp_path):
    changes = {"near/parameter/x.yaml": "[]\n", "near/parameters/y.yml": "[]\n", "stray.yaml": "[]\n"}
    faults = check(write_law(tmp_path, changes))
    assert [fault.file for fault in faults] == ["near/parameter/x.yaml", "near/parameters/y.yml", "stray.yaml"]


def test_a_pack_without_its_file_is_told_once(tmp_path):
    (fault,) = check(write_law(tmp_path, {"near/pack.yaml": None}))
    assert (fault.file, "缺少这个文件" in fault.says) == ("near/pack.yaml", True)


def test_clauses_that_name_duties_ask_for_the_list_of_duties_once(tmp_path):
    (fault,) = check(write_law(tmp_path, {"duties.yaml": None}))
    assert (fault.file, "缺少这个文件" in fault.says) == ("duties.yaml", True)


def test_an_instrument_that_cannot_be_read_does_not_blame_those_who_cite_it(tmp_path):
    faults = check(write_law(tmp_path, with_change(LAW2, "kind: 法律", "kind: 诗歌")))
    assert [fault.file for fault in faults] == [LAW2]


def test_packs_that_stand_under_each_other_are_both_told(tmp_path):
    faults = check(
        write_law(tmp_path, with_change("far/pack.yaml", "level: national", "level: national, under: [near]"))
    )
    assert [(fault.file, "循环" in fault.says) for fault in faults] == [
        ("far/pack.yaml", True),
        ("near/pack.yaml", True),
    ]


def test_a_file_in_another_encoding_is_told(tmp_path):
    root = write_law(tmp_path)
    (root / DOC39).write_bytes(SMALL[DOC39].encode("gb18030"))
    (fault,) = check(root)
    assert (fault.file, fault.line, "UTF-8" in fault.says) == (DOC39, 2, True)


def test_an_empty_directory_and_a_missing_one_are_told(tmp_path):
    (fault,) = check(tmp_path)
    assert "没有法规文件" in fault.says
    with pytest.raises(LawError, match="找不到法规目录"):
        check(tmp_path / "nowhere")


def test_a_faulty_tree_opens_no_lawbook_and_says_why(tmp_path):
    root = write_law(tmp_path, with_change(FAR, "unit: fen", "unit: yuan"))
    with pytest.raises(LawError, match=r"far/parameters/terms.yaml 第 8 行：unit 只能是") as caught:
        lawbook(("near",), root)
    assert [fault.line for fault in caught.value.faults] == [8]
    write_law(tmp_path)
    forget()
    assert lawbook(("near",), root).parameter("summary.fine.person").unit == "fen"


def test_many_faults_are_shown_shortly_and_kept_whole(tmp_path):
    rows = "".join(f"- {{zh: 词{number}}}\n" for number in range(30))
    with pytest.raises(LawError, match="另有 10 处") as caught:
        lawbook(("near",), write_law(tmp_path, {"glossary.yaml": rows}))
    assert len(caught.value.faults) == 30
