from django.db import migrations

from sanwei.journal.triggers import install, remove


def guard(apps, schema_editor):
    install(schema_editor.connection.alias)
    head = apps.get_model("journal", "Head")
    head.objects.using(schema_editor.connection.alias).get_or_create(register="acts", defaults={"size": 0})


def unguard(apps, schema_editor):
    remove(schema_editor.connection.alias)


class Migration(migrations.Migration):
    """The triggers as they stand today; later shapes are put in place after every migrate run (apps.py)."""

    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
