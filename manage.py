#!/usr/bin/env python
"""Django's command line, with this house's settings."""

import os
import sys
from pathlib import Path


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanwei.config.settings")
    sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("没有找到 Django：请先运行 ./run --no-serve 装好依赖，再用 .venv/bin/python manage.py …")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
