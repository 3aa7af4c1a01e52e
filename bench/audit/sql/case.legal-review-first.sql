-- 作出决定之前最近一次法制审核没有通过，或者没有审核
WITH last AS (
  SELECT d.case_id, d.decision_id, arg_max(r.review_outcome, (r.reviewed_on, r.review_seq)) AS outcome, count(*) AS n
  FROM decision d JOIN review r ON r.case_id = d.case_id
   AND (r.reviewed_on < d.decided_on OR (r.reviewed_on = d.decided_on AND coalesce(r.review_seq < d.decision_seq, true)))
  GROUP BY ALL)
SELECT d.case_id, d.decision_id AS row FROM decision d
LEFT JOIN "case" c USING (case_id)
LEFT JOIN last l ON l.case_id = d.case_id AND l.decision_id = d.decision_id
WHERE d.decided_on IS NOT NULL AND (c.procedure IS NULL OR c.procedure <> 'summary')
  AND (c.procedure IS NULL OR l.n IS NULL OR l.outcome IS NULL OR l.outcome <> 'passed')
