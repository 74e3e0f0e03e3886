-- Persons whom the programme knows at a firm, a financier or a city of the catalog. Removing one deletes
-- the row: personal data has no history.

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
