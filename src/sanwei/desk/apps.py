from django.apps import AppConfig
from django.core import checks


class DeskConfig(AppConfig):
    name = "sanwei.desk"
    label = "desk"
    verbose_name = "工作台"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sanwei.desk.checks import no_demo_city

        checks.register(no_demo_city, checks.Tags.database)
