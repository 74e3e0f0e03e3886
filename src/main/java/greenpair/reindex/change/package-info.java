/// Incremental runs: which rows changed and what must be written again.
@NullMarked
package greenpair.reindex.change;

import org.jspecify.annotations.NullMarked;
