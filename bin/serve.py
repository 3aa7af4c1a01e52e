"""Inside `.venv`: brings the database up to date, builds the invented city where there is none, and serves."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django
import say
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, get_commands
from django.db import OperationalError

THREADS = 8
# Slow clients must not shut the others out: waitress's own limits are 100 connections and 120 seconds.
CONNECTIONS = 1000
CHANNEL_SECONDS = 300
BODY_BYTES = 64 * 1024 * 1024


def building_mark() -> Path:
    """A file that stands while the city is being built; one left over tells of a half-built city."""
    return settings.VAR / "city-being-built"


def clear_half_built() -> None:
    """Removes a city whose building was broken off; only a SQLite file of this deployment, never another database."""
    if not building_mark().exists():
        return
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        say.loud("上次演示城市没有建完。请换一个空数据库（DATABASE_URL），或删去其中的数据后再试。")
        return
    say.loud("上次演示城市没有建完，现在重新建立。")
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database['NAME']}{suffix}").unlink(missing_ok=True)
    building_mark().unlink()


def build_city() -> None:
    """Builds the invented city in a database that knows nobody yet; never outside the demo."""
    from django.contrib.auth import get_user_model

    if not settings.SANWEI_DEMO or "build_city" not in get_commands() or get_user_model().objects.exists():
        return
    say.step("建立演示城市（只在第一次）")
    building_mark().touch()
    call_command("build_city")
    building_mark().unlink(missing_ok=True)


def prepare() -> None:
    if settings.SANWEI_DEMO:
        clear_half_built()
    say.step("数据库升级到当前版本")
    call_command("migrate", interactive=False, verbosity=0)
    build_city()
    if not settings.SANWEI_DEMO:
        say.step("汇集静态文件")
        call_command("collectstatic", interactive=False, verbosity=0)


def show_logins(host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    say.line()
    say.line(f"    地址  http://{'127.0.0.1' if shown == '0.0.0.0' else shown}:{port}/")
    if settings.SANWEI_DEMO and "show_logins" in get_commands():
        call_command("show_logins")
    say.line()


def serve(host: str, port: int) -> None:
    import waitress

    from sanwei.config.wsgi import application

    say.step("网站已启动，按 Ctrl+C 停止")
    trusted = os.environ.get("SANWEI_TRUSTED_PROXY") or None
    waitress.serve(
        application,
        host=host,
        port=port,
        threads=THREADS,
        connection_limit=CONNECTIONS,
        channel_timeout=CHANNEL_SECONDS,
        asyncore_use_poll=True,
        max_request_body_size=BODY_BYTES,
        # Headers of a proxy count only when they come from the one that is named.
        trusted_proxy=trusted,
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"} if trusted else set(),
        clear_untrusted_proxy_headers=True,
        ident=None,
    )


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanwei.config.settings")
    host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))
    django.setup()
    if settings.SANWEI_DEMO and host not in settings.ALLOWED_HOSTS:
        settings.ALLOWED_HOSTS = ["*"] if host in ("0.0.0.0", "::") else [*settings.ALLOWED_HOSTS, host]
    prepare()
    if "--no-serve" in sys.argv[1:]:
        say.step("准备完毕，运行 ./run 启动网站")
        return
    show_logins(host, port)
    serve(host, port)


if __name__ == "__main__":
    try:
        main()
    except ImproperlyConfigured as error:
        say.stop(str(error))
    except OperationalError as error:
        say.stop(str(error).strip(), "数据库连不上，或者正被占用。请检查 DATABASE_URL 和数据库服务，然后再试。")
    except KeyboardInterrupt:
        say.stop("", "已停止。")
