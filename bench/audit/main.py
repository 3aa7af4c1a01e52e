"""The audit measured: `bench/audit/run --moulds DIR`. Writes its section of `docs/performance.md`."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import shutil
import subprocess
import sys
import time
from pathlib import Path

import polars as pl

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT / "src")]

import engine  # noqa: E402
from city import PART, Moulds, pour  # noqa: E402
from telling import Figures, write  # noqa: E402

from sanwei.audit.run.folder import open_folder  # noqa: E402
from sanwei.controls.register import register  # noqa: E402
from sanwei.controls.single.judging import judge_one  # noqa: E402
from sanwei.facts import KEY  # noqa: E402
from sanwei.lawbook import lawbook  # noqa: E402

DAY = dt.date(2026, 11, 20)


def alone(work, *args):
    """Run in a fresh process: its memory is that of the work, not of what was done before."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.starmap(work, [args])[0]


def poured(path: Path, matters: int, city: Path) -> None:
    pour(Moulds.read(path, lawbook(), DAY), matters, city, DAY)


def audited(city: Path) -> engine.Audited:
    controls = tuple(register().values())
    load = (p.load() for p in engine.parts_of(open_folder(city), engine.needed(controls)))
    return engine.audit(load, controls, lawbook(), DAY, True)


def again(city: Path, rounds: int) -> engine.Audited:
    """The same city so many times over, as if it were that much larger."""
    controls, folder = tuple(register().values()), open_folder(city)
    load = (p.load() for _ in range(rounds) for p in engine.parts_of(folder, engine.needed(controls)))
    return engine.audit(load, controls, lawbook(), DAY, False)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def calendar(path: Path) -> Path:
    """The calendar of the law as a table for the SQL: day, whether it is worked, how many working days up to it."""
    book, rows, n = lawbook(), [], 0
    for at in range((dt.date(2027, 12, 31) - dt.date(2024, 1, 1)).days):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=at)
        working = bool(book.calendar.is_working(day))
        n += working
        rows.append((day, working, n))
    pl.DataFrame(rows, schema={"day": pl.Date, "working": pl.Boolean, "ordinal": pl.Int64}, orient="row").write_parquet(
        path
    )
    return path


def beside_sql(figures: Figures, city: Path, work: Path, python: Path, found: dict[str, list[pl.DataFrame]]) -> None:
    """DuckDB in its own environment; every id must be ours and ours its."""
    out = work / "duck"
    shutil.rmtree(out, ignore_errors=True)
    command = [
        str(python),
        str(Path(__file__).parent / "duck.py"),
        str(city),
        str(calendar(work / "days.parquet")),
        str(out),
    ]
    subprocess.run([*command, str(DAY)], check=True)
    told = json.loads((out / "spent.json").read_text(encoding="utf-8"))
    for code, spent in told["controls"].items():
        mine = pl.concat(found[code]).select(KEY, "row").sort(KEY, "row")
        theirs = pl.read_parquet(out / f"{code}.parquet").select(KEY, "row").sort(KEY, "row")
        figures.sql[code] = (spent["cpu"], mine.height, mine.equals(theirs))
    figures.duckdb = told["version"]


def some_alone(figures: Figures, folder, book) -> None:
    """Our engine on the controls of the SQL alone, and all controls but one: what one more costs."""
    everything = tuple(register().values())
    few = tuple(c for c in everything if c.code in figures.sql)
    frames = [p.load() for p in engine.parts_of(folder, engine.needed(few))]
    spent = engine.audit(frames, few, book, DAY, False).spent.cpu
    figures.few = sum(spent.values())
    part = engine.parts_of(folder, engine.needed(everything))[0].load()
    built = engine.facts(part, everything, DAY)["decision"]
    mine = tuple(c for c in everything if c.grain == "decision")

    def cost(controls) -> float:
        best = 9e9
        for _ in range(5):
            cpu = time.process_time()
            engine.ids(engine.judged(built, "decision", controls, book, DAY), [c.code for c in controls])
            best = min(best, time.process_time() - cpu)
        return best

    figures.one_more = (cost(mine) - cost(mine[::2])) / (len(mine) - len(mine[::2]))
    figures.one_part = figures.audited_cpu / max(figures.parts, 1)


def one_event(figures: Figures, moulds: Moulds, book) -> None:
    """A matter judged anew after one event: all controls, all its rows; each matter of the invented city once."""
    rows: dict[str, dict[str, list[dict]]] = {}
    for g, df in moulds.frames.items():
        for row in df.iter_rows(named=True):
            rows.setdefault(row[KEY], {}).setdefault(g, []).append(row)
    times, controls = [], tuple(register().values())
    for mine in rows.values():
        cpu = time.process_time()
        judge_one(mine, controls, book, DAY)
        times.append(time.process_time() - cpu)
    times.sort()
    figures.event = (times[len(times) // 2], times[len(times) * 95 // 100])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moulds", type=Path, required=True, help="演示城市的导出目录（manage.py export_facts）")
    parser.add_argument("--matters", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=0, help="再把这座城市审查这么多遍，看内存和时间是否按比例增长")
    parser.add_argument("--duckdb", type=Path, help="装有 duckdb 和 polars 的 python")
    parser.add_argument("--work", type=Path, default=ROOT / "var" / "bench" / "audit")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs" / "performance.md")
    options = parser.parse_args()
    book, controls = lawbook(), tuple(register().values())
    options.work.mkdir(parents=True, exist_ok=True)
    moulds = Moulds.read(options.moulds, book, DAY)
    city = options.work / f"city-{options.matters}"
    if not (city / "frames.json").is_file():
        shutil.rmtree(city, ignore_errors=True)
        say(f"造 {options.matters:,} 件…")
        alone(poured, options.moulds, options.matters, city)
    folder = open_folder(city)
    figures = Figures(matters=options.matters, controls=len(controls), parts=len(folder.parts), part=PART)
    for _ in range(2):  # the second time the files are in memory, as they are for the audit
        spent = engine.Spent()
        engine.scan(folder, controls, spent)
    figures.floor = spent.cpu["floor"]
    say(f"底线 {figures.floor:.2f} 秒")
    done = alone(audited, city)
    figures.take(done, moulds.expected(options.matters))
    say(f"{done.spent.cpu}，{done.findings:,} 项，内存 {done.peak_mb} MB")
    if options.duckdb is not None:
        beside_sql(figures, city, options.work, options.duckdb, done.found)
        some_alone(figures, folder, book)
    one_event(figures, moulds, book)
    write(figures, options.docs)
    if options.rounds:
        done = alone(again, city, options.rounds)
        expected = {key: n * options.rounds for key, n in moulds.expected(options.matters).items()}
        figures.take_again(options.matters * options.rounds, done, expected)
        say(f"{options.rounds} 遍：{done.spent.cpu}，内存 {done.peak_mb} MB")
        write(figures, options.docs)


if __name__ == "__main__":
    main()
