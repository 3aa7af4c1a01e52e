"""Facts of the machine and the database, without which numbers of speed mean nothing: `machine.py --out facts.json`."""

from __future__ import annotations

import argparse
import json
import os
import platform
from pathlib import Path

import opening

opening.open_site()

import django  # noqa: E402
import polars  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402


def facts() -> dict[str, object]:
    """Versions, cores, memory and load, and how large the database is."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT current_setting('server_version'), pg_database_size(current_database())")
            version, size = cursor.fetchone()
        else:
            cursor.execute("SELECT sqlite_version()")
            version, size = cursor.fetchone()[0], Path(settings.DATABASES["default"]["NAME"]).stat().st_size
    return {
        "database": {"postgresql": "PostgreSQL", "sqlite": "SQLite"}[connection.vendor],
        "database_version": version,
        "database_mb": size // 2**20,
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "load": round(os.getloadavg()[0], 1),
        "processor": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        "django": django.get_version(),
        "polars": polars.__version__,
        "on": str(timezone.localdate()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.parse_args().out.write_text(json.dumps(facts(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
