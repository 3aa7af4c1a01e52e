from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "sanwei.disclosure"
    label = "disclosure"
    verbose_name = "信息公开"

    def ready(self):
        from . import acts  # noqa: F401  importing registers the acts
