/// The request of a run, its settings and its progress.
@NullMarked
package greenpair.reindex.work;

import org.jspecify.annotations.NullMarked;
