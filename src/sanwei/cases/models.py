"""Heads of penalty cases and their parties. What happened in a case lies in its rows of facts (`acts.FactRow`)."""

from __future__ import annotations

from django.db import models

from sanwei.acts.models import Matter
from sanwei.facts.codes import PARTY_KINDS, PROCEDURES
from sanwei.looks.links import to
from sanwei.people.sealed import SealedTextField

from .stages import STAGES


class Case(Matter):
    """One penalty case, from lead to archive."""

    KIND = "case"

    number = models.CharField(
        "案号", max_length=60, blank=True, db_index=True, help_text="立案文号；立案之前为线索编号"
    )
    power_code = models.CharField("职权事项", max_length=20)
    procedure = models.CharField("程序", max_length=10, choices=list(PROCEDURES.items()), default="ordinary")
    party_name = models.CharField("当事人", max_length=120)
    officer = models.ForeignKey("people.Officer", models.PROTECT, null=True, related_name="+", verbose_name="主办人")
    partner = models.ForeignKey(
        "people.Officer", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="协办人"
    )
    filed_on = models.DateField("立案日", null=True, blank=True)
    decided_on = models.DateField("决定日", null=True, blank=True)
    closed_on = models.DateField("结案日", null=True, blank=True)
    fine_fen = models.BigIntegerField("罚款（分）", null=True, blank=True)
    imported = models.BooleanField("历史导入", default=False, help_text="导入的历史案件，未经本系统各道关口")

    class Meta:
        verbose_name = "案件"
        verbose_name_plural = "案件"
        indexes = [
            models.Index(fields=["body", "-touched_at", "-id"], name="cases_body_touched"),
            models.Index(fields=["officer", "-touched_at", "-id"], name="cases_officer_touched"),
            models.Index(fields=["waiting_for", "touched_at", "id"], name="cases_waiting_for"),
            models.Index(fields=["body", "stage", "-touched_at", "-id"], name="cases_stage"),
            models.Index(fields=["-touched_at", "-id"], name="cases_touched"),
            models.Index(fields=["body", "filed_on", "officer"], name="cases_body_filed_by"),
            models.Index(fields=["body", "closed_on", "officer"], name="cases_body_closed_by"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def stage_label(self) -> str:
        return STAGES.get(self.stage, self.stage)

    def get_absolute_url(self) -> str:
        return to("cases:case", self.pk)


class Party(models.Model):
    """The party of a case. Codes and telephones lie sealed."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="party", verbose_name="案件")
    kind = models.CharField("类别", max_length=14, choices=list(PARTY_KINDS.items()))
    name = models.CharField("姓名（名称）", max_length=120)
    code = SealedTextField("证件号码（统一社会信用代码）", blank=True)
    representative = models.CharField("法定代表人（负责人）", max_length=60, blank=True)
    address = models.CharField("住所（住址）", max_length=200, blank=True)
    phone = SealedTextField("联系电话", blank=True)

    class Meta:
        verbose_name = "当事人"
        verbose_name_plural = "当事人"

    def __str__(self) -> str:
        return self.name


class Informer(models.Model):
    """Who reported or complained. Sealed: the facts know only that there is one and how he came."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="informers", verbose_name="案件")
    row = models.CharField("举报行", max_length=36, blank=True, help_text="登记线索时的举报人为空")
    name = SealedTextField("姓名", blank=True)
    phone = SealedTextField("联系电话", blank=True)

    class Meta:
        verbose_name = "举报人"
        verbose_name_plural = "举报人"
        constraints = [models.UniqueConstraint(fields=["case", "row"], name="cases_informer_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.row}"


class Coparty(models.Model):
    """What of a co-party lies sealed: number and telephone. The facts know the rest."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="coparties", verbose_name="案件")
    row = models.CharField("共同当事人行", max_length=36)
    code = SealedTextField("证件号码（统一社会信用代码）", blank=True)
    phone = SealedTextField("联系电话", blank=True)

    class Meta:
        verbose_name = "共同当事人"
        verbose_name_plural = "共同当事人"
        constraints = [models.UniqueConstraint(fields=["case", "row"], name="cases_coparty_once")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.row}"


class SearchLine(models.Model):
    """What can be found of one matter. Written by `search.index`; the database's own full-text index over `grams` is
    made in
    `fulltext`."""

    matter_kind = models.CharField("事项种类", max_length=16)
    matter_id = models.UUIDField("事项", unique=True)
    body = models.ForeignKey("people.Body", models.PROTECT, related_name="+", verbose_name="办理机关")
    words = models.TextField("原文", help_text="只有一个字时在这里找")
    grams = models.TextField("双字", help_text="两个字以上时在这里找")

    class Meta:
        verbose_name = "搜索行"
        verbose_name_plural = "搜索行"
