"""Event logs: counts against what their publishers print, the cost of reading, of judging, the way back, and what
outside judges say.

    python bench/audit/logs.py FOLDER [--judges PYTHON]

FOLDER holds the public logs (they are not shipped). `--judges`: the interpreter of an environment of its own with pm4py
and Declare4Py (bench/audit/judges.py runs there).
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.parsers import expat

import polars as pl

from sanwei.audit.logs.ocel_json import read_ocel_json, write_ocel_json
from sanwei.audit.logs.ocel_out import ocel_of
from sanwei.audit.logs.xes_out import write_xes
from sanwei.audit.rulebook import Rulebook, judge_log, read_rulebook
from sanwei.audit.source import Log, Reading, open_source
from sanwei.lawbook import lawbook

AS_OF = dt.date(2024, 1, 1)
# As the publishers print them: events, cases, activities.
PRINTED = {
    "receipt.xes.gz": (8_577, 1_434, 27),
    "BPIC15_1.xes.gz": (52_217, 1_199, 398),
    "roadtraffic100traces.xes": (None, 100, None),
}
WHOLE = 561_470  # events of the whole traffic log, of which a hundred traces are at hand
RELATIONS = ("response", "precedence", "not_response", "responded_existence")


def say(*cells: object) -> None:
    sys.stdout.write("  ".join(str(c) for c in cells) + "\n")
    sys.stdout.flush()


def counts(folder: Path) -> None:
    """Import, count, and go round through XES and OCEL 2.0."""
    say("日志", "事件", "案件", "活动", "与公布的一致", "往返一致（XES、OCEL）")
    for name, printed in PRINTED.items():
        log = open_source(folder / name)
        events, cases = log.events.collect(), log.cases.collect()
        found = (events.height, cases.height, events["activity"].n_unique())
        agrees = all(p is None or p == f for p, f in zip(printed, found, strict=True))
        with tempfile.TemporaryDirectory() as place:
            say(name, *found, agrees, *round_trips(log, Path(place)))


def round_trips(log: Log, place: Path) -> tuple[bool, bool]:
    write_xes(log, place / "x.xes")
    again = open_source(place / "x.xes")
    xes = log.events.collect().equals(again.events.collect()) and log.cases.collect().equals(again.cases.collect())
    write_ocel_json(ocel_of(log), place / "x.jsonocel")
    back = read_ocel_json(place / "x.jsonocel").log(place / "x.jsonocel", "案件")
    steps = ["case_id", "activity", "on", "at", "person"]
    return xes, log.events.select(steps).collect().equals(back.events.select(steps).collect())


def grown(sample: Path, out: Path, events: int) -> int:
    """The hundred traces again and again, each time under names of their own, up to so many events."""
    text = sample.read_text(encoding="utf-8")
    start, end = text.index("<trace"), text.rindex("</trace>") + len("</trace>")
    body, one = text[start:end], text.count("<event>")
    with out.open("w", encoding="utf-8") as file:
        file.write(text[:start])
        for n in range(events // one):
            file.write(re.sub(r'(key="concept:name" value=")([A-Z]+\d+)"', rf'\g<1>\g<2>-{n}"', body))
        file.write(text[end:])
    return events // one * one


def walked(file: Path) -> float:
    """CPU of the parser alone: the measure of how fast this machine is just now."""
    cpu, parser = time.process_time(), expat.ParserCreate()
    with file.open("rb") as source:
        parser.ParseFile(source)
    return time.process_time() - cpu


def rules(activities: list[str], n: int, place: Path) -> Rulebook:
    """So many timed relations between the activities."""
    pairs = itertools.permutations(activities, 2)
    lines = [
        f"- {{code: r{i}, form: {form}, a: {a}, b: {b}, within: {{most: {30 + i}}}}}"
        for i, ((a, b), form) in enumerate(itertools.islice(itertools.product(pairs, RELATIONS), n))
    ]
    (place / "rules.yaml").write_text("title: 试\nclosed: true\nrules:\n" + "\n".join(lines), encoding="utf-8")
    return read_rulebook(place / "rules.yaml")


def costs(folder: Path) -> None:
    """CPU and wall of reading a log of the size of the whole traffic log, and of judging it by 80 controls."""
    with tempfile.TemporaryDirectory() as place_:
        place = Path(place_)
        events = grown(folder / "roadtraffic100traces.xes", place / "big.xes", WHOLE)
        say("只让 expat 走一遍，不取任何内容", f"CPU {walked(place / 'big.xes'):.2f} s")
        cpu, wall = time.process_time(), time.perf_counter()
        log = open_source(place / "big.xes")
        say(
            "读入",
            f"{events:,} 个事件",
            f"CPU {time.process_time() - cpu:.2f} s",
            f"墙钟 {time.perf_counter() - wall:.2f} s",
        )
        frame = log.events.collect()
        frame.write_parquet(place / "events.parquet")
        log.cases.collect().write_parquet(place / "cases.parquet")
        book = rules(frame["activity"].unique(maintain_order=True).to_list()[:6], 80, place)
        for _ in range(2):
            cpu, wall = time.process_time(), time.perf_counter()
            scans = (pl.scan_parquet(place / f"{n}.parquet") for n in ("events", "cases"))
            judged = judge_log(Log(*scans, Reading(place)), lawbook().calendar, AS_OF, rulebook=book)
            spent = f"CPU {time.process_time() - cpu:.2f} s", f"墙钟 {time.perf_counter() - wall:.2f} s"
            say("判断", f"{len(book.rules)} 条规则，{judged.findings.height:,} 项义务", *spent)


def judges(folder: Path, python: str) -> None:
    """Ten forms, case by case, against pm4py and Declare4Py."""
    for name, templates in asked(folder).items():
        with tempfile.TemporaryDirectory() as place_:
            place = Path(place_)
            lines = [f"{t}[{', '.join(of)}]{' | |' if len(of) == 1 else ' | | |'}" for t, of in templates]
            (place / "x.decl").write_text("\n".join(lines), encoding="utf-8")
            log, book = open_source(folder / name), read_rulebook(place / "x.decl")
            found = judge_log(log, lawbook().calendar, AS_OF, rulebook=book).findings
            broken = found.filter(pl.col("verdict") >= 5)
            mine = {r.code: set(broken.filter(pl.col("control") == r.code)["case_id"]) for r in book.rules}
            call = [python, str(Path(__file__).with_name("judges.py")), str(folder / name), json.dumps(templates)]
            told = json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout.splitlines()[-1])
            say(name, "模板", "本系统", *(f"{judge}（只它有／只本系统有）" for judge in told))
            for n, (rule, ids) in enumerate(mine.items()):
                others = [set(t[n]) if t[n] is not None else None for t in told.values()]
                diff = ["没有此模板" if o is None else f"{len(o)}（{len(o - ids)}／{len(ids - o)}）" for o in others]
                say(" ", rule, len(ids), *diff)


def asked(folder: Path) -> dict[str, list[tuple[str, list[str]]]]:
    """Ten templates over the commonest activities of each log."""
    found = {}
    for name in ("receipt.xes.gz", "roadtraffic100traces.xes"):
        events = open_source(folder / name).events.collect()
        a, b, c = events["activity"].value_counts(sort=True)["activity"].head(3)
        found[name] = [
            ("Existence", [b]), ("Absence2", [c]), ("Exactly1", [c]), ("Init", [a]), ("Responded Existence", [a, c]),
            ("Response", [a, c]), ("Precedence", [c, b]), ("Alternate Response", [a, b]), ("Chain Response", [a, b]),
            ("Chain Precedence", [a, b]), ("Alternate Precedence", [a, b]), ("Succession", [a, b]),
            ("Co-Existence", [b, c]), ("Not Co-Existence", [b, c]),
        ]  # fmt: skip
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--judges")
    options = parser.parse_args()
    counts(options.folder)
    costs(options.folder)
    if options.judges:
        judges(options.folder, options.judges)
