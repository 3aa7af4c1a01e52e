"""Enforcement bodies and their yearly confirmation (豫政办〔2012〕78号 三(九), 郑政办〔2012〕77号 二(二)7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Substr

from sanwei.people.spans import ordered
from sanwei.people.validators import area_code, body_code, credit_code


class Level(models.TextChoices):
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"
    STREET = "street", "乡镇（街道）"


class Kind(models.TextChoices):
    ORGAN = "organ", "行政机关"
    AUTHORISED = "authorised", "法律法规授权的组织"
    ENTRUSTED = "entrusted", "受委托组织"
    GOVERNMENT = "government", "人民政府"


class Body(models.Model):
    """One enforcement body. `path` lists the codes from the top down to this body ("/ZZ/ZZCG/"); save() keeps it, for
    the bodies below as well, so a subtree is one comparison of text."""

    code = models.CharField("主体编码", max_length=40, unique=True, validators=[body_code])
    name = models.CharField("主体名称", max_length=120)
    short_name = models.CharField("简称", max_length=40)
    doc_word = models.CharField("文号字", max_length=20, blank=True, help_text="文书编号用的机关代字，例如“郑城管”")
    level = models.CharField("层级", max_length=10, choices=Level)
    kind = models.CharField("主体类别", max_length=12, choices=Kind)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name="上级", null=True, blank=True, related_name="children"
    )
    path = models.CharField("层级路径", max_length=400, unique=True, editable=False)
    second_level_of = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name="所属部门",
        null=True,
        blank=True,
        related_name="second_level_units",
        help_text="二级机构填写所属部门",
    )
    supervisor = models.ForeignKey(
        "self", models.PROTECT, verbose_name="执法监督机构", null=True, blank=True, related_name="supervises"
    )
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True, validators=[credit_code])
    area_code = models.CharField("行政区划代码", max_length=12, blank=True, validators=[area_code])
    qualified_from = models.DateField("取得主体资格日期", null=True, blank=True)
    qualified_until = models.DateField("丧失主体资格日期", null=True, blank=True, help_text="仍有资格的最后一日")
    address = models.CharField("地址", max_length=200, blank=True)
    phone = models.CharField("电话", max_length=40, blank=True)
    review_body_name = models.CharField("行政复议机关", max_length=120, blank=True)
    court_name = models.CharField("管辖法院", max_length=120, blank=True)

    class Meta:
        verbose_name = "执法主体"
        verbose_name_plural = "执法主体"
        ordering = ["path"]
        constraints = [
            ordered("qualified_from", "qualified_until", "people_body_span", "丧失资格日期不得早于取得资格日期。"),
            models.CheckConstraint(
                condition=Q(path__startswith="/") & ~Q(path="/"),
                name="people_body_path",
                violation_error_message="层级路径由系统填写，请逐个保存主体。",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="people_body_not_own_parent",
                violation_error_message="主体不能是自己的上级。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self._settle_path()
        if self.second_level_of is not None and not self.path.startswith(self.second_level_of.path):
            raise ValidationError({"second_level_of": "二级机构应当设在所属部门之下，请核对上级和所属部门。"})

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Raises ValidationError where the code is malformed or the parent stands below this body."""
        self._settle_path()
        with transaction.atomic(using=kwargs.get("using")):
            # read afresh: the instance in hand may have been loaded before another move
            before = self._stored_path()
            if update_fields is not None:
                update_fields = {*update_fields, "path"}
            super().save(*args, update_fields=update_fields, **kwargs)
            if before and before != self.path:
                below = Body.objects.filter(path__startswith=before).exclude(pk=self.pk)
                below.update(path=Concat(Value(self.path), Substr("path", len(before) + 1)))

    def _stored_path(self) -> str | None:
        return Body.objects.filter(pk=self.pk).values_list("path", flat=True).first() if self.pk else None

    def _settle_path(self) -> None:
        body_code(self.code)
        above = "/"
        if self.parent_id is not None:
            above = Body.objects.values_list("path", flat=True).get(pk=self.parent_id)
        before = self._stored_path()
        if before and above.startswith(before):
            raise ValidationError({"parent": "上级不能是自己或者自己的下级。"})
        self.path = f"{above}{self.code}/"


class BodyConfirmation(models.Model):
    """The yearly confirmation of one body and its publication."""

    body = models.ForeignKey(Body, models.PROTECT, verbose_name="执法主体", related_name="confirmations")
    year = models.PositiveSmallIntegerField("年度")
    confirmed_on = models.DateField("认定日期")
    published_on = models.DateField("公布日期", null=True, blank=True)

    class Meta:
        verbose_name = "执法主体年度认定"
        verbose_name_plural = "执法主体年度认定"
        ordering = ["body", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year"],
                name="people_bodyconfirmation_once",
                violation_error_message="该主体本年度已经认定。",
            ),
            ordered("confirmed_on", "published_on", "people_bodyconfirmation_span", "公布日期不得早于认定日期。"),
        ]

    def __str__(self) -> str:
        return f"{self.body}{self.year}年度认定"
