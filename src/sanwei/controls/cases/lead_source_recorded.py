"""上级交办、移送、媒体曝光和其他来源的线索，应当记录来自哪里、凭什么文书。"""

import polars as pl

from sanwei.facts.case import lead_from, lead_on, lead_ref, lead_source

from ..control import DENY, Control
from ..terms import said

_paper = lead_source.is_in(["assigned", "transferred"])

control = Control(
    code="case.lead-source-recorded",
    title="线索的来源有记录",
    clauses=("HNZF2016 §35", "XZCF2021 §47"),
    as_of=lead_on,
    when=lead_on.is_not_null() & lead_source.is_in(["assigned", "transferred", "media", "other"]),
    # what is not written down cannot be traced: absence is the breach
    breach=~said(lead_from) | pl.when(_paper).then(~said(lead_ref)).otherwise(pl.lit(False)),
    guards={"register_lead": DENY},
    says="线索来源为“{lead_source}”，来自：{lead_from}，文号：{lead_ref}",
    cure="写明交办、移送机关和文书的文号，媒体的名称，或者怎样得知",
)
