/// Registries of one run: converted, resolved and merged into one catalog file.
@NullMarked
package greenpair.reindex.merge;

import org.jspecify.annotations.NullMarked;
