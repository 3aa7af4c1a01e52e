"""Charts: the drawing, the table beside it, and what happens with odd numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from sanwei.looks import charts, svg

VALUES = st.lists(st.one_of(st.none(), st.integers(0, 10**7)), min_size=1, max_size=15)


def drawings(chart: svg.Chart) -> list[etree._Element]:
    """The drawings of a chart, parsed strictly."""
    return etree.fromstring(f"<all>{chart.svg}</all>").xpath("//*[local-name() = 'svg']")


def cells(chart: svg.Chart) -> list[list[str]]:
    return [[cell.text_content() for cell in row.xpath("./*")] for row in html.fromstring(chart.table).xpath(".//tr")]


@given(VALUES, VALUES)
def test_every_number_of_a_line_stands_in_the_table(first, second):
    size = min(len(first), len(second))
    labels = [f"{place + 1}月" for place in range(size)]
    chart = charts.line("立案与办结", labels, [("立案", first[:size]), ("办结", second[:size])])
    assert len(drawings(chart)) == 2
    if any(value is not None for value in first[:size] + second[:size]):
        told = [[label, svg.number(a), svg.number(b)] for label, a, b in zip(labels, first, second, strict=False)]
        assert cells(chart)[1:] == told
    else:
        assert "没有可以画的数字" in chart.svg


def test_a_gap_breaks_the_line_and_a_lone_point_keeps_its_mark():
    chart = charts.line("趋势", list("甲乙丙丁"), [("立案", [1, 2, None, 3])], width=300)
    (drawing,) = drawings(chart)
    lines = drawing.xpath(".//*[local-name() = 'polyline']")
    assert len(lines) == 1 and len(lines[0].get("points").split()) == 2
    assert len(drawing.xpath(".//*[local-name() = 'circle']")) == 3


def test_a_series_of_another_length_is_refused():
    for chart in (charts.line, charts.stacked):
        with pytest.raises(ValueError, match="one value a label"):
            chart("趋势", ["甲", "乙"], [("立案", [1])])


def test_a_drawing_with_links_is_a_group_and_one_without_is_an_image():
    plain = drawings(charts.hbar("完成率", [("金水", 97)]))[0]
    linked = drawings(charts.hbar("完成率", [("金水", 97, "/grid?a=1&b=2")]))[0]
    assert (plain.get("role"), linked.get("role")) == ("img", "group")
    assert plain.get("aria-label").startswith("完成率") and linked.get("aria-label").startswith("完成率")
    assert linked.xpath(".//*[local-name() = 'a']")[0].get("href") == "/grid?a=1&b=2"


def test_a_bar_below_the_target_says_so_in_words():
    drawn = charts.hbar("完成率", [("金水", 97), ("中原", 88)], target=90).svg
    assert drawn.count("未达标") == 1 and "88% 未达标" in drawn and "目标 90%" in drawn


def test_a_wide_chart_is_drawn_again_for_phones():
    both = drawings(charts.line("趋势", ["甲", "乙"], [("立案", [1, 2])], width=800))
    assert [drawing.get("width") for drawing in both] == ["800", str(svg.NARROW)]


def test_the_ring_adds_up_and_stands_in_the_table():
    chart = charts.donut("来源", [("巡查", 3), ("投诉", 1)])
    assert cells(chart) == [["项目", "件", "占比"], ["巡查", "3", "75.0%"], ["投诉", "1", "25.0%"]]
    assert ">4<" in chart.svg


def test_stacked_bars_carry_their_sums():
    chart = charts.stacked("核对", ["市局"], [("合规", [210]), ("违反", [None])])
    assert cells(chart) == [["项目", "合规", "违反", "合计（件）"], ["市局", "210", "—", "210"]]


@pytest.mark.parametrize(
    "chart",
    [
        charts.line("空", [], []),
        charts.line("空", ["甲"], [("立案", [None])]),
        charts.hbar("空", []),
        charts.donut("空", [("甲", 0)]),
        charts.stacked("空", ["甲"], [("合规", [0])]),
    ],
)
def test_nothing_to_draw_says_so(chart):
    assert "没有可以画的数字" in chart.svg
    assert all(drawing.get("role") == "img" for drawing in drawings(chart))


def test_names_are_escaped_and_styles_are_classes():
    bad = '<script>"'
    made = [
        charts.line(bad, [bad, "乙"], [(bad, [1, 2]), ("二", [2, 1])]),
        charts.hbar(bad, [(bad, 50, bad)]),
        charts.donut(bad, [(bad, 5)]),
        charts.stacked(bad, [bad], [(bad, [5])]),
    ]
    for chart in made:
        page = chart.svg + chart.table + chart.legend
        assert "<script>" not in page and "style=" not in page
        assert drawings(chart)


@given(st.floats(min_value=0.001, max_value=1e12))
def test_the_scale_reaches_the_greatest_value_and_not_much_more(most):
    assert most <= svg.nice(most) <= most * 2.5


@pytest.mark.parametrize(("value", "told"), [(1234, "1,234"), (93.5, "93.5"), (90.0, "90"), (None, "—")])
def test_numbers_are_told_for_people(value, told):
    assert svg.number(value) == told


def test_a_long_name_is_cut_in_the_drawing_and_whole_in_the_table():
    name = "郑州航空港经济综合实验区综合行政执法大队第三中队"
    chart = charts.hbar("完成率", [(name, 80)])
    assert "…" in chart.svg and cells(chart)[1][0] == name
