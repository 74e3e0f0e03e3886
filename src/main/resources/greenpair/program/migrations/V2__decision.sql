-- Answers that people kept, each as its whole document, so that it can be read without this program.

CREATE TABLE decision (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  document TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX decision_author ON decision (author);
