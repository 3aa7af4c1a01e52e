"""赔偿请求和责任追究：违法处罚、措施造成损失的，怎样请求、怎样答复；有责任的人怎样处理。"""

from .vocabulary import Grain

CLAIM_GROUNDS = {
    "penalty": "违法给予处罚",
    "measure": "违法采取强制措施",
    "things": "使用、损毁查封扣押的财物",
    "inspection": "违法实施检查措施",
    "execution": "违法实施执行措施",
}
CLAIM_RESULTS = {"paid": "决定赔偿", "agreed": "协商一致赔偿", "declined": "不予赔偿"}
CLAIM = Grain("claim", "赔偿请求", "当事人或者利害关系人的一次赔偿请求", happened="claimed_on")

_ASKED, _DECIDED = "赔偿申请书", "赔偿（不予赔偿）决定书"
claimed_on = CLAIM.day("claimed_on", "请求赔偿日", "收到申请之日", source=_ASKED)
claimant = CLAIM.text("claimant", "赔偿请求人", "当事人或者受损失的其他人", source=_ASKED)
claim_ground = CLAIM.code("claim_ground", "请求赔偿的事由", CLAIM_GROUNDS, source=_ASKED)
claim_said = CLAIM.text("claim_said", "请求的内容", "受了什么损失，要求怎样赔偿", source=_ASKED)
claim_sum = CLAIM.fen("claim_sum", "请求赔偿的数额", source=_ASKED)
claim_decided_on = CLAIM.day("claim_decided_on", "作出赔偿决定之日", source=_DECIDED)
claim_result = CLAIM.code("claim_result", "赔偿请求的处理", CLAIM_RESULTS, source=_DECIDED)
claim_awarded = CLAIM.fen("claim_awarded", "赔偿的数额", source=_DECIDED)
claim_reason = CLAIM.text("claim_reason", "处理的理由", source=_DECIDED)
claim_decider = CLAIM.text("claim_decider", "决定赔偿的负责人", "证号", source=_DECIDED)
claim_told_on = CLAIM.day("claim_told_on", "告知请求人之日", "决定书送达之日", source="送达回证")

LIABILITY_GROUNDS = {
    "no_basis": "没有法定的处罚依据",
    "range": "擅自改变处罚种类、幅度",
    "procedure": "违反法定程序",
    "delegation": "违法委托处罚",
    "certificate": "没有执法证件的人实施处罚",
    "not_filed": "符合立案标准而不及时立案",
    "receipts": "不使用或者使用非法的罚没单据",
    "self_collected": "自行收缴罚款、返还罚没款",
    "embezzled": "截留私分罚没款物、索取收受财物",
    "things": "使用、损毁查封扣押的财物",
    "inspection": "违法实施检查、执行措施",
    "not_transferred": "应当移送司法机关而不移送",
    "not_stopped": "应当制止和处罚而不作为",
}
LIABILITY_RESULTS = {
    "criticised": "批评教育",
    "trained": "离岗培训",
    "moved": "调离执法岗位",
    "disqualified": "取消执法资格",
    "sanctioned": "处分",
    "crime": "移送追究刑事责任",
}
LIABILITY = Grain("liability", "责任追究", "因本案对有关人员的一次处理", happened="liable_on")

_HANDLED = "责任追究决定"
liable_on = LIABILITY.day("liable_on", "处理决定日", source=_HANDLED)
liable_persons = LIABILITY.words("liable_persons", "被追究的人员", "执法证号", source=_HANDLED)
liable_ground = LIABILITY.code("liable_ground", "追究的情形", LIABILITY_GROUNDS, source=_HANDLED)
liable_by = LIABILITY.text("liable_by", "作出处理的机关", source=_HANDLED)
liable_no = LIABILITY.text("liable_no", "处理决定文号", source=_HANDLED)
liable_result = LIABILITY.code("liable_result", "处理的方式", LIABILITY_RESULTS, source=_HANDLED)
liable_note = LIABILITY.text("liable_note", "查明的情况", source=_HANDLED)
