"""`sanwei law …`: examine the law files, show a parameter or a clause. Exit 0 in order, 1 faults found, 2 could not
answer.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from .book import Lawbook, law_root, lawbook
from .checking import faults_of
from .errors import LawError
from .objects import Clause
from .parameters import Value
from .reading import Tree, read_tree

GOOD, FAULTY, FAILED = 0, 1, 2


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `law check`, `law show` and `law clause` to the command line."""
    law = commands.add_parser("law", help="法规数据：检查、查询参数和条款").add_subparsers(
        title="子命令", dest="law", required=True, metavar="check|show|clause"
    )
    check = law.add_parser("check", help="检查法规文件，逐处说明问题")
    check.add_argument("path", nargs="?", type=Path, help="法规目录（默认为 SANWEI_LAW 或 law/）")
    check.set_defaults(run=run_check)
    show = law.add_parser("show", help="显示一个参数的各时期的值")
    show.add_argument("key", help="参数名，如 decision.limit")
    show.add_argument("--on", metavar="日期", type=_day, help="只看这一天生效的值，如 2024-05-01")
    show.set_defaults(run=run_show)
    clause = law.add_parser("clause", help="显示一个条款")
    clause.add_argument("ref", nargs="+", help="条款，如 XZCF2021 §60")
    clause.set_defaults(run=run_clause)


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{said}”不是日期，应如 2024-05-01") from None


def run_check(options: argparse.Namespace) -> int:
    """Every fault on a line of its own, then the counts."""
    root = options.path or law_root()
    if not root.is_dir():
        raise LawError(f"找不到法规目录“{root}”。请检查路径，或设置环境变量 SANWEI_LAW。")
    tree = read_tree(root)
    faults = faults_of(tree)
    _say(*(f"{root / fault.file}:{fault.line}：{fault.says}" for fault in faults), _counts(tree))
    _say(f"发现 {len(faults)} 处问题。" if faults else "没有发现问题。")
    return FAULTY if faults else GOOD


def _counts(tree: Tree) -> str:
    clauses = sum(len(entry.row.clauses) for entry in tree.instruments)
    values = [value for entry in tree.parameters for value in entry.row.values]
    unread = sum(value.status != "read" for value in values)
    return (
        f"法规版本 {tree.version}：{len(tree.packs)} 个包、{len(tree.instruments)} 份文件、{clauses} 条、"
        f"{len(tree.parameters)} 个参数（{len(values)} 个值，其中 {unread} 个待核实）、{len(tree.powers)} 项权责、"
        f"{len(tree.forms)} 种文书、{len(tree.duties)} 项职责、{len(tree.years)} 年日历。"
    )


def run_show(options: argparse.Namespace) -> int:
    """A parameter: all its values, or the one of a day."""
    parameter = lawbook().parameter(options.key)
    _say(f"{parameter.label}（{parameter.key}）")
    if options.on is not None:
        _say(f"  {options.on}：{parameter.require(options.on).says}")
        return GOOD
    _say(*(_value_line(value) for value in parameter.values))
    return GOOD


def _value_line(value: Value) -> str:
    rolled = "，末日遇休息日顺延" if value.roll != "none" else ""
    note = f"。{value.note}" if value.note else ""
    return f"  {value.span.says}：{value.says}{rolled}{note}"


def run_clause(options: argparse.Namespace) -> int:
    """A clause: how people cite it, what it says, when it is in force, which duties come from it."""
    book = lawbook()
    clause = book.clause(" ".join(options.ref))
    _say(f"{clause.cite}（{clause.ref}）", f"  {clause.says}", f"  出自：{_source(clause)}")
    for name in clause.duties:
        _say(f"  职责：{_duty_line(book, name)}")
    return GOOD


def _source(clause: Clause) -> str:
    instrument = clause.instrument
    checked = f"{instrument.checked_on} 核对" if instrument.is_verified else "待核实"
    return f"{instrument.issuer}《{instrument.title}》，施行：{clause.in_force.says}（{checked}）"


def _duty_line(book: Lawbook, name: str) -> str:
    return f"{name}，{book.duty(name).duty}"
