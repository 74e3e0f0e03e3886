-- What came of a step, and a step that was a mistake.

ALTER TABLE step ADD COLUMN amount BIGINT;
ALTER TABLE step ADD COLUMN currency TEXT;
ALTER TABLE step ADD COLUMN result TEXT;
ALTER TABLE step ADD COLUMN withdrawn TEXT;
ALTER TABLE step ADD COLUMN withdrawn_by TEXT;
ALTER TABLE step ADD COLUMN withdrawn_reason TEXT;
