from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """The body's own: phrases."""

    name = "sanwei.standards"
    label = "standards"
    verbose_name = "机关自定"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sanwei.acts import phrases

        from . import acts, kind, queries  # noqa: F401  importing registers the acts and the kind of matter

        phrases.offer_from(queries.offered)
