"""What can go wrong with a document, said in Chinese to the person who meets it."""

from django.core.exceptions import ValidationError


class DocumentError(Exception):
    """Base of all errors of this room; `str(error)` is a whole Chinese sentence for the page."""


class FormError(DocumentError):
    """A form package in the law files is unknown, not in force that day, or written wrongly."""


class FieldsMissing(DocumentError):
    """Required fields of a form have no value. `labels` lists them in the order of the form."""

    def __init__(self, title: str, labels: list[str]) -> None:
        self.title, self.labels = title, labels
        super().__init__(f"《{title}》还缺以下内容：{'、'.join(labels)}。请先在案件中补齐，再制作文书。")


class FieldWrong(DocumentError):
    """A value does not fit the format the form gives its field."""


class FontsMissing(DocumentError):
    """No Chinese font is installed, so a PDF would show boxes instead of words."""


class RenderFailed(DocumentError):
    """The layout or the template of a form could not be rendered."""


class FileAltered(DocumentError):
    """A stored file no longer has the bytes that were recorded, or is gone."""


class UploadRefused(ValidationError):
    """An uploaded file is not taken in; `error.message` says why and what to do. A form shows it beside the field."""
