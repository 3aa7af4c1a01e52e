-- 执法证在行为当日无效
SELECT case_id, actor_id AS row FROM actor
WHERE acted_on IS NOT NULL AND (actor_role IS NULL OR actor_role = 'officer')
  AND (actor_role IS NULL OR NOT coalesce(certificate_from <= acted_on
        AND (certificate_until IS NULL OR acted_on <= certificate_until), false))
