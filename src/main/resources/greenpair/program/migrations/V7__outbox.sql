-- Letters on their way. A row is claimed by one server before it is sent.

CREATE TABLE outbox (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  introduction TEXT NOT NULL REFERENCES introduction (id),
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL,
  due TEXT NOT NULL,
  problem TEXT,
  author TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX outbox_state ON outbox (state, due);
CREATE INDEX outbox_introduction ON outbox (introduction);
