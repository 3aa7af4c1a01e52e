from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "sanwei.people"
    label = "people"
    verbose_name = "主体与人员"
    default_auto_field = "django.db.models.BigAutoField"
