-- Proposed weights of ranking that run beside the effective ones for a cycle: their lists are recorded, and shown to no city.

CREATE TABLE shadow_cycle (
  seq ${serial},
  id TEXT NOT NULL UNIQUE,
  proposal TEXT NOT NULL,
  weights TEXT NOT NULL,
  effective TEXT NOT NULL,
  until TEXT,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  generation TEXT NOT NULL,
  configuration TEXT NOT NULL,
  recordings INTEGER NOT NULL,
  ended TEXT,
  because TEXT
);

-- A pair of lists of one need, when it differs from the pair recorded before.
CREATE TABLE shadow_list (
  seq ${serial},
  cycle TEXT NOT NULL REFERENCES shadow_cycle (id),
  kind TEXT NOT NULL,
  city TEXT NOT NULL,
  need TEXT NOT NULL,
  effective TEXT NOT NULL,
  proposed TEXT NOT NULL,
  generation TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX shadow_list_cycle ON shadow_list (cycle, seq);
