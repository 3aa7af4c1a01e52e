import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sanwei.acts import clock
from walking import walk


@pytest.mark.django_db
def test_smoke(cast, client):
    walk(cast, "serving"); c=walk(cast, "filing"); walk(cast,"reviewing")
    with clock.at(dt.date(2026,4,20)):
      for who in ("officer","leader","reviewer","supervisor","admin"):
        client.force_login(getattr(cast,who).user)
        for name,args in [("desk:home",()),("desk:duties",()),("desk:duties_sheet",()),("desk:overview",()),("desk:search",()),("desk:refusals",()),("desk:account",()),("desk:law",()),("desk:law_duties",()),("desk:parameters",()),("desk:controls",()),("desk:control",("case.served-in-time",)),("desk:instrument",("ZZ39",)),("cases:list",()),("cases:export",()),("cases:case",(c.pk,))]:
            with CaptureQueriesContext(connection) as q:
                r=client.get(reverse(name,args=args), {"q":"装饰"} if name=="desk:search" else {})
            import sys; sys.stderr.write(f"{who} {name} {r.status_code} q={len(q)}\n")
            if name=="cases:case" and who=="officer":
                for x in q: sys.stderr.write(x["sql"][:150]+"\n")
