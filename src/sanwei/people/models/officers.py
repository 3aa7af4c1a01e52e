"""Officers, their certificates and their yearly confirmation (豫政办〔2012〕78号 三(九), 郑政办〔2012〕77号 二(二)7).

Identity numbers are not stored: the certificate number and the officer's code identify."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sanwei.people.models.bodies import Body
from sanwei.people.spans import Span, SpanQuerySet, covers, in_span, ordered


class OfficerQuerySet(models.QuerySet):
    def active_on(self, day: date) -> OfficerQuerySet:
        """Officers in post on `day`."""
        return self.filter(in_span(day, "active_from", "active_until"))


class Officer(models.Model):
    """One person who enforces, reviews, approves, receives or supervises."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="账号", null=True, blank=True, related_name="officer"
    )
    code = models.CharField("人员编码", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=60)
    body = models.ForeignKey(Body, models.PROTECT, verbose_name="所在主体", related_name="officers")
    title = models.CharField("职务", max_length=60, blank=True)
    post = models.CharField("岗位", max_length=60, blank=True)
    active_from = models.DateField("到岗日期")
    active_until = models.DateField("离岗日期", null=True, blank=True, help_text="在岗的最后一日")
    legal_qualification = models.BooleanField("取得国家统一法律职业资格", default=False)
    legal_qualification_on = models.DateField("取得法律职业资格日期", null=True, blank=True)
    first_review_on = models.DateField("初次从事法制审核日期", null=True, blank=True)

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = "执法人员"
        verbose_name_plural = "执法人员"
        ordering = ["code"]
        constraints = [
            ordered("active_from", "active_until", "people_officer_span", "离岗日期不得早于到岗日期。"),
            models.CheckConstraint(
                condition=Q(legal_qualification=True) | Q(legal_qualification_on__isnull=True),
                name="people_officer_qualification",
                violation_error_message="填写了取得法律职业资格日期的，应当勾选已取得资格。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.code}）"


class CertificateKind(models.TextChoices):
    ENFORCEMENT = "enforcement", "行政执法证"
    SUPERVISION = "supervision", "行政执法监督证"


class CertificateQuerySet(SpanQuerySet):
    def on(self, day: date) -> CertificateQuerySet:
        """Certificates one may show on `day`: in their span and not revoked; on the day of revocation it is gone."""
        return super().on(day).filter(Q(revoked_on__isnull=True) | Q(revoked_on__gt=day))


class Certificate(Span):
    """A certificate with its span; never changed when renewed: a new row is written."""

    officer = models.ForeignKey(Officer, models.PROTECT, verbose_name="执法人员", related_name="certificates")
    number = models.CharField("证号", max_length=40, unique=True)
    issuer = models.CharField("发证机关", max_length=120)
    kind = models.CharField("证件种类", max_length=12, choices=CertificateKind, default=CertificateKind.ENFORCEMENT)
    scope = models.TextField("执法范围", blank=True)
    revoked_on = models.DateField("吊销注销日期", null=True, blank=True)
    revoked_reason = models.CharField("吊销注销原因", max_length=200, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = "执法证件"
        verbose_name_plural = "执法证件"
        ordering = ["officer", "valid_from"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | Q(revoked_on__gte=F("valid_from")),
                name="people_certificate_revoked",
                violation_error_message="吊销注销日期不得早于生效日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}{self.number}"

    def valid_on(self, day: date) -> bool:
        """The same question as `CertificateQuerySet.on`, asked of one row."""
        return covers(day, self.valid_from, self.valid_until) and (self.revoked_on is None or day < self.revoked_on)


class OfficerConfirmation(models.Model):
    """The yearly confirmation of one officer."""

    officer = models.ForeignKey(Officer, models.PROTECT, verbose_name="执法人员", related_name="confirmations")
    year = models.PositiveSmallIntegerField("年度")
    confirmed_on = models.DateField("确认日期")

    class Meta:
        verbose_name = "执法人员年度确认"
        verbose_name_plural = "执法人员年度确认"
        ordering = ["officer", "year"]
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "year"],
                name="people_officerconfirmation_once",
                violation_error_message="该人员本年度已经确认。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer}{self.year}年度确认"
