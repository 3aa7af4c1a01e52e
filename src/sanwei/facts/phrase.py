"""常用语：机关存下来供填写时选用的句子。"""

from .vocabulary import Grain

PHRASE = Grain("phrase", "常用语", "机关为某一项长文字存的一条常用语", happened="phrase_kept_on")

phrase_for = PHRASE.text("phrase_for", "用于哪一项", "问题的代码", source="常用语登记")
phrase_text = PHRASE.text("phrase_text", "常用语", source="常用语登记")
phrase_kept_on = PHRASE.day("phrase_kept_on", "启用日", source="常用语登记")
phrase_dropped_on = PHRASE.day("phrase_dropped_on", "停用日", source="常用语登记")
