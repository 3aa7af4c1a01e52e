"""`sanwei audit SOURCE`: every case of a source against every control. Exit 0 nothing wrong, 1 findings, 2 could not be
done.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from pathlib import Path

from sanwei.controls.control import Control
from sanwei.controls.register import register
from sanwei.lawbook import lawbook

from .report import write_report
from .run.examining import ExamineError, Found, Question, examine
from .run.folder import Folder, FolderError, is_folder, open_folder
from .run.outcome import ASKED, FINDINGS
from .run.steps import EXPORTS, examine_log
from .scoring import commands as scoring
from .source import Log, Source, SourceError, open_source
from .tables.commands import run_map

CLEAN, FINDING, FAILED = 0, 1, 2
BAR = 30
MAP = Path("map")
RULEBOOKS = (".yaml", ".yml", ".decl")


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `audit` and `score` to the command line."""
    audit = commands.add_parser("audit", help="审查：一个来源的全部案件，对照全部控制")
    audit.add_argument("source", type=Path, metavar="来源", help="本系统导出的目录，或者别的系统的导出文件、事件日志")
    audit.add_argument("file", type=Path, nargs="?", metavar="文件", help="来源写作 map 时：要建议对照文件的表")
    audit.add_argument("--out", type=Path, metavar="目录", help="结果写到这里")
    audit.add_argument("--controls", metavar="控制", help="只问这些控制（代码或者代码的开头，逗号分开）；或者规则文件")
    audit.add_argument("--law", metavar="法规包", help="依哪些法规包（逗号分开），默认为 SANWEI_PACKS")
    audit.add_argument("--as-of", type=_day, metavar="日期", help="以哪一天为今天；本系统导出的，默认为导出之日")
    audit.add_argument("--mapping", type=Path, metavar="文件", help="别的系统的列对应哪些事实")
    audit.add_argument("--findings-only", action="store_true", help="逐项只写有问题和无法判定的，不写合规的")
    audit.add_argument("--csv", action="store_true", help="另写一份 CSV")
    audit.add_argument("--export", metavar="格式", help="事件日志连同义务另写成 xes、ocel、sqlite（逗号分开）")
    audit.set_defaults(run=run_audit)
    scoring.add_commands(commands, _day)


def _day(said: str) -> dt.date:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{said}”不是日期，应如 2026-11-20") from None


def run_audit(options: argparse.Namespace) -> int:
    """Examine and write the reports; the counts go to the screen, what is not assessable first."""
    if options.source == MAP and options.file is not None:
        return run_map(options.file, options.out)
    try:
        if options.file is not None:
            raise ExamineError(f"只能给出一个来源，不知道“{options.file}”是做什么用的。")
        if options.out is None:
            raise ExamineError("请用 --out 写明结果写到哪个目录。")
        question = _question(options)
        options.out.mkdir(parents=True, exist_ok=True)
        steps = isinstance(question.source, Log)
        exports = _exports(options.export, steps)
        found = examine_log(question, options.out, exports) if steps else examine(question, options.out, Bar())
    except (ExamineError, FolderError, SourceError) as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    written = write_report(found, options.out, csv=options.csv)
    sys.stdout.write("\n".join([*_told(found), *(f"  {file}" for file in written)]) + "\n")
    return FINDING if found.wrong else CLEAN


def _exports(said: str | None, steps: bool) -> list[str]:
    wanted = [w.strip() for w in (said or "").split(",") if w.strip()]
    if wanted and not steps:
        raise ExamineError("--export 只用于事件日志；表没有一步一步的先后。")
    if strange := [w for w in wanted if w not in EXPORTS]:
        raise ExamineError(f"不认识格式“{'、'.join(strange)}”；可用：{'、'.join(EXPORTS)}。")
    return wanted


def _question(options: argparse.Namespace) -> Question:
    source = _open(options)
    as_of = options.as_of or (source.as_of if isinstance(source, Folder) else None)
    if as_of is None:
        raise ExamineError(
            "请用 --as-of 写明以哪一天为今天，例如 --as-of 2026-11-20：没有办完的事项是不是超期，要看这一天。"
        )
    packs = tuple(p.strip() for p in options.law.split(",") if p.strip()) if options.law else None
    only = FINDINGS if options.findings_only else ASKED
    controls = source.rulebook.rules if isinstance(source, Log) and source.rulebook else _controls(options.controls)
    return Question(options.source, source, controls, lawbook(packs), as_of, only)


def _open(options: argparse.Namespace) -> Folder | Source | Log:
    if is_folder(options.source):
        return open_folder(options.source)
    rules = Path(options.controls) if options.controls and options.controls.endswith(RULEBOOKS) else None
    found = open_source(options.source, mapping=options.mapping, rulebook=rules, aside=options.out)
    if rules is not None and not isinstance(found, Log):
        raise ExamineError(f"规则文件只用于事件日志，“{options.source.name}”不是日志。")
    return found


def _controls(said: str | None) -> tuple[Control, ...]:
    known = register()
    if not said:
        return tuple(known.values())
    wanted = [w.strip() for w in said.split(",") if w.strip()]
    for w in wanted:
        if not any(code.startswith(w) for code in known):
            raise ExamineError(f"没有以“{w}”开头的控制。全部控制见 docs/controls。")
    return tuple(c for code, c in known.items() if any(code.startswith(w) for w in wanted))


def _told(found: Found) -> list[str]:
    counts, matters = found.counts(), found.whole.matters
    lines = []
    if found.missing:
        lines.append(
            f"没有审查的控制 {len(found.missing)} 项：来源里没有所需的内容。这不等于合规，缺什么见报告第一部分。"
        )
    lines.append(
        f"审查 {matters['all']:,} 件，其中 {matters['wrong']:,} 件有问题，{matters['undetermined']:,} 件有无法判定的事项。"
    )
    lines.append("各项义务：" + "，".join(f"{v.label} {n:,}" for v, n in counts.items()) + "。")
    return lines


class Bar:
    """How far it is, on stderr: one line that moves on a terminal, a line for every tenth elsewhere."""

    def __init__(self):
        self.begun, self.tenth = time.monotonic(), -1

    def __call__(self, done: int, of: int, wrong: int) -> None:
        seconds = time.monotonic() - self.begun
        left = f"，约剩 {seconds / done * (of - done):.0f} 秒" if 0 < done < of else ""
        if sys.stderr.isatty():
            full = BAR * done // of
            sys.stderr.write(f"\r[{'█' * full}{'·' * (BAR - full)}] {done}／{of} 段，{wrong:,} 件有问题{left}\033[K")
            sys.stderr.write("\n" if done == of else "")
            sys.stderr.flush()
        elif done * 10 // of > self.tenth:
            self.tenth = done * 10 // of
            sys.stderr.write(f"已审查 {done}／{of} 段，{wrong:,} 件有问题{left}\n")
