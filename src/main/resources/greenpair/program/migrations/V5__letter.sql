-- What an introduction proposes, who does what next by when, and its letter, each state as a whole.

ALTER TABLE introduction ADD COLUMN solution TEXT;

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
