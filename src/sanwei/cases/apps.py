from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "sanwei.cases"
    label = "cases"
    verbose_name = "行政处罚案件"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import acts, kind  # noqa: F401  importing registers the acts and the kind of matter
