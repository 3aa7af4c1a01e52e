"""The live record as frames: the same rows as the gate reads, of one moment, whoever writes meanwhile."""

from __future__ import annotations

import json
import threading
import uuid

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from sanwei.acts.export import export, snapshot
from sanwei.acts.models import FactRow
from sanwei.acts.rows import frames_of
from sanwei.audit.run.folder import FolderError, open_folder
from sanwei.facts.frames import frame


def lay(matter: uuid.UUID, **facts: object) -> None:
    FactRow.objects.create(
        matter_kind="case",
        matter_id=matter,
        grain="case",
        row=str(matter),
        seq=1000,
        facts={"body_code": "甲", **facts},
    )


@pytest.mark.django_db
def test_the_folder_holds_the_rows_the_gate_reads_part_by_part(tmp_path, cast):
    matters = sorted((uuid.UUID(int=n) for n in (1, 2, 3)), key=str)
    for matter in matters:
        lay(matter, filed_on="2026-03-02")
    made = export(tmp_path / "out", matters_a_part=2)
    assert len(made.parts) == 2
    folder = open_folder(tmp_path / "out")
    stored = FactRow.objects.order_by("matter_id").values_list("matter_id", "grain", "row", "seq", "facts")
    assert folder.frames["case"].collect().equals(frames_of(stored)["case"])
    assert folder.part("00001")["case"]["case_id"].to_list() == [str(matters[2])]
    assert folder.bodies.height and folder.as_of is not None


@pytest.mark.django_db(transaction=True)
def test_what_is_written_during_the_export_is_not_in_it_and_the_writer_does_not_wait():
    first, second = uuid.UUID(int=1), uuid.UUID(int=2)
    lay(first)

    def write():
        lay(second)
        connections.close_all()

    with snapshot():
        assert FactRow.objects.count() == 1
        writer = threading.Thread(target=write)
        writer.start()
        writer.join(timeout=15)
        assert not writer.is_alive()
        assert FactRow.objects.count() == 1
    assert FactRow.objects.count() == 2


@pytest.mark.django_db
def test_a_folder_in_use_is_refused(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(CommandError, match="不是空的"):
        call_command("export_facts", str(tmp_path))


def test_a_folder_half_written_or_of_another_dictionary_is_refused(tmp_path):
    (tmp_path / "case").mkdir()
    with pytest.raises(FolderError, match="没有写完"):
        open_folder(tmp_path)
    frame("case", [{"case_id": "一"}]).rename({"filed_on": "filed"}).write_parquet(tmp_path / "case" / "00000.parquet")
    (tmp_path / "frames.json").write_text(json.dumps({"format": "sanwei.frames/1", "parts": ["00000"]}))
    with pytest.raises(FolderError, match="没有“filed”"):
        open_folder(tmp_path)
