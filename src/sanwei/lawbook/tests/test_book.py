from datetime import UTC, date, datetime

import polars as pl
import pytest

from sanwei.lawbook import LawError, Span, lawbook
from sanwei.lawbook.tests.small_law import SMALL, write_law


def test_packs_stand_near_before_far(book):
    assert book.packs == ("near", "far")
    assert book.pack("near").name == "某市"


def test_a_pack_comes_before_everything_it_stands_under(tmp_path):
    changes = {
        "far/pack.yaml": "{code: far, name: 全国, level: national}\n",
        "middle/pack.yaml": "{code: middle, name: 某省, level: province, under: [far]}\n",
        "side/pack.yaml": "{code: side, name: 某区, level: county, under: [far, near]}\n",
        "near/pack.yaml": "{code: near, name: 某市, level: city, under: [middle]}\n",
    }
    root = write_law(tmp_path, changes)
    assert lawbook(("side",), root).packs == ("side", "near", "middle", "far")
    assert lawbook(("far", "near"), root).packs == ("near", "middle", "far")


def test_of_two_packs_above_the_one_named_first_is_nearer(tmp_path):
    changes = {
        "a/pack.yaml": "{code: a, name: 甲, level: province}\n",
        "b/pack.yaml": "{code: b, name: 乙, level: province}\n",
        "c/pack.yaml": "{code: c, name: 丙, level: city, under: [b, a]}\n",
    }
    assert lawbook(("c",), write_law(tmp_path, changes)).packs == ("c", "b", "a")


def test_an_unknown_pack_is_told_with_those_there_are(tmp_path):
    with pytest.raises(LawError, match="没有名为“nowhere”的法规包。现有：far、near"):
        lawbook(("nowhere",), write_law(tmp_path))


def test_the_environment_names_root_and_packs(tmp_path, monkeypatch):
    monkeypatch.setenv("SANWEI_LAW", str(write_law(tmp_path)))
    monkeypatch.setenv("SANWEI_PACKS", "far, ")
    assert lawbook().packs == ("far",)
    assert lawbook() is lawbook(("far",), tmp_path)


def test_only_the_packs_in_use_are_seen(tmp_path):
    book = lawbook(("far",), write_law(tmp_path))
    assert book.powers == () and book.forms == ()
    with pytest.raises(LawError, match="没有条款“DOC39"):
        book.clause("DOC39 三(三)四")


def test_a_clause_is_cited_for_people(book):
    cites = {clause.ref: clause.cite for clause in book.clauses}
    assert cites["LAW2 §57(2)"] == "《某某处罚法》（2021）第五十七条第二款"
    assert cites["LAW2 §51-53"] == "《某某处罚法》（2021）第五十一条至第五十三条"
    assert cites["DOC39 三(三)四"] == "某政办〔2013〕39号 三(三)四"


def test_a_clause_knows_when_it_is_in_force_and_which_duties_come_from_it(book):
    clause = book.clause("LAW1 §38(2)")
    assert clause.in_force_on(date(2021, 7, 14)) and not clause.in_force_on(date(2021, 7, 15))
    assert clause.in_force_on(date(2009, 8, 27)) and not clause.in_force_on(date(2009, 8, 26))
    assert clause.duties == ("case.collective",)
    assert book.clause("DOC39 三(三)四").duties == ("case.legal-review", "case.collective")


def test_an_unknown_clause_is_told_with_near_ones(book):
    with pytest.raises(LawError, match=r"没有条款“LAW2 §61”。相近的有：LAW2 §60"):
        book.clause("LAW2 §61")
    with pytest.raises(LawError, match="引用应写成“文件代码 节次”"):
        book.clause("qqqqqqqq")


@pytest.mark.parametrize("ask", ["instrument", "parameter", "power", "form", "duty", "term", "pack"])
def test_whatever_is_unknown_is_told_in_a_sentence(book, ask):
    with pytest.raises(LawError, match=r"^没有.+“nothing-like-it”.+。$"):
        getattr(book, ask)("nothing-like-it")


def test_a_slip_in_a_key_is_answered_with_what_may_have_been_meant(book):
    with pytest.raises(LawError, match=r"相近的有：decision\.limit"):
        book.parameter("decision.limits")


def test_a_power_brings_its_clauses_and_its_range(book):
    power = book.power("P-0001")
    assert [clause.ref for clause in power.penalty] == ["LAW2 §60"]
    assert [(p.label, p.subject, p.min_fen, p.max_fen) for p in power.penalties] == [
        ("罚款", "person", 2000, 5000),
        ("警告", "any", None, None),
    ]
    assert power.in_force_on(date(2021, 7, 15)) and not power.in_force_on(date(2021, 7, 14))
    assert power.levels == ("city", "county", "street") and power.correction_first


def test_a_power_ends_with_the_law_it_rests_on(tmp_path):
    power = SMALL["near/powers/city.yaml"].replace("LAW2 §60", "LAW1 §33").replace("LAW2 §51-53", "LAW1 §33")
    changes = {"near/powers/city.yaml": power.replace("from: 2021-07-15", "from: 2010-01-01")}
    power = lawbook(("near",), write_law(tmp_path, changes)).power("P-0001")
    assert power.in_force_on(date(2021, 7, 14)) and not power.in_force_on(date(2021, 7, 15))


def test_a_form_is_the_version_of_the_day(book):
    assert book.form("decision").version == "2"
    assert book.form("decision", on=date(2021, 7, 14)).version == "1"
    form = book.form("decision", on=date(2021, 7, 15))
    assert (form.path.name, form.raw["fields"][0]["label"], form.pack) == ("decision", "当事人", "near")
    assert len(book.forms) == 2
    with pytest.raises(LawError, match="在 2001-01-01 没有生效的版本"):
        book.form("decision", on=date(2001, 1, 1))


def test_a_duty_has_one_fate(book):
    assert (book.duty("case.legal-review").fate, book.duty("case.legal-review").carriers) == (
        "control",
        ("case.legal-review-first",),
    )
    assert (book.duty("case.collective").fate, book.duty("case.collective").carriers) == ("later", ("risk",))


def test_a_term_has_one_english_word(book):
    assert book.term("立案").en == "filing"
    assert [term.zh for term in book.glossary] == ["立案", "听证"]


def test_whether_any_clause_was_in_force_is_asked_for_every_row(book):
    days = pl.DataFrame({"day": [date(2009, 8, 26), date(2009, 8, 27), date(2021, 7, 14), date(2021, 7, 15), None]})
    asked = days.select(
        old=book.in_force(["LAW1 §33"], pl.col("day")),
        new=book.in_force(["LAW2 §60", "LAW2 §57(2)"], pl.col("day")),
        any=book.in_force(["LAW1 §33", "LAW2 §60"], pl.col("day")),
    )
    assert asked.to_dict(as_series=False) == {
        "old": [False, True, True, False, None],
        "new": [False, False, False, True, None],
        "any": [False, True, True, True, None],
    }


def test_asking_for_the_force_of_an_unknown_clause_or_none_fails_at_once(book):
    with pytest.raises(LawError, match="没有条款"):
        book.in_force(["LAW2 §60", "LAW9 §1"], pl.col("day"))
    with pytest.raises(LawError, match="没有给出条款"):
        book.in_force([], pl.col("day"))


def test_the_version_is_of_what_is_written_and_not_of_when(tmp_path):
    one = lawbook(("near",), write_law(tmp_path / "a"))
    for path in (tmp_path / "a").rglob("*.yaml"):
        path.touch()
    same = lawbook(("near",), write_law(tmp_path / "b"))
    other = lawbook(("near",), write_law(tmp_path / "c", {"glossary.yaml": "[]\n"}))
    moved = lawbook(("near",), write_law(tmp_path / "d", {"near/forms/decision/look.typ": "x"}))
    assert one.version == same.version and len(one.version) == 12
    renamed = lawbook(("near",), write_law(tmp_path / "e", {"near/forms/decision/lookx.typ": ""}))
    shorter = lawbook(("near",), write_law(tmp_path / "f", {"near/forms/decision/look.typ": ""}))
    assert len({book.version for book in (one, other, moved, renamed, shorter)}) == 5


def test_hidden_files_are_no_law(tmp_path):
    root = write_law(tmp_path)
    before = lawbook(("near",), root).version
    (root / ".swp").write_text("x: [")
    (root / "near" / ".draft.yaml").write_text("x: [")
    from sanwei.lawbook import forget

    forget()
    assert lawbook(("near",), root).version == before


def test_a_span_counts_both_its_ends():
    span = Span(date(2021, 1, 1), date(2021, 1, 31))
    assert [span.covers(date(2021, *day)) for day in [(1, 1), (1, 31), (2, 1)]] == [True, True, False]
    assert Span().covers(date(1900, 1, 1)) and Span().says == "一直有效"
    assert Span(None, date(2020, 1, 1)).says == "至 2020-01-01"
    assert (Span(date(2021, 1, 1)).says, span.says) == ("2021-01-01 起", "2021-01-01 至 2021-01-31")


def test_a_moment_is_no_day(book):
    with pytest.raises(LawError, match="需要一个日期"):
        book.clause("LAW2 §60").in_force_on(datetime(2024, 5, 2, 10, 0, tzinfo=UTC))
    with pytest.raises(LawError, match="需要一个日期"):
        book.parameter("decision.limit").at("2024-05-02")


def test_nothing_of_the_law_can_be_changed(book):
    with pytest.raises(AttributeError):
        book.clause("LAW2 §60").says = "别的"
    with pytest.raises(TypeError):
        book.form("decision").raw["title"] = "别的"
