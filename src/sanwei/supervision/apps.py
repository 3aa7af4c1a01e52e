from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "sanwei.supervision"
    label = "supervision"
    verbose_name = "执法监督"

    def ready(self):
        from . import acts  # noqa: F401  importing registers the acts
