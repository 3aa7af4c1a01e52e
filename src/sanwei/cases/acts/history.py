"""导入历史案件：系统启用之前办理的案件，照原样入库，不经过本系统的关口。"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sanwei.acts.act import Context, Plan
from sanwei.acts.registry import act

from .base import LEADERS, CaseAct, need
from .lead import party_of

_importing: ContextVar[bool] = ContextVar("importing", default=False)


@contextmanager
def importing() -> Iterator[None]:
    """Within the block histories may be brought in. A page can not open it, so nobody writes a history into a form."""
    token = _importing.set(True)
    try:
        yield
    finally:
        _importing.reset(token)


@act
class ImportHistory(CaseAct):
    """A case as it was recorded elsewhere. No control guards it: what is wrong in it is for the audit to find.

    data: rows (list of `Laid`, in the order they came to be, the case's own row among them), head (attributes of the
    case), party (answers as to `register_lead`), source (where the record comes from).
    """

    code, label, as_role, roles, creates = "import_history", "导入历史案件", "leader", LEADERS, True
    hint = "系统启用之前办理的案件，由导入程序成批入库；记录照原样保存，差错由审查查出。"

    def closed(self, ctx: Context):
        return need((_importing.get(), "历史案件不在页面上登记", "由系统管理员用导入程序成批导入"))

    def plan(self, ctx: Context, data) -> Plan:
        note = f"导入的历史案件，来源：{data['source']}；办理时未经本系统各道关口"
        head = dict(data["head"]) | {"imported": True}
        return Plan(laid=list(data["rows"]), head=head, saves=[party_of(ctx, data["party"])], note=note)
