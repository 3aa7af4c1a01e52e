-- 结案之后三十日内没有归档；末日不是工作日的顺延
SELECT c.case_id, c.case_id AS row FROM "case" c
JOIN calendar last ON last.day = c.closed_on + 30
JOIN workdays due ON due.ordinal = last.ordinal + CASE WHEN last.working THEN 0 ELSE 1 END
WHERE c.closed_on IS NOT NULL AND c.procedure IS DISTINCT FROM 'summary'
  AND NOT coalesce(c.archived_on <= due.day, false) AND NOT (c.archived_on IS NULL AND due.day >= DATE '$today')
