"""The same controls as SQL written by hand, on DuckDB: `duck.py CITY CALENDAR OUT DAY` (in an environment of its own).

One query a control, as one would ask a database. Writes the ids each finds to OUT and the seconds to `OUT/spent.json`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import duckdb

HERE = Path(__file__).resolve().parent


def main(city: Path, calendar: Path, out: Path, day: str) -> None:
    con = duckdb.connect()
    for folder in sorted(p for p in city.iterdir() if p.is_dir()):
        con.execute(f"CREATE VIEW \"{folder.name}\" AS FROM read_parquet('{folder}/*.parquet')")
    con.execute(f"CREATE TABLE calendar AS FROM read_parquet('{calendar}')")
    con.execute("CREATE TABLE workdays AS SELECT ordinal, day FROM calendar WHERE working")
    out.mkdir(parents=True, exist_ok=True)
    spent: dict[str, dict[str, float]] = {}
    for file in sorted((HERE / "sql").glob("*.sql")):
        cpu, wall = time.process_time(), time.perf_counter()
        query = file.read_text(encoding="utf-8").replace("$today", day)
        con.execute(f"COPY ({query}) TO '{out / file.stem}.parquet' (FORMAT parquet)")
        spent[file.stem] = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    (out / "spent.json").write_text(json.dumps({"version": duckdb.__version__, "controls": spent}), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
