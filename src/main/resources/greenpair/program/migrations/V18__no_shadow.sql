-- Proposed weights are reviewed as a file.
DROP TABLE shadow_list;
DROP TABLE shadow_cycle;
