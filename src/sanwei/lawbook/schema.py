"""The shape of every law file, as strict pydantic models. Messages for people are made in `telling`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from .citing import section_fault

MOST = 10**13  # values and money in 分: a hundred billion yuan is beyond any penalty

DAY_UNITS = ("calendar_days", "working_days", "months", "years")
PENALTY_KINDS = {
    "warning": "警告",
    "censure": "通报批评",
    "fine": "罚款",
    "confiscation": "没收违法所得、没收非法财物",
    "suspend_licence": "暂扣许可证件",
    "downgrade": "降低资质等级",
    "restrict_business": "限制开展生产经营活动",
    "suspend_business": "责令停产停业",
    "close": "责令关闭",
    "restrict_profession": "限制从业",
    "revoke_licence": "吊销许可证件",
    "detention": "行政拘留",
}

Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)*$")]
Ref = Annotated[str, StringConstraints(pattern=r"^\S+ \S+$")]
Fen = Annotated[int, Field(ge=0, le=MOST)]
Status = Literal["read", "page", "preset"]
Level = Literal["national", "province", "city", "county", "street"]
Unit = Literal["calendar_days", "working_days", "months", "years", "hours", "fen", "percent", "count"]
Roll = Literal["none", "next_working_day"]


class Row(BaseModel):
    """Anything written down: unknown keys are faults, `note` is always allowed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)
    note: str | None = None


class SpanRow(Row):
    since: date = Field(alias="from")
    until: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> SpanRow:
        if self.until is not None and self.since > self.until:
            raise PydanticCustomError("backwards", "{since} {until}", {"since": self.since, "until": self.until})
        return self


class PackRow(Row):
    code: Code
    name: Words
    level: Level
    under: list[Code] = []


class ClauseRow(Row):
    """`effect`: what the clause does to a penalty; `grounds`: codes of the reasons for which it exempts."""

    section: str
    says: Words
    duties: list[Key] = []
    effect: list[Literal["lightens", "exempts"]] = []
    grounds: list[Key] = []

    @model_validator(mode="after")
    def _section_written_right(self) -> ClauseRow:
        if fault := section_fault(self.section):
            raise PydanticCustomError("section", "{fault}", {"fault": f"节次“{self.section}”{fault}"})
        if self.grounds and "exempts" not in self.effect:
            fault = "写了不予处罚的情形 grounds，effect 里应当有 exempts"
            raise PydanticCustomError("section", "{fault}", {"fault": fault})
        return self


class Checked(Row):
    """Something a person has read, or has not: `read` asks for the day it was checked."""

    status: Status
    checked_on: date | None = None

    @model_validator(mode="after")
    def _checked(self) -> Checked:
        if self.status == "read" and self.checked_on is None:
            raise PydanticCustomError("unchecked", "status read without checked_on")
        return self


class InstrumentRow(Checked):
    code: Code
    number: Words | None
    title: Words
    short: Words
    kind: Literal["法律", "行政法规", "地方性法规", "部门规章", "政府规章", "规范性文件"]
    issuer: Words
    issued: date | None = None
    in_force: SpanRow
    clauses: list[ClauseRow] = []


class ValueRow(SpanRow, Checked):
    value: int | Annotated[float, Field(allow_inf_nan=False)] = Field(ge=0, le=MOST)
    basis: Ref
    unit: Unit | None = None  # where the law of that time counted otherwise (three days, later three working days)
    roll: Roll | None = None


class ParameterRow(Row):
    key: Key
    label: Words
    unit: Unit
    roll: Roll = "none"
    values: list[ValueRow] = Field(min_length=1)


class PenaltyRow(Row):
    kind: Literal[tuple(PENALTY_KINDS)]  # type: ignore[valid-type]
    subject: Literal["person", "organisation", "any"]
    min_fen: Fen | None = None
    max_fen: Fen | None = None

    @model_validator(mode="after")
    def _range(self) -> PenaltyRow:
        if self.min_fen is not None and self.max_fen is not None and self.min_fen > self.max_fen:
            raise PydanticCustomError("range", "{low} {high}", {"low": self.min_fen, "high": self.max_fen})
        return self


class MeasureRow(Row):
    """A coercive measure that the law lets this power take: seal, seize, freeze; `basis` is the clause that does."""

    kind: Literal["seal", "seize", "freeze"]
    basis: Ref


class PowerRow(Row):
    code: Code
    item: Words
    kind: Literal[
        "行政许可", "行政处罚", "行政强制", "行政征收", "行政给付", "行政检查",
        "行政确认", "行政奖励", "行政裁决", "其他",
    ]  # fmt: skip
    field: Words
    priority_field: Literal["safety", "food_drug", "resources_environment", "public_order"] | None = None
    breached: list[Ref] = []
    penalty: list[Ref] = []
    in_force: SpanRow
    levels: list[Level] = Field(min_length=1)
    body_kinds: list[Literal["organ", "authorised", "entrusted", "government"]] = Field(min_length=1)
    correction_first: bool = False
    penalties: list[PenaltyRow] = []
    measures: list[MeasureRow] = []
    advice: str | None = None
    causes: str | None = None
    status: Status | None = None
    checked_on: date | None = None


class FateRow(Row):
    control: list[Words] | None = Field(default=None, min_length=1)
    act: list[Words] | None = Field(default=None, min_length=1)
    page: list[Words] | None = Field(default=None, min_length=1)
    waiver: Words | None = None
    later: Words | None = None

    @property
    def kinds(self) -> list[str]:
        return [kind for kind in ("control", "act", "page", "waiver", "later") if getattr(self, kind) is not None]

    @model_validator(mode="after")
    def _exactly_one(self) -> FateRow:
        if len(self.kinds) != 1:
            raise PydanticCustomError("fates", "{kinds}", {"kinds": "、".join(self.kinds)})
        return self


class DutyRow(Row):
    id: Key
    cites: list[Ref] = Field(min_length=1)
    form: Literal["gate", "deadline", "quota", "register", "publish", "service", "programme"]
    part: Words
    duty: Words
    fate: FateRow
    limit: Words | None = None
    since: date | None = None


class TermRow(Row):
    zh: Words
    en: Words


class VersionRow(SpanRow, Checked):
    code: Code
    label: Words
    basis: Ref
    says: Words
    terms: dict[Key, int] = {}
    without: list[Words] = []
    forms: dict[Code, Words] = {}


class ProcedureRow(Row):
    kind: Words
    label: Words
    versions: list[VersionRow] = Field(min_length=1)


class ArticleRow(Row):
    """What a person has to say about one article; what holds it is found in the registries."""

    article: int = Field(ge=1, le=999)
    topic: Words
    old: list[Words] = []
    differs: Words | None = None
    waiver: Words | None = None
    through: list[int] = []
    page: dict[str, Words] = {}
    facts: list[Words] = []
    open: list[Words] = []

    @model_validator(mode="after")
    def _old_or_why_not(self) -> ArticleRow:
        if faults := [fault for section in self.old if (fault := section_fault(section))]:
            raise PydanticCustomError("section", "{fault}", {"fault": f"旧法的节次{faults[0]}"})
        if not self.old and self.differs is None:
            raise PydanticCustomError("section", "{fault}", {"fault": "旧法没有这一条的，用 differs 写明"})
        return self


class CoverageRow(Row):
    code: Code
    before: Code
    articles: int = Field(ge=1, le=999)
    rows: list[ArticleRow] = Field(min_length=1)


class YearRow(Row):
    year: int = Field(ge=1950, le=2200)
    status: Literal["published", "provisional"]
    notice: Words | None = None
    off: dict[date, Words] = {}
    on: dict[date, Words] = {}
    statutory: dict[date, Words] = {}
    why: Words | None = None

    @model_validator(mode="after")
    def _whole(self) -> YearRow:
        if self.status == "published" and (not self.notice or not self.off or self.statutory or self.why):
            raise PydanticCustomError("published", "published")
        if self.status == "provisional" and (not self.why or not self.statutory or self.off or self.on or self.notice):
            raise PydanticCustomError("provisional", "provisional")
        return self


class FormRow(BaseModel):
    """A form belongs to the room of documents: only what finds it is fixed here, the rest is kept as it stands."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)
    code: Code
    title: Words
    version: str | int = ""
    in_force: SpanRow
    basis: list[Ref] = []
