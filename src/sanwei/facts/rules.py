"""办案规程的版本：本案改用过哪个版本。没有改过的，按线索登记之日的版本办理。"""

from .case import CASE

rules_version = CASE.text(
    "rules_version", "改用的规程版本", "负责人批准本案改用的办案规程版本代码", source="规程变更记录"
)
rules_before = CASE.text("rules_before", "原来的规程版本", "改用之前的办案规程版本代码", source="规程变更记录")
rules_moved_on = CASE.day("rules_moved_on", "改用规程日", source="规程变更记录")
rules_reason = CASE.text("rules_reason", "改用规程的理由", source="规程变更记录")
