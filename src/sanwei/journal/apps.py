from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate


class JournalConfig(AppConfig):
    name = "sanwei.journal"
    label = "journal"
    verbose_name = "留痕日志"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sanwei.journal.checks import guarded, settings_safe

        # Django's table rebuilds on SQLite drop triggers, so every migrate run ends by looking after them
        post_migrate.connect(_stand_guard, sender=self, dispatch_uid="journal-triggers")
        checks.register(guarded, checks.Tags.database)
        checks.register(settings_safe, checks.Tags.database)


def _stand_guard(using: str, **kwargs: Any) -> None:
    from django.db import connections

    from sanwei.journal.book import open_register
    from sanwei.journal.models import Entry, Head
    from sanwei.journal.triggers import install

    install(using)
    tables = connections[using].introspection.table_names()
    if {Entry._meta.db_table, Head._meta.db_table} <= set(tables):
        open_register(using)
