from django.apps import AppConfig


class ConfigRoom(AppConfig):
    """The ground: brings only its system checks."""

    name = "sanwei.config"
    verbose_name = "配置"

    def ready(self) -> None:
        from sanwei.config import checks  # noqa: F401  (registers the checks)
