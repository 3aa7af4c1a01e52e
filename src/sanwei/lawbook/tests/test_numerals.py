import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanwei.lawbook.numerals import MOST_FEN, capital_yuan, chinese, from_chinese, parse_capital_yuan


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (57, "五十七"), (100, "一百"), (101, "一百零一"),
     (110, "一百一十"), (111, "一百一十一"), (120, "一百二十"), (205, "二百零五"), (999, "九百九十九")],
)  # fmt: skip
def test_articles_are_numbered_as_statutes_number_them(number, said):
    assert chinese(number) == said


def test_every_number_of_an_article_comes_back():
    assert [from_chinese(chinese(number)) for number in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_a_number_no_article_has_is_refused(number):
    with pytest.raises(ValueError, match="1 到 999"):
        chinese(number)


@pytest.mark.parametrize("said", ["", "零", "一十", "十零一", "一百一", "二百五", "百", "壹", "一千"])
def test_a_numeral_nobody_writes_is_refused(said):
    with pytest.raises(ValueError, match="不是"):
        from_chinese(said)


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (0, "零元整"),
        (1, "壹分"),
        (5, "伍分"),
        (10, "壹角整"),
        (50, "伍角整"),
        (55, "伍角伍分"),
        (100, "壹元整"),
        (1000, "壹拾元整"),
        (1500, "壹拾伍元整"),
        (10000, "壹佰元整"),
        (10100, "壹佰零壹元整"),
        (11000, "壹佰壹拾元整"),
        (32504, "叁佰贰拾伍元零肆分"),
        (140950, "壹仟肆佰零玖元伍角整"),
        (600714, "陆仟零柒元壹角肆分"),
        (168032, "壹仟陆佰捌拾元叁角贰分"),
        (1640902, "壹万陆仟肆佰零玖元零贰分"),
        (1000000, "壹万元整"),
        (1000005, "壹万元零伍分"),
        (1000500, "壹万零伍元整"),
        (10700053, "壹拾万柒仟元伍角叁分"),
        (10050000, "壹拾万零伍佰元整"),
        (10000000000, "壹亿元整"),
        (10000000100, "壹亿零壹元整"),
        (10000010000, "壹亿零壹佰元整"),
        (10000100000, "壹亿零壹仟元整"),
        (10010000000, "壹亿零壹拾万元整"),
        (11000000000, "壹亿壹仟万元整"),
        (200000000000, "贰拾亿元整"),
        (99999999999999, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_amounts_are_written_in_capitals_as_vouchers_ask(fen, said):
    assert capital_yuan(fen) == said
    assert parse_capital_yuan(said) == fen


@given(st.integers(0, MOST_FEN) | st.integers(0, 10**7) | st.integers(0, 10**9).map(lambda yuan: yuan * 100))
def test_every_amount_comes_back(fen):
    assert parse_capital_yuan(capital_yuan(fen)) == fen


@given(st.integers(0, MOST_FEN))
def test_an_amount_never_has_two_noughts_in_a_row_and_always_an_end(fen):
    said = capital_yuan(fen)
    assert "零零" not in said
    assert said.endswith("整") != said.endswith("分")
    assert ("整" in said) == (fen % 10 == 0)


@pytest.mark.parametrize("fen", [-1, MOST_FEN + 1])
def test_an_amount_out_of_reach_is_refused(fen):
    with pytest.raises(ValueError, match="大写金额"):
        capital_yuan(fen)


@given(st.text("零壹贰叁拾佰仟万亿元角分整", max_size=8))
def test_loose_writing_is_refused_and_never_read_as_another_amount(said):
    try:
        fen = parse_capital_yuan(said)
    except ValueError:
        return
    assert capital_yuan(fen) == said


@pytest.mark.parametrize("said", ["", "壹元", "拾元整", "壹佰零零壹元整", "壹元整整", "一元整", "伍分整"])
def test_an_irregular_amount_is_refused(said):
    with pytest.raises(ValueError, match="不是规范"):
        parse_capital_yuan(said)
