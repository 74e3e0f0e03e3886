-- Plans of the programme, each as its whole document, and what the cities answered to their part.

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
  made TEXT NOT NULL
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
