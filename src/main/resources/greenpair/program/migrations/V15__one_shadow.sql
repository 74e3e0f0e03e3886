-- At most one shadow cycle runs, however many servers start one.

UPDATE shadow_cycle SET ended = made, because = 'stopped'
  WHERE ended IS NULL AND seq < (SELECT MAX(seq) FROM shadow_cycle);
CREATE UNIQUE INDEX shadow_cycle_running ON shadow_cycle ((ended IS NULL)) WHERE ended IS NULL;
