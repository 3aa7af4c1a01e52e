"""The command that checks a benchmark and explains a case by it."""

from __future__ import annotations

from sanwei.cli import main


def test_the_command_checks_and_explains(tmp_path, capsys) -> None:
    table, facts = tmp_path / "表.yaml", tmp_path / "事实.yaml"
    table.write_text(
        "code: T\nitem: 乱扔废弃物\nversion: 一\nfrom: 2024-01-01\nbasis: [示例 §48]\n"
        "facts: {places: {label: 处数, kind: 数字, unit: 处}}\nrows:\n"
        "- {grade: light, when: {places: 2处以下}, standard: 处20元以上30元以下罚款}\n"
        "- {grade: normal, when: {places: 2-4处}, standard: 处30元以上40元以下罚款}\n",
        encoding="utf-8",
    )
    facts.write_text("places: 3\n", encoding="utf-8")
    assert main(["discretion", "check", str(table)]) == 1
    assert "第 1 档和第 2 档同时适用。例如：处数2 处" in capsys.readouterr().out
    assert main(["discretion", "explain", str(table), str(facts)]) == 0
    assert "罚款幅度：30 元以上 40 元以下" in capsys.readouterr().out
    table.write_text("code: T\nrows: [", encoding="utf-8")
    assert main(["discretion", "check", str(table)]) == 2
    assert "不是规范的 YAML" in capsys.readouterr().err
