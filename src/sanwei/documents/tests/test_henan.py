"""The province's 28 forms: which package is which; none is missing."""

from sanwei.lawbook import lawbook
from sanwei.trace import henan


def test_all_twenty_eight_are_listed_once() -> None:
    rows = henan.listed(lawbook())
    assert [row.n for row in rows] == list(range(1, 29))
    assert len({row.name for row in rows}) == 28


def test_every_form_has_a_package() -> None:
    assert [row.name for row in henan.listed(lawbook()) if not row.packages] == []


def test_no_package_claims_a_form_that_is_not_listed() -> None:
    wrong = [f.code for f in lawbook().forms if set(f.raw.get("henan2016") or ()) - set(range(1, 29))]
    assert wrong == []


def test_a_package_added_to_the_law_files_fills_its_place(own_law) -> None:
    law = own_law()
    folder = law / "henan" / "forms" / "penalty_decision"
    file = folder / "form.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("henan2016: [24]\n", ""), encoding="utf-8")
    own_law()
    assert 24 in [row.n for row in henan.listed(lawbook()) if not row.packages]
    assert "| 24 | 处罚决定书 | **缺** |" in henan.page(lawbook())
    file.write_text(text, encoding="utf-8")
    own_law()
    assert "`penalty_decision` 行政处罚决定书" in henan.page(lawbook())
