-- Program data: what no registry owns. Times are ISO 8601 in UTC as text, all with nine digits of a
-- second, so that both databases order and export them alike; ${serial} is the database's own
-- growing number, by which lists page.

CREATE TABLE revision (
  seq ${serial},
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  city TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  line TEXT NOT NULL,
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

-- Persons whom the programme knows at a firm, a financier or a city of the catalog. Removing one
-- deletes the row: personal data has no history.
CREATE TABLE contact (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT,
  email TEXT,
  phone TEXT,
  author TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX contact_entry ON contact (kind, entry);

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

-- An introduction has steps, of which one that was a mistake is withdrawn, who does what next by
-- when, and a letter, each state as a whole.
CREATE TABLE introduction (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  city TEXT NOT NULL,
  need TEXT,
  kind TEXT NOT NULL,
  partner TEXT NOT NULL,
  solution TEXT,
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
  amount BIGINT,
  currency TEXT,
  result TEXT,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  withdrawn TEXT,
  withdrawn_by TEXT,
  withdrawn_reason TEXT
);
CREATE INDEX step_introduction ON step (introduction);

CREATE TABLE task (
  seq ${serial},
  introduction TEXT NOT NULL REFERENCES introduction (id),
  responsible TEXT NOT NULL,
  due TEXT,
  action TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX task_introduction ON task (introduction);

CREATE TABLE letter (
  seq ${serial},
  introduction TEXT NOT NULL REFERENCES introduction (id),
  number INTEGER NOT NULL,
  subject_en TEXT NOT NULL,
  subject_zh TEXT NOT NULL,
  body_en TEXT NOT NULL,
  body_zh TEXT NOT NULL,
  confirmed TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (introduction, number)
);

-- Answers that people kept, each as its whole document, so that it can be read without this
-- program. The id of the author, which no two share, decides who may see one.
CREATE TABLE decision (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  document TEXT NOT NULL,
  author TEXT NOT NULL,
  author_id TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX decision_author_id ON decision (author_id);

-- Plans of the programme, each as its whole document, with the last sign of the server that solves
-- it, and what the cities answered to their part.
CREATE TABLE program_plan (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  sort TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  request TEXT NOT NULL,
  document TEXT,
  digest TEXT,
  messages TEXT NOT NULL,
  answer_until TEXT,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  beat TEXT,
  progress TEXT
);

CREATE TABLE plan_answer (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  plan TEXT NOT NULL REFERENCES program_plan (id),
  city TEXT NOT NULL,
  need TEXT,
  partner TEXT,
  answer TEXT NOT NULL,
  preferred TEXT,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX plan_answer_plan ON plan_answer (plan, city);

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

-- The secret signs addresses; of the feed's address only a hash is kept.
CREATE TABLE subscriber (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  email TEXT,
  digest TEXT NOT NULL DEFAULT 'each',
  feed_hash TEXT UNIQUE,
  secret TEXT NOT NULL,
  mailed BIGINT NOT NULL,
  seen TEXT NOT NULL,
  made TEXT NOT NULL
);

-- A row is claimed by one server before it is sent.
CREATE TABLE delivery (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  subscriber TEXT NOT NULL REFERENCES subscriber (id),
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

-- What people searched, without persons: counts for each day and folded query. `kind` is
-- empty for all, `written` one of the forms in which it was typed.
CREATE TABLE searched (
  day TEXT NOT NULL,
  language TEXT NOT NULL,
  query TEXT NOT NULL,
  kind TEXT NOT NULL,
  written TEXT NOT NULL,
  times INTEGER NOT NULL,
  matches INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  PRIMARY KEY (day, language, query, kind)
);

-- What stewards added to search: another term of a technology, or an entry that comes first.
CREATE TABLE search_edit (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL,
  target TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  ended_by TEXT,
  ended TEXT
);

-- Of secrets only hashes are kept.
CREATE TABLE token (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  cities TEXT NOT NULL,
  hash TEXT NOT NULL,
  made TEXT NOT NULL,
  expires TEXT NOT NULL,
  revoked TEXT,
  identity TEXT
);

CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  token TEXT NOT NULL REFERENCES token (id),
  expires TEXT NOT NULL
);

-- Logins at a provider that are under way.
CREATE TABLE login (
  state TEXT PRIMARY KEY,
  browser TEXT NOT NULL,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  back TEXT NOT NULL,
  begun TEXT NOT NULL
);

CREATE TABLE audit (
  seq ${serial},
  happened TEXT NOT NULL,
  who TEXT NOT NULL,
  who_id TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  request TEXT NOT NULL,
  client TEXT NOT NULL DEFAULT ''
);
CREATE INDEX audit_happened ON audit (happened);

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
CREATE INDEX reply_made ON reply (made);
