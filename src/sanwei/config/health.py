"""`/health`: can this deployment work, and does what guards the record stand in its place?

A room brings its own questions as Django system checks with `Tags.database` (the journal asks for its triggers); a
warning is a problem. So `/health`, `manage.py check --database default` and the start of a web process ask the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from django.core import checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

log = logging.getLogger("sanwei.health")

Check = Callable[[], list[str]]


def database_answers() -> list[str]:
    """Problems of reaching the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return [] if cursor.fetchone() == (1,) else ["数据库没有正常应答。"]


def migrations_applied() -> list[str]:
    """Migrations that this version of the program needs and the database has not seen."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"数据库还差 {len(missing)} 步升级，请运行 manage.py migrate。"] if missing else []


def record_is_guarded() -> list[str]:
    """What the rooms' database checks say."""
    found = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    return [f"{message.id}：{message.msg}" for message in found if message.level >= checks.WARNING]


CHECKS: dict[str, Check] = {
    "database": database_answers,
    "migrations": migrations_applied,
    "record": record_is_guarded,
}


def problems(asked: Mapping[str, Check] = CHECKS) -> dict[str, list[str]]:
    """Name → problems as sentences, for every check; one that raises has failed (fail closed)."""
    found: dict[str, list[str]] = {}
    for name, check in asked.items():
        try:
            found[name] = check()
        except Exception as error:
            log.exception("health check %s failed", name)
            found[name] = [f"检查未能完成：{type(error).__name__}"]
    return found


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 `{"status": "ok", …}` or 503 `{"status": "failed", …}`; strangers see names only, the log has the words."""
    found = problems()
    for name, sentences in found.items():
        for sentence in sentences:
            log.error("%s: %s", name, sentence)
    sound = not any(found.values())
    shown = {name: "failed" if sentences else "ok" for name, sentences in found.items()}
    return JsonResponse({"status": "ok" if sound else "failed", "checks": shown}, status=200 if sound else 503)
