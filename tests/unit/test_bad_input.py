from django.test import TestCase
from unit.filling import World, faults
class Probe(TestCase):
    @classmethod
    def setUpTestData(cls):
        import time; t=time.time()
        cls.world = World.build()
        print("built", time.time()-t)
    def test_ok(self):
        from django.db import transaction
        for one in self.world:
            sid = transaction.savepoint()
            r = one.send(one.post())
            print(one.act.code, one.case and one.case.stage, r.status_code, faults(r), [v['says'] for v in (r.context or {}).get('gate',{}).get('verdicts',[]) if v['refuses']] if r.context and 'gate' in r.context else '')
            transaction.savepoint_rollback(sid)
