-- 普通程序没有先立案
SELECT d.case_id, d.decision_id AS row FROM decision d
LEFT JOIN "case" c USING (case_id)
WHERE d.decided_on IS NOT NULL AND (c.procedure IS NULL OR c.procedure <> 'summary')
  AND (c.procedure IS NULL OR c.filed_on IS NULL OR c.filed_on > d.decided_on)
