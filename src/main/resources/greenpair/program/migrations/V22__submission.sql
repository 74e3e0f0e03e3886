-- What firms and cities send a coordinator for review. The person is removed when one is withdrawn.

CREATE TABLE submission (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  sort TEXT NOT NULL,
  state TEXT NOT NULL,
  kind TEXT,
  entry TEXT,
  city TEXT,
  need TEXT,
  organisation TEXT,
  name TEXT,
  email TEXT,
  phone TEXT,
  available TEXT,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  settled_by TEXT,
  settled TEXT,
  reason TEXT
);
CREATE INDEX submission_entry ON submission (kind, entry);
CREATE INDEX submission_state ON submission (state, need);
