"""常用语的启用和停用。"""

from __future__ import annotations

from sanwei.acts.act import Act, Ask, Context, Plan
from sanwei.acts.registry import act
from sanwei.acts.rows import Laid

from ..models import PhraseBook
from ..queries import questions

KEEPERS = frozenset({"leader", "section_head"})
LONGEST = 500


def _asked(ctx: Context) -> list[tuple[str, str]]:
    return questions()


def in_use(ctx: Context) -> list[tuple[str, str]]:
    """Phrases that stand: (row, what it is for and how it begins)."""
    labels = dict(questions())
    return [
        (r.row, f"{labels.get(r['phrase_for'], r['phrase_for'])}：{r['phrase_text'][:40]}")
        for r in ctx.rows.all("phrase")
        if not r["phrase_dropped_on"]
    ]


@act
class KeepPhrase(Act):
    code, label, kind, roles, as_role = "keep_phrase", "增加常用语", PhraseBook.KIND, KEEPERS, "section_head"
    hint = "写一句大家常用的话；填写这一项时，它出现在输入框下方，勾选即可使用，使用之后仍然可以修改。"
    asks = (
        Ask("phrase_for", kind="choice", label="用于哪一项", choices=_asked),
        Ask("phrase_text", kind="long", label="常用语", help=f"不要写具体的姓名、地点、日期；最多 {LONGEST} 字"),
    )

    def wrong(self, ctx: Context, data):
        text = (data.get("phrase_text") or "").strip()
        if len(text) > LONGEST:
            return {"phrase_text": f"最多 {LONGEST} 字，现在有 {len(text)} 字，请删减"}
        standing = {(r["phrase_for"], r["phrase_text"]) for r in ctx.rows.all("phrase") if not r["phrase_dropped_on"]}
        if text and (data.get("phrase_for"), text) in standing:
            return {"phrase_text": "这一项已经有同样的常用语，不需要再增加"}
        return {}

    def plan(self, ctx: Context, data) -> Plan:
        facts = {
            "phrase_for": data["phrase_for"],
            "phrase_text": data["phrase_text"].strip(),
            "phrase_kept_on": ctx.day,
        }
        return Plan(laid=[Laid("phrase", facts)], head={"title": f"{ctx.body.name}常用语"})


@act
class DropPhrase(Act):
    code, label, kind, roles, as_role = "drop_phrase", "停用常用语", PhraseBook.KIND, KEEPERS, "section_head"
    hint = "停用之后不再提供选用；已经写进文书、记录的文字不受影响。"
    asks = (Ask("phrase", kind="choice", label="常用语", choices=in_use),)

    def plan(self, ctx: Context, data) -> Plan:
        return Plan(laid=[Laid("phrase", {"phrase_dropped_on": ctx.day}, data["phrase"])])
