-- Edits of timetables by hand. One that was undone stays on record.

CREATE TABLE plan_edit (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  plan TEXT NOT NULL REFERENCES program_plan (id),
  edit TEXT NOT NULL,
  undone_by TEXT,
  undone TEXT,
  author TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX plan_edit_plan ON plan_edit (plan, seq);
