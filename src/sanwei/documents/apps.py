from django.apps import AppConfig
from django.core import checks


class DocumentsConfig(AppConfig):
    """Documents, their renditions, and uploaded files."""

    name = "sanwei.documents"
    label = "documents"
    verbose_name = "文书"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .checks import chinese_fonts

        checks.register(chinese_fonts)
