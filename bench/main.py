"""`bench/run`: fills a database, measures pages, acts and load on it, on SQLite and on a private PostgreSQL."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bin"))

import environment  # noqa: E402
import parts  # noqa: E402
import postgres  # noqa: E402
import report  # noqa: E402
import say  # noqa: E402

HOME = ROOT / "var" / "bench"
# Durable, unlike the server of the tests: an act counts when it is on the disk.
HONEST = {"fsync": "on", "full_page_writes": "on", "shared_buffers": "512MB", "max_wal_size": "4GB"}
DATABASES = ("sqlite", "postgresql")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench/run",
        description="灌入案件，测量页面、行为和并发，写出结果。建议在空闲的机器上运行，全程约一刻钟。",
    )
    parser.add_argument("--cases", type=int, default=100_000, help="案件数，默认十万")
    parser.add_argument("--times", type=int, default=50, help="每一项测多少次，默认 50")
    parser.add_argument("--seconds", type=float, default=30, help="并发测多少秒，默认 30")
    parser.add_argument("--only", choices=DATABASES, help="只测一种数据库")
    parser.add_argument("--keep", action="store_true", help="留下 SQLite 数据库文件（var/bench），供查看")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs" / "performance.md", help="结果写进哪个文件")
    return parser.parse_args()


@contextmanager
def database(name: str, keep: bool) -> Iterator[str]:
    """The DATABASE_URL of an empty database of this kind, gone afterwards."""
    if name == "postgresql":
        postgres.SPEED.update(HONEST)
        with postgres.private_cluster() as url:
            # The tests make a database of their own there; here the one that every server has will do.
            yield urlsplit(url)._replace(path="/postgres").geturl()
        return
    files = [HOME / f"bench.sqlite3{suffix}" for suffix in ("", "-wal", "-shm")]
    for file in files:
        file.unlink(missing_ok=True)
    yield f"sqlite:///{files[0]}"
    if not keep:
        for file in files:
            file.unlink(missing_ok=True)


def step(url: str, script: str, *words: str) -> None:
    """One part of the benchmark in the environment of the tree; ends the command when it fails."""
    env = os.environ | {"DATABASE_URL": url, "SANWEI_VAR": str(HOME), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(environment.PYTHON), str(ROOT / "bench" / script), *words]
    if subprocess.run(command, env=env, check=False).returncode:
        say.stop(f"{script} 没有跑完，上面是它说的话。")


def bench(name: str, asked: argparse.Namespace) -> report.Results:
    out = {part: HOME / f"{name}-{part}.json" for part in ("facts", "seed", "pages", "load")}
    with database(name, asked.keep) as url:
        say.step(f"{name}：灌入 {asked.cases} 件案件")
        step(url, "seed.py", "--cases", str(asked.cases), "--out", str(out["seed"]))
        step(url, "machine.py", "--out", str(out["facts"]))
        say.step(f"{name}：页面、关口、行为")
        step(url, "pages.py", "--times", str(asked.times), "--out", str(out["pages"]))
        say.step(f"{name}：8 个写、50 个读，{asked.seconds:g} 秒")
        step(url, "load.py", "--seconds", str(asked.seconds), "--out", str(out["load"]))
    return report.read(out)


def main() -> None:
    asked = arguments()
    environment.prepare(environment.DEV_LOCK)
    HOME.mkdir(parents=True, exist_ok=True)
    names = [asked.only] if asked.only else list(DATABASES)
    if "postgresql" in names and parts.postgres_folder() is None:
        say.loud(f"没有找到 PostgreSQL，只测 SQLite。补上：{parts.BRINGS['postgresql']}")
        names.remove("postgresql")
    if (free := shutil.disk_usage(HOME).free) < asked.cases * 60_000:
        say.stop(f"磁盘只剩 {free // 2**30} GB，不够灌入 {asked.cases} 件案件。请腾出空间，或者用 --cases 减少案件数。")
    results = [bench(name, asked) for name in names]
    command = shlex.join(["bench/run", *sys.argv[1:]])
    section = report.section(results, command)
    say.line(section)
    report.write(asked.docs, section)
    say.step(f"结果已写进 {asked.docs}")


if __name__ == "__main__":
    try:
        main()
    except postgres.ClusterFailed as error:
        say.stop(str(error))
    except KeyboardInterrupt:
        say.stop("", "已中止。")
