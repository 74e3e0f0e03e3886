-- What people searched, without persons: counts for each day and folded query. `kind` is
-- empty for all, `written` one of the forms in which it was typed.
-- What stewards added to search: another term of a technology, or an entry that comes first.

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
