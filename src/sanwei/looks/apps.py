"""The Django app of the looks."""

from django.apps import AppConfig


class LooksConfig(AppConfig):
    """No models: templates, static files, fields and tags only."""

    name = "sanwei.looks"
    label = "looks"
    verbose_name = "界面"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The fields of Django speak our sentences from now on."""
        from sanwei.looks.sentences import use_own_sentences

        use_own_sentences()
