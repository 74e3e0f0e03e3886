/// Similarity in meaning: compares the vectors of texts and queries.
@NullMarked
package greenpair.index.vector;

import org.jspecify.annotations.NullMarked;
