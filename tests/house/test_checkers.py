"""Each house rule bites: a bad sample in, a fault out; a good one passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from house.checkers import code, pairs, punctuation, sizes, words
from house.checkers.tree import Fault, files

Check = Callable[[Path], Iterator[Fault]]


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def lines(check: Check, path: Path) -> list[int]:
    return [fault.line for fault in check(path)]


BAD_CODE: list[tuple[Check, str, str]] = [
    (code.signals, "a.py", "from django.db.models.signals import post_save\n"),
    (code.signals, "a.py", "from django.dispatch import receiver\n"),
    (code.signals, "a.py", "from django.db.models import signals\n"),
    (code.signals, "a.py", "import django.db.models.signals\n"),
    (code.naive_time, "a.py", "import datetime\nx = datetime.datetime.now()\n"),
    (code.naive_time, "a.py", "from datetime import date\nx = date.today()\n"),
    (code.naive_time, "a.py", "from datetime import datetime\nx = datetime.utcnow()\n"),
    (code.polars_callbacks, "a.py", "x = frame.map_elements(len)\n"),
    (code.polars_callbacks, "a.py", "x = expr.map_batches(len)\n"),
    (code.polars_callbacks, "a.py", "import polars as pl\nx = frame.apply(len)\n"),
    (code.prints, "a.py", "print('x')\n"),
    (code.unescaped_code, "cases/a.py", "from django.utils.safestring import mark_safe\n"),
    (code.unescaped_code, "cases/a.py", "x = safestring.mark_safe('<b>')\n"),
    (code.writes_in_views, "cases/views.py", "def page(request):\n    case.save()\n"),
    (code.writes_in_views, "cases/views/a.py", "Case.objects.filter(pk=1).update(x=1)\n"),
    (code.writes_in_views, "cases/views/a.py", "Case.objects.bulk_create([])\n"),
    (code.writes_in_views, "cases/views/a.py", "form.save()\n"),
    (code.writes_in_views, "cases/views/a.py", "case.delete()\n"),
    (code.hollow_assertions, "test_a.py", "def test_a():\n    assert True\n"),
    (code.hollow_assertions, "test_a.py", "def test_a():\n    assert (x, 'said')\n"),
]


@pytest.mark.parametrize(("check", "name", "text"), BAD_CODE)
def test_a_banned_interface_is_seen(tmp_path: Path, check: Check, name: str, text: str) -> None:
    assert lines(check, written(tmp_path, name, text)) == [text.count("\n")]


GOOD_CODE: list[tuple[Check, str, str]] = [
    (code.signals, "a.py", "from django.db.models.signals import post_migrate\n"),
    (code.naive_time, "a.py", "from datetime import UTC, datetime\nx = datetime.now(tz=UTC)\n"),
    (code.naive_time, "a.py", "from django.utils import timezone\nx = timezone.now()\n"),
    (code.polars_callbacks, "a.py", "x = act.apply(1)\n"),
    (code.prints, "a.py", "sys.stdout.write('x')\nconsole.print('x')\n"),
    (code.unescaped_code, "looks/a.py", "from django.utils.safestring import mark_safe\n"),
    (code.writes_in_views, "cases/acts.py", "case.save()\n"),
    (code.writes_in_views, "cases/views.py", "x = delete(case)\n"),
    (code.hollow_assertions, "test_a.py", "assert x\nassert False\n"),
]


@pytest.mark.parametrize(("check", "name", "text"), GOOD_CODE)
def test_what_is_allowed_passes(tmp_path: Path, check: Check, name: str, text: str) -> None:
    assert lines(check, written(tmp_path, name, text)) == []


def test_a_file_of_301_lines_is_seen_and_one_of_300_is_not(tmp_path: Path) -> None:
    assert lines(sizes.long_python, written(tmp_path, "a.py", "x = 1\n" * 301)) == [301]
    assert lines(sizes.long_python, written(tmp_path, "b.py", "x = 1\n" * 300)) == []
    assert lines(sizes.long_python, written(tmp_path, "migrations/0001.py", "x = 1\n" * 301)) == []


def test_a_function_of_51_lines_is_seen_and_one_of_50_is_not(tmp_path: Path) -> None:
    assert lines(sizes.long_functions, written(tmp_path, "a.py", "y = 1\ndef f():\n" + "    x = 1\n" * 50)) == [2]
    assert lines(sizes.long_functions, written(tmp_path, "b.py", "def f():\n" + "    x = 1\n" * 49)) == []


def test_a_template_of_121_lines_is_seen_and_one_of_120_is_not(tmp_path: Path) -> None:
    assert lines(sizes.long_template, written(tmp_path, "a.html", "<p>\n" * 121)) == [121]
    assert lines(sizes.long_template, written(tmp_path, "b.html", "<p>\n" * 120)) == []


def test_a_line_is_measured_in_characters(tmp_path: Path) -> None:
    assert lines(sizes.long_lines, written(tmp_path, "a.py", "\n" + "字" * 121)) == [2]
    assert lines(sizes.long_lines, written(tmp_path, "b.py", "字" * 120)) == []


@pytest.mark.parametrize(
    "text",
    [
        "x = '决定,送达'\n",
        "x = f'{y}期限:{z}'\n",
        "x = '（送达回证)'\n",
        '"""未经法制审核,不得作出处罚决定。"""\n',
        "x = '是否送达?'\n",
    ],
)
def test_half_width_punctuation_in_python_is_seen(tmp_path: Path, text: str) -> None:
    assert lines(punctuation.in_python, written(tmp_path, "a.py", text)) == [1]


@pytest.mark.parametrize(
    "text",
    [
        "x = '决定，送达：“是”（一）'\n",
        "x = 'ZZ39 三(三)四'\n",
        "x = 'XZCF2021 §57(2)'\n",
        "x = re.compile(r'第(\\d+)条')\n",
        '"""A verdict is 合规, 违反 or 逾期, as the judge says."""\n',
        "x = {'决定': 1, '送达': (2, 3)}\n",
        "x = 1  # 决定, 送达\n",
    ],
)
def test_full_width_punctuation_and_citations_pass(tmp_path: Path, text: str) -> None:
    assert lines(punctuation.in_python, written(tmp_path, "a.py", text)) == []


def test_half_width_punctuation_in_a_template_is_seen_but_not_in_its_comments(tmp_path: Path) -> None:
    bad = written(
        tmp_path, "a.html", '{# 甲, 乙 #}\n<p title="期限: 七日">\n{% comment %}甲,\n乙{% endcomment %}<b>送达?</b>\n'
    )
    assert lines(punctuation.in_template, bad) == [2, 4]


def test_half_width_punctuation_in_the_law_is_seen_but_not_the_signs_of_yaml(tmp_path: Path) -> None:
    text = "{title: 办法, off: {2026-01-01: 元旦, 2026-01-02: 元旦}}\n"
    assert lines(punctuation.in_yaml, written(tmp_path, "good.yaml", text)) == []
    bad = written(tmp_path, "bad.yaml", "section: 三(三)四\nsays: |\n  送达,\n  归档。\n")
    assert lines(punctuation.in_yaml, bad) == [2]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (words.promises, "# TO" + "DO: later\n"),
        (words.promises, "raise NotImplemented" + "Error\n"),
        (words.machine_paths, "see /ro" + "ot/notes\n"),
        (words.machine_paths, "see /home/" + "somebody/notes\n"),
        (words.registry_hosts, "https://py" + "pi.org/simple\n"),
        (words.foreign_addresses, '<script src="//cdn.example/x.js">\n'),
        (words.foreign_addresses, "@import url(https://example.org/x.css)\n"),
        (words.unescaped, "{{ name|safe }}\n"),
        (words.unescaped, "{% autoescape off %}\n"),
    ],
)
def test_a_word_that_does_not_belong_here_is_seen(tmp_path: Path, check: Check, text: str) -> None:
    assert lines(check, written(tmp_path, "a.html", text)) == [1]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (words.promises, "the to-do list\n"),
        (words.machine_paths, "the pages under /workbench/ and docs/root/x\n"),
        (words.foreign_addresses, '<svg xmlns="http://www.w3.org/2000/svg">\n// a comment\n'),
        (words.unescaped, "{{ name|safely }}{{ safe }}\n"),
    ],
)
def test_a_word_that_belongs_here_passes(tmp_path: Path, check: Check, text: str) -> None:
    assert lines(check, written(tmp_path, "a.html", text)) == []


def test_a_room_without_a_readme_is_seen(tmp_path: Path) -> None:
    written(tmp_path, "acts/apps.py", "")
    written(tmp_path, "cases/apps.py", "")
    written(tmp_path, "cases/README.md", "")
    assert [fault.path.parent.name for fault in pairs.rooms_without_readme(tmp_path)] == ["acts"]


def test_a_control_without_cases_and_cases_without_a_control_are_seen(tmp_path: Path) -> None:
    controls, cases = tmp_path / "src", tmp_path / "cases"
    written(controls, "service/alone.py", "control = 1\n")
    written(controls, "service/paired.py", "control: int = 1\n")
    written(controls, "service/helper.py", "x = 1\n")
    written(controls, "judge.py", "control = 1\n")
    written(cases, "service/paired.yaml", "")
    written(cases, "service/orphan.yaml", "")
    found = [fault.path.relative_to(tmp_path).as_posix() for fault in pairs.unpaired_controls(controls, cases)]
    assert found == ["src/service/alone.py", "cases/service/orphan.yaml"]


def test_two_empty_sets_pair(tmp_path: Path) -> None:
    assert list(pairs.unpaired_controls(tmp_path / "src", tmp_path / "cases")) == []


def test_the_walk_leaves_out_what_is_not_ours(tmp_path: Path) -> None:
    for name in (".venv/a.py", ".git/a.py", "var/a.py", "src/__pycache__/a.py", ".ci/run", "src/a.py", ".gitignore"):
        written(tmp_path, name, "")
    assert [path.relative_to(tmp_path).as_posix() for path in files(tmp_path)] == [".ci/run", ".gitignore", "src/a.py"]
