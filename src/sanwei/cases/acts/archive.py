"""签回、归档、保管期限、导出。"""

from __future__ import annotations

from sanwei.acts.act import Ask, Context, NotYet, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid, Row
from sanwei.documents.models import Document
from sanwei.looks.words import day_text

from ..archive import volume
from ..archive.framing import frame
from ..archive.keeping import Keeping, keeping
from .base import LEADERS, OPEN_STAGES, CaseAct, need, number, own, picked
from .uploads import uploads

ENDED = frozenset({"closed", "terminated"})
KEEPERS = LEADERS | {"section_head"}


def _filed(ctx: Context) -> list[NotYet]:
    f = ctx.facts
    return need(
        (bool(f["filed_on"]) or f["procedure"] == "summary", "本案尚未批准立案，还没有案卷", "由负责人批准立案")
    )


def to_be_signed(ctx: Context) -> list[tuple[str, str]]:
    """Documents that are signed by hand, those not yet back first: (id, name, day and who is missing)."""
    back, choices = volume.scans(ctx.rows), []
    for d in volume.papers(ctx.matter.pk) if ctx.matter else []:
        if who := volume.signatures(d):
            rows = back.get(str(d.pk))
            state = f"已签回 {len(rows)} 次" if rows else f"待签回：{'、'.join(who)}"
            choices.append(
                (bool(rows), str(d.pk), f"{d.title}{d.number and f' {d.number}'}（{day_text(d.drawn_on)}，{state}）")
            )
    return [(pk, label) for _, pk, label in sorted(choices, key=lambda c: c[0])]


@act
class AttachSigned(CaseAct):
    code, label, aside = "attach_signed", "附回签字文书", True
    hint = "文书打印出来签字、盖章之后，把扫描件附回它所属的文书；再次附回的作为新的一份，先前的仍然保留。"
    opens_at = OPEN_STAGES | ENDED
    asks = (
        Ask(
            "documents",
            kind="choices",
            label="所签的文书",
            choices=to_be_signed,
            help="通常一次附回一份；一份扫描件里有几份文书的，可以同时选中",
        ),
        Ask("signed_back_on", initial=lambda ctx: ctx.day),
        Ask("scan_note", required=False, kind="text", help="拒签、代签、邮寄签收等情况；正常签字的不必填"),
        Ask("files", kind="files", label="扫描件", help="PDF 或者图片，可以一次选择多页，按顺序排列"),
    )

    def closed(self, ctx: Context):
        return _filed(ctx)

    def wrong(self, ctx: Context, data):
        found = {}
        if any(f.kind not in ("pdf", "jpeg", "png") for f in data.get("files") or []):
            found["files"] = "扫描件应当是 PDF 或者图片，请另存后重新选择"
        drawn = max((d.drawn_on for d in _documents(ctx, data)), default=None)
        if drawn and data.get("signed_back_on") and data["signed_back_on"] < drawn:
            found["signed_back_on"] = f"不能早于文书的制作日期（{day_text(drawn)}），请核对"
        return found

    def plan(self, ctx: Context, data) -> Plan:
        documents = _documents(ctx, data)
        named = "、".join(d.title for d in documents)
        kept = uploads(ctx, data, note=f"签回：{named}")
        # Of a scan that holds several papers nobody can say which pages are whose.
        pages = [volume.pages_of(u) for u in kept] if len(documents) == 1 else [None]
        back = volume.scans(ctx.rows)
        facts = picked(data, "signed_back_on scan_note") | {
            "scan_pages": None if None in pages else sum(pages),
            "scan_files": [str(u.pk) for u in kept],
            "scan_digests": [u.sha256 for u in kept],
        }
        laid = [Laid("scan", facts | _of(d, len(back.get(str(d.pk), [])))) for d in documents]
        if ctx.facts["archived_on"]:  # the file is complete from now on, and says so
            after, _ = ctx.rows.over(laid, seq=ctx.matter.version + 1)
            laid.append(own({"archive_unsigned": len(volume.unsigned(volume.papers(ctx.matter.pk), after))}))
        digests = "；".join(f"{d.title}，文书内容校验值 {d.data_sha256}" for d in documents)
        return Plan(laid=laid, saves=kept, note=f"签回：{digests}")


def _of(document: Document, before: int) -> dict[str, object]:
    return {"scan_document": str(document.pk), "scan_title": document.title, "scan_version": before + 1}


def _documents(ctx: Context, data) -> list[Document]:
    """The documents chosen, of this case only."""
    chosen = set(data.get("documents") or [])
    return [d for d in volume.papers(ctx.matter.pk) if str(d.pk) in chosen] if ctx.matter and chosen else []


def ended_on(ctx: Context):
    """The day the case ended; None while it runs."""
    return ctx.facts["closed_on"] or ctx.facts["terminated_on"]


def kept(ctx: Context) -> Keeping:
    """How long the file of this case is to be kept by what is on record today."""
    return keeping(ctx.rows, ctx.book, ended_on(ctx) or ctx.day)


def archived(ctx: Context) -> bool:
    """Whether the file was bound and still agrees with the record: a decision made anew moves the day from which it
    is kept, a case that was opened again is bound again.
    """
    f = ctx.facts
    if not f["archived_on"] or not ended_on(ctx) or f["archived_on"] < ended_on(ctx):
        return False
    return all(f[name] == value for name, value in kept(ctx).facts.items())


@act
class ArchiveCase(CaseAct):
    code, label = "archive_case", "归档"
    hint = "核对卷内文件之后编目装订：封面、目录（分正卷、副卷）和备考表由系统制作，页号按装订顺序编排。决定日期此后变动的，重新办理一次，保管期限随之重新计算。"
    opens_at = ENDED
    clauses = ("HNZF2016 §33(2)", "XZCF2021 §47")
    asks = (
        Ask(
            "archive_note",
            required=False,
            kind="long",
            label="卷内情况说明",
            help="缺件、破损、另存的实物和光盘等；写进备考表",
        ),
    )

    def closed(self, ctx: Context):
        return need(
            (bool(ended_on(ctx)), "本案尚未办结", "结案、销案之后归档"),
            (not archived(ctx), "本案已经归档，案卷与记录一致", "补充材料的，办理“附回签字文书”"),
        )

    def sketch(self, ctx: Context):
        """The catalogue as far as it costs nothing: what is unsigned is known, pages are counted when it is done."""
        if ctx.matter is None or not ended_on(ctx):
            return []
        drawn, back = volume.drawn(ctx), volume.scans(ctx.rows)
        known = {"archive_papers": len(drawn), "archive_unpaged": 0}
        known["archive_unsigned"] = sum(bool(volume.missing(one, back)) for one in drawn)
        return [own(kept(ctx).facts | known | {"archived_on": ctx.day})]

    def plan(self, ctx: Context, data) -> Plan:
        leaves, keep = volume.leaves(ctx.matter.pk, ctx.rows), kept(ctx)
        no = number(ctx, "archive", "案卷")
        pages = {v: sum(leaf.pages or 0 for leaf in leaves if leaf.volume == v) for v in volume.VOLUMES}
        facts = (
            picked(data, "archive_note")
            | keep.facts
            | {
                "archived_on": ctx.day,
                "archive_no": no,
                "archive_papers": len(leaves),
                "archive_pages": pages["main"],
                "archive_second_pages": pages["second"],
                "archive_unsigned": sum(bool(leaf.missing) for leaf in leaves),
                "archive_unpaged": sum(leaf.pages is None for leaf in leaves),
            }
        )
        return Plan(laid=[own(facts)], papers=frame(ctx, leaves, keep, no, data.get("archive_note") or ""))


@act
class ExportCase(CaseAct):
    code, label, aside, roles, as_role = "export_case", "导出案卷", True, KEEPERS, "section_head"
    hint = "把整件案卷导出为一个压缩包，不用本系统也能阅读；谁、何时、为什么导出都记录在案。"
    opens_at = OPEN_STAGES | ENDED
    clauses = ("XZCF2021 §50",)
    asks = (
        Ask("export_to", kind="text", help="机关或者人员的名称"),
        Ask("export_reason", kind="long", label="导出事由", help="例如：案卷评查、应诉答辩、移送"),
        Ask("export_personal", initial=False, label="是否包含个人信息"),
        Ask("export_ground", required=False, kind="text", help="包含个人信息的必填，例如：人民法院调卷函及其文号"),
    )

    def closed(self, ctx: Context):
        return _filed(ctx)

    def wrong(self, ctx: Context, data):
        if data.get("export_personal") and not data.get("export_ground"):
            return {"export_ground": "包含个人信息的，请填写提供的依据；没有依据的，选择不包含"}
        return {}

    def plan(self, ctx: Context, data) -> Plan:
        facts = picked(data, "export_to export_reason export_ground") | {"export_personal": data["export_personal"]}
        return Plan(laid=[Laid("export", facts | {"exported_on": ctx.day, "export_by": ctx.officer.code})])


def mine_today(ctx: Context, row: Row) -> bool:
    """Whether this export may be fetched: by whom it was recorded for, on the day it was."""
    return row["export_by"] == ctx.officer.code and row["exported_on"] == ctx.day
