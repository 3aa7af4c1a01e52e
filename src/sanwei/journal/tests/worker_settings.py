"""Settings of the writer processes: the journal alone, on the database that the test names."""

import json
import os

SECRET_KEY = "only-for-writer-processes-of-tests"
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["sanwei.journal"]
DATABASES = {"default": json.loads(os.environ["JOURNAL_TEST_DATABASE"])}
