from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate


class CasesConfig(AppConfig):
    name = "sanwei.cases"
    label = "cases"
    verbose_name = "行政处罚案件"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import (
            acts,  # noqa: F401  importing registers the acts and the kind of matter
            fulltext,
            kind,  # noqa: F401
        )

        # Django's table rebuilds on SQLite drop triggers, the full-text index's among them.
        post_migrate.connect(fulltext.stand, sender=self, dispatch_uid="cases-fulltext")
        checks.register(fulltext.in_place, checks.Tags.database)
