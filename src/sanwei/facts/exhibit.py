"""涉案物品：一件（一批）物品一行，每一次流转一行，从取得一直记到去向。"""

from .codes import CUSTODY_STEPS, EXHIBIT_SOURCES
from .vocabulary import Grain

EXHIBIT = Grain("exhibit", "涉案物品", "一件或者一批查封、扣押、登记保存、抽样的物品", happened="exhibit_on")

_LIST = "物品清单"
exhibit_on = EXHIBIT.day("exhibit_on", "取得日", source=_LIST)
exhibit_no = EXHIBIT.count("exhibit_no", "物品序号", unit="号", source=_LIST)
exhibit_name = EXHIBIT.text("exhibit_name", "物品名称", source=_LIST)
exhibit_spec = EXHIBIT.text("exhibit_spec", "规格型号", source=_LIST)
exhibit_quantity = EXHIBIT.text("exhibit_quantity", "数量", "连同单位", source=_LIST)
exhibit_state = EXHIBIT.text("exhibit_state", "特征、成色", source=_LIST)
exhibit_source = EXHIBIT.code("exhibit_source", "来源", EXHIBIT_SOURCES, source=_LIST)
exhibit_of = EXHIBIT.text("exhibit_of", "所属措施", "强制措施、登记保存或者抽样的行号", source=_LIST)

CUSTODY = Grain("custody", "物品流转", "一件物品的一次流转：谁在何日从谁手里交给谁，放在哪里", happened="custody_on")

_BOOK = "涉案物品流转登记"
custody_on = CUSTODY.day("custody_on", "流转日", source=_BOOK)
custody_exhibit = CUSTODY.text("custody_exhibit", "流转的物品", "物品行号", source=_BOOK)
custody_step = CUSTODY.code("custody_step", "流转环节", CUSTODY_STEPS, source=_BOOK)
custody_from = CUSTODY.text("custody_from", "交出人", source=_BOOK)
custody_to = CUSTODY.text("custody_to", "接收人", source=_BOOK)
custody_place = CUSTODY.text("custody_place", "存放地点", source=_BOOK)
custody_intact = CUSTODY.yesno("custody_intact", "交接时完好", "没有使用、损毁、短少", source=_BOOK)
custody_note = CUSTODY.text("custody_note", "流转说明", "封条编号、签收和见证情况", source=_BOOK)
