-- Letters are sent from the mail program of their author.
DROP TABLE outbox;
