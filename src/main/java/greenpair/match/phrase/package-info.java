/// Sentences of `phrases.yaml` and the values put in them.
@NullMarked
package greenpair.match.phrase;

import org.jspecify.annotations.NullMarked;
