"""Outside judges over a log: runs in an environment of its own with pm4py and Declare4Py, never beside our packages.

PYTHON judges.py LOG '[["Response", ["A", "B"]], …]'  →  one JSON line: judge → for each template the ids of the
cases that break it (null: the judge has no such template)
"""

from __future__ import annotations

import gzip
import json
import shutil
import sys
import tempfile
from pathlib import Path

PM4PY = {
    "Existence": "existence", "Absence1": "absence", "Exactly1": "exactly_one", "Init": "init",
    "Responded Existence": "responded_existence", "Co-Existence": "coexistence", "Response": "response",
    "Precedence": "precedence", "Alternate Response": "altresponse", "Chain Response": "chainresponse",
    "Chain Precedence": "chainprecedence", "Not Co-Existence": "noncoexistence",
    "Alternate Precedence": "altprecedence", "Succession": "succession",
}  # fmt: skip


def by_pm4py(log: Path, templates: list) -> list:
    """Ids of broken cases by pm4py's conformance of Declare."""
    import pm4py

    events = pm4py.convert_to_event_log(pm4py.read_xes(str(log)))
    ids = [t.attributes["concept:name"] for t in events]
    found = []
    for name, of in templates:
        template = PM4PY.get(name)
        if template is None:
            found.append(None)
            continue
        model = {template: {of[0] if len(of) == 1 else tuple(of): {"support": 1, "confidence": 1.0}}}
        told = pm4py.conformance_declare(events, model)
        found.append([i for i, t in zip(ids, told, strict=True) if t["deviations"]])
    return found


def by_declare4py(log: Path, templates: list) -> list:
    """Ids of broken cases by Declare4Py's analyser."""
    from Declare4Py.D4PyEventLog import D4PyEventLog
    from Declare4Py.ProcessMiningTasks.ConformanceChecking.MPDeclareAnalyzer import MPDeclareAnalyzer
    from Declare4Py.ProcessModels.DeclareModel import DeclareModel

    events = D4PyEventLog(case_name="case:concept:name")
    events.parse_xes_log(str(log))
    found = []
    for name, of in templates:
        activities = "\n".join(f"activity {a}" for a in of)
        tail = " | |" if len(of) == 1 else " | | |"
        try:
            model = DeclareModel().parse_from_string(f"{activities}\n{name}[{', '.join(of)}]{tail}\n")
            result = MPDeclareAnalyzer(log=events, declare_model=model, consider_vacuity=True).run()
            states = result.get_metric(metric="state")
        except Exception as error:
            sys.stderr.write(f"{name}: {error!r}\n")
            found.append(None)
            continue
        ids = [t.attributes["concept:name"] for t in events.get_log()]
        column = states.iloc[:, 0].tolist()
        found.append([i for i, s in zip(ids, column, strict=True) if s == 0 or s is False])
    return found


def main(log: Path, templates: list) -> None:
    with tempfile.TemporaryDirectory() as place:
        plain = log
        if log.suffix == ".gz":
            plain = Path(place) / log.stem
            with gzip.open(log) as packed, plain.open("wb") as out:
                shutil.copyfileobj(packed, out)
        told = {"pm4py": by_pm4py(plain, templates), "Declare4Py": by_declare4py(plain, templates)}
    sys.stdout.write("\n" + json.dumps(told, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]))
