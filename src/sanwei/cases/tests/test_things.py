"""Lists of things as they are written, and as rows."""

from __future__ import annotations

import pytest

from sanwei.cases.acts.things import read


def test_a_list_is_read_line_by_line() -> None:
    assert read("面粉，12 袋")[0] == {"exhibit_name": "面粉", "exhibit_quantity": "12 袋"}
    assert read("电动车,雅迪,1 辆,红色，无牌")[0]["exhibit_state"] == "红色，无牌"


def test_a_line_without_a_quantity_is_named_by_its_number() -> None:
    with pytest.raises(ValueError, match="第 2 行"):
        read("面粉，12 袋\n食用油")


def test_a_list_has_an_end() -> None:
    with pytest.raises(ValueError, match="最多 200 行"):
        read("\n".join(f"面粉，{n} 袋" for n in range(201)))
