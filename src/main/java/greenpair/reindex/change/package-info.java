/// Incremental runs: finds the rows that changed and the documents to write again.
@NullMarked
package greenpair.reindex.change;

import org.jspecify.annotations.NullMarked;
