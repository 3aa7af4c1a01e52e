-- 作出处罚决定之前没有取得定案证据
SELECT d.case_id, d.decision_id AS row FROM decision d
LEFT JOIN "case" c USING (case_id)
WHERE d.decided_on IS NOT NULL AND d.decision_kind = 'penalty' AND (c.procedure IS NULL OR c.procedure <> 'summary')
  AND (c.procedure IS NULL OR NOT EXISTS (
    SELECT 1 FROM evidence e WHERE e.case_id = d.case_id AND e.obtained_on <= d.decided_on AND coalesce(e.evidence_relied_on, true)))
