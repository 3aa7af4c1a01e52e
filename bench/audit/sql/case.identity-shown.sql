-- 没有出示执法证件
SELECT case_id, contact_id AS row FROM contact WHERE contact_on IS NOT NULL AND identity_shown IS NOT TRUE
