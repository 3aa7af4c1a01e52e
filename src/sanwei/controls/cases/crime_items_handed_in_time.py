"""公安机关立案侦查的，应当在三日内移交涉案物品和材料。"""

from sanwei.facts.transfer import items_handed_on, transfer_answered_on, transfer_kind, transfer_result

from ..control import WARN, Control, Due, Duty

control = Control(
    code="case.crime-items-handed-in-time",
    title="公安机关立案之后在三日内移交物品和材料",
    clauses=("YSFZ2001 §12",),
    as_of=transfer_answered_on,
    when=transfer_answered_on.is_not_null() & (transfer_kind == "police") & (transfer_result == "filed"),
    due=Due(since=transfer_answered_on, parameter="crime.items.handover"),
    done=items_handed_on,
    guards={"hand_over_items": WARN},
    duty=Duty(todo="向公安机关移交涉案物品和材料", owner="officer", act="hand_over_items"),
    says="{transfer_answered_on}收到公安机关的立案通知，应当不迟于{due}移交物品和材料，移交日：{items_handed_on}",
    cure="立即移交并办结交接手续，写明逾期的原因；没有涉案物品的，移交材料并注明",
)
