"""送达各行所需的回看：公告之前试过几次，签收人是不是当事人一方的人。"""

from __future__ import annotations

from ..execution import SERVICE
from ..serving import ATTEMPT, announced_on, attempted_on
from ..vocabulary import how_many

s_attempts = SERVICE.count(
    "s_attempts",
    "公告之前送达未成的次数",
    unit="次",
    over="attempt",
    take=how_many(ATTEMPT, attempted_on <= announced_on),
    source="送达记录",
)
