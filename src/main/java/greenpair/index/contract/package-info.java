/// Input and output of the index: queries, candidates and facets as plain records.
@NullMarked
package greenpair.index.contract;

import org.jspecify.annotations.NullMarked;
