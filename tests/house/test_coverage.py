"""Every article of the statute on penalties is accounted for; what is missing is counted, and the count only falls."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import NoReverseMatch, get_resolver

from house.test_permissions import addresses
from sanwei.acts import registry
from sanwei.controls.register import register
from sanwei.facts import VOCABULARY
from sanwei.lawbook import LawError, lawbook
from sanwei.trace import coverage

# A smaller number is progress; a greater one is a promise taken back.
NOT_YET, IN_PART = 0, 4


def _found():
    return coverage.held(lawbook(), register(), registry.acts(), "XZCF2021")


def _listed():
    return lawbook().coverage[0]


def test_every_article_has_its_entry_in_order():
    assert [a.number for a in _listed().articles] == list(range(1, 87))


def test_what_nothing_holds_and_nobody_waived_is_told_as_not_yet():
    found, told = _found(), coverage.page(lawbook(), register(), registry.acts())
    for a in _listed().articles:
        state = coverage.state(a, found)
        if not (found.get(a.number) or a.waiver or a.pages or a.facts or a.through):
            assert state == coverage.NONE, a.number
        if state in (coverage.NONE, coverage.PART):
            assert f"- {coverage.article_words(f'§{a.number}')}（{a.topic}）" in told.split("### 尚未")[1]


def test_what_is_not_there_yet_is_counted_down():
    counted = coverage.counted(lawbook(), register(), registry.acts(), _listed())
    assert sum(counted.values()) == 86
    assert counted[coverage.NONE] <= NOT_YET
    assert counted[coverage.NONE] + counted[coverage.PART] <= NOT_YET + IN_PART


def test_an_article_is_held_as_soon_as_a_control_cites_it_and_no_longer_when_it_does_not():
    """Article 60: without the controls that cite it only the parameter is left, and with nothing it is not yet."""
    all_controls = register()
    fewer = {code: c for code, c in all_controls.items() if 60 not in coverage.articles_of(c.clauses, "XZCF2021")}
    book, article = lawbook(), _listed().articles[59]
    assert coverage.held(book, all_controls, {}, "XZCF2021")[60].controls
    left = coverage.held(book, fewer, {}, "XZCF2021")
    assert left[60].controls == () and left[60].parameters
    assert coverage.state(article, {}) == coverage.NONE
    assert coverage.state(replace(article, waiver="理由"), {}) == coverage.WAIVED
    assert coverage.state(replace(article, missing=("缺一项",)), left) == coverage.PART


def test_a_reference_names_the_articles_it_spans_and_no_others():
    refs = ["XZCF2021 §51-53", "XZCF2021 §64(二)", "XZCF2009 §7", "ZZ39 三(三)四"]
    assert coverage.articles_of(refs, "XZCF2021") == {51, 52, 53, 64}


def test_the_facts_that_are_named_exist():
    for a in _listed().articles:
        for name in a.facts:
            assert VOCABULARY.fact(name).label


def test_the_pages_that_are_named_exist():
    known = set(addresses(get_resolver()))
    for a in _listed().articles:
        for name in a.pages:
            assert name in known, NoReverseMatch(name)


def test_a_list_that_leaves_out_an_article_is_a_fault_of_the_law(tmp_path):
    import shutil

    root = tmp_path / "law"
    shutil.copytree(lawbook().root, root, ignore=shutil.ignore_patterns("forms"))
    path = root / "national" / "coverage" / "xzcf2021.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if "{article: 60," not in line]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(LawError) as fault:
        lawbook(root=root)
    assert any("第 60 条" in f.says for f in fault.value.faults)
