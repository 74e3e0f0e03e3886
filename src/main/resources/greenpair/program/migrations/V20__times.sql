-- Times are compared as texts, so all have nine digits of a second, as new ones have.

UPDATE audit SET happened = substr(happened, 1, 19) || '.' || substr(substr(rtrim(happened, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE reply SET made = substr(made, 1, 19) || '.' || substr(substr(rtrim(made, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE session SET expires = substr(expires, 1, 19) || '.' || substr(substr(rtrim(expires, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE token SET expires = substr(expires, 1, 19) || '.' || substr(substr(rtrim(expires, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE login SET begun = substr(begun, 1, 19) || '.' || substr(substr(rtrim(begun, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE outbox SET due = substr(due, 1, 19) || '.' || substr(substr(rtrim(due, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE delivery SET due = substr(due, 1, 19) || '.' || substr(substr(rtrim(due, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE delivery SET made = substr(made, 1, 19) || '.' || substr(substr(rtrim(made, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE found_change SET made = substr(made, 1, 19) || '.' || substr(substr(rtrim(made, 'Z'), 21) || '000000000', 1, 9) || 'Z';
UPDATE saved_list SET deleted = substr(deleted, 1, 19) || '.' || substr(substr(rtrim(deleted, 'Z'), 21) || '000000000', 1, 9) || 'Z';
