/// The request of a run, its settings and its progress.
@NullMarked
package greenpair.reindex.run;

import org.jspecify.annotations.NullMarked;
