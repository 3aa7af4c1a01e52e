"""The log: one JSON object a line in `var/log/sanwei.log`, each with the number of the request it belongs to.

A line never holds a query string, a form or a cookie: names and numbers of persons stand there. JSON also keeps a line
break inside a value from forging a second line. The file may be moved away by logrotate at any time.
"""

from __future__ import annotations

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

request_id: ContextVar[str] = ContextVar("request_id", default="-")

# What `extra=` may bring into a line; anything else stays out.
FIELDS = ("method", "path", "status", "ms", "user")


class JsonLine(logging.Formatter):
    """A record as one line of JSON: time (UTC), level, logger, request, text, the known fields, a trace if any."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": request_id.get(),
            "text": record.getMessage(),
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_settings(folder: Path, *, plain: bool) -> dict[str, Any]:
    """Django's LOGGING: everything from INFO into the file, warnings also to the console (`plain`: readable there)."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "sanwei.config.logs.JsonLine"},
            "plain": {"format": "{levelname} {name} {message}", "style": "{"},
        },
        "handlers": {
            "file": {
                "class": "logging.handlers.WatchedFileHandler",
                "filename": str(folder / "sanwei.log"),
                "encoding": "utf-8",
                "delay": True,
                "formatter": "json",
            },
            "console": {
                "class": "logging.StreamHandler",
                "level": "WARNING",
                "formatter": "plain" if plain else "json",
            },
        },
        "root": {"handlers": ["file", "console"], "level": "INFO"},
        "loggers": {
            # Django attaches handlers of its own (mail to administrators among them); here only ours speak.
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.server": {"handlers": [], "level": "INFO", "propagate": True},
            # A page not found is a line of `sanwei.request` already.
            "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
        },
    }
