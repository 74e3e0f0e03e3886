-- Changes are sent by mail alone.
DELETE FROM delivery WHERE channel = 'webhook';
ALTER TABLE delivery DROP COLUMN channel;
ALTER TABLE subscriber DROP COLUMN webhook;
ALTER TABLE subscriber DROP COLUMN hooked;
