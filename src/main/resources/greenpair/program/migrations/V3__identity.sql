-- Who may see a record goes by an id that nobody shares, and no more by a name. A record whose author's name only one token bears is
-- that token's; of any other one nobody can say whose it is, and coordinators see it still.

ALTER TABLE token ADD COLUMN identity TEXT;

ALTER TABLE decision ADD COLUMN author_id TEXT NOT NULL DEFAULT '';
UPDATE decision SET author_id = COALESCE(
  (SELECT 'token ' || MIN(token.id) FROM token WHERE token.name = decision.author HAVING COUNT(*) = 1), '');
CREATE INDEX decision_author_id ON decision (author_id);

ALTER TABLE audit ADD COLUMN who_id TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN client TEXT NOT NULL DEFAULT '';
CREATE INDEX audit_happened ON audit (happened);

-- Until now answers were kept under names.
DELETE FROM reply;
CREATE INDEX reply_made ON reply (made);
