/// An interpreted query, the phrases that queries are read by, and the clauses by which the index
/// answers it.
@NullMarked
package greenpair.search.query;

import org.jspecify.annotations.NullMarked;
