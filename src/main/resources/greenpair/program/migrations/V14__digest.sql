-- How often a person is sent mails at most.

ALTER TABLE subscriber ADD COLUMN digest TEXT NOT NULL DEFAULT 'each';
