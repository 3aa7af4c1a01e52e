"""The template tags and the parts of pages, drawn without a browser."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.template import Context, RequestContext, Template
from django.template.loader import render_to_string
from lxml import html

from sanwei.looks import icons, verdicts


def render(text: str, **values: object) -> str:
    return Template("{% load looks %}" + text).render(Context(values))


def test_filters_tell_amounts_days_and_dashes():
    text = "{{ fen|money }}|{{ when|day }}|{{ when|short_day }}|{{ when|weekday }}|{{ none|dash }}|{{ zero|dash }}"
    told = render(text, fen=123_456, when=date(2026, 11, 3), none=None, zero=0)
    assert told == "1,234.56 元|2026年11月3日|11月3日|星期二|—|0"


def test_a_missing_value_is_a_dash_and_no_error():
    assert render("{{ no.fen|money }} {{ no.day|day }} {{ no.text|dash }}") == "— — —"
    assert "期限待定" in render("{% left_tag no.left no.unit %}")


def test_icons_are_decoration_unless_they_have_a_label():
    assert 'aria-hidden="true"' in render("{% icon 'home' %}")
    labelled = render("{% icon 'home' label %}", label='"><script>')
    assert 'role="img"' in labelled and "<script>" not in labelled


def test_an_unknown_icon_names_the_ones_there_are():
    with pytest.raises(LookupError, match="archive"):
        icons.icon("hoem")


@pytest.mark.parametrize("name", ["home", "search", "tick", "cross", "lock", "menu"])
def test_the_sprite_holds_the_icons_of_the_shell(name):
    assert name in icons.NAMES


def test_a_verdict_shows_word_and_icon_and_not_colour_alone():
    assert len(verdicts.FACES) == 8
    for code, face in verdicts.FACES.items():
        tag = html.fromstring(render("{% verdict_tag code %}", code=code))
        assert tag.text_content() == face.word and tag.xpath(".//svg")
        assert verdicts.code_of(face.word) == verdicts.code_of(SimpleNamespace(value=code)) == code


def test_an_unknown_verdict_is_refused():
    with pytest.raises(LookupError, match="sort_of"):
        verdicts.face("sort_of")


def test_query_with_changes_one_parameter_and_keeps_the_others(rf):
    context = RequestContext(rf.get("/", {"q": "建筑 垃圾", "page": "3"}))
    told = Template("{% load looks %}{% query_with page=4 %} {% query_with page=None q=nothing %}").render(context)
    assert told == "?q=%E5%BB%BA%E7%AD%91+%E5%9E%83%E5%9C%BE&amp;page=4 ?"


def verdict(code: str, refuses: bool = False) -> dict[str, object]:
    return {"verdict": code, "refuses": refuses, "says": code}


def test_a_gate_puts_first_what_refuses_and_opens_only_when_nothing_does():
    rows = [
        verdict("kept"),
        verdict("late"),
        verdict("undetermined", True),
        verdict("pending"),
        verdict("breach", True),
    ]
    seen = verdicts.weigh(rows)
    assert [row["says"] for row in seen.refusing] == ["breach", "undetermined"]
    assert [row["says"] for row in seen.heeding] == ["late"]
    assert [row["says"] for row in seen.coming] == ["pending"]
    assert [row["says"] for row in seen.quiet] == ["kept"]
    assert not seen.open
    assert seen.sentence == "核对了 5 条规则，2 条不允许，1 条请留意，1 条办后有期限"
    assert verdicts.weigh(rows[:2]).open


def test_a_gate_with_nothing_to_say_says_so():
    assert verdicts.weigh([]).sentence == "这一步没有需要核对的规则"
    assert verdicts.weigh([verdict("kept")]).sentence == "核对了 1 条规则，没有发现问题"


def test_no_verdict_of_a_gate_is_lost():
    rows = [verdict(code, refuses) for code in verdicts.FACES for refuses in (True, False)]
    seen = verdicts.weigh(rows)
    assert len(seen.refusing + seen.heeding + seen.coming + seen.quiet) == len(rows)


def test_a_party_named_like_a_script_is_text_in_every_part():
    bad = "<script>alert(1)</script>"
    duty = {
        "title": bad,
        "party": bad,
        "number": bad,
        "step": bad,
        "ground": bad,
        "cite": bad,
        "left": 1,
        "act_label": bad,
        "act_url": "#",
    }
    parts = {
        "duties": {"duties": [duty]},
        "timeline": {"steps": [{"label": bad, "state": "now", "who": bad, "note": bad}]},
        "facts": {"facts": [(bad, bad, bad)]},
        "evidence": {"evidence": [{"name": bad, "kind": bad, "by": bad}]},
        "conflict": {"conflict": {"who": bad, "what": bad, "changes": [(bad, bad, bad)]}},
        "ask": {"ask": {"asked": bad, "by": bad, "why": [bad], "law": [{"cite": bad, "says": bad}]}},
        "gate": {
            "gate": {"act": bad, "verdicts": [{**verdict("breach", True), "says": bad, "cite": bad, "clause": bad}]}
        },
        "acts": {
            "open_acts": [{"label": bad}],
            "closed_acts": [{"label": bad, "conditions": [{"says": bad, "who": bad}]}],
        },
        "crumbs": {"crumbs": [(bad, "#"), (bad, None)]},
        "stats": {"stats": [(1, bad, bad, "ok", "#")]},
        "empty": {"title": bad, "todo": bad},
    }
    for part, context in parts.items():
        page = render_to_string(f"looks/parts/{part}.html", context)
        assert "<script>" not in page and "&lt;script&gt;" in page, part


def test_an_empty_list_of_duties_says_what_to_do():
    page = render_to_string("looks/parts/duties.html", {"duties": []})
    assert "没有到期的事项" in page and "<table" not in page


def test_the_timeline_says_each_state_in_words():
    steps = [
        {"label": "立案", "state": "done"},
        {"label": "公示", "state": "now", "late": True},
        {"label": "回访", "state": "todo"},
    ]
    page = html.fromstring(render_to_string("looks/parts/timeline.html", {"steps": steps}))
    assert [item.xpath("string(.//*[@class='vh'])") for item in page.xpath("//li")] == [
        "（已完成）",
        "（已超期）",
        "（未开始）",
    ]
    assert len(page.xpath("//li[@aria-current='step']")) == 1


def test_the_first_and_the_last_page_say_so():
    first = render_to_string("looks/parts/pager.html", {"pager": {"previous": "", "next": "?after=9"}})
    assert "已是第一页" in first and 'rel="next"' in first and 'rel="prev"' not in first
    assert render_to_string("looks/parts/pager.html", {"pager": {"previous": "", "next": ""}}).strip() == ""


def test_facts_may_come_with_a_note_or_without():
    facts = [("案号", "1号"), ("当事人", None, "<i>")]
    told = html.fromstring(render("{% include 'looks/parts/facts.html' %}", facts=facts)).text_content()
    assert "案号1号" in told and "当事人—<i>" in told
