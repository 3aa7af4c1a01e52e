"""`./test`: every check of the house, by stages, on SQLite and on PostgreSQL."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import environment
import parts
import postgres
import say
from tally import Tally

ROOT = environment.ROOT
STAGE_SECONDS = 1500
NO_TESTS = 5


@dataclass(frozen=True)
class Stage:
    """A part of the checks: where its tests live and what it needs from the machine."""

    name: str
    title: str
    folders: tuple[str, ...]
    options: tuple[str, ...] = ()
    browser: bool = False
    postgres: bool = False


STAGES = (
    Stage("house", "房规：分层、篇幅、标点、禁用接口、依赖锁", ("tests/house",)),
    Stage("unit", "单元：各房间自己的测试（SQLite）", ("src", "tests/unit"), ("-m", "not browser")),
    Stage("controls", "控制：每条控制的案例", ("tests/controls",)),
    Stage("stories", "故事：整天的业务（SQLite）", ("tests/stories",), ("-m", "not browser")),
    Stage(
        "browser",
        "浏览器：真实页面（SQLite）",
        # The long ones first, and each process takes one at a time: so both are done at about the same moment.
        ("tests/stories", "tests/browser", "src"),
        ("-m", "browser", "--maxschedchunk", "1"),
        browser=True,
    ),
    Stage(
        "postgres",
        "PostgreSQL：凡用数据库的测试再来一遍",
        ("src", "tests/unit", "tests/controls", "tests/stories"),
        ("-m", "not browser"),
        postgres=True,
    ),
)
NAMES = [stage.name for stage in STAGES]


@dataclass
class Run:
    """One call of the command: what was asked, what came of it."""

    extra: list[str]
    folder: Path
    env: dict[str, str]
    tally: Tally = field(default_factory=Tally)
    rows: list[tuple[str, str, float]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    broken: bool = False

    def leave_out(self, stage: str, why: str) -> None:
        say.loud(why)
        self.left_out.append(f"{stage}：{why}")


def arguments() -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(
        prog="./test",
        description="运行全部检查，或指定的部分；其余参数原样交给 pytest（例如 -k 词、-x、文件名）。",
        epilog="部分：" + "；".join(f"{stage.name} {stage.title}" for stage in STAGES),
        allow_abbrev=False,
    )
    parser.add_argument("--strict", action="store_true", help="有任何一项没有做到就算失败（持续集成用）")
    asked, rest = parser.parse_known_args()
    asked.stages = []
    while rest and rest[0] in NAMES:
        asked.stages.append(rest.pop(0))
    return asked, rest


def pytest(run: Run, name: str, words: list[str], env: dict[str, str]) -> tuple[int, Tally]:
    """Runs pytest in a process of its own and reads its report; its output goes straight to the screen."""
    report = run.folder / f"{name}.xml"
    command = [str(environment.PYTHON), "-m", "pytest", "-q", f"--junitxml={report}", *words, *run.extra]
    if not sys.stdout.isatty():
        command.insert(4, "--color=no")
    try:
        code = subprocess.run(
            command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, timeout=STAGE_SECONDS, check=False
        ).returncode
    except subprocess.TimeoutExpired:
        say.loud(f"超过 {STAGE_SECONDS} 秒没有结束，已中止。")
        code = 124
    return code, run.tally.read(report)


def names_a_file(word: str) -> bool:
    """Whether an argument names tests by file; a word after `-k` may happen to be the name of something here."""
    return ("/" in word or ".py" in word) and Path(word.split("::")[0]).exists()


def words_of(stage: Stage) -> list[str]:
    folders = [folder for folder in stage.folders if (ROOT / folder).is_dir()]
    side = ["-n", str(max(2, min(os.cpu_count() or 2, 8)))]
    return [*folders, *stage.options, *side] if folders else []


def run_stage(run: Run, stage: Stage) -> None:
    """Runs one stage and writes its row; what it cannot run is left out loudly."""
    say.line()
    say.step(f"── {stage.name} · {stage.title}")
    began = time.monotonic()
    words = words_of(stage)
    if not words:
        run.leave_out(stage.name, f"没有测试：{'、'.join(stage.folders)}")
        return
    with ExitStack() as stack:
        env = dict(run.env)
        if stage.browser and not env.get("SANWEI_CHROMIUM"):
            run.leave_out(stage.name, f"没有 Chromium，略过。补上：{parts.BRINGS['chromium']}")
            return
        if stage.browser and not parts.browser_driver(environment.PYTHON):
            run.leave_out(stage.name, f"浏览器测试的驱动程序不能启动，略过。补上：{parts.BRINGS['driver']}")
            return
        if stage.postgres:
            if parts.postgres_folder() is None:
                run.leave_out(stage.name, f"没有 PostgreSQL 服务器，略过。补上：{parts.BRINGS['postgresql']}")
                return
            try:
                env["DATABASE_URL"] = stack.enter_context(postgres.private_cluster())
            except postgres.ClusterFailed as error:
                say.loud(f"PostgreSQL 没有启动：{error}")
                run.broken = True
                run.rows.append((stage.name, "没有启动", time.monotonic() - began))
                return
        code, counted = pytest(run, stage.name, words, env)
    close_stage(run, stage, code, counted, time.monotonic() - began)


def close_stage(run: Run, stage: Stage, code: int, counted: Tally, seconds: float) -> None:
    if code == NO_TESTS:
        if run.extra:
            say.line("这一部分没有符合条件的测试。")
        else:
            run.leave_out(stage.name, "没有测试。")
        return
    if code:
        run.broken = True
    verdict = "通过" if code == 0 else f"失败（{counted.failed}）"
    run.rows.append((stage.name, f"{verdict}，{counted.passed} 项通过，{counted.skipped} 项未做", seconds))


def summary(run: Run, *, all_stages: bool) -> None:
    say.line()
    say.step("结果")
    for name, verdict, seconds in run.rows:
        say.line(f"    {name:<10} {seconds:6.1f} s  {verdict}")
    if all_stages:
        skipped = run.tally.never_ran()
        run.left_out += [f"测试 {name}：{why}" for name, why in skipped.items()]
    for text in run.left_out:
        say.loud(f"没有做：{text}")
    if not run.left_out and all_stages:
        say.line("    没有遗漏。")
    say.line(f"    共 {say.elapsed():.0f} 秒")
    tally = run.tally
    skipped_words = f", {tally.skipped} skipped" if tally.skipped else ""
    say.line(f"{tally.passed} passed, {tally.failed} failed{skipped_words}")


def base_env(folder: Path) -> dict[str, str]:
    """The environment of every stage: nothing of this machine's deployment, all runtime files in a passing folder."""
    env = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "DJANGO_SETTINGS_MODULE")
    }
    chromium = parts.chromium()
    return {**env, "SANWEI_VAR": str(folder / "var"), **({"SANWEI_CHROMIUM": chromium} if chromium else {})}


def main() -> int:
    asked, extra = arguments()
    os.chdir(ROOT)
    environment.prepare(environment.DEV_LOCK)
    with tempfile.TemporaryDirectory(prefix="sanwei-test-") as name:
        folder = Path(name)
        run = Run(extra, folder, base_env(folder))
        if any(names_a_file(word) for word in extra):
            # Files were named: just these, on SQLite.
            code, _ = pytest(run, "named", [], run.env)
            return code
        if not parts.chinese_fonts(ROOT / "var" / "fonts"):
            run.leave_out("字体", f"没有中文字体，文书和页面的样子不能检查。补上：{parts.BRINGS['fonts']}")
        chosen = [stage for stage in STAGES if not asked.stages or stage.name in asked.stages]
        for stage in chosen:
            run_stage(run, stage)
        summary(run, all_stages=len(chosen) == len(STAGES) and not extra)
    if run.broken or (asked.strict and run.left_out):
        return 1
    return 0 if run.tally.total or run.extra else NO_TESTS


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        say.stop("", "已中止。")
