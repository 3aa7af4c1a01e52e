from django.apps import AppConfig


class ActsConfig(AppConfig):
    name = "sanwei.acts"
    label = "acts"
    verbose_name = "执法行为"
    default_auto_field = "django.db.models.BigAutoField"
