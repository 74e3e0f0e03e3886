-- What people follow, what changed of it, and how they are told.

CREATE TABLE follow (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  sort TEXT NOT NULL,
  what TEXT NOT NULL,
  name_en TEXT,
  name_zh TEXT,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (person, sort, what)
);

-- One row: the generation up to which changes were found.
CREATE TABLE change_place (
  one INTEGER PRIMARY KEY,
  generation TEXT NOT NULL,
  number BIGINT NOT NULL
);

-- The mark tells two changes of a person apart, so that none is noted twice.
CREATE TABLE found_change (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  mark TEXT NOT NULL,
  sort TEXT NOT NULL,
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  city TEXT,
  need TEXT,
  arguments TEXT NOT NULL,
  earlier TEXT,
  later TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (person, mark)
);
CREATE INDEX found_change_person ON found_change (person, seq);

-- How a person is told. The secret signs addresses and webhooks; of the feed's address only a hash is kept.
CREATE TABLE subscriber (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  email TEXT,
  webhook TEXT,
  feed_hash TEXT UNIQUE,
  secret TEXT NOT NULL,
  mailed BIGINT NOT NULL,
  hooked BIGINT NOT NULL,
  seen TEXT NOT NULL,
  made TEXT NOT NULL
);

CREATE TABLE delivery (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  subscriber TEXT NOT NULL REFERENCES subscriber (id),
  channel TEXT NOT NULL,
  target TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL,
  due TEXT NOT NULL,
  problem TEXT,
  made TEXT NOT NULL
);
CREATE INDEX delivery_state ON delivery (state, due);
CREATE INDEX delivery_subscriber ON delivery (subscriber, seq);
