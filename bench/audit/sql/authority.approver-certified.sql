-- 审批、审核人员没有标注有效的执法证号
SELECT case_id, actor_id AS row FROM actor
WHERE acted_on IS NOT NULL AND (actor_role IS NULL OR actor_role IN ('section_head', 'reviewer', 'leader', 'panel_member', 'chair'))
  AND (actor_role IS NULL OR certificate_no IS NULL OR trim(certificate_no) = ''
       OR NOT coalesce(certificate_from <= acted_on
            AND (certificate_until IS NULL OR acted_on <= certificate_until), false))
