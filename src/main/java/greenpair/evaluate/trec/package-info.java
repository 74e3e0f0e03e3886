/// Topics, judgements and runs in the formats of TREC.
@NullMarked
package greenpair.evaluate.trec;

import org.jspecify.annotations.NullMarked;
