-- What all servers on this database share: the last sign of the server that solves a plan, how far
-- the plan was then, and the logins at a provider that are under way.

ALTER TABLE program_plan ADD COLUMN beat TEXT;
ALTER TABLE program_plan ADD COLUMN progress TEXT;

CREATE TABLE login (
  state TEXT PRIMARY KEY,
  browser TEXT NOT NULL,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  back TEXT NOT NULL,
  begun TEXT NOT NULL
);
