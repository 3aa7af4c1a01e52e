"""Neither the code nor the database changes what was recorded; these hold on both databases."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from sanwei.journal.errors import AppendOnlyError
from sanwei.journal.models import Content, Entry, Head, Number
from sanwei.journal.numbering import next_number

pytestmark = pytest.mark.django_db
MODELS = (Entry, Content, Number)
COLUMN = {Entry: "officer_code", Content: "body", Number: "label"}


@pytest.fixture
def recorded(write):
    entry = write()
    write()
    with transaction.atomic():
        next_number("甲", 2026, matter_kind="case", matter_id="c1")
    return entry


def state() -> list:
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


@pytest.mark.parametrize("model", MODELS)
def test_no_way_of_the_models_changes_or_deletes(model, recorded):
    before = state()
    row = model.objects.first()
    tries = [
        row.save,
        lambda: row.save(update_fields=[COLUMN[model]]),
        lambda: row.save(force_update=True),
        row.delete,
        model.objects.all().delete,
        lambda: model.objects.update(**{COLUMN[model]: "x"}),
        lambda: model.objects.filter(pk=row.pk).update(**{COLUMN[model]: "x"}),
        lambda: model.objects.bulk_update([row], [COLUMN[model]]),
        lambda: model.objects.bulk_create([row], update_conflicts=True),
        lambda: model.objects.update_or_create(pk=row.pk, defaults={COLUMN[model]: "x"}),
        lambda: model._base_manager.all().delete(),
        lambda: model._base_manager.update(**{COLUMN[model]: "x"}),
        lambda: model.objects.all()._raw_delete("default"),
    ]
    for attempt in tries:
        with pytest.raises(AppendOnlyError, match="只能追加"):
            attempt()
    assert state() == before


@pytest.mark.parametrize("model", MODELS)
def test_a_fresh_object_with_an_old_key_does_not_overwrite(model, recorded):
    before = state()
    row = model.objects.first()
    values = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
    with pytest.raises(IntegrityError), transaction.atomic():
        model(**values).save()
    assert state() == before


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_raw_statements_are_refused_by_the_database(model, statement, recorded):
    before = state()
    with pytest.raises(IntegrityError, match="只能追加"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table=model._meta.db_table, column=COLUMN[model]))
    assert state() == before


@pytest.mark.parametrize("position", [-1, 0, 1, 4, 99])
def test_a_position_out_of_order_is_refused(position, recorded):
    entry = Entry.objects.first()
    with pytest.raises(IntegrityError, match="按序号"), transaction.atomic():
        Entry(position=position, at=entry.at, act="x", matter_kind="case", matter_id="c", outcome="done").save()


def test_an_insert_that_turns_into_an_update_is_refused(recorded):
    before = state()
    columns = [field.column for field in Entry._meta.concrete_fields]
    listed = ", ".join(columns)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO journal_entry ({listed}) SELECT {listed} FROM journal_entry WHERE position = 2 "
            "ON CONFLICT (position) DO UPDATE SET act = 'x'"
        )
    assert state() == before


def test_a_content_for_an_entry_that_does_not_exist_is_refused(recorded):
    with pytest.raises(DatabaseError), transaction.atomic():
        Content(entry_id=77, salt=b"s" * 32, body={}).save()
        connection.check_constraints()


def test_deleting_what_others_hang_on_does_not_cascade_into_the_journal(recorded):
    before = state()
    Head.objects.all().delete()
    assert state() == before
