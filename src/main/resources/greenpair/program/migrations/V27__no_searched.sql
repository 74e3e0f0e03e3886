-- Searches are no longer counted.
DROP TABLE searched;
