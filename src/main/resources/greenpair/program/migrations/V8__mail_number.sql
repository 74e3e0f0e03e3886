-- The place of a mail among those of its introduction, so that of two people who send at once one is told.

ALTER TABLE outbox ADD COLUMN number INTEGER;
UPDATE outbox SET number = (SELECT COUNT(*) FROM outbox AS earlier
  WHERE earlier.introduction = outbox.introduction AND earlier.seq <= outbox.seq);
CREATE UNIQUE INDEX outbox_number ON outbox (introduction, number);
