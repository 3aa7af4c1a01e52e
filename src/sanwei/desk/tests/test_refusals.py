"""Refused acts are shown to those who oversee the body, and to nobody else."""

from __future__ import annotations

import pytest

from sanwei.acts.act import Forbidden, Refused
from sanwei.journal.models import Entry
from walking import LEAD, day, do, walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(cast):
    """Two acts of the city that were refused, and one of the county."""
    case = walk(cast, "reviewing")
    with pytest.raises(Refused):
        do("issue_decision", cast.leader, day(3, 13), {}, case)
    with pytest.raises(Forbidden):
        do("review_case", cast.officer, day(3, 13), {"review_outcome": "passed", "review_opinion": "同意。"}, case)
    with pytest.raises((Refused, Forbidden)):
        do("register_lead", cast.county_leader, day(3, 13), LEAD)
    return case


def told(client, query: str = "") -> list[str]:
    return [item["act"] for item in client.get(f"/refusals{query}").context["refusals"]]


def test_the_latest_come_first_with_person_case_and_reason(cast, refused, today, signed_in) -> None:
    client = signed_in(cast.leader)
    assert told(client) == ["法制审核", "签发处罚决定"]
    page = client.get("/refusals")
    item = page.context["refusals"][0]
    assert (item["who"], item["certificate"], item["body"]) == ("甲办案", "41010001", "郑州市城市管理局")
    assert item["case"].pk == refused.pk and item["reasons"]
    assert "法制审核人员" in page.content.decode()


def test_a_control_that_refused_is_named_and_linked(cast, today, signed_in) -> None:
    case = walk(cast, "lead")
    with pytest.raises(Refused):
        do(
            "propose_filing",
            cast.expired,
            day(3, 3),
            {"partner": str(cast.partner.pk), "filing_reason": "属实。"},
            case,
        )
    page = signed_in(cast.leader).get("/refusals").content.decode()
    assert "/law/controls/authority.certificate-valid" in page
    assert "执法人员的执法证在行为当日有效" in page


def test_each_overseer_sees_his_own_bodies(cast, refused, today, signed_in) -> None:
    assert told(signed_in(cast.county_leader)) == ["登记线索"]
    assert told(signed_in(cast.supervisor)) == ["登记线索", "法制审核", "签发处罚决定"]


def test_pages_run_there_and_back(cast, refused, today, signed_in, monkeypatch) -> None:
    monkeypatch.setattr("sanwei.desk.views.refused.PAGE", 1)
    client = signed_in(cast.supervisor)
    seen, url = [], "/refusals"
    while url:
        page = client.get(url)
        seen += [item["position"] for item in page.context["refusals"]]
        last, url = url, page.context["pager"]["next"]
    assert seen == list(Entry.objects.filter(outcome=Entry.REFUSED).order_by("-position").values_list("pk", flat=True))
    back, url = [], last
    while url:
        page = client.get(url)
        back = [item["position"] for item in page.context["refusals"]] + back
        url = page.context["pager"]["previous"]
    assert back == seen


@pytest.mark.parametrize("cursor", ["x", "-1", "９", "1" * 30])
def test_a_cursor_that_was_not_given_out_is_not_found(cast, today, signed_in, cursor) -> None:
    client = signed_in(cast.leader)
    assert client.get("/refusals", {"after": cursor}).status_code == 404
    assert client.get("/refusals", {"before": cursor}).status_code == 404
