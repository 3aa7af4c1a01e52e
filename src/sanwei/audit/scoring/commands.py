"""`sanwei score SOURCE --case …`: case files scored by a published sheet, for a reviewer to complete and sign."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from sanwei.audit.run.folder import Folder, FolderError, is_folder, open_folder
from sanwei.audit.source import Log, SourceError, open_source
from sanwei.lawbook import lawbook

from .files import score_files
from .page import as_data, page
from .sheet import SheetError, sheets

DONE, FAILED = 0, 2


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser], day) -> None:
    """Adds `score`. `day`: reads a day of the command line."""
    made = commands.add_parser("score", help="案卷评查：按公开的评查表给案卷打分，答不出来的留给评查人")
    made.add_argument("source", type=Path, metavar="来源", help="本系统导出的目录，或者别的系统的导出文件")
    made.add_argument("--case", required=True, metavar="案号", help="哪些案件（案号或者标识，逗号分开）")
    made.add_argument("--sheet", default="MEE2024", metavar="评查表", help=f"可用：{'、'.join(sheets())}")
    made.add_argument("--out", type=Path, required=True, metavar="目录", help="结果写到这里")
    made.add_argument("--as-of", type=day, metavar="日期", help="以哪一天为今天；本系统导出的，默认为导出之日")
    made.set_defaults(run=run_score)


def run_score(options: argparse.Namespace) -> int:
    """A page and the data of each file; what is still open is said."""
    try:
        source = open_folder(options.source) if is_folder(options.source) else open_source(options.source)
        if isinstance(source, Log):
            raise SheetError("事件日志里没有案卷，不能评查。")
        as_of = options.as_of or (source.as_of if isinstance(source, Folder) else None)
        if as_of is None:
            raise SheetError("请用 --as-of 写明以哪一天为今天，例如 --as-of 2026-11-20。")
        if options.sheet not in sheets():
            raise SheetError(f"没有评查表“{options.sheet}”，可用：{'、'.join(sheets())}。")
        wanted = [c.strip() for c in options.case.split(",") if c.strip()]
        told = score_files(source, wanted, sheets()[options.sheet], lawbook(), as_of)
    except (FolderError, SourceError, SheetError) as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    options.out.mkdir(parents=True, exist_ok=True)
    for number, one in told:
        file = options.out / f"{re.sub(r'[^0-9A-Za-z一-鿿〔〕-]', '_', number)}.html"
        file.write_text(page(number, one), encoding="utf-8")
        sys.stdout.write(f"{number}：{one.least:g} 至 {one.most:g} 分，{len(one.open)} 项待评查人判断，{file}\n")
    data = json.dumps([as_data(number, one) for number, one in told], ensure_ascii=False, indent=1)
    (options.out / "scores.json").write_text(data, encoding="utf-8")
    return DONE
