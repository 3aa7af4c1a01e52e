"""`sanwei discretion`: check a table, explain a case by it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from sanwei.lawbook import LawError

from .loading import read_table, scaled
from .proving import prove
from .table import GRADES, SUBJECTS, Table
from .weighing import Unweighed, changes, weigh
from .words import range_text

FAULTS, FAILED = 1, 2


def add_commands(commands) -> None:
    parser = commands.add_parser("discretion", help="裁量基准：核对表格，说明一个案件怎样裁量")
    ways = parser.add_subparsers(title="命令", dest="way", required=True, metavar="命令", parser_class=type(parser))
    check = ways.add_parser("check", help="核对一张裁量基准：空档、重叠、超出法定幅度、没有读懂的文字")
    check.add_argument("table", type=Path, metavar="表", help="裁量基准的 YAML 文件")
    check.set_defaults(run=_check)
    explain = ways.add_parser("explain", help="按一张裁量基准说明一个案件的阶次、幅度和算法")
    explain.add_argument("table", type=Path, metavar="表", help="裁量基准的 YAML 文件")
    explain.add_argument("facts", type=Path, metavar="事实", help="事实的 YAML 文件：名称和值")
    explain.add_argument("--subject", default="any", choices=tuple(SUBJECTS), help="处罚对象，默认不区分")
    explain.set_defaults(run=_explain)


def _check(options: argparse.Namespace) -> int:
    table = read_table(options.table)
    faults = prove(table)
    _say(f"{table.item}（{table.version}）：{len(table.rows)} 档。")
    for fault in faults:
        _say(f"- {fault.says}" + (f"{fault.example}。" if fault.example else ""))
    _say(f"共 {len(faults)} 处，改好以后才能发布。" if faults else "没有发现空档、重叠和超出法定幅度之处，可以送审。")
    return FAULTS if faults else 0


def _explain(options: argparse.Namespace) -> int:
    table = read_table(options.table)
    try:
        weighed = weigh(table, _facts(options.facts, table), options.subject)
    except Unweighed as error:
        _say(str(error))
        return FAULTS
    for line in weighed.lines():
        _say(line)
    for turned, other in changes(weighed):
        told = "不处罚款" if other.reckoned is None else range_text(other.least_fen, other.most_fen)
        _say(f"{turned}：适用第 {other.row.number} 档（{GRADES[other.row.grade]}），{told}。")
    return 0


def _facts(path: Path, table: Table) -> dict:
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return {n: scaled(table.known[n], v) if n in table.known and v is not None else v for n, v in raw.items()}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError) as error:
        raise LawError(f"{path.name} 读不出来：要写成“名称: 值”，每行一个。") from error
    except ValueError as error:
        raise LawError(f"{path.name}：{error}。") from error


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
