"""Rulebooks: every example of the document gives the verdicts it says; slips have their line; Declare files."""

import datetime as dt
import re
from pathlib import Path

import polars as pl
import pytest

from sanwei.audit.reading import EVENTS, Log, Reading, SourceError
from sanwei.audit.rulebook import judge_log, read_rulebook
from sanwei.audit.rulebook.reading import TAKES
from sanwei.controls.forms.tests.slow_calendar import fast
from sanwei.controls.verdict import Verdict

DOCUMENT = Path(__file__).parents[4] / "docs" / "audit" / "rulebook.md"
BLOCKS = re.findall(r"```yaml\n(- .*?)```", DOCUMENT.read_text(encoding="utf-8"), re.S)
TABLES = {"证件.csv": "person,起,止\n张,2024-05-01,2024-05-10\n", "幅度.csv": "事项,least,most\n占道,20,50\n"}
AS_OF = dt.date(2024, 5, 31)
NUMBERS = ("数额",)


def log_of(steps: str) -> Log:
    """«甲：决定 5-6(文号=1)，送达 5-8；乙：…» as a log."""
    rows = []
    for case in steps.split("；"):
        name, _, said = case.partition("：")
        for step in said.split("，"):
            activity, month, on, more = re.fullmatch(r"\s*(\S+) (\d+)-(\d+)(?:\((.*)\))?\s*", step).groups()
            given = dict(pair.split("=") for pair in (more or "").split())
            day = dt.date(2024, int(month), int(on))
            rows.append({"case_id": name.strip(), "activity": activity, "on": day, "place": len(rows)} | given)
    names = dict.fromkeys(k for r in rows for k in r) | dict.fromkeys(
        ("文号", "方式", "事项", "数额", "满意", "person")
    )
    kinds = {n: EVENTS.get(n, pl.String) for n in {**EVENTS, **names}}
    frame = pl.DataFrame([{n: r.get(n) for n in kinds} for r in rows], schema=kinds)
    frame = frame.with_columns(pl.col(n).cast(pl.Float64) for n in NUMBERS)
    cases = frame.select("case_id").unique(maintain_order=True).with_columns(pl.lit("网上").alias("渠道"))
    return Log(frame.lazy(), cases.lazy(), Reading(Path("x")))


def book(folder: Path, rules: str, head: str = "closed: true") -> Path:
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    file = folder / "规则.yaml"
    file.write_text(f"title: 试\n{head}\nrules:\n{rules}", encoding="utf-8")
    return file


def said(folder: Path, rules: str, steps: str, head: str = "closed: true") -> str:
    judged = judge_log(
        log_of(steps), fast(), AS_OF, rulebook=read_rulebook(book(folder, rules, head)), keep_not_asked=True
    )
    assert not judged.missing
    return "、".join(Verdict(v).label for v in judged.findings["verdict"])


EXAMPLES = [
    pytest.param(block, *line[2:].split(" → "), id=f"{re.search('form: ([a-z_]+)', block)[1]}-{n}")
    for block in BLOCKS
    for n, line in enumerate(row for row in block.splitlines() if row.startswith("# "))
]


@pytest.mark.parametrize(("block", "steps", "verdicts"), EXAMPLES)
def test_an_example_of_the_document_gives_what_it_says(tmp_path, block, steps, verdicts):
    assert said(tmp_path, block, steps) == verdicts


def test_every_form_has_an_example_in_the_document():
    assert {re.search(r"form: (\w+)", block)[1] for block in BLOCKS} == set(TAKES)


def test_an_attribute_of_the_matter_and_joined_conditions_are_read(tmp_path):
    rule = (
        "- {code: r, form: required, a: 决定, column: 文号, when: {all: [{column: case:渠道, equals: 网上}, "
        "{any: [{column: 数额, below: 10}, {no: {column: 事项, recorded: true}}]}]}}"
    )
    assert said(tmp_path, rule, "甲：决定 5-6(数额=20)") == "违反"
    assert said(tmp_path, rule, "甲：决定 5-6(数额=20 事项=占道)") == "不适用"


def test_the_place_in_the_source_counts_only_where_the_rulebook_says_so(tmp_path):
    rule = "- {code: r, form: response, a: 决定, b: 送达}"
    assert said(tmp_path, rule, "甲：决定 5-6，送达 5-6") == "无法判定"
    assert said(tmp_path, rule, "甲：决定 5-6，送达 5-6", "closed: true\norder: source") == "合规"


def test_a_tie_is_told_and_rows_are_ids_of_the_source(tmp_path):
    rules = read_rulebook(book(tmp_path, "- {code: r, form: response, a: 决定, b: 送达, within: {most: 2}}"))
    [row] = judge_log(log_of("甲：立案 5-5，决定 5-6，送达 5-6"), fast(), AS_OF, rulebook=rules).findings.to_dicts()
    assert (row["case_id"], row["row"], row["tie"], row["due"]) == ("甲", 1, True, dt.date(2024, 5, 8))


def test_a_rule_over_an_attribute_the_log_lacks_is_not_assessed(tmp_path):
    rules = "- {code: r, form: required, a: 决定, column: 印章}\n- {code: q, form: existence, a: 签发}"
    judged = judge_log(log_of("甲：决定 5-6"), fast(), AS_OF, rulebook=read_rulebook(book(tmp_path, rules)))
    assert judged.missing == {"r": ("印章",)} and judged.unseen == {"q": ("签发",)}
    assert judged.findings["control"].to_list() == ["q"]


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ("- {code: r, form: reponse, a: 甲, b: 乙}", "第 4 行：规则“r”：没有名为“reponse”的形式"),
        ("- {code: r, form: response, a: 甲}", "形式“response”要写 b"),
        ("- {code: r, form: init, a: 甲, within: {most: 3}}", "形式“init”不用写 within"),
        ("- {code: r, form: response, a: 甲, b: 乙, within: {most: 3, unit: hours}}", "unit 只能是"),
        ("- {code: r, form: required, a: 甲, column: 丙, when: {column: 丁, above: 1, below: 3}}", "只写一种比较"),
        ("- {code: r, form: init, a: 甲}\n- {code: r, form: end, a: 甲}", "第 5 行：规则“r”写了两次"),
        ("- {code: r, form: valid_in, a: 甲, register: {file: 无.csv, key: person}}", "找不到“无.csv”"),
        ("- {code: r, form: response, a: 甲, b: 乙, within: {least: 5, most: 3}}", "上限不能小于下限"),
    ],
)
def test_a_slip_in_a_rulebook_is_told_with_its_line(tmp_path, rules, says):
    with pytest.raises(SourceError, match=says):
        read_rulebook(book(tmp_path, rules))


DECLARE = """activity 决定
bind 决定: 数额
数额: float between 0.0 and 9000.0
Response[决定, 送达] |A.数额 > 1000 and A.事项 is 占道 |same 文号 |0,7,d
Not Chain Response[告知, 决定] | | |
Existence2[告知] | |
Co-Existence[决定, 送达] | |
Init[立案] |
Response[决定, 送达] | | |0,48,h
Chain Response[决定, 送达] | |different 文号 |
Nonsense[决定, 送达] | | |
"""


def test_a_declare_file_is_read_and_what_no_form_says_is_refused_by_name(tmp_path):
    file = tmp_path / "规矩.decl"
    file.write_text(DECLARE, encoding="utf-8")
    rules = read_rulebook(file)
    assert [r.form.name for r in rules.rules] == ["response", "not_chain_response", "existence", "co_existence", "init"]
    assert [text.partition("行")[0] for text in rules.refused] == ["第 9 ", "第 10 ", "第 11 "]
    assert "以小时、分、秒计" in rules.refused[0] and "Nonsense" in rules.refused[2]
    steps = "甲：告知 5-5，决定 5-6(数额=2000 事项=占道 文号=1)，送达 5-14(文号=1)"
    judged = judge_log(log_of(steps), fast(), AS_OF, rulebook=rules)
    told = judged.findings.select("control", "verdict").rows()
    assert [(c.partition(".")[2], Verdict(v).label) for c, v in told] == [
        ("Response[决定, 送达]", "迟延"),
        ("Not Chain Response[告知, 决定]", "违反"),
        ("Existence2[告知]", "违反"),
        ("Co-Existence[决定, 送达]", "合规"),
        ("Co-Existence[决定, 送达]", "合规"),
        ("Init[立案]", "违反"),
    ]


def test_a_declare_file_without_any_readable_line_is_refused(tmp_path):
    file = tmp_path / "规矩.decl"
    file.write_text("Nonsense[决定] | |", encoding="utf-8")
    with pytest.raises(SourceError, match="没有一条能够判断的约束"):
        read_rulebook(file)
