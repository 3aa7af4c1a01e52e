"""公告期届满的，登记送达，各项期限随之起算。"""

from sanwei.facts.execution import served_on
from sanwei.facts.serving import announced_on

from ..control import Control, Due, Duty

control = Control(
    code="case.announcement-completed",
    title="公告期满登记送达",
    clauses=("MSSS2007 §84", "MSSS2012 §92", "MSSS2021 §95", "XZCF2021 §61(1)"),
    as_of=announced_on,
    due=Due(since=announced_on, parameter="service.public_notice"),
    done=served_on,
    duty=Duty(todo="公告期满，登记送达", owner="officer", act="complete_announcement"),
    says="{announced_on}公告，{due}期满视为送达，登记的送达日：{served_on}",
    cure="公告期满之日登记送达，留存公告的原件或者截图；此前当事人现身签收的，登记实际签收之日",
)
