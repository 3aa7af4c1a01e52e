-- 检查、询问、抽样时少于两人
SELECT t.case_id, t.contact_id AS row FROM contact t LEFT JOIN "case" c USING (case_id)
WHERE t.contact_on IS NOT NULL AND (c.procedure IS NULL OR c.procedure <> 'summary')
  AND (t.contact_kind IS NULL OR t.contact_kind IN ('inspection', 'questioning', 'sampling'))
  AND (t.contact_kind IS NULL OR t.officers_present IS NULL OR len(list_distinct(t.officers_present)) < 2)
