"""Whether Spark comes to the same: `bench/audit/spark FOLDER`. Runs the same folder here and on a local Spark, and
compares every obligation. Exit 0 the same, 1 not.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = str(ROOT / "src")
sys.path.insert(0, SRC)
os.environ |= {"PYSPARK_PYTHON": sys.executable, "POLARS_MAX_THREADS": "1", "PYTHONPATH": SRC}

import polars as pl  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

from sanwei.audit.run.folder import open_folder  # noqa: E402
from sanwei.audit.run.judging import judge_part  # noqa: E402
from sanwei.audit.run.outcome import ASKED, OBLIGATIONS  # noqa: E402
from sanwei.audit.run.parts import needed, parts_of  # noqa: E402
from sanwei.audit.run.spark import obligations_on_spark  # noqa: E402
from sanwei.controls.register import register  # noqa: E402
from sanwei.lawbook import lawbook  # noqa: E402
from sanwei.lawbook.book import named_packs  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    source, controls = open_folder(folder), tuple(register().values())
    here = pl.concat(
        [
            judge_part(p.load(), controls, lawbook(), source.as_of, ASKED).obligations
            for p in parts_of(source, needed(controls))
        ]
    )
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    begun = time.perf_counter()
    codes = tuple(c.code for c in controls)
    told = obligations_on_spark(session, folder, codes, named_packs(), source.as_of, ASKED).toArrow()
    seconds = time.perf_counter() - begun
    there = pl.from_arrow(told).with_columns(pl.col("verdict").cast(pl.UInt8)).select(list(OBLIGATIONS))
    by = ["control", "case_id", "row"]
    same = here.sort(by).equals(there.sort(by))
    sys.stdout.write(
        f"{'相同' if same else '不同'}：本机 {here.height:,} 项，Spark {there.height:,} 项"
        f"（{len(source.parts)} 段，{seconds:.1f} 秒）\n"
    )
    session.stop()
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
