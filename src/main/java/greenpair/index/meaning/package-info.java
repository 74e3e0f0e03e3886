/// Similarity in meaning: compares the vectors of texts and queries.
@NullMarked
package greenpair.index.meaning;

import org.jspecify.annotations.NullMarked;
