"""Addresses kept are the addresses that `reverse` gives."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix

from sanwei.looks.links import to


@pytest.mark.parametrize("name, rest", [("cases:case", ()), ("cases:do", ("file_case",)), ("documents:file", ("pdf",))])
def test_an_address_is_the_one_the_patterns_give_for_every_matter(name: str, rest: tuple[str, ...]):
    for pk in (uuid4(), UUID(int=7)):
        assert to(name, pk, *rest) == reverse(name, args=[pk, *rest])


def test_the_place_of_the_site_under_another_one_is_part_of_it():
    plain = to("cases:list")
    try:
        set_script_prefix("/sanwei/")
        assert to("cases:list") == reverse("cases:list") != plain
    finally:
        set_script_prefix("/")
    assert to("cases:list") == plain


def test_an_unknown_name_is_an_error_each_time():
    for _ in range(2):
        with pytest.raises(NoReverseMatch):
            to("cases:nowhere")
