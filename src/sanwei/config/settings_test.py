"""Settings for tests: those of the product on a private database, with a quick password hash."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# Before the product's settings read the environment: tests speak plain http, and never write into a deployment's var/.
os.environ |= {"SANWEI_DEMO": "1", "DEBUG": "0"}
os.environ.setdefault("SANWEI_VAR", str(Path(tempfile.gettempdir()) / f"sanwei-test-{os.getuid()}"))
# The browser tests' event loop runs in the thread that also asks the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

from sanwei.config.databases import sqlite
from sanwei.config.settings import *
from sanwei.config.settings import CACHES, DATABASES, VAR

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: threads of a live server and parallel writers get connections of their own, as in the product.
    DATABASES = {"default": sqlite(VAR / "unused.sqlite3")}
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / f"test-{os.getpid()}.sqlite3")}
# Every test hands its connections back, so that the test database can be dropped.
DATABASES["default"]["CONN_MAX_AGE"] = 0
# Nothing told in one test is told again in the next.
CACHES["sums"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}

LOGGING = {"version": 1, "disable_existing_loggers": False}
