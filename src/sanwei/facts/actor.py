"""经办：谁在哪一天以什么身份作出了哪一项行为，当日持有什么资格。一人一行为一行。"""

from .codes import ACTOR_ROLES, BODY_KINDS, LEVELS
from .vocabulary import Grain

ACTOR = Grain("actor", "经办人员", "一名人员在一项行为中的参与，附行为当日的资格", happened="acted_on")

acted_on = ACTOR.day("acted_on", "行为日", source="行为记录")
actor_act = ACTOR.text("actor_act", "行为", "行为代码", source="行为记录")
actor_role = ACTOR.code("actor_role", "身份", ACTOR_ROLES, "以什么身份参与", source="行为记录")
actor_code = ACTOR.text("actor_code", "人员代码", source="人员名册")
certificate_no = ACTOR.text("certificate_no", "执法证号", "行为时标注的证号", source="执法证件登记")
certificate_from = ACTOR.day("certificate_from", "证件有效期起", source="执法证件登记", foretold=True)
certificate_until = ACTOR.day("certificate_until", "证件有效期止", source="执法证件登记", foretold=True)
certificate_revoked_on = ACTOR.day("certificate_revoked_on", "资格取消日", source="执法证件登记")
officer_confirmed_on = ACTOR.day(
    "officer_confirmed_on", "年度确认日", "行为所属年度或者上一年度的人员确认日", source="年度确认公告"
)
officer_confirmed_year = ACTOR.count(
    "officer_confirmed_year", "确认年度", "最近一次确认所属年度", unit="年", source="年度确认公告"
)
officer_of_body = ACTOR.yesno(
    "officer_of_body", "属于办案机关", "当日在办案机关或者其内设、派出机构任职，或者派驻其中", source="人员名册"
)
posted = ACTOR.yesno("posted", "以派驻身份行为", source="派驻登记")
posting_from = ACTOR.day("posting_from", "派驻期限起", source="派驻登记", foretold=True)
posting_until = ACTOR.day("posting_until", "派驻期限止", source="派驻登记", foretold=True)
posting_covers_power = ACTOR.yesno("posting_covers_power", "派驻范围含本事项", source="派驻登记")
legally_qualified = ACTOR.yesno("legally_qualified", "具有法律职业资格", source="人员名册")
first_review_on = ACTOR.day("first_review_on", "初次从事法制审核日", source="人员名册")

STANDING = Grain("standing", "主体与职权", "执法机关作出一项行为当日的主体资格和职权", happened="stood_on")

stood_on = STANDING.day("stood_on", "行为日", source="行为记录")
stood_act = STANDING.text("stood_act", "行为", "行为代码", source="行为记录")
body_kind = STANDING.code("body_kind", "主体性质", BODY_KINDS, source="执法主体名录")
body_level = STANDING.code("body_level", "主体层级", LEVELS, source="执法主体名录")
body_qualified_from = STANDING.day("body_qualified_from", "主体资格起", source="执法主体公告", foretold=True)
body_qualified_until = STANDING.day("body_qualified_until", "主体资格止", source="执法主体公告", foretold=True)
body_confirmed_on = STANDING.day("body_confirmed_on", "年度认定日", "最近一次年度认定之日", source="年度认定公告")
body_confirmed_year = STANDING.count(
    "body_confirmed_year", "认定年度", "最近一次认定所属年度", unit="年", source="年度认定公告"
)
power_listed_from = STANDING.day("power_listed_from", "列入权责清单日", source="权责清单", foretold=True)
power_listed_until = STANDING.day("power_listed_until", "移出权责清单日", source="权责清单", foretold=True)
power_level_fits = STANDING.yesno("power_level_fits", "层级相符", "职权事项允许本级机关行使", source="职权事项")
power_in_force = STANDING.yesno(
    "power_in_force", "依据现行有效", "事项的违反条款与处罚依据在行为当日均有效", source="职权事项"
)
power_in_force_at_violation = STANDING.yesno(
    "power_in_force_at_violation",
    "违法行为发生时依据有效",
    "事项的违反条款与处罚依据在违法行为发生（终了）之日均有效",
    source="职权事项",
)
power_given_up_on = STANDING.day(
    "power_given_up_on", "职权划出日", "职权集中到其他机关之日", source="相对集中行政处罚权登记", foretold=True
)
power_received_on = STANDING.day(
    "power_received_on", "集中承接日", "通过相对集中取得职权之日", source="相对集中行政处罚权登记", foretold=True
)
concentration_surveyed_on = STANDING.day("concentration_surveyed_on", "审批前调研日", source="相对集中行政处罚权登记")
concentration_approved_on = STANDING.day("concentration_approved_on", "集中批准日", source="相对集中行政处罚权登记")
entrusted_staff = STANDING.count(
    "entrusted_staff",
    "受委托组织的持证人员",
    "当日持有有效执法证的人数；不是受委托组织的为空",
    unit="人",
    source="执法证件登记",
)
delegated_from = STANDING.day("delegated_from", "委托期限起", source="委托书", foretold=True)
delegated_until = STANDING.day("delegated_until", "委托期限止", source="委托书", foretold=True)
delegation_covers_power = STANDING.yesno("delegation_covers_power", "委托范围含本事项", source="委托书")
