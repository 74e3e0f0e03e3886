/// The gate before publication: counts, golden judgements and changed shortlists.
@NullMarked
package greenpair.reindex.gate;

import org.jspecify.annotations.NullMarked;
