/// A generation on disk: manifest, checksums, locks and the journal of publications.
@NullMarked
package greenpair.index.generation;

import org.jspecify.annotations.NullMarked;
