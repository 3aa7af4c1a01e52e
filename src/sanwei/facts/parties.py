"""共同当事人：首位当事人之外，同案违法的其他人，一人一行；告知、听证、决定逐人作出。"""

from .codes import PARTY_KINDS
from .vocabulary import Grain

PARTY = Grain("party", "共同当事人", "首位当事人之外的一名共同当事人", happened="coparty_on")

coparty_on = PARTY.day("coparty_on", "列为当事人之日", source="立案审批表、调查终结报告")
coparty_kind = PARTY.code("coparty_kind", "共同当事人类别", PARTY_KINDS, source="调查终结报告")
coparty_name = PARTY.text("coparty_name", "共同当事人", "姓名或者名称", source="身份证件、营业执照")
coparty_representative = PARTY.text("coparty_representative", "共同当事人的负责人", source="营业执照")
coparty_address = PARTY.text("coparty_address", "共同当事人的住所（住址）", source="身份证件、营业执照")
coparty_part = PARTY.text("coparty_part", "在违法行为中的作用", "做了什么，作用大小", source="调查终结报告")
