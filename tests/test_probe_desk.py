from cast import cast
from walking import walk, stages_passed
def test_way(cast, monkeypatch):
    import sys
    from sanwei.controls import register as reg
    from sanwei.lawbook import lawbook
    known = {p.key for p in lawbook().parameters} if hasattr(lawbook(), "parameters") else set(lawbook()._parameters)
    real = reg.register()
    bad = {c for c, x in real.items() if x.parameters - known}
    sys.stderr.write(f"bad {bad} of {len(real)}\n")
    import sanwei.acts.gate as g, sanwei.acts.duties as d
    monkeypatch.setattr(g, "timed", lambda: tuple(c for c in reg.timed() if c.code not in bad))
    gd = lambda a: tuple(c for c in reg.guarding(a) if c.code not in bad)
    monkeypatch.setattr(g, "guarding", gd)
    for code, stage in stages_passed(cast):
        sys.stderr.write(f"{code} -> {stage}\n")
