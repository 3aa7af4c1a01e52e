"""The workbench shows each person his own day."""

from __future__ import annotations

import datetime as dt

import pytest

from sanwei.acts import clock
from sanwei.desk import monthly
from walking import FINDINGS, LEAD, day, do, walk

from .conftest import TODAY, make_case, make_duty

pytestmark = pytest.mark.django_db


def test_every_number_on_top_leads_to_a_list_of_so_many(cast, today, signed_in) -> None:
    case = make_case(cast.city, cast.officer)
    for gap in (-5, -1, 0, 0, 1, 3, 30):
        make_duty(case, TODAY + dt.timedelta(days=gap))
    for n in range(3):
        make_case(cast.city, cast.officer, stage="closed", closed_on=dt.date(2026, 4, 1 + n), number=f"结{n}")
    make_case(cast.city, cast.officer, stage="closed", closed_on=dt.date(2026, 3, 31))
    make_case(cast.city, cast.partner, stage="closed", closed_on=dt.date(2026, 4, 2))
    client = signed_in(cast.officer)
    stats = client.get("/").context["stats"]
    assert [number for number, *_ in stats] == [2, 4, 2, 3]
    for number, label, _, _, url in stats:
        page = client.get(url)
        listed = page.context["duties"] if "duties" in page.context else page.context["cases"]
        assert len(listed) == number, label


def test_a_leaders_month_is_his_bodys(cast, today, signed_in) -> None:
    make_case(cast.city, cast.officer, stage="closed", closed_on=dt.date(2026, 4, 2))
    make_case(cast.county, cast.stranger, stage="closed", closed_on=dt.date(2026, 4, 2))
    client = signed_in(cast.leader)
    number, _, _, _, url = client.get("/").context["stats"][3]
    assert number == 1
    assert len(client.get(url).context["cases"]) == 1


def test_what_waits_for_the_leader_says_what_since_when_and_leads_there(cast, signed_in) -> None:
    case = walk(cast, "filing")
    walk(cast, "reviewing", register_lead=LEAD)
    with clock.at(day(3, 10)):
        page = signed_in(cast.leader).get("/")
        asks = page.context["asks"]
        assert [(ask.case.pk, ask.label, ask.days) for ask in asks] == [(case.pk, "批准立案", 7)]
        assert asks[0].url == f"/cases/{case.pk}/do/file_case"
        assert "待我审批" in page.content.decode()
        assert [ask.label for ask in signed_in(cast.reviewer).get("/").context["asks"]] == ["法制审核"]
        for other in (cast.officer, cast.county_leader, cast.supervisor):
            assert signed_in(other).get("/").context["asks"] == [], other.name


def test_a_case_sent_back_and_laid_before_again_waits_since_the_last_time(cast, signed_in) -> None:
    case = walk(cast, "reviewing")
    back = {"review_outcome": "returned", "review_opinion": "请补充现场照片。"}
    case = do("review_case", cast.reviewer, day(3, 16), back, case)
    with clock.at(day(3, 17)):
        assert signed_in(cast.reviewer).get("/").context["asks"] == []
    case = do("submit_review", cast.officer, day(3, 18), {"amendment": "照片已经补充。"}, case)
    with clock.at(day(3, 20)):
        asks = signed_in(cast.reviewer).get("/").context["asks"]
    assert [(ask.label, ask.days) for ask in asks] == [("法制审核", 2)]


def test_the_case_of_the_chosen_duty_is_shown_beside_the_list(cast, signed_in) -> None:
    first = walk(cast, "investigating")
    second = walk(cast, "reviewing", end_investigation=FINDINGS)
    with clock.at(day(3, 13)):
        client = signed_in(cast.officer)
        page = client.get("/")
        assert page.context["selected"]["matter"].pk == first.pk
        at = next(n for n, line in enumerate(page.context["duties"]) if line["matter_id"] == second.pk)
        page = client.get(f"/?at={at}")
        assert page.context["selected"]["matter"].pk == second.pk
        steps = {step["label"]: step["state"] for step in page.context["selected"]["steps"]}
        assert steps["法制审核"] == "now" and steps["立案"] == "done"
        for beyond in ("99", "-1", "x", "９", "9" * 30):
            assert client.get("/", {"at": beyond}).context["selected"]["matter"].pk == first.pk


def test_the_tabs_count_the_parts_and_narrow_the_list(cast, today, signed_in) -> None:
    case = make_case(cast.city, cast.officer)
    make_duty(case, TODAY)
    make_duty(case, TODAY, control="disclosure.city-three-days", act="publish_decision")
    client = signed_in(cast.officer)
    page = client.get("/")
    assert [label for label, _, _ in page.context["duty_tabs"]] == ["全部 2", "办案 1", "公示 1"]
    page = client.get("/?part=disclosure")
    assert len(page.context["duties"]) == 1
    assert [current for _, _, current in page.context["duty_tabs"]] == [False, False, True]


def test_my_cases_are_those_i_handle_or_share(cast, today, signed_in) -> None:
    own = make_case(cast.city, cast.officer, touched_at=dt.datetime(2026, 4, 2, tzinfo=dt.UTC))
    shared = make_case(cast.city, cast.head, partner=cast.officer)
    make_case(cast.city, cast.partner)
    assert [case.pk for case in signed_in(cast.officer).get("/").context["matters"]] == [own.pk, shared.pk]


def test_an_administrator_sees_no_matters(cast, today, signed_in) -> None:
    make_case(cast.city, cast.officer, party_name="示例公司")
    page = signed_in(cast.admin).get("/").content.decode()
    assert "示例公司" not in page and "不办理、不查看执法事项" in page


def test_an_account_without_an_officer_is_told_whom_to_ask(client, django_user_model, today) -> None:
    client.force_login(django_user_model.objects.create_user("nobody"))
    answer = client.get("/")
    assert answer.status_code == 403
    assert "系统管理员" in answer.content.decode()


def test_an_officer_who_has_left_sees_nothing(cast, today, client) -> None:
    cast.officer.active_until = dt.date(2026, 4, 19)
    cast.officer.save()
    client.force_login(cast.officer.user)
    assert client.get("/").status_code == 403


def test_months_are_those_of_the_body_and_its_units(cast, today) -> None:
    unit = type(cast.city).objects.create(
        code="ZZCGZD", name="直属大队", short_name="直属", level="city", kind="entrusted", parent=cast.city
    )
    make_case(cast.city, cast.officer, filed_on=dt.date(2025, 5, 1), closed_on=dt.date(2026, 4, 20))
    make_case(unit, cast.partner, filed_on=dt.date(2025, 5, 31), closed_on=dt.date(2026, 4, 1))
    make_case(cast.city, cast.officer, filed_on=dt.date(2025, 4, 30))
    make_case(cast.county, cast.stranger, filed_on=dt.date(2026, 4, 1), closed_on=dt.date(2026, 4, 1))
    told = monthly.months(cast.officer, TODAY)
    assert next(iter(told.filed)) == (2025, 5) and told.this == (2026, 4) and told.last == (2026, 3)
    assert len(told.filed) == 12
    assert told.filed[2025, 5] == 2 and sum(told.filed.values()) == 2
    assert told.closed[2026, 4] == 2 and told.own[2026, 4] == 1


def test_the_chart_carries_its_numbers_beside_it(cast, today, signed_in) -> None:
    make_case(cast.city, cast.officer, filed_on=dt.date(2026, 1, 5))
    page = signed_in(cast.officer).get("/").content.decode()
    assert "立案与办结" in page and "26 年 1 月" in page and "<table" in page.partition("看数字")[2]


def test_a_script_in_a_partys_name_is_text(cast, today, signed_in) -> None:
    case = make_case(cast.city, cast.officer, party_name="<svg onload=alert(1)>")
    make_duty(case, TODAY)
    client = signed_in(cast.officer)
    for path in ("/", "/duties", "/cases/", "/search?q=svg"):
        page = client.get(path).content.decode()
        assert "<svg onload" not in page and "&lt;svg onload" in page, path


def test_everybody_sees_the_certificate_he_works_with(cast, today, signed_in) -> None:
    assert "执法证号 41010001" in signed_in(cast.officer).get("/").content.decode()
    watching = signed_in(cast.supervisor).get("/").content.decode()
    assert "监督证号 J4101001" in watching
    assert "没有有效的执法证" not in watching
    assert "没有有效的执法证" in signed_in(cast.expired).get("/").content.decode()


def test_who_only_oversees_is_shown_what_he_oversees(cast, today, signed_in) -> None:
    for body, officer, gap in ((cast.city, cast.officer, -3), (cast.county, cast.stranger, 0)):
        case = make_case(body, officer, stage="closed", closed_on=dt.date(2026, 4, 2), filed_on=dt.date(2026, 3, 2))
        make_duty(case, TODAY + dt.timedelta(days=gap))
    client = signed_in(cast.supervisor)
    page = client.get("/")
    assert [number for number, *_ in page.context["stats"]] == [1, 1, 1, 2]
    assert len(page.context["duties"]) == 2
    for number, label, _, _, url in page.context["stats"]:
        told = client.get(url).context
        assert len(told["duties"] if "duties" in told else told["cases"]) == number, label
