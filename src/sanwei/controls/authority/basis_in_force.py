"""没有现行有效的依据不得处罚；依据已经修改、废止的，只有违法行为发生时有效的旧规定还能适用。"""

from sanwei.facts.actor import power_in_force, power_in_force_at_violation, stood_on

from ..control import Control
from ._acts import STANDING_ACTS

control = Control(
    code="authority.basis-in-force",
    title="职权事项的违反条款和处罚依据有效",
    clauses=("XZCF2009 §3(2)", "HN78 三(二)", "XZCF2021 §37", "XZCF2021 §38(1)"),
    as_of=stood_on,
    breach=~(power_in_force | power_in_force_at_violation),
    guards=STANDING_ACTS,
    says="{stood_on}援引的职权事项，其违反条款和处罚依据当日是否均有效：{power_in_force}，违法行为发生时是否均有效：{power_in_force_at_violation}",
    cure="改用现行有效的职权事项；行为发生时的旧规定仍应适用的，先查明并记录违法行为发生日",
    note="当日有效的一般即可；新规定处罚较轻或者不再认为违法的应当适用新规定，由审核人员判断",
)
