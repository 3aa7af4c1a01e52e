"""刑事裁判：案件移送司法机关以后法院怎样判，已经给予的罚款、拘留怎样折抵。"""

from .vocabulary import Grain

SENTENCE = Grain("sentence", "刑事裁判", "对一名当事人的一份刑事裁判", happened="sentenced_on")

_RULING = "刑事裁判文书"
sentenced_on = SENTENCE.day("sentenced_on", "刑事裁判日", source=_RULING)
sentenced_party = SENTENCE.text("sentenced_party", "被判的当事人", "共同当事人的行号；空为首位当事人", source=_RULING)
sentence_court = SENTENCE.text("sentence_court", "裁判的法院", source=_RULING)
sentence_no = SENTENCE.text("sentence_no", "裁判文书案号", source=_RULING)
criminal_fine = SENTENCE.fen("criminal_fine", "判处的罚金", "没有判处罚金的为零", source=_RULING)
jailed = SENTENCE.yesno("jailed", "判处拘役或者有期徒刑", source=_RULING)
fine_offset = SENTENCE.fen("fine_offset", "折抵罚金的罚款", "已经缴纳的罚款，以判处的罚金为限", source="折抵说明")
detention_offset = SENTENCE.count(
    "detention_offset", "折抵刑期的行政拘留", "公安机关已经给予的行政拘留", unit="日", source="折抵说明"
)
