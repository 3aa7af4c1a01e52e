from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0003_refused"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("act", "read_personal")), fields=["position"], name="journal_entry_read"
            ),
        ),
    ]
