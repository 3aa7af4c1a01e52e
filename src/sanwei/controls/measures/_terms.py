"""Terms that several controls on coercive measures share."""

from __future__ import annotations

from sanwei.facts.measure import measure_kind, measure_on

# 已经实施的措施；只呈请、没有实施的不问。
held = measure_on.is_not_null()
# 查封、扣押；冻结另有规定。
property_held = held & (measure_kind != "freeze")
