"""What must not stand in a production database."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import connections

from sanwei.desk.models import DemoMarker


def no_demo_city(app_configs: Any, databases: list[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """desk.E001: the invented city outside the demo, whose people sign in with a password that everybody knows."""
    if settings.SANWEI_DEMO:
        return []
    table = DemoMarker._meta.db_table
    standing = [
        using
        for using in databases or ()
        if table in connections[using].introspection.table_names() and DemoMarker.objects.using(using).exists()
    ]
    if not standing:
        return []
    said = "数据库里是虚构的演示城市，账号的口令是公开的，正式环境拒绝使用。"
    return [Error(said, hint="正式环境请使用新建的数据库；只在本机试用时请设 SANWEI_DEMO=1。", id="desk.E001")]
