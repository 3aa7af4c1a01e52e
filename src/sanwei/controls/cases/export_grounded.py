"""案卷导出系统之外，应当写明事由；含有个人信息的，还应当有提供的依据。"""

from sanwei.facts.archive import export_ground, export_personal, export_reason, exported_on

from ..control import DENY, Control

control = Control(
    code="case.export-grounded",
    title="导出案卷写明事由，提供个人信息有依据",
    clauses=("XZCF2021 §50",),
    as_of=exported_on,
    # Whoever takes a file out and writes no reason has none on record: here the absence is the breach.
    breach=export_reason.is_null() | (export_personal & export_ground.is_null()),
    guards={"export_case": DENY},
    says="{exported_on}导出案卷，事由：{export_reason}；含个人信息：{export_personal}，依据：{export_ground}",
    cure="补写导出的事由和提供个人信息的依据；没有依据的，隐去个人信息之后再提供",
)
