"""What the tests of all acts know of signed papers, the archive and exports."""

from __future__ import annotations

import base64

from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import Form

from sanwei.acts.kept import UploadsField

# As in `filling.ASIDE`; "end": after the last step of the way.
ASIDE: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "name_agent": ("order_correction", "officer", ()),
    "attach_signed": ("order_correction", "officer", ()),
    "export_case": ("order_correction", "leader", ()),
    "archive_case": ("end", "officer", ()),
}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class _Again(SimpleUploadedFile):
    """A file that may be posted again and again."""

    def read(self, *args):
        self.seek(0)
        return super().read(*args)


def scan(name: str = "扫描件.png") -> SimpleUploadedFile:
    """A picture of one page."""
    return _Again(name, PIXEL, "image/png")


def scans(form: Form) -> dict[str, list[SimpleUploadedFile]]:
    """A file for every question of the form that must have one."""
    return {name: [scan()] for name, field in form.fields.items() if isinstance(field, UploadsField) and field.required}
