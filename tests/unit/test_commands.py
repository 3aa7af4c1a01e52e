import pytest

from sanwei.cli import main
from sanwei.lawbook import forget
from sanwei.lawbook.tests.small_law import with_change, write_law


@pytest.fixture
def law(tmp_path, monkeypatch):
    monkeypatch.setenv("SANWEI_LAW", str(tmp_path))
    monkeypatch.setenv("SANWEI_PACKS", "near")
    forget()
    return write_law(tmp_path)


def test_law_in_order_is_counted_and_exits_nought(law, capsys):
    assert main(["law", "check"]) == 0
    said = capsys.readouterr().out
    assert "2 个包、3 份文件、7 条、3 个参数（4 个值，其中 2 个待核实）、1 项权责、2 种文书、2 项职责、2 年日历" in said
    assert "没有发现问题。" in said


def test_faults_are_printed_with_file_and_line_and_exit_one(law, capsys):
    write_law(law, with_change("far/parameters/terms.yaml", "unit: fen", "unit: yuan"))
    assert main(["law", "check", str(law)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{law}/far/parameters/terms.yaml:8：unit 只能是 ")
    assert said[-1] == "发现 1 处问题。"


def test_a_missing_directory_exits_two(law, capsys):
    assert main(["law", "check", str(law / "nowhere")]) == 2
    assert "找不到法规目录" in capsys.readouterr().err


def test_a_parameter_is_shown_whole_or_on_a_day(law, capsys):
    assert main(["law", "show", "decision.limit"]) == 0
    said = capsys.readouterr().out
    assert "立案到决定（本市）（decision.limit）" in said
    assert "2022-01-01 至 2022-12-31：60 日（某政办〔2013〕39号 三(三)四）（待核实）" in said
    assert "2021-07-15 起：90 日（《某某处罚法》（2021）第六十条）" in said
    assert main(["law", "show", "decision.limit", "--on", "2024-05-01"]) == 0
    assert "2024-05-01：90 日" in capsys.readouterr().out


def test_a_day_without_a_value_and_an_unknown_key_exit_two(law, capsys):
    assert main(["law", "show", "decision.limit", "--on", "2001-05-01"]) == 2
    assert "没有生效的值" in capsys.readouterr().err
    assert main(["law", "show", "decision.limits"]) == 2
    assert "相近的有：decision.limit" in capsys.readouterr().err


def test_a_clause_is_shown_with_its_source_and_duties(law, capsys):
    assert main(["law", "clause", "DOC39", "三(三)四"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("某政办〔2013〕39号 三(三)四（DOC39 三(三)四）\n  审核在前，讨论在后。\n")
    assert "某市人民政府办公厅《某市实施方案》，施行：2013-06-13 起（待核实）" in said
    assert "职责：case.legal-review，先审核，后讨论。" in said
    assert main(["law", "clause", "LAW2 §60"]) == 0
    assert main(["law", "clause", "LAW2 §61"]) == 2


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ([], "缺少 命令"),
        (["law"], "缺少 check|show|clause"),
        (["law", "show"], "缺少 key"),
        (["law", "show", "x", "--on", "2021-1"], "“2021-1”不是日期"),
        (["law", "show", "x", "--on"], "后面要有一个值"),
        (["audti"], "没有这个命令 'audti'"),
        (["law", "check", "a", "b"], "不认识的参数 b"),
    ],
)
def test_a_wrong_call_is_answered_in_chinese_and_exits_two(law, capsys, call, says):
    with pytest.raises(SystemExit) as left:
        main(call)
    said = capsys.readouterr().err
    assert left.value.code == 2 and said.startswith("命令写错了：") and says in said and "用法：sanwei" in said


def test_help_is_in_chinese(law, capsys):
    with pytest.raises(SystemExit) as left:
        main(["law", "check", "--help"])
    said = capsys.readouterr().out
    assert left.value.code == 0 and "用法：" in said and "选项：" in said and "usage" not in said
