"""What a production deployment must not carry: the demo's public secrets and its way of serving.

`manage.py check --deploy` asks for both; with `--database default` the rooms also look into the database (the invented
city, missing triggers). `insist()` asks all of it when a web process starts outside the demo.
"""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.checks import ERROR, WARNING, CheckMessage, Error, Tags, register, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

log = logging.getLogger("sanwei.config")


def marked_secrets() -> list[str]:
    """Names of settings whose value is one of the demo's public secrets."""
    values = {"SECRET_KEY": [settings.SECRET_KEY], "SECRET_KEY_FALLBACKS": settings.SECRET_KEY_FALLBACKS}
    return [
        name
        for name, secrets in values.items()
        if any(str(secret).startswith(settings.DEMO_SECRET_MARK) for secret in secrets)
    ]


@register(Tags.security, deploy=True)
def no_demo_secrets(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """sanwei.E001: a secret that everybody knows."""
    return [
        Error(
            f"{name} 仍是演示用的公开密钥，正式环境拒绝使用。",
            hint=f"用环境变量 {name} 给出自己的密钥（50 个以上随机字符）；只在本机试用时请设 SANWEI_DEMO=1。",
            id="sanwei.E001",
        )
        for name in marked_secrets()
    ]


@register(Tags.security, deploy=True)
def no_demo_mode(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """sanwei.E002: the demo's way of serving: plain http, public secrets."""
    if not settings.SANWEI_DEMO:
        return []
    return [Error("现在是演示模式，不能用于正式环境。", hint="去掉环境变量 SANWEI_DEMO 和 DEBUG。", id="sanwei.E002")]


def faults_at_start() -> list[CheckMessage]:
    """Errors of the security checks, errors and warnings of the database checks.

    A database that is away does not keep a process from starting: it answers 503 until the database is back.
    """
    found = run_checks(tags=[Tags.security], include_deployment_checks=True)
    faults = [message for message in found if message.level >= ERROR]
    try:
        stored = run_checks(tags=[Tags.database], include_deployment_checks=True, databases=["default"])
    except DatabaseError:
        log.warning("the database did not answer at start; what it holds was not checked")
        return faults
    return faults + [message for message in stored if message.level >= WARNING]


def insist() -> None:
    """Raises `ImproperlyConfigured` when a web process must not start; does nothing in the demo."""
    if settings.SANWEI_DEMO:
        return
    faults = faults_at_start()
    if faults:
        raise ImproperlyConfigured("\n".join(f"{message.msg}{message.hint or ''}" for message in faults))
