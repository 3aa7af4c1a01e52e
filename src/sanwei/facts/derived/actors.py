"""经办人员、主体与职权各行所需的回看。"""

from __future__ import annotations

from ..actor import ACTOR, STANDING, certificate_no
from ..case import filed_on
from ..investigation import RECUSAL, recusal_decided_on, recusal_granted, recusal_of
from ..vocabulary import earliest

a_recused_on = ACTOR.day(
    "a_recused_on",
    "决定其回避之日",
    "本案决定该人员回避之日；没有决定其回避的为空",
    over="recusal",
    take=earliest(recusal_decided_on, RECUSAL, recusal_granted & (recusal_of == certificate_no)),
    source="回避决定",
)
stood_filed_on = STANDING.day("stood_filed_on", "本案立案日", over="case", take=filed_on, source="案件")
