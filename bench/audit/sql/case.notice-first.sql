-- 作出处罚决定之前没有告知这一位当事人
SELECT d.case_id, d.decision_id AS row FROM decision d
LEFT JOIN "case" c USING (case_id)
WHERE d.decided_on IS NOT NULL AND d.decision_kind = 'penalty' AND (c.procedure IS NULL OR c.procedure <> 'summary')
  AND (c.procedure IS NULL OR NOT EXISTS (
    SELECT 1 FROM notice n WHERE n.case_id = d.case_id AND n.noticed_party IS NOT DISTINCT FROM d.decided_party
     AND (n.noticed_on < d.decided_on
          OR (n.noticed_on = d.decided_on AND coalesce(n.notice_seq < d.decision_seq, true)))))
