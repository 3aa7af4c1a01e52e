"""Every document gets a short code to be verified by; those drawn up before get one too."""

from django.db import migrations, models

import sanwei.documents.verify


def give_codes(apps, schema_editor):
    """A thousand at a time: a full archive holds a million."""
    Document = apps.get_model("documents", "Document")
    while found := list(Document.objects.filter(short_code=None).only("pk")[:1000]):
        for document in found:
            document.short_code = sanwei.documents.verify.new_code()
        Document.objects.bulk_update(found, ["short_code"])


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [
        migrations.AddField(
            "document",
            "sealed",
            models.BooleanField("用印", default=True, help_text="制发它的行为已经办理，可以加盖印章"),
        ),
        migrations.AddField("document", "short_code", models.CharField("核验码", max_length=12, null=True)),
        migrations.RunPython(give_codes, migrations.RunPython.noop),
        migrations.AlterField(
            "document",
            "short_code",
            models.CharField("核验码", max_length=12, unique=True, default=sanwei.documents.verify.new_code),
        ),
    ]
