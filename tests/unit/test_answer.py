"""The answer to a review and to a suit: two papers from the same record, and none where it was written elsewhere."""

from __future__ import annotations

import pytest

from sanwei.acts import clock, registry
from sanwei.acts.perform import context
from sanwei.acts.rows import Rows
from sanwei.cases.models import Case
from sanwei.documents.models import Document
from walking import day, do, walk

pytestmark = pytest.mark.django_db
SAID = {"remedy_claim": "请求撤销。\n时间很短。", "remedy_reply": "占道一日，有照片证明。\n请求维持原决定。"}


def answered(cast, case: Case, kind: str, month: int, **said: str) -> tuple[Case, list[Document]]:
    """The case after a review or suit was told and answered, and the answers drawn up so far."""
    told = {"remedy_of": Rows.read(case.pk).last("decision").row, "remedy_kind": kind, "remedy_at": "某机关"}
    days = {"remedy_began_on": day(month, 8), "remedy_told_on": day(month, 9), "remedy_no": "", "remedy_simple": False}
    case = do("record_remedy", cast.officer, day(month, 9), told | days, case)
    done = {"remedy": Rows.read(case.pk).last("remedy").row, "remedy_answered_on": day(month, 13), **said}
    case = do("answer_remedy", cast.officer, day(month, 13), done, case)
    found = Document.objects.filter(matter_id=str(case.pk), form_code__endswith="_answer").order_by("drawn_at")
    return case, list(found)


def test_review_and_suit_have_each_its_paper_drawn_from_the_record(cast) -> None:
    case, (paper,) = answered(cast, walk(cast, "executing"), "review", 4, **SAID)
    f = paper.data["f"]
    assert (paper.title, paper.number, paper.sealed) == ("行政复议答复书", "郑城管复答〔2026〕1号", True)
    assert (f["claim"], f["reply"]) == (["请求撤销。", "时间很短。"], ["占道一日，有照片证明。", "请求维持原决定。"])
    assert f["penalties"] == ["一、罚款人民币叁佰元整（300元）"]
    assert f["course"][0] == "一、2026年3月4日立案" and f["course"][-1] == "六、2026年4月2日送达当事人"
    assert f["under"] == "《行政复议法》（2023）第四十八条"
    ended = {"remedy": Rows.read(case.pk).last("remedy").row, "remedy_result": "upheld", "remedy_ended_on": day(5, 8)}
    ended |= {"remedy_result_no": "1号", "remedy_result_note": "维持。", "remedy_fine": None, "anew_until": None}
    case = do("record_remedy_result", cast.officer, day(5, 8), ended, case)
    _, (_, paper) = answered(cast, case, "suit", 6, **SAID)
    assert (paper.title, paper.number) == ("行政诉讼答辩状", "郑城管诉答〔2026〕1号")
    assert paper.data["f"]["under"] == "《行政诉讼法》（2017）第六十七条第一款"


def test_an_answer_written_elsewhere_draws_no_paper_and_half_an_answer_is_sent_back(cast) -> None:
    case, papers = answered(cast, walk(cast, "executing"), "review", 4)
    assert papers == []
    with clock.at(day(4, 13)):
        wrong = registry.get("answer_remedy").wrong(context(cast.officer, case), {"remedy_reply": "维持。"})
    assert wrong == {"remedy_claim": "生成答复书要两项都写，请补上；不生成的都留空"}
