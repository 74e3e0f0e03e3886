-- Program data: what no registry owns. Times are ISO 8601 in UTC as text, so that both databases
-- order and export them alike; ${serial} is the database's own growing number, by which lists page.

CREATE TABLE revision (
  seq ${serial},
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  city TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  line TEXT NOT NULL,
  private_fields TEXT NOT NULL,
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  latest INTEGER NOT NULL,
  UNIQUE (kind, entry, number)
);
CREATE INDEX revision_latest ON revision (latest, city);

CREATE TABLE remark (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  sort TEXT NOT NULL,
  tier TEXT NOT NULL,
  city TEXT,
  need TEXT,
  kind TEXT,
  entry TEXT,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  withdrawn_by TEXT,
  withdrawn TEXT
);
CREATE INDEX remark_city ON remark (city);

CREATE TABLE introduction (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  city TEXT NOT NULL,
  need TEXT,
  kind TEXT NOT NULL,
  partner TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX introduction_city ON introduction (city);

CREATE TABLE step (
  seq ${serial},
  introduction TEXT NOT NULL REFERENCES introduction (id),
  stage TEXT NOT NULL,
  happened TEXT NOT NULL,
  reason TEXT,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX step_introduction ON step (introduction);

CREATE TABLE token (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  cities TEXT NOT NULL,
  hash TEXT NOT NULL,
  made TEXT NOT NULL,
  expires TEXT NOT NULL,
  revoked TEXT
);

CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  token TEXT NOT NULL REFERENCES token (id),
  expires TEXT NOT NULL
);

CREATE TABLE audit (
  seq ${serial},
  happened TEXT NOT NULL,
  who TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  request TEXT NOT NULL
);

-- Answers to writes by their Idempotency-Key, kept in the transaction of the write itself.
CREATE TABLE reply (
  who TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  digest TEXT NOT NULL,
  status INTEGER NOT NULL,
  location TEXT,
  body TEXT NOT NULL,
  made TEXT NOT NULL,
  PRIMARY KEY (who, idempotency_key)
);
