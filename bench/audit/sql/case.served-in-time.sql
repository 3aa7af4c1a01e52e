-- 七个工作日内没有送达
WITH first AS (
  SELECT case_id, served_decision AS decision_id, min(served_on) AS served_on,
         arg_min(coalesce(service_method, ''), (coalesce(served_on, DATE '9999-01-01'), service_seq)) AS method
  FROM service GROUP BY ALL)
SELECT d.case_id, d.decision_id AS row FROM decision d
LEFT JOIN "case" c USING (case_id)
LEFT JOIN first f ON f.case_id = d.case_id AND f.decision_id = d.decision_id
JOIN calendar began ON began.day = d.decided_on
JOIN workdays due ON due.ordinal = began.ordinal + 7
WHERE d.decided_on IS NOT NULL AND (c.procedure IS NULL OR c.procedure <> 'summary')
  AND d.decision_kind IN ('penalty', 'no_penalty') AND f.method IS DISTINCT FROM 'public_notice'
  AND NOT coalesce(d.revoked_on <= due.day AND (f.served_on IS NULL OR d.revoked_on <= f.served_on), false)
  AND NOT coalesce(f.served_on <= due.day, false) AND NOT (f.served_on IS NULL AND due.day >= DATE '$today')
