-- Lists of entries that people keep. `content` is the list as it is, `previous` what the last change
-- replaced; both are JSON. A link opens it to whoever is signed in with a role.

CREATE TABLE saved_list (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  owner TEXT NOT NULL,
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  previous TEXT,
  shared_with TEXT,
  link TEXT UNIQUE,
  deleted TEXT,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  changed TEXT NOT NULL
);
CREATE INDEX saved_list_owner ON saved_list (owner);
