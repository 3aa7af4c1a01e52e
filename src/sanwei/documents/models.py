"""Documents as drawn up, their rendered files, and files handed in."""

import uuid
from typing import Any

from django.db import models
from django.utils import timezone

from . import verify


class _WrittenOnce(models.Model):
    """Rows that are written once: what was served to a party is not changed afterwards, a new version replaces it."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert; a second save is refused with TypeError."""
        if not self._state.adding:
            raise TypeError(f"{self._meta.verbose_name}写成后不能修改，请另作新的版本")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Always refused with TypeError."""
        raise TypeError(f"{self._meta.verbose_name}写成后不能删除")


class Document(_WrittenOnce):
    """One version of one document of a matter. `data` holds its every word; `data_sha256`: of the canonical form."""

    id = models.UUIDField("标识", primary_key=True, default=uuid.uuid4, editable=False)
    matter_kind = models.CharField("事项类别", max_length=32)
    matter_id = models.CharField("事项标识", max_length=64)
    body_code = models.CharField("执法主体编码", max_length=40)
    form_code = models.CharField("文书种类", max_length=40)
    form_version = models.CharField("文书格式版本", max_length=20)
    number = models.CharField("文号", max_length=80, blank=True)
    title = models.CharField("标题", max_length=120)
    version = models.PositiveSmallIntegerField("第几版", default=1)
    short_code = models.CharField("核验码", max_length=12, unique=True, default=verify.new_code)
    sealed = models.BooleanField("用印", default=True, help_text="制发它的行为已经办理，可以加盖印章")
    data = models.JSONField("内容")
    data_sha256 = models.CharField("内容校验值", max_length=64)
    drawn_on = models.DateField("制作日")
    drawn_at = models.DateTimeField("制作时间", default=timezone.now)
    officer_code = models.CharField("制作人员编码", max_length=40)
    replaces = models.ForeignKey(
        "self", models.PROTECT, verbose_name="替代的版本", null=True, blank=True, related_name="replaced_by"
    )

    class Meta:
        verbose_name = "文书"
        verbose_name_plural = "文书"
        ordering = ["drawn_at", "id"]
        indexes = [models.Index(fields=["matter_kind", "matter_id", "drawn_at"], name="documents_document_matter")]
        constraints = [
            models.UniqueConstraint(
                fields=["body_code", "form_code", "number", "version"],
                condition=~models.Q(number=""),
                name="documents_document_number",
                violation_error_message="同一文号的同一版文书已经存在",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.number}）" if self.number else self.title

    @property
    def file_stem(self) -> str:
        """The name of a downloaded file, without its ending."""
        parts = [self.title, self.number, f"第{self.version}版" if self.version > 1 else ""]
        return " ".join(part for part in parts if part)


class Rendition(_WrittenOnce):
    """The file a document was rendered to, once for each kind, with the hash it is verified by."""

    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "DOCX"

    document = models.ForeignKey(Document, models.PROTECT, verbose_name="文书", related_name="renditions")
    kind = models.CharField("格式", max_length=4, choices=Kind)
    stored_name = models.CharField("存放名称", max_length=32, unique=True)
    sha256 = models.CharField("校验值", max_length=64)
    size = models.PositiveBigIntegerField("字节数")
    note = models.CharField("说明", max_length=200, blank=True, help_text="例如字库缺字")
    rendered_at = models.DateTimeField("生成时间", default=timezone.now)

    class Meta:
        verbose_name = "文书文件"
        verbose_name_plural = "文书文件"
        constraints = [models.UniqueConstraint(fields=["document", "kind"], name="documents_rendition_kind")]

    def __str__(self) -> str:
        return f"{self.document_id}.{self.kind}"


class Upload(_WrittenOnce):
    """A file handed in with an act: a photo, a scan, a recording."""

    id = models.UUIDField("标识", primary_key=True, default=uuid.uuid4, editable=False)
    matter_kind = models.CharField("事项类别", max_length=32)
    matter_id = models.CharField("事项标识", max_length=64)
    stored_name = models.CharField("存放名称", max_length=32, unique=True)
    original_name = models.CharField("文件名", max_length=160)
    content_type = models.CharField("内容类型", max_length=80)
    size = models.PositiveBigIntegerField("字节数")
    sha256 = models.CharField("校验值", max_length=64)
    taken_on = models.DateField("拍摄（取得）日", null=True, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    uploaded_at = models.DateTimeField("上传时间", default=timezone.now)
    officer_code = models.CharField("上传人员编码", max_length=40)

    class Meta:
        verbose_name = "附件"
        verbose_name_plural = "附件"
        ordering = ["uploaded_at", "id"]
        indexes = [models.Index(fields=["matter_kind", "matter_id", "uploaded_at"], name="documents_upload_matter")]

    def __str__(self) -> str:
        return self.original_name

    @property
    def is_picture(self) -> bool:
        """Whether `documents:preview` can show it."""
        return self.content_type in ("image/jpeg", "image/png")
